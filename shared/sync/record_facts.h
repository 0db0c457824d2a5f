#pragma once

#include <string>

#include "shared/merge/state.h"
#include "shared/model/record_type.h"
#include "shared/sync/server_store.h"

namespace rapport {

// The words that name a record in a list: the first of the type's title fields that holds
// something, else empty. Reads provisional winners where two versions stand.
std::string titleOf(const RecordType& type, const RecordState& record);

// A value as a person would search for it. Empty for what is not words or numbers.
std::string searchTextOf(const Value& value);

// What lists and searches need to know, once the change `by` has been applied. The search text
// holds only fields that every reader of the type may read, up to limits::kSearchBytes, and nothing
// while the record is sealed.
RecordFacts factsOf(const RecordType& type, const RecordState& record, const Change& by,
                    HybridTime effective);

}  // namespace rapport
