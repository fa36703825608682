// SPDX-License-Identifier: MIT
#include "mistake.hpp"
#include "plan_texts.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

using testing::changed;
using testing::Mistake;
using testing::mistakesIn;
using testing::nameOf;
using testing::smallPlan;
using Lines = std::vector<std::string>;

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
