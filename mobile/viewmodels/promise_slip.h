#pragma once

#include <QObject>
#include <QString>

#include <qqmlregistration.h>

namespace rapport {

// The promise as it will stand, built up while it is entered, and the way to read it back to them.
class PromiseSlip : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("A promise has one.")
  Q_PROPERTY(QString heading READ heading NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)
  Q_PROPERTY(QString by READ by NOTIFY changed)
  Q_PROPERTY(QString who READ who NOTIFY changed)
  Q_PROPERTY(QString told READ told NOTIFY changed)
  Q_PROPERTY(QString readBack READ readBack NOTIFY changed)
  Q_PROPERTY(bool spanish READ spanish WRITE setSpanish NOTIFY changed)

 public:
  struct Parts {
    QString partner{};
    QString text{};
    QString by{};  // "Saturday 28 November"
    QString bySpanish{};
    QString who{};
    QString doer{};  // their first name
    QString told{};
    bool ours = true;
    bool operator==(const Parts&) const = default;
  };

  using QObject::QObject;

  QString heading() const;
  QString text() const { return parts_.text; }
  QString by() const { return parts_.by; }
  QString who() const { return parts_.who; }
  QString told() const { return parts_.told; }
  // The frame is in the listener's language; the words stay as they were written.
  QString readBack() const;
  bool spanish() const { return spanish_; }
  void setSpanish(bool spanish);
  void show(const Parts& parts);

 signals:
  void changed();

 private:
  Parts parts_;
  bool spanish_ = true;
};

}  // namespace rapport
