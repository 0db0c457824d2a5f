#include "tests/simulation/small/small_world.h"

#include "shared/base/byte_writer.h"
#include "shared/merge/author.h"

namespace rapport::simulation {
namespace {

constexpr FieldNumber kName = 1;
constexpr PersonId kConsole{Uuid{{0xC0}}};
constexpr RecordId kRecord{Uuid{{0x4E, 0xC0, 0x4D}}};

SimOptions optionsFor(const SmallScript& script) {
  SimOptions options;
  options.tablets.assign(script.tablets.size(), Role::kWorker);
  options.records = {kPlot};
  return options;
}

}  // namespace

SmallWorld::SmallWorld(const SmallScript& script)
    : scene_(optionsFor(script), Trace::Keep::kHash),
      oracle_(simCatalogue()),
      ledger_(scene_, oracle_),
      office_(scene_, oracle_, ledger_, clock_),
      lines_(script.tablets.size()),
      script_(script),
      written_(script.tablets.size()) {
  for (std::size_t place = 0; place < script.tablets.size(); ++place) {
    tablets_.push_back(std::make_unique<SmallTablet>(scene_, oracle_, ledger_, clock_, place));
    office_.admit(tablets_.back()->row());
  }
  begin();
}

void SmallWorld::connect(std::size_t place) {
  lines_[place] = office_.connect();
  tablets_[place]->connect();
}

// Everybody has the record before anybody's choice begins.
void SmallWorld::begin() {
  const std::vector<Wish> after = std::exchange(script_.console, {{{kName}, Value{"fern"}}});
  open();
  writePage();
  script_.console = after;
  pages_ = 0;
  for (std::size_t place = 0; place < tablets_.size(); ++place) {
    connect(place);
    while (true) {
      SmallLine& line = *lines_[place];
      if (!line.down.empty()) {
        tablets_[place]->take(line);
      } else if (!line.up.empty()) {
        office_.take(line, lines_);
      } else if (line.session.wantsPull()) {
        office_.pull(line);
      } else {
        break;
      }
    }
  }
}

std::vector<SmallWorld::Step> SmallWorld::possible() const {
  std::vector<Step> steps;
  using Kind = Step::Kind;
  for (std::size_t place = 0; place < tablets_.size(); ++place) {
    const SmallLine& line = *lines_[place];
    if (written_[place] < script_.tablets[place].size()) steps.push_back({Kind::kWrite, place});
    if (!line.up.empty() && line.session.wantsFrames()) steps.push_back({Kind::kUp, place});
    if (!line.down.empty()) steps.push_back({Kind::kDown, place});
    if (line.session.wantsPull()) steps.push_back({Kind::kPull, place});
  }
  if (pages_ < script_.console.size()) steps.push_back({page_ ? Kind::kConsole : Kind::kOpen, 0});
  quiet_ = steps.empty();
  // What breaks after everything was exchanged breaks nothing.
  if (!quiet_) addFaults(steps);
  return steps;
}

void SmallWorld::addFaults(std::vector<Step>& steps) const {
  using Kind = Step::Kind;
  for (std::size_t place = 0; place < tablets_.size(); ++place) {
    if (script_.cuts > 0) steps.push_back({Kind::kCut, place});
    if (script_.kills > 0) steps.push_back({Kind::kKill, place});
  }
  if (script_.kills > 0) steps.push_back({Kind::kKillOffice, 0});
}

void SmallWorld::open() {
  page_ = office_.record(kRecord);
  if (!page_) page_.emplace();
}

void SmallWorld::writePage() {
  const RecordType& type = *simCatalogue().type(kPlot);
  const Wish& wish = script_.console[pages_++];
  const RecordState shown = *std::exchange(page_, std::nullopt);
  Intent intent;
  intent.record = kRecord;
  intent.type = kPlot;
  intent.author = Author::kServer;
  intent.role = intent.shownTo = Role::kCoordinator;
  intent.shown = shown.number;
  intent.wishes = {wish};
  ServerWrite edit;
  edit.person = kConsole;
  edit.role = Role::kCoordinator;
  edit.record = kRecord;
  edit.type = kPlot;
  if (const auto* deletion = std::get_if<Deletion>(&wish.what)) {
    edit.operations.push_back(authorDelete(type, edit.role, shown, *deletion));
  }
  for (const FieldEdit& each : editsOf(type, {wish}, shown)) {
    auto operation = authorEdit(type, edit.role, shown, each);
    if (operation) edit.operations.push_back(*std::move(operation));
  }
  const auto written = office_.write(edit, [&](const Dot& dot) {
    intent.dot = dot;
    intent.actFirst = intent.actLast = dot.counter;
    oracle_.intend(intent);
  });
  if (!written) scene_.violated("the console cannot write: " + written.error().message);
  for (const auto& line : lines_) {
    if (line != nullptr) line->session.mark();
  }
}

void SmallWorld::perform(const Step& step) {
  using Kind = Step::Kind;
  const std::size_t place = step.place;
  switch (step.kind) {
    case Kind::kWrite:
      return tablets_[place]->write(*lines_[place], kRecord,
                                    script_.tablets[place][written_[place]++]);
    case Kind::kUp:
      return office_.take(*lines_[place], lines_);
    case Kind::kDown:
      return tablets_[place]->take(*lines_[place]);
    case Kind::kPull:
      return office_.pull(*lines_[place]);
    case Kind::kOpen:
      return open();
    case Kind::kConsole:
      return writePage();
    case Kind::kCut:
      --script_.cuts;
      return connect(place);
    case Kind::kKill:
      --script_.kills;
      tablets_[place]->restart();
      return connect(place);
    case Kind::kKillOffice:
      --script_.kills;
      office_.restart();
      for (std::size_t each = 0; each < tablets_.size(); ++each) connect(each);
      return;
  }
}

void SmallWorld::checkTheEnd() {
  office_.read([this](ServerReader& reader) {
    ledger_.verify(reader);
    for (const auto& tablet : tablets_) tablet->checkTheEnd(reader);
  });
}

std::uint64_t SmallWorld::fingerprint() {
  std::uint64_t print = office_.fingerprint();
  ByteWriter out;
  for (std::size_t place = 0; place < tablets_.size(); ++place) {
    const SmallLine& line = *lines_[place];
    out.varint(tablets_[place]->fingerprint());
    out.varint(line.history);
    out.varint((line.session.wantsPull() ? 1U : 0U) + 2 * written_[place]);
    for (const Bytes& frame : line.up) print = hashOf(frame, print);
    out.varint(line.down.size());
  }
  out.varint(script_.cuts);
  out.varint(script_.kills);
  out.varint(pages_);
  out.varint(page_ ? (page_->number ? page_->number->n : 0) + 1 : 0);
  return hashOf(out.bytes(), print);
}

std::string SmallWorld::nameOf(const Step& step) {
  static constexpr const char* kNames[] = {
      "writes",         "up",  "down",   "pulls",        "console opens",
      "console writes", "cut", "killed", "office killed"};
  return kNames[static_cast<std::size_t>(step.kind)] + (" " + std::to_string(step.place));
}

}  // namespace rapport::simulation
