#include "tests/mobile/qml/tasks.h"

#include <QTemporaryDir>
#include <algorithm>

#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/qml/made_pictures.h"
#include "tests/mobile/qml/saved_here.h"
#include "tests/mobile/qml/working_day.h"

namespace rapport::testing {
namespace {

using Act = std::function<bool(Glass&)>;
using Found = std::function<void(Glass&)>;
using KeyOf = std::function<std::string(Desk&)>;

std::vector<RecordSheet> saved(Desk& desk, const char* type) { return savedAfter(desk, 0, type); }

Act taps(std::initializer_list<const char*> names) {
  return [names = std::vector<const char*>(names)](Glass& glass) {
    return std::ranges::all_of(names,
                               [&](const char* name) { return glass.finger().tapAll({name}); });
  };
}

// Typed letter by letter. The screen says nothing of saving yet, so the step is over when the draft
// lies on the disk.
Act types(const char* field, const char* words, KeyOf draft) {
  return [=, draft = std::move(draft)](Glass& glass) {
    if (!glass.finger().tapAll({field})) return false;
    glass.finger().type(QString::fromUtf8(words));
    const std::string key = draft(glass.desk());
    return glass.finger().until(
        [&] { return draftOf(glass.desk(), key).find(words) != std::string::npos; });
  };
}

KeyOf named(const char* key) {
  return [key](Desk&) { return std::string(key); };
}

std::string noteInTheSession(Desk& desk) {
  const auto sessions = saved(desk, "listening_session");
  return sessions.empty() ? "none" : "note/" + sessions.front().state.id.toString();
}

// A property of an item that is in sight, or comes in sight when all is laid out.
Found shows(const char* item, const char* property, const QVariant& value) {
  return [=](Glass& glass) {
    const QQuickItem* found = glass.finger().comes(QString::fromUtf8(item));
    ASSERT_NE(found, nullptr) << item;
    EXPECT_EQ(found->property(property).toString().toStdString(), value.toString().toStdString())
        << item;
  };
}

// How many records of this type are in the store.
Found holds(std::size_t records, const char* type) {
  return [=](Glass& glass) { EXPECT_EQ(saved(glass.desk(), type).size(), records) << type; };
}

Found both(Found one, Found other) {
  return [one = std::move(one), other = std::move(other)](Glass& glass) {
    one(glass);
    other(glass);
  };
}

bool addStation(Glass& glass) {
  if (!glass.finger().tapAll({"station", "stationName"})) return false;
  glass.finger().type(QStringLiteral("Gate"));
  return glass.finger().tapAll({"stationAdd"});
}

Task tally() {
  return {"tally",
          "captureCount",
          {{"one", taps({"tile:18-39/es"}), shows("tile:18-39/es", "people", 1)},
           {"another", taps({"tile:40-64/ar"}), shows("tile:40-64/ar", "people", 1)},
           {"undo", taps({"undo"}),
            both(shows("tile:40-64/ar", "people", 0), shows("tile:18-39/es", "people", 1))},
           {"another station", addStation, holds(2, "station")},
           {"undo again", taps({"undo"}),
            both(shows("tile:18-39/es", "people", 0), shows("tile:40-64/ar", "people", 0))},
           {"and one more", taps({"tile:65+/en"}), shows("tile:65+/en", "people", 1)}},
          [](Desk& desk) {
            std::int64_t people = 0;
            for (const RecordSheet& cell : saved(desk, "tally_cell"))
              people += RecordView(cell).count("people");
            EXPECT_EQ(people, 1);
          }};
}

Task feedback() {
  return {
      "feedback",
      "captureFeedback",
      {{"kind", taps({"choice:question"}),
        both(shows("choice:question", "chosen", true), holds(0, "feedback"))},
       {"channel", taps({"choice:phone"}),
        both(shows("choice:phone", "chosen", true), shows("choice:question", "chosen", true))},
       {"words", types("words", "Will the van come", named("feedback")),
        both(shows("words", "text", "Will the van come"), shows("choice:phone", "chosen", true))},
       {"save", taps({"saveFeedback"}), both(holds(1, "feedback"), shows("words", "text", ""))}},
      [](Desk& desk) {
        const auto records = saved(desk, "feedback");
        ASSERT_EQ(records.size(), 1U);
        EXPECT_EQ(RecordView(records[0]).text("text"), "Will the van come");
        EXPECT_EQ(RecordView(records[0]).text("channel"), "phone");
        EXPECT_EQ(RecordView(records[0]).text("giver"), "participant");
      }};
}

Task promise() {
  return {"promise",
          "capturePromise",
          {{"words", types("promiseWords", "Bring an int", named("promise")),
            both(shows("promiseWords", "text", "Bring an int"), holds(0, "commitment"))},
           {"due", taps({"due:1"}), shows("due:1", "on", true)},
           {"telling", taps({"tell:phone"}),
            both(shows("tell:phone", "on", true), shows("promiseWords", "text", "Bring an int"))},
           {"save", taps({"savePromise"}),
            both(holds(1, "commitment"), shows("promiseWords", "text", ""))}},
          [](Desk& desk) {
            const auto records = saved(desk, "commitment");
            ASSERT_EQ(records.size(), 1U);
            EXPECT_EQ(RecordView(records[0]).text("text"), "Bring an int");
            EXPECT_EQ(RecordView(records[0]).text("told_via"), "phone");
            EXPECT_EQ(RecordView(records[0]).text("owed_to"), "Millrace Tenants Circle");
          }};
}

Task session() {
  const Found twoPeople = [](Glass& glass) {
    const auto sessions = saved(glass.desk(), "listening_session");
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_EQ(RecordView(sessions[0]).count("participants"), 2);
  };
  return {"session",
          "captureQuote",
          {{"begin", taps({"startSession"}), holds(1, "listening_session")},
           {"people", taps({"more", "more"}), twoPeople},
           {"theme", taps({kTransport}), shows(kTransport, "on", true)},
           {"words", types("noteWords > words", "She is nine.", noteInTheSession),
            both(shows("noteWords > words", "text", "She is nine."), holds(0, "quote"))},
           {"consent", taps({"withFirstName"}), shows("withFirstName", "on", true)},
           {"name", types("firstName", "Ada", noteInTheSession),
            both(shows("firstName", "text", "Ada"), shows(kTransport, "on", true))},
           {"save", taps({"saveNote"}),
            both(holds(1, "quote"), shows("note:She is nine.", "quote", true))},
           {"end", taps({"endSession", "endNow"}),
            both(twoPeople, shows("startSession", "enabled", true))}},
          [](Desk& desk) {
            const auto quotes = saved(desk, "quote");
            ASSERT_EQ(quotes.size(), 1U);
            EXPECT_EQ(RecordView(quotes[0]).text("verbatim"), "She is nine.");
            EXPECT_EQ(RecordView(quotes[0]).text("speaker"), "Ada");
            EXPECT_EQ(RecordView(quotes[0]).elements("codes").size(), 1U);
            ASSERT_EQ(saved(desk, "listening_session").size(), 1U);
            EXPECT_NE(RecordView(saved(desk, "listening_session")[0]).text("minutes"), "");
          }};
}

bool openTheRecord(Glass& glass) {
  return glass.finger().tapAll({"eventRow:Pop-up check", "editEvent"});
}

// The picture itself is there, and not only its record.
Found showsPictures(std::initializer_list<const char*> names) {
  return [names = std::vector<const char*>(names)](Glass& glass) {
    ASSERT_TRUE(openTheRecord(glass));
    for (const char* name : names) {
      const QString picture = QStringLiteral("file:%1 > thumbnail").arg(QLatin1String(name));
      EXPECT_TRUE(glass.finger().until([&] {
        const QQuickItem* item = glass.finger().find(picture);
        return item != nullptr && item->implicitWidth() > 0;
      })) << name;
    }
    EXPECT_EQ(saved(glass.desk(), "attachment").size(), names.size());
    glass.finger().tapAll({"leave"});
  };
}

// Chosen, and nobody waits for what follows: the life may end while it is being saved.
Act chooses(QString (*picture)(const QString& folder), bool waits) {
  return [=](Glass& glass) {
    const QTemporaryDir folder;
    glass.source().next(picture(folder.path()));
    if (!openTheRecord(glass)) return false;
    if (waits) return glass.finger().tapAll({"addFile", "leave"});
    QQuickItem* add = glass.finger().comes(QStringLiteral("addFile"));
    return add != nullptr && QMetaObject::invokeMethod(add, "clicked");
  };
}

// Whole or not at all; what was there before is there in any case.
void eachFileIsWhole(Glass& glass) {
  ASSERT_TRUE(openTheRecord(glass));
  const auto files = saved(glass.desk(), "attachment");
  EXPECT_GE(files.size(), 1U);
  EXPECT_LE(files.size(), 2U);
  for (const RecordSheet& file : files) {
    const QString name = QString::fromStdString(RecordView(file).text("file_name"));
    EXPECT_TRUE(glass.finger().until([&] {
      const QQuickItem* item = glass.finger().find(QStringLiteral("file:%1 > thumbnail").arg(name));
      return item != nullptr && item->implicitWidth() > 0;
    })) << name.toStdString();
  }
  glass.finger().tapAll({"leave"});
}

Task files() {
  return {"files",
          "place1",
          {{"a photo", chooses(wallOfNotes, true), showsPictures({"wall of notes.jpg"})},
           {"another, and gone at once", chooses(busStop, false), eachFileIsWhole}},
          [](Desk& desk) { EXPECT_GE(saved(desk, "attachment").size(), 1U); }};
}

// A record by its declaration, which is opened by the same taps in every life.
Task form() {
  const Act open = taps({"kind:contact", "beginRecord"});
  const auto again = [open](Found then) -> Found {
    return [open, then = std::move(then)](Glass& glass) {
      ASSERT_TRUE(open(glass));
      then(glass);
    };
  };
  const Act name = types("edit:name > line", "Rosa", named("form/contact/"));
  const Found hasName = shows("edit:name > line", "text", "Rosa");
  return {"form",
          "find",
          {{"name", [=](Glass& glass) { return open(glass) && name(glass); },
            again(both(hasName, holds(0, "contact")))},
           {"title", types("edit:title > line", "Warden", named("form/contact/")),
            again(both(hasName, shows("edit:title > line", "text", "Warden")))},
           {"save", taps({"saveRecord"}),
            both(holds(1, "contact"), again(shows("edit:name > line", "text", "")))}},
          [](Desk& desk) {
            const auto contacts = saved(desk, "contact");
            ASSERT_EQ(contacts.size(), 1U);
            EXPECT_EQ(RecordView(contacts[0]).text("name"), "Rosa");
            EXPECT_EQ(RecordView(contacts[0]).text("title"), "Warden");
          }};
}

bool choosesPin(Glass& glass) {
  for (int time = 0; time < 2; ++time)
    if (!glass.finger().tapAll({"digit2", "digit5", "digit8", "digit0", "enterPin"})) return false;
  return glass.finger().comes(QStringLiteral("kioskBegin")) != nullptr;
}

bool skipsTheRest(Glass& glass) {
  for (int question = 2; question <= 12; ++question)
    if (!glass.finger().tapAll({"skipQuestion"})) return false;
  return glass.finger().comes(QStringLiteral("kioskHandIn")) != nullptr;
}

// A tablet that dies as a kiosk begins as one: nothing opens it, and what was not handed in is
// gone.
Task kiosk() {
  const Found welcomes = [](Glass& glass) {
    EXPECT_NE(glass.finger().comes(QStringLiteral("kioskBegin")), nullptr);
    EXPECT_EQ(glass.finger().find(QStringLiteral("todayScreen")), nullptr);
  };
  return {"kiosk",
          "startKiosk",
          {{"hand over",
            [](Glass& glass) { return glass.finger().tapAll({"beginKiosk"}) && choosesPin(glass); },
            welcomes},
           {"a question", taps({"kioskBegin", "level4", "kioskNext"}), welcomes},
           {"the last one", skipsTheRest, welcomes},
           {"hand in", taps({"kioskHandIn", "kioskAgain"}), welcomes}},
          [](Desk&) {}};
}

}  // namespace

const std::vector<Task>& tasks() {
  static const std::vector<Task> all{tally(), feedback(), promise(), session(),
                                     files(), form(),     kiosk()};
  return all;
}

const Task* taskNamed(const std::string& name) {
  const auto found = std::ranges::find(tasks(), name, &Task::name);
  return found != tasks().end() ? &*found : nullptr;
}

}  // namespace rapport::testing
