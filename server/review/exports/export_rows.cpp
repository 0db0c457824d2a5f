#include "server/review/exports/export_rows.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/exports/k_groups.h"
#include "server/review/names.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// Every living record of the type for this role, as JSON.
Status eachShown(const Viewer& viewer, const RecordType& type, Names& names,
                 const std::function<Status(const RecordState&, Json)>& visit) {
  Status stopped;
  const Status read = viewer.reader.statesAfter(0, [&](const StoredState& stored) {
    if (stored.type != type.number) return true;
    auto state = stored.unpack();
    if (!state) {
      stopped = state.error();
      return false;
    }
    const auto visible = filterFor(viewer.role, &type, *std::move(state));
    if (!visible || isDeleted(*visible)) return true;
    stopped = visit(*visible, recordToJson(type, *visible, names.directory()));
    return static_cast<bool>(stopped);
  });
  return read ? stopped : read;
}

std::vector<std::string> groupOf(const Json& shown) {
  std::vector<std::string> group;
  for (const char* field : {"age_band", "language", "area"}) {
    group.push_back(shown.at("fields").value(field, Json(nullptr)).dump());
  }
  return group;
}

class Table {
 public:
  Table(const RecordType& type, Role role) : ofPeople_(speaksOfPeople(type)) {
    for (const FieldDeclaration& field : type.fields) {
      if (mayRead(type, &field, role) && mayLeaveInRows(type, field)) fields_.push_back(field.name);
    }
  }

  bool hasNothing() const { return fields_.empty(); }

  std::vector<std::string> columns() const {
    if (ofPeople_) return fields_;
    std::vector<std::string> all{"id"};
    all.insert(all.end(), fields_.begin(), fields_.end());
    all.insert(all.end(), {"created_at", "in_conflict"});
    return all;
  }

  std::vector<TableCell> cells(const RecordState& record, const Json& shown) const {
    std::vector<TableCell> out;
    if (!ofPeople_) out.push_back({record.id.toString()});
    for (const std::string& field : fields_) {
      out.push_back(cellOf(shown.at("fields").value(field, Json(nullptr))));
    }
    if (ofPeople_) return out;
    out.push_back({timeToJson(record.created.time.millis)});
    out.push_back({shown.at("conflicts").empty() ? "no" : "yes"});
    return out;
  }

  // Without what does not leave.
  Json line(Json shown) const {
    keepOnly(shown["fields"]);
    if (ofPeople_) return {{"type", shown["type"]}, {"fields", shown["fields"]}};
    keepOnly(shown["conflicts"]);
    return shown;
  }

 private:
  // Of fields, and of cells by their address (field/row/cell).
  void keepOnly(Json& named) const {
    for (auto each = named.begin(); each != named.end();) {
      const std::string field = each.key().substr(0, each.key().find('/'));
      const bool leaves = std::ranges::find(fields_, field) != fields_.end();
      each = leaves ? std::next(each) : named.erase(each);
    }
  }

  bool ofPeople_;
  std::vector<std::string> fields_;
};

}  // namespace

Status exportRows(const Viewer& viewer, const std::string& typeName, const ExportSink& sink) {
  const RecordType* type = viewer.catalogue.type(std::string_view{typeName});
  if (type == nullptr || !mayRead(*type, viewer.role)) {
    return Error{ErrorCode::kNotFound,
                 "There is no kind of record \"" + typeName + "\" for this role."};
  }
  Names names(viewer.reader, viewer.catalogue);
  const Table table(*type, viewer.role);
  ExportHead head{typeName, type->formVersion, table.columns(), speaksOfPeople(*type)};
  KGroups groups;
  if (table.hasNothing()) {
    const Status counted = eachShown(viewer, *type, names, [&](const RecordState&, const Json&) {
      ++head.dropped;
      return Status{};
    });
    return counted ? sink.head(head) : counted;
  }
  if (head.ofPeople) {
    const Status counted =
        eachShown(viewer, *type, names, [&](const RecordState&, const Json& shown) {
          groups.add(groupOf(shown));
          return Status{};
        });
    if (!counted) return counted;
    head.dropped = groups.dropped();
  }
  if (const Status begun = sink.head(head); !begun) return begun;
  return eachShown(viewer, *type, names, [&](const RecordState& record, Json shown) {
    if (head.ofPeople && !groups.keeps(groupOf(shown))) return Status{};
    const auto cells = table.cells(record, shown);
    return sink.row(cells, table.line(std::move(shown)));
  });
}

}  // namespace rapport
