// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace merestone::tests {

namespace {

constexpr int kNotStarted = 127;
constexpr uid_t kNobody = 65534;

struct Channel {
    int read = -1;
    int write = -1;
};

Channel makePipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("pipe");
    }
    return {ends[0], ends[1]};
}

Channel makeTerminal() {
    Channel channel;
    winsize size{40, 100, 0, 0};
    if (openpty(&channel.read, &channel.write, nullptr, nullptr, &size) != 0) {
        throw std::runtime_error("openpty");
    }
    fcntl(channel.read, F_SETFD, FD_CLOEXEC);
    return channel;
}

/// In the child, between fork and exec.
void prepareChild(const ProgramSetting& setting, const Channel& out, const Channel& err) {
    if (setting.outputTo.empty()) {
        dup2(out.write, STDOUT_FILENO);
    } else {
        dup2(open(setting.outputTo.c_str(), O_WRONLY), STDOUT_FILENO);
    }
    dup2(setting.terminal ? out.write : err.write, STDERR_FILENO);
    if (chdir(setting.folder.c_str()) != 0) {
        _exit(kNotStarted);
    }
    if (setting.fileBytes) {
        const rlimit limit{static_cast<rlim_t>(*setting.fileBytes), static_cast<rlim_t>(*setting.fileBytes)};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    if (setting.memoryBytes) {
        const rlimit limit{static_cast<rlim_t>(*setting.memoryBytes), static_cast<rlim_t>(*setting.memoryBytes)};
        setrlimit(RLIMIT_AS, &limit);
    }
    if (setting.ignoredHangUp) {
        std::signal(SIGHUP, SIG_IGN);
    }
    if (setting.unprivileged && geteuid() == 0 && setuid(kNobody) != 0) {
        _exit(kNotStarted);
    }
    for (const char* name : {"NO_COLOR", "MERESTONE_PLUGIN_PATH"}) {
        unsetenv(name);
    }
    setenv("TERM", "xterm", 1);
    for (const auto& [name, value] : setting.environment) {
        setenv(name.c_str(), value.c_str(), 1);
    }
}

/// Reads both channels to their ends. A terminal ends with an error instead of an end of file.
void drain(Channel& out, Channel& err, ProgramResult& result) {
    std::array<char, 65536> buffer{};
    while (out.read >= 0 || err.read >= 0) {
        std::array<pollfd, 2> ready{pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0}};
        poll(ready.data(), ready.size(), -1);
        for (std::size_t i = 0; i < ready.size(); ++i) {
            if (ready[i].revents == 0) {
                continue;
            }
            Channel& channel = i == 0 ? out : err;
            const ssize_t count = read(channel.read, buffer.data(), buffer.size());
            if (count > 0) {
                (i == 0 ? result.out : result.err).append(buffer.data(), static_cast<std::size_t>(count));
            } else {
                close(channel.read);
                channel.read = -1;
            }
        }
    }
}

ProgramResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                         const ProgramSetting& setting) {
    Channel out = setting.terminal ? makeTerminal() : makePipe();
    Channel err = makePipe();
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) {
        argv.push_back(const_cast<char*>(argument.c_str()));
    }
    argv.push_back(nullptr);
    if (setting.closedOutput) {
        close(out.read);
        out.read = -1;
    }
    const pid_t child = fork();
    if (child == 0) {
        prepareChild(setting, out, err);
        execvp(program.c_str(), argv.data());
        _exit(kNotStarted);
    }
    close(out.write);
    close(err.write);
    if (setting.meanwhile) {
        setting.meanwhile(child);
    }
    ProgramResult result;
    drain(out, err, result);
    int status = 0;
    waitpid(child, &status, 0);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return result;
}

} // namespace

ProgramResult merestoneProgram(const std::vector<std::string>& arguments, const ProgramSetting& setting) {
    return runProgram(MERESTONE_PROGRAM, arguments, setting);
}

ProgramResult otherProgram(const std::string& program, const std::vector<std::string>& arguments) {
    return runProgram(program, arguments, {});
}

bool isOneErrorLine(const std::string& text) {
    return text.starts_with("merestone: ") && text.ends_with("\n") && std::count(text.begin(), text.end(), '\n') == 1;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace merestone::tests
