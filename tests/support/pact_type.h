#pragma once

#include <vector>

#include "shared/model/catalogue.h"

namespace rapport::testing {

inline constexpr TypeNumber kPactType = 9001;

// The built-in types, and one with rows that merge cell by cell: a pact and its clauses, with a
// worry that volunteers may not read.
inline std::vector<DeclarationFile> declarationsWithPact() {
  std::vector<DeclarationFile> all = builtInDeclarations();
  all.push_back({"pact.json", R"({
    "number": 9001, "name": "pact", "form_version": 1,
    "label": {"en": "Pact"}, "plural": {"en": "Pacts"}, "icon": "notes", "title": ["name"],
    "readers": ["volunteer", "worker", "coordinator", "safeguarding"],
    "writers": ["volunteer", "worker", "coordinator"],
    "fields": [
      {"number": 1, "name": "name", "label": {"en": "Name"}, "kind": "text", "rule": "ask", "class": 1},
      {"number": 16, "name": "clauses", "label": {"en": "Clauses"}, "kind": "row", "rule": "rows", "class": 1,
       "cells": [
         {"number": 1, "name": "wording", "label": {"en": "Wording"}, "kind": "text", "rule": "ask"},
         {"number": 2, "name": "signatures", "label": {"en": "Signatures"}, "kind": "number", "rule": "count"},
         {"number": 3, "name": "stage", "label": {"en": "Stage"}, "kind": "enumeration", "rule": "status",
          "values": [{"name": "proposed", "label": {"en": "Proposed"}, "rank": 0},
                     {"name": "countered", "label": {"en": "Countered"}, "rank": 1},
                     {"name": "agreed", "label": {"en": "Agreed"}, "rank": 2, "final": true}]},
         {"number": 4, "name": "worry", "label": {"en": "Worry"}, "kind": "text", "rule": "ask", "class": 3},
         {"number": 5, "name": "marks", "label": {"en": "Marks"}, "kind": "text", "rule": "union"}]}
    ]})"});
  return all;
}

}  // namespace rapport::testing
