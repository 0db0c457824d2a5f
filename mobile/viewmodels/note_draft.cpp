#include "mobile/viewmodels/note_draft.h"

#include <QVariant>

namespace rapport {

NoteDraft::NoteDraft(QObject* parent) : QObject(parent), keeper_(this) {}

QStringList NoteDraft::codes() const {
  return draft_[QLatin1String("codes")].toVariant().toStringList();
}

void NoteDraft::open(FrontDesk* desk, const QString& sessionId) {
  keeper_.open(desk, QStringLiteral("note/") + sessionId, [this](const QJsonObject& kept) {
    // What was tapped or typed before the draft arrived wins over it.
    for (auto it = kept.begin(); it != kept.end(); ++it)
      if (!draft_.contains(it.key())) draft_[it.key()] = it.value();
    emit changed();
  });
}

void NoteDraft::keep() {
  if (keeper_.isOpen()) keeper_.keep(draft_);
  emit changed();
}

void NoteDraft::setQuote(bool quote) {
  if (quote == this->quote() && draft_.contains(QLatin1String("quote"))) return;
  draft_[QLatin1String("quote")] = quote;
  keep();
}

void NoteDraft::setWords(const QString& words) {
  if (words == this->words()) return;
  draft_[QLatin1String("text")] = words;
  keeper_.keepSoon(draft_);
  emit changed();
}

void NoteDraft::setConsent(Consent consent) {
  draft_[QLatin1String("consent")] = consent == this->consent() ? NotAsked : consent;
  keep();
}

void NoteDraft::setFirstName(const QString& name) {
  if (name == firstName()) return;
  draft_[QLatin1String("firstName")] = name;
  keeper_.keepSoon(draft_);
  emit changed();
}

void NoteDraft::toggleCode(const QString& id) {
  QStringList codes = this->codes();
  if (!codes.removeOne(id)) codes.append(id);
  draft_[QLatin1String("codes")] = QJsonArray::fromStringList(codes);
  keep();
}

void NoteDraft::setThemeWord(const QString& word) {
  if (word == themeWord_) return;
  themeWord_ = word;
  emit changed();
}

QString NoteDraft::missing() const {
  if (words().trimmed().isEmpty())
    return quote() ? tr("Write their words first") : tr("Write the note first");
  if (quote() && consent() == WithFirstName && firstName().trimmed().isEmpty())
    return tr("Write their first name");
  return {};
}

std::vector<FieldEdit> NoteDraft::fields(const std::string& session, const std::string& author,
                                         const std::string& now) const {
  EditElements codes;
  for (const QString& code : this->codes()) codes.added.push_back(Value(code.toStdString()));
  std::vector<FieldEdit> edits{{"session", Value(session)}};
  const Value text(words().trimmed().toStdString());
  if (!codes.added.empty()) edits.push_back({"codes", codes});
  if (!quote()) {
    edits.push_back({"text", text});
    edits.push_back({"time", Value(now)});
    edits.push_back({"author", Value(author)});
    return edits;
  }
  edits.push_back({"verbatim", text});
  if (consent() == WithFirstName || consent() == NoName) {
    const bool named = consent() == WithFirstName;
    edits.push_back({"consent", Value(std::string("yes"))});
    edits.push_back({"attribution", Value(std::string(named ? "first_name" : "none"))});
    if (named) edits.push_back({"speaker", Value(firstName().trimmed().toStdString())});
  } else if (consent() == KeepPrivate) {
    edits.push_back({"consent", Value(std::string("no"))});
  }
  return edits;
}

void NoteDraft::become(const QString& id) {
  draft_[QLatin1String("id")] = id;
  keeper_.keep(draft_);
}

// The next one is likely of the same kind.
void NoteDraft::clear() {
  keeper_.drop();
  draft_ = {{QStringLiteral("quote"), quote()}};
  emit changed();
}

}  // namespace rapport
