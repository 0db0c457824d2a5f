#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/merge/field_edit.h"

namespace rapport::bench {

// One household visit: what the questionnaire household_visit.json asks, and an id. As JSON some
// 577 bytes, twelve members with the id.
struct Visit {
  Uuid id;
  std::vector<FieldEdit> fields;
};

// The same visits in every run and on every machine: the i-th depends on i alone.
Visit makeVisit(std::size_t i);

// What it is as JSON, to tell its size.
std::string jsonOf(const Visit& visit);

}  // namespace rapport::bench
