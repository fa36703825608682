// SPDX-License-Identifier: MIT
#include "guide/plan_maker.hpp"

#include "base/error.hpp"
#include "cli/world.hpp"
#include "guide/rule_shelf.hpp"
#include "guide/source_sight.hpp"

#include <gtest/gtest.h>

namespace merestone::viewer {
namespace {

namespace fs = std::filesystem;

class PlanMaker : public testing::Test {
protected:
    [[nodiscard]] Written begin() {
        PlanStart start;
        start.folder = m_world / "new/plan";
        start.title = "Our \"own\" plan: #1";
        start.boundary = lookAt(QString::fromStdString((m_world / "area.geojson").string()), {}, {}).at(0).features;
        start.areaName = "Test area";
        return makePlan(start, {});
    }
    [[nodiscard]] LayerSpec layer(const char* name, const fs::path& source) {
        LayerSpec spec;
        spec.name = name;
        spec.source.text = source.string();
        spec.id.text = "id";
        return spec;
    }
    template <class Work> [[nodiscard]] static std::string failure(Work work) {
        try {
            (void)work();
        } catch (const Error& error) {
            return error.what();
        }
        return "it was done";
    }

    tests::World m_world{tests::passingAndConflicting()};
};

TEST_F(PlanMaker, ANewPlanIsAPlanAndHoldsItsBoundary) {
    const Written step = begin();
    EXPECT_TRUE(step.before.empty());
    const Plan plan = openPlan(step.plan, {});
    EXPECT_EQ(plan.summary.title, "Our \"own\" plan: #1");
    ASSERT_NE(plan.findLayer("area"), nullptr);
    const auto sights = lookAt(QString::fromStdString((step.plan.parent_path() / "plan.gpkg").string()), {}, {});
    ASSERT_EQ(sights.size(), 3U);
    ASSERT_NE(sights[0].features, nullptr) << sights[0].problem.toStdString();
    EXPECT_EQ(sights[0].features->size(), 1U);
    EXPECT_DOUBLE_EQ(sights[0].features->areas()[0], 4e6) << "2 km by 2 km";
}

TEST_F(PlanMaker, NothingIsWrittenOver) {
    const Written step = begin();
    const std::string before = tests::readFile(step.plan);
    EXPECT_NE(failure([this] { return begin(); }).find("is there already"), std::string::npos);
    EXPECT_EQ(tests::readFile(step.plan), before);
}

TEST_F(PlanMaker, AFolderThatCannotBeMadeIsNamed) {
    tests::writeFile(m_world / "new", "a file where the folder should be");
    const std::string reason = failure([this] { return begin(); });
    EXPECT_NE(reason.find("choose another folder"), std::string::npos) << reason;
    EXPECT_NE(reason.find("new/plan"), std::string::npos) << reason;
}

TEST_F(PlanMaker, TakingTheFirstStepBackLeavesNothing) {
    const Written step = begin();
    takeBack(step);
    EXPECT_FALSE(fs::exists(step.plan));
    EXPECT_FALSE(fs::exists(step.plan.parent_path()));
}

TEST_F(PlanMaker, ALayerFromElsewhereIsCopiedBesideThePlan) {
    const Written made = begin();
    const Written step = addReferenceLayer(made.plan, layer("sites_now", m_world / "sites.geojson"), {}, {});
    EXPECT_TRUE(fs::exists(made.plan.parent_path() / "sites.geojson"));
    const Plan plan = openPlan(made.plan, {});
    ASSERT_NE(plan.findLayer("sites_now"), nullptr);
    EXPECT_EQ(plan.findLayer("sites_now")->source.text, "sites.geojson");
    EXPECT_EQ(step.before, made.after);
    takeBack(step);
    EXPECT_FALSE(fs::exists(made.plan.parent_path() / "sites.geojson"));
    EXPECT_TRUE(fs::exists(m_world / "sites.geojson")) << "what was copied stays";
    EXPECT_EQ(tests::readFile(made.plan), made.after);
}

TEST_F(PlanMaker, AShapefileComesWithAllItsParts) {
    const Written made = begin();
    for (const char* name : {"parks.shp", "parks.shx", "parks.DBF", "parks.prj", "parks.txt", "parks2.dbf"}) {
        tests::writeFile(m_world / name, "-");
    }
    const Written step = addReferenceLayer(made.plan, layer("parks", m_world / "parks.shp"), {}, {});
    const fs::path folder = made.plan.parent_path();
    for (const char* name : {"parks.shp", "parks.shx", "parks.DBF", "parks.prj"}) {
        EXPECT_TRUE(fs::exists(folder / name)) << name;
    }
    EXPECT_FALSE(fs::exists(folder / "parks.txt"));
    EXPECT_FALSE(fs::exists(folder / "parks2.dbf"));
    EXPECT_EQ(step.files.size(), 4U);
}

TEST_F(PlanMaker, WhatLiesBesideThePlanIsNotCopied) {
    const Written made = begin();
    fs::create_directory(made.plan.parent_path() / "maps");
    fs::copy_file(m_world / "sites.geojson", made.plan.parent_path() / "maps/sites.geojson");
    const Written step =
        addReferenceLayer(made.plan, layer("near", made.plan.parent_path() / "maps/sites.geojson"), {}, {});
    EXPECT_TRUE(step.files.empty());
    EXPECT_EQ(openPlan(made.plan, {}).findLayer("near")->source.text, "maps/sites.geojson");
}

TEST_F(PlanMaker, NamesThatAreTakenAreRefused) {
    const Written made = begin();
    const fs::path folder = made.plan.parent_path();
    EXPECT_NE(failure([&] {
                  return addReferenceLayer(made.plan, layer("area", m_world / "sites.geojson"), {}, {});
              }).find("has a layer 'area' already"),
              std::string::npos);
    EXPECT_FALSE(fs::exists(folder / "sites.geojson"));
    tests::writeFile(folder / "sites.geojson", "somebody's");
    EXPECT_NE(failure([&] {
                  return addReferenceLayer(made.plan, layer("now", m_world / "sites.geojson"), {}, {});
              }).find("is there already"),
              std::string::npos);
    EXPECT_EQ(tests::readFile(folder / "sites.geojson"), "somebody's");
    EXPECT_EQ(tests::readFile(made.plan), made.after);
}

TEST_F(PlanMaker, APolicyThatIsNoneIsNotWritten) {
    const Written made = begin();
    NewPolicy policy;
    policy.id = "G1";
    policy.title = "Green space";
    policy.use = "open-space/access";
    policy.subjects = "sites";
    policy.layers = {{"open_space", "greens"}};
    policy.parameters = {{"within", "400 dogs"}};
    const std::string reason = failure([&] { return writePolicy(made.plan, policy, {}); });
    EXPECT_NE(reason.find("dogs"), std::string::npos) << reason;
    EXPECT_EQ(tests::readFile(made.plan), made.after);
    policy.parameters = {{"within", "350 m"}};
    const Written step = writePolicy(made.plan, policy, {});
    const Plan plan = openPlan(made.plan, {});
    ASSERT_EQ(plan.policies.size(), 1U);
    EXPECT_EQ(plan.policies[0].rules[0].id, "G1.access");
    takeBack(step);
    EXPECT_EQ(tests::readFile(made.plan), made.after);
}

TEST_F(PlanMaker, AStepThatWasWorkedOnIsNotTakenBack) {
    const Written made = begin();
    const Written step = addReferenceLayer(made.plan, layer("now", m_world / "sites.geojson"), {}, {});
    tests::writeFile(made.plan.parent_path() / "sites.geojson", "changed");
    EXPECT_NE(failure([&] {
                  takeBack(step);
                  return 0;
              }).find("has been changed"),
              std::string::npos);
    EXPECT_EQ(tests::readFile(made.plan), step.after);
    tests::writeFile(made.plan, step.after + "# mine\n");
    EXPECT_NE(failure([&] {
                  takeBack(step);
                  return 0;
              }).find("plan.yaml"),
              std::string::npos);
    EXPECT_TRUE(fs::exists(made.plan.parent_path() / "sites.geojson"));
}

TEST_F(PlanMaker, StoppingLeavesNothing) {
    const Written made = begin();
    std::stop_source stop;
    stop.request_stop();
    RunContext context;
    context.stop = stop.get_token();
    EXPECT_NE(failure([&] {
                  return addReferenceLayer(made.plan, layer("now", m_world / "sites.geojson"), {}, context);
              }).find("stopped"),
              std::string::npos);
    EXPECT_FALSE(fs::exists(made.plan.parent_path() / "sites.geojson"));
    EXPECT_EQ(tests::readFile(made.plan), made.after);
}

TEST(RuleShelf, EveryRuleIsToldInWords) {
    const RuleShelfPtr shelf = loadRules();
    ASSERT_GT(shelf->entries.size(), 100U);
    for (const RuleEntry& entry : shelf->entries) {
        EXPECT_NE(entry.rule->rule.subjects, "policies");
        const QString words = ruleInWords(entry);
        EXPECT_TRUE(words.contains(QString::fromStdString(entry.rule->rule.title).toHtmlEscaped())) << entry.id;
        EXPECT_FALSE(topicTitle(entry.topic).isEmpty());
    }
}

} // namespace
} // namespace merestone::viewer
