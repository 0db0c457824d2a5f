#pragma once

#include <fstream>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "mobile/viewmodels/files_model.h"
#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/viewmodels/desk_bench.h"
#include "tests/shared/media/made_photos.h"

namespace rapport::testing {

// A record on a desk, its files on the screen, and files to choose in a folder beside.
class FilesBench : public DeskBench {
 public:
  explicit FilesBench(const SoloDesk::Who& who = {}, const std::string& type = "workshop")
      : DeskBench(who) {
    about_ = put(type);
    model_ = show();
  }

  RecordId about() const { return about_; }
  FilesModel& model() { return *model_; }
  const RowList& rows() { return *model_->files(); }

  RecordId put(const std::string& type) {
    RecordId id;
    solo().behind([&](Notebook& notebook, Drafts&) {
      const auto kept = notebook.put(
          {.type = type,
           .fields = {{type == "workshop" ? "question" : "text", Value(std::string("Chairs"))}}});
      ASSERT_TRUE(kept.ok()) << kept.error().message;
      id = kept->id;
    });
    return id;
  }
  std::unique_ptr<FilesModel> show() {
    auto model = DeskBench::show<FilesModel>();
    model->setRecordId(QString::fromStdString(about_.toString()));
    settle();
    return model;
  }

  std::string write(const std::string& name, ByteView content) {
    const std::string path = chosen_.file(name);
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  std::string photo() { return write("wall.png", pngWithPlace(1)); }
  // Chosen in the dialog.
  void choose(const std::string& path) {
    source().next(QString::fromStdString(path));
    model_->choose();
    settle();
  }
  // The office's word on the bytes of the only file.
  void file(ReceiptStage stage, std::uint64_t sentBytes, const std::string& reason = {}) {
    solo().behind([&](Notebook&, Drafts&) {
      LocalBlob blob = solo().attachments().of(about_)->front();
      blob.stage = stage;
      blob.sentBytes = sentBytes;
      blob.reason = reason;
      ASSERT_TRUE(solo().attachments().keepStage(blob, EpochId{1}).ok());
    });
    solo().tell(RecordsChanged{});
    settle();
  }
  void link(LinkStage stage) {
    solo().tell(LinkState{stage, 0, 0, {}});
    settle();
  }
  std::vector<std::string> named(const char* field) {
    std::vector<std::string> ids;
    solo().behind([&](Notebook& notebook, Drafts&) {
      ids = RecordView(**notebook.get(about_)).elements(field);
    });
    return ids;
  }

 private:
  TempFolder chosen_;
  RecordId about_;
  std::unique_ptr<FilesModel> model_;
};

}  // namespace rapport::testing
