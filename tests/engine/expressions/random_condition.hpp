// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace merestone {

/// Values of the columns a, b, c, d; nothing is null.
using NaiveRow = std::vector<std::optional<double>>;

/// An expression as text together with its meaning, written down independently of the engine.
struct NaiveNumber {
    std::string text;
    std::function<std::optional<double>(const NaiveRow&)> value;
};
struct NaiveCondition {
    std::string text;
    std::function<std::optional<bool>(const NaiveRow&)> value;
};

/// Makes random expressions over four columns of numbers.
class RandomExpressions {
public:
    explicit RandomExpressions(unsigned seed) : m_random(seed) {}

    [[nodiscard]] NaiveNumber number(int depth);
    [[nodiscard]] NaiveCondition condition(int depth);
    [[nodiscard]] std::size_t below(std::size_t count) { return m_random() % count; }
    [[nodiscard]] double uniform(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(m_random);
    }

private:
    [[nodiscard]] NaiveNumber leaf();
    [[nodiscard]] NaiveNumber calculation(int depth);
    [[nodiscard]] NaiveNumber function(int depth);
    [[nodiscard]] NaiveCondition comparison(int depth);
    [[nodiscard]] NaiveCondition list(int depth);

    std::mt19937 m_random;
};

} // namespace merestone
