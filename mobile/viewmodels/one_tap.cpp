#include "mobile/viewmodels/one_tap.h"

#include <QCoreApplication>
#include <QPointer>
#include <utility>

#include "mobile/viewmodels/saving.h"

namespace rapport {
namespace {

struct OneTap {
  Q_DECLARE_TR_FUNCTIONS(OneTap)
};

void sayWhenUndone(FrontDesk& desk, const Result<Kept>& undone) {
  if (undone.ok()) desk.toast()->show(OneTap::tr("Taken back, saved here"));
}

}  // namespace

void putUndoably(ViewModel& model, const std::string& id, std::vector<FieldEdit> fields,
                 std::vector<FieldEdit> before, const QString& done) {
  FrontDesk* desk = model.desk();
  const auto put = [id](std::vector<FieldEdit> edits) {
    return [id, edits = std::move(edits)](Notebook& notebook, Drafts&) {
      return putFields(notebook, id, edits);
    };
  };
  desk->write(&model, put(std::move(fields)),
              [&model, desk, put, before = std::move(before), done](const Result<Kept>& kept) {
                if (!model.saved(kept)) return;
                desk->toast()->show(done, [desk, put, before] {
                  desk->write(desk, put(before),
                              [desk](const Result<Kept>& undone) { sayWhenUndone(*desk, undone); });
                });
              });
}

void keepPromise(ViewModel& model, const std::string& id, const std::string& status) {
  putUndoably(
      model, id,
      {{"status", Value(std::string("kept"))}, {"done_at", Value(nowText(model.desk()->clock()))}},
      {{"status", Value(status)}, {"done_at", Value()}},
      OneTap::tr("Promise kept, saved here. Now tell them."));
}

void tellPromise(ViewModel& model, const std::string& id) {
  putUndoably(model, id, {{"told_at", Value(nowText(model.desk()->clock()))}},
              {{"told_at", Value()}}, OneTap::tr("Told back, saved here"));
}

void offerToDelete(FrontDesk& desk, RecordId id, const QString& done) {
  desk.toast()->show(done, [&desk, id] {
    desk.write(
        &desk,
        [id](Notebook& notebook, Drafts&) {
          return notebook.put({.id = id, .deletion = Deletion::kDelete});
        },
        [&desk](const Result<Kept>& undone) { sayWhenUndone(desk, undone); });
  });
}

}  // namespace rapport
