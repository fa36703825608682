// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"

#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

namespace {
thread_local std::size_t allocations = 0;
} // namespace

// Counts this thread's allocations of the whole program.
void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace merestone {
namespace {

/// Rows with a number of their own and a fixed text; keeps nothing between calls.
class Rows : public ValueSource {
public:
    [[nodiscard]] UncertainNumber number(std::size_t symbol, std::uint32_t row) const override {
        if (row % 7 == 3) {
            return UncertainNumber::exact(kNull);
        }
        const double value = row * (static_cast<double>(symbol) + 1.0);
        return row % 5 == 0 ? measured(value, 1.5) : UncertainNumber::exact(value);
    }
    [[nodiscard]] std::optional<std::string_view> text(std::size_t, std::uint32_t row) const override {
        return row % 2 == 0 ? "a text that is longer than any small string" : "x";
    }
};

const std::vector<Symbol>& symbols() {
    static const std::vector<Symbol> list{{"a", ValueKind::number, parseUnit("m2"), false},
                                          {"b", ValueKind::number, parseUnit("ha"), false},
                                          {"t", ValueKind::text, {}, false}};
    return list;
}

const char* const kText = "(a / b + 3 >= least(2.5, coalesce(abs(a - b) / a, 7)) AND a BETWEEN 5 AND b) OR "
                          "a IN (1, 2, 3) OR NOT b > 20 AND t LIKE '%longer%' AND t IN ('x', 'y')";

TEST(Evaluation, AllocatesNothing) {
    const Condition condition = Condition::compile(kText, symbols(), kPlace);
    const Rows rows;
    const std::size_t before = allocations;
    std::size_t held = 0;
    for (std::uint32_t row = 0; row < 1000; ++row) {
        held += condition.evaluate(rows, row).truth == Truth::yes ? 1U : 0U;
    }
    EXPECT_EQ(allocations, before);
    EXPECT_GT(held, 0U);
}

TEST(Evaluation, GivesTheSameFromManyThreads) {
    const Condition condition = Condition::compile(kText, symbols(), kPlace);
    const Rows rows;
    const auto code = [&](std::uint32_t row) {
        const Outcome outcome = condition.evaluate(rows, row);
        return static_cast<int>(outcome.truth) * 4 + (outcome.flipsWithinError ? 2 : 0) +
               (outcome.flipsWithMissing ? 1 : 0);
    };
    constexpr std::size_t kRows = 20'000;
    std::vector<int> alone(kRows);
    for (std::uint32_t row = 0; row < kRows; ++row) {
        alone[row] = code(row);
    }
    std::vector<int> together(kRows);
    RunContext context;
    context.threads = 8;
    parallelFor(kRows, 64, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            together[row] = code(static_cast<std::uint32_t>(row));
        }
    });
    EXPECT_EQ(together, alone);
}

TEST(Compilation, WorksOnManyThreadsAtOnce) {
    RunContext context;
    context.threads = 8;
    std::atomic<int> wrong{0};
    parallelFor(400, 1, context, [&](std::size_t begin, std::size_t) {
        const bool broken = begin % 2 == 1;
        wrong += compileError(broken ? "a >" : kText, symbols()).empty() == broken ? 1 : 0;
    });
    EXPECT_EQ(wrong.load(), 0);
}

} // namespace
} // namespace merestone
