#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace rapport {

// What went wrong, as code can act on it. The message beside it is for people.
enum class ErrorCode {
  kInvalid,          // the input breaks its declaration or its format
  kTooLarge,         // a limit of base/limits.h was passed
  kNotFound,         // no such record, type, programme, file
  kRefused,          // understood, and not permitted
  kConflict,         // the state moved on; read again, then try again
  kUnavailable,      // the network or the other end is away; trying later helps
  kStorageFull,      // no space left; nothing was written
  kStorageFailed,    // the disk or the database failed
  kNewerDatabase,    // written by a newer Rapport; this one must not touch it
  kUpdateNeeded,     // the other end speaks only a newer protocol
  kUnauthenticated,  // unknown or wrong sign-in, token, key or signature
  kInternal,         // a library failed in a way that nobody foresaw
};

// A failure that was expected to be possible. The message says what happened, what is safe and what
// to do.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
};

// A value or an Error. Callers look before they take: value() on an error is a programmer's
// mistake.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : held_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  Result(Error error)
      : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&held_);
  }
  T& value() & {
    assert(ok());
    return *std::get_if<0>(&held_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&held_));
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, Error> held_;
};

// Success without a value, or an Error.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)), failed_(true) {}  // NOLINT: implicit by design

  bool ok() const { return !failed_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    assert(failed_);
    return error_;
  }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace rapport
