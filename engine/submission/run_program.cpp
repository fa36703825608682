// SPDX-License-Identifier: MIT
#include "submission/run_program.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace merestone {

namespace {

using Clock = std::chrono::steady_clock;
using End = ProgramOutcome::End;

constexpr int kPollMilliseconds = 100; ///< how soon a stop is noticed
constexpr int kCouldNotStart = 127;
constexpr std::size_t kComplaintBytes = 4096;

/// The program's file, or an empty text. Folders of PATH that are not absolute are passed over: the working folder may
/// be the very submission.
std::string findProgram(const std::string& name) {
    if (name.starts_with('/')) {
        return access(name.c_str(), X_OK) == 0 ? name : std::string();
    }
    const char* path = std::getenv("PATH");
    std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        const std::string file = std::string(folders.substr(0, end)) + "/" + name;
        if (file.front() == '/' && access(file.c_str(), X_OK) == 0) {
            return file;
        }
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return {};
}

/// The two ends of a pipe; each is closed once.
class Pipe {
public:
    Pipe() {
        if (pipe2(m_ends.data(), O_CLOEXEC) != 0) {
            throw Error(ErrorCode::internal, "no pipe to another program can be opened; close other programs");
        }
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        closeEnd(0);
        closeEnd(1);
    }
    [[nodiscard]] int reading() const noexcept { return m_ends[0]; }
    [[nodiscard]] int writing() const noexcept { return m_ends[1]; }
    void closeEnd(std::size_t which) noexcept {
        if (m_ends[which] >= 0) {
            close(m_ends[which]);
            m_ends[which] = -1;
        }
    }

private:
    std::array<int, 2> m_ends{-1, -1};
};

void limitTo(int what, rlim_t most) noexcept {
    const rlimit limit{most, most};
    setrlimit(what, &limit);
}

/// In the child, between fork and exec: nothing here allocates or locks.
[[noreturn]] void become(const char* file, char* const* arguments, char* const* environment, int output, int complaint,
                         pid_t parent, const ProgramLimits& limits) noexcept {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) { // killed before that took effect
        _exit(kCouldNotStart);
    }
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (limits.memoryBytes) {
        limitTo(RLIMIT_AS, *limits.memoryBytes);
    }
    if (limits.fileBytes) {
        limitTo(RLIMIT_FSIZE, *limits.fileBytes);
    }
    limitTo(RLIMIT_CORE, 0);
    limitTo(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()) + 1);
    if (nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
        dup2(complaint, STDERR_FILENO) >= 0) {
        execve(file, arguments, environment);
    }
    _exit(kCouldNotStart);
}

/// A child process; ended with its group and waited for, whatever happens.
class Child {
public:
    explicit Child(pid_t id) noexcept : m_id(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        kill();
        (void)wait();
    }
    void kill() const noexcept {
        if (m_id > 0) {
            ::kill(-m_id, SIGKILL); // its group
            ::kill(m_id, SIGKILL);  // it may not have one yet
        }
    }
    /// Exit status, -1 for a signal.
    int wait() noexcept {
        int status = 0;
        while (m_id > 0 && waitpid(m_id, &status, 0) < 0 && errno == EINTR) {
        }
        m_id = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t m_id;
};

/// Reads what has come; false at the end.
bool drain(int descriptor, std::string& text, std::size_t most) {
    std::array<char, 65536> buffer{};
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count <= 0) {
        return count < 0 && errno == EINTR;
    }
    const std::size_t room = most - std::min(most, text.size());
    text.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
    return true;
}

std::string firstLine(const std::string& text) {
    return printable(std::string_view(text).substr(0, std::min(text.find('\n'), std::size_t{200})));
}

/// Collects both streams until they end or a limit is met.
End collect(Pipe& output, Pipe& complaint, const ProgramLimits& limits, const RunContext& context,
            ProgramOutcome& outcome) {
    const Clock::time_point deadline = Clock::now() + limits.time;
    std::array<pollfd, 2> streams{pollfd{output.reading(), POLLIN, 0}, pollfd{complaint.reading(), POLLIN, 0}};
    while (streams[0].fd >= 0 || streams[1].fd >= 0) {
        if (poll(streams.data(), streams.size(), kPollMilliseconds) < 0 && errno != EINTR) {
            return End::failed;
        }
        context.throwIfStopped();
        if (Clock::now() >= deadline) {
            return End::timedOut;
        }
        if (streams[0].revents != 0 && !drain(streams[0].fd, outcome.output, limits.outputBytes + 1)) {
            streams[0].fd = -1;
        }
        if (streams[1].revents != 0 && !drain(streams[1].fd, outcome.complaint, kComplaintBytes)) {
            streams[1].fd = -1;
        }
        if (outcome.output.size() > limits.outputBytes) {
            return End::tooMuchOutput;
        }
    }
    return End::finished;
}

/// As exec wants them: with a null at the end. Points into the texts.
std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

ProgramOutcome runProgram(const std::vector<std::string>& arguments, const ProgramLimits& limits,
                          const RunContext& context) {
    ProgramOutcome outcome;
    const std::string file = arguments.empty() ? std::string() : findProgram(arguments.front());
    if (file.empty()) {
        outcome.end = End::notFound;
        return outcome;
    }
    std::vector<std::string> texts = arguments;
    std::vector<char*> pointers = pointersTo(texts);
    std::vector<std::string> variables{"LC_ALL=C.UTF-8"};
    variables.insert(variables.end(), limits.variables.begin(), limits.variables.end());
    std::vector<char*> own = pointersTo(variables);
    char* const* environment = limits.ownEnvironment ? own.data() : environ;

    Pipe output;
    Pipe complaint;
    const pid_t parent = getpid();
    const pid_t id = fork();
    if (id < 0) {
        outcome.complaint = "no further process can be started";
        return outcome;
    }
    if (id == 0) {
        become(file.c_str(), pointers.data(), environment, output.writing(), complaint.writing(), parent, limits);
    }
    Child child(id);
    output.closeEnd(1);
    complaint.closeEnd(1);
    outcome.end = collect(output, complaint, limits, context, outcome);
    if (outcome.end == End::finished) {
        outcome.status = child.wait();
        outcome.end = outcome.status == kCouldNotStart ? End::notFound : End::finished;
    }
    outcome.complaint = firstLine(outcome.complaint);
    return outcome;
}

} // namespace merestone
