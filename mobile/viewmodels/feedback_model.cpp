#include "mobile/viewmodels/feedback_model.h"

#include <array>

#include "mobile/viewmodels/one_tap.h"
#include "mobile/viewmodels/saving.h"
#include "mobile/viewmodels/wording.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

const char* const kText = "text";

struct Choice {
  const char* name;  // the enumerator
  const char* label;
  const char* icon;
};

constexpr std::array kKinds{
    Choice{"thanks", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Thanks"), "heart"},
    Choice{"question", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Question"), "help-circle"},
    Choice{"concern", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Concern"), "alert-circle"},
    Choice{"suggestion", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Idea"), "bulb"},
    Choice{"complaint", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Complaint"), "message-report"},
    Choice{"rumour", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Rumour"), "speakerphone"},
    Choice{"observation", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Something we saw"), "eye"},
    Choice{"out_of_scope", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Not ours to answer"),
           "circle-off"},
};
constexpr std::array kChannels{
    Choice{"in_person", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Face to face"), "users"},
    Choice{"phone", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Phone call"), "phone"},
    Choice{"message", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Text message"), "message-dots"},
    Choice{"paper", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Paper note"), "note"},
    Choice{"online", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Online"), "world"},
};
constexpr std::array kGivers{
    Choice{"participant", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Participant"), "user"},
    Choice{"partner", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Partner"), "building-community"},
    Choice{"staff", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "Staff"), "key"},
    Choice{"anonymous", QT_TRANSLATE_NOOP("rapport::FeedbackModel", "No name"), "circle-off"},
};

template <std::size_t N>
QList<QVariantList> rowsOf(const std::array<Choice, N>& choices, const QString& chosen) {
  QList<QVariantList> rows;
  for (const Choice& choice : choices) {
    const QString name = QString::fromLatin1(choice.name);
    rows.append(
        {name, FeedbackModel::tr(choice.label), QString::fromLatin1(choice.icon), name == chosen});
  }
  return rows;
}

}  // namespace

FeedbackModel::FeedbackModel(QObject* parent)
    : ViewModel(parent),
      kinds_({"name", "label", "iconName", "chosen"}),
      channels_({"name", "label", "iconName", "chosen"}),
      givers_({"name", "label", "iconName", "chosen"}),
      keeper_(this) {
  showChoices();
}

void FeedbackModel::readAgain() {
  if (!keeper_.isOpen()) {
    keeper_.open(desk(), QStringLiteral("feedback"), [this](const QJsonObject& kept) {
      if (draft_.isEmpty()) draft_ = kept;
      keeper_.stayHere(sensitive());
      showChoices();
    });
  }
  desk()->read(
      this,
      [now = desk()->clock().wallNow()](Notebook& notebook, Drafts&) -> Result<Reading> {
        const auto events = readEvents(notebook);
        if (!events.ok()) return events.error();
        const auto officers = notebook.officers();
        if (!officers.ok()) return officers.error();
        const EventFacts* open = openEvent(*events, now);
        Reading reading = open != nullptr ? Reading{*open, true} : Reading{};
        reading.sealing = *officers >= limits::kOfficersNeeded;
        return reading;
      },
      [this](const Result<Reading>& reading) {
        if (reading.ok()) {
          open_ = reading->open;
          sealing_ = reading->sealing;
          showPlace();
          showChoices();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

QString FeedbackModel::giver() const {
  const QString chosen = held("giver");
  if (!chosen.isEmpty()) return chosen;
  return open_.id.empty() ? QStringLiteral("anonymous") : QStringLiteral("participant");
}

void FeedbackModel::showPlace() {
  const QString time =
      dayWord(localTime(desk()->clock().wallNow(), desk()->clock()), localToday(desk()->clock()));
  place_ = open_.id.empty() ? time : toQt(open_.title) + QLatin1Char('\n') + time;
}

void FeedbackModel::showChoices() {
  kinds_.show(rowsOf(kKinds, kind()));
  channels_.show(rowsOf(kChannels, channel()));
  givers_.show(rowsOf(kGivers, giver()));
  emit changed();
}

void FeedbackModel::hold(const char* field, const QString& value) {
  if (held(field) == value) return;
  draft_[QLatin1String(field)] = value;
  keeper_.keep(draft_);
  showChoices();
}

void FeedbackModel::setWords(const QString& words) {
  if (words == this->words()) return;
  draft_[QLatin1String(kText)] = words;
  keeper_.keepSoon(draft_);
  emit changed();
}

void FeedbackModel::setSensitive(bool sensitive) {
  if (sensitive == this->sensitive()) return;
  draft_[QLatin1String("sensitive")] = sensitive;
  keeper_.stayHere(sensitive);
  keeper_.keep(draft_);
  emit changed();
}

QString FeedbackModel::missing() const {
  if (kind().isEmpty()) return tr("Choose what kind it is first");
  if (channel().isEmpty()) return tr("Choose how it reached us first");
  if (words().trimmed().isEmpty()) return tr("Write their words first");
  return {};
}

std::vector<FieldEdit> FeedbackModel::fields() const {
  std::vector<FieldEdit> edits{
      {"received_at", Value(nowText(desk()->clock()))}, {"channel", Value(channel().toStdString())},
      {"giver", Value(giver().toStdString())},          {"type", Value(kind().toStdString())},
      {"text", Value(words().trimmed().toStdString())}, {"status", Value(std::string("new"))}};
  if (sensitive()) edits.push_back({"sensitive", Value(true)});
  if (!open_.id.empty()) {
    // While an event is open somebody stands before us because we came to ask.
    edits.push_back({"solicited", Value(true)});
    edits.push_back({"event", Value(open_.id)});
    if (!open_.partnerId.empty()) edits.push_back({"partner", Value(open_.partnerId)});
  }
  return edits;
}

void FeedbackModel::save() {
  if (saving_ || !missing().isEmpty()) return;
  saving_ = true;
  emit changed();
  auto id = Uuid::parse(held("id").toStdString());
  if (!id) {
    id = desk()->newRecordId().uuid;
    draft_[QLatin1String("id")] = QString::fromStdString(id->toString());
  }
  keeper_.keep(draft_);
  desk()->write(
      this,
      [id = RecordId{*id}, edits = fields(), key = keeper_.key()](Notebook& notebook,
                                                                  Drafts& drafts) {
        return putAndForget(notebook, drafts, {.id = id, .type = "feedback", .fields = edits}, key);
      },
      [this, id = RecordId{*id}, sealed = sealing_ && sensitive()](const Result<Kept>& kept) {
        saving_ = false;
        emit changed();
        if (!saved(kept)) return;
        keeper_.drop();
        keeper_.stayHere(false);
        draft_ = {};
        offerToDelete(*desk(), id,
                      sealed ? tr("Sealed and saved here") : tr("Feedback saved here"));
        emit done();
      });
}

}  // namespace rapport
