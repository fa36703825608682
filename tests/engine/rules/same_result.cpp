// SPDX-License-Identifier: MIT
#include "engine/rules/same_result.hpp"

#include <gtest/gtest.h>

namespace merestone::testing_support {

namespace {

void expectSameRule(const RuleResult& a, const RuleResult& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.verdict, b.verdict) << a.id;
    EXPECT_EQ(a.severity, b.severity) << a.id;
    EXPECT_EQ(a.reason, b.reason) << a.id;
    EXPECT_EQ(a.counts, b.counts) << a.id;
    EXPECT_EQ(a.waived, b.waived) << a.id;
    EXPECT_EQ(settingTexts(a.settings), settingTexts(b.settings)) << a.id;
    ASSERT_EQ(a.statistics.size(), b.statistics.size()) << a.id;
    for (std::size_t i = 0; i < a.statistics.size(); ++i) {
        EXPECT_EQ(a.statistics[i].sum, b.statistics[i].sum) << a.id;
    }
}

} // namespace

void expectSameResult(const RunResult& a, const RunResult& b) {
    ASSERT_EQ(a.findings.size(), b.findings.size());
    for (std::size_t i = 0; i < a.findings.size(); ++i) {
        EXPECT_EQ(a.findings[i].key, b.findings[i].key);
        EXPECT_EQ(a.findings[i].verdict, b.findings[i].verdict) << a.findings[i].key;
        EXPECT_EQ(a.findings[i].severity, b.findings[i].severity) << a.findings[i].key;
        EXPECT_EQ(a.findings[i].measured, b.findings[i].measured) << a.findings[i].key;
        EXPECT_EQ(a.findings[i].limit, b.findings[i].limit) << a.findings[i].key;
        EXPECT_EQ(a.findings[i].message, b.findings[i].message) << a.findings[i].key;
        EXPECT_EQ(a.findings[i].reason.str(), b.findings[i].reason.str()) << a.findings[i].key;
        EXPECT_EQ(a.findings[i].evidenceWkb, b.findings[i].evidenceWkb) << a.findings[i].key;
    }
    ASSERT_EQ(a.rules.size(), b.rules.size());
    for (std::size_t i = 0; i < a.rules.size(); ++i) {
        expectSameRule(a.rules[i], b.rules[i]);
    }
}

} // namespace merestone::testing_support
