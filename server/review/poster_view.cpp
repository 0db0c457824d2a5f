#include "server/review/poster_view.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/measure_facts.h"
#include "server/review/poster_words.h"
#include "server/review/sheet.h"
#include "shared/merge/read.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr const char* kNotPublished = "not_published";

struct Answer {
  std::string feedback, youSaid, weDid, reason, youSaidEs, weDidEs, reasonEs;
  bool published = false, contested = false, needsReason = false;
};

Answer answerIn(const Sheet& sheet) {
  Answer answer{sheet.text("feedback"),
                sheet.text("you_said"),
                sheet.text("we_did"),
                sheet.text("reason"),
                sheet.text("you_said_es"),
                sheet.text("we_did_es"),
                sheet.text("reason_es"),
                sheet.yes("published"),
                false,
                false};
  answer.contested = needsPerson(sheet.type, sheet.state);
  answer.needsReason = sheet.text("outcome") != "done";
  return answer;
}

// The feedback, as far as a poster speaks of it.
struct Heard {
  bool there = false;  // for this role, and not sensitive
  std::optional<std::chrono::sys_days> on;
  FeedbackFact place{};
};

Result<Heard> heardIn(const Viewer& viewer, const std::string& id) {
  Heard heard;
  const auto found = oneSheet(viewer, "feedback", id, [&](const Sheet& sheet) {
    heard.there = !sheet.yes("sensitive");
    heard.on = sheet.day("received_at");
    heard.place.partner = sheet.text("partner");
    heard.place.event = sheet.text("event");
  });
  if (!found) return found.error();
  return heard;
}

// Every one of them, whoever asks: a role that reads no quotes must not put up what one forbids.
// Only whether the words are one leaves here.
Result<std::vector<QuotedWords>> quotesOf(const Viewer& asking) {
  const Viewer viewer{asking.reader, asking.catalogue, Role::kCoordinator, asking.person};
  std::vector<QuotedWords> quotes;
  const Status read = eachSheet(viewer, "quote", [&](const Sheet& sheet) {
    quotes.push_back(
        {sheet.text("verbatim"), sheet.text("translation"), sheet.text("consent") == "yes"});
  });
  if (!read) return read.error();
  return quotes;
}

void addText(Json& texts, const std::string& language, const std::string& youSaid,
             const std::string& weDid, const std::string& reason, bool needsReason) {
  if (youSaid.empty() || weDid.empty() || (needsReason && reason.empty())) return;
  texts[language] = {
      {"you_said", youSaid}, {"we_did", weDid}, {"reason", needsReason ? Json(reason) : Json()}};
}

Json textsOf(const Answer& answer, const std::string& mainLanguage) {
  Json texts = Json::object();
  addText(texts, "es", answer.youSaidEs, answer.weDidEs, answer.reasonEs, answer.needsReason);
  addText(texts, mainLanguage == "es" ? "es" : "en", answer.youSaid, answer.weDid, answer.reason,
          answer.needsReason);
  return texts;
}

Result<Json> areasOf(const Viewer& viewer, const Heard& heard) {
  const auto where = whereabouts(viewer);
  if (!where) return where.error();
  Json areas = Json::array();
  for (const std::string& id : where->ofFeedback(heard.place)) {
    const auto name = where->names.find(id);
    if (name != where->names.end()) areas.push_back(name->second);
  }
  std::sort(areas.begin(), areas.end());
  return areas;
}

// Of both languages together: what one of them may not say, the other may not either.
Result<PosterQuote> quoteOf(const Viewer& viewer, const Answer& answer) {
  const auto quotes = quotesOf(viewer);
  if (!quotes) return quotes.error();
  const PosterQuote main = quoteIn(answer.youSaid, *quotes);
  const PosterQuote other = quoteIn(answer.youSaidEs, *quotes);
  if (main == PosterQuote::kKept || other == PosterQuote::kKept) return PosterQuote::kKept;
  return main == PosterQuote::kShared ? main : other;
}

}  // namespace

Result<Json> posterView(const Viewer& viewer, const ProgrammeSettings& settings,
                        const std::string& id) {
  Answer answer;
  const auto found =
      oneSheet(viewer, "response", id, [&](const Sheet& sheet) { answer = answerIn(sheet); });
  if (!found) return found.error();
  if (!*found) {
    return Error{ErrorCode::kNotFound, "There is no such answer, or it is not for your role."};
  }
  const auto heard = heardIn(viewer, answer.feedback);
  if (!heard) return heard.error();
  const auto quote = quoteOf(viewer, answer);
  if (!quote) return quote.error();
  Json texts = textsOf(answer, settings.languages.front());
  const char* why = !heard->there                  ? "sealed"
                    : answer.contested             ? "contested"
                    : texts.empty()                ? "unfinished"
                    : *quote == PosterQuote::kKept ? "not_shared"
                    : !answer.published            ? kNotPublished
                                                   : nullptr;
  Json out{{"may", why == nullptr}, {"quoted", *quote == PosterQuote::kShared}};
  out["why"] = why != nullptr ? Json(why) : Json();
  out["areas"] = Json::array();
  out["received_on"] = nullptr;
  out["texts"] = Json::object();
  // Whoever approves it has to see it first.
  if (why != nullptr && why != kNotPublished) return out;
  auto areas = areasOf(viewer, *heard);
  if (!areas) return areas;
  out["areas"] = std::move(*areas);
  if (heard->on) out["received_on"] = formatDate(*heard->on).substr(0, 7);
  out["texts"] = std::move(texts);
  return out;
}

}  // namespace rapport
