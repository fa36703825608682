// SPDX-License-Identifier: MIT
#include "cli/run_command.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/timed_call.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace merestone::cli {

namespace {

constexpr int kCouldNotRun = 2;

int runWithContext(const Options& options, const RunContext& context) {
    switch (options.command) {
    case Command::check:
        return runCheck(options, context);
    case Command::compare:
        return runCompare(options, context);
    case Command::verify:
        return runVerify(options, context);
    case Command::inspect:
        return runInspect(options, context);
    case Command::rulesList:
        return runRulesList(options);
    case Command::rulesShow:
        return runRulesShow(options, context);
    case Command::rulesTest:
        return runRulesTest(options, context);
    case Command::newPlan:
        return runNew(options);
    case Command::exportPlan:
        return runExport(options, context);
    case Command::report:
        return runReport(options, context);
    case Command::submission:
        return runSubmission(options, context);
    case Command::map:
        break; // a program of its own, see map_program.hpp
    }
    return kCouldNotRun;
}

int runInterruptibly(const Options& options) {
    const Interrupt interrupt; // first: threads started later inherit the blocked signals
    Progress progress(!options.quiet);
    const unsigned threads = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    const RunContext context{interrupt.token(), progress.callback(), threads,
                             std::chrono::seconds(options.measureSeconds)};
    return runWithContext(options, context);
}

/// Ends the process at once when a plugin still works on a call that was given up: it may use what the end of main()
/// would destroy. Everything was written and closed before.
int ended(int status) noexcept {
    if (abandonedCalls() > 0) {
        std::fflush(nullptr);
        std::_Exit(status);
    }
    return status;
}

void writeLine(const char* text, std::size_t size) noexcept {
    [[maybe_unused]] const ssize_t ignored = write(STDERR_FILENO, text, size);
}

} // namespace

void complain(const std::string& text) noexcept {
    try {
        std::string lines;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            lines += "merestone: " + printable(text.substr(begin, end - begin)) + "\n";
            begin = end + 1;
        }
        writeLine(lines.data(), lines.size());
    } catch (...) { // no memory for the decoration
        writeLine(text.data(), text.size());
    }
}

} // namespace merestone::cli

int merestoneRunCommand(const merestone::cli::Options* options) noexcept {
    using merestone::cli::complain;
    try {
        return merestone::cli::ended(merestone::cli::runInterruptibly(*options));
    } catch (const std::bad_alloc&) {
        static constexpr char kText[] = "merestone: not enough memory; check fewer layers or a smaller area\n";
        merestone::cli::writeLine(kText, sizeof kText - 1);
    } catch (const merestone::Error& error) {
        complain(error.what());
    } catch (const std::system_error& error) { // no more threads, no more file descriptors
        complain(std::string("the system is out of something: ") + error.what() + "; try --jobs 1");
    } catch (const std::exception& error) {
        complain(std::string("internal error: ") + error.what());
    } catch (...) {
        complain("internal error of an unknown kind");
    }
    return merestone::cli::ended(merestone::cli::kCouldNotRun);
}
