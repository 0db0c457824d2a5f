#pragma once

#include <map>
#include <optional>
#include <vector>

#include "shared/base/result.h"
#include "shared/merge/brought_heads.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"
#include "shared/sync/server_store.h"

namespace rapport {

// What a restored server can know about a copy that a tablet gives back. It cannot know what it
// lost; but nothing may come in that contradicts what it kept.
class CopyVetting {
 public:
  // `counter`: of the last change of the tablet that gives. Borrows `programme`.
  CopyVetting(ServerReader& programme, const ProgrammeRow& row,
              const std::vector<RestoreRow>& restores, ReplicaId giver, std::uint64_t counter,
              HybridTime latest);

  // Whether the copy, as it came, can be of an older epoch of this programme at all.
  bool isOlder(const RecordState& copy) const;

  // Takes out of a copy that is ready to be joined (merge/join.h) what cannot stand beside `now`: a
  // change that this server judged and that is no head here, another person's name on a device, a
  // value of another kind than its field; and where a copy covers a single value without bringing
  // one that came later, all of the field. Where it holds something of a change that was judged
  // here and not applied, the copy takes nothing away. Later times than any clock may claim are
  // bounded.
  Status vet(RecordState& copy, const RecordState& now, const RecordType& type,
             const Coverage& kept);

 private:
  Result<const std::optional<ReplicaRow>*> device(ReplicaId replica);
  Result<bool> mayStand(const Dot& dot, std::optional<PersonId> person);
  Result<bool> mayStandAnew(const Place& place, const Dot& dot, PersonId person,
                            const Value& value);
  Result<bool> mayStand(const Head& head, const std::vector<Head>& now, const Place& place,
                        const FieldDeclaration* field);
  Result<bool> mayStandBeside(const Head& head, const Head& own, const Place& place,
                              const FieldDeclaration* field);
  Result<bool> mayAnswer(const Dot& dot);
  // copy_untaken.cpp
  template <typename Headlike>
  Result<bool> dropUntakenOf(std::vector<Headlike>& heads, const std::vector<Headlike>& now);
  Result<std::vector<FieldNumber>> dropUntaken(Contents& copy, const Contents& now);
  // A set, of the record or in a row, that a change took elements out of when it bore this number;
  // nothing: nobody knows which it bore, or whether it ever did.
  struct Emptied {
    FieldNumber field;
    std::optional<RowId> row;
    FieldNumber cell;
    std::optional<Number> earlier;
  };
  void addEmptied(const Change& change, std::optional<Number> earlier,
                  std::vector<Emptied>& to) const;
  bool takesOut(const Operation& operation, std::optional<Number> earlier) const;
  Result<std::vector<Emptied>> emptiedByUntaken(RecordId record);
  Status forgetUntakenInRows(FieldState& field, const FieldState& now, const RecordType& type,
                             const std::vector<Emptied>& emptied);
  Status forgetUntaken(RecordState& copy, const RecordState& now, const RecordType& type);
  Status vetField(FieldState& copy, const FieldState& now, const Place& place,
                  const FieldDeclaration* field);
  Status vetDeletes(Contents& copy, const Contents& now, const Place& place);

  ServerReader& programme_;
  const ProgrammeRow row_;
  const std::vector<RestoreRow>& restores_;
  const ReplicaId giver_;
  const std::uint64_t counter_;
  const HybridTime latest_;
  std::map<ReplicaId, std::optional<ReplicaRow>> devices_;
  std::optional<bool> anyUntaken_;
  BroughtHeads brought_;  // to the record that is vetted
};

}  // namespace rapport
