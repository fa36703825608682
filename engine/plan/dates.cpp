// SPDX-License-Identifier: MIT
#include "plan/dates.hpp"

#include <algorithm>
#include <chrono>

namespace merestone {

namespace {

bool allDigits(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned number(std::string_view digits) noexcept {
    unsigned value = 0;
    for (const char c : digits) {
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

} // namespace

bool isYear(std::string_view text) noexcept {
    return text.size() == 4 && allDigits(text) && text.front() != '0';
}

bool isIsoDate(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !isYear(text.substr(0, 4)) ||
        !allDigits(text.substr(5, 2)) || !allDigits(text.substr(8, 2))) {
        return false;
    }
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(number(text.substr(0, 4)))),
                                           std::chrono::month(number(text.substr(5, 2))),
                                           std::chrono::day(number(text.substr(8, 2)))};
    return date.ok();
}

} // namespace merestone
