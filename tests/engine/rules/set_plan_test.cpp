// SPDX-License-Identifier: MIT
// Other values in a plan: the checker says the same as a fresh one of that plan, and evaluates no rule that need not
// be.
#include "engine/rules/same_result.hpp"
#include "engine/rules/worlds.hpp"
#include "geometry/geos.hpp"
#include "plan/read_plan.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

constexpr const char* kPlan = R"(
merestone: 1
plan: {title: Values, crs: EPSG:27700, facts: {homes_wanted: 30}}
layers:
  sites: {source: sites.gpkg, id: id, role: site_allocation}
  parks: {source: parks.gpkg, id: id, complete: true}
policies:
  - id: P
    title: All kinds of values
    rules:
      - {id: P.size, title: a, for: sites, measure: {size: {area: self}}, require: "size <= 1500"}
      - {id: P.near, title: b, for: sites, measure: {gap: {distance: parks, search: 300 m}}, require: "gap <= 60"}
      - {id: P.count, title: c, for: sites, measure: {n: {count_within: parks, radius: 80 m}}, require: "n >= 1"}
      - {id: P.pairs, title: d, for: sites, against: parks, within: 20 m, measure: {gap: {distance: other}}, require: "gap >= 15"}
      - {id: P.total, title: e, for: plan, measure: {n: {total: sites, of: number}}, require: "n >= homes_wanted"}
      - {id: P.needs, title: f, for: sites, needs: [P.total], require: "number > 2"}
)";

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

CheckOptions keeping() {
    CheckOptions options;
    options.keepForUpdates = true;
    options.today = "2026-01-01";
    return options;
}

std::vector<LayerPtr> layers() {
    return {makeLayer("sites",
                      {{"S1", square(0, 0, 30), 10}, {"S2", square(100, 0, 50), 15}, {"S3", square(500, 0, 10), 1}}),
            makeLayer("parks", {{"P1", square(40, 0, 20)}, {"P2", square(300, 0, 60)}})};
}

Plan planOf(const std::string& text) {
    return parsePlan(text, "plan.yaml", {});
}

std::set<std::string> idsOf(const RunDelta& delta) {
    std::set<std::string> ids;
    for (const RuleResult& rule : delta.rules) {
        ids.insert(rule.id);
    }
    return ids;
}

/// Takes the plan over and holds the outcome against a fresh check.
RunDelta takeOver(Checker& checker, const std::string& text) {
    const RunDelta delta = checker.setPlan(planOf(text), {});
    Checker fresh = checkerFor(text, layers(), keeping());
    expectSameResult(checker.result(), fresh.run({}));
    return delta;
}

struct Change {
    const char* name;
    const char* from;
    const char* to;
    std::set<std::string> rules; ///< that read it
};

class SetPlan : public testing::TestWithParam<Change> {};

TEST_P(SetPlan, GivesWhatAFreshCheckGivesAndEvaluatesOnlyWhatReadsIt) {
    Checker checker = checkerFor(kPlan, layers(), keeping());
    (void)checker.run({});
    EXPECT_EQ(idsOf(takeOver(checker, changed(kPlan, GetParam().from, GetParam().to))), GetParam().rules);
    EXPECT_EQ(idsOf(takeOver(checker, kPlan)), GetParam().rules) << "and back";
}

INSTANTIATE_TEST_SUITE_P(Values, SetPlan,
                         testing::Values(Change{"Limit", "size <= 1500", "size <= 800", {"P.size"}},
                                         Change{"Radius", "radius: 80 m", "radius: 5 m", {"P.count"}},
                                         Change{"Search", "search: 300 m", "search: 30 m", {"P.near"}},
                                         Change{"PairsWithin", "within: 20 m", "within: 5 m", {"P.pairs"}},
                                         Change{"Fact", "homes_wanted: 30", "homes_wanted: 20", {"P.total", "P.needs"}},
                                         Change{"Severity", "title: c,", "title: c, severity: note,", {"P.count"}}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(SetPlan, LeavesARuleAloneThatNeedsOneWhoseVerdictStays) {
    Checker checker = checkerFor(kPlan, layers(), keeping());
    (void)checker.run({});
    EXPECT_EQ(idsOf(takeOver(checker, changed(kPlan, "homes_wanted: 30", "homes_wanted: 29"))),
              std::set<std::string>{"P.total"});
}

TEST(SetPlan, TellsWhatIsNewAndWhatIsGone) {
    Checker checker = checkerFor(kPlan, layers(), keeping());
    (void)checker.run({});
    RunDelta delta = checker.setPlan(planOf(changed(kPlan, "size <= 1500", "size <= 800")), {});
    ASSERT_EQ(delta.findings.size(), 2U);
    EXPECT_EQ(delta.findings[0].subject.id, "S1");
    EXPECT_TRUE(delta.goneKeys.empty());
    delta = checker.setPlan(planOf(kPlan), {});
    EXPECT_EQ(delta.goneKeys, std::vector<std::string>{"P.size|sites:S1"});
}

TEST(SetPlan, KeepsWhatIsDrawn) {
    Checker checker = checkerFor(kPlan, layers(), keeping());
    (void)checker.run({});
    FeatureChange smaller;
    smaller.fid = 2;
    smaller.wkb = toWkb(*fromWkt(square(100, 0, 20)));
    (void)checker.update("sites", {smaller}, {});
    (void)checker.setPlan(planOf(changed(kPlan, "size <= 1500", "size <= 800")), {});
    EXPECT_EQ(findingAbout(checker.result(), "P.size", "S2"), nullptr) << "400 m2 as drawn, 2500 m2 before";
    EXPECT_NE(findingAbout(checker.result(), "P.size", "S1"), nullptr);
    smaller.wkb = toWkb(*fromWkt(square(100, 0, 29)));
    (void)checker.update("sites", {smaller}, {});
    EXPECT_NE(findingAbout(checker.result(), "P.size", "S2"), nullptr) << "judged by the new limit";
}

TEST(SetPlan, LeavesEverythingWhenItIsStoppedOrCannotBe) {
    Checker checker = checkerFor(kPlan, layers(), keeping());
    const RunResult before = checker.run({});
    const std::string other = changed(kPlan, "size <= 1500", "size <= 800");
    std::stop_source stop;
    stop.request_stop();
    RunContext stopped;
    stopped.stop = stop.get_token();
    EXPECT_THROW((void)checker.setPlan(planOf(other), stopped), Error);
    expectSameResult(checker.result(), before);
    EXPECT_THROW((void)checker.setPlan(planOf(changed(kPlan, "size <= 1500", "sizes <= 800")), {}), PlanError);
    EXPECT_THROW((void)checker.setPlan(planOf(changed(kPlan, "id: P.size", "id: P.area")), {}), Error);
    EXPECT_THROW((void)checker.setPlan(planOf(changed(kPlan, "parks.gpkg", "park.gpkg")), {}), Error);
    expectSameResult(checker.result(), before);
    takeOver(checker, other);
}

TEST(SetPlan, NeedsARunBefore) {
    Checker checker = checkerFor(kPlan, layers(), keeping());
    EXPECT_THROW((void)checker.setPlan(planOf(kPlan), {}), Error);
}

} // namespace
