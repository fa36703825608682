// SPDX-License-Identifier: MIT
// Measures that look at more layers than their target: from the plan's text to the verdict, and after an edit.
#include "engine/rules/worlds.hpp"
#include "geometry/geos.hpp"

#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

constexpr const char* kPlan =
    "merestone: 1\nplan: {title: t}\n"
    "layers:\n  homes: {source: h.gpkg, id: id, role: site_allocation}\n"
    "  shops: {source: s.gpkg, id: id, complete: true}\n  ways: {source: w.gpkg, id: id, complete: true}\n"
    "policies:\n  - id: P\n    title: p\n    rules:\n"
    "      - id: R\n        title: r\n        for: homes\n"
    "        measure: {walk: {network_distance: shops, network: ways, snap: 20 m}}\n"
    "        require: \"walk <= 150\"\n        message: \"{walk}\"\n";

std::vector<LayerPtr> street() {
    return {makeLayer("homes", {{"H", "POINT(0 5)", 0}}), makeLayer("shops", {{"S", "POINT(100 5)", 0}}),
            makeLayer("ways", {{"W", "LINESTRING(0 0,0 -40,100 -40,100 0)", 0}})};
}

} // namespace

TEST(RelatedLayers, AreReadAndMeasured) {
    Checker checker = checkerFor(kPlan, street());
    const RunResult run = checker.run({});
    const Finding* finding = findingAbout(run, "R", "H");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->verdict, Verdict::fail);
    EXPECT_DOUBLE_EQ(finding->measured.value(), 190.0);
    EXPECT_EQ(finding->message, "190 m");
    EXPECT_EQ(finding->other->id, "S");
}

TEST(RelatedLayers, AChangeOfOneChangesTheVerdict) {
    CheckOptions options;
    options.keepForUpdates = true;
    Checker checker = checkerFor(kPlan, street(), options);
    (void)checker.run({});
    FeatureChange change;
    change.kind = FeatureChange::Kind::added;
    change.fid = 99;
    change.wkb = toWkb(*fromWkt("LINESTRING(0 0,100 0)"));
    const RunDelta delta = checker.update("ways", {change}, {});
    ASSERT_EQ(delta.rules.size(), 1U);
    EXPECT_EQ(delta.rules.front().verdict, Verdict::pass);
}

TEST(RelatedLayers, OneThatIsNotCompleteLeavesTheVerdictOpen) {
    std::string text = kPlan;
    text.replace(text.find("w.gpkg, id: id, complete: true"), 30, "w.gpkg, id: id");
    Checker checker = checkerFor(text, street());
    const RunResult run = checker.run({});
    EXPECT_EQ(findingAbout(run, "R", "H")->verdict, Verdict::cannotTell);
    EXPECT_EQ(findingAbout(run, "R", "H")->reason, "layer 'ways' is not declared complete");
}

TEST(RelatedLayers, GiveTheFieldsThatOptionsName) {
    const std::string plan =
        "merestone: 1\nplan: {title: t}\n"
        "layers:\n  quarters: {source: q.gpkg, id: id, role: site_allocation}\n"
        "  oas: {source: o.gpkg, id: id, complete: true}\n  homes: {source: h.gpkg, id: id, complete: true}\n"
        "  spend: {source: s.gpkg, id: id, complete: true}\n"
        "policies:\n  - id: P\n    title: p\n    rules:\n"
        "      - {id: R, title: r, for: quarters, require: \"residents >= 100\", measure: {residents: "
        "{people_within: oas, people: number, addresses: homes}}}\n"
        "      - {id: S, title: s, for: quarters, require: \"money >= 1000\", measure: {money: "
        "{apportioned: spend, of: number, by: people, addresses: homes, output_areas: oas, people: number}}}\n";
    Checker checker = checkerFor(plan, {makeLayer("quarters", {{"Q", square(0, 0, 100), 0}}),
                                        makeLayer("oas", {{"O", square(50, 0, 100), 80}}),
                                        makeLayer("homes", {{"H1", "POINT(60 5)", 0}, {"H2", "POINT(120 5)", 0}}),
                                        makeLayer("spend", {{"M", square(0, 0, 400), 500}})});
    const RunResult run = checker.run({});
    EXPECT_DOUBLE_EQ(findingAbout(run, "R", "Q")->measured.value(), 40.0);
    EXPECT_EQ(findingAbout(run, "R", "Q")->unit, "people");
    EXPECT_DOUBLE_EQ(findingAbout(run, "S", "Q")->measured.value(), 250.0);
}

TEST(RelatedLayers, AFieldThatIsNotThereIsNamed) {
    const std::string plan = "merestone: 1\nplan: {title: t}\n"
                             "layers:\n  oas: {source: o.gpkg, id: id, role: site_allocation}\n"
                             "policies:\n  - id: P\n    title: p\n    rules:\n"
                             "      - {id: R, title: r, for: oas, require: \"n >= 1\", measure: {n: {people_within: "
                             "oas, people: nunber}}}\n";
    try {
        Checker checker = checkerFor(plan, {makeLayer("oas", {{"O", square(50, 0, 100), 80}})});
        (void)checker.run({});
        FAIL() << "the field was found";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("has no field 'nunber'; did you mean 'number'?"), std::string::npos)
            << error.what();
    }
}

TEST(RelatedLayers, FieldsMayBelongToTheSubjectOrToBoth) {
    const std::string plan =
        "merestone: 1\nplan: {title: t, facts: {tall: 12 m}}\n"
        "layers:\n  views: {source: v.gpkg, id: id, role: site_allocation, units: {number: ft}}\n"
        "  walls: {source: w.gpkg, id: id, role: site_allocation}\n"
        "  houses: {source: h.gpkg, id: id, complete: true, units: {number: m}}\n"
        "policies:\n  - id: P\n    title: p\n    rules:\n"
        "      - {id: V, title: v, for: views, require: \"open >= 100\", measure: {open: {visibility: houses, height: "
        "number, eye: number, target_height: tall}}}\n"
        "      - {id: F, title: f, for: walls, require: \"apart >= 21\", measure: {apart: {facing_distance: walls, "
        "bearing: number, blocked_by: houses}}}\n";
    const auto world = [](double eyeFeet) {
        return std::vector<LayerPtr>{
            makeLayer("views", {{"V", "LINESTRING(0 0,100 0)", eyeFeet}}),
            makeLayer("walls", {{"W1", "LINESTRING(0 500,9 500)", 0}, {"W2", "LINESTRING(0 517,9 517)", 180}}),
            makeLayer("houses", {{"H", square(45, -5, 10), 7}})};
    };
    // From 3 ft (0.91 m) the line is 5.9 m high over the house of 7 m; from 30 ft (9.1 m) it is 10.4 m high.
    Checker low = checkerFor(plan, world(3));
    const RunResult run = low.run({});
    EXPECT_EQ(findingAbout(run, "V", "V")->verdict, Verdict::fail);
    EXPECT_DOUBLE_EQ(findingAbout(run, "F", "W1")->measured.value(), 17.0);
    EXPECT_EQ(findingAbout(run, "F", "W1")->other->id, "W2");
    Checker high = checkerFor(plan, world(30));
    EXPECT_EQ(ruleOf(high.run({}), "V").verdict, Verdict::pass);
}

TEST(RelatedLayers, AFieldInAUnitOfAnotherKindIsAMistake) {
    const std::string plan = "merestone: 1\nplan: {title: t}\n"
                             "layers:\n  views: {source: v.gpkg, id: id, role: site_allocation, units: {number: ha}}\n"
                             "policies:\n  - id: P\n    title: p\n    rules:\n"
                             "      - {id: V, title: v, for: views, require: \"open >= 1\", measure: {open: "
                             "{visibility: views, height: number, target_height: 3 m}}}\n";
    try {
        Checker checker = checkerFor(plan, {makeLayer("views", {{"V", "LINESTRING(0 0,1 0)", 1}})});
        (void)checker.run({});
        FAIL() << "a height in hectares was taken";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("'height' of visibility is measured in 'm'"), std::string::npos)
            << error.what();
    }
}

TEST(RelatedLayers, AGroupMayReachAnotherLayer) {
    const std::string plan =
        "merestone: 1\nplan: {title: t}\n"
        "layers:\n  greens: {source: g.gpkg, id: id, role: site_allocation}\n"
        "  rivers: {source: r.gpkg, id: id, complete: true}\n"
        "policies:\n  - id: P\n    title: p\n    rules:\n"
        "      - {id: C, title: c, for: greens, require: \"joined = 1 AND ground >= 200\", measure: "
        "{joined: {component: greens, of: reaches, reaches: rivers}, ground: {component: greens, "
        "of: area}}}\n";
    Checker checker = checkerFor(
        plan,
        {makeLayer("greens", {{"A", square(0, 0, 10), 0}, {"B", square(25, 0, 10), 0}, {"C", square(900, 0, 10), 0}}),
         makeLayer("rivers", {{"R", "LINESTRING(50 0,50 99)", 0}})});
    const RunResult run = checker.run({});
    EXPECT_EQ(findingAbout(run, "C", "A"), nullptr);
    EXPECT_EQ(findingAbout(run, "C", "C")->verdict, Verdict::fail);
}
