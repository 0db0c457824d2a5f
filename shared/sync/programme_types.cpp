#include "shared/sync/programme_types.h"

#include "shared/sync/forms.h"

namespace rapport {
namespace {

TypeNumber formTypeOf(const Catalogue& builtIn) {
  const RecordType* form = builtIn.type(kFormTypeName);
  return form != nullptr ? form->number : 0;
}

}  // namespace

ProgrammeTypes::ProgrammeTypes(const Catalogue& builtIn)
    : builtIn_(std::make_shared<const Catalogue>(builtIn)), form_(formTypeOf(builtIn)) {}

// Forms are never changed nor deleted, so that others than before means more than before.
Result<std::size_t> ProgrammeTypes::formsIn(ServerReader& programme) const {
  const auto counts = programme.countByType();
  if (!counts) return counts.error();
  for (const TypeCount& count : *counts) {
    if (count.type == form_) return count.living;
  }
  return std::size_t{0};
}

Result<ProgrammeTypes::Types> ProgrammeTypes::of(ServerReader& programme) {
  const auto forms = formsIn(programme);
  if (!forms) return forms.error();
  if (*forms == 0) return builtIn_;
  const auto row = programme.programme();
  if (!row) return row.error();
  Known& known = known_[row->name];
  if (known.types != nullptr && known.forms == *forms && known.epoch == row->epoch) {
    return known.types;
  }
  auto types = read(programme);
  if (types) known = {row->epoch, *forms, *types};
  return types;
}

Result<ProgrammeTypes::Types> ProgrammeTypes::read(ServerReader& programme) const {
  auto types = std::make_shared<Catalogue>(*builtIn_);
  RecordQuery query;
  query.type = form_;
  while (true) {
    const auto page = programme.find(query);
    if (!page) return page.error();
    for (const RecordRow& row : *page) adoptForm(*types, row.state);
    if (page->size() < query.limit) return Types(std::move(types));
    query.beyond = page->back().state.number->n;
  }
}

}  // namespace rapport
