#include "mobile/viewmodels/session_model.h"

#include <algorithm>
#include <map>

#include "mobile/viewmodels/saving.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

constexpr qsizetype kThemesShown = 6;

QString consentWord(const SaidFacts& said) {
  if (said.consent == "yes")
    return said.attribution == "first_name" ? SessionModel::tr("May share, with first name")
                                            : SessionModel::tr("May share, no name");
  return SessionModel::tr("Private");
}

}  // namespace

SessionModel::SessionModel(QObject* parent)
    : ViewModel(parent),
      clock_(this),
      draft_(this),
      stream_({"noteId", "quote", "author", "initial", "tone", "time", "text", "themes", "consent",
               "shareable"}),
      themes_({"codeId", "name", "uses", "chosen"}),
      allThemes_({"choiceId", "name", "detail", "chosen"}),
      takers_({"name", "initial", "tone", "who", "detail", "chip", "live"}) {
  connect(&draft_, &NoteDraft::changed, this, &SessionModel::showThemes);
}

void SessionModel::setSessionId(const QString& id) {
  if (id == sessionId_) return;
  sessionId_ = id;
  emit sessionIdChanged();
  refresh();
}

void SessionModel::readAgain() {
  desk()->read(
      this,
      [id = sessionId_.toStdString(), now = desk()->clock().wallNow()](Notebook& notebook,
                                                                       Drafts&) -> Result<Reading> {
        auto session = readSession(notebook, id, now);
        if (!session.ok()) return session.error();
        const auto events = readEvents(notebook);
        if (!events.ok()) return events.error();
        Reading reading{std::move(*session), std::nullopt};
        if (const EventFacts* open = openEvent(*events, now)) reading.event = *open;
        return reading;
      },
      [this](const Result<Reading>& reading) {
        reading.ok() ? showReading(*reading) : say(reading.error());
        readingShown();
      });
}

void SessionModel::showReading(const Reading& reading) {
  reading_ = reading.session;
  event_ = reading.event;
  const SessionFacts& session = reading_.session;
  state_ = session.id.empty() ? None : session.minutes ? Ended : Running;
  if (!session.id.empty() && opened_ != session.id) {
    opened_ = session.id;
    draft_.open(desk(), toQt(session.id));
    clock_.run(desk(), session.id, session.began);
  }
  if (session.minutes) clock_.stand(std::chrono::minutes(*session.minutes));
  showStream();
  showThemes();
  showTakers();
  emit changed();
}

QString SessionModel::title() const {
  if (!reading_.session.id.empty()) return toQt(reading_.session.purpose);
  return event_ ? toQt(event_->title) : QString();
}

QString SessionModel::subtitle() const {
  const std::string partner = !reading_.session.id.empty() ? reading_.session.partner
                              : event_                     ? event_->partner
                                                           : "";
  const QString kind = tr("Listening session");
  return partner.empty() ? kind : kind + QStringLiteral(" · ") + toQt(partner);
}

QVariantList SessionModel::rowOf(const SaidFacts& said) const {
  QStringList themes;
  for (const std::string& code : said.codes) {
    const auto theme = std::ranges::find(reading_.themes, code, &ThemeFacts::id);
    if (theme != reading_.themes.end()) themes.append(toQt(theme->name));
  }
  const QString author = toQt(said.author).section(QLatin1Char(' '), 0, 0);
  return {toQt(said.id),
          said.quote,
          author,
          author.left(1),
          said.mine ? 0 : 1 + static_cast<int>(author.size()) % 3,
          hourMinute(localTime(said.at, desk()->clock())),
          toQt(said.text),
          themes,
          said.quote ? consentWord(said) : QString(),
          said.consent == "yes"};
}

void SessionModel::showStream() {
  QList<QVariantList> rows;
  for (const SaidFacts& said : reading_.said) rows.append(rowOf(said));
  stream_.show(rows);
}

void SessionModel::showThemes() {
  const QStringList chosen = draft_.codes();
  QList<QVariantList> few, all;
  QStringList names;
  for (const ThemeFacts& theme : reading_.themes) {
    const QString id = toQt(theme.id);
    const bool isChosen = chosen.contains(id);
    if (isChosen) names.append(toQt(theme.name));
    const QVariantList row{id, toQt(theme.name),
                           theme.uses > 0 ? QString::number(theme.uses) : QString(), isChosen};
    all.append(row);
    // A chosen theme is in sight, in the place of the least used one.
    if (few.size() < kThemesShown) {
      few.append(row);
    } else if (isChosen) {
      few.last() = row;
    }
  }
  themes_.show(few);
  allThemes_.show(all);
  draft_.setThemeWord(names.size() > 1 ? tr("%n themes", nullptr, static_cast<int>(names.size()))
                                       : names.value(0));
}

void SessionModel::showTakers() {
  struct Taker {
    QVariantList row;
    int notes = 0;
    WallTime last{};
    std::string device;
    bool mine = false;
  };
  std::map<std::string, Taker> takers;
  for (const SaidFacts& said : reading_.said) {
    Taker& taker = takers[said.author];
    ++taker.notes;
    taker.last = std::max(taker.last, said.at);
    taker.device = said.device;
    taker.mine = taker.mine || said.mine;
  }
  // Whoever holds the tablet takes notes, be it none yet.
  const bool listed =
      std::ranges::any_of(takers, [](const auto& each) { return each.second.mine; });
  if (!listed && !reading_.me.empty()) takers[reading_.me].mine = true;
  QList<QVariantList> rows;
  for (const auto& [author, taker] : takers) {
    const QString name = toQt(author).section(QLatin1Char(' '), 0, 0);
    const QString count = tr("%n notes", nullptr, taker.notes);
    const QString where = taker.mine ? tr("this tablet") : toQt(taker.device);
    const QVariantList row{
        toQt(author),
        name.left(1),
        taker.mine ? 0 : 1 + static_cast<int>(name.size()) % 3,
        taker.mine ? tr("%1, you").arg(name) : name,
        where + QStringLiteral(" · ") + count,
        taker.mine ? tr("Live") : hourMinute(localTime(taker.last, desk()->clock())),
        taker.mine};
    taker.mine ? rows.prepend(row) : rows.append(row);
  }
  takers_.show(rows);
}

void SessionModel::start(const QString& purpose) {
  if (state_ != None || purpose.trimmed().isEmpty()) return;
  std::vector<FieldEdit> fields{{"purpose", Value(purpose.trimmed().toStdString())},
                                {"moderator", Value(reading_.me)}};
  if (event_) fields.push_back({"event", Value(event_->id)});
  const RecordId id = desk()->newRecordId();
  desk()->write(
      this,
      [id, fields](Notebook& notebook, Drafts&) {
        return notebook.put({.id = id, .type = "listening_session", .fields = fields});
      },
      [this, id](const Result<Kept>& kept) {
        if (saved(kept)) setSessionId(toQt(id.toString()));
      });
}

void SessionModel::addPeople(int amount) {
  if (state_ != Running || people() + amount < 0) return;
  reading_.session.participants += amount;
  emit changed();
  desk()->write(
      this,
      [id = reading_.session.id, amount](Notebook& notebook, Drafts&) {
        return putFields(notebook, id, {{"participants", AddAmount{amount}}});
      },
      [this](const Result<Kept>& kept) { saved(kept); });
}

void SessionModel::toggleTheme(const QString& codeId) { draft_.toggleCode(codeId); }

void SessionModel::addTheme(const QString& name) {
  if (name.trimmed().isEmpty()) return;
  const RecordId id = desk()->newRecordId();
  desk()->write(
      this,
      [id, name = name.trimmed().toStdString()](Notebook& notebook, Drafts&) {
        return notebook.put({.id = id,
                             .type = "code",
                             .fields = {{"guid", Value(id.toString())},
                                        {"name_en", Value(name)},
                                        {"active", Value(true)}}});
      },
      [this, id](const Result<Kept>& kept) {
        if (saved(kept)) draft_.toggleCode(toQt(id.toString()));
      });
}

void SessionModel::save() {
  if (state_ != Running || !draft_.missing().isEmpty()) return;
  auto id = Uuid::parse(draft_.recordId().toStdString());
  if (!id) id = desk()->newRecordId().uuid;
  draft_.become(toQt(id->toString()));
  desk()->write(
      this,
      [id = RecordId{*id}, key = draft_.key(), type = draft_.type(),
       fields = draft_.fields(reading_.session.id, reading_.me, nowText(desk()->clock()))](
          Notebook& notebook, Drafts& drafts) {
        return putAndForget(notebook, drafts, {.id = id, .type = type, .fields = fields}, key);
      },
      [this](const Result<Kept>& kept) {
        if (!saved(kept)) return;
        draft_.clear();
        emit noteSaved();
      });
}

void SessionModel::end() {
  if (state_ != Running) return;
  const std::int64_t minutes = std::clamp<std::int64_t>(clock_.minutes().count(), 0, 1440);
  desk()->write(
      this,
      [id = reading_.session.id, minutes](Notebook& notebook, Drafts&) {
        return putFields(notebook, id, {{"minutes", Value(minutes)}});
      },
      [this](const Result<Kept>& kept) { saved(kept); });
}

}  // namespace rapport
