#pragma once

#include <map>
#include <mutex>
#include <string>

#include "server/app/mark.h"
#include "server/app/switchboard.h"
#include "shared/sync/server_store.h"

namespace rapport {

// Notices what other processes wrote (the command line works while the server runs) and marks it,
// as the writer marks its own commits. Any thread.
class OutsideWatch {
 public:
  OutsideWatch(ServerStore& store, Switchboard& switchboard);

  // The writer's own mark: passed on, and remembered.
  void mark(const Mark& mark);
  // Looks at the programmes that somebody follows. Blocks for a few small reads.
  void look();

 private:
  ServerStore& store_;
  Switchboard& switchboard_;
  std::mutex mutex_;
  std::map<std::string, Number> known_;
};

}  // namespace rapport
