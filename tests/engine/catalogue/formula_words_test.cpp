// SPDX-License-Identifier: MIT
#include "catalogue/formula_words.hpp"

#include <gtest/gtest.h>

using namespace merestone;

namespace {

PackParameter number(const std::string& name, std::optional<double> value) {
    PackParameter parameter;
    parameter.name = name;
    parameter.kind = PackParameter::Kind::number;
    if (value) {
        parameter.defaultValue = Quantity{*value, {}};
    }
    return parameter;
}

PackRule ruleWith(std::vector<PackParameter> parameters) {
    PackRule rule;
    rule.parameters = std::move(parameters);
    return rule;
}

} // namespace

TEST(FormulaWords, AParameterTellsItsDefault) {
    const PackRule rule = ruleWith({number("within", 400.0), number("walking", 0.75)});
    EXPECT_EQ(conditionInWords("nearest_space <= within * walking", rule),
              "nearest space is at most within (400) times walking (0.75)");
}

TEST(FormulaWords, ABoundIsNotNamedTwice) {
    const PackRule rule = ruleWith({number("least", 40.0), number("most_extra", 2.0), number("tidal_least", 16.0)});
    EXPECT_EQ(conditionInWords("density >= {least}", rule), "density is at least 40 (least)");
    EXPECT_EQ(conditionInWords("length - old <= most_extra", rule), "length minus old is at most 2 (most extra)");
    EXPECT_EQ(conditionInWords("river >= tidal_least", rule), "river is at least 16 (tidal least)");
}

TEST(FormulaWords, ABoundThatThePlanMustGiveIsCalledByItsName) {
    const PackRule rule = ruleWith({number("least", {}), number("spare", {})});
    EXPECT_EQ(conditionInWords("parking >= least", rule), "parking is at least 'least'");
    EXPECT_EQ(conditionInWords("parking >= spare", rule), "parking is at least spare");
}

TEST(FormulaWords, TheFunctionIsNoParameter) {
    const PackRule rule = ruleWith({number("least", 40.0)});
    EXPECT_EQ(conditionInWords("least(a, b) >= least", rule), "the least of (a, b) is at least 40 (least)");
}
