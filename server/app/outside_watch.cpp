#include "server/app/outside_watch.h"

namespace rapport {

OutsideWatch::OutsideWatch(ServerStore& store, Switchboard& switchboard)
    : store_(store), switchboard_(switchboard) {}

void OutsideWatch::mark(const Mark& mark) {
  {
    const std::lock_guard lock(mutex_);
    known_[mark.programme] = mark.number;
  }
  switchboard_.mark(mark);
}

void OutsideWatch::look() {
  for (const std::string& programme : switchboard_.followed()) {
    Mark now{programme, {}};
    const Status read = store_.reading(programme, [&now](ServerReader& reader) -> Status {
      const Result<ProgrammeRow> row = reader.programme();
      if (!row) return row.error();
      now.number = {row->epoch, row->lastNumber};
      return {};
    });
    if (!read) continue;  // the next look may go better; connections tell their own trouble
    bool isNews = false;
    {
      const std::lock_guard lock(mutex_);
      const auto [known, isFirst] = known_.try_emplace(programme, now.number);
      isNews = isFirst || known->second != now.number;
    }
    if (isNews) mark(now);
  }
}

}  // namespace rapport
