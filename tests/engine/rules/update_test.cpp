// SPDX-License-Identifier: MIT
// After any series of edits, the checker says the same as a fresh one on the edited layers.
#include "engine/rules/same_result.hpp"
#include "engine/rules/worlds.hpp"
#include "geometry/geos.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

constexpr const char* kPlan = R"(
merestone: 1
plan: {title: Edited, crs: EPSG:27700}
layers:
  sites: {source: sites.gpkg, id: id, role: site_allocation}
  parks: {source: parks.gpkg, id: id, complete: true}
  homes: {source: homes.gpkg, id: id, complete: true}
policies:
  - id: P
    title: All kinds of measures
    rules:
      - {id: P.area, title: a, for: sites, measure: {size: {area: self}}, require: "size <= 1500"}
      - {id: P.overlap, title: b, for: sites, against: self, measure: {shared: {overlap_area: other}}, require: "shared <= 1"}
      - {id: P.park, title: c, for: sites, measure: {inside: {area_within: parks}}, require: "inside <= 100"}
      - {id: P.near, title: d, for: homes, measure: {gap: {distance: sites, search: 300 m}}, require: "gap >= 60"}
      - {id: P.count, title: e, for: homes, measure: {n: {count_within: sites, radius: 80 m}}, require: "n <= 1"}
      - {id: P.sum, title: f, for: parks, measure: {n: {sum_within: sites, of: number, radius: 50 m}}, require: "n <= 25"}
      - {id: P.total, title: g, for: plan, measure: {n: {total: sites, of: number}}, require: "n <= 150"}
      - {id: P.needs, title: h, for: sites, needs: [P.total], require: "number > 2"}
)";

/// A world of random squares, edited at random; whole numbers, so that both sides compute the same to the last bit.
class World {
public:
    explicit World(unsigned seed) : m_random(seed) {
        for (int i = 0; i < 12; ++i) {
            m_sites.push_back(makeSite());
        }
        for (int i = 0; i < 8; ++i) {
            m_parks.push_back({"P" + std::to_string(i), square(any(600), any(600), 20 + any(60)), 0});
        }
        for (int i = 0; i < 40; ++i) {
            m_homes.push_back({"H" + std::to_string(i), square(any(600), any(600), 10), 1});
        }
    }

    [[nodiscard]] Checker checker() const {
        CheckOptions options;
        options.keepForUpdates = true;
        options.today = "2026-01-01";
        return checkerFor(
            kPlan, {makeLayer("sites", m_sites), makeLayer("parks", m_parks), makeLayer("homes", m_homes)}, options);
    }

    /// Changes one feature of a layer here and tells the change.
    FeatureChange editSite() {
        const std::size_t which = static_cast<std::size_t>(any(static_cast<int>(m_sites.size())));
        MadeFeature fresh = makeSite();
        fresh.id = m_sites[which].id;
        m_sites[which] = fresh;
        return change(which, fresh);
    }
    FeatureChange editPark() {
        const std::size_t which = static_cast<std::size_t>(any(static_cast<int>(m_parks.size())));
        m_parks[which].wkt = square(any(600), any(600), 20 + any(60));
        return change(which, m_parks[which]);
    }

private:
    int any(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    MadeFeature makeSite() {
        return {"S" + std::to_string(m_next++), square(any(600), any(600), 20 + any(40)), static_cast<double>(any(20))};
    }
    static FeatureChange change(std::size_t which, const MadeFeature& feature) {
        FeatureChange result;
        result.fid = static_cast<std::int64_t>(which) + 1;
        result.wkb = toWkb(*fromWkt(feature.wkt));
        result.values = {{"number", std::to_string(static_cast<int>(feature.number))}};
        return result;
    }

    std::mt19937 m_random;
    int m_next = 0;
    std::vector<MadeFeature> m_sites;
    std::vector<MadeFeature> m_parks;
    std::vector<MadeFeature> m_homes;
};

} // namespace

TEST(Update, GivesWhatAFreshRunGives) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        World world(seed);
        Checker checker = world.checker();
        (void)checker.run({});
        for (int step = 0; step < 20; ++step) {
            if (step % 4 == 3) {
                (void)checker.update("parks", {world.editPark()}, {});
            } else {
                (void)checker.update("sites", {world.editSite()}, {});
            }
            Checker fresh = world.checker();
            const RunResult expected = fresh.run({});
            expectSameResult(checker.result(), expected);
            if (HasFailure()) {
                FAIL() << "seed " << seed << " step " << step;
            }
        }
    }
}

TEST(Update, TellsWhatIsNewAndWhatIsGone) {
    const std::string plan = R"(
merestone: 1
plan: {title: t}
layers: {sites: {source: s.gpkg, id: id, role: site_allocation}}
policies: [{id: P, title: p, rules: [{id: P.size, title: s, for: sites, measure: {a: {area: self}}, require: "a <= 50"}]}]
)";
    CheckOptions options;
    options.keepForUpdates = true;
    Checker checker =
        checkerFor(plan, {makeLayer("sites", {{"A", square(0, 0, 10)}, {"B", square(50, 0, 5)}})}, options);
    ASSERT_NE(findingAbout(checker.run({}), "P.size", "A"), nullptr);

    FeatureChange shrink;
    shrink.fid = 1;
    shrink.wkb = toWkb(*fromWkt(square(0, 0, 4)));
    FeatureChange added;
    added.kind = FeatureChange::Kind::added;
    added.fid = 9;
    added.wkb = toWkb(*fromWkt(square(100, 0, 20)));
    added.values = {{"id", "C"}};
    const RunDelta delta = checker.update("sites", {shrink, added}, {});
    ASSERT_EQ(delta.goneKeys.size(), 1U);
    EXPECT_EQ(delta.goneKeys[0], "P.size|sites:A");
    ASSERT_EQ(delta.findings.size(), 1U);
    EXPECT_EQ(delta.findings[0].subject.id, "C");
    EXPECT_EQ(delta.findings[0].measured, 400.0);

    FeatureChange removed;
    removed.kind = FeatureChange::Kind::removed;
    removed.fid = 9;
    (void)checker.update("sites", {removed}, {});
    EXPECT_TRUE(checker.result().findings.empty());
}

TEST(Update, KeepsWhatIsKnownOfInvalidShapesThatAreLeftAlone) {
    CheckOptions options;
    options.keepForUpdates = true;
    options.today = "2026-01-01";
    const LayerPtr sites = makeLayer("sites", {{"S1", square(0, 0, 20), 5},
                                               {"S2", "POLYGON((100 0,120 20,120 0,100 20,100 0))", 5},
                                               {"S3", square(200, 0, 20), 5}});
    Checker checker = checkerFor(kPlan, {sites, makeLayer("parks", {}), makeLayer("homes", {})}, options);
    (void)checker.run({});
    ASSERT_EQ(checker.layer("sites")->state(1), GeometryState::repaired);
    FeatureChange changed;
    changed.fid = 3;
    changed.values = {{"number", "6"}};
    FeatureChange removed;
    removed.kind = FeatureChange::Kind::removed;
    removed.fid = 1;
    (void)checker.update("sites", {changed, removed}, {});
    const LayerPtr after = checker.layer("sites");
    EXPECT_EQ(after->state(0), GeometryState::repaired) << "it was, and nobody has drawn it anew";
    EXPECT_EQ(after->state(1), GeometryState::valid);
    ASSERT_EQ(after->defects().size(), 1U);
    EXPECT_EQ(after->defects()[0].feature, 0U);
    EXPECT_EQ(after->defects()[0].reason, sites->defects()[0].reason);
}

TEST(Update, RefusesAnUnknownFeatureAndKeepsTheResult) {
    World world(7);
    Checker checker = world.checker();
    const std::size_t before = checker.run({}).findings.size();
    FeatureChange change;
    change.fid = 4711;
    EXPECT_THROW((void)checker.update("sites", {change}, {}), Error);
    EXPECT_EQ(checker.result().findings.size(), before);
}
