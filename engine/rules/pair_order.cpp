// SPDX-License-Identifier: MIT
#include "rules/pair_order.hpp"

#include "findings/natural_order.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace merestone {

namespace {

std::string keyOf(const Layer& layer, std::size_t row) {
    std::string key;
    appendNaturalKey(key, layer.id(row));
    return key;
}

/// Whole numbers need no text to be compared.
bool numbersAscend(const Column& ids) {
    return !ids.isText() && std::is_sorted(ids.numbers.begin(), ids.numbers.end()) &&
           std::all_of(ids.numbers.begin(), ids.numbers.end(), [](double id) { return id >= 0.0; }); // nulls are NaN
}

bool keysAscend(const Layer& layer) {
    std::string before;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        std::string key = keyOf(layer, row);
        if (key < before) {
            return false;
        }
        before = std::move(key);
    }
    return true;
}

} // namespace

PairOrder::PairOrder(const Layer& layer) {
    const Column* ids = layer.column(layer.idField());
    if ((ids != nullptr && numbersAscend(*ids)) || keysAscend(layer)) {
        return;
    }
    std::vector<std::string> keys(layer.size());
    for (std::size_t row = 0; row < layer.size(); ++row) {
        keys[row] = keyOf(layer, row);
    }
    std::vector<std::uint32_t> rows(layer.size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::stable_sort(rows.begin(), rows.end(), [&keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    m_ranks.resize(rows.size());
    for (std::uint32_t rank = 0; rank < rows.size(); ++rank) {
        m_ranks[rows[rank]] = rank;
    }
}

} // namespace merestone
