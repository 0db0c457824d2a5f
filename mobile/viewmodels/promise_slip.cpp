#include "mobile/viewmodels/promise_slip.h"

namespace rapport {

QString PromiseSlip::heading() const {
  if (parts_.partner.isEmpty()) return parts_.ours ? tr("We promise") : tr("They promise");
  return parts_.ours ? tr("We promised %1").arg(parts_.partner)
                     : tr("%1 promised us").arg(parts_.partner);
}

QString PromiseSlip::readBack() const {
  if (parts_.text.trimmed().isEmpty()) return {};
  const QString said = QStringLiteral("“%1”").arg(parts_.text.trimmed());
  QString line;
  if (spanish_) {
    line = (parts_.ours ? QStringLiteral("Les prometimos: %1.")
                        : QStringLiteral("Nos prometieron: %1."))
               .arg(said);
    if (!parts_.bySpanish.isEmpty()) line += QStringLiteral(" Para el %1.").arg(parts_.bySpanish);
    if (!parts_.doer.isEmpty()) line += QStringLiteral(" Lo hará %1.").arg(parts_.doer);
  } else {
    line = (parts_.ours ? QStringLiteral("We promised you: %1.")
                        : QStringLiteral("You promised us: %1."))
               .arg(said);
    if (!parts_.by.isEmpty()) line += QStringLiteral(" By %1.").arg(parts_.by);
    if (!parts_.doer.isEmpty()) line += QStringLiteral(" %1 will do it.").arg(parts_.doer);
  }
  return line;
}

void PromiseSlip::setSpanish(bool spanish) {
  if (spanish == spanish_) return;
  spanish_ = spanish;
  emit changed();
}

void PromiseSlip::show(const Parts& parts) {
  if (parts == parts_) return;
  parts_ = parts;
  emit changed();
}

}  // namespace rapport
