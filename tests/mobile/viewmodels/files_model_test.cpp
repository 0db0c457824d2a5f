#include "mobile/viewmodels/files_model.h"

#include <filesystem>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/mobile/viewmodels/files_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::FilesBench;
using testing::OfficeHand;

constexpr char kVisit[] = R"({
  "number": 1000, "name": "visit", "form_version": 1, "label": {"en": "Visit"},
  "plural": {"en": "Visits"}, "icon": "home", "title": ["text"],
  "readers": ["worker"], "writers": ["worker"],
  "fields": [
    {"number": 1, "name": "text", "label": {"en": "Text"}, "kind": "text", "rule": "ask", "class": 1},
    {"number": 2, "name": "front", "label": {"en": "Front"}, "kind": "reference", "rule": "latest",
     "class": 1, "reference": "attachment"},
    {"number": 3, "name": "yard", "label": {"en": "Yard"}, "kind": "reference", "rule": "union",
     "class": 1, "reference": "attachment"}
  ]})";

TEST(Files, WhatIsChosenStandsInTheRecordAtOnceAndIsSavedHere) {
  FilesBench bench;
  EXPECT_TRUE(bench.model().takesFiles());
  const std::string path = bench.photo();
  bench.choose(path);
  ASSERT_EQ(bench.rows().count(), 1);
  EXPECT_EQ(bench.source().title(), "Which photo or file?");
  EXPECT_EQ(cell(bench.rows(), 0, "title"), "wall.png");
  EXPECT_EQ(cell(bench.rows(), 0, "detail"), "Photo · 0.1 MB");
  EXPECT_EQ(cell(bench.rows(), 0, "standing"), "Saved here");
  EXPECT_EQ(cell(bench.rows(), 0, "picture"), true);
  EXPECT_EQ(bench.desk().toast()->text(), "Photo saved here");
  EXPECT_EQ(bench.named("photos").size(), 1U) << "the record names it";
  EXPECT_EQ(bench.model().problem(), "");

  std::filesystem::remove(path);
  bench.solo().behind([&](Notebook&, Drafts&) {
    const auto blob = bench.solo().attachments().of(bench.about())->front();
    const Bytes kept = *bench.solo().attachments().read(blob, 0, blob.sizeBytes);
    EXPECT_EQ(kept.size(), blob.sizeBytes) << "a copy: the chosen one may go";
    EXPECT_EQ(kept.find(testing::kSecret), Bytes::npos) << "nothing tells where it was taken";
  });
}

TEST(Files, WhoeverThinksBetterOfItAddsNothing) {
  FilesBench bench;
  bench.model().choose();
  bench.settle();
  EXPECT_EQ(bench.rows().count(), 0);
  EXPECT_EQ(bench.model().problem(), "");
}

TEST(Files, UndoTakesOutAgainWhatWasAdded) {
  FilesBench bench;
  bench.choose(bench.photo());
  bench.desk().toast()->undo();
  bench.settle();
  EXPECT_EQ(bench.rows().count(), 0);
  EXPECT_TRUE(bench.named("photos").empty());
  EXPECT_EQ(bench.desk().toast()->text(), "Taken out again, saved here");
}

TEST(Files, WhatIsRemovedComesBackWithUndo) {
  FilesBench bench;
  bench.choose(bench.photo());
  const QString key = cell(bench.rows(), 0, "key").toString();
  bench.model().remove(key);
  bench.settle();
  EXPECT_EQ(bench.rows().count(), 0);
  EXPECT_TRUE(bench.named("photos").empty());
  EXPECT_EQ(bench.desk().toast()->text(), "File removed, saved here");
  bench.desk().toast()->undo();
  bench.settle();
  ASSERT_EQ(bench.rows().count(), 1);
  EXPECT_EQ(cell(bench.rows(), 0, "key"), key);
  EXPECT_EQ(cell(bench.rows(), 0, "picture"), true) << "its bytes were there all the time";
  EXPECT_EQ(bench.named("photos"), std::vector<std::string>{key.toStdString()});
}

TEST(Files, EachFileSaysHowFarItHasCome) {
  FilesBench bench;
  bench.choose(bench.write("list.txt", Bytes(2'400'000, '.')));
  bench.office([](OfficeHand& office, Notebook&) { office.applyAll(); });
  bench.link(LinkStage::kAway);
  const auto of = [&](const char* role) { return cell(bench.rows(), 0, role); };
  EXPECT_EQ(of("standing"), "Saved here");
  EXPECT_EQ(of("bytes"), "");
  bench.file(ReceiptStage::kUploaded, 900'000);
  EXPECT_EQ(of("bytes"), "Paused at 0.9 of 2.4 MB");
  EXPECT_EQ(of("bytesDetail"), "carries on by itself");
  EXPECT_DOUBLE_EQ(of("share").toDouble(), 0.375);
  bench.link(LinkStage::kSending);
  EXPECT_EQ(of("bytes"), "Sending · 0.9 of 2.4 MB");
  bench.file(ReceiptStage::kApplied, 2'400'000);
  EXPECT_EQ(of("bytes"), "");
  EXPECT_EQ(of("standing"), "Uploaded");
  EXPECT_EQ(of("standingIcon"), "cloud-check");
  bench.file(ReceiptStage::kRefused, 0, "This file is of another kind than its record says.");
  EXPECT_EQ(of("sentBack"), "This file is of another kind than its record says.");
}

TEST(Files, WhatTheTabletLetGoOfIsAskedForAgain) {
  FilesBench bench;
  bench.choose(bench.photo());
  bench.office([](OfficeHand& office, Notebook& notebook) {
    office.applyAll();
    auto standing = *notebook.store().standing();
    standing.cursor = Cursor{Number{EpochId{1}, 1}, 0};
    ASSERT_TRUE(notebook.store()
                    .inTransaction([&] { return notebook.store().keepStanding(standing); })
                    .ok());
  });
  bench.file(ReceiptStage::kApplied, 1'000);
  bench.desk().read(
      &bench.desk(), [](Notebook&, Drafts&, Files& files) { return files.letGo(); },
      [](const Result<LetGone>& gone) { EXPECT_TRUE(gone.ok()); });
  bench.solo().tell(RecordsChanged{});
  bench.settle();
  EXPECT_EQ(cell(bench.rows(), 0, "standing"), "At the office, not on this tablet");
  EXPECT_EQ(cell(bench.rows(), 0, "picture"), false);
  EXPECT_EQ(cell(bench.rows(), 0, "fetchable"), true);
  bench.model().fetch(cell(bench.rows(), 0, "key").toString());
  bench.settle();
  EXPECT_EQ(cell(bench.rows(), 0, "standing"), "Comes with the next connection");
  EXPECT_EQ(cell(bench.rows(), 0, "fetchable"), false);
  bench.solo().behind(
      [&](Notebook&, Drafts&) { EXPECT_EQ(bench.solo().attachments().counts()->wanted, 1U); });
}

TEST(Files, OfSeveralDroppedAtOnceOneThatIsNotKeptStopsNoOther) {
  FilesBench bench;
  const auto url = [&](const std::string& path) {
    return QUrl::fromLocalFile(QString::fromStdString(path));
  };
  bench.model().add({url(bench.photo()),
                     url(bench.write("film.mp4", Bytes("\0\0\0\x18"
                                                       "ftypmp42",
                                                       12))),
                     url(bench.write("list.txt", "Ana\nBen\n"))});
  EXPECT_TRUE(bench.model().saving());
  bench.settle();
  EXPECT_FALSE(bench.model().saving());
  EXPECT_EQ(bench.rows().count(), 2);
  EXPECT_TRUE(bench.model().problem().startsWith("film.mp4: This kind of file is not kept"))
      << bench.model().problem().toStdString();
  EXPECT_EQ(bench.desk().toast()->text(), "2 files saved here");
  bench.desk().toast()->undo();
  bench.settle();
  EXPECT_EQ(bench.rows().count(), 0);
  bench.model().dismissProblem();
  EXPECT_EQ(bench.model().problem(), "");
}

TEST(Files, WhatLiesElsewhereIsNotAdded) {
  FilesBench bench;
  bench.model().add({QUrl("https://example.org/wall.png")});
  bench.settle();
  EXPECT_EQ(bench.model().problem(),
            "Only files on this device can be added. Save it here first, then add it.");
  EXPECT_EQ(bench.rows().count(), 0);
}

TEST(Files, ACameraIsThereOnlyWhereTheMachineHasOne) {
  FilesBench bench;
  EXPECT_FALSE(bench.model().hasCamera());
  bench.source().next(QString::fromStdString(bench.photo()));
  bench.model().takePhoto();
  bench.settle();
  EXPECT_EQ(bench.rows().count(), 0);
  bench.source().giveCamera();
  EXPECT_TRUE(bench.model().hasCamera());
  bench.model().takePhoto();
  bench.settle();
  EXPECT_EQ(bench.rows().count(), 1);
}

TEST(Files, WhoeverAttachesAPdfIsToldWhatStaysInIt) {
  FilesBench bench;
  bench.choose(bench.write("plan.pdf", "%PDF-1.7\nof a made-up plan"));
  EXPECT_TRUE(bench.model().caution().startsWith("A PDF keeps what it says of itself"));
  EXPECT_EQ(cell(bench.rows(), 0, "detail"), "PDF · 0.1 MB");
  bench.model().putAway();
  EXPECT_EQ(bench.model().caution(), "");
}

TEST(Files, ASignatureIsKeptFromTheScreenAndUndoTakesItOut) {
  FilesBench bench;
  bench.model().addSignature({});
  bench.settle();
  EXPECT_EQ(bench.rows().count(), 0) << "nothing was drawn";
  const Bytes png = testing::pngWithPlace(1);
  bench.model().addSignature(QByteArray(png.data(), static_cast<qsizetype>(png.size())));
  bench.settle();
  ASSERT_EQ(bench.rows().count(), 1);
  EXPECT_EQ(cell(bench.rows(), 0, "title"), "Signature");
  EXPECT_EQ(bench.desk().toast()->text(), "Signature saved here");
  bench.desk().toast()->undo();
  bench.settle();
  EXPECT_EQ(bench.rows().count(), 0);
}

TEST(Files, WhatAVolunteerHandsInIsNotShownAgain) {
  FilesBench bench({.role = Role::kVolunteer, .sealTo = testing::kAnyOfficeKey}, "commitment");
  bench.choose(bench.photo());
  ASSERT_EQ(bench.rows().count(), 1);
  EXPECT_EQ(cell(bench.rows(), 0, "title"), "Photo or file");
  EXPECT_EQ(cell(bench.rows(), 0, "iconName"), "lock");
  EXPECT_EQ(cell(bench.rows(), 0, "picture"), false);
  EXPECT_EQ(cell(bench.rows(), 0, "removable"), false);
  EXPECT_EQ(cell(bench.rows(), 0, "standing"), "Saved here") << "but how far it has come is";
}

TEST(Files, WhereARecordHasSeveralPlacesOneIsChosen) {
  FilesBench bench;
  EXPECT_EQ(bench.model().places()->count(), 1);
  bench.office([](OfficeHand& office, Notebook&) {
    const nlohmann::json form{{"name", "visit"}, {"version", 1}, {"declaration", kVisit}};
    office.put(office.colleague("Ines", "Office"), {.type = "form", .fields = form.dump()});
  });
  bench.restart();
  const RecordId visit = bench.put("visit");
  const auto model = bench.DeskBench::show<FilesModel>();
  model->setRecordId(QString::fromStdString(visit.toString()));
  bench.settle();
  ASSERT_EQ(model->places()->count(), 2);
  EXPECT_EQ(cell(*model->places(), 1, "label"), "Yard");
  EXPECT_EQ(model->place(), "front");
  model->setPlace("yard");
  model->add({QUrl::fromLocalFile(QString::fromStdString(bench.photo()))});
  bench.settle();
  EXPECT_EQ(model->problem(), "");
  bench.solo().behind([&](Notebook& notebook, Drafts&) {
    const auto sheet = notebook.get(visit);
    EXPECT_EQ(RecordView(**sheet).elements("yard").size(), 1U);
    EXPECT_EQ(RecordView(**sheet).text("front"), "");
  });
}

}  // namespace
}  // namespace rapport
