#pragma once

#include <QJsonObject>

#include "mobile/viewmodels/draft_keeper.h"
#include "mobile/viewmodels/events_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// Quick feedback: kind, channel, words, save. What is begun stays until it is saved.
class FeedbackModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(rapport::RowList* kinds READ kinds CONSTANT)
  Q_PROPERTY(rapport::RowList* channels READ channels CONSTANT)
  Q_PROPERTY(rapport::RowList* givers READ givers CONSTANT)
  Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
  Q_PROPERTY(QString channel READ channel WRITE setChannel NOTIFY changed)
  Q_PROPERTY(QString giver READ giver WRITE setGiver NOTIFY changed)
  Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
  Q_PROPERTY(bool sensitive READ sensitive WRITE setSensitive NOTIFY changed)
  Q_PROPERTY(bool sealing READ sealing NOTIFY changed)
  Q_PROPERTY(QString place READ place NOTIFY changed)
  Q_PROPERTY(QString missing READ missing NOTIFY changed)
  Q_PROPERTY(bool saving READ saving NOTIFY changed)

 public:
  explicit FeedbackModel(QObject* parent = nullptr);

  RowList* kinds() { return &kinds_; }
  RowList* channels() { return &channels_; }
  RowList* givers() { return &givers_; }
  QString kind() const { return held("type"); }
  QString channel() const { return held("channel"); }
  QString giver() const;
  QString words() const { return held("text"); }
  bool sensitive() const { return draft_[QLatin1String("sensitive")].toBool(); }
  // What is sensitive is sealed to the safeguarding officers as it is saved; else it is kept from
  // others by permission alone, and the screen says so.
  bool sealing() const { return sealing_; }
  // Where and when it is said: the open event, or only the time.
  QString place() const { return place_; }
  // What still stands between the draft and saving it, as a sentence; empty: nothing.
  QString missing() const;
  bool saving() const { return saving_; }

  void setKind(const QString& kind) { hold("type", kind); }
  void setChannel(const QString& channel) { hold("channel", channel); }
  void setGiver(const QString& giver) { hold("giver", giver); }
  void setWords(const QString& words);
  void setSensitive(bool sensitive);

  Q_INVOKABLE void save();

 signals:
  void changed();
  void done();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    EventFacts open;  // no id: none is open
    bool eventOpen = false;
    bool sealing = false;
  };
  QString held(const char* field) const { return draft_[QLatin1String(field)].toString(); }
  void hold(const char* field, const QString& value);
  void showChoices();
  void showPlace();
  std::vector<FieldEdit> fields() const;

  RowList kinds_, channels_, givers_;
  DraftKeeper keeper_;
  QJsonObject draft_;
  EventFacts open_;
  QString place_;
  bool saving_ = false;
  bool sealing_ = false;
};

}  // namespace rapport
