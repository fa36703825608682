// SPDX-License-Identifier: MIT
// Layers that show a part of a drawing follow it: after any edit, the checker says what a fresh one says of the saved
// file.
#include "rules/shared_source.hpp"

#include "engine/layers/sample_files.hpp"
#include "engine/rules/same_result.hpp"
#include "engine/rules/worlds.hpp"
#include "exchange/save_changes.hpp"
#include "geometry/geos.hpp"
#include "plan/read_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace merestone;
using testing_support::expectSameResult;

namespace {

using Kind = FeatureChange::Kind;

// The part is a reference layer for the rules, and is looked at by one rule as subjects and by another as targets;
// nothing looks at the last one.
const char* const kPlan = R"(merestone: 1
plan: {title: parts}
layers:
  area: {source: area.gpkg, role: neighbourhood_area, id: ref}
  centres: {source: centres.gpkg, role: centre, id: ref}
  high_streets: {source: centres.gpkg, where: "dwellings > 10", id: ref, complete: true}
  large: {source: centres.gpkg, where: "OGR_GEOM_AREA >= 400 and dwellings is not null", id: ref}
  homes: {source: homes.gpkg, id: ref, complete: true}
policies:
  - id: P
    title: p
    rules:
      - {id: size, title: r, for: centres, measure: {a: {area: self}}, require: "a <= 900"}
      - {id: street, title: r, for: high_streets, measure: {a: {area: self}}, require: "a >= 250 and dwellings < 18"}
      - {id: near, title: r, for: homes, measure: {d: {distance: high_streets, search: 200 m}}, require: "d >= 60"}
      - {id: many, title: r, for: plan, measure: {n: {total: high_streets, of: dwellings}}, require: "n <= 40"}
)";

class SharedSource : public testing::Test {
protected:
    void SetUp() override {
        write("area", {{test::square(400000, 280000, 600), "A", 1, 1.0, ""}});
        std::vector<test::SampleRow> centres;
        for (int i = 0; i < 8; ++i) {
            centres.push_back({anySquare(), "C" + std::to_string(i), any(20), 1.0, ""});
        }
        write("centres", centres);
        std::vector<test::SampleRow> homes;
        for (int i = 0; i < 30; ++i) {
            homes.push_back(
                {test::square(400000 + any(600), 280000 + any(600), 10), "H" + std::to_string(i), 1, 1, ""});
        }
        write("homes", homes);
        test::writeText(m_folder / "plan.yaml", kPlan);
    }
    void write(const std::string& layer, const std::vector<test::SampleRow>& rows) {
        test::writeSample(m_folder / (layer + ".gpkg"), "GPKG", rows);
    }
    int any(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    std::string anySquare() { return test::square(400000 + any(600), 280000 + any(600), 10 + any(30)); }
    Checker loaded(bool everything) {
        CheckOptions options;
        options.keepForUpdates = true;
        options.loadEverything = everything;
        options.today = "2026-01-01";
        Checker checker(readPlan(m_folder / "plan.yaml", {}), options);
        checker.load({});
        return checker;
    }
    /// A new shape, a new count, both, a new feature or one fewer.
    FeatureChange anyChange(const Layer& centres) {
        const int what = any(6);
        if (what == 0 || centres.size() == 0) {
            const std::int64_t fid = m_nextFid++;
            return {Kind::added,
                    fid,
                    toWkb(*fromWkt(anySquare())),
                    {{"ref", "N" + std::to_string(fid)}, {"dwellings", std::to_string(any(20))}}};
        }
        FeatureChange change;
        change.fid = centres.fid(static_cast<std::size_t>(any(static_cast<int>(centres.size()))));
        if (what == 1) {
            change.kind = Kind::removed;
            return change;
        }
        if (what != 2) {
            change.wkb = toWkb(*fromWkt(anySquare()));
        }
        if (what != 3) {
            change.values = {{"dwellings", any(5) == 0 ? std::string() : std::to_string(any(20))}};
        }
        return change;
    }

    test::TempFolder m_folder;
    std::mt19937 m_random{20261124};
    std::int64_t m_nextFid = 100;
};

TEST_F(SharedSource, PartsOfADrawingFollowIt) {
    for (const bool everything : {false, true}) {
        Checker checker = loaded(everything);
        (void)checker.run({});
        for (int step = 0; step < 60 && !HasFailure(); ++step) {
            SCOPED_TRACE("step " + std::to_string(step));
            std::vector<FeatureChange> changes{anyChange(*checker.layer("centres"))};
            (void)checker.update("centres", changes, {});
            saveChanges(m_folder / "centres.gpkg", "", changes);
            Checker fresh = loaded(everything);
            expectSameResult(checker.result(), fresh.run({}));
            for (const char* part : {"high_streets", "large"}) {
                const LayerPtr here = checker.layer(part);
                const LayerPtr there = fresh.layer(part);
                ASSERT_EQ(here == nullptr, !everything && std::string(part) == "large") << "no rule looks at it";
                if (here != nullptr) {
                    ASSERT_EQ(here->size(), there->size()) << part;
                    EXPECT_EQ(here->info().undecided, there->info().undecided) << part;
                    EXPECT_EQ(here->info().notes.size(), there->info().notes.size()) << part;
                }
            }
        }
    }
}

TEST_F(SharedSource, TheDeltaTellsWhatLeavesAPart) {
    write("centres", {{test::square(400100, 280100, 10), "C", 15, 1.0, ""}});
    Checker checker = loaded(true);
    ASSERT_NE(testing_support::findingAbout(checker.run({}), "street", "C"), nullptr);
    const RunDelta delta = checker.update("centres", {{Kind::modified, 1, {}, {{"dwellings", "3"}}}}, {});
    EXPECT_NE(std::find(delta.goneKeys.begin(), delta.goneKeys.end(), "street|high_streets:C"), delta.goneKeys.end());
    EXPECT_EQ(checker.layer("high_streets")->size(), 0U);
}

TEST_F(SharedSource, WhatWasDrawnIsNotReadAgainWhenAValueAsksForMore) {
    Checker checker = loaded(true);
    (void)checker.run({});
    const std::int64_t fid = checker.layer("centres")->fid(0);
    (void)checker.update("centres", {{Kind::modified, fid, toWkb(*fromWkt(test::square(400010, 280010, 37))), {}}}, {});
    std::string text = kPlan;
    text.replace(text.find("200 m"), 5, "900 m");
    (void)checker.setPlan(parsePlan(text, m_folder / "plan.yaml", {}), {});
    EXPECT_EQ(checker.layer("centres")->areas()[0], 37.0 * 37.0);
}

} // namespace
