#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <vector>

#include <qqmlregistration.h>

#include "mobile/viewmodels/draft_keeper.h"
#include "shared/merge/field_edit.h"

namespace rapport {

// The note or quote being written in a session.
class NoteDraft : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("A session has one.")
  Q_PROPERTY(bool quote READ quote WRITE setQuote NOTIFY changed)
  Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
  Q_PROPERTY(Consent consent READ consent WRITE setConsent NOTIFY changed)
  Q_PROPERTY(QString firstName READ firstName WRITE setFirstName NOTIFY changed)
  Q_PROPERTY(QString themeWord READ themeWord NOTIFY changed)
  Q_PROPERTY(QString missing READ missing NOTIFY changed)

 public:
  // Nothing is chosen at first; unanswered, a quote is kept private.
  enum Consent { NotAsked, WithFirstName, NoName, KeepPrivate };
  Q_ENUM(Consent)

  explicit NoteDraft(QObject* parent);

  bool quote() const { return draft_[QLatin1String("quote")].toBool(); }
  QString words() const { return draft_[QLatin1String("text")].toString(); }
  Consent consent() const { return static_cast<Consent>(draft_[QLatin1String("consent")].toInt()); }
  QString firstName() const { return draft_[QLatin1String("firstName")].toString(); }
  QStringList codes() const;
  // The chosen themes in a word: their name, or how many.
  QString themeWord() const { return themeWord_; }
  QString missing() const;
  QString recordId() const { return draft_[QLatin1String("id")].toString(); }

  void setQuote(bool quote);
  void setWords(const QString& words);
  void setConsent(Consent consent);
  void setFirstName(const QString& name);
  void toggleCode(const QString& id);
  void setThemeWord(const QString& word);

  void open(FrontDesk* desk, const QString& sessionId);
  std::string key() const { return keeper_.key(); }
  // The fields of the note or quote it becomes; its type is type().
  std::string type() const { return quote() ? "quote" : "note"; }
  std::vector<FieldEdit> fields(const std::string& session, const std::string& author,
                                const std::string& now) const;
  // Names the record that it becomes; the same one however often saving is tried.
  void become(const QString& id);
  void clear();

 signals:
  void changed();

 private:
  void keep();

  DraftKeeper keeper_;
  QJsonObject draft_;
  QString themeWord_;
};

}  // namespace rapport
