#include "server/app/switchboard.h"

#include <algorithm>

namespace rapport {
namespace {

using Strong = std::vector<std::shared_ptr<Subscriber>>;

// Forgets those who are gone, and holds the others for as long as they are called.
Strong livingOf(std::vector<std::weak_ptr<Subscriber>>& each) {
  Strong living;
  std::erase_if(each, [&living](const std::weak_ptr<Subscriber>& weak) {
    auto strong = weak.lock();
    if (!strong) return true;
    living.push_back(std::move(strong));
    return false;
  });
  return living;
}

bool isSame(const std::weak_ptr<Subscriber>& weak, const std::shared_ptr<Subscriber>& strong) {
  return !weak.owner_before(strong) && !strong.owner_before(weak);
}

}  // namespace

void Switchboard::join(std::shared_ptr<Subscriber> subscriber) {
  const std::lock_guard lock(mutex_);
  joined_.push_back(std::move(subscriber));
}

void Switchboard::follow(const std::shared_ptr<Subscriber>& subscriber,
                         const std::string& programme) {
  const std::lock_guard lock(mutex_);
  std::vector<Weak>& followers = followers_[programme];
  const auto same = [&subscriber](const Weak& each) { return isSame(each, subscriber); };
  if (std::ranges::none_of(followers, same)) followers.push_back(subscriber);
}

void Switchboard::speaksFor(const std::shared_ptr<Subscriber>& subscriber,
                            const std::string& programme, ReplicaId replica) {
  std::shared_ptr<Subscriber> before;
  {
    const std::lock_guard lock(mutex_);
    Weak& voice = voices_[{programme, replica}];
    before = voice.lock();
    voice = subscriber;
  }
  if (before && before != subscriber) {
    before->dismiss({RefusalCode::kElsewhere,
                     "This device opened another connection, which goes on in place of this one."});
  }
}

void Switchboard::mark(const Mark& mark) {
  Strong living;
  {
    const std::lock_guard lock(mutex_);
    const auto followers = followers_.find(mark.programme);
    if (followers == followers_.end()) return;
    living = livingOf(followers->second);
    if (living.empty()) followers_.erase(followers);
  }
  for (const auto& subscriber : living) subscriber->marked(mark);
}

Strong Switchboard::everybody() {
  const std::lock_guard lock(mutex_);
  std::erase_if(voices_, [](const auto& voice) { return voice.second.expired(); });
  return livingOf(joined_);
}

void Switchboard::tick() {
  for (const auto& subscriber : everybody()) subscriber->tick();
}

void Switchboard::revoke(const std::string& programme, ReplicaId replica) {
  std::shared_ptr<Subscriber> voice;
  {
    const std::lock_guard lock(mutex_);
    const auto found = voices_.find({programme, replica});
    if (found == voices_.end()) return;
    voice = found->second.lock();
    voices_.erase(found);
  }
  if (voice) {
    voice->dismiss({RefusalCode::kRevoked,
                    "The coordinator has withdrawn this tablet's access. It connects once more, to "
                    "hand over what was not sent yet."});
  }
}

void Switchboard::dismissAll(const Refusal& reason) {
  for (const auto& subscriber : everybody()) subscriber->dismiss(reason);
}

std::vector<std::string> Switchboard::followed() {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> names;
  for (auto& [name, followers] : followers_) {
    if (!livingOf(followers).empty()) names.push_back(name);
  }
  return names;
}

std::size_t Switchboard::size() { return everybody().size(); }

}  // namespace rapport
