// SPDX-License-Identifier: MIT
#include "drawn_plan.hpp"

#include "app/parameter_panel.hpp"
#include "commands/changes_json.hpp"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

namespace merestone::viewer {
namespace {

using tests::kPatienceMs;

const ValueAt kDensity{ValueAt::Kind::limit, "H1.density", "require", 0};
const ValueAt kTolerance{ValueAt::Kind::with, "H1.apart", "tolerance", 0};

/// The plan with a rule of its own and one of a pack, and the panel that tries out their figures.
class Parameters : public tests::DrawnPlanTest {
protected:
    void SetUp() override {
        m_world.append("      # sites are drawn apart\n"
                       "      - {use: sites/no-overlap, id: H1.apart, layers: {sites: sites}} # keep\n");
        DrawnPlanTest::SetUp();
        m_window.findChild<QWidget*>("parameters")->show();
        QTest::keyClick(&m_window, Qt::Key_F4);
    }
    [[nodiscard]] ParameterPanel& panel() { return m_window.parameters(); }
    [[nodiscard]] QUndoStack& stack() { return m_window.document().stack(); }
    /// Types another value as people do, and waits for what follows.
    void type(const ValueAt& at, const char* text) {
        ASSERT_TRUE(panel().choose(at));
        QSignalSpy taken(&m_window.document().values(), &ValueEdits::taken);
        QSignalSpy refused(&m_window.document().values(), &ValueEdits::refused);
        panel().list().setFocus();
        QTest::keyClick(&panel().list(), Qt::Key_Return);
        auto* editor = panel().list().findChild<QLineEdit*>();
        ASSERT_NE(editor, nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        ASSERT_TRUE(QTest::qWaitFor([&] { return taken.count() + refused.count() > 0; }, kPatienceMs));
        ASSERT_TRUE(settles());
    }
    [[nodiscard]] std::string shown(const ValueAt& at) {
        return panel().choose(at) ? panel().list().currentItem()->text(1).toStdString() : "not listed";
    }
    [[nodiscard]] std::string planText() const {
        QFile file(QString::fromStdString(m_world.plan()));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    [[nodiscard]] std::string outcome() { return panel().outcome().toStdString(); }
};

TEST_F(Parameters, ListEveryValueWithWhatItWouldBeOtherwise) {
    EXPECT_EQ(shown(kDensity), "40");
    EXPECT_EQ(shown(kTolerance), "1 m2");
    EXPECT_EQ(panel().list().currentItem()->text(2), "1 m2");
    EXPECT_FALSE(panel().resetButton().isEnabled()) << "the plan leaves it to the rule";
}

TEST_F(Parameters, AChangeIsCheckedAndToldAndCanBeUndone) {
    ASSERT_EQ(conflicts(), 1U);
    type(kDensity, "60");
    EXPECT_TRUE(outcome().starts_with("H1.density: 1 conflict")) << outcome();
    EXPECT_NE(outcome().find(" before, 2 now (1 new, 0 no longer there)"), std::string::npos) << outcome();
    EXPECT_EQ(conflicts(), 2U);
    EXPECT_TRUE(m_window.isWindowModified());
    EXPECT_TRUE(panel().choose(kDensity) && panel().list().currentItem()->font(1).bold()) << "not saved yet";
    const QModelIndex fresh = [&] {
        (void)m_window.findings().choose("H1.density|sites:S1");
        return m_window.findings().view()->currentIndex().siblingAtColumn(FindingsModel::VerdictColumn);
    }();
    m_window.grab().save(QStringLiteral(MERESTONE_SCREENSHOTS "/parameters.png"));
    EXPECT_TRUE(fresh.data().toString().endsWith(", new")) << fresh.data().toString().toStdString();
    stack().undo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 1U);
    EXPECT_EQ(shown(kDensity), "40");
    EXPECT_FALSE(m_window.isWindowModified());
    stack().redo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 2U);
    EXPECT_EQ(planText().find("60"), std::string::npos) << "not before it is saved";
}

TEST_F(Parameters, WhatCannotStandThereIsNotTaken) {
    type(kTolerance, "5");
    EXPECT_NE(outcome().find("needs a unit: write '5 m2'"), std::string::npos) << outcome();
    EXPECT_EQ(shown(kTolerance), "1 m2");
    type(kTolerance, "5 m");
    EXPECT_NE(outcome().find("must be an area"), std::string::npos) << outcome();
    type(kDensity, "many");
    EXPECT_NE(outcome().find("a plain number"), std::string::npos) << outcome();
    EXPECT_EQ(stack().count(), 0);
    EXPECT_FALSE(m_window.isWindowModified());
    EXPECT_EQ(conflicts(), 1U);
}

TEST_F(Parameters, SavingWritesTheValueAtItsPlaceAndNothingElse) {
    const std::string before = planText();
    type(kTolerance, "4 m2");
    type(kDensity, "10");
    QSignalSpy saved(&m_window.document(), &EditDocument::saved);
    m_window.document().save();
    ASSERT_TRUE(saved.wait(kPatienceMs)) << m_window.message().toStdString();
    std::string expected = before;
    expected.replace(expected.find(">= 40"), 5, ">= 10");
    const std::string use = "{use: sites/no-overlap,";
    expected.replace(expected.find(use), use.size(), "{use: sites/no-overlap, with: {tolerance: 4 m2},");
    EXPECT_EQ(planText(), expected);
    EXPECT_FALSE(m_window.isWindowModified());
    ASSERT_TRUE(settles()) << "our own writing is no change from outside";
    stack().undo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 1U);
    EXPECT_TRUE(m_window.isWindowModified()) << "the file has the other value";
}

TEST_F(Parameters, TheDefaultCanBeTakenAgain) {
    type(kTolerance, "4 m2");
    ASSERT_TRUE(panel().choose(kTolerance));
    ASSERT_TRUE(panel().resetButton().isEnabled());
    QSignalSpy taken(&m_window.document().values(), &ValueEdits::taken);
    QTest::mouseClick(&panel().resetButton(), Qt::LeftButton);
    ASSERT_TRUE(taken.wait(kPatienceMs));
    EXPECT_EQ(shown(kTolerance), "1 m2");
    EXPECT_FALSE(m_window.isWindowModified()) << "as the file has it";
}

TEST_F(Parameters, StandOnOneStackWithTheDrawings) {
    type(kDensity, "60");
    shrinkSecondSite();
    ASSERT_EQ(conflicts(), 1U) << "S1; S2 is small enough now, by the new limit";
    stack().undo();
    stack().undo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 1U) << "S2, by the old limit";
    EXPECT_EQ(shown(kDensity), "40");
    EXPECT_FALSE(m_window.document().values().isModified());
}

TEST_F(Parameters, AWaiverAndAReadingAgainKeepThem) {
    type(kDensity, "60");
    QSignalSpy waived(&m_window.session(), &PlanSession::waived);
    m_window.session().waive({"H1.density", "S2", "Agreed", "Steering group", "", {}});
    ASSERT_TRUE(waived.wait(kPatienceMs));
    EXPECT_EQ(conflicts(), 2U);
    EXPECT_EQ(shown(kDensity), "60");
    EXPECT_EQ(planText().find("60"), std::string::npos) << "the waiver alone is written";
    QSignalSpy taken(&m_window.document().values(), &ValueEdits::taken);
    m_window.session().reopen();
    ASSERT_TRUE(taken.wait(kPatienceMs));
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 2U);
    EXPECT_EQ(shown(kDensity), "60");
}

TEST_F(Parameters, AValueThatIsTriedWhileThePlanIsReadAgainCounts) {
    m_window.session().reopen();
    m_window.document().values().propose(kDensity, std::string("60"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return stack().count() == 1; }, kPatienceMs));
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 2U);
    EXPECT_EQ(shown(kDensity), "60");
    stack().undo();
    ASSERT_TRUE(QTest::qWaitFor([&] { return conflicts() == 1; }, kPatienceMs));
    EXPECT_EQ(shown(kDensity), "40");
}

TEST_F(Parameters, StoppingLeavesEverythingAsItWas) {
    QSignalSpy taken(&m_window.document().values(), &ValueEdits::taken);
    QSignalSpy refused(&m_window.document().values(), &ValueEdits::refused);
    m_window.document().values().propose(kDensity, std::string("60"));
    m_window.session().cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return taken.count() + refused.count() > 0; }, kPatienceMs));
    ASSERT_TRUE(settles());
    const bool wasTaken = taken.count() > 0; // it may have been faster
    EXPECT_EQ(conflicts(), wasTaken ? 2U : 1U);
    EXPECT_EQ(stack().count(), wasTaken ? 1 : 0);
    EXPECT_EQ(shown(kDensity), wasTaken ? "60" : "40");
}

TEST_F(Parameters, SeveralAtOnceAreTakenOneAfterTheOther) {
    QSignalSpy taken(&m_window.document().values(), &ValueEdits::taken);
    m_window.document().values().propose(kDensity, std::string("60"));
    m_window.document().values().propose(kTolerance, std::string("7 m2"));
    m_window.document().values().propose(kDensity, std::string("5"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return taken.count() == 3; }, kPatienceMs));
    ASSERT_TRUE(settles());
    EXPECT_EQ(stack().count(), 3);
    EXPECT_EQ(conflicts(), 0U);
    while (stack().canUndo()) {
        stack().undo();
    }
    ASSERT_TRUE(settles());
    EXPECT_EQ(shown(kDensity), "40");
    EXPECT_EQ(shown(kTolerance), "1 m2");
    EXPECT_EQ(conflicts(), 1U);
}

TEST_F(Parameters, TheListFollowsTheRuleThatIsChosen) {
    ASSERT_TRUE(m_window.findings().choose("H1.apart"));
    EXPECT_EQ(shown(kDensity), "not listed");
    EXPECT_EQ(shown(kTolerance), "1 m2");
    ASSERT_TRUE(m_window.findings().choose("H1.density|sites:S2"));
    EXPECT_EQ(shown(kDensity), "40");
    EXPECT_EQ(shown(kTolerance), "not listed");
}

TEST_F(Parameters, OnlyTheChosenRuleIsAskedForWhereOneIsChosen) {
    auto& only = *panel().findChild<QCheckBox*>();
    m_window.findings().view()->setCurrentIndex({});
    EXPECT_FALSE(only.isEnabled());
    EXPECT_FALSE(only.isChecked()) << "all are shown";
    EXPECT_EQ(shown(kDensity), "40");
    EXPECT_EQ(shown(kTolerance), "1 m2");
    ASSERT_TRUE(m_window.findings().choose("H1.apart"));
    EXPECT_TRUE(only.isEnabled());
    EXPECT_TRUE(only.isChecked());
    only.click();
    EXPECT_EQ(shown(kDensity), "40");
    m_window.findings().view()->setCurrentIndex({});
    ASSERT_TRUE(m_window.findings().choose("H1.apart"));
    EXPECT_FALSE(only.isChecked()) << "as it was left";
}

TEST(ParametersJson, KeepValuesBesideTheDrawings) {
    ValueChanges values{{kDensity, std::string("60")}, {kTolerance, std::nullopt}};
    const QByteArray json = changesToJson("plan.yaml", {}, values);
    EXPECT_EQ(valuesFromJson(json), values);
    EXPECT_TRUE(changesFromJson(json, "plan.yaml")->empty());
    EXPECT_TRUE(valuesFromJson("{\"values\": [{\"kind\": 99}]}").empty());
    EXPECT_TRUE(valuesFromJson("no json").empty());
}

} // namespace
} // namespace merestone::viewer
