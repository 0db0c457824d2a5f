// The rules of the board "You said, we did", each with an example that was worked out by hand.

#include <gtest/gtest.h>

#include "server/review/board_stage.h"
#include "server/review/poster_words.h"
#include "server/review/service_level.h"

namespace rapport {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days day(int year, unsigned month, unsigned ofMonth) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{ofMonth};
}

FeedbackFact item(sys_days on, Handling handling = Handling::kNew) {
  FeedbackFact fact{.receivedOn = on};
  fact.handling = handling;
  return fact;
}

const sys_days kMonday = day(2026, 11, 23);

TEST(BoardStage, FollowsWhatTheOfficeSays) {
  EXPECT_EQ(stageOf(item(kMonday)), BoardStage::kHeard);
  EXPECT_EQ(stageOf(item(kMonday, Handling::kAcknowledged)), BoardStage::kAcknowledged);
  EXPECT_EQ(stageOf(item(kMonday, Handling::kTaken)), BoardStage::kActing);
}

TEST(BoardStage, WhatWasAnsweredWasHeardWhateverItsStatusSays) {
  FeedbackFact answered = item(kMonday);
  answered.firstResponseOn = kMonday + days{1};
  EXPECT_EQ(stageOf(answered), BoardStage::kAcknowledged);
}

TEST(BoardStage, ClosedInsideIsNotToldBack) {
  FeedbackFact closed = item(kMonday, Handling::kClosed);
  EXPECT_EQ(stageOf(closed), BoardStage::kActing);
  closed.toldGiver = true;
  EXPECT_EQ(stageOf(closed), BoardStage::kToldBack);
}

TEST(BoardStage, PublishedIsToldBackOnlyWhereTheGiverIsAnonymous) {
  FeedbackFact published = item(kMonday, Handling::kTaken);
  published.published = true;
  EXPECT_EQ(stageOf(published), BoardStage::kActing);
  published.anonymous = true;
  EXPECT_EQ(stageOf(published), BoardStage::kToldBack);
}

// Thanksgiving is Thursday the 26th.
ProgrammeSettings thanksgiving() {
  ProgrammeSettings settings;
  settings.holidays[day(2026, 11, 26)] = "Thanksgiving";
  return settings;
}

TEST(WorkingDays, AreCountedWithoutWeekendsAndHolidays) {
  const ProgrammeSettings settings = thanksgiving();
  EXPECT_EQ(workingDaysAfter(settings, kMonday, kMonday), 0);
  EXPECT_EQ(workingDaysAfter(settings, kMonday, day(2026, 11, 25)), 2) << "Tuesday, Wednesday";
  EXPECT_EQ(workingDaysAfter(settings, kMonday, day(2026, 11, 26)), 2) << "a holiday";
  EXPECT_EQ(workingDaysAfter(settings, kMonday, day(2026, 11, 29)), 3) << "and Friday";
  EXPECT_EQ(workingDaysAfter(settings, kMonday, day(2026, 12, 1)), 5) << "Monday, Tuesday";
  EXPECT_EQ(workingDaysAfter(settings, kMonday, kMonday - days{9}), 0) << "backwards is none";
}

TEST(WorkingDays, FollowTheProgrammesWeek) {
  ProgrammeSettings settings;
  settings.workingDays = {7, 1, 2, 3, 4};  // Sunday to Thursday
  EXPECT_EQ(workingDaysAfter(settings, day(2026, 11, 26), day(2026, 11, 29)), 1) << "Sunday";
}

TEST(WorkingDays, EndAfterAYearWhateverSomebodyTyped) {
  EXPECT_EQ(workingDaysAfter({}, day(1, 1, 1), kMonday), 262);
}

TEST(ServiceLevel, AcknowledgesWithinThreeWorkingDays) {
  const ProgrammeSettings settings = thanksgiving();
  const FeedbackFact heard = item(kMonday);  // Tuesday, Wednesday, then Friday
  const auto dueAt = [&](sys_days today) { return *serviceDue(heard, settings, today); };
  EXPECT_EQ(dueAt(kMonday).on, day(2026, 11, 27));
  EXPECT_TRUE(dueAt(kMonday).inWorkingDays);
  EXPECT_EQ(dueAt(day(2026, 11, 27)).lateBy, 0) << "on the last day";
  EXPECT_EQ(dueAt(day(2026, 11, 29)).lateBy, 0) << "nobody waits on a Sunday";
  EXPECT_EQ(dueAt(day(2026, 11, 30)).lateBy, 1) << "on Monday it is a working day late";
  EXPECT_EQ(dueAt(day(2026, 12, 3)).lateBy, 4);
}

TEST(ServiceLevel, TellsBackWithinThirtyDaysOfAnyKind) {
  for (const Handling handling : {Handling::kAcknowledged, Handling::kTaken, Handling::kClosed}) {
    const FeedbackFact taken = item(kMonday, handling);
    const auto due = serviceDue(taken, thanksgiving(), day(2026, 12, 23));
    ASSERT_TRUE(due);
    EXPECT_EQ(due->on, day(2026, 12, 23));
    EXPECT_FALSE(due->inWorkingDays);
    EXPECT_EQ(due->lateBy, 0) << "on the last day";
    EXPECT_EQ(serviceDue(taken, thanksgiving(), day(2026, 12, 26))->lateBy, 3);
  }
}

TEST(ServiceLevel, ADateOfItsOwnMayBeEarlierAndNeverLater) {
  FeedbackFact taken = item(kMonday, Handling::kTaken);
  taken.due = day(2026, 12, 1);
  EXPECT_EQ(serviceDue(taken, {}, kMonday)->on, day(2026, 12, 1));
  taken.due = day(2027, 6, 1);
  EXPECT_EQ(serviceDue(taken, {}, kMonday)->on, day(2026, 12, 23));
}

TEST(ServiceLevel, OfWhatIsSensitiveIsSeventyTwoHours) {
  FeedbackFact worry = item(day(2026, 11, 27));  // a Friday: hours pass on a weekend too
  worry.sensitive = true;
  for (const Handling handling : {Handling::kNew, Handling::kTaken}) {
    worry.handling = handling;
    const auto due = serviceDue(worry, thanksgiving(), day(2026, 12, 1));
    EXPECT_EQ(due->on, day(2026, 11, 30));
    EXPECT_EQ(due->lateBy, 1);
  }
}

TEST(ServiceLevel, EndsOnceTheyWereTold) {
  FeedbackFact told = item(kMonday - days{300}, Handling::kClosed);
  told.toldGiver = true;
  EXPECT_FALSE(serviceDue(told, {}, kMonday));
}

TEST(ServiceLevel, IsTheProgrammesOwn) {
  ProgrammeSettings settings;
  settings.acknowledgeWithin = days{1};
  settings.respondWithin = days{14};
  EXPECT_EQ(serviceDue(item(kMonday), settings, kMonday)->on, day(2026, 11, 24));
  EXPECT_EQ(serviceDue(item(kMonday, Handling::kTaken), settings, kMonday)->on, day(2026, 12, 7));
}

TEST(PosterWords, AreTheSameWhateverTheirMarksAndCase) {
  EXPECT_TRUE(sameWords("They never come back.", "they never come back"));
  EXPECT_TRUE(sameWords("“Don’t ask — again!”", "Don't ask again"));
  EXPECT_TRUE(sameWords("«¿Quién lee estas tarjetas?»", "Quién lee estas tarjetas"));
  EXPECT_FALSE(sameWords("They come back.", "They never come back."));
  EXPECT_FALSE(sameWords("", "")) << "nothing was said";
  EXPECT_FALSE(sameWords("…", "Anything"));
}

TEST(PosterWords, AGoodPartOfAQuoteIsTheQuote) {
  const std::string quote = "I choose between the inhaler and the light bill.";
  EXPECT_TRUE(sameWords("between the inhaler and the light bill", quote));
  EXPECT_TRUE(
      sameWords("Somebody said: I choose between the inhaler and the light bill. Twice.", quote));
  EXPECT_FALSE(sameWords("the light bill", quote)) << "three words are anybody's";
  EXPECT_FALSE(sameWords("ween the inhaler and the", quote)) << "words, not letters";
}

TEST(PosterQuote, IsSharedOnlyWithAYes) {
  const QuotedWords kept{"My daughter had to explain the dose.", "", false};
  const QuotedWords shared{"Mi hija explicó la dosis.", "My daughter had to explain the dose.",
                           true};
  const std::string said = "My daughter had to explain the dose.";
  EXPECT_EQ(quoteIn(said, {}), PosterQuote::kNone);
  EXPECT_EQ(quoteIn("Chairs.", {kept, shared}), PosterQuote::kNone);
  EXPECT_EQ(quoteIn(said, {kept}), PosterQuote::kKept);
  EXPECT_EQ(quoteIn(said, {shared}), PosterQuote::kShared) << "its translation is theirs too";
  EXPECT_EQ(quoteIn(said, {kept, shared}), PosterQuote::kShared) << "somebody else said yes";
}

TEST(PosterQuote, AYesOnAPartDoesNotOpenTheRest) {
  const QuotedWords kept{"We wait in the sun, and my daughter fainted there.", "", false};
  const QuotedWords shared{"We wait in the sun.", "", true};
  EXPECT_EQ(quoteIn(kept.verbatim, {kept, shared}), PosterQuote::kKept);
  EXPECT_EQ(quoteIn(kept.verbatim, {shared, kept}), PosterQuote::kKept);
  EXPECT_EQ(quoteIn("We wait in the sun", {kept, shared}), PosterQuote::kShared);
  EXPECT_EQ(quoteIn("People told us: we wait in the sun.", {shared}), PosterQuote::kShared);
}

}  // namespace
}  // namespace rapport
