#include "server/app/api_view.h"
#include "server/app/settings_record.h"
#include "server/review/answers_view.h"
#include "server/review/history_view.h"
#include "server/review/inbox_view.h"
#include "server/review/measures_view.h"
#include "server/review/overview_view.h"
#include "server/review/page_edit.h"
#include "server/review/records_view.h"
#include "server/review/review_view.h"
#include "server/review/types_view.h"
#include "server/review/undo_edit.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

RecordsQuestion questionOf(const ApiCall& call) {
  return {valueIn(call.query, "type"), valueIn(call.query, "q"), valueIn(call.query, "after"),
          limitIn(call.query)};
}

// The built-in types and the programme's questionnaires.
Result<ApiReply> types(const ApiCall& call) {
  return read(call, [](const Viewer& viewer) { return Result<Json>(typesView(viewer.catalogue)); });
}

Result<ApiReply> overview(const ApiCall& call) { return read(call, overviewView); }

Result<ApiReply> measures(const ApiCall& call) {
  return read(call, [&](const Viewer& viewer) -> Result<Json> {
    const auto settings = settingsOf(viewer.reader, viewer.catalogue, call.programme);
    if (!settings) return settings.error();
    return measuresView(viewer, *settings, unfinishedDay(call.desk.clock.wallNow()));
  });
}

Result<ApiReply> records(const ApiCall& call) {
  return read(call, [&](const Viewer& viewer) { return recordsView(viewer, questionOf(call)); });
}

Result<ApiReply> conflicts(const ApiCall& call) {
  return read(call, [&](const Viewer& viewer) { return conflictsView(viewer, questionOf(call)); });
}

Result<ApiReply> inbox(const ApiCall& call) {
  const InboxQuestion question{valueIn(call.query, "type"), valueIn(call.query, "after"),
                               limitIn(call.query), valueIn(call.query, "order") == "oldest"};
  return read(call, [&](const Viewer& viewer) { return inboxView(viewer, question); });
}

Result<ApiReply> record(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  return read(call, [&](const Viewer& viewer) { return recordView(viewer, RecordId{*id}); });
}

Result<ApiReply> answers(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  return read(call, [&](const Viewer& viewer) { return answersView(viewer, RecordId{*id}); });
}

Result<ApiReply> history(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  const HistoryQuestion question{valueIn(call.query, "after"), valueIn(call.query, "field")};
  return read(call,
              [&](const Viewer& viewer) { return historyView(viewer, RecordId{*id}, question); });
}

// Writes what `author` makes of the record as it stands inside the transaction, and answers what
// `show` makes of the outcome as it stands there.
template <typename Author, typename Show>
Result<ApiReply> write(const ApiCall& call, unsigned status, const Author& author,
                       const Show& show) {
  Json body;
  const auto work = [&](ServerWriter& programme) -> Status {
    const auto types = call.desk.types.of(programme);
    if (!types) return types.error();
    const Result<ServerWrite> edit = author(programme, **types);
    if (!edit) return edit.error();
    const Result<RecordState> written = call.desk.arbiter.write(programme, *edit);
    if (!written) return written.error();
    Result<Json> shown = show(Viewer{programme, **types, call.role, call.visitor.person}, *written);
    if (!shown) return shown.error();
    body = std::move(*shown);
    return {};
  };
  const Status done = call.desk.writer.run({call.programme, Haste::kNow, work, nullptr});
  if (!done) return done.error();
  return ApiReply{std::move(body), status};
}

// Whoever may write a type may not always read it: a volunteer hands in and reads nothing back.
Result<Json> written(const Viewer& viewer, const RecordState& record) {
  Result<Json> shown = recordView(viewer, record);
  return shown ? std::move(shown) : Result<Json>(Json{{"id", record.id.toString()}});
}

Editor editorOf(const ApiCall& call) {
  return {call.visitor.person, call.role, call.desk.clock, call.desk.random};
}

Result<ApiReply> addRecord(const ApiCall& call) {
  const RecordId id{makeUuidV7(call.desk.clock, call.desk.random)};
  constexpr unsigned kCreated = 201;
  const auto author = [&](ServerReader&, const Catalogue& types) {
    return newRecordFrom(types, editorOf(call), id, call.body);
  };
  return write(call, kCreated, author, written);
}

Result<ApiReply> editRecord(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  const auto author = [&](ServerReader& reader, const Catalogue& types) {
    return editFrom(reader, types, editorOf(call), RecordId{*id}, call.body);
  };
  return write(call, 200, author, written);
}

Result<ApiReply> undoChange(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  const auto author = [&](ServerReader& reader, const Catalogue& types) {
    return undoFrom(reader, types, editorOf(call), RecordId{*id}, call.body);
  };
  return write(call, 200, author, written);
}

// Answers the record that was reviewed, as it stands now.
Result<ApiReply> reviewRecord(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  const auto author = [&](ServerReader& reader, const Catalogue& types) {
    return reviewFrom(reader, types, editorOf(call), RecordId{*id}, call.body);
  };
  return write(call, 200, author, [&](const Viewer& viewer, const RecordState&) {
    return recordView(viewer, RecordId{*id});
  });
}

}  // namespace

const std::vector<ApiRoute>& recordRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/types", Access::kProgramme, types},
      {Method::kGet, "/api/programmes/*/overview", Access::kProgramme, overview},
      {Method::kGet, "/api/programmes/*/measures", Access::kProgramme, measures},
      {Method::kGet, "/api/programmes/*/records", Access::kProgramme, records},
      {Method::kPost,
       "/api/programmes/*/records",
       Access::kProgramme,
       addRecord,
       {{"type", "fields"}}},
      {Method::kGet, "/api/programmes/*/records/*", Access::kProgramme, record},
      {Method::kGet, "/api/programmes/*/records/*/answers", Access::kDevices, answers},
      {Method::kGet, "/api/programmes/*/records/*/history", Access::kProgramme, history},
      {Method::kPost,
       "/api/programmes/*/records/*/edit",
       Access::kProgramme,
       editRecord,
       {{"seen", "fields", "deleted"}}},
      {Method::kPost,
       "/api/programmes/*/records/*/undo",
       Access::kProgramme,
       undoChange,
       {{"seen", "change", "field"}}},
      {Method::kPost,
       "/api/programmes/*/records/*/review",
       Access::kProgramme,
       reviewRecord,
       {{"seen", "outcome", "comment"}}},
      {Method::kGet, "/api/programmes/*/inbox", Access::kProgramme, inbox},
      {Method::kGet, "/api/programmes/*/conflicts", Access::kProgramme, conflicts}};
  return kRoutes;
}

}  // namespace rapport
