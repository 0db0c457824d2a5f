#include "mobile/viewmodels/promise_model.h"

#include <algorithm>
#include <array>

#include "mobile/viewmodels/one_tap.h"
#include "mobile/viewmodels/promises_reading.h"
#include "mobile/viewmodels/saving.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

constexpr std::size_t kPartnersShown = 2;
constexpr std::size_t kPeopleShown = 3;

struct TellingWay {
  const char* name;
  const char* label;
};
constexpr std::array kTellings{
    TellingWay{"in_person", QT_TRANSLATE_NOOP("rapport::PromiseModel", "Face to face")},
    TellingWay{"phone", QT_TRANSLATE_NOOP("rapport::PromiseModel", "Phone call")},
    TellingWay{"message", QT_TRANSLATE_NOOP("rapport::PromiseModel", "Text message")},
    TellingWay{"poster", QT_TRANSLATE_NOOP("rapport::PromiseModel", "Poster")}};

QString firstName(const std::string& name) { return toQt(name).section(QLatin1Char(' '), 0, 0); }

QString roleWord(Role role) {
  switch (role) {
    case Role::kVolunteer:
      return PromiseModel::tr("volunteer");
    case Role::kWorker:
      return PromiseModel::tr("outreach worker");
    case Role::kCoordinator:
      return PromiseModel::tr("coordinator");
    case Role::kSafeguarding:
      return PromiseModel::tr("safety lead");
    case Role::kAdmin:
      break;
  }
  return PromiseModel::tr("administrator");
}

}  // namespace

PromiseModel::PromiseModel(QObject* parent)
    : ViewModel(parent),
      partners_({"partnerId", "name", "chosen"}),
      allPartners_({"choiceId", "name", "detail", "chosen"}),
      people_({"personId", "name", "initial", "tone", "chosen"}),
      allPeople_({"choiceId", "name", "detail", "chosen"}),
      dues_({"day", "label", "chosen"}),
      tells_({"name", "label", "chosen"}),
      heard_({"choiceId", "name", "detail", "chosen"}),
      keeper_(this) {}

void PromiseModel::readAgain() {
  if (!keeper_.isOpen()) {
    keeper_.open(desk(), QStringLiteral("promise"), [this](const QJsonObject& kept) {
      // Taps that came before the draft win over it.
      QJsonObject draft = kept;
      for (auto it = draft_.begin(); it != draft_.end(); ++it) draft[it.key()] = it.value();
      draft_ = draft;
      show();
    });
  }
  desk()->read(
      this, [](Notebook& notebook, Drafts&) { return readForPromise(notebook); },
      [this](const Result<PromiseReading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          show();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

QString PromiseModel::partnerId() const {
  const QString chosen = held("partner");
  if (!chosen.isEmpty()) return chosen;
  const EventFacts* open = openEvent(reading_.events, desk()->clock().wallNow());
  return open != nullptr ? toQt(open->partnerId) : QString();
}

QString PromiseModel::assigneeId() const {
  const QString chosen = held("assignee");
  return chosen.isEmpty() && ours() ? toQt(reading_.me.id) : chosen;
}

void PromiseModel::show() {
  showPartners();
  showPeople();
  showDues();
  QList<QVariantList> tells;
  for (const TellingWay& telling : kTellings) {
    const QString name = QString::fromLatin1(telling.name);
    tells.append({name, tr(telling.label), name == held("told_via")});
  }
  tells_.show(tells);
  showHeard();
  showSlip();
  emit changed();
}

// The chosen one first, then partners of the events nearest to now, then by name.
void PromiseModel::showPartners() {
  const std::string chosen = partnerId().toStdString();
  std::vector<std::string> order{chosen};
  std::vector<EventFacts> near = reading_.events;
  const WallTime now = desk()->clock().wallNow();
  std::ranges::stable_sort(near, {}, [now](const EventFacts& event) {
    return event.start > now ? event.start - now : now - event.start;
  });
  for (const EventFacts& event : near) order.push_back(event.partnerId);
  for (const PartnerFacts& partner : reading_.partners) order.push_back(partner.id);
  QList<QVariantList> few, all;
  for (const PartnerFacts& partner : reading_.partners)
    all.append({toQt(partner.id), toQt(partner.name),
                partner.areas.empty() ? QString() : toQt(partner.areas.front()),
                partner.id == chosen});
  for (const std::string& id : order) {
    const auto partner = std::ranges::find(reading_.partners, id, &PartnerFacts::id);
    const bool shown = std::ranges::any_of(
        few, [&](const QVariantList& row) { return row.front().toString().toStdString() == id; });
    if (partner == reading_.partners.end() || shown) continue;
    few.append({toQt(id), toQt(partner->name), id == chosen});
    if (static_cast<std::size_t>(few.size()) == kPartnersShown) break;
  }
  partners_.show(few);
  allPartners_.show(all);
}

void PromiseModel::showPeople() {
  const QString chosen = assigneeId();
  QList<QVariantList> few, all;
  const auto add = [&](const PersonFacts& person, bool me) {
    const QString id = toQt(person.id);
    const QString name = me ? tr("Me, %1").arg(firstName(person.name)) : firstName(person.name);
    const int tone = me ? 0 : 1 + static_cast<int>(all.size() - 1) % 3;
    const bool isChosen = id == chosen;
    if (static_cast<std::size_t>(few.size()) < kPeopleShown || isChosen)
      few.append(
          {id, name, name.isEmpty() ? QString() : firstName(person.name).left(1), tone, isChosen});
    all.append({id, toQt(person.name), QString(), isChosen});
  };
  if (!reading_.me.id.empty()) add(reading_.me, true);
  for (const PersonFacts& person : reading_.people) add(person, false);
  people_.show(few);
  allPeople_.show(all);
}

void PromiseModel::showDues() {
  const QDate today = localToday(desk()->clock());
  const QDate chosen = QDate::fromString(held("due"), Qt::ISODate);
  QList<QVariantList> rows;
  const auto add = [&](QDate day, const QString& label) {
    for (const QVariantList& row : rows)
      if (row.front().toString() == day.toString(Qt::ISODate)) return;
    rows.append({day.toString(Qt::ISODate), label, day == chosen});
  };
  add(today, tr("Today"));
  add(today.addDays(1), tr("Tomorrow"));
  add(today.addDays(7), shortDate(today.addDays(7)));
  for (const EventFacts& event : reading_.events) {
    const QDate day = localTime(event.start, desk()->clock()).date();
    if (event.partnerId != partnerId().toStdString() || day <= today || !event.timed) continue;
    add(day.addDays(-1), tr("Before next visit"));
    break;
  }
  if (chosen.isValid()) add(chosen, shortDate(chosen));
  dues_.show(rows);
}

void PromiseModel::showHeard() {
  QList<QVariantList> rows;
  for (const HeardFacts& heard : reading_.heard) {
    const QString id = toQt(heard.id);
    rows.append({id, toQt(heard.words), shortDate(localTime(heard.at, desk()->clock()).date()),
                 id == held("answers")});
  }
  heard_.show(rows);
}

void PromiseModel::showSlip() {
  PromiseSlip::Parts parts{.text = words(), .ours = ours()};
  parts.partner = allPartners_.value(partnerId(), "name").toString();
  const QDate due = QDate::fromString(held("due"), Qt::ISODate);
  parts.due = due;
  const QString assignee = assigneeId();
  const QString name = firstName(allPeople_.value(assignee, "name").toString().toStdString());
  parts.doer = name;
  if (!name.isEmpty())
    parts.who = assignee == toQt(reading_.me.id)
                    ? name + QStringLiteral(", ") + roleWord(reading_.role)
                    : name;
  parts.told = tells_.value(held("told_via"), "label").toString();
  slip_.show(parts);
}

void PromiseModel::hold(const char* field, const QString& value) {
  draft_[QLatin1String(field)] = value;
  if (keeper_.isOpen()) keeper_.keep(draft_);
  show();
}

void PromiseModel::setWords(const QString& words) {
  if (words == this->words()) return;
  draft_[QLatin1String("text")] = words;
  keeper_.keepSoon(draft_);
  showSlip();
  emit changed();
}

void PromiseModel::setOurs(bool ours) {
  if (ours == this->ours()) return;
  hold("owed_by", ours ? QStringLiteral("us") : QStringLiteral("partner"));
}

void PromiseModel::answer(const QString& feedbackId) {
  draft_[QLatin1String("answers")] = feedbackId;
  hold("answering", heard_.value(feedbackId, "name").toString());
}

QString PromiseModel::missing() const {
  if (words().trimmed().isEmpty()) return tr("Write what is promised first");
  if (desk() == nullptr || partnerId().isEmpty()) return tr("Say who it is for first");
  if (held("due").isEmpty()) return tr("Choose a date first");
  return {};
}

std::vector<FieldEdit> PromiseModel::fields() const {
  const Value us(std::string{kPartyUs});
  const Value them(allPartners_.value(partnerId(), "name").toString().toStdString());
  std::vector<FieldEdit> edits{{"text", Value(words().trimmed().toStdString())},
                               {"owed_by", ours() ? us : them},
                               {"owed_to", ours() ? them : us},
                               {"origin", Value(std::string("conversation"))},
                               {"original_due", Value(held("due").toStdString())},
                               {"status", Value(std::string("open"))},
                               {"partner", Value(partnerId().toStdString())}};
  const auto addText = [&](const char* field, const QString& text) {
    if (!text.isEmpty()) edits.push_back({field, Value(text.toStdString())});
  };
  addText("assignee", allPeople_.value(assigneeId(), "name").toString());
  addText("told_via", held("told_via"));
  addText("answers", held("answers"));
  if (const EventFacts* open = openEvent(reading_.events, desk()->clock().wallNow()))
    addText("event", toQt(open->id));
  return edits;
}

void PromiseModel::save() {
  if (saving_ || !missing().isEmpty()) return;
  saving_ = true;
  auto id = Uuid::parse(held("id").toStdString());
  if (!id) id = desk()->newRecordId().uuid;
  hold("id", toQt(id->toString()));
  desk()->write(
      this,
      [id = RecordId{*id}, edits = fields(), key = keeper_.key()](Notebook& notebook,
                                                                  Drafts& drafts) {
        return putAndForget(notebook, drafts, {.id = id, .type = "commitment", .fields = edits},
                            key);
      },
      [this, id = RecordId{*id}](const Result<Kept>& kept) {
        saving_ = false;
        emit changed();
        if (!saved(kept)) return;
        keeper_.drop();
        draft_ = {};
        offerToDelete(*desk(), id, tr("Promise saved here"));
        emit done();
      });
}

}  // namespace rapport
