#pragma once

#include "mobile/viewmodels/answers.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/model/catalogue.h"
#include "shared/sync/answers.h"
#include "shared/sync/local_answers.h"

namespace rapport {

// Answers to the pulse, as a participant gives them on the screen. All of it outlives this.
class KeptAnswers final : public Answers {
 public:
  KeptAnswers(LocalAnswers& answers, const Catalogue& types, const Clock& clock, Random& random)
      : answers_(answers), types_(types), clock_(clock), random_(random) {}

  Status keep(const std::vector<FieldEdit>& fields) override {
    const RecordType* type = types_.type(kPulseType);
    if (type == nullptr) return Error{ErrorCode::kNotFound, "Nobody is asked for answers here."};
    const auto answer = newAnswer(*type, fields, clock_, random_);
    return answer ? answers_.keep(*answer) : Status{answer.error()};
  }

 private:
  LocalAnswers& answers_;
  const Catalogue& types_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace rapport
