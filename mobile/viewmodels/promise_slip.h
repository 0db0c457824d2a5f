#pragma once

#include <QDate>
#include <QObject>
#include <QString>

#include <qqmlregistration.h>

#include "mobile/viewmodels/tongue.h"

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
  // The language it is read back in, by its own name.
  Q_PROPERTY(QString language READ language NOTIFY changed)

 public:
  struct Parts {
    QString partner{};
    QString text{};
    QDate due{};
    QString who{};
    QString doer{};  // their first name
    QString told{};
    bool ours = true;
    bool operator==(const Parts&) const = default;
  };

  using QObject::QObject;

  QString heading() const;
  QString text() const { return parts_.text; }
  QString by() const;  // Saturday 28 November
  QString who() const { return parts_.who; }
  QString told() const { return parts_.told; }
  // The frame is in the listener's language; the words stay as they were written.
  QString readBack() const;
  QString language() const;
  Tongue tongue() const { return tongue_; }
  Q_INVOKABLE void nextLanguage();
  void show(const Parts& parts);

 signals:
  void changed();

 private:
  Parts parts_;
  Tongue tongue_ = Tongue::kSpanish;
};

}  // namespace rapport
