#include "tests/simulation/sim_types.h"

#include <cstdio>
#include <cstdlib>

namespace rapport::simulation {
namespace {

constexpr char kPlotJson[] = R"({
  "number": 1, "name": "plot", "form_version": 1,
  "label": {"en": "Plot"}, "plural": {"en": "Plots"}, "icon": "map-pin", "title": ["name"],
  "readers": ["volunteer", "worker", "coordinator", "safeguarding"],
  "writers": ["volunteer", "worker", "coordinator"],
  "fields": [
    {"number": 1, "name": "name", "label": {"en": "n"}, "kind": "text", "rule": "ask", "class": 1},
    {"number": 2, "name": "soil", "label": {"en": "n"}, "kind": "text", "rule": "latest", "class": 1},
    {"number": 3, "name": "origin", "label": {"en": "n"}, "kind": "text", "rule": "immutable", "class": 1},
    {"number": 4, "name": "tags", "label": {"en": "n"}, "kind": "text", "rule": "union", "class": 1},
    {"number": 5, "name": "people", "label": {"en": "n"}, "kind": "number", "rule": "count", "class": 1},
    {"number": 6, "name": "visits", "label": {"en": "n"}, "kind": "row", "rule": "append", "class": 1,
     "cells": [{"number": 1, "name": "text", "label": {"en": "n"}, "kind": "text"}]},
    {"number": 7, "name": "stage", "label": {"en": "n"}, "kind": "enumeration", "rule": "status", "class": 1,
     "values": [{"name": "open", "label": {"en": "n"}, "rank": 0},
                {"name": "doing", "label": {"en": "n"}, "rank": 1},
                {"name": "done", "label": {"en": "n"}, "rank": 2, "final": true},
                {"name": "dropped", "label": {"en": "n"}, "rank": 2, "final": true}]},
    {"number": 8, "name": "consent", "label": {"en": "n"}, "kind": "enumeration", "rule": "consent", "class": 1,
     "values": [{"name": "yes", "label": {"en": "n"}}, {"name": "no", "label": {"en": "n"}},
                {"name": "withdrawn", "label": {"en": "n"}}]},
    {"number": 9, "name": "least", "label": {"en": "n"}, "kind": "number", "rule": "min", "class": 1, "most": 100},
    {"number": 10, "name": "most", "label": {"en": "n"}, "kind": "number", "rule": "max", "class": 1, "most": 100},
    {"number": 11, "name": "flag", "label": {"en": "n"}, "kind": "boolean", "rule": "or", "class": 1, "never_falls": true},
    {"number": 12, "name": "worry", "label": {"en": "n"}, "kind": "text", "rule": "ask", "class": 3},
    {"number": 13, "name": "names", "label": {"en": "n"}, "kind": "text", "rule": "union", "class": 3},
    {"number": 14, "name": "cases", "label": {"en": "n"}, "kind": "number", "rule": "count", "class": 3},
    {"number": 15, "name": "verdict", "label": {"en": "n"}, "kind": "text", "rule": "ask", "class": 1,
     "writers": ["coordinator"]},
    {"number": 16, "name": "beds", "label": {"en": "n"}, "kind": "row", "rule": "rows", "class": 1,
     "cells": [
       {"number": 1, "name": "plant", "label": {"en": "n"}, "kind": "text", "rule": "ask"},
       {"number": 2, "name": "tags", "label": {"en": "n"}, "kind": "text", "rule": "union"},
       {"number": 3, "name": "seeds", "label": {"en": "n"}, "kind": "number", "rule": "count"},
       {"number": 4, "name": "stage", "label": {"en": "n"}, "kind": "enumeration", "rule": "status",
        "values": [{"name": "open", "label": {"en": "n"}, "rank": 0},
                   {"name": "done", "label": {"en": "n"}, "rank": 1, "final": true},
                   {"name": "dropped", "label": {"en": "n"}, "rank": 1, "final": true}]},
       {"number": 5, "name": "origin", "label": {"en": "n"}, "kind": "text", "rule": "immutable"},
       {"number": 6, "name": "worry", "label": {"en": "n"}, "kind": "text", "rule": "ask", "class": 3},
       {"number": 7, "name": "firm", "label": {"en": "n"}, "kind": "boolean", "rule": "or", "never_falls": true}]}
  ]})";

constexpr char kPaperJson[] = R"({
  "number": 2, "name": "paper", "form_version": 1,
  "label": {"en": "Paper"}, "plural": {"en": "Papers"}, "icon": "note", "title": ["summary"],
  "readers": ["worker", "coordinator", "safeguarding"],
  "writers": ["volunteer", "worker", "coordinator", "safeguarding"],
  "sealed_when": "sensitive",
  "fields": [
    {"number": 1, "name": "text", "label": {"en": "n"}, "kind": "text", "rule": "immutable", "class": 2},
    {"number": 2, "name": "summary", "label": {"en": "n"}, "kind": "text", "rule": "ask", "class": 1},
    {"number": 3, "name": "sensitive", "label": {"en": "n"}, "kind": "boolean", "rule": "or", "class": 1, "never_falls": true},
    {"number": 4, "name": "codes", "label": {"en": "n"}, "kind": "text", "rule": "union", "class": 1},
    {"number": 5, "name": "marks", "label": {"en": "n"}, "kind": "number", "rule": "count", "class": 1}
  ]})";

constexpr char kSheetJson[] = R"({
  "number": 3, "name": "sheet", "form_version": 1,
  "label": {"en": "Sheet"}, "plural": {"en": "Sheets"}, "icon": "notes", "title": ["text"],
  "readers": ["worker", "coordinator"], "writers": ["worker", "coordinator"],
  "fields": [
    {"number": 1, "name": "text", "label": {"en": "n"}, "kind": "text", "rule": "latest", "class": 2},
    {"number": 2, "name": "codes", "label": {"en": "n"}, "kind": "text", "rule": "union", "class": 2},
    {"number": 3, "name": "marks", "label": {"en": "n"}, "kind": "number", "rule": "count", "class": 2}
  ]})";

Catalogue load() {
  Result<Catalogue> catalogue = Catalogue::load(
      {{"plot.json", kPlotJson}, {"paper.json", kPaperJson}, {"sheet.json", kSheetJson}});
  if (catalogue) return std::move(catalogue).value();
  std::fprintf(stderr, "%s\n", catalogue.error().message.c_str());
  std::abort();
}

}  // namespace

const Catalogue& simCatalogue() {
  static const Catalogue catalogue = load();
  return catalogue;
}

}  // namespace rapport::simulation
