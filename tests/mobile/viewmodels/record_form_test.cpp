#include "mobile/viewmodels/record_form.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "shared/merge/read.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

class DeclaredForm : public ::testing::Test {
 protected:
  std::unique_ptr<RecordForm> begin(const QString& type, const QString& about = {}) {
    auto form = std::make_unique<RecordForm>();
    form->setAboutId(about);
    form->setTypeName(type);
    form->setDesk(&bench_.desk());
    bench_.settle();
    return form;
  }
  std::unique_ptr<RecordForm> change(RecordId id) {
    auto form = bench_.show<RecordForm>();
    form->setRecordId(QString::fromStdString(id.toString()));
    bench_.settle();
    return form;
  }
  RecordId fromOffice(const std::string& type, const std::string& fields,
                      std::optional<RecordId> id = {}) {
    RecordId record;
    bench_.office([&](OfficeHand& office, Notebook&) {
      record = office.put(office.colleague("Noor", "Office"),
                          {.type = type, .fields = fields, .id = id});
    });
    return record;
  }
  void save(RecordForm& form) {
    form.save();
    bench_.settle();
    EXPECT_EQ(form.problem(), "");
  }
  // The one record of a type that is here; fails unless there is exactly one.
  RecordSheet only(const std::string& type) {
    const auto records = bench_.records(type);
    EXPECT_EQ(records.size(), 1U);
    return records.empty() ? RecordSheet() : records.front();
  }
  static QStringList labels(const QVariant& items, const char* key = "label") {
    QStringList labels;
    for (const QVariant& each : items.toList()) labels.append(each.toMap().value(key).toString());
    return labels;
  }

  DeskBench bench_;
};

TEST_F(DeclaredForm, ANewRecordHasWordsNamesAndRows) {
  const RecordId elders = fromOffice("partner", R"({"name":"Quillan Elders"})");
  const auto form = begin("need");
  EXPECT_EQ(form->title(), "New: need");
  EXPECT_EQ(form->edited(), 0);
  form->enter("text", "Somewhere to sit");
  form->openChoices("agreed_by");
  EXPECT_TRUE(form->choosesMany());
  form->choose("us");
  form->choose(QString::fromStdString(elders.toString()));
  EXPECT_EQ(labels(form->fields()->value("agreed_by", "items")),
            QStringList({"Us", "Quillan Elders"}));
  form->openRow("ranks", {});
  ASSERT_TRUE(form->rowOpen());
  EXPECT_EQ(form->rowTitle(), "Rank given by each group");
  form->enter("partner", QString::fromStdString(elders.toString()));
  form->enter("rank", "1");
  form->closeRow();
  EXPECT_EQ(labels(form->fields()->value("ranks", "items"), "words"),
            QStringList("Quillan Elders · 1"));
  save(*form);
  const RecordSheet need = only("need");
  const RecordView view(need);
  EXPECT_EQ(view.text("text"), "Somewhere to sit");
  EXPECT_EQ(view.elements("agreed_by").size(), 2U);
  const FieldDeclaration& ranks = *need.type->field("ranks");
  EXPECT_EQ(readField(ranks, *need.state.field(ranks.number)).elements.size(), 1U);
}

TEST_F(DeclaredForm, WhatIsTurnedTwiceIsNothing) {
  const auto form = begin("partner");
  form->turn("populations", "renters");
  EXPECT_EQ(form->edited(), 1);
  form->turn("populations", "renters");
  EXPECT_EQ(form->edited(), 0);
}

TEST_F(DeclaredForm, AnElementThatStandsIsTakenOut) {
  const RecordId id = fromOffice(
      "partner", R"({"name":"Second Shelf","populations":{"add":["renters","elders"]}})");
  const auto form = change(id);
  form->turn("populations", "elders");
  EXPECT_EQ(labels(form->fields()->value("populations", "items")), QStringList("renters"));
  save(*form);
  EXPECT_EQ(RecordView(only("partner")).elements("populations"),
            std::vector<std::string>{"renters"});
}

TEST_F(DeclaredForm, ARowInWhichNothingWasEnteredIsNone) {
  const auto form = begin("need");
  form->openRow("ranks", {});
  form->closeRow();
  EXPECT_EQ(form->edited(), 0);
  EXPECT_TRUE(form->fields()->value("ranks", "items").toList().isEmpty());
}

TEST_F(DeclaredForm, ARowThatStandsIsChangedCellByCellAndTakenAway) {
  auto form = begin("minutes");
  for (const char* item : {"Chairs", "Results night"}) {
    form->openRow("agenda", {});
    form->enter("text", item);
    form->closeRow();
  }
  save(*form);
  const RecordId id = only("minutes").state.id;
  form = change(id);
  const QVariantList rows = form->fields()->value("agenda", "items").toList();
  ASSERT_EQ(rows.size(), 2);
  form->openRow("agenda", rows[0].toMap()["key"].toString());
  EXPECT_EQ(form->cells()->value("text", "entered"), "Chairs");
  form->enter("done", "true");
  form->closeRow();
  EXPECT_EQ(labels(form->fields()->value("agenda", "items"), "words"),
            QStringList({"Chairs · Yes", "Results night"}));
  form->openRow("agenda", rows[1].toMap()["key"].toString());
  form->takeRowAway();
  save(*form);
  EXPECT_EQ(labels(change(id)->fields()->value("agenda", "items"), "words"),
            QStringList("Chairs · Yes"));
}

TEST_F(DeclaredForm, HeadingsStandBeforeTheFirstFieldOfTheirGroup) {
  const auto form = begin("minutes");
  EXPECT_EQ(form->fields()->value("event", "heading"), "");
  EXPECT_EQ(form->fields()->value("share", "heading"), "Sharing");
  EXPECT_EQ(form->fields()->value("sent_at", "heading"), "");
}

TEST_F(DeclaredForm, WhatIsStillToAskIsSaidAndKeepsNobodyFromSaving) {
  const auto form = begin("minutes");
  EXPECT_EQ(form->missing(), "") << "nothing was begun";
  EXPECT_EQ(form->fields()->value("event", "missing"), true);
  form->enter("title", "Check-in");
  EXPECT_EQ(form->missing(),
            "Still to ask: Meeting, What was said and decided, Who may see it. "
            "You can save without it.");
  save(*form);
  EXPECT_EQ(RecordView(only("minutes")).text("title"), "Check-in");
}

TEST_F(DeclaredForm, WhatItIsAboutIsFilledInAndIsNoEditYet) {
  const RecordId elders = fromOffice("partner", R"({"name":"Quillan Elders"})");
  const auto form = begin("minutes", QString::fromStdString(elders.toString()));
  EXPECT_EQ(form->subtitle(), "Quillan Elders");
  EXPECT_EQ(form->fields()->value("partner", "words"), "Quillan Elders");
  EXPECT_EQ(form->edited(), 0);
  form->enter("title", "Check-in");
  save(*form);
  EXPECT_EQ(RecordView(only("minutes")).text("partner"), elders.toString());
}

TEST_F(DeclaredForm, WhatWasBegunIsThereAgainUntilItIsSaved) {
  auto form = begin("need");
  form->enter("text", "Shade");
  form->turn("agreed_by", "us");
  form->openRow("ranks", {});
  form->enter("rank", "2");
  form.reset();  // the row was open
  bench_.restart();
  form = begin("need");
  EXPECT_EQ(form->fields()->value("text", "entered"), "Shade");
  EXPECT_EQ(labels(form->fields()->value("agreed_by", "items")), QStringList("Us"));
  EXPECT_EQ(labels(form->fields()->value("ranks", "items"), "words"), QStringList("2"));
  EXPECT_TRUE(bench_.records("need").empty());
  save(*form);
  EXPECT_EQ(begin("need")->edited(), 0);
  only("need");
}

TEST_F(DeclaredForm, ADraftSaysThatTheRecordChangedMeanwhile) {
  const RecordId id = fromOffice("partner", R"({"name":"Second Shelf"})");
  auto form = change(id);
  form->enter("description", "Food pantry");
  form.reset();
  bench_.restart();
  EXPECT_EQ(change(id)->notice(), "");
  fromOffice("partner", R"({"culture_note":"Ring twice"})", id);
  bench_.restart();
  form = change(id);
  EXPECT_TRUE(form->notice().contains("has changed since")) << form->notice().toStdString();
  EXPECT_EQ(form->fields()->value("description", "entered"), "Food pantry");
}

TEST_F(DeclaredForm, WhatWasBegunUnderAnOlderFormGoesOnUnderIt) {
  const auto publish = [this](int version, const std::string& more) {
    const std::string declared =
        R"({"number":1200,"name":"well_visit","form_version":)" + std::to_string(version) +
        R"(,"label":{"en":"Well visit"},"plural":{"en":"Well visits"},"icon":"basket",)"
        R"("title":["who"],"readers":["worker"],"writers":["worker"],"fields":[)"
        R"({"number":1,"name":"who","label":{"en":"Who"},"kind":"text","rule":"ask","class":0})" +
        more + "]}";
    bench_.office([&](OfficeHand& office, Notebook&) {
      std::string quoted;
      for (const char each : declared)
        quoted += each == '"' ? std::string("\\\"") : std::string(1, each);
      office.put(office.colleague("Noor", "Office"),
                 {.type = "form", .fields = R"({"declaration":")" + quoted + "\"}"});
    });
    bench_.restart();
  };
  publish(1, "");
  auto form = begin("well_visit");
  form->enter("who", "Rosa");
  form.reset();
  publish(
      2,
      R"(,{"number":2,"name":"depth","label":{"en":"Depth"},"kind":"number","rule":"latest","class":0})");
  form = begin("well_visit");
  EXPECT_EQ(form->fields()->value("who", "entered"), "Rosa");
  EXPECT_FALSE(form->fields()->value("depth", "label").isValid()) << "nobody was asked that";
  save(*form);
  const RecordId id = only("well_visit").state.id;
  bench_.solo().behind([&](Notebook& notebook, Drafts&) {
    const auto history = notebook.history(id);
    ASSERT_TRUE(history.ok());
    EXPECT_EQ(history->front().change.formVersion, 1U);
  });
  EXPECT_TRUE(begin("well_visit")->fields()->value("depth", "label").isValid());
}

TEST_F(DeclaredForm, WhatCannotBeUnderstoodIsSaidBeforeAnythingIsSaved) {
  const auto form = begin("event");
  form->enter("title", "Meal");
  form->enter("start", "soon");
  form->save();
  bench_.settle();
  EXPECT_EQ(form->problem(), "Start: Choose a day, and write a time such as 18:30.");
  EXPECT_TRUE(bench_.records("event").empty());
  form->enter("start", "2027-03-01 18:30");
  save(*form);
  EXPECT_TRUE(RecordView(only("event")).time("start").has_value());
}

TEST_F(DeclaredForm, ACellThatCannotBeUnderstoodIsSaidToo) {
  const auto form = begin("need");
  form->enter("text", "Shade");
  form->openRow("ranks", {});
  form->enter("rank", "first");
  form->closeRow();
  form->save();
  bench_.settle();
  EXPECT_EQ(form->problem(), "Rank: Write a whole number.");
  EXPECT_TRUE(bench_.records("need").empty());
}

TEST_F(DeclaredForm, WhatIsThrownAwayIsGoneAndComesBackWhileTheToastStands) {
  auto form = begin("need");
  form->enter("text", "Shade");
  form->throwAway();
  bench_.settle();
  EXPECT_FALSE(form->begun());
  EXPECT_EQ(form->fields()->value("text", "entered"), "");
  EXPECT_FALSE(begin("need")->begun()) << "nor is it a draft";
  bench_.desk().toast()->undo();
  EXPECT_EQ(form->fields()->value("text", "entered"), "Shade");
  form->throwAway();
  form.reset();
  bench_.settle();
  bench_.desk().toast()->undo();  // the screen is closed
  bench_.settle();
  EXPECT_EQ(begin("need")->fields()->value("text", "entered"), "Shade");
}

TEST_F(DeclaredForm, FewChoicesLieOnTheFormAndManyAreLookedFor) {
  for (int each = 0; each < 12; ++each)
    fromOffice("partner", R"({"name":"Group )" + std::to_string(each) + R"("})");
  const auto form = begin("minutes");
  EXPECT_EQ(form->fields()->value("partner", "many"), true);
  EXPECT_TRUE(form->fields()->value("partner", "options").toList().isEmpty());
  form->openChoices("partner");
  EXPECT_EQ(form->choicesTitle(), "Partner");
  EXPECT_EQ(form->choices()->count(), 12);
  form->choose(cell(*form->choices(), 3, "choiceId").toString());
  EXPECT_EQ(form->fields()->value("partner", "words"), cell(*form->choices(), 3, "name"));
  EXPECT_EQ(form->fields()->value("share", "many"), false);
}

TEST_F(DeclaredForm, WhoMayNotWriteReads) {
  DeskBench bench({.role = Role::kVolunteer});
  RecordId id;
  bench.office([&](OfficeHand& office, Notebook&) {
    id = office.put(office.colleague("Noor", "Office"),
                    {.type = "partner", .fields = R"({"name":"Second Shelf"})"});
  });
  const auto form = bench.show<RecordForm>();
  form->setRecordId(QString::fromStdString(id.toString()));
  bench.settle();
  EXPECT_EQ(form->title(), "Partner");
  EXPECT_EQ(form->fields()->value("name", "editable"), false);
  EXPECT_EQ(form->fields()->value("name", "words"), "Second Shelf");
  EXPECT_FALSE(form->mayEdit());
}

}  // namespace
}  // namespace rapport
