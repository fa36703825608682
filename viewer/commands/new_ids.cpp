// SPDX-License-Identifier: MIT
#include "commands/new_ids.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace merestone::viewer {

namespace {

/// An id that ends in a number, taken apart.
struct Numbered {
    std::string stem;
    std::size_t digits = 0;
    unsigned long long number = 0;
};

Numbered numbered(const std::string& id) {
    constexpr std::string_view kDigits = "0123456789";
    constexpr std::size_t kMostDigits = 18; // what a 64 bit number holds for certain
    const std::size_t last = id.find_last_not_of(kDigits);
    const std::size_t start = last == std::string::npos ? 0 : last + 1;
    const std::size_t digits = id.size() - start;
    if (digits == 0 || digits > kMostDigits) {
        return {};
    }
    return {id.substr(0, start), digits, std::stoull(id.substr(start))};
}

/// Ids with one stem.
struct Series {
    std::size_t members = 0;
    std::size_t digits = 1;
    unsigned long long highest = 0;
};

std::string written(const std::string& stem, std::size_t digits, unsigned long long number) {
    const std::string figures = std::to_string(number);
    return stem + std::string(digits > figures.size() ? digits - figures.size() : 0, '0') + figures;
}

} // namespace

std::string nextId(const Layer& layer, const std::set<std::string>& taken) {
    const Column* column = layer.idField().empty() ? nullptr : layer.column(layer.idField());
    if (column == nullptr) {
        return {};
    }
    std::set<std::string> known = taken;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        known.insert(column->text(row));
    }
    std::map<std::string, Series> all;
    for (const std::string& id : known) {
        const Numbered parts = numbered(id);
        if (parts.digits > 0) {
            Series& series = all[parts.stem];
            ++series.members;
            // "09" says that numbers are padded, "10" does not.
            const bool padded = id[parts.stem.size()] == '0';
            series.digits = padded ? std::max(series.digits, parts.digits) : series.digits;
            series.highest = std::max(series.highest, parts.number);
        }
    }
    const auto largest = std::max_element(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second.members < b.second.members; });
    const bool isNumber = !column->isText();
    std::string stem = isNumber ? "" : "new-";
    Series series;
    if (largest != all.end()) {
        stem = largest->first;
        series = largest->second;
    }
    std::string id;
    do {
        id = written(stem, series.digits, ++series.highest);
    } while (known.count(id) > 0);
    return id;
}

} // namespace merestone::viewer
