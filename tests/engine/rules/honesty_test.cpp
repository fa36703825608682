// SPDX-License-Identifier: MIT
// Ways in which a rule could have passed, or said something else, without being asked to.
#include "engine/rules/worlds.hpp"
#include "plan/read_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

std::string planWith(const std::string& rules, const std::string& plan = "", const std::string& sites = "") {
    return "merestone: 1\nplan: {title: t" + plan + "}\nlayers:\n  sites: {source: s.gpkg, id: id, complete: true" +
           sites +
           "}\n  others: {source: o.gpkg, id: id, complete: true}\n"
           "policies:\n  - id: P\n    title: p\n    rules:\n" +
           rules;
}

RunResult runOn(const std::string& rules, const std::vector<MadeFeature>& sites, const std::vector<MadeFeature>& others,
                const std::string& ofPlan = "", const std::string& ofSites = "") {
    Checker checker =
        checkerFor(planWith(rules, ofPlan, ofSites), {makeLayer("sites", sites), makeLayer("others", others, 2.0)});
    return checker.run({});
}

std::string errorOf(const std::string& rules, const std::string& ofPlan = "") {
    try {
        (void)runOn(rules, {{"S1", square(0, 0, 10), 1}}, {{"O1", square(0, 0, 10), 1}}, ofPlan);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

} // namespace

TEST(Landless, ALineTakesAnUnknownShareOfASubject) {
    for (const char* kind : {"area_within", "share_within", "area_outside", "overlap_area"}) {
        const RunResult run = runOn("      - {id: R, title: r, for: sites, measure: {m: {" + std::string(kind) +
                                        ": others}}, require: \"m >= 0\"}\n",
                                    {{"CROSSED", square(0, 0, 100), 0}, {"FREE", square(300, 0, 100), 0}},
                                    {{"ROAD", "LINESTRING(-10 50, 110 50)", 0}});
        const Finding* crossed = findingAbout(run, "R", "CROSSED");
        ASSERT_NE(crossed, nullptr) << kind;
        EXPECT_EQ(crossed->verdict, Verdict::cannotTell) << kind;
        EXPECT_NE(crossed->reason.str().find("layer 'others' holds lines or points, which have no area"),
                  std::string::npos)
            << crossed->reason.str();
        EXPECT_EQ(findingAbout(run, "R", "FREE"), nullptr) << kind << ": no line is near";
    }
}

TEST(Landless, APairWithALineIsUnknownToo) {
    const RunResult run = runOn("      - {id: R, title: r, for: sites, against: others, measure: {m: {area_within: "
                                "other}}, require: \"m <= 0\"}\n",
                                {{"CROSSED", square(0, 0, 100), 0}, {"FREE", square(300, 0, 100), 0}},
                                {{"ROAD", "LINESTRING(-10 50, 110 50)", 0}});
    EXPECT_EQ(findingAbout(run, "R", "CROSSED")->verdict, Verdict::cannotTell);
    EXPECT_EQ(findingAbout(run, "R", "FREE"), nullptr);
}

TEST(Tables, AddUpThoughTheyHaveNoShapes) {
    const std::string rules =
        "      - {id: R, title: r, for: plan, measure: {n: {total: others, of: count}, s: {total: "
        "others, of: number}}, require: \"n = 2 AND s = 7\"}\n";
    const auto verdict = [&](const std::vector<MadeFeature>& rows) {
        return ruleOf(runOn(rules, {{"S", square(0, 0, 1), 0}}, rows), "R").verdict;
    };
    EXPECT_EQ(verdict({{"A", "", 3}, {"B", "", 4}}), Verdict::pass);
    EXPECT_EQ(verdict({{"A", "", 3}, {"B", "", 5}}), Verdict::fail);
    EXPECT_EQ(verdict({{"A", "", 3}, {"B", "", std::nan("")}}), Verdict::cannotTell);
    EXPECT_EQ(verdict({{"A", "POINT(1 1)", 3}, {"B", "", 4}}), Verdict::cannotTell) << "this one lost its shape";
}

TEST(PairAccuracy, ReachesEveryMeasureOfTwoShapes) {
    // The same square, drawn 1 m further east in a layer that is good to 2 m.
    const std::vector<MadeFeature> sites{{"S", square(0, 0, 100), 0}};
    const std::vector<MadeFeature> others{{"O", square(1, 0, 100), 0}};
    const auto verdict = [&](const std::string& measure, const std::string& require) {
        const RunResult run = runOn("      - {id: R, title: r, for: sites, against: others, measure: {m: {" + measure +
                                        ": other}}, require: \"" + require + "\"}\n",
                                    sites, others);
        return ruleOf(run, "R").verdict;
    };
    EXPECT_EQ(verdict("symmetric_difference", "m <= 250"), Verdict::pass); // two strips of 1 m by 100 m
    EXPECT_EQ(verdict("symmetric_difference", "m <= 150"), Verdict::borderline);
    EXPECT_EQ(verdict("hausdorff", "m <= 4"), Verdict::pass);
    EXPECT_EQ(verdict("hausdorff", "m <= 2"), Verdict::borderline); // 1 m, give or take 2 m
    EXPECT_EQ(verdict("hausdorff", "m <= 0.5"), Verdict::borderline);
}

TEST(Pairs, MeasureTheLengthOfALineOutsideTheOther) {
    const RunResult run = runOn("      - {id: R, title: r, for: sites, against: others, measure: {m: {length_outside: "
                                "other}}, require: \"m <= 10\"}\n",
                                {{"S", "LINESTRING(0 50, 150 50)", 0}}, {{"O", square(0, 0, 100), 0}});
    ASSERT_NE(findingAbout(run, "R", "S"), nullptr);
    EXPECT_DOUBLE_EQ(findingAbout(run, "R", "S")->measured.value(), 50.0);
}

TEST(Pairs, AreTheSameInWhateverOrderTheRowsStand) {
    const std::string rule =
        "      - {id: R, title: r, for: sites, against: self, measure: {m: {overlap_area: other}}, "
        "require: \"m <= 0\"}\n";
    std::vector<MadeFeature> sites;
    for (int i = 0; i < 12; ++i) {
        sites.push_back({"S" + std::to_string(i), square(8.0 * i, 0, 10), 0});
    }
    const auto told = [&] {
        std::vector<std::string> keys;
        for (const Finding& finding : runOn(rule, sites, {{"O", square(0, 0, 1), 0}}).findings) {
            keys.push_back(finding.key + "=" + std::to_string(finding.measured.value()));
        }
        return keys;
    };
    const std::vector<std::string> ascending = told();
    ASSERT_EQ(ascending.size(), 11U);
    EXPECT_EQ(ascending[9].substr(0, 23), "R|sites:S9|sites:S10=20");
    std::reverse(sites.begin(), sites.end());
    EXPECT_EQ(told(), ascending);
    std::swap(sites[3], sites[8]);
    EXPECT_EQ(told(), ascending);
}

TEST(Pairs, HaveNoNearestFeature) {
    EXPECT_NE(errorOf("      - {id: R, title: r, for: sites, against: others, measure: {m: {nearest: other, of: "
                      "number}}, require: \"m <= 10\"}\n")
                  .find("nearest"),
              std::string::npos);
}

TEST(Names, AFactMustNotHideAField) {
    const std::string rule = "      - {id: R, title: r, for: sites, require: \"number <= 10\"}\n";
    EXPECT_EQ(errorOf(rule), "none");
    EXPECT_NE(errorOf(rule, ", facts: {number: 3}").find("'number' is a fact of the plan and a field of layer 'sites'"),
              std::string::npos);
    EXPECT_EQ(errorOf("      - {id: R, title: r, for: sites, require: \"FID <= 10\"}\n", ", facts: {number: 3}"),
              "none")
        << "nobody asks for it";
}

namespace {

const char* const kPack = R"(pack: tall
title: Tall
owner: Somebody
version: "1"
rules:
  - id: low
    title: Low
    for: sites
    layers:
      sites: {help: The sites, required: false}
    parameters:
      number: {default: 5, help: How high}
      height: {field: storeys, help: Field of the height}
      meant: {condition: "1 = 1", help: Which}
    where: "{meant}"
    require: "{height} <= number"
    source: {document: A document}
)";

std::string packErrorOf(const std::string& with) {
    const std::string plan = "merestone: 1\nplan: {title: t}\nlayers:\n  sites: {source: s.gpkg, id: id}\n"
                             "policies:\n  - id: P\n    title: p\n    rules:\n"
                             "      - {use: tall/low, layers: {sites: sites}, with: " +
                             with + "}\n";
    try {
        Checker checker(parsePlan(plan, "test-plan.yaml", {parsePack(kPack, "tall.yaml")}));
        checker.setLayers({makeLayer("sites", {{"S1", square(0, 0, 10), 9}})});
        (void)checker.run({});
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

} // namespace

TEST(Names, AParameterOfAPackMustNotHideTheFieldThatThePlanMeans) {
    EXPECT_NE(packErrorOf("{height: number}").find("field 'number' has the name of a measure or parameter of tall/low"),
              std::string::npos)
        << packErrorOf("{height: number}");
    EXPECT_NE(packErrorOf("{height: FID, meant: \"number > 3\"}").find("field 'number' has the name"),
              std::string::npos);
    EXPECT_EQ(packErrorOf("{height: FID}"), "none") << "a field that nobody means does not matter";
}

TEST(AbsentLayers, ARuleWithoutItsLayerIsNotRun) {
    const std::string plan = "merestone: 1\nplan: {title: t}\nlayers:\n  homes: {source: s.gpkg, id: id}\n"
                             "policies:\n  - id: P\n    title: p\n    rules:\n"
                             "      - {use: tall/low, with: {height: FID}}\n";
    Checker checker(parsePlan(plan, "test-plan.yaml", {parsePack(kPack, "tall.yaml")}));
    checker.setLayers({makeLayer("homes", {{"S1", square(0, 0, 10), 9}})});
    const RunResult run = checker.run({});
    ASSERT_EQ(ruleOf(run, "P.low").verdict, Verdict::notRun);
    EXPECT_EQ(ruleOf(run, "P.low").reason, "needs a layer for 'sites'");
}

TEST(Units, APlainParameterIsLikeANumberWrittenInItsPlace) {
    const char* const pack = R"(pack: gaps
title: Gaps
owner: Somebody
version: "1"
rules:
  - id: wide
    title: Wide
    layers:
      sites: {help: The sites}
      others: {help: What they keep away from}
    parameters:
      factor: {default: 2, help: How many times the height}
      height: {field: number, help: Field of the height}
    for: sites
    measure:
      gap: {distance: others}
    require: "gap >= factor * {height}"
    source: {document: A document}
)";
    const std::string plan = "merestone: 1\nplan: {title: t}\nlayers:\n"
                             "  sites: {source: s.gpkg, id: id, complete: true}\n"
                             "  others: {source: o.gpkg, id: id, complete: true}\n"
                             "policies:\n  - id: P\n    title: p\n    rules:\n"
                             "      - {use: gaps/wide, layers: {sites: sites, others: others}}\n";
    Checker checker(parsePlan(plan, "test-plan.yaml", {parsePack(pack, "gaps.yaml")}));
    checker.setLayers({makeLayer("sites", {{"LOW", square(0, 0, 10), 5}, {"HIGH", square(20, 0, 10), 6}}),
                       makeLayer("others", {{"O1", "POINT(-10 5)", 0}, {"O2", "POINT(40 5)", 0}})});
    const RunResult run = checker.run({});
    EXPECT_EQ(findingAbout(run, "P.wide", "LOW"), nullptr) << "10 m is twice 5";
    ASSERT_NE(findingAbout(run, "P.wide", "HIGH"), nullptr);
    EXPECT_EQ(findingAbout(run, "P.wide", "HIGH")->verdict, Verdict::fail);
}

TEST(PairsAcrossTheBorder, AreJudgedUnderTheMemberThatIsInTheArea) {
    const std::string plan = "merestone: 1\nplan: {title: t}\nlayers:\n"
                             "  area: {source: a.gpkg, id: id, role: neighbourhood_area}\n"
                             "  sites: {source: s.gpkg, id: id, complete: true}\n"
                             "policies:\n  - id: P\n    title: p\n    rules:\n"
                             "      - {id: R, title: r, for: sites, against: self, where: \"number > 0\", measure: {o: "
                             "{overlap_area: other}}, require: \"o <= 1\"}\n";
    const auto runWith = [&](double numberOutside) {
        Checker checker = checkerFor(plan, {makeLayer("area", {{"A", square(0, 0, 100), 0}}),
                                            makeLayer("sites", {{"S1", square(105, 0, 20), numberOutside},
                                                                {"S2", square(90, 5, 20), 1},
                                                                {"S3", square(108, 10, 20), 1}})});
        return checker.run({});
    };
    // S1 comes first by its id, but only S2 lies in the area.
    const RunResult run = runWith(1);
    const auto count = std::count_if(run.findings.begin(), run.findings.end(),
                                     [](const Finding& finding) { return finding.rule == "R"; });
    EXPECT_EQ(count, 2) << "S2 with S1, and S2 with S3, but not S1 with S3";
    EXPECT_EQ(ruleOf(run, "R").verdict, Verdict::fail);
    const RunResult other = runWith(0);
    EXPECT_EQ(std::count_if(other.findings.begin(), other.findings.end(),
                            [](const Finding& finding) { return finding.rule == "R"; }),
              1)
        << "the rule does not apply to S1, so it makes no pair";
}
