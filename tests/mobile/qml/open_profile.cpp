#include "tests/mobile/qml/open_profile.h"

#include <cstdio>
#include <cstdlib>

#include "mobile/app/make_desk.h"
#include "mobile/app/profile.h"
#include "shared/base/uuid.h"
#include "shared/crypto/key_file.h"
#include "shared/crypto/system_random.h"
#include "shared/model/iso_time.h"
#include "tests/mobile/qml/finger.h"
#include "tests/mobile/qml/working_day.h"
#include "tests/mobile/viewmodels/office_hand.h"

namespace rapport::testing {
namespace {

template <typename T>
T orDie(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "The profile of the test cannot be had: %s\n",
               result.error().message.c_str());
  std::abort();
}

// Port 1 is nobody's.
Enrolment atAnOfficeThatIsAway(Random& random) {
  Enrolment enrolment;
  enrolment.programme = "Quillan County";
  enrolment.person = PersonId{makeUuidV4(random)};
  enrolment.personName = "Marisol";
  enrolment.deviceName = "Heron 1";
  enrolment.server = "127.0.0.1:1";
  return enrolment;
}

std::unique_ptr<LocalProfile> databaseOf(const std::string& folder) {
  ProfileOptions options;
  options.path = folder + "/profile.db";
  options.key = Bytes(orDie(readKeyFile(folder + "/database.key")).view());
  return orDie(LocalProfile::open(options));
}

void enrol(const std::string& folder) {
  SystemRandom random;
  orDie(Profile::open({folder, std::nullopt}, random));  // makes the keys
  const auto database = databaseOf(folder);
  Standing standing;
  standing.replica = ReplicaId{makeUuidV4(random)};
  const Status added = database->addProgramme(atAnOfficeThatIsAway(random), standing);
  if (!added.ok()) std::abort();
}

void openAnEvent(OfficeHand& office, const Clock& clock) {
  const auto noor = office.colleague("Noor", "Office");
  const RecordId partner =
      office.put(noor, {.type = "partner", .fields = R"({"name":"Millrace Tenants Circle"})"});
  const auto at = [&](std::chrono::minutes shift) {
    return formatDateTime({clock.wallNow() + shift, clock.utcOffset()});
  };
  office.put(noor, {.type = "event",
                    .fields = R"({"type":"pop_up_screening","title":"Pop-up check","place":"Gate",)"
                              R"("partner":")" +
                              partner.toString() + R"(","start":")" + at(-std::chrono::hours(1)) +
                              R"(","end":")" + at(std::chrono::hours(6)) + R"("})"});
  const auto on = [&](int days) {
    return at(std::chrono::days(days)).substr(0, std::string_view("2026-11-21").size());
  };
  office.put(noor, {.type = "survey_wave",
                    .fields = R"({"name":"Pulse","opens_on":")" + on(-7) + R"(","closes_on":")" +
                              on(7) + R"("})"});
  const std::string_view transport =
      std::string_view(kTransport).substr(std::string_view("theme:").size());
  office.put(noor, {.type = "code",
                    .fields = R"({"name_en":"Transport","active":true})",
                    .id = RecordId{*Uuid::parse(transport)}});
}

}  // namespace

void makeProfile(const std::string& folder) {
  enrol(folder);
  const auto desk = openProfile(folder);
  behind(*desk, [&](Notebook& notebook, Drafts&) {
    OfficeHand::Ledger ledger;
    OfficeHand office(notebook, desk->clock(), ledger);
    openAnEvent(office, desk->clock());
  });
}

std::vector<DroppedAnswer> answersIn(const std::string& folder) {
  const auto database = databaseOf(folder);
  return orDie(orDie(database->answers("Quillan County"))->waiting());
}

std::unique_ptr<Desk> openProfile(const std::string& folder) {
  return orDie(makeDesk({folder, folder + "/carried"}));
}

}  // namespace rapport::testing
