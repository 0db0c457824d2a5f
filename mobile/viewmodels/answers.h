#pragma once

#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/merge/field_edit.h"

namespace rapport {

// The kind of record that an answer to the pulse is.
inline constexpr std::string_view kPulseType = "survey_response";

// Anonymous answers to the pulse that are given on this tablet. Lives on the desk's worker.
class Answers {
 public:
  virtual ~Answers() = default;

  // Durable when it returns, and linked to nobody (shared/sync/local_answers.h). kInvalid where the
  // declaration does not take it, kTooLarge where no more fit on this tablet.
  virtual Status keep(const std::vector<FieldEdit>& fields) = 0;
};

}  // namespace rapport
