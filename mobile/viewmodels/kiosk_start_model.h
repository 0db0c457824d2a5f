#pragma once

#include <optional>

#include "mobile/viewmodels/kiosk_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// A worker gets the tablet ready to be handed to a participant: which wave, with whose people.
class KioskStartModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // The event it is begun from; empty: the one that is open.
  Q_PROPERTY(QString eventId READ eventId WRITE setEventId NOTIFY changed)
  Q_PROPERTY(QString wave READ wave NOTIFY changed)
  Q_PROPERTY(QString partner READ partner NOTIFY changed)
  Q_PROPERTY(rapport::RowList* partners READ partners CONSTANT)
  Q_PROPERTY(bool shown READ shown NOTIFY changed)
  Q_PROPERTY(bool ready READ ready NOTIFY changed)

 public:
  explicit KioskStartModel(QObject* parent = nullptr);

  QString eventId() const { return QString::fromStdString(eventId_); }
  void setEventId(const QString& id);
  QString wave() const { return QString::fromStdString(wave_ ? wave_->name : std::string()); }
  QString partner() const;
  RowList* partners() { return &partners_; }
  bool shown() const { return shown_; }
  bool ready() const { return wave_ && !partnerId_.empty() && !starting_; }

  Q_INVOKABLE void choosePartner(const QString& id);
  // The tablet becomes a kiosk; only where it has a PIN.
  Q_INVOKABLE void start();

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    std::optional<WaveFacts> wave;
    std::string partnerId;  // of the event
  };
  static Result<Reading> readingOf(Notebook& notebook, const std::string& eventId,
                                   const Clock& clock);
  void showPartners();

  std::string eventId_;
  std::optional<WaveFacts> wave_;
  std::string partnerId_;
  RowList partners_;
  bool shown_ = false;
  bool starting_ = false;
};

}  // namespace rapport
