#include "tests/simulation/mishaps.h"

#include <algorithm>

namespace rapport::simulation {
namespace {

using testing::SimFault;

constexpr Millis kTenYears{10LL * 365 * 24 * 3600 * 1000};
constexpr Millis kMinutes{20LL * 60 * 1000};
constexpr std::int64_t kDriftOfMillion = 50'000;
constexpr Millis kSoon{1000};
constexpr Millis kLongestOffline{60'000};
constexpr Millis kLongestFull{40'000};
constexpr std::uint64_t kPowerCalls = 60;
constexpr std::uint64_t kFaultCalls = 25;
constexpr std::int64_t kSpareBytes = 12'000;
constexpr std::size_t kMostRestores = 1;

}  // namespace

Mishaps::Mishaps(Scene& scene, Office& office, Tablets& tablets, Coordinators& coordinators,
                 Liar& liar, const std::vector<RecordId>& records)
    : scene_(scene),
      office_(office),
      tablets_(tablets),
      coordinators_(coordinators),
      liar_(liar),
      records_(records) {
  addOfTablets();
  addKills();
  addOfOffice();
  addOfConsole();
}

void Mishaps::setClocks() {
  Dice& dice = scene_.mishapDice;
  for (const auto& tablet : tablets_) {
    if (scene_.options.has(Trait::kWrongClocks) && dice.chance(60)) {
      const Millis far = dice.chance(50) ? kTenYears : kMinutes;
      tablet->clock().jump(dice.between(-far, far));
      tablet->clock().setUtcOffset(std::chrono::minutes{dice.between(-12, 14) * 60});
    }
    if (scene_.options.has(Trait::kDrift)) {
      tablet->clock().setDrift(dice.between(-kDriftOfMillion, kDriftOfMillion));
    }
  }
  if (scene_.options.has(Trait::kWrongOfficeClock)) {
    office_.clock().jump(dice.between(-kTenYears, kTenYears));
    office_.clock().setDrift(dice.between(-kDriftOfMillion, kDriftOfMillion));
  }
}

void Mishaps::failDisk(Machine& machine, std::string_view who, SimFault fault,
                       std::uint64_t mostCalls) {
  const std::uint64_t calls = 1 + scene_.mishapDice.below(mostCalls);
  scene_.note(who, "disk will fail (" + std::to_string(static_cast<int>(fault)) + ") in " +
                       std::to_string(calls) + " calls");
  machine.disk().plan(fault, calls);
}

void Mishaps::fill(Machine& machine, std::string_view who) {
  const auto spare = static_cast<std::uint64_t>(scene_.mishapDice.between(0, kSpareBytes));
  scene_.note(who, "disk is nearly full");
  machine.disk().setCapacityBytes(machine.disk().usedBytes() + spare);
  scene_.agenda.in(scene_.mishapDice.between(kSoon, kLongestFull),
                   [&machine] { machine.disk().setCapacityBytes(UINT64_MAX); });
}

void Mishaps::addOfTablets() {
  const auto add = [this](Trait trait, std::function<void()> what) {
    if (scene_.options.has(trait)) possible_.push_back(std::move(what));
  };
  add(Trait::kSecondLine, [this] { anyTablet().connectAgain(); });
  add(Trait::kOffline, [this] {
    Tablet& tablet = anyTablet();
    if (!tablet.isOnline()) return tablet.goOnline();
    tablet.goOffline();
    scene_.agenda.in(scene_.mishapDice.between(kSoon, kLongestOffline),
                     [&tablet] { tablet.goOnline(); });
  });
  add(Trait::kJumps, [this] {
    const Millis far = scene_.mishapDice.chance(50) ? kTenYears : kMinutes;
    anyTablet().clock().jump(scene_.mishapDice.between(-far, far));
  });
  add(Trait::kTabletKill, [this] { anyTablet().kill(); });
  add(Trait::kTabletPower, [this] {
    Tablet& tablet = anyTablet();
    failDisk(tablet.machine(), tablet.name(), SimFault::kPowerCut, kPowerCalls);
  });
  add(Trait::kTabletSync, [this] {
    Tablet& tablet = anyTablet();
    failDisk(tablet.machine(), tablet.name(), SimFault::kSyncFails, kFaultCalls);
  });
  add(Trait::kTabletDisk, [this] {
    Tablet& tablet = anyTablet();
    const bool isShort = scene_.mishapDice.chance(50);
    failDisk(tablet.machine(), tablet.name(),
             isShort ? SimFault::kShortWrite : SimFault::kWriteFails, kFaultCalls);
  });
  add(Trait::kTabletFull, [this] {
    Tablet& tablet = anyTablet();
    fill(tablet.machine(), tablet.name());
  });
  add(Trait::kOldImages, [this] {
    Tablet& tablet = anyTablet();
    if (tablet.hasImage() && scene_.mishapDice.chance(60)) return tablet.putImageBack();
    tablet.takeImage();
  });
  add(Trait::kReinstall, [this] { anyTablet().reinstall(); });
  add(Trait::kClones, [this] {
    Tablet& tablet = anyTablet();
    // An office that goes back meanwhile is another story (DESIGN.md "Clones").
    if (cloned_ || restores_ > 0 || !tablet.isRunning() || tablet.isCleared()) return;
    cloned_ = true;
    office_.forgetBackup();
    tablets_.push_back(std::make_unique<Tablet>(tablet, tablets_.size()));
  });
  add(Trait::kRoleChanges, [this] { coordinators_.changeRole(anyTablet().replica()); });
}

// A program ends in the middle of what it does, not between two things.
void Mishaps::addKills() {
  if (scene_.options.has(Trait::kTabletKillInCall)) {
    possible_.push_back([this] {
      Tablet& tablet = anyTablet();
      failDisk(tablet.machine(), tablet.name(), SimFault::kKill, kPowerCalls);
    });
  }
  if (scene_.options.has(Trait::kOfficeKillInCall)) {
    possible_.push_back(
        [this] { failDisk(office_.machine(), "office", SimFault::kKill, kPowerCalls); });
  }
  if (scene_.options.has(Trait::kLiar)) possible_.push_back([this] { liar_.act(); });
}

// What a coordinator decides, and seldom.
void Mishaps::addOfConsole() {
  if (scene_.options.has(Trait::kRevocation)) {
    possible_.push_back([this] {
      // Somebody must be left to look at.
      if (withdrawn_ + 1 >= tablets_.size() || !scene_.mishapDice.chance(30)) return;
      ++withdrawn_;
      coordinators_.withdraw(anyTablet().replica());
    });
  }
  if (scene_.options.has(Trait::kErasure)) {
    possible_.push_back([this] {
      if (scene_.mishapDice.chance(30)) coordinators_.erase(anyRecord());
    });
  }
}

void Mishaps::addOfOffice() {
  const auto add = [this](Trait trait, std::function<void()> what) {
    if (scene_.options.has(trait)) possible_.push_back(std::move(what));
  };
  add(Trait::kOfficeKill, [this] { office_.kill(); });
  add(Trait::kOfficePower,
      [this] { failDisk(office_.machine(), "office", SimFault::kPowerCut, kPowerCalls); });
  add(Trait::kOfficeSync,
      [this] { failDisk(office_.machine(), "office", SimFault::kSyncFails, kFaultCalls); });
  add(Trait::kOfficeDisk, [this] {
    const bool isShort = scene_.mishapDice.chance(50);
    failDisk(office_.machine(), "office", isShort ? SimFault::kShortWrite : SimFault::kWriteFails,
             kFaultCalls);
  });
  add(Trait::kOfficeFull, [this] { fill(office_.machine(), "office"); });
  add(Trait::kOfficeRestored, [this] {
    if (cloned_) return;
    if (!office_.hasBackup() || scene_.mishapDice.chance(30)) return office_.backUp();
    if (restores_ >= kMostRestores || !office_.isRunning()) return;
    ++restores_;
    for (const auto& tablet : tablets_) tablet->holdCopies();
    office_.restore();
  });
  add(Trait::kWrongOfficeClock,
      [this] { office_.clock().jump(scene_.mishapDice.between(-kMinutes, kMinutes)); });
}

void Mishaps::strike() {
  if (!possible_.empty()) scene_.mishapDice.of(possible_)();
}

}  // namespace rapport::simulation
