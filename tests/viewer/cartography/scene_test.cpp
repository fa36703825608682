// SPDX-License-Identifier: MIT
#include "cartography/map_scene.hpp"
#include "engine/exchange/scratch_folder.hpp"
#include "plan/read_plan.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::map;

namespace {

constexpr const char* kPlan = R"(merestone: 1
plan: {title: T, licence: Open, synthetic: true}
layers:
  area: {source: area.csv, wkt: shape, crs: EPSG:27700, id: id, role: neighbourhood_area}
  plots: {source: plots.csv, wkt: shape, crs: EPSG:27700, id: id, complete: true}
  shops: {source: plots.csv, wkt: shape, crs: EPSG:27700, id: id, where: "use = 'shop'"}
  parks: {source: parks.csv, wkt: shape, crs: EPSG:27700, id: id, title: Green places, licence: Council}
policies:
  - id: P
    title: Plots
    rules:
      - {id: P.size, title: Large, for: plots, measure: {size: {area: self}}, require: "size >= 200"}
)";

class Scenes : public testing::Test {
protected:
    void SetUp() override {
        tests::writeFile(m_folder / "plan.yaml", kPlan);
        tests::writeFile(m_folder / "area.csv",
                         "id,shape\nA,\"" + testing_support::rectangle(400000, 280000, 401000, 281000) + "\"\n");
        tests::writeFile(m_folder / "plots.csv",
                         "id,use,note,shape\n1,shop,x,\"" + testing_support::rectangle(400100, 280100, 400110, 280110) +
                             "\"\n2,house,y,\"" + testing_support::rectangle(400200, 280200, 400300, 280300) + "\"\n");
        tests::writeFile(
            m_folder / "parks.csv",
            "id,kind,shape\n1,park,\"" + testing_support::rectangle(400400, 280400, 400500, 280500) + "\"\n" +
                "2,park,\"POLYGON((400600 280600,400700 280700,400700 280600,400600 280700,400600 280600))\"\n");
    }
    Checker checker(bool everything) {
        CheckOptions options;
        options.loadEverything = everything;
        options.today = "2026-10-01";
        Checker made(readPlan(m_folder / "plan.yaml", {}), options);
        made.load({});
        return made;
    }
    tests::ScratchFolder m_folder;
};

std::vector<std::string> keys(const RunResult& run) {
    std::vector<std::string> result;
    for (const Finding& finding : run.findings) {
        result.push_back(finding.key);
    }
    return result;
}

} // namespace

TEST_F(Scenes, ShowLayersThatNoRuleNamesWhenAskedTo) {
    Checker rulesOnly = checker(false);
    EXPECT_EQ(rulesOnly.layer("parks"), nullptr);
    EXPECT_EQ(rulesOnly.layer("plots")->column("note"), nullptr);
    Checker all = checker(true);
    ASSERT_NE(all.layer("parks"), nullptr);
    EXPECT_EQ(all.layer("parks")->size(), 2U);
    EXPECT_NE(all.layer("plots")->column("note"), nullptr);
}

TEST_F(Scenes, LoadingEverythingChangesNoFinding) {
    // The bow-tie in the parks is no finding: no rule looks at it.
    EXPECT_EQ(keys(checker(true).run({})), keys(checker(false).run({})));
    EXPECT_EQ(keys(checker(true).run({})), std::vector<std::string>{"P.size|plots:1"});
}

TEST_F(Scenes, KnowTheirTitlesLicencesAndArea) {
    const Checker all = checker(true);
    const ScenePtr scene = makeScene(all, nullptr);
    EXPECT_EQ(scene->layer(QStringLiteral("parks"))->title, QStringLiteral("Green places"));
    EXPECT_EQ(scene->layer(QStringLiteral("plots"))->title, QStringLiteral("Plots"));
    EXPECT_EQ(scene->licences, (QStringList{QStringLiteral("Open"), QStringLiteral("Council")}));
    EXPECT_TRUE(scene->synthetic);
    EXPECT_EQ(scene->bounds().minX, 400000);
    EXPECT_FALSE(scene->layer(QStringLiteral("shops"))->visible); // a part of the plots
}

TEST_F(Scenes, KeepWhatDidNotChange) {
    Checker all = checker(true);
    const ScenePtr first = withVisibility(*makeScene(all, nullptr), QStringLiteral("parks"), false);
    const auto run = std::make_shared<const RunResult>(all.run({}));
    const ScenePtr second = makeScene(all, run, first);
    EXPECT_FALSE(second->layer(QStringLiteral("parks"))->visible);
    EXPECT_EQ(second->layer(QStringLiteral("plots"))->detail, first->layer(QStringLiteral("plots"))->detail);
    ASSERT_EQ(second->findings->marks.size(), 1U);
    ASSERT_TRUE(second->findings->marks[0].subject.has_value());
    const FeatureId subject = *second->findings->marks[0].subject;
    EXPECT_EQ(second->layers[subject.layer].features->id(subject.row), "1");
    EXPECT_EQ(second->findings->byKey.at("P.size|plots:1"), 0U);
    EXPECT_EQ(&second->findings->finding(0), run->findings.data()); // and not a copy
}
