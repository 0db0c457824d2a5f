// Photos and files of a record on the real screens and the real store.

#include <QCoreApplication>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QUrl>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/qml/made_pictures.h"
#include "tests/mobile/qml/screens.h"
#include "tests/shared/media/made_photos.h"

namespace rapport {
namespace {

class FilesOnScreen : public testing::Screens {
 protected:
  explicit FilesOnScreen(QSize size = testing::kLying) : Screens(size) {
    wall_ = testing::wallOfNotes(QString::fromStdString(chosen_.path().string()));
    openRecord();
  }

  void openRecord() {
    ASSERT_TRUE(finger().tapAll({"place1", "eventRow:Flu shot table", "editEvent"}));
  }
  void add(const QString& path) {
    source().next(path);
    ASSERT_TRUE(finger().tap("addFile"));
  }
  QString write(const std::string& name, ByteView content) {
    const std::string path = chosen_.file(name);
    std::ofstream(path, std::ios::binary) << content;
    return QString::fromStdString(path);
  }
  // The office's word on the bytes of the one file that has this name.
  void file(const std::string& name, ReceiptStage stage, std::uint64_t sentBytes,
            const std::string& reason = {}) {
    office([&](testing::OfficeHand&, Notebook& notebook) {
      static_cast<void>(notebook.each("attachment", [&](const RecordSheet& sheet) {
        if (RecordView(sheet).text("file_name") != name) return true;
        LocalBlob blob = **attachments().find(sheet.state.id);
        blob.stage = stage;
        blob.sentBytes = sentBytes;
        blob.reason = reason;
        EXPECT_TRUE(attachments().keepStage(blob, EpochId{1}).ok());
        return false;
      }));
    });
  }
  QImage pictureOf(RecordId attachment) {
    Bytes content;
    office([&](testing::OfficeHand&, Notebook&) {
      const auto blob = attachments().find(attachment);
      content = *attachments().read(**blob, 0, (*blob)->sizeBytes);
    });
    return QImage::fromData(reinterpret_cast<const uchar*>(content.data()),
                            static_cast<int>(content.size()));
  }
  bool pictureComes(const QString& name) {
    return finger().until([&] { return shown(name, "implicitWidth").toReal() > 0; });
  }

  testing::TempFolder chosen_;
  QString wall_;
};

TEST_F(FilesOnScreen, APhotoTakesOneTapAndIsThereWhenTheAppIsOpenedAnew) {
  const int before = finger().taps();
  add(wall_);
  EXPECT_EQ(finger().taps(), before + 1);
  EXPECT_TRUE(finger().comes("toastUndo"));
  EXPECT_EQ(shown("file:wall of notes.jpg", "standing"), "Saved here");
  EXPECT_TRUE(pictureComes("file:wall of notes.jpg > thumbnail"));
  const auto kept = saved("attachment");
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(RecordView(kept[0]).text("media_type"), "image/jpeg");
  restart();
  openRecord();
  EXPECT_TRUE(pictureComes("file:wall of notes.jpg > thumbnail"));
}

TEST_F(FilesOnScreen, ItsReceiptFollowsTheOfficesWord) {
  add(wall_);
  office([](testing::OfficeHand& hand, Notebook&) { hand.applyAll(); });
  file("wall of notes.jpg", ReceiptStage::kUploaded, 40'000);
  EXPECT_TRUE(finger().comesToRead("Paused at 0.1 of 0.1 MB"));
  file("wall of notes.jpg", ReceiptStage::kRefused, 0,
       "The record of this file speaks of another one.");
  EXPECT_TRUE(finger().comesToRead("The record of this file speaks of another one."));
  file("wall of notes.jpg", ReceiptStage::kApplied, 40'000);
  EXPECT_TRUE(finger().comesToRead("Uploaded"));
}

TEST_F(FilesOnScreen, APictureIsLookedAtLargeAndRemovedAndBackWithUndo) {
  add(wall_);
  ASSERT_TRUE(finger().tap("file:wall of notes.jpg"));
  EXPECT_TRUE(pictureComes("largePicture"));
  ASSERT_TRUE(finger().tap("removeFile"));
  EXPECT_TRUE(finger().goes("largePicture"));
  EXPECT_EQ(finger().find("file:wall of notes.jpg"), nullptr);
  ASSERT_TRUE(finger().tap("toastUndo"));
  EXPECT_TRUE(pictureComes("file:wall of notes.jpg > thumbnail"));
}

TEST_F(FilesOnScreen, OfSeveralTheNextIsATapAway) {
  add(wall_);
  clock_.advance(std::chrono::seconds(1));
  add(testing::busStop(QString::fromStdString(chosen_.path().string())));
  ASSERT_TRUE(finger().tap("file:bus stop.jpg"));
  EXPECT_TRUE(finger().comesToRead("bus stop.jpg"));
  ASSERT_TRUE(finger().tap("fileAfter"));
  EXPECT_TRUE(finger().comesToRead("wall of notes.jpg"));
  EXPECT_EQ(finger().find("fileAfter"), nullptr) << "there is no third";
  ASSERT_TRUE(finger().tapAll({"fileBefore", "closeFile"}));
  EXPECT_TRUE(finger().comes("addFile"));
}

TEST_F(FilesOnScreen, UndoTakesBackWhatWasJustAdded) {
  add(wall_);
  ASSERT_TRUE(finger().tap("toastUndo"));
  EXPECT_TRUE(finger().goes("file:wall of notes.jpg"));
  EXPECT_TRUE(saved("attachment").empty());
}

TEST_F(FilesOnScreen, WhatIsNotTakenIsSaidCalmlyUntilItIsReadAndNothingElseIsLost) {
  ASSERT_TRUE(finger().tap("edit:title > line"));
  finger().type(" today");
  add(write("film.mp4", Bytes("\0\0\0\x18"
                              "ftypmp42",
                              12)));
  EXPECT_TRUE(finger().comesToRead("This kind of file is not kept, only photos"));
  add(QStringLiteral("/nowhere/wall.jpg"));
  EXPECT_TRUE(finger().comesToRead("This file cannot be read. Nothing was saved"));
  EXPECT_TRUE(saved("attachment").empty());
  EXPECT_TRUE(finger().reads("Flu shot table today")) << "what was typed beside it stays";
  add(wall_);
  EXPECT_TRUE(finger().goes("filesProblem")) << "the next one went well";
  EXPECT_EQ(saved("attachment").size(), 1U);
}

TEST_F(FilesOnScreen, AFullTabletSaysSoAndTakesTheFileOnceThereIsRoom) {
  disk().set(testing::FailingDisk::Space::kNone);
  add(wall_);
  EXPECT_TRUE(finger().comesToRead("The file was not saved: the tablet has no space left."));
  EXPECT_TRUE(finger().comesToRead("Tablet is full"));
  EXPECT_TRUE(saved("attachment").empty());
  disk().set(testing::FailingDisk::Space::kThere);
  add(wall_);
  EXPECT_TRUE(finger().comes("file:wall of notes.jpg"));
  EXPECT_TRUE(finger().goes("filesProblem"));
}

// A camera that was held upright writes a lying picture, and beside it how to turn it.
TEST_F(FilesOnScreen, APhotoIsShownTheWayItWasTaken) {
  std::ifstream in(wall_.toStdString(), std::ios::binary);
  const Bytes lying{std::istreambuf_iterator<char>(in), {}};
  const Bytes exif = Bytes("Exif\0\0", 6) + testing::exifWithPlace(6, testing::ByteOrder::kBig);
  const std::size_t length = exif.size() + 2;
  const Bytes marker{'\xFF', '\xE1', static_cast<char>(length >> 8U),
                     static_cast<char>(length & 0xFFU)};
  add(write("turned.jpg", lying.substr(0, 2) + marker + exif + lying.substr(2)));
  ASSERT_TRUE(finger().tap("file:turned.jpg"));
  ASSERT_TRUE(pictureComes("largePicture"));
  EXPECT_LT(shown("largePicture", "implicitWidth").toReal(),
            shown("largePicture", "implicitHeight").toReal());
}

TEST_F(FilesOnScreen, APictureThatCannotBeShownSaysSoAndIsKeptAllTheSame) {
  add(write("odd.png", testing::pngWithPlace(1)));
  ASSERT_TRUE(finger().tap("file:odd.png"));
  EXPECT_TRUE(finger().comesToRead("This picture cannot be shown here. The file is safe."));
  EXPECT_EQ(saved("attachment").size(), 1U);
}

TEST_F(FilesOnScreen, WhereThereIsNoCameraItIsSaidAndWhereThereIsOneItIsFirst) {
  EXPECT_TRUE(finger().comesToRead("Rapport takes no photos on this device."));
  EXPECT_EQ(finger().find("takePhoto"), nullptr);
  ASSERT_TRUE(finger().tap("leave"));
  source().giveCamera();
  ASSERT_TRUE(finger().tap("editEvent"));
  source().next(wall_);
  ASSERT_TRUE(finger().tap("takePhoto"));
  EXPECT_TRUE(finger().comes("file:wall of notes.jpg"));
  EXPECT_FALSE(finger().reads("Rapport takes no photos on this device."));
}

TEST_F(FilesOnScreen, TheEventLeadsToItsFilesAndSaysHowManyThereAre) {
  ASSERT_TRUE(finger().tap("leave"));
  EXPECT_EQ(shown("openFiles", "text"), "Photos and files");
  ASSERT_TRUE(finger().tap("openFiles"));
  EXPECT_TRUE(finger().comes("filesScreen"));
  EXPECT_TRUE(finger().comesToRead("Flu shot table"));
  add(wall_);
  EXPECT_TRUE(pictureComes("file:wall of notes.jpg > thumbnail"));
  ASSERT_TRUE(finger().tap("leave"));
  EXPECT_EQ(shown("openFiles", "text"), "Photos and files · 1");
}

TEST_F(FilesOnScreen, AFileIsGivenACaptionAndWhetherItMayBeUsed) {
  add(wall_);
  ASSERT_TRUE(finger().tapAll({"file:wall of notes.jpg", "describeFile", "edit:caption > line"}));
  finger().type("What the wall said");
  ASSERT_TRUE(finger().tapAll({"edit:consent > option:yes", "saveRecord"}));
  EXPECT_TRUE(finger().comesToRead("What the wall said"));
  const auto kept = saved("attachment");
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(RecordView(kept[0]).text("consent"), "yes");
  ASSERT_TRUE(finger().tap("closeFile"));
  EXPECT_TRUE(finger().comes("file:What the wall said"));
}

TEST_F(FilesOnScreen, WhatIsDroppedAnywhereOnTheScreenIsAdded) {
  QMimeData dragged;
  dragged.setUrls({QUrl::fromLocalFile(wall_)});
  const QPoint somewhere(300, 300);
  QDragEnterEvent enters(somewhere, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window(), &enters);
  const auto* said = window().contentItem()->findChild<QQuickItem*>("dropHere");
  ASSERT_NE(said, nullptr);
  EXPECT_TRUE(said->isVisible());
  QDropEvent drops(somewhere, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window(), &drops);
  EXPECT_TRUE(pictureComes("file:wall of notes.jpg > thumbnail"));
  EXPECT_FALSE(said->isVisible());
}

TEST_F(FilesOnScreen, ASignatureIsDrawnAndBecomesAPictureOfTheRecord) {
  ASSERT_TRUE(finger().tap("addSignature"));
  EXPECT_EQ(finger().find("saveSignature"), nullptr) << "blank paper is no signature";
  ASSERT_TRUE(finger().draw("inkPad", {{0.2, 0.4}, {0.4, 0.6}, {0.6, 0.4}, {0.8, 0.6}}));
  ASSERT_TRUE(finger().tap("clearSignature"));
  EXPECT_EQ(finger().find("saveSignature"), nullptr);
  ASSERT_TRUE(finger().draw("inkPad", {{0.2, 0.4}, {0.4, 0.6}, {0.6, 0.4}, {0.8, 0.6}}));
  ASSERT_TRUE(finger().tap("saveSignature"));
  EXPECT_TRUE(pictureComes("file:Signature > thumbnail"));
  const auto kept = saved("attachment");
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(RecordView(kept[0]).text("media_type"), "image/png");
  const QImage drawn = pictureOf(kept[0].state.id);
  ASSERT_FALSE(drawn.isNull());
  int inked = 0;
  for (int x = 0; x < drawn.width(); ++x)
    for (int y = 0; y < drawn.height(); ++y) inked += qGray(drawn.pixel(x, y)) < 128 ? 1 : 0;
  EXPECT_GT(inked, drawn.width()) << "a line from side to side";
  EXPECT_LT(inked, drawn.width() * drawn.height() / 10) << "on white paper";
}

TEST_F(FilesOnScreen, ASignatureThatIsNotSavedIsNowhere) {
  ASSERT_TRUE(finger().tap("addSignature"));
  ASSERT_TRUE(finger().draw("inkPad", {{0.2, 0.4}, {0.8, 0.6}}));
  ASSERT_TRUE(finger().tapAll({"closeSignature", "addSignature"}));
  EXPECT_EQ(finger().find("saveSignature"), nullptr) << "the next one gets blank paper";
  EXPECT_TRUE(saved("attachment").empty());
}

class FilesUpright : public FilesOnScreen {
 protected:
  FilesUpright() : FilesOnScreen(testing::kUpright) {}
};

TEST_F(FilesUpright, OneTapGoesToTheFilesBelowTheFieldsAndWhatIsAddedIsInSight) {
  ASSERT_TRUE(finger().tap("goToFiles"));
  add(wall_);
  EXPECT_TRUE(pictureComes("file:wall of notes.jpg > thumbnail"));
  ASSERT_TRUE(finger().tap("file:wall of notes.jpg"));
  EXPECT_TRUE(pictureComes("largePicture"));
}

}  // namespace
}  // namespace rapport
