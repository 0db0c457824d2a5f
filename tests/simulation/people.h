#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/sync/notebook.h"
#include "tests/simulation/office.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/tablet.h"
#include "tests/simulation/wishes.h"

namespace rapport::simulation {

using Tablets = std::vector<std::unique_ptr<Tablet>>;

// What people do on tablets. Whatever they write is told to the oracle first, as they mean it, with
// what they have before their eyes.
class Workers {
 public:
  Workers(Scene& scene, Oracle& oracle, Tablets& tablets, const std::vector<RecordId>& records);

  // Somebody does something, or tries to.
  void act();
  // One plain edit on this tablet.
  void edit(Tablet& tablet);

 private:
  void openEditor(Tablet& tablet);
  void actOfSeveral(Tablet& tablet);
  void deleteOrKeep(Tablet& tablet);
  void resolve(Tablet& tablet);
  // Writes past the notebook's own check, as an older app might.
  void forge(Tablet& tablet);
  void dismiss(Tablet& tablet);
  // Takes back something that this tablet knows of a record's past.
  void undo(Tablet& tablet);
  // Saves an edit and thinks better of it: the record must say what it said before.
  void thinkBetter(Tablet& tablet);
  enum class Undone : std::uint8_t { kNo, kYes };
  Undone takeBack(Tablet& tablet, const RecordSheet& sheet, const PastLine& line);

  std::optional<Entry> entryFor(Tablet& tablet, std::size_t place, const RecordSheet* shown);
  // `shownTo`: the role of whoever was shown what the entries answer; nothing: the present one.
  // Answers the last change's name, if it was saved.
  std::optional<Dot> save(Tablet& tablet, std::vector<Entry> entries,
                          std::optional<Role> shownTo = {});
  std::optional<Dot> told(Tablet& tablet, const std::vector<Entry>& entries,
                          const Result<std::vector<Kept>>& kept);
  bool intend(Tablet& tablet, const std::vector<Entry>& entries, std::optional<Role> shownTo = {});
  Wishes wishesAbout(RecordId record) { return {scene_, scene_.peopleDice, record}; }
  std::size_t anyRecord() { return scene_.peopleDice.below(records_.size()); }

  Scene& scene_;
  Oracle& oracle_;
  Tablets& tablets_;
  const std::vector<RecordId>& records_;
  struct Editor {
    RecordSheet sheet;
    Role shownTo = Role::kWorker;
    std::uint64_t imagesPutBack = 0;  // when it was opened
  };
  std::map<const Tablet*, Editor> editors_;  // left open
};

// What coordinators do at the console: pages that were opened a while ago are written with what
// they showed.
class Coordinators {
 public:
  Coordinators(Scene& scene, Oracle& oracle, Office& office, const std::vector<RecordId>& records);

  void act();
  void changeRole(ReplicaId replica);
  // Shuts a device out, under whatever name.
  void withdraw(ReplicaId replica);
  // Erases a record for good.
  void erase(RecordId record);

 private:
  struct Page {
    RecordId record;
    TypeNumber type = 0;
    RecordState shown;
    bool narrow = false;  // shows one head of each field, and says which it left out
  };
  void open();
  void write(Page page);
  std::optional<std::vector<Operation>> operationsFor(const Page& page,
                                                      const std::vector<Wish>& wishes) const;

  Scene& scene_;
  Oracle& oracle_;
  Office& office_;
  const std::vector<RecordId>& records_;
  const PersonId person_;
  std::vector<Page> pages_;
};

}  // namespace rapport::simulation
