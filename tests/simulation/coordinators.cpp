#include <algorithm>
#include <utility>

#include "server/app/directory.h"
#include "shared/merge/author.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "tests/simulation/mutants.h"
#include "tests/simulation/people.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

constexpr Millis kLatestDismissal{3'000};
constexpr std::uint64_t kNarrowOf100 = 50;
constexpr Role kRole = Role::kCoordinator;
constexpr std::size_t kPagesOpen = 4;

void letSee(std::vector<Operation>& operations, std::optional<Number> number) {
  for (Operation& operation : operations) {
    if (operation.seen) operation.seen = number;
    auto* edit = std::get_if<EditRows>(&operation.deed);
    if (edit == nullptr) continue;
    for (RowEdit& row : edit->rows) letSee(row.operations, number);
  }
}

// The dots of a field's heads but for the one that stands for it.
std::vector<Dot> leftOut(const FieldDeclaration& declared, const FieldState& field) {
  std::vector<Dot> dots;
  const FieldReading reading = readField(declared, field);
  for (const Head& head : field.heads) {
    if (&head != reading.winner) dots.push_back(head.dot);
  }
  return dots;
}

// What a surface did not show it does not answer.
void nameNotShown(const RecordType& type, const RecordState& shown,
                  std::vector<Operation>& operations, Intent& intent) {
  for (Operation& operation : operations) {
    const FieldState* field = shown.field(operation.field);
    if (field == nullptr || !std::holds_alternative<WriteValue>(operation.deed)) continue;
    operation.notShown = leftOut(*type.field(operation.field), *field);
    intent.notShown[{operation.field}] = operation.notShown;
  }
}

}  // namespace

Coordinators::Coordinators(Scene& scene, Oracle& oracle, Office& office,
                           const std::vector<RecordId>& records)
    : scene_(scene),
      oracle_(oracle),
      office_(office),
      records_(records),
      person_{makeUuidV4(scene.random)} {}

void Coordinators::act() {
  if (!office_.isRunning() || !oracle_.hasRoom()) return;
  if (pages_.size() >= kPagesOpen || (!pages_.empty() && scene_.peopleDice.chance(50))) {
    const auto chosen = scene_.peopleDice.below(pages_.size());
    Page page = std::move(pages_[chosen]);
    pages_.erase(pages_.begin() + static_cast<std::ptrdiff_t>(chosen));
    return write(std::move(page));
  }
  open();
}

void Coordinators::open() {
  const std::size_t place = scene_.peopleDice.below(records_.size());
  Page page;
  page.record = records_[place];
  page.type = scene_.options.records[place];
  const Status read = office_.reading([&](ServerReader& reader) -> Status {
    const auto state = reader.record(page.record);
    if (!state) return state.error();
    if (!*state) return {};
    const auto visible = filterFor(kRole, simCatalogue().type(page.type), **state);
    if (visible) page.shown = *visible;
    return {};
  });
  if (!read) return;
  page.narrow =
      scene_.options.has(Trait::kNarrowPages) && scene_.peopleDice.below(100) < kNarrowOf100;
  scene_.note("console", "opens " + page.record.toString().substr(0, 4) + " at " +
                             std::to_string(page.shown.number ? page.shown.number->n : 0));
  pages_.push_back(std::move(page));
}

// What its author wants, on what the page shows; nothing if they cannot have it.
std::optional<std::vector<Operation>> Coordinators::operationsFor(
    const Page& page, const std::vector<Wish>& wishes) const {
  const RecordType& type = *simCatalogue().type(page.type);
  std::vector<Operation> operations;
  for (const Wish& wish : wishes) {
    if (wish.place != Place{}) continue;
    operations.push_back(authorDelete(type, kRole, page.shown, std::get<Deletion>(wish.what)));
  }
  for (const FieldEdit& edit : editsOf(type, wishes, page.shown)) {
    auto operation = authorEdit(type, kRole, page.shown, edit);
    if (!operation) return std::nullopt;
    operations.push_back(*std::move(operation));
  }
  return operations;
}

void Coordinators::write(Page page) {
  const RecordType& type = *simCatalogue().type(page.type);
  Intent intent;
  intent.record = page.record;
  intent.type = page.type;
  intent.author = Author::kServer;
  intent.role = intent.shownTo = kRole;
  intent.shown = page.shown.number;
  Wishes wishes(scene_, scene_.peopleDice, page.record);
  if (scene_.options.has(Trait::kDeletes) && page.shown.number && scene_.peopleDice.chance(20)) {
    const bool keeps = !page.shown.deletes.empty() && scene_.peopleDice.chance(50);
    intent.wishes.push_back({{}, keeps ? Deletion::kKeep : Deletion::kDelete});
  } else {
    intent.wishes = wishes.of(type, page.shown);
  }
  auto operations = operationsFor(page, intent.wishes);
  if (!operations) return;
  if (page.narrow) nameNotShown(type, page.shown, *operations, intent);
  ServerWrite edit;
  edit.person = person_;
  edit.role = kRole;
  edit.record = page.record;
  edit.type = page.type;
  edit.operations = *std::move(operations);
  const auto work = [this, intent, edit](ServerWriter& writer) mutable -> Status {
    if (scene_.options.mutant == Mutant::kPagesSeeTheNewest) {
      const auto now = writer.record(edit.record);
      if (now && *now) letSee(edit.operations, (*now)->number);
    }
    const auto written = office_.arbiter().write(writer, edit);
    if (!written) return written.error();
    const auto row = writer.programme();
    if (!row) return row.error();
    intent.dot = {row->serverReplica, row->serverCounter};
    intent.actFirst = intent.actLast = row->serverCounter;
    oracle_.intend(intent);
    return {};
  };
  const auto done = [this, record = page.record](const Status& status) {
    scene_.note("console", "wrote " + record.toString().substr(0, 4) +
                               (status ? "" : ": " + status.error().message));
  };
  office_.submit({Hurry::kNow, work, done});
}

void Coordinators::changeRole(ReplicaId replica) {
  static const std::vector<Role> kRoles{Role::kVolunteer, Role::kWorker, Role::kWorker,
                                        Role::kCoordinator, Role::kSafeguarding};
  const Role role = scene_.peopleDice.of(kRoles);
  const auto work = [replica, role](ServerWriter& writer) -> Status {
    auto row = writer.replica(replica);
    if (!row) return row.error();
    (*row)->take(role);
    return writer.putReplica(**row);
  };
  const auto done = [this, replica, role](const Status& status) {
    if (!status) return;
    scene_.note("console", "makes " + replica.toString().substr(0, 4) + " " +
                               std::string(rapport::nameOf(role)));
    // Its connection closes within seconds, not at once.
    scene_.agenda.in(scene_.peopleDice.between(Millis{0}, kLatestDismissal),
                     [this, replica] { office_.dismiss(replica, RefusalCode::kBusy); });
  };
  office_.submit({Hurry::kNow, work, done});
}

void Coordinators::withdraw(ReplicaId replica) {
  const auto work = [replica](ServerWriter& writer) -> Status {
    const auto names = namesOfDevice(writer, replica);
    if (!names) return names.error();
    for (ReplicaRow row : *names) {
      row.revoked = true;
      if (const Status kept = writer.putReplica(row); !kept) return kept;
    }
    return {};
  };
  const auto done = [this, replica](const Status& status) {
    if (!status) return;
    scene_.note("console", "withdraws " + replica.toString().substr(0, 4));
    scene_.agenda.in(scene_.peopleDice.between(Millis{0}, kLatestDismissal),
                     [this, replica] { office_.dismiss(replica, RefusalCode::kRevoked); });
  };
  office_.submit({Hurry::kNow, work, done});
}

void Coordinators::erase(RecordId record) {
  const auto place = std::ranges::find(records_, record) - records_.begin();
  const Erasing erasing{record, scene_.options.records[static_cast<std::size_t>(place)], person_,
                        office_.clock().wallNow()};
  const auto work = [this, erasing](ServerWriter& writer) -> Status {
    const auto erased = office_.arbiter().erase(writer, erasing);
    return erased ? Status{} : Status{erased.error()};
  };
  const auto done = [this, record](const Status& status) {
    scene_.note("console", "erases " + record.toString().substr(0, 4) +
                               (status ? "" : ": " + status.error().message));
    if (status) office_.forgetPast();
  };
  office_.submit({Hurry::kNow, work, done});
}

}  // namespace rapport::simulation
