// SPDX-License-Identifier: MIT
// Loaded before the C library (LD_PRELOAD) into the program under test: at a chosen one of its operations that change
// files, the disk is full, the program is killed, or the file system cannot exchange two names. Without the clock, so
// each run stops at the same place.
//
// FAULT_AT=N     the number of the operation, from 1; 0: none
// FAULT=full     from it on every write, flush and new folder fails with ENOSPC
// FAULT=kill     the process kills itself there
// FAULT=exchange renameat2 knows no flags, as on file systems that cannot rename over another folder
// FAULT_COUNT=F  a file that gets the number of operations when the program ends

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>

namespace {

std::atomic<long> operations{0};

long setting(const char* name) {
    const char* text = std::getenv(name);
    return text == nullptr ? 0 : std::atol(text);
}

bool is(const char* fault) {
    const char* text = std::getenv("FAULT");
    return text != nullptr && std::strcmp(text, fault) == 0;
}

/// Counts an operation; whether it is to fail.
bool failsNow() {
    const long number = ++operations;
    const long chosen = setting("FAULT_AT");
    if (chosen == 0 || number < chosen) {
        return false;
    }
    if (is("kill")) {
        syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    }
    if (is("full")) {
        errno = ENOSPC;
        return true;
    }
    return false;
}

template <typename Function> Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// Files: no standard streams, and not the pipes that threads wake each other with.
bool counts(int descriptor) {
    struct stat status {};
    return descriptor > STDERR_FILENO && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

struct AtEnd {
    AtEnd() = default;
    ~AtEnd() {
        if (const char* file = std::getenv("FAULT_COUNT"); file != nullptr) {
            const std::string text = std::to_string(operations.load());
            const auto descriptor = static_cast<int>(syscall(SYS_open, file, O_WRONLY | O_CREAT | O_TRUNC, 0600));
            syscall(SYS_write, descriptor, text.data(), text.size());
            syscall(SYS_close, descriptor);
        }
    }
    AtEnd(const AtEnd&) = delete;
    AtEnd& operator=(const AtEnd&) = delete;
} atEnd;

} // namespace

extern "C" {

ssize_t write(int descriptor, const void* data, size_t bytes) {
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    return counts(descriptor) && failsNow() ? -1 : real(descriptor, data, bytes);
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
    static const auto real = next<ssize_t (*)(int, const iovec*, int)>("writev");
    return counts(descriptor) && failsNow() ? -1 : real(descriptor, parts, count);
}

ssize_t pwrite64(int descriptor, const void* data, size_t bytes, off64_t offset) {
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return failsNow() ? -1 : real(descriptor, data, bytes, offset);
}

size_t fwrite(const void* data, size_t size, size_t count, FILE* stream) {
    static const auto real = next<size_t (*)(const void*, size_t, size_t, FILE*)>("fwrite");
    return counts(fileno(stream)) && failsNow() ? 0 : real(data, size, count, stream);
}

int fclose(FILE* stream) {
    static const auto real = next<int (*)(FILE*)>("fclose");
    const bool fails = counts(fileno(stream)) && (fcntl(fileno(stream), F_GETFL) & O_ACCMODE) != O_RDONLY && failsNow();
    const int result = real(stream);
    if (fails) {
        errno = ENOSPC;
    }
    return fails ? EOF : result;
}

int fsync(int descriptor) {
    static const auto real = next<int (*)(int)>("fsync");
    return failsNow() ? -1 : real(descriptor);
}

int mkdir(const char* path, mode_t mode) {
    static const auto real = next<int (*)(const char*, mode_t)>("mkdir");
    return failsNow() ? -1 : real(path, mode);
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) {
    static const auto real = next<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
    if (is("exchange") && flags != 0) {
        errno = EINVAL;
        return -1;
    }
    return failsNow() ? -1 : real(fromFolder, from, toFolder, to, flags);
}

int rename(const char* from, const char* to) {
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    return failsNow() ? -1 : real(from, to);
}

} // extern "C"
