// SPDX-License-Identifier: MIT
// Draws the maps of `merestone map`, which starts this program with its own arguments.
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "map/draw_pictures.hpp"
#include "map/draw_plan.hpp"

#include <QGuiApplication>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

namespace merestone::cli {

void complain(const std::string& text) noexcept {
    try {
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            std::fprintf(stderr, "merestone: %s\n", printable(text.substr(begin, end - begin)).c_str());
            begin = end + 1;
        }
    } catch (...) { // no memory for the decoration
        std::fputs(text.c_str(), stderr);
    }
}

} // namespace merestone::cli

namespace {

using merestone::cli::complain;

constexpr int kCouldNotRun = 2;

int draw(const merestone::cli::Options& options, int& argc, char** argv) {
    const merestone::cli::Interrupt interrupt; // first: threads started later inherit the blocked signals
    // No screen is needed, and none that happens to be there may change the picture.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {}); // Qt talks of run-time folders
    const QGuiApplication application(argc, argv);
    std::setlocale(LC_ALL, "C"); // Qt took over the user's
    merestone::cli::Progress progress(!options.quiet);
    const unsigned threads = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    const merestone::RunContext context{interrupt.token(), progress.callback(), threads};
    if (options.map.request.empty()) {
        merestone::map::drawPlan(options, context);
    } else {
        merestone::map::drawPictures(options, context);
    }
    return 0;
}

int run(int& argc, char** argv) {
    merestone::cli::CommandLine commandLine;
    const auto outcome = commandLine.parse(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
    if (outcome.options && outcome.options->command == merestone::cli::Command::map) {
        return draw(*outcome.options, argc, argv);
    }
    if (outcome.options || outcome.error.empty()) {
        complain("merestone-map is started by `merestone map`");
        return kCouldNotRun;
    }
    complain(outcome.error);
    return outcome.status;
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a full disk is an error, not a signal
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("merestone: not enough memory; ask for fewer pixels or a smaller area\n", stderr);
    } catch (const merestone::Error& error) {
        complain(error.what());
    } catch (const std::exception& error) {
        complain(std::string("internal error: ") + error.what());
    }
    return kCouldNotRun;
}
