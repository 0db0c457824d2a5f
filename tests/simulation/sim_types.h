#pragma once

#include "shared/model/catalogue.h"

namespace rapport::simulation {

// Three kinds of records made to collide: few fields, one of every merge rule, some of them not for
// everybody's eyes.

inline constexpr TypeNumber kPlot = 1;  // everybody reads and writes it; some fields are hidden
inline constexpr TypeNumber kPaper =
    2;  // volunteers hand it in and read nothing back; may be sealed
inline constexpr TypeNumber kSheet = 3;   // staff only
inline constexpr FieldNumber kBeds = 16;  // of a plot: rows that merge cell by cell

// Texts in fields that volunteers may not read begin so: they must never be in a frame to one.
inline constexpr char kSecretMark[] = "secret:";

const Catalogue& simCatalogue();

}  // namespace rapport::simulation
