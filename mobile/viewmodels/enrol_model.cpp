#include "mobile/viewmodels/enrol_model.h"

#include "shared/crypto/enrolment_code.h"

namespace rapport {

EnrolModel::State EnrolModel::state() const {
  if (done_) return Done;
  if (working_) return words_.isEmpty() ? Working : Waiting;
  const bool enough = !code_.trimmed().isEmpty() && (!asksOffice() || !office_.trimmed().isEmpty());
  return enough ? Ready : Empty;
}

bool EnrolModel::asksOffice() const {
  return EnrolmentCode::parse(code_.toStdString()).has_value();
}

void EnrolModel::setCode(const QString& code) { type(code_, code); }

void EnrolModel::setOffice(const QString& office) { type(office_, office); }

void EnrolModel::type(QString& field, const QString& text) {
  if (text == field || working_) return;
  field = text;
  dismissProblem();
  emit typedChanged();
  emit stateChanged();
}

void EnrolModel::enrol() {
  if (desk() == nullptr || state() != Ready) return;
  working_ = true;
  gaveUp_ = false;
  dismissProblem();
  emit stateChanged();
  (desk()->*(lostPin_ ? &FrontDesk::dropPin : &FrontDesk::enrol))(
      this, {code_.trimmed().toStdString(), office_.trimmed().toStdString()},
      [this](const std::string& words) { onWords(words); },
      [this](const Status& status) { onDone(status); });
}

void EnrolModel::giveUp() {
  if (desk() == nullptr || state() != Waiting) return;
  gaveUp_ = true;
  desk()->giveUpEnrolling();
}

void EnrolModel::onWords(const std::string& words) {
  const QString lines = QString::fromStdString(words).replace(QChar(' '), QChar('\n'));
  if (lines == words_ || gaveUp_) return;
  words_ = lines;
  emit stateChanged();
}

void EnrolModel::onDone(const Status& status) {
  working_ = false;
  words_.clear();
  done_ = status.ok();
  if (!status.ok() && !gaveUp_) say(status.error());
  emit stateChanged();
}

}  // namespace rapport
