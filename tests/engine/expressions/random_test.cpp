// SPDX-License-Identifier: MIT
#include "engine/expressions/random_condition.hpp"
#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace merestone {
namespace {

constexpr int kExpressions = 10'000;

Truth asTruth(const std::optional<bool>& value) {
    return !value ? Truth::unknown : *value ? Truth::yes : Truth::no;
}

double randomValue(RandomExpressions& random) {
    switch (random.below(8)) {
    case 0:
        return kNull;
    case 1:
        return 0;
    case 2:
        return random.below(2) == 0 ? kInf : -kInf;
    case 3:
        return random.uniform(-5, 5);
    default:
        return static_cast<double>(random.below(7)) - 3;
    }
}

TableSource tableOf(const std::vector<UncertainNumber>& values) {
    TableSource source;
    for (std::size_t i = 0; i < values.size(); ++i) {
        source.number(std::string(1, static_cast<char>('a' + i)), values[i]);
    }
    return source;
}

TEST(RandomConditions, AgreeWithANaiveEvaluator) {
    RandomExpressions random(42);
    int counts[3] = {0, 0, 0};
    for (int round = 0; round < kExpressions; ++round) {
        const NaiveCondition naive = random.condition(4);
        const std::vector<Symbol> symbols = tableOf(std::vector<UncertainNumber>(4)).symbols();
        const Condition condition = Condition::compile(naive.text, symbols, kPlace);
        for (int rows = 0; rows < 5; ++rows) {
            NaiveRow row;
            std::vector<UncertainNumber> values;
            for (int column = 0; column < 4; ++column) {
                const double value = randomValue(random);
                row.push_back(std::isnan(value) ? std::nullopt : std::optional(value));
                values.push_back(UncertainNumber::exact(value));
            }
            const Truth expected = asTruth(naive.value(row));
            const Outcome outcome = condition.evaluate(tableOf(values), 0);
            ASSERT_EQ(outcome.truth, expected) << naive.text;
            ++counts[static_cast<int>(expected)];
        }
    }
    for (const int count : counts) {
        EXPECT_GT(count, kExpressions / 4); // each truth comes up often enough to mean something
    }
}

TEST(RandomFormulas, AgreeWithANaiveEvaluator) {
    RandomExpressions random(43);
    for (int round = 0; round < kExpressions; ++round) {
        const NaiveNumber naive = random.number(4);
        NaiveRow row;
        std::vector<UncertainNumber> values;
        for (int column = 0; column < 4; ++column) {
            const double value = randomValue(random);
            row.push_back(std::isnan(value) ? std::nullopt : std::optional(value));
            values.push_back(UncertainNumber::exact(value));
        }
        const TableSource source = tableOf(values);
        const UncertainNumber ours = value(naive.text, source);
        const std::optional<double> expected = naive.value(row);
        ASSERT_EQ(std::isnan(ours.value), !expected) << naive.text;
        if (expected) {
            ASSERT_EQ(ours.value, *expected) << naive.text;
            ASSERT_EQ(ours.low, ours.high) << naive.text;
        }
    }
}

/// Numbers with both kinds of bounds, and points inside them.
struct Sampled {
    std::vector<UncertainNumber> numbers;

    explicit Sampled(RandomExpressions& random) {
        for (int column = 0; column < 4; ++column) {
            const double value = static_cast<double>(random.below(7)) - 3;
            const double error = random.below(3) == 0 ? 0 : random.uniform(0, 1.5);
            const double more = random.below(3) == 0 ? static_cast<double>(random.below(4)) : 0;
            numbers.push_back({value, value - error, value + error / 2, value, value + more});
        }
    }

    [[nodiscard]] NaiveRow point(RandomExpressions& random, bool withinError) const {
        NaiveRow row;
        for (const UncertainNumber& number : numbers) {
            const double low = withinError ? number.low : number.certainLow;
            const double high = withinError ? number.high : number.certainHigh;
            const std::size_t kind = random.below(4);
            row.emplace_back(kind == 0 ? low : kind == 1 ? high : random.uniform(low, high));
        }
        return row;
    }
};

TEST(Bounds, HoldEverySampledResult) {
    RandomExpressions random(44);
    for (int round = 0; round < 3000; ++round) {
        const NaiveNumber naive = random.number(3);
        const Sampled sampled(random);
        const UncertainNumber ours = value(naive.text, tableOf(sampled.numbers));
        for (int samples = 0; samples < 30; ++samples) {
            for (const bool withinError : {true, false}) {
                const std::optional<double> result = naive.value(sampled.point(random, withinError));
                if (result && !std::isnan(ours.value)) {
                    ASSERT_GE(*result, withinError ? ours.low : ours.certainLow) << naive.text;
                    ASSERT_LE(*result, withinError ? ours.high : ours.certainHigh) << naive.text;
                }
            }
        }
    }
}

TEST(Flips, AreFlaggedWheneverASampleFlips) {
    RandomExpressions random(45);
    int flips = 0;
    int steady = 0;
    for (int round = 0; round < 5000; ++round) {
        const NaiveCondition naive = random.condition(3);
        const Sampled sampled(random);
        const Outcome ours = evaluate(naive.text, tableOf(sampled.numbers));
        if (ours.truth == Truth::unknown) {
            continue;
        }
        for (int samples = 0; samples < 30; ++samples) {
            for (const bool withinError : {true, false}) {
                const Truth result = asTruth(naive.value(sampled.point(random, withinError)));
                if (result != Truth::unknown && result != ours.truth) {
                    ASSERT_TRUE(withinError ? ours.flipsWithinError : ours.flipsWithMissing) << naive.text;
                    ++flips;
                }
            }
        }
        steady += !ours.flipsWithinError && !ours.flipsWithMissing ? 1 : 0;
    }
    EXPECT_GT(flips, 1000);
    EXPECT_GT(steady, 500); // it does not simply flag everything
}

/// Whether the condition has another truth at one of nine times nine times nine points within the error.
bool flipsOnGrid(const Condition& condition, const std::vector<UncertainNumber>& numbers, Truth truth) {
    for (unsigned grid = 0; grid < 9 * 9 * 9; ++grid) {
        std::vector<UncertainNumber> exact;
        unsigned rest = grid;
        for (std::size_t i = 0; i < 3; ++i) {
            const UncertainNumber& n = numbers[i];
            exact.push_back(UncertainNumber::exact(n.low + (n.high - n.low) * (rest % 9) / 8.0));
            rest /= 9;
        }
        if (condition.evaluate(tableOf(exact), 0).truth != truth) {
            return true;
        }
    }
    return false;
}

// With each column used once there is no correlation, so that a flag without a flip at the ends would be wrong.
TEST(Flips, OfASingleComparisonAreFlaggedOnlyWhenReal) {
    RandomExpressions random(46);
    for (const char* text :
         {"a + b < c", "a - b > c", "a * b >= c", "least(a, b) <= c", "greatest(a, b) > c", "a + b + c > 1"}) {
        for (int round = 0; round < 100; ++round) {
            const Sampled sampled(random);
            const TableSource source = tableOf(sampled.numbers);
            const Condition condition = Condition::compile(text, source.symbols(), kPlace);
            const Outcome ours = condition.evaluate(source, 0);
            ASSERT_EQ(ours.flipsWithinError, flipsOnGrid(condition, sampled.numbers, ours.truth)) << text;
        }
    }
}

} // namespace
} // namespace merestone
