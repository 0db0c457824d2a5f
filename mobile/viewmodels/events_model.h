#pragma once

#include "mobile/viewmodels/events_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// All events: what is open, what comes, what was.
class EventsModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(rapport::RowList* events READ events CONSTANT)
  Q_PROPERTY(bool past READ past WRITE setPast NOTIFY changed)
  Q_PROPERTY(QString firstId READ firstId NOTIFY changed)
  Q_PROPERTY(bool shown READ shown NOTIFY changed)

 public:
  explicit EventsModel(QObject* parent = nullptr);

  RowList* events() { return &events_; }
  bool past() const { return past_; }
  void setPast(bool past);
  // What a detail pane shows before anybody chooses.
  QString firstId() const { return firstId_; }
  bool shown() const { return shown_; }

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  void show();

  std::vector<EventFacts> facts_;
  RowList events_;
  QString firstId_;
  bool past_ = false;
  bool shown_ = false;
};

}  // namespace rapport
