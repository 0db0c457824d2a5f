#include "tests/mobile/qml/saved_here.h"

#include <cstdio>
#include <cstdlib>
#include <set>

#include "tests/mobile/qml/finger.h"

namespace rapport::testing {
namespace {

constexpr std::size_t kMostChanges = 1000;

template <typename T>
T orDie(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "The store of the test cannot be read: %s\n",
               result.error().message.c_str());
  std::abort();
}

}  // namespace

std::uint64_t changesMade(Desk& desk) {
  std::uint64_t made = 0;
  behind(desk,
         [&](Notebook& notebook, Drafts&) { made = orDie(notebook.store().standing()).counter; });
  return made;
}

std::vector<RecordSheet> savedAfter(Desk& desk, std::uint64_t made, std::string_view type) {
  std::vector<RecordSheet> saved;
  behind(desk, [&](Notebook& notebook, Drafts&) {
    std::set<RecordId> seen;
    for (const OwnChange& own : orDie(notebook.store().changesAfter(made, kMostChanges))) {
      if (!seen.insert(own.change.record).second) continue;
      auto sheet = orDie(notebook.get(own.change.record));
      if (sheet && !sheet->deleted && sheet->type->name == type) saved.push_back(*std::move(sheet));
    }
  });
  return saved;
}

std::string draftOf(Desk& desk, const std::string& key) {
  std::string draft;
  behind(desk, [&](Notebook&, Drafts& drafts) {
    if (const auto kept = orDie(drafts.find(key))) draft = *kept;
  });
  return draft;
}

}  // namespace rapport::testing
