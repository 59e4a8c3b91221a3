// Preloaded into a process, keeps a copy of the files of one folder that holds only what was synced: what a power
// cut would leave at its worst. A file named `full` or `read-only` in that folder makes writing there fail.
// With POWER_CUT_LIES the disk says that it has synced and has not.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

struct Change { off_t at; std::string bytes; bool truncates; };

std::mutex lock;
std::map<int, std::string> names;                        // open descriptors of the folder
std::map<std::string, std::vector<Change>> unsynced;     // by file

template <typename F> F real(const char* name) { return reinterpret_cast<F>(dlsym(RTLD_NEXT, name)); }
const char* folder() { static const char* path = getenv("POWER_CUT_FOLDER"); return path ? path : ""; }
const char* copies() { static const char* path = getenv("POWER_CUT_COPIES"); return path ? path : ""; }

void opened(int fd, const char* path) {
  const size_t length = strlen(folder());
  if (fd < 0 || length == 0 || strncmp(path, folder(), length) != 0 || path[length] != '/') return;
  const std::string name = path + length + 1;
  // The shared index of the log is memory, not storage: it is made anew after a crash.
  if (name.find('/') != std::string::npos || name.find("-shm") != std::string::npos) return;
  std::lock_guard<std::mutex> hold(lock);
  names[fd] = name;
}

bool isBlocked(int fd) {
  { std::lock_guard<std::mutex> hold(lock); if (names.find(fd) == names.end()) return false; }
  const std::string base = folder();
  if (access((base + "/full").c_str(), F_OK) == 0) { errno = ENOSPC; return true; }
  if (access((base + "/read-only").c_str(), F_OK) == 0) { errno = EROFS; return true; }
  return false;
}

void changed(int fd, Change change) {
  std::lock_guard<std::mutex> hold(lock);
  const auto name = names.find(fd);
  if (name != names.end()) unsynced[name->second].push_back(std::move(change));
}

void synced(int fd) {
  std::lock_guard<std::mutex> hold(lock);
  const auto name = names.find(fd);
  if (name == names.end()) return;
  auto& changes = unsynced[name->second];
  const std::string path = std::string(copies()) + "/" + name->second;
  const int copy = real<int (*)(const char*, int, ...)>("open64")(path.c_str(), O_CREAT | O_RDWR, 0644);
  for (const auto& change : changes) {
    if (change.truncates) { if (real<int (*)(int, off_t)>("ftruncate64")(copy, change.at) != 0) abort(); }
    else if (real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite64")(copy, change.bytes.data(), change.bytes.size(), change.at) < 0) abort();
  }
  real<int (*)(int)>("close")(copy);
  changes.clear();
}

int openAs(const char* name, const char* path, int flags, va_list rest) {
  const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  const int fd = real<int (*)(const char*, int, ...)>(name)(path, flags, mode);
  opened(fd, path);
  return fd;
}

ssize_t writeAt(const char* name, int fd, const void* bytes, size_t size, off_t at) {
  if (isBlocked(fd)) return -1;
  const ssize_t written = real<ssize_t (*)(int, const void*, size_t, off_t)>(name)(fd, bytes, size, at);
  if (written > 0) changed(fd, {at, std::string(static_cast<const char*>(bytes), written), false});
  return written;
}

int cutTo(const char* name, int fd, off_t size) {
  if (isBlocked(fd)) return -1;
  const int outcome = real<int (*)(int, off_t)>(name)(fd, size);
  if (outcome == 0) changed(fd, {size, "", true});
  return outcome;
}

int syncAs(const char* name, int fd) {
  if (isBlocked(fd)) return -1;
  if (getenv("POWER_CUT_LIES") != nullptr) return 0;
  const int outcome = real<int (*)(int)>(name)(fd);
  if (outcome == 0) synced(fd);
  return outcome;
}

}  // namespace

extern "C" {
int open(const char* path, int flags, ...) { va_list rest; va_start(rest, flags); const int fd = openAs("open", path, flags, rest); va_end(rest); return fd; }
int open64(const char* path, int flags, ...) { va_list rest; va_start(rest, flags); const int fd = openAs("open64", path, flags, rest); va_end(rest); return fd; }
int close(int fd) { { std::lock_guard<std::mutex> hold(lock); names.erase(fd); } return real<int (*)(int)>("close")(fd); }
ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) { return writeAt("pwrite", fd, bytes, size, at); }
ssize_t pwrite64(int fd, const void* bytes, size_t size, off_t at) { return writeAt("pwrite64", fd, bytes, size, at); }
int ftruncate(int fd, off_t size) noexcept { return cutTo("ftruncate", fd, size); }
int ftruncate64(int fd, off_t size) noexcept { return cutTo("ftruncate64", fd, size); }
int fsync(int fd) { return syncAs("fsync", fd); }
int fdatasync(int fd) { return syncAs("fdatasync", fd); }
}
