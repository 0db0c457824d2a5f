#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/simulation/small/small_tablet.h"

namespace rapport::simulation {

// What everybody does in a small world: at most a few changes of one record that all know.
struct SmallScript {
  std::vector<std::vector<Wish>> tablets;  // of each, in this order
  std::vector<Wish> console;
  unsigned cuts = 0;   // connections that may break, with all that is on its way
  unsigned kills = 0;  // programs that may end and start again, of either end
};

// Two or three replicas and an office, of which each next step is somebody's free choice.
class SmallWorld {
 public:
  explicit SmallWorld(const SmallScript& script);

  struct Step {
    enum class Kind { kWrite, kUp, kDown, kPull, kOpen, kConsole, kCut, kKill, kKillOffice } kind;
    std::size_t place = 0;
  };
  // None but cuts and kills: everything has been exchanged.
  std::vector<Step> possible() const;
  void perform(const Step& step);
  bool isQuiet() const { return quiet_; }
  void checkTheEnd();
  std::uint64_t fingerprint();
  const std::optional<std::string>& violation() const { return scene_.violation; }
  static std::string nameOf(const Step& step);

 private:
  void connect(std::size_t place);
  void begin();
  void open();
  void writePage();
  void addFaults(std::vector<Step>& steps) const;

  Scene scene_;
  Oracle oracle_;
  Ledger ledger_;
  ManualClock clock_;
  SmallOffice office_;
  std::vector<std::unique_ptr<SmallTablet>> tablets_;
  std::vector<std::unique_ptr<SmallLine>> lines_;
  SmallScript script_;
  std::vector<std::size_t> written_;
  std::size_t pages_ = 0;
  std::optional<RecordState> page_;
  mutable bool quiet_ = false;
};

}  // namespace rapport::simulation
