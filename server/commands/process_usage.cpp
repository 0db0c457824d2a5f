#include "server/commands/process_usage.h"

#include <filesystem>
#include <fstream>

#include <sys/resource.h>
#include <unistd.h>

namespace rapport {
namespace {

std::chrono::duration<double> durationOf(const timeval& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

std::uint64_t residentBytes() {
  std::uint64_t total = 0, resident = 0;  // pages (proc(5), statm)
  std::ifstream("/proc/self/statm") >> total >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

std::uint64_t openDescriptors() {
  std::error_code failure;
  std::uint64_t count = 0;
  for (std::filesystem::directory_iterator each("/proc/self/fd", failure), end;
       !failure && each != end; each.increment(failure)) {
    ++count;
  }
  return count;
}

}  // namespace

ProcessUsage processUsage() {
  ProcessUsage out;
  rusage used{};
  if (getrusage(RUSAGE_SELF, &used) == 0) {
    out.cpu = durationOf(used.ru_utime) + durationOf(used.ru_stime);
  }
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) out.mostDescriptors = limit.rlim_cur;
  out.residentBytes = residentBytes();
  out.openDescriptors = openDescriptors();
  return out;
}

}  // namespace rapport
