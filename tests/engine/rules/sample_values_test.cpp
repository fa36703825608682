// SPDX-License-Identifier: MIT
// Every figure of the sample plan is changed, one after the other: what the checker says then is what a fresh check of
// the changed plan says, and rules that do not read the figure are not evaluated.
#include "engine/rules/same_result.hpp"
#include "plan/plan_values.hpp"
#include "plan/read_plan.hpp"
#include "rules/checker.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

using namespace merestone;

namespace {

constexpr std::size_t kCheckEvery = 6;

class SampleValues : public testing::Test {
protected:
    void SetUp() override {
        const char* folder = std::getenv("MERESTONE_SAMPLE");
        if (folder == nullptr || !std::filesystem::exists(std::filesystem::path(folder) / "plan.yaml")) {
            GTEST_SKIP() << "MERESTONE_SAMPLE does not name the folder of the sample plan";
        }
        m_file = std::filesystem::path(folder) / "plan.yaml";
        m_packs = loadPacks(pluginFolders());
        m_standards = loadStandards(pluginFolders(), m_packs);
        std::ifstream in(m_file, std::ios::binary);
        m_text.assign(std::istreambuf_iterator<char>(in), {});
    }
    [[nodiscard]] Plan parsed(const std::string& text) const {
        PlanOptions options;
        options.standards = &m_standards;
        return parsePlan(text, m_file, m_packs, options);
    }
    [[nodiscard]] Checker loaded(const std::string& text) const {
        CheckOptions options;
        options.keepForUpdates = true;
        options.today = "2026-09-15";
        Checker checker(parsed(text), options);
        checker.load({});
        return checker;
    }
    /// The value half as large again (1 for 0), in its unit; nothing when it is no number.
    static std::optional<std::string> larger(const std::string& value) {
        double number = 0.0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc()) {
            return std::nullopt;
        }
        char digits[32];
        const auto written = std::to_chars(digits, digits + sizeof digits, number * 1.5);
        if (number == 0.0) {
            return "1" + std::string(end, value.data() + value.size());
        }
        return std::string(digits, written.ptr) + std::string(end, value.data() + value.size());
    }

    std::filesystem::path m_file;
    std::vector<Pack> m_packs;
    std::vector<Standards> m_standards;
    std::string m_text;
};

TEST_F(SampleValues, EachGivesWhatAFreshCheckGives) {
    Checker checker = loaded(m_text);
    (void)checker.run({});
    std::size_t tried = 0;
    for (const PlanValue& value : planValues(m_text, parsed(m_text), m_packs)) {
        const std::optional<std::string> changed = larger(value.value);
        if (!changed) {
            continue;
        }
        const std::string text = setPlanValue(m_text, m_file.string(), value.at, changed);
        SCOPED_TRACE(value.at.rule + " " + value.at.name + ": " + value.value + " -> " + *changed);
        const RunDelta delta = checker.setPlan(parsed(text), {});
        if (++tried % kCheckEvery == 0) { // what went wrong before is still there then
            Checker fresh = loaded(text);
            testing_support::expectSameResult(checker.result(), fresh.run({}));
        }
        std::set<std::string> evaluated;
        for (const RuleResult& rule : delta.rules) {
            evaluated.insert(rule.id);
        }
        for (const std::string& rule : value.rules) {
            EXPECT_EQ(evaluated.count(rule), 1U) << rule;
        }
        m_text = text; // the next change comes on top
        if (HasFailure()) {
            return;
        }
    }
    EXPECT_GT(tried, 60U);
    Checker fresh = loaded(m_text);
    testing_support::expectSameResult(checker.result(), fresh.run({}));
}

} // namespace
