// SPDX-License-Identifier: MIT
#include "mistake.hpp"
#include "plan_texts.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace merestone {
namespace {

using testing::changed;
using testing::Mistake;
using testing::mistakesIn;
using testing::nameOf;
using testing::smallPlan;
using Lines = std::vector<std::string>;

class RuleMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(RuleMistake, IsNamedWithItsPlaceAndRemedy) {
    EXPECT_EQ(mistakesIn(changed(smallPlan(), GetParam().from, GetParam().to)), GetParam().lines);
}

constexpr const char* kPlanLine = "plan: {title: A plan}";
constexpr const char* kParksLine = "parks: {source: parks.gpkg}";
constexpr const char* kMeasure = "gap: {distance: parks}";
constexpr const char* kRequire = "require: \"gap <= 400\"";

INSTANTIATE_TEST_SUITE_P(
    Rules, RuleMistake,
    ::testing::Values(
        Mistake{"UnknownSubjects",
                "for: area",
                "for: ara",
                {"10:14: 'for' of rule 'H1.near' names the unknown layer 'ara'; did you mean 'area'?"}},
        Mistake{"NoSubjects", "for: area", "title: T", {"9:9: rule 'H1.near' needs the key 'for'"}},
        Mistake{"NoRequirement", kRequire, "severity: must", {"9:9: rule 'H1.near' needs the key 'require'"}},
        Mistake{"NoId", "id: H1.near", "title: T", {"9:9: a rule of policy 'H1' needs the key 'id'"}},
        Mistake{"IdWithBlank",
                "id: H1.near",
                "id: H1 near",
                {"9:13: rule id 'H1 near' is no id; use letters, digits, '.', '_', '-' and '/'"}},
        Mistake{"UnknownSeverity",
                kRequire,
                "require: \"gap <= 400\"\n        severity: shuld",
                {"14:19: 'severity' of rule 'H1.near' cannot be 'shuld'; did you mean 'should'?"}},
        Mistake{"PackKeyInOwnRule",
                kRequire,
                "require: \"gap <= 400\"\n        with: {a: 1}",
                {"14:9: 'with' of rule 'H1.near' belongs to rules of packs, which begin with 'use: pack/rule'"}},
        Mistake{"SourceWithoutDocument",
                kRequire,
                "require: \"gap <= 400\"\n        source: {clause: 1}",
                {"14:17: 'source' of rule 'H1.near' needs the key 'document'"}},
        Mistake{"LinkToScript",
                kRequire,
                "require: \"gap <= 400\"\n        source: {document: D, url: \"javascript:alert(1)\"}",
                {"14:36: 'url' of 'source' of rule 'H1.near' must begin with https:// or http://"}},
        Mistake{"PairsOfThePlan",
                "for: area",
                "for: plan\n        against: parks",
                {"11:18: 'against' of rule 'H1.near' makes pairs of features, but the rule is 'for: plan'"}},
        Mistake{"WithinWithoutPairs",
                "for: area",
                "for: area\n        within: 400 m",
                {"11:17: 'within' of rule 'H1.near' limits pairs, which only rules with 'against' have"}},
        Mistake{"WithinInHectares",
                "for: area",
                "for: area\n        against: parks\n        within: 1 ha",
                {"12:17: 'within' of rule 'H1.near' is in ha, an area, but must be a length (such as m)"}},
        Mistake{"UnlessWithoutReason",
                kRequire,
                "require: \"gap <= 400\"\n        unless: [{when: \"a = 1\"}]",
                {"14:18: an exception under 'unless' of rule 'H1.near' needs the key 'reason'"}},
        Mistake{"EffectiveBackwards",
                kRequire,
                "require: \"gap <= 400\"\n        effective: {from: 2026-08-17, to: 2025-01-01}",
                {"14:20: 'effective' of rule 'H1.near' ends on 2025-01-01, before it begins on 2026-08-17"}},
        Mistake{"UnclosedPlaceholder",
                kRequire,
                "require: \"gap <= 400\"\n        message: \"{gap\"",
                {"14:18: 'message' of rule 'H1.near': a '{' is not closed; write '{{' for a brace"}},
        Mistake{"BadNumberFormat",
                kRequire,
                "require: \"gap <= 400\"\n        advice: \"{gap:2f}\"",
                {"14:17: 'advice' of rule 'H1.near': the number format of '{gap:2f}' must be like ':.2f'"}},
        Mistake{"NeedsUnknown",
                kRequire,
                "require: \"gap <= 400\"\n        needs: [H1.naer]",
                {"14:17: rule 'H1.near' needs the unknown rule 'H1.naer'; did you mean 'H1.near'?"}},
        Mistake{"NeedsItself",
                kRequire,
                "require: \"gap <= 400\"\n        needs: [H1.near]",
                {"9:9: rules need one another in a circle: H1.near -> H1.near; remove one of these needs"}},
        Mistake{"NeedsAText",
                kRequire,
                "require: \"gap <= 400\"\n        needs: H1.x",
                {"14:16: 'needs' of rule 'H1.near' must be a list: write '- ' before each item, or [a, b]"}},
        Mistake{"PolicyWithoutId", "id: H1\n", "title: T\n", {"7:5: a policy needs the key 'id'"}},
        Mistake{"PolicyOnUnknownLayer",
                "id: H1\n",
                "id: H1\n    layers: [prks]\n",
                {"8:14: 'layers' of policy 'H1' names the unknown layer 'prks'; did you mean 'parks'?"}}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Measures, RuleMistake,
    ::testing::Values(
        Mistake{"UnknownKind",
                kMeasure,
                "gap: {distanse: parks}",
                {"12:16: measure 'gap' names no kind of measure such as {distance: parks}; did you mean 'distance'?"}},
        Mistake{"TwoKinds",
                kMeasure,
                "gap: {distance: parks, area: self}",
                {"12:34: measure 'gap' names two kinds, 'distance' and 'area'; give each a name of its own"}},
        Mistake{"NotAMapping",
                kMeasure,
                "gap: 400 m",
                {"12:16: measure 'gap' must be a mapping such as {distance: parks}, not a text"}},
        Mistake{"UnknownTarget",
                kMeasure,
                "gap: {distance: prks}",
                {"12:27: 'distance' of measure 'gap' names the unknown layer 'prks'; did you mean 'parks'?"}},
        Mistake{"AreaOfALayer",
                kMeasure,
                "gap: {area: parks}",
                {"12:23: 'area' of measure 'gap' measures the subject alone: write 'area: self'"}},
        Mistake{"DistanceToSelf",
                kMeasure,
                "gap: {distance: self}",
                {"12:27: 'distance' of measure 'gap' needs the name of a layer, not 'self'"}},
        Mistake{"OtherWithoutPairs",
                kMeasure,
                "gap: {distance: other}",
                {"12:27: 'distance' of measure 'gap' is 'other', which only rules with 'against' have"}},
        Mistake{"CountOfOther",
                kMeasure,
                "gap: {count_within: other}",
                {"12:31: 'count_within' of measure 'gap' needs the name of a layer, not 'other'"}},
        Mistake{"UnknownOption",
                kMeasure,
                "gap: {distance: parks, serch: 1 km}",
                {"12:34: unknown key 'serch' in measure 'gap'; did you mean 'search'?"}},
        Mistake{"BareLength",
                kMeasure,
                "gap: {distance: parks, search: 1000}",
                {"12:42: 'search' of measure 'gap' needs a unit: write '1000 m'"}},
        Mistake{"AreaForLength",
                kMeasure,
                "gap: {distance: parks, search: 2 ha}",
                {"12:42: 'search' of measure 'gap' is in ha, an area, but must be a length (such as m)"}},
        Mistake{"NegativeLength",
                kMeasure,
                "gap: {distance: parks, search: -2 m}",
                {"12:42: 'search' of measure 'gap' must not be negative"}},
        Mistake{"UnknownFact",
                kMeasure,
                "gap: {distance: parks, search: reach}",
                {"12:42: 'search' of measure 'gap' must be a length, not 'reach', and there is no fact 'reach'"}},
        Mistake{"UnknownWord",
                kMeasure,
                "gap: {distance: parks, from: egde}",
                {"12:40: 'from' of measure 'gap' cannot be 'egde'; did you mean 'edge'?"}},
        Mistake{"BadFlag",
                kMeasure,
                "gap: {count_within: parks, count_self: 1}",
                {"12:50: 'count_self' of measure 'gap' must be true or false, not '1'"}},
        Mistake{"RatioOfNothing",
                kMeasure,
                "gap: {inscribed_rectangle: self, ratio: 0}",
                {"12:51: 'ratio' of measure 'gap' must be more than 0"}},
        Mistake{"MissingOption", kMeasure, "gap: {sum_within: parks}", {"12:16: measure 'gap' needs the key 'of'"}},
        Mistake{"UnitOfOtherDimension",
                kMeasure,
                "gap: {distance: parks, unit: ha}",
                {"12:40: 'unit' of measure 'gap' is ha, an area, but 'distance' gives a length"}},
        Mistake{"UnknownUnit",
                kMeasure,
                "gap: {distance: parks, unit: furlong}",
                {"12:40: 'unit' of measure 'gap' is the unknown unit 'furlong'"}},
        Mistake{"WhereOnSelf",
                kMeasure,
                "gap: {area: self, where: \"a = 1\"}",
                {"12:29: 'where' of measure 'gap' has no meaning on 'self', which is one feature"}},
        Mistake{"EntrancesWithoutLayer",
                kMeasure,
                "gap: {distance: parks, to: access_point}",
                {"12:11: measure 'gap' needs 'access_points' for 'to: access_point'",
                 "12:11: measure 'gap' needs 'belongs_to' for 'to: access_point'"}},
        Mistake{"EntrancesWithoutUse",
                kMeasure,
                "gap: {distance: parks, access_points: area}",
                {"12:49: 'access_points' of measure 'gap' has no effect without 'to: access_point'"}},
        Mistake{"EntrancesInUnknownLayer",
                kMeasure,
                "gap: {distance: parks, to: access_point, access_points: aera, belongs_to: park}",
                {"12:67: 'access_points' of measure 'gap' names the unknown layer 'aera'; did you mean 'area'?"}},
        Mistake{"NestedMeasureMissing",
                kMeasure,
                "gap: {balance: area, value: 3}",
                {"12:39: 'value' of measure 'gap' must be a measure of its own, such as {area_within: parks}"}},
        Mistake{"MistakeInNestedMeasure",
                kMeasure,
                "gap: {balance: area, value: {area_within: prks}}",
                {"12:53: 'area_within' of 'value' of measure 'gap' names the unknown layer 'prks'; did you mean "
                 "'parks'?"}},
        Mistake{"TakenName",
                kMeasure,
                "limit: {distance: parks}",
                {"12:11: measure 'limit' is a reserved word; choose another name"}},
        Mistake{"NoName",
                kMeasure,
                "the gap: {distance: parks}",
                {"12:11: measure 'the gap' cannot stand in a condition; use letters, digits and '_', and begin with a "
                 "letter"}}),
    nameOf);

TEST(PlanWideRule, CannotLookAtNeighbours) {
    const std::string plan =
        changed(changed(smallPlan(), "for: area", "for: plan"), kMeasure, "gap: {neighbours: parks}");
    EXPECT_EQ(mistakesIn(plan), Lines{"12:16: measure 'gap': 'neighbours' looks at the neighbours of one feature; it "
                                      "cannot stand in a rule 'for: plan'"});
}

TEST(Measure, CannotHaveTheNameOfAFact) {
    const std::string plan = changed(smallPlan(), kPlanLine, "plan: {title: A, facts: {gap: 1}}");
    EXPECT_EQ(mistakesIn(plan), Lines{"12:11: measure 'gap' has the name of a fact; rename it"});
}

TEST(Names, InConditionsAreTheSameInEveryCase) {
    const std::string facts = changed(smallPlan(), kPlanLine, "plan: {title: A, facts: {homes: 1, Homes: 2}}");
    EXPECT_EQ(mistakesIn(facts),
              Lines{"2:36: key 'Homes' stands twice in 'facts' of 'plan'; the first is 'homes' in line 2"});
    const std::string measures = changed(smallPlan(), kMeasure, "gap: {distance: parks}\n          Gap: {area: self}");
    EXPECT_EQ(mistakesIn(measures), Lines{"13:11: key 'Gap' stands twice in 'measure'; the first is 'gap' in line 12"});
}

TEST(Option, CannotTakeAFactOfAnotherKind) {
    const std::string base = changed(smallPlan(), kMeasure, "gap: {distance: parks, search: reach}");
    EXPECT_EQ(mistakesIn(changed(base, kPlanLine, "plan: {title: A, facts: {reach: 2 ha}}")).size(), 1U);
    EXPECT_EQ(mistakesIn(changed(base, kPlanLine, "plan: {title: A, facts: {reach: far}}")),
              Lines{"12:42: 'search' of measure 'gap' must be a number, but 'reach' is none"});
    EXPECT_EQ(mistakesIn(changed(base, kPlanLine, "plan: {title: A, facts: {reach: 2 km}}")), Lines{});
}

TEST(Conditions, AreCheckedWhereverTheyStand) {
    for (const auto& [from, to, place] : std::vector<std::tuple<const char*, const char*, const char*>>{
             {kRequire, "require: \"gap <=\"", "13:18: 'require' of rule 'H1.near' cannot be read"},
             {kRequire, "require: \"gap <= 1\"\n        where: \"a =\"", "14:16: 'where' of rule 'H1.near' cannot"},
             {kRequire, "require: \"gap <= 1\"\n        unless: [{when: \"a AND\", reason: R}]",
              "14:25: 'when' of rule"},
             {kMeasure, "gap: {distance: parks, where: \"(a = 1\"}", "12:41: 'where' of measure 'gap' cannot be read"},
             {kMeasure, "gap: {sum_within: parks, of: \"2 *\"}", "12:40: 'of' of measure 'gap' cannot be read"},
             {kMeasure, "gap: {share_of_count: parks, of: \"= 1\"}", "12:44: 'of' of measure 'gap' cannot be read"},
             {kParksLine, "parks: {source: p.gpkg, where: \"a = = 1\"}", "5:34: 'where' of layer 'parks' cannot be"}}) {
        const Lines lines = mistakesIn(changed(smallPlan(), from, to));
        ASSERT_EQ(lines.size(), 1U) << to;
        EXPECT_EQ(lines[0].substr(0, std::string(place).size()), place);
        EXPECT_EQ(lines[0].find("plan.yaml"), std::string::npos) << lines[0];
    }
}

} // namespace
} // namespace merestone
