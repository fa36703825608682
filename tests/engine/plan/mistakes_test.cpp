// SPDX-License-Identifier: MIT
#include "plan_texts.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

using testing::changed;
using testing::mistakesIn;
using testing::smallPlan;
using Lines = std::vector<std::string>;

/// One change to the small plan and the mistakes that it makes.
struct Mistake {
    const char* name;
    const char* from;
    const char* to;
    Lines lines;
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
    *out << mistake.name;
}

class PlanMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(PlanMistake, IsNamedWithItsPlaceAndRemedy) {
    EXPECT_EQ(mistakesIn(changed(smallPlan(), GetParam().from, GetParam().to)), GetParam().lines);
}

TEST(SmallPlan, HasNoMistake) {
    EXPECT_EQ(mistakesIn(smallPlan()), Lines{});
}

TEST(EmptyPlan, SaysHowToBegin) {
    EXPECT_EQ(mistakesIn(""), Lines{"1:1: the file is empty; 'merestone new DIR' writes a plan to start from"});
    EXPECT_EQ(mistakesIn("- a\n"), Lines{"1:1: this is no plan: it must begin with 'merestone: 1'"});
    EXPECT_EQ(
        mistakesIn("a: 1\n"),
        (Lines{"1:1: the plan file needs the key 'merestone'", "1:1: the plan file needs the key 'plan'",
               "1:1: 'plan' needs the key 'title'", "1:1: the plan file needs the key 'layers'",
               "1:1: unknown key 'a' in the plan file; known keys: layers, merestone, plan, policies and waivers"}));
}

const auto nameOf = [](const auto& test) { return std::string(test.param.name); };

constexpr const char* kPlanLine = "plan: {title: A plan}";
constexpr const char* kParksLine = "parks: {source: parks.gpkg}";
constexpr const char* kAreaLine = "area: {source: area.gpkg}";

INSTANTIATE_TEST_SUITE_P(
    Top, PlanMistake,
    ::testing::Values(
        Mistake{"OtherFormat",
                "merestone: 1",
                "merestone: 2",
                {"1:12: this program reads plans of format 1, not '2': write 'merestone: 1'"}},
        Mistake{"MisspeltKey",
                "policies:",
                "polices:",
                {"6:1: unknown key 'polices' in the plan file; did you mean 'policies'?"}},
        Mistake{"RepeatedKey",
                kPlanLine,
                "plan: {title: A plan}\nplan: {title: B}",
                {"3:1: key 'plan' stands twice in the plan file; the first is in line 2"}},
        Mistake{"NoTitle", kPlanLine, "plan: {stage: made}", {"2:7: 'plan' needs the key 'title'"}},
        Mistake{"EmptyTitle",
                kPlanLine,
                "plan: {title: }",
                {"2:8: 'title' of 'plan' is empty; give it a value or remove the key"}},
        Mistake{"ListAsTitle",
                kPlanLine,
                "plan: {title: [A]}",
                {"2:15: 'title' of 'plan' must be a single value, not a list"}},
        Mistake{
            "TextAsPlan", kPlanLine, "plan: A plan", {"2:7: 'plan' must be a mapping of keys and values, not a text"}},
        Mistake{"UnknownStage",
                kPlanLine,
                "plan: {title: A, stage: regulation-41}",
                {"2:25: 'stage' of 'plan' cannot be 'regulation-41'; did you mean 'regulation-14'?"}},
        Mistake{"Day30February",
                kPlanLine,
                "plan: {title: A, submitted: 2026-02-30}",
                {"2:29: 'submitted' of 'plan' is no date: '2026-02-30'; write year-month-day, such as 2026-09-01"}},
        Mistake{"BritishDate",
                kPlanLine,
                "plan: {title: A, submitted: 01/09/2026}",
                {"2:29: 'submitted' of 'plan' is no date: '01/09/2026'; write year-month-day, such as 2026-09-01"}},
        Mistake{"YearWhereADayIsDue",
                kPlanLine,
                "plan: {title: A, submitted: 2026}",
                {"2:29: 'submitted' of 'plan' is no date: '2026'; write year-month-day, such as 2026-09-01"}},
        Mistake{"PeriodBackwards",
                kPlanLine,
                "plan: {title: A, period: {from: 2031, to: 2015}}",
                {"2:26: 'period' of 'plan' ends in 2015, before it begins in 2031"}},
        Mistake{"PeriodWithoutEnd",
                kPlanLine,
                "plan: {title: A, period: {from: 2031}}",
                {"2:26: 'period' of 'plan' needs the key 'to'"}},
        Mistake{"BareCrs",
                kPlanLine,
                "plan: {title: A, crs: 27700}",
                {"2:23: 'crs' of 'plan' is a bare number: write 'EPSG:27700'"}},
        Mistake{"YesAsFlag",
                kPlanLine,
                "plan: {title: A, synthetic: yes}",
                {"2:29: 'synthetic' of 'plan' must be true or false, not 'yes'"}},
        Mistake{"FactWithUnknownUnit",
                kPlanLine,
                "plan: {title: A, facts: {land: 30 hectars}}",
                {"2:32: fact 'land' has the unknown unit 'hectars'; did you mean 'hectare'? (put quotes around it if "
                 "it is text)"}},
        Mistake{
            "FactWithReservedName",
            kPlanLine,
            "plan: {title: A, facts: {limit: 1, where: 2, stage: 3, a b: 4}}",
            {"2:26: fact 'limit' is a reserved word; choose another name",
             "2:36: fact 'where' is a reserved word; choose another name",
             "2:46: fact 'stage' is known already from the plan itself; choose another name",
             "2:56: fact 'a b' cannot stand in a condition; use letters, digits and '_', and begin with a letter"}}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Layers, PlanMistake,
    ::testing::Values(
        Mistake{"NoSource", kParksLine, "parks: {name: n}", {"5:10: layer 'parks' needs the key 'source'"}},
        Mistake{"MisspeltKey",
                kParksLine,
                "parks: {source: p.gpkg, acuracy: 1 m}",
                {"5:27: unknown key 'acuracy' in layer 'parks'; did you mean 'accuracy'?"}},
        Mistake{"AbsoluteSource",
                kParksLine,
                "parks: {source: /etc/passwd}",
                {"5:19: 'source' of layer 'parks' is an absolute path, outside the plan's folder; copy the data beside "
                 "the plan, or run with --allow-outside"}},
        Mistake{"SourceOutside",
                kParksLine,
                "parks: {source: data/../../parks.gpkg}",
                {"5:19: 'source' of layer 'parks' leaves the plan's folder by '..'; copy the data beside the plan, or "
                 "run with --allow-outside"}},
        Mistake{"SourceOnTheWeb",
                kParksLine,
                "parks: {source: \"https://example.org/parks.gpkg\"}",
                {"5:19: 'source' of layer 'parks' must be a file, and nothing is fetched from elsewhere: save the data "
                 "beside the plan and name that file (a .zip can be named as it is)"}},
        Mistake{"SourceThroughGdal",
                kParksLine,
                "parks: {source: /vsicurl/x.gpkg}",
                {"5:19: 'source' of layer 'parks' must be a file, and nothing is fetched from elsewhere: save the data "
                 "beside the plan and name that file (a .zip can be named as it is)"}},
        Mistake{"WindowsPath",
                kParksLine,
                "parks: {source: data\\parks.shp}",
                {"5:19: 'source' of layer 'parks' holds '\\'; write '/' between folders"}},
        Mistake{"BareAccuracy",
                kParksLine,
                "parks: {source: p.gpkg, accuracy: 2}",
                {"5:37: 'accuracy' of layer 'parks' needs a unit: write '2 m'"}},
        Mistake{"AccuracyInHectares",
                kParksLine,
                "parks: {source: p.gpkg, accuracy: 2 ha}",
                {"5:37: 'accuracy' of layer 'parks' is in ha, an area, but must be a length (such as m)"}},
        Mistake{"AccuracyInUnknownUnit",
                kParksLine,
                "parks: {source: p.gpkg, accuracy: 2 metrs}",
                {"5:37: 'accuracy' of layer 'parks' has the unknown unit 'metrs'; did you mean 'metre'?"}},
        Mistake{"AccuracyInWords",
                kParksLine,
                "parks: {source: p.gpkg, accuracy: good}",
                {"5:37: 'accuracy' of layer 'parks' must be a length such as '400 m', not 'good'"}},
        Mistake{"NegativeAccuracy",
                kParksLine,
                "parks: {source: p.gpkg, accuracy: -1 m}",
                {"5:37: 'accuracy' of layer 'parks' must not be negative"}},
        Mistake{"CompleteWithinUnknown",
                kParksLine,
                "parks: {source: p.gpkg, complete: within arae}",
                {"5:37: 'complete' of layer 'parks' must be true, false or 'within LAYER'; there is no layer 'arae'; "
                 "did you mean 'area'?"}},
        Mistake{
            "CompleteWithinItself",
            kParksLine,
            "parks: {source: p.gpkg, complete: parks}",
            {"5:37: 'complete' of layer 'parks' names the layer itself; name the layer of the area that it covers"}},
        Mistake{"UnknownRole",
                kAreaLine,
                "area: {source: a.gpkg, role: neighborhood_area}",
                {"4:32: 'role' of layer 'area' cannot be 'neighborhood_area'; did you mean 'neighbourhood_area'?"}},
        Mistake{"UnknownUnitOfField",
                kParksLine,
                "parks: {source: p.gpkg, units: {size: hektar}}",
                {"5:41: the unit of field 'size' of layer 'parks' is the unknown unit 'hektar'; did you mean "
                 "'hectare'?"}},
        Mistake{"InvalidWord",
                kParksLine,
                "parks: {source: p.gpkg, invalid: leaveout}",
                {"5:36: 'invalid' of layer 'parks' cannot be 'leaveout'; did you mean 'leave_out'?"}},
        Mistake{"XWithoutY",
                kParksLine,
                "parks: {source: p.csv, x: easting}",
                {"5:10: layer 'parks' needs both 'x' and 'y', the columns of the coordinates"}},
        Mistake{"WktBesideXY",
                kParksLine,
                "parks: {source: p.csv, x: e, y: n, wkt: w}",
                {"5:43: 'wkt' of layer 'parks' stands beside 'x' and 'y'; keep one of the two ways"}},
        Mistake{"ReservedName",
                kParksLine,
                "parks: {source: p.gpkg}\n  plan: {source: x.gpkg}",
                {"6:3: layer 'plan' is a reserved word; choose another name"}},
        Mistake{"NameWithBlank",
                kParksLine,
                "parks: {source: p.gpkg}\n  my parks: {source: x.gpkg}",
                {"6:3: layer 'my parks' is no name for a layer; use letters, digits, '_' and '-'"}},
        Mistake{"NameInOtherCase",
                kParksLine,
                "parks: {source: p.gpkg}\n  Parks: {source: x.gpkg}",
                {"6:3: layer 'Parks' is taken by 'parks' in line 5; give each its own"}},
        Mistake{"RepeatedLayer",
                kParksLine,
                "parks: {source: p.gpkg}\n  parks: {source: x.gpkg}",
                {"6:3: key 'parks' stands twice in 'layers' of the plan file; the first is in line 5"}},
        Mistake{"BareCrs",
                kParksLine,
                "parks: {source: p.gpkg, crs: 4326}",
                {"5:32: 'crs' of layer 'parks' is a bare number: write 'EPSG:4326'"}}),
    nameOf);

constexpr const char* kMeasure = "gap: {distance: parks}";
constexpr const char* kRequire = "require: \"gap <= 400\"";

INSTANTIATE_TEST_SUITE_P(
    Rules, PlanMistake,
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
    Measures, PlanMistake,
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

TEST(Waivers, NeedARuleAReasonAndAName) {
    const Lines expected{"15:5: a waiver needs the key 'reason'",
                         "15:11: a waiver names the unknown rule 'H1.naer'; did you mean 'H1.near'?",
                         "17:12: 'until' of a waiver is no date: 'soon'; write year-month-day, such as 2026-09-01"};
    EXPECT_EQ(mistakesIn(smallPlan() + "waivers:\n  - rule: H1.naer\n    by: B\n    until: soon\n"), expected);
}

TEST(Ids, AreUniqueOverTheWholePlan) {
    const std::string second = "  - id: h1\n    rules:\n      - {id: H1.near, for: area, require: \"1 = 1\"}\n";
    const Lines expected{"14:9: policy id 'h1' is taken by 'H1' in line 7; give each its own",
                         "16:9: rule id 'H1.near' is taken by line 9; give each its own"};
    EXPECT_EQ(mistakesIn(smallPlan() + second), expected);
}

TEST(Needs, InACircleAreOneMistakeThatNamesIt) {
    const std::string rules = "      - {id: b, for: area, require: \"1 = 1\", needs: [c]}\n"
                              "      - {id: c, for: area, require: \"1 = 1\", needs: [H1.near, b]}\n";
    EXPECT_EQ(mistakesIn(smallPlan() + rules),
              Lines{"14:9: rules need one another in a circle: b -> c -> b; remove one of these needs"});
}

TEST(Mistakes, ComeAllTogetherInTheOrderOfTheFile) {
    const std::string plan = "merestone: 1\n"
                             "plan: {title: A, stag: made}\n"
                             "layers:\n"
                             "  area: {source: /a.gpkg, accuracy: 5}\n"
                             "policies:\n"
                             "  - id: P\n"
                             "    rules:\n"
                             "      - id: P.a\n"
                             "        for: aera\n"
                             "        require: \"x >\"\n"
                             "waivers:\n"
                             "  - {rule: P.b, reason: R, by: B}\n";
    const Lines lines = mistakesIn(plan);
    ASSERT_EQ(lines.size(), 6U);
    const char* const starts[] = {"2:18: ", "4:18: ", "4:37: ", "9:14: ", "10:18: ", "12:12: "};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_EQ(lines[i].substr(0, std::string(starts[i]).size()), starts[i]) << lines[i];
    }
}

TEST(PlanError, NamesTheFileInEachLineOfItsText) {
    try {
        (void)parsePlan(changed(smallPlan(), "for: area", "for: x\n        fro: y"), "some/plan.yaml", {});
        FAIL();
    } catch (const PlanError& error) {
        EXPECT_EQ(error.code(), ErrorCode::plan);
        EXPECT_EQ(std::string(error.what()),
                  "some/plan.yaml:10:14: 'for' of rule 'H1.near' names the unknown layer 'x'; known layers: area and "
                  "parks\nsome/plan.yaml:11:9: unknown key 'fro' in rule 'H1.near'; did you mean 'for'?");
    }
}

} // namespace
} // namespace merestone
