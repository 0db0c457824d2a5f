#pragma once

#include <QString>
#include <string>

#include "mobile/viewmodels/record_files.h"

namespace rapport {

// What a file is, for people.
QString nameOfFile(const RecordFile& file);    // its caption, its name, or "Photo"
QString detailOfFile(const RecordFile& file);  // "Photo · 2.4 MB"
QString iconOfFile(const RecordFile& file);
QString iconOfStanding(const RecordFile& file);  // beside fileStanding()
bool isPicture(const std::string& mediaType);

// Why a file was not attached. The core's sentence, in the words of the screens; nothing was saved.
QString whyNotAttached(const Error& error);

}  // namespace rapport
