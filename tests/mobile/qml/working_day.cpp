#include "tests/mobile/qml/working_day.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include "mobile/viewmodels/tally_reading.h"
#include "shared/crypto/uuid_v5.h"
#include "shared/model/programme_settings.h"
#include "shared/model/tally_cell_key.h"
#include "shared/protocol/number_text.h"
#include "shared/sync/attach.h"
#include "shared/sync/review.h"

namespace rapport::testing {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const RecordId kCheck{*Uuid::parse("616d4fe6-bf3d-5ea5-96e4-1025f6c169cf")};
const RecordId kShadeTent{*Uuid::parse("96c6c68e-9d00-5d6d-855d-b77bb3b0d075")};
const RecordId kFluShots{*Uuid::parse("96ba2777-931f-5b4a-88c2-7e1d062f7000")};
const RecordId kRides{*Uuid::parse("a8e31fdb-9a5a-5079-bf29-af55ceb588f4")};

void mustKeep(const Result<Kept>& kept) {
  if (kept.ok()) return;
  std::fprintf(stderr, "The working day broke off: %s\n", kept.error().message.c_str());
  std::abort();
}

const RecordId kSession{*Uuid::parse("0f6e6a8e-2d7e-4f51-9f0e-3f1f2a5b7c01")};

std::string codeNamed(Notebook& notebook, const std::string& name) {
  std::string id;
  static_cast<void>(notebook.each("code", [&](const RecordSheet& sheet) {
    const FieldState* field = sheet.state.field(2);
    if (field != nullptr && !field->heads.empty() && field->heads.front().value == Value(name))
      id = sheet.state.id.toString();
    return id.empty();
  }));
  return id;
}

// What this tablet and another one counted until noon.
void countPeopleIn(Notebook& notebook, OfficeHand& office, const OfficeHand::Colleague& teo,
                   ManualClock& clock) {
  constexpr std::array<std::array<int, 4>, 5> kMine{
      {{2, 3, 1, 0}, {3, 5, 1, 0}, {2, 4, 2, 1}, {2, 2, 1, 0}, {1, 1, 0, 0}}};
  const TallyGrid grid = gridOf({});
  int counted = 0;
  for (std::size_t band = 0; band < kMine.size(); ++band) {
    for (std::size_t language = 0; language < kMine[band].size(); ++language) {
      for (int person = 0; person < kMine[band][language]; ++person, ++counted) {
        const int late = counted < 2 ? 97 : counted < 8 ? 62 : counted < 17 ? 32 : 6;
        clock.setWall(kWorkingDay - minutes(late));
        mustKeep(countPeople(notebook, kCheck, kShadeTent, "Shade tent",
                             {grid.bands[band], grid.languages[language]}, 1));
      }
    }
  }
  office.put(teo, {.type = "tally_cell",
                   .fields = R"({"event":")" + kCheck.toString() + R"(","station":")" +
                             kShadeTent.toString() +
                             R"(","buckets":"age_band=40-64;language=en","people":{"add":15}})",
                   .id = tallyCellOf(kCheck, kShadeTent, {"40-64", "en"}),
                   .ago = minutes(12)});
}

void listen(Notebook& notebook, OfficeHand& office, const OfficeHand::Colleague& teo,
            const OfficeHand::Colleague& amina, ManualClock& clock) {
  clock.setWall(kWorkingDay - minutes(42));
  mustKeep(notebook.put({.id = kSession,
                         .type = "listening_session",
                         .fields = {{"event", Value(kRides.toString())},
                                    {"purpose", Value(std::string("Rides and clinic hours"))},
                                    {"moderator", Value(std::string("Marisol"))},
                                    {"participants", AddAmount{14}}}}));
  clock.setWall(kWorkingDay);
  const std::string transport = codeNamed(notebook, "Transport");
  const std::string openingHours = codeNamed(notebook, "Opening hours");
  const auto head = [&] { return R"({"session":")" + kSession.toString() + R"(",)"; };
  const auto codes = [](const std::string& one, const std::string& other) {
    return R"("codes":{"add":[")" + one + (other.empty() ? "" : R"(",")" + other) + R"("]})";
  };
  const std::array<const char*, 4> early{
      "The clinic phone rings out at lunch time.", "Two families share one car on Thursdays.",
      "They would come if a neighbour comes too.", "Nobody told them the van had moved."};
  for (std::size_t at = 0; at < early.size(); ++at) {
    office.put(teo, {.type = "note",
                     .fields = head() + R"("text":")" + early[at] + R"(","author":"Teo",)" +
                               codes(at % 2 == 0 ? openingHours : transport, "") + "}",
                     .ago = minutes(38 - 3 * static_cast<int>(at))});
  }
  office.put(
      teo,
      {.type = "note",
       .fields =
           head() +
           R"("text":"Three people missed visits because the 14 bus stops at six.","author":"Teo",)" +
           codes(transport, openingHours) + "}",
       .ago = minutes(22)});
  office.put(
      amina,
      {.type = "quote",
       .fields =
           head() +
           R"("verbatim":"I leave work at five. By the time I cross the river, the door is locked.","attribution":"none","consent":"yes",)" +
           codes(openingHours, "") + "}",
       .ago = minutes(17)});
}

// What has not been sent yet.
void noteDown(Notebook& notebook, ManualClock& clock) {
  clock.setWall(kWorkingDay - minutes(9));
  mustKeep(notebook.put(
      {.type = "note",
       .fields = {{"session", Value(kSession.toString())},
                  {"text", Value(std::string(
                               "Agreement in the room: evenings matter more than Saturdays."))},
                  {"author", Value(std::string("Marisol"))},
                  {"codes", EditElements{{Value(codeNamed(notebook, "Opening hours"))}, {}}}}}));
  clock.setWall(kWorkingDay - minutes(6));
  mustKeep(countPeople(notebook, kCheck, kShadeTent, "Shade tent", {"18-39", "es"}, 1));
}

// Both changed the flu shot table while apart.
void disagree(Notebook& notebook, OfficeHand& office, const OfficeHand::Colleague& teo,
              ManualClock& clock) {
  const auto before = notebook.get(kFluShots);
  const RecordSheet shown = **before;
  clock.setWall(kWorkingDay - hours(3));
  office.put(
      teo,
      {.type = "event",
       .fields =
           R"({"start":"2026-11-22T17:30:00+00:00","notes":"Park behind the shop. Owner’s son speaks Arabic."})",
       .id = kFluShots,
       .ago = minutes(5)});
  clock.setWall(kWorkingDay - hours(2) - minutes(40));
  mustKeep(notebook.put(
      {.id = kFluShots,
       .fields = {{"start", Value(std::string("2026-11-22T18:15:00+00:00"))},
                  {"notes", Value(std::string("Park behind the shop. Bring the small cooler."))}},
       .shown = &shown}));
}

void sendBack(Notebook& notebook, OfficeHand& office, ManualClock& clock) {
  clock.setWall(kWorkingDay - hours(18));
  const auto promise =
      notebook.put({.type = "commitment",
                    .fields = {{"text", Value(std::string("Evening vaccine hours in Millrace"))},
                               {"owed_by", Value(std::string("us"))},
                               {"owed_to", Value(std::string("Millrace Tenants Circle"))},
                               {"original_due", Value(std::string("2026-11-02"))},
                               {"status", Value(std::string("open"))}}});
  mustKeep(promise);
  office.answer(promise->dot.counter, ReceiptStage::kRefused,
                "The date is in the past. Choose a new date.");
}

// The coordinator read it, and asks.
void askToLookAgain(Notebook& notebook, OfficeHand& office, const OfficeHand::Colleague& ruth,
                    RecordId id, ManualClock& clock) {
  clock.setWall(kWorkingDay - hours(2));
  const auto sheet = notebook.get(id);
  office.put(
      ruth,
      {.type = "review",
       .fields = R"({"about":")" + id.toString() + R"(","about_type":"commitment","through":")" +
                 numberText(*(*sheet)->state.number) +
                 R"(","outcome":"has_issues","comment":"Which lines? There are three."})",
       .id = reviewIdOf(id)});
}

// What was said at the market yesterday: a coordinator has read it since.
void thank(Notebook& notebook, ManualClock& clock) {
  clock.setWall(kWorkingDay - hours(21));
  mustKeep(notebook.put(
      {.type = "feedback",
       .fields = {{"type", Value(std::string("thanks"))},
                  {"channel", Value(std::string("in_person"))},
                  {"giver", Value(std::string("participant"))},
                  {"text", Value(std::string("The nurse took time for my father"))}}}));
}

void readThanks(Notebook& notebook, OfficeHand& office, const OfficeHand::Colleague& ruth,
                ManualClock& clock) {
  clock.setWall(kWorkingDay - hours(2) - minutes(10));
  static_cast<void>(notebook.each("feedback", [&](const RecordSheet& sheet) {
    if (sheet.receipt.stage != ReceiptStage::kApplied || !sheet.state.number) return true;
    const auto own = notebook.store().changesOf(sheet.state.id);
    if (!own.ok() || own->empty()) return true;
    office.put(ruth, {.type = "review",
                      .fields = R"({"about":")" + sheet.state.id.toString() +
                                R"(","about_type":"feedback","through":")" +
                                numberText(*sheet.state.number) + R"(","outcome":"looks_right"})",
                      .id = reviewIdOf(sheet.state.id)});
    return true;
  }));
}

// The list that hung at the entrance, as long as a photo; a third of it got through.
RecordId attachList(SoloDesk& desk, Notebook& notebook, ManualClock& clock) {
  constexpr std::size_t kListBytes = 2'400'000;
  clock.setWall(kWorkingDay - minutes(54));
  const auto attached = attach(notebook, desk.attachments(),
                               {.about = kCheck,
                                .field = {},
                                .fileName = "sign-up.txt",
                                .content = Bytes(kListBytes, '.'),
                                .caption = "Sign-up list"},
                               clock, desk.random());
  if (!attached.ok()) {
    std::fprintf(stderr, "Nothing was attached: %s\n", attached.error().message.c_str());
    std::abort();
  }
  return attached->attachment;
}

void sendSomeOf(SoloDesk& desk, RecordId attachment) {
  constexpr std::uint64_t kSentBytes = 900'000;
  auto blob = desk.attachments().find(attachment);
  if (!blob.ok() || !*blob) std::abort();
  (*blob)->stage = ReceiptStage::kUploaded;
  (*blob)->sentBytes = kSentBytes;
  if (!desk.attachments().keepStage(**blob, EpochId{1}).ok()) std::abort();
}

}  // namespace

void regroup(SoloDesk& desk, const Clock& clock) {
  desk.behind([&](Notebook& notebook, Drafts&) {
    OfficeHand::Ledger ledger{.random = SeededRandom{11}};
    OfficeHand office(notebook, clock, ledger);
    const std::string programme = notebook.store().enrolment()->programme;
    office.put(
        office.colleague("Ines", "Office"),
        {.type = "programme",
         .fields = R"({"age_bands":"0-9 10-19 20-29 30-39 40-49 50-59 60-69 70-79 80-89 90+",)"
                   R"("languages":"en es fr vi"})",
         .id = RecordId{makeUuidV5(kProgrammeNamespace, programmeRecordName(programme))}});
  });
}

void liveThrough(SoloDesk& desk, ManualClock& clock, OfficeHand::Ledger& ledger) {
  clock.setWall(kWorkingDay);
  desk.behind([&](Notebook& notebook, Drafts&) {
    OfficeHand office(notebook, clock, ledger);
    office.demonstration();
    const auto enrolment = notebook.store().enrolment();
    const auto standing = notebook.store().standing();
    office.introduce(*enrolment, standing->replica);
    const auto teo = office.colleague("Teo", "Heron 2");
    const auto amina = office.colleague("Amina", "Heron 3");
    const auto ruth = office.colleague("Ruth", "Heron 4");
    office.put(ruth, {.type = "survey_wave",
                      .fields = R"({"name":"Autumn pulse","opens_on":"2026-11-16",)"
                                R"("closes_on":"2026-12-06"})"});
    thank(notebook, clock);
    clock.setWall(kWorkingDay - hours(20));
    const auto timetable = notebook.put(
        {.type = "commitment",
         .fields = {{"text", Value(std::string("Bus timetable in Spanish"))},
                    {"owed_by", Value(std::string("us"))},
                    {"owed_to", Value(std::string("Millrace Tenants Circle"))},
                    {"partner", Value(std::string("6e41a13d-2d5f-5144-8f39-f39d5ca1583f"))},
                    {"original_due", Value(std::string("2026-11-22"))},
                    {"status", Value(std::string("open"))},
                    {"assignee", Value(std::string("Marisol"))}}});
    mustKeep(timetable);
    sendBack(notebook, office, clock);
    office.applyAll();
    readThanks(notebook, office, ruth, clock);
    askToLookAgain(notebook, office, ruth, timetable->id, clock);
    disagree(notebook, office, teo, clock);
    listen(notebook, office, teo, amina, clock);
    countPeopleIn(notebook, office, teo, clock);
    const RecordId list = attachList(desk, notebook, clock);
    clock.setWall(kWorkingDay - minutes(10));
    office.applyAll();
    sendSomeOf(desk, list);
    noteDown(notebook, clock);
    clock.setWall(kWorkingDay);
  });
}

}  // namespace rapport::testing
