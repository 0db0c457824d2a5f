#include "shared/merge/change.h"

namespace rapport {

bool EditRows::operator==(const EditRows& other) const = default;

}  // namespace rapport
