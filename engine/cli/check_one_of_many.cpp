// SPDX-License-Identifier: MIT
#include "cli/check_one_of_many.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "exchange/wording.hpp"

#include <algorithm>

namespace merestone::cli {

namespace {

constexpr int kCouldNotRun = 2;

/// Of several mistakes the first, and how many more there are; all of them are told on standard error.
std::string firstLine(const std::string& text) {
    const auto more = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    const std::string first = text.substr(0, text.find('\n'));
    return more == 0 ? first : first + " (and " + counted(more, "more mistake", "more mistakes") + ")";
}

} // namespace

void checkOneOfMany(CheckedPlan& checked, const std::function<void()>& work) {
    if (checked.error.empty()) {
        try {
            work();
        } catch (const Error& error) {
            if (error.code() == ErrorCode::cancelled || error.code() == ErrorCode::output) {
                throw;
            }
            checked.error = error.what();
        }
    }
    if (!checked.error.empty()) {
        complain(checked.error);
        checked.run = RunResult();
        checked.error = firstLine(checked.error);
        checked.status = kCouldNotRun;
    }
}

} // namespace merestone::cli
