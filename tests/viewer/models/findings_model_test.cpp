// SPDX-License-Identifier: MIT
#include "models/findings_model.hpp"

#include "runs.hpp"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace merestone::viewer {
namespace {

using tests::runWith;

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

FindingsListPtr listOf(const RunPtr& run, const Plan* plan = nullptr) {
    return std::make_shared<const FindingsList>(run, plan, FindingsChoice());
}

QModelIndex ruleIndex(const FindingsModel& model) {
    return model.index(0, 0, model.index(0, 0));
}

QString keyOf(const char* site) {
    return QStringLiteral("H1.density|sites:") + QLatin1String(site);
}

TEST(FindingsModel, HoldsPolicyRuleAndFinding) {
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setList(listOf(runWith({"S1", "S2"})));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, 0).data().toString(), "H1 Homes");
    EXPECT_EQ(model.rowCount(model.index(0, 0)), 2);
    ASSERT_EQ(model.rowCount(ruleIndex(model)), 2);
    const QModelIndex finding = model.index(0, 0, ruleIndex(model));
    EXPECT_EQ(finding.data().toString(), "Site S1 is too empty");
    EXPECT_EQ(finding.siblingAtColumn(FindingsModel::Measured).data().toString(), QString("30\u00a0dwellings/ha"));
    EXPECT_EQ(finding.siblingAtColumn(FindingsModel::Required).data().toString(),
              QString("at least 40\u00a0dwellings/ha"));
    EXPECT_EQ(finding.siblingAtColumn(FindingsModel::VerdictColumn).data().toString(), "policy conflict");
}

TEST(FindingsModel, APolicyShowsTheWorstOfItsRules) {
    FindingsModel model;
    model.setList(listOf(runWith({"S1"})));
    EXPECT_EQ(model.index(0, FindingsModel::VerdictColumn).data().toString(), "policy conflict");
    model.setList(listOf(runWith({})));
    EXPECT_EQ(model.index(0, FindingsModel::VerdictColumn).data().toString(), "passes");
}

TEST(FindingsModel, KeepsRowsThatStandThroughANewRun) {
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setList(listOf(runWith({"S1", "S3", "S5"})));
    const QPersistentModelIndex kept = model.indexOfKey(keyOf("S3"));
    const QPersistentModelIndex gone = model.indexOfKey(keyOf("S5"));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setList(listOf(runWith({"S2", "S3", "S4", "S6"})));
    EXPECT_EQ(resets.count(), 0);
    ASSERT_TRUE(kept.isValid());
    EXPECT_EQ(kept.row(), 1);
    EXPECT_EQ(kept.data(FindingsModel::KeyRole).toString(), keyOf("S3"));
    EXPECT_FALSE(gone.isValid());
    QStringList keys;
    for (int row = 0; row < model.rowCount(ruleIndex(model)); ++row) {
        keys << model.index(row, 0, ruleIndex(model)).data(FindingsModel::KeyRole).toString();
    }
    EXPECT_EQ(keys, QStringList({keyOf("S2"), keyOf("S3"), keyOf("S4"), keyOf("S6")}));
}

TEST(FindingsModel, ShowsTheNewFigureOfAFindingThatStands) {
    FindingsModel model;
    model.setList(listOf(runWith({"S1", "S2"})));
    model.setList(listOf(runWith({"S2"})));
    const QModelIndex finding = model.indexOfKey(keyOf("S2"));
    EXPECT_EQ(finding.siblingAtColumn(FindingsModel::Measured).data().toString(), QString("30\u00a0dwellings/ha"));
    EXPECT_EQ(model.finding(finding)->measured, 30.0);
}

TEST(FindingsModel, NewFiguresAloneLeaveEveryRowWhereItIs) {
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setList(listOf(runWith({"S1", "S2"})));
    const QPersistentModelIndex kept = model.indexOfKey(keyOf("S2"));
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    const auto run = runWith({"S1", "S2"});
    run->findings[1].measured = 39.0;
    model.setList(listOf(run));
    EXPECT_EQ(layouts.count(), 1) << "so that views show them";
    EXPECT_EQ(kept.row(), 1);
    EXPECT_EQ(model.finding(kept)->measured, 39.0);
}

TEST(FindingsModel, StartsAnewForAnotherPlan) {
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setList(listOf(runWith({"S1"})));
    auto other = runWith({});
    other->rules.pop_back();
    model.setList(listOf(other));
    EXPECT_EQ(model.rowCount(model.index(0, 0)), 1);
    model.setList(nullptr);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(FindingsModel, TellsAWaivedConflictApart) {
    auto run = runWith({"S1"});
    run->findings[0].waived = WaiverNote{"agreed", "group", ""};
    run->rules[0].waived = 1;
    FindingsModel model;
    model.setList(listOf(run));
    const QModelIndex finding = model.indexOfKey(keyOf("S1"));
    EXPECT_TRUE(finding.data(FindingsModel::WaivedRole).toBool());
    EXPECT_TRUE(ruleIndex(model).data(FindingsModel::WaivedRole).toBool());
    EXPECT_EQ(finding.siblingAtColumn(FindingsModel::VerdictColumn).data().toString(), "policy conflict, waived");
}

TEST(FindingsModel, ReadsWellWithoutItsPicture) {
    FindingsModel model;
    model.setList(listOf(runWith({"S1"})));
    EXPECT_EQ(model.indexOfKey(keyOf("S1")).data(Qt::AccessibleTextRole).toString(),
              "policy conflict: Site S1 is too empty");
}

/// Two rules of a policy that people could not tell apart by their title.
std::shared_ptr<RunResult> twoAlike() {
    auto run = runWith({});
    run->rules[0].title = run->rules[1].title = "Green space is near";
    return run;
}

QString titleOf(const FindingsModel& model, const char* rule) {
    return model.indexOfKey(rule).data().toString();
}

TEST(FindingsModel, RulesWithTheSameTitleAreToldApartByTheirLayer) {
    Plan plan;
    plan.layers.resize(2);
    plan.layers[0].name = "sites";
    plan.layers[0].title = "Housing sites";
    plan.layers[1].name = "homes";
    plan.policies.resize(1);
    plan.policies[0].rules.resize(2);
    plan.policies[0].rules[0].id = "H1.density";
    plan.policies[0].rules[0].subjects = "sites";
    plan.policies[0].rules[1].id = "H1.shape";
    plan.policies[0].rules[1].subjects = "homes";
    FindingsModel model;
    model.setList(listOf(twoAlike(), &plan));
    EXPECT_EQ(titleOf(model, "H1.density"), "Green space is near (Housing sites)");
    EXPECT_EQ(titleOf(model, "H1.shape"), "Green space is near (homes)");
    plan.policies[0].rules[1].subjects = "sites";
    model.setList(listOf(twoAlike(), &plan));
    EXPECT_EQ(titleOf(model, "H1.shape"), "Green space is near (H1.shape)") << "nothing else differs";
}

TEST(FindingsModel, RulesWithTheSameTitleAreToldApartByWhatTheyAskFor) {
    const auto run = twoAlike();
    run->rules[0].settings = {{"distance", true, {"300 m", {}, {}, {}, {}}, {}},
                              {"size", true, {"2 ha", {}, {}, {}, {}}, {}}};
    run->rules[1].settings = {{"distance", true, {"2 km", {}, {}, {}, {}}, {}},
                              {"size", true, {"2 ha", {}, {}, {}, {}}, {}}};
    FindingsModel model;
    model.setList(listOf(run));
    EXPECT_EQ(titleOf(model, "H1.density"), "Green space is near (distance 300 m)");
    EXPECT_EQ(titleOf(model, "H1.shape"), "Green space is near (distance 2 km)");
    model.setList(listOf(runWith({})));
    EXPECT_EQ(titleOf(model, "H1.shape"), "Title of H1.shape") << "alone, a title is enough";
}

} // namespace
} // namespace merestone::viewer
