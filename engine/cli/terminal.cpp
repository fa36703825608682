// SPDX-License-Identifier: MIT
#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace merestone::cli {

namespace {

constexpr std::size_t kUsualWidth = 100;
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120; // longer lines are hard to read

bool isSet(const char* variable) noexcept {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool isDumb() noexcept {
    const char* terminal = std::getenv("TERM");
    return terminal != nullptr && std::string_view(terminal) == "dumb";
}

} // namespace

bool isTerminal(int descriptor) noexcept {
    return isatty(descriptor) == 1;
}

std::size_t terminalWidth(int descriptor) noexcept {
    winsize size{};
    if (!isTerminal(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return kUsualWidth;
    }
    return std::clamp<std::size_t>(size.ws_col, kNarrowest, kWidest);
}

TextStyle styleFor(int descriptor) noexcept {
    return {isTerminal(descriptor) && !isSet("NO_COLOR") && !isDumb(), terminalWidth(descriptor)};
}

} // namespace merestone::cli
