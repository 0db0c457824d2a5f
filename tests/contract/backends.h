#pragma once

#include <functional>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "server/app/account_store.h"
#include "shared/sync/local_store.h"
#include "shared/sync/server_store.h"

// What a store must be able to do for its contract suite, beside its port. A new backend is one
// more class here, and one more line in the list of kinds.
namespace rapport::testing {

enum class BackendKind { kSqliteOnDisk, kSqliteOnSimulatedDisk };
std::string nameOf(BackendKind kind);

// One tablet with two programmes: "river-valley" and "hill-towns".
class LocalBackend {
 public:
  virtual ~LocalBackend() = default;
  virtual LocalStore& store() = 0;
  virtual LocalStore& neighbour() = 0;
  virtual void reopen() = 0;  // ended properly, and started again
  virtual void crash() = 0;   // ended at this very instruction, and started again
};
std::unique_ptr<LocalBackend> makeLocalBackend(BackendKind kind);

// One server with the same two programmes.
class ServerBackend {
 public:
  virtual ~ServerBackend() = default;
  virtual ServerStore& store() = 0;
  virtual AccountStore& accounts() = 0;
  virtual void reopen() = 0;
  virtual void crash() = 0;
};
std::unique_ptr<ServerBackend> makeServerBackend(BackendKind kind);

inline constexpr char kProgramme[] = "river-valley";
inline constexpr char kNeighbour[] = "hill-towns";

// For INSTANTIATE_TEST_SUITE_P.
inline std::string nameOfParam(const ::testing::TestParamInfo<BackendKind>& info) {
  return nameOf(info.param);
}

template <typename T>
T must(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << result.error().message;
    return T();
  }
  return std::move(result).value();
}

inline void must(const Status& status) {
  EXPECT_TRUE(status.ok()) << (status ? "" : status.error().message);
}

}  // namespace rapport::testing
