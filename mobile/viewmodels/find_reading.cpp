#include "mobile/viewmodels/find_reading.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/wording.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

// A piece takes some milliseconds; a tap that is to be saved waits no longer than that.
constexpr std::size_t kPiece = 100;
constexpr std::size_t kMostFound = 100;

// Each comes about by something else that a person does.
constexpr std::array<std::string_view, 4> kNotByHand{"attachment", "review", "station",
                                                     "tally_cell"};

bool byHand(const RecordType& type) {
  return !type.drop && std::ranges::find(kNotByHand, type.name) == kNotByHand.end();
}

void keepNewest(FindWalk& walk) {
  std::ranges::sort(walk.found, std::ranges::greater(), &FoundRecord::id);
  if (walk.found.size() <= kMostFound) return;
  walk.found.resize(kMostFound);
  walk.more = true;
}

}  // namespace

bool mayBegin(const RecordType& type, Role role) { return byHand(type) && mayWrite(type, role); }

bool mayFind(const RecordType& type, Role role) {
  return byHand(type) && type.area != "office" && mayRead(type, role);
}

bool canBeAbout(const RecordType& type, const std::string& about) {
  return std::ranges::any_of(
      type.fields, [&about](const FieldDeclaration& field) { return field.reference == about; });
}

QString plainWords(const QString& words) {
  QString plain;
  for (const QChar each : words.trimmed().normalized(QString::NormalizationForm_D))
    if (each.category() != QChar::Mark_NonSpacing) plain.append(each.toCaseFolded());
  return plain;
}

Result<FindWalk> walkOn(Notebook& notebook, FindWalk walk) {
  std::size_t left = kPiece;
  while (left > 0 && !walk.ended()) {
    const std::string& type = walk.types[walk.at];
    const auto piece = notebook.list(type, walk.after, left);
    if (!piece.ok()) return piece.error();
    for (const RecordSheet& sheet : *piece) {
      const QString title = toQt(RecordView(sheet).titleIn(codeOf(spoken())));
      if (plainWords(title).contains(walk.words))
        walk.found.push_back({sheet.state.id, type, title});
    }
    if (piece->size() == left) {
      walk.after = piece->back().state.id;
    } else {
      ++walk.at;
      walk.after.reset();
    }
    left -= piece->size();
  }
  keepNewest(walk);
  return walk;
}

}  // namespace rapport
