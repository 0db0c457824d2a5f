#include "server/app/exports/export_desk.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/system_disk.h"
#include "shared/crypto/sha256.h"
#include "tests/server/app/test_desk.h"
#include "tests/support/temp_folder.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

class ExportDeskTest : public ::testing::Test {
 protected:
  ExportPlaces places() {
    return {desk_.stores->store(),
            desk_.types,
            desk_.arbiter,
            desk_.writer,
            desk_.clock,
            desk_.random,
            folder_.file("exports"),
            systemDisk(),
            [this] { settled_.happen(); }};
  }
  ExportRequest request(std::vector<std::string> types, ExportFormat format = ExportFormat::kCsv) {
    return {kTestProgramme, me_, "Noor", Role::kCoordinator, std::move(types), format};
  }
  // Waits until it is over.
  ExportStatus made(ExportDesk& exports, const ExportRequest& wanted) {
    const ExportStatus begun = need(exports.begin(wanted));
    EXPECT_TRUE(settled_.wait(++expected_));
    for (const ExportStatus& status : exports.of(kTestProgramme, me_)) {
      if (status.id == begun.id) return status;
    }
    throw std::runtime_error("it is not listed");
  }
  std::string contents(ExportDesk& exports, Uuid id, const std::string& name) {
    const auto handed = need(exports.file(kTestProgramme, me_, id, name));
    return need(handed.contents->read(0, handed.contents->sizeBytes()));
  }
  std::size_t filesOnDisk() { return systemDisk().filesBelow(folder_.file("exports")).size(); }

  TestDesk desk_;
  TempFolder folder_;
  PersonId me_{makeUuidV4(desk_.random)};
  Awaited settled_;
  std::size_t expected_ = 0;
};

TEST_F(ExportDeskTest, MakesAFileATableAndAManifestThatTellsWhatTheyAre) {
  desk_.addRecord("area", R"({"name": "Millrace"})");
  desk_.addRecord("partner", R"({"name": "Circle"})");
  ExportDesk exports(places());
  const ExportStatus status = made(exports, request({"area", "partner"}));
  ASSERT_EQ(status.state, ExportState::kReady) << status.why;
  EXPECT_EQ(status.rowsDone, status.rowsTotal);
  ASSERT_EQ(status.files.size(), 3U);
  const std::string csv = contents(exports, status.id, "area.csv");
  EXPECT_NE(csv.find("Millrace"), std::string::npos);
  const Json manifest = Json::parse(contents(exports, status.id, "manifest.json"));
  EXPECT_EQ(manifest["made_by"], "Noor");
  EXPECT_EQ(manifest["role"], "coordinator");
  EXPECT_EQ(manifest["smallest_group"], 11);
  EXPECT_EQ(manifest["tables"][1]["type"], "partner");
  EXPECT_EQ(manifest["tables"][1]["rows"], 1);
  EXPECT_EQ(manifest["tables"][1]["form_version"],
            desk_.catalogue.type(std::string_view{"partner"})->formVersion);
  EXPECT_EQ(manifest["files"][0]["size_bytes"], csv.size());
  const Sha256 sum = sha256Of(csv);
  EXPECT_EQ(manifest["files"][0]["sha256"],
            toHex({reinterpret_cast<const char*>(sum.data()), sum.size()}));
}

TEST_F(ExportDeskTest, MakesOneWorkbook) {
  desk_.addRecord("area", R"({"name": "Millrace"})");
  ExportDesk exports(places());
  const ExportStatus status = made(exports, request({"area", "partner"}, ExportFormat::kXlsx));
  ASSERT_EQ(status.state, ExportState::kReady) << status.why;
  ASSERT_EQ(status.files.size(), 2U);
  ASSERT_EQ(status.tables.size(), 2U);
  EXPECT_EQ(status.tables[0].rows, 1U);
  const std::string book = contents(exports, status.id, status.files[0].name);
  EXPECT_TRUE(book.starts_with("PK"));
  EXPECT_NE(book.find("Millrace"), std::string::npos);
}

TEST_F(ExportDeskTest, WritesDownWhoTookWhatBeforeItCanBeFetched) {
  desk_.addRecord("area", R"({"name": "Millrace"})");
  ExportDesk exports(places());
  const ExportStatus status = made(exports, request({"area"}, ExportFormat::kNdjson));
  ASSERT_EQ(status.state, ExportState::kReady) << status.why;
  desk_.read([&](ServerReader& reader) {
    const auto entry = need(reader.record(RecordId{status.id}));
    ASSERT_TRUE(entry.has_value());
    EXPECT_EQ(entry->type, desk_.catalogue.type(std::string_view{"export_entry"})->number);
  });
}

TEST_F(ExportDeskTest, WithoutAnEntryNothingLeaves) {
  desk_.addRecord("area", R"({"name": "Millrace"})");
  ExportDesk exports(places());
  desk_.writer.stop();
  const ExportStatus status = made(exports, request({"area"}));
  EXPECT_EQ(status.state, ExportState::kFailed);
  EXPECT_FALSE(status.why.empty());
  EXPECT_EQ(exports.file(kTestProgramme, me_, status.id, "area.csv").error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(filesOnDisk(), 0U);
}

TEST_F(ExportDeskTest, IsItsMakersAlone) {
  desk_.addRecord("area", R"({"name": "Millrace"})");
  ExportDesk exports(places());
  const ExportStatus status = made(exports, request({"area"}));
  const PersonId other{makeUuidV4(desk_.random)};
  EXPECT_TRUE(exports.of(kTestProgramme, other).empty());
  EXPECT_EQ(exports.file(kTestProgramme, other, status.id, "area.csv").error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(exports.file("elsewhere", me_, status.id, "area.csv").error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(exports.file(kTestProgramme, me_, status.id, "../area.csv").error().code,
            ErrorCode::kNotFound);
}

TEST_F(ExportDeskTest, TakesNoMoreRoomThanItMayAndGivesItBack) {
  for (int i = 0; i < 40; ++i) desk_.addRecord("area", R"({"name": "Millrace"})");
  ExportBounds bounds;
  bounds.sizeBytes = 3000;
  ExportDesk exports(places(), bounds);
  const ExportStatus status = made(exports, request({"area"}));
  EXPECT_EQ(status.state, ExportState::kFailed);
  EXPECT_NE(status.why.find("no room"), std::string::npos) << status.why;
  EXPECT_EQ(filesOnDisk(), 0U);
  const ExportStatus small = made(exports, request({"partner"}));
  EXPECT_EQ(small.state, ExportState::kReady) << "what failed took nothing: " << small.why;
}

TEST_F(ExportDeskTest, TheOldestGoesForANewOneAndAllGoInTime) {
  ExportBounds bounds;
  bounds.ofPerson = 2;
  ExportDesk exports(places(), bounds);
  const ExportStatus first = made(exports, request({"area"}));
  made(exports, request({"area"}));
  EXPECT_EQ(filesOnDisk(), 4U);
  made(exports, request({"area"}));
  EXPECT_EQ(exports.of(kTestProgramme, me_).size(), 2U);
  EXPECT_EQ(filesOnDisk(), 4U);
  EXPECT_EQ(exports.file(kTestProgramme, me_, first.id, "area.csv").error().code,
            ErrorCode::kNotFound);
  desk_.clock.advance(bounds.life);
  EXPECT_TRUE(exports.of(kTestProgramme, me_).empty());
  EXPECT_EQ(filesOnDisk(), 0U);
}

TEST_F(ExportDeskTest, WhoeverDownloadsItKeepsItUntilTheyAreDone) {
  desk_.addRecord("area", R"({"name": "Millrace"})");
  ExportDesk exports(places());
  const ExportStatus status = made(exports, request({"area"}));
  {
    const auto handed = need(exports.file(kTestProgramme, me_, status.id, "area.csv"));
    desk_.clock.advance(ExportBounds{}.life);
    EXPECT_TRUE(exports.of(kTestProgramme, me_).empty());
    EXPECT_NE(need(handed.contents->read(0, 1000)).find("Millrace"), std::string::npos);
  }
  EXPECT_EQ(filesOnDisk(), 0U);
}

TEST_F(ExportDeskTest, NothingOfItCanBeReadOnTheDiskAndWhatIsLeftThereGoes) {
  desk_.addRecord("area", R"({"name": "Millrace"})");
  {
    ExportDesk exports(places());
    made(exports, request({"area"}));
    for (const Disk::Entry& entry : systemDisk().filesBelow(folder_.file("exports"))) {
      const auto file = need(systemDisk().open(entry.path));
      EXPECT_EQ(need(file->read(0, entry.sizeBytes)).find("Millrace"), std::string::npos);
    }
    EXPECT_EQ(filesOnDisk(), 2U);
  }
  const auto left = need(systemDisk().openToWrite(folder_.file("exports") + "/left"));
  need(left->write(0, "of a server that was killed"));
  ExportDesk next(places());
  EXPECT_EQ(filesOnDisk(), 0U);
}

TEST_F(ExportDeskTest, RefusesWhatItCannotMake) {
  ExportBounds bounds;
  bounds.types = 2;
  ExportDesk exports(places(), bounds);
  EXPECT_EQ(exports.begin(request({})).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(exports.begin(request({"area", "area"})).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(exports.begin(request({"area", "partner", "event"})).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(exports.begin(request({"nothing"})).error().code, ErrorCode::kNotFound);
  ExportRequest asAdmin = request({"contact"});
  asAdmin.role = Role::kAdmin;
  EXPECT_EQ(exports.begin(asAdmin).error().code, ErrorCode::kNotFound) << "not for that role";
  exports.stop();
  EXPECT_EQ(exports.begin(request({"area"})).error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace rapport::testing
