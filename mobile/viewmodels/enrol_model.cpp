#include "mobile/viewmodels/enrol_model.h"

namespace rapport {

EnrolModel::State EnrolModel::state() const {
  if (done_) return Done;
  if (working_) return Working;
  return code_.trimmed().isEmpty() ? Empty : Ready;
}

void EnrolModel::setCode(const QString& code) {
  if (code == code_ || working_) return;
  code_ = code;
  dismissProblem();
  emit codeChanged();
  emit stateChanged();
}

void EnrolModel::enrol() {
  if (desk() == nullptr || state() != Ready) return;
  working_ = true;
  emit stateChanged();
  desk()->enrol(this, code_.trimmed().toStdString(), [this](const Status& status) {
    working_ = false;
    done_ = status.ok();
    if (!status.ok()) say(status.error());
    emit stateChanged();
  });
}

}  // namespace rapport
