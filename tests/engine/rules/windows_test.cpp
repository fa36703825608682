// SPDX-License-Identifier: MIT
// What lies round a subject is there to be looked at, wherever the subject is and however small it is.
#include "engine/layers/sample_files.hpp"
#include "engine/rules/same_result.hpp"
#include "engine/rules/worlds.hpp"
#include "geometry/geos.hpp"
#include "plan/read_plan.hpp"
#include "rules/checker.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace merestone;
using testing_support::findingAbout;
using testing_support::ruleOf;

namespace {

const char* const kPlan = R"(merestone: 1
plan: {title: windows}
layers:
  area: {source: area.gpkg, role: neighbourhood_area, id: ref}
  sites: {source: sites.gpkg, role: site_allocation, id: ref}
  parks: {source: parks.gpkg, id: ref, complete: true}
policies:
  - id: P
    title: p
    rules:
      - {id: far, title: r, for: sites, measure: {d: {distance: parks, search: 50 m}}, require: "d >= 50"}
      - {id: big, title: r, for: parks, measure: {a: {area: self}}, require: "a >= 100"}
)";

std::string wkb(const std::string& wkt) {
    return toWkb(*fromWkt(wkt));
}

class Windows : public ::testing::Test {
protected:
    test::TempFolder m_folder;

    void write(const std::string& layer, const std::vector<test::SampleRow>& rows) {
        test::writeSample(m_folder / (layer + ".gpkg"), "GPKG", rows);
    }
    void SetUp() override {
        write("area", {{test::square(400000, 280000, 300), "A", 1, 1.0, ""}});
        write("sites", {{test::square(400100, 280100, 50), "S1", 1, 1.0, ""}});
        write("parks", {{test::square(400250, 280010, 20), "NEAR", 1, 1.0, ""},
                        {test::square(405000, 285000, 20), "FAR", 1, 1.0, ""},
                        {test::square(405500, 285500, 1), "TINY", 1, 1.0, ""}});
        test::writeText(m_folder / "plan.yaml", kPlan);
    }
    Checker loaded() {
        CheckOptions options;
        options.keepForUpdates = true;
        options.today = "2026-01-01";
        Checker checker(readPlan(m_folder / "plan.yaml", {}), options);
        checker.load({});
        return checker;
    }
};

TEST_F(Windows, ASiteDrawnFarAwayIsJudgedByWhatLiesThere) {
    Checker checker = loaded();
    ASSERT_EQ(ruleOf(checker.run({}), "far").verdict, Verdict::pass);
    FeatureChange drawn;
    drawn.kind = FeatureChange::Kind::added;
    drawn.fid = 99;
    drawn.wkb = wkb(test::square(405030, 285000, 50)); // 10 m from a park that was not read
    drawn.values = {{"ref", "S2"}};
    (void)checker.update("sites", {drawn}, {});
    const RunResult after = checker.result();
    ASSERT_NE(findingAbout(after, "far", "S2"), nullptr);
    EXPECT_EQ(findingAbout(after, "far", "S2")->verdict, Verdict::fail);
    EXPECT_EQ(findingAbout(after, "far", "S1"), nullptr);
}

TEST_F(Windows, AnAreaThatIsMovedHoldsWhatLiesThere) {
    Checker checker = loaded();
    EXPECT_EQ(ruleOf(checker.run({}), "big").counts.at(Verdict::pass), 1U) << "NEAR alone lies in the area";
    FeatureChange moved;
    moved.fid = checker.layer("area")->fid(0);
    moved.wkb = wkb(test::square(404900, 284900, 800));
    (void)checker.update("area", {moved}, {});
    const RuleResult after = ruleOf(checker.result(), "big");
    EXPECT_EQ(after.counts.at(Verdict::pass), 1U) << "FAR";
    EXPECT_EQ(after.counts.at(Verdict::fail), 1U) << "TINY, whose square metre lies wholly in the area";
}

TEST_F(Windows, ARuleThatLooksFurtherThanBeforeIsJudgedByWhatLiesThere) {
    Checker checker = loaded();
    ASSERT_EQ(ruleOf(checker.run({}), "far").verdict, Verdict::pass);
    const std::size_t before = checker.layer("parks")->size();
    std::string further = kPlan;
    further.replace(further.find("50 m"), 4, "8 km").replace(further.find("d >= 50"), 7, "d >= 5000");
    (void)checker.setPlan(parsePlan(further, m_folder / "plan.yaml", {}), {});
    EXPECT_GT(checker.layer("parks")->size(), before) << "what was read would not do";
    test::writeText(m_folder / "plan.yaml", further);
    Checker fresh = loaded();
    testing_support::expectSameResult(checker.result(), fresh.run({}));
    EXPECT_EQ(ruleOf(checker.result(), "far").verdict, Verdict::fail);

    FeatureChange moved; // and it is judged by it afterwards
    moved.fid = checker.layer("sites")->fid(0);
    moved.wkb = wkb(test::square(405030, 285000, 50));
    (void)checker.update("sites", {moved}, {});
    ASSERT_NE(findingAbout(checker.result(), "far", "S1"), nullptr);
    EXPECT_NEAR(findingAbout(checker.result(), "far", "S1")->measured.value_or(0.0), 10.0, 1e-6);
}

TEST_F(Windows, AFieldThatNoRuleReadBeforeIsRead) {
    Checker checker = loaded();
    (void)checker.run({});
    ASSERT_EQ(checker.layer("parks")->column("dwellings"), nullptr);
    std::string other = kPlan;
    other.replace(other.find("a >= 100"), 8, "dwellings > 1");
    (void)checker.setPlan(parsePlan(other, m_folder / "plan.yaml", {}), {});
    test::writeText(m_folder / "plan.yaml", other);
    Checker fresh = loaded();
    testing_support::expectSameResult(checker.result(), fresh.run({}));
}

TEST_F(Windows, WhatIsDrawnIsNotReadOverForTheSakeOfAField) {
    Checker checker = loaded();
    const RunResult before = checker.run({});
    FeatureChange moved;
    moved.fid = checker.layer("sites")->fid(0);
    moved.wkb = wkb(test::square(400110, 280110, 50));
    (void)checker.update("sites", {moved}, {});
    std::string other = kPlan;
    other.replace(other.find("d >= 50"), 7, "d >= dwellings");
    EXPECT_THROW((void)checker.setPlan(parsePlan(other, m_folder / "plan.yaml", {}), {}), Error);
    EXPECT_NEAR(checker.layer("sites")->boxes()[0].minX, 400110.0, 1e-6);
}

TEST_F(Windows, AFeatureOfASquareMetreCounts) {
    write("parks", {{test::square(400010, 280010, 1), "TINY", 1, 1.0, ""},
                    {test::square(400299.5, 280100, 20), "NEIGHBOUR", 1, 1.0, ""},
                    {test::square(400299.99, 280200, 20), "SLIVER", 1, 1.0, ""}});
    Checker checker = loaded();
    const RunResult run = checker.run({});
    EXPECT_NE(findingAbout(run, "big", "TINY"), nullptr);
    EXPECT_EQ(ruleOf(run, "big").counts.at(Verdict::pass), 1U) << "NEIGHBOUR has 10 m2 of it, SLIVER 0.2 m2";
}

} // namespace
