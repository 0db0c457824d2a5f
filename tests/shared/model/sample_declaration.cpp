#include "tests/shared/model/sample_declaration.h"

#include <gtest/gtest.h>

namespace rapport {

std::string sampleDeclaration() {
  return R"({
  "number": 7, "name": "visit", "form_version": 1,
  "label": {"en": "Visit", "es": "Visita"}, "plural": {"en": "Visits", "es": "Visitas"},
  "icon": "map-pin", "title": ["name"],
  "readers": ["worker", "coordinator", "safeguarding"], "writers": ["volunteer", "worker"],
  "sealed_when": "sensitive", "groups": [{"name": "told", "label": {"en": "What was told"}}],
  "fields": [
    {"number": 1, "name": "name", "label": {"en": "Name"}, "kind": "text", "rule": "ask", "class": 1},
    {"number": 2, "name": "story", "label": {"en": "Story"}, "kind": "long_text", "rule": "immutable", "class": 2},
    {"number": 3, "name": "rating", "label": {"en": "Rating"}, "kind": "number", "rule": "latest", "class": 1,
     "least": 0, "most": 3},
    {"number": 4, "name": "share", "label": {"en": "Share"}, "kind": "decimal", "rule": "max", "class": 1, "least": 0},
    {"number": 5, "name": "sensitive", "label": {"en": "Sensitive"}, "kind": "boolean", "rule": "or", "class": 1,
     "never_falls": true},
    {"number": 6, "name": "due", "label": {"en": "Due"}, "kind": "date", "rule": "latest", "class": 1},
    {"number": 7, "name": "opens", "label": {"en": "Opens"}, "kind": "time", "rule": "latest", "class": 1},
    {"number": 8, "name": "told_at", "label": {"en": "Told"}, "kind": "date_time", "rule": "min", "class": 1},
    {"number": 9, "name": "mood", "label": {"en": "Mood"}, "kind": "enumeration", "rule": "latest", "class": 1,
     "values": [{"name": "good", "label": {"en": "Good"}}, {"name": "bad", "label": {"en": "Bad"}}]},
    {"number": 10, "name": "before", "label": {"en": "Before"}, "kind": "reference", "rule": "latest", "class": 1,
     "reference": "visit"},
    {"number": 11, "name": "spoken", "label": {"en": "Spoken"}, "kind": "language", "rule": "latest", "class": 1},
    {"number": 12, "name": "languages", "label": {"en": "Languages"}, "kind": "language", "rule": "union", "class": 1},
    {"number": 13, "name": "place", "label": {"en": "Place"}, "kind": "place", "rule": "ask", "class": 1},
    {"number": 14, "name": "people", "label": {"en": "People"}, "kind": "number", "rule": "count", "class": 1},
    {"number": 15, "name": "stage", "label": {"en": "Stage"}, "kind": "enumeration", "rule": "status", "class": 1,
     "values": [{"name": "open", "label": {"en": "Open"}, "rank": 0},
                {"name": "done", "label": {"en": "Done"}, "rank": 1, "final": true}]},
    {"number": 16, "name": "agreed", "label": {"en": "Agreed"}, "kind": "enumeration", "rule": "consent", "class": 3,
     "values": [{"name": "yes", "label": {"en": "Yes"}}, {"name": "no", "label": {"en": "No"}},
                {"name": "withdrawn", "label": {"en": "Withdrawn"}}]},
    {"number": 17, "name": "changes", "label": {"en": "Changes"}, "kind": "row", "rule": "append", "class": 1,
     "cells": [{"number": 1, "name": "new_date", "label": {"en": "New date"}, "kind": "date"},
               {"number": 2, "name": "hours", "label": {"en": "Hours"}, "kind": "decimal", "least": 0}]},
    {"number": 18, "name": "secret", "label": {"en": "Secret"}, "kind": "text", "rule": "latest", "class": 4},
    {"number": 19, "name": "approved", "label": {"en": "Approved"}, "kind": "boolean", "rule": "latest", "class": 1,
     "writers": ["worker"], "readers": ["coordinator"]},
    {"number": 20, "name": "nickname", "label": {"en": "Nickname"}, "hint": {"en": "What friends say."},
     "kind": "text", "rule": "ask", "class": 1, "max_length": 4, "widget": "line", "group": "told",
     "shown_when": {"mood": ["good"]}, "required_when": {"mood": ["good", "bad"]}},
    {"number": 21, "name": "digest", "label": {"en": "Digest"}, "kind": "text", "rule": "immutable", "class": 1,
     "spelling": "sha256"},
    {"number": 22, "name": "clauses", "label": {"en": "Clauses"}, "kind": "row", "rule": "rows", "class": 1,
     "writers": ["worker"],
     "cells": [{"number": 1, "name": "wording", "label": {"en": "Wording"}, "kind": "text", "rule": "ask"},
               {"number": 2, "name": "stage", "label": {"en": "Stage"}, "kind": "enumeration", "rule": "status",
                "values": [{"name": "proposed", "label": {"en": "Proposed"}, "rank": 0},
                           {"name": "agreed", "label": {"en": "Agreed"}, "rank": 1, "final": true}]},
               {"number": 3, "name": "worry", "label": {"en": "Worry"}, "kind": "text", "rule": "latest", "class": 3},
               {"number": 4, "name": "signed", "label": {"en": "Signed"}, "kind": "boolean", "rule": "or",
                "never_falls": true}]}
  ]
})";
}

const RecordType& sampleType() {
  static const auto kLoaded = Catalogue::load({{"visit.json", sampleDeclaration()}});
  if (!kLoaded) ADD_FAILURE() << kLoaded.error().message;
  return kLoaded->types().front();
}

const FieldDeclaration& sampleField(std::string_view name) {
  const FieldDeclaration* field = sampleType().field(name);
  if (field == nullptr) ADD_FAILURE() << "no field " << name;
  return *field;
}

}  // namespace rapport
