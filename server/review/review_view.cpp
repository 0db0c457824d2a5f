#include "server/review/review_view.h"

#include <nlohmann/json.hpp>

#include "server/review/names.h"
#include "shared/merge/author.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "shared/protocol/number_text.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/review.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// As the reviewer sees it: the one that is there, or a new one.
Result<RecordState> presentReview(ServerReader& reader, const RecordType& type, Role role,
                                  RecordId id) {
  auto state = reader.record(id);
  if (!state) return state.error();
  auto visible = *state ? filterFor(role, &type, **state) : std::nullopt;
  if (visible) return *std::move(visible);
  RecordState fresh;
  fresh.id = id;
  fresh.type = type.number;
  fresh.formVersion = type.formVersion;
  return fresh;
}

struct Said {
  std::string outcome, comment;
};

Result<Said> saidIn(const Json& body) {
  const auto text = [&body](const char* key) {
    const auto found = body.find(key);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  Said said;
  said.outcome = text("outcome");
  if (said.outcome != "looks_right" && said.outcome != "has_issues") {
    return Error{ErrorCode::kInvalid, "\"outcome\" is looks_right or has_issues."};
  }
  said.comment = text("comment");
  if (said.outcome == "has_issues" && said.comment.empty()) {
    return Error{ErrorCode::kInvalid, "Say what should be looked at again. Nothing was saved."};
  }
  return said;
}

}  // namespace

Result<Json> reviewView(const Viewer& viewer, const RecordState& record) {
  const RecordType* type = viewer.catalogue.type(std::string_view{kReviewTypeName});
  const auto state = viewer.reader.record(reviewIdOf(record.id));
  if (!state) return state.error();
  const auto visible = *state ? filterFor(viewer.role, type, **state) : std::nullopt;
  const auto review = visible ? reviewIn(viewer.catalogue, *visible) : std::nullopt;
  if (!review || review->about != record.id) return Json(nullptr);
  Names names(viewer.reader, viewer.catalogue);
  return Json{{"outcome", review->hasIssues ? "has_issues" : "looks_right"},
              {"comment", review->comment},
              {"user", names.person(review->by)},
              {"at", timeToJson(review->at.millis)},
              {"current", review->covers(record.number)}};
}

Result<ServerWrite> reviewFrom(ServerReader& reader, const Catalogue& catalogue,
                               const Editor& editor, RecordId about, const Json& body) {
  const RecordType& type = *catalogue.type(std::string_view{kReviewTypeName});
  if (!mayWrite(type, editor.role)) {
    return Error{ErrorCode::kRefused, "Coordinators and safeguarding officers review records."};
  }
  const auto said = saidIn(body);
  if (!said) return said.error();
  const auto record = visibleRecord(reader, catalogue, editor.role, about);
  if (!record) return record.error();
  const auto seen = seenIn(body, *record);
  if (!seen) return seen.error();
  const RecordType& aboutType = *catalogue.type(record->type);
  if (!said->comment.empty() && !filterFor(Role::kCoordinator, &aboutType, *record)) {
    return Error{ErrorCode::kRefused,
                 "Everybody who works here could read the comment, and this record is sealed. "
                 "Nothing was saved; talk to whoever wrote it instead."};
  }
  const auto shown = presentReview(reader, type, editor.role, reviewIdOf(about));
  if (!shown) return shown.error();
  ServerWrite write;
  write.person = editor.person;
  write.role = editor.role;
  write.record = shown->id;
  write.type = type.number;
  const auto enter = [&](const char* field, Value value) -> Status {
    auto operation = authorEdit(type, editor.role, *shown, {field, std::move(value)});
    if (!operation) return operation.error();
    write.operations.push_back(*std::move(operation));
    return {};
  };
  if (!shown->number) {
    if (Status entered = enter("about", about.toString()); !entered) return entered.error();
    if (Status entered = enter("about_type", aboutType.name); !entered) return entered.error();
  }
  if (Status entered = enter("through", numberText(*seen)); !entered) return entered.error();
  if (Status entered = enter("outcome", said->outcome); !entered) return entered.error();
  const Value comment = said->comment.empty() ? Value{} : Value{said->comment};
  if (Status entered = enter("comment", comment); !entered) return entered.error();
  return write;
}

}  // namespace rapport
