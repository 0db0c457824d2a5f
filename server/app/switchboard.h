#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "server/app/mark.h"
#include "shared/base/uuid.h"
#include "shared/protocol/frames.h"

namespace rapport {

// Somebody connected: a tablet, or a page of the console. Called from any thread; never blocks.
class Subscriber {
 public:
  virtual ~Subscriber() = default;
  // Records of the programme it follows changed. Several marks may come as one.
  virtual void marked(const Mark& mark) = 0;
  // Time passed.
  virtual void tick() = 0;
  // Tell why, then close.
  virtual void dismiss(const Refusal& reason) = 0;
};

// Who is connected. Keeps nobody alive. Any thread.
class Switchboard {
 public:
  // Ticks from now on.
  void join(std::shared_ptr<Subscriber> subscriber);
  // Marks of this programme from now on; a subscriber follows one programme at a time.
  void follow(const std::shared_ptr<Subscriber>& subscriber, const std::string& programme);
  // One live session a replica: whoever spoke for it before is dismissed.
  void speaksFor(const std::shared_ptr<Subscriber>& subscriber, const std::string& programme,
                 ReplicaId replica);

  void mark(const Mark& mark);
  void tick();
  // The device is no longer welcome: its live session, if there is one, ends now.
  void revoke(const std::string& programme, ReplicaId replica);
  void dismissAll(const Refusal& reason);

  // Programmes that somebody follows.
  std::vector<std::string> followed();
  std::size_t size();

 private:
  using Weak = std::weak_ptr<Subscriber>;

  std::vector<std::shared_ptr<Subscriber>> everybody();

  std::mutex mutex_;
  std::vector<Weak> joined_;
  std::map<std::string, std::vector<Weak>> followers_;
  std::map<std::pair<std::string, ReplicaId>, Weak> voices_;
};

}  // namespace rapport
