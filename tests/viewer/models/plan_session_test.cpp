// SPDX-License-Identifier: MIT
#include "models/plan_session.hpp"

#include "cli/world.hpp"
#include "geometry/wkb.hpp"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <fstream>

namespace merestone::viewer {
namespace {

using tests::World;

constexpr int kPatienceMs = 30000; ///< for a slow machine; a test waits no longer than it takes

class Session : public testing::Test {
protected:
    [[nodiscard]] bool reaches(SessionState state) {
        return QTest::qWaitFor([&] { return m_session.state() == state; }, kPatienceMs);
    }
    void openWorld(bool andRun = true) {
        m_session.open(QString::fromStdString(m_world.plan()), {}, andRun);
        ASSERT_TRUE(reaches(andRun ? SessionState::upToDate : SessionState::neverRun));
    }
    /// The site S2, moved and made `side` metres wide.
    static FeatureChange secondSite(double side) {
        PackedGeometry square;
        const double x = 407500.0;
        const double y = 283500.0;
        const Point ring[] = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
        square.addPoints(ring);
        square.endRun();
        square.endPart();
        square.endFeature(Shape::polygon);
        return {FeatureChange::Kind::modified, 1, toWkb(square, 0), {}};
    }

    World m_world{tests::passingAndConflicting()};
    PlanSession m_session;
};

TEST_F(Session, OpensAndRunsOffTheThread) {
    QSignalSpy states(&m_session, &PlanSession::stateChanged);
    openWorld();
    ASSERT_NE(m_session.result(), nullptr);
    EXPECT_EQ(m_session.result()->findings.size(), 1U);
    EXPECT_EQ(m_session.snapshot()->layers.size(), 2U);
    EXPECT_GE(states.count(), 3) << "opening, running, up to date";
}

TEST_F(Session, NeverRunIsNotUpToDate) {
    openWorld(false);
    EXPECT_EQ(m_session.result(), nullptr);
    m_session.run();
    EXPECT_EQ(m_session.state(), SessionState::running);
    EXPECT_TRUE(reaches(SessionState::upToDate));
}

TEST_F(Session, LoadsColumnsThatNoRuleNames) {
    m_world.edit("dwellings / net_area >= 40", "net_area >= 0.1");
    m_world.edit("{name} holds {dwellings} homes", "{name} lies");
    openWorld();
    EXPECT_NE(m_session.snapshot()->layer("sites")->column("dwellings"), nullptr);
}

TEST_F(Session, TellsEveryMistakeOfAPlanThatCannotRun) {
    m_world.edit("severity: must", "severity: maybe");
    m_world.edit("for: sites", "for: sights");
    m_session.open(QString::fromStdString(m_world.plan()), {}, true);
    ASSERT_TRUE(reaches(SessionState::couldNotRun));
    EXPECT_EQ(m_session.problems().size(), 2);
    EXPECT_TRUE(m_session.stateReason().contains("plan.yaml:"));
    EXPECT_EQ(m_session.snapshot(), nullptr);
}

TEST_F(Session, OpensAMendedPlanByItself) {
    m_world.edit("for: sites", "for: sights");
    m_session.open(QString::fromStdString(m_world.plan()), {}, true);
    ASSERT_TRUE(reaches(SessionState::couldNotRun));
    m_world.edit("for: sights", "for: sites");
    EXPECT_TRUE(reaches(SessionState::upToDate));
}

TEST_F(Session, IsOutOfDateWhenTheFileChanges) {
    openWorld();
    m_world.edit("at no less than 40", "at least 40");
    ASSERT_TRUE(reaches(SessionState::outOfDate));
    m_session.run();
    EXPECT_TRUE(reaches(SessionState::upToDate));
}

TEST_F(Session, AnUpdateChangesTheFindings) {
    openWorld();
    m_session.update("sites", {secondSite(50.0)}); // 12 homes on a quarter of a hectare
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_TRUE(m_session.result()->findings.empty());
    EXPECT_NEAR(m_session.snapshot()->layer("sites")->areas()[1], 2500.0, 1e-6);
}

TEST_F(Session, UpdatesThatComeFastEndAtTheNewest) {
    openWorld();
    QSignalSpy results(&m_session, &PlanSession::resultChanged);
    constexpr int kMany = 200;
    for (int i = kMany; i >= 0; --i) {
        m_session.update("sites", {secondSite(50.0 + i)});
    }
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_LT(results.count(), kMany / 2) << "they are merged";
    EXPECT_NEAR(m_session.snapshot()->layer("sites")->areas()[1], 2500.0, 1e-6);
}

TEST_F(Session, StaysOutOfDateWhenAWaiverIsWrittenIntoAFileThatHasChanged) {
    openWorld();
    m_world.edit(">= 40", ">= 10");
    ASSERT_TRUE(reaches(SessionState::outOfDate));
    QSignalSpy waived(&m_session, &PlanSession::waived);
    m_session.waive({"H1.density", "S2", "Agreed", "Steering group", "", {}});
    ASSERT_TRUE(waived.wait(kPatienceMs));
    EXPECT_EQ(m_session.state(), SessionState::outOfDate) << "its rules are not those that were checked";
    EXPECT_EQ(m_session.result()->rules[0].waived, 1U);
}

TEST_F(Session, AnUpdateThatCannotBeDoneSaysSo) {
    openWorld();
    QSignalSpy failures(&m_session, &PlanSession::operationFailed);
    FeatureChange unknown = secondSite(50.0);
    unknown.fid = 4711;
    m_session.update("sites", {unknown});
    ASSERT_TRUE(failures.wait(kPatienceMs));
    EXPECT_TRUE(failures[0][0].toString().contains("4711"));
    EXPECT_EQ(m_session.state(), SessionState::outOfDate);
}

TEST_F(Session, AWaiverIsWrittenAndCounts) {
    openWorld();
    QSignalSpy waived(&m_session, &PlanSession::waived);
    m_session.waive({"H1.density", "S2", "Agreed", "Steering group", "", {}});
    ASSERT_TRUE(waived.wait(kPatienceMs));
    EXPECT_EQ(m_session.state(), SessionState::upToDate);
    ASSERT_EQ(m_session.result()->findings.size(), 1U);
    EXPECT_EQ(m_session.result()->findings[0].waived->reason, "Agreed");
    EXPECT_EQ(m_session.result()->rules[0].waived, 1U);
    PlanSession again;
    again.open(QString::fromStdString(m_world.plan()), {}, true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return again.state() == SessionState::upToDate; }, kPatienceMs));
    EXPECT_EQ(again.result()->rules[0].waived, 1U) << "the file holds it";
}

TEST_F(Session, AWaiverThatCannotBeWrittenLeavesThePlan) {
    m_world.append("waivers: [{rule: H1.density, subject: S1, reason: a, by: b}]\n");
    openWorld();
    QSignalSpy failures(&m_session, &PlanSession::operationFailed);
    m_session.waive({"H1.density", "S2", "Agreed", "Steering group", "", {}});
    ASSERT_TRUE(failures.wait(kPatienceMs));
    EXPECT_TRUE(failures[0][0].toString().contains("waivers"));
}

TEST_F(Session, CancellingAnOpeningLeavesNothingHalfOpen) {
    m_session.open(QString::fromStdString(m_world.plan()), {}, true);
    m_session.cancel();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            return m_session.state() == SessionState::empty || m_session.state() == SessionState::neverRun ||
                   m_session.state() == SessionState::upToDate;
        },
        kPatienceMs));
    EXPECT_EQ(m_session.snapshot() == nullptr, m_session.state() == SessionState::empty);
    m_session.reopen();
    EXPECT_TRUE(reaches(SessionState::upToDate)) << "and it can be opened after all";
}

TEST_F(Session, StoppingAReadingAgainKeepsWhatWasThere) {
    openWorld();
    m_session.reopen();
    m_session.cancel();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_session.state() != SessionState::opening && m_session.state() != SessionState::running; },
        kPatienceMs));
    ASSERT_NE(m_session.snapshot(), nullptr);
    ASSERT_NE(m_session.result(), nullptr);
    m_session.update("sites", {secondSite(50.0)});
    ASSERT_TRUE(reaches(SessionState::upToDate)) << m_session.stateReason().toStdString();
    EXPECT_TRUE(m_session.result()->findings.empty());
    EXPECT_NEAR(m_session.snapshot()->layer("sites")->areas()[1], 2500.0, 1e-6);
}

TEST_F(Session, WhatIsDrawnWhileAReadingAgainIsStoppedCounts) {
    openWorld();
    m_session.reopen();
    m_session.update("sites", {secondSite(50.0)});
    m_session.cancel();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_session.state() != SessionState::opening && m_session.state() != SessionState::running; },
        kPatienceMs));
    // Read in spite of it, the plan is as the disk has it: who drew says it anew.
    const bool wasRead = m_session.state() == SessionState::outOfDate && !m_session.stateReason().contains("changed");
    EXPECT_TRUE(wasRead || reaches(SessionState::upToDate)) << m_session.stateReason().toStdString();
    EXPECT_NEAR(m_session.snapshot()->layer("sites")->areas()[1], wasRead ? 10000.0 : 2500.0, 1e-6);
}

TEST_F(Session, RunningWhileItIsReadAgainDoesNotStopTheReading) {
    openWorld();
    m_world.edit(">= 40", ">= 10");
    ASSERT_TRUE(reaches(SessionState::outOfDate));
    m_session.reopen();
    m_session.run();
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_TRUE(m_session.result()->findings.empty()) << "checked by the rules before";
}

TEST_F(Session, TheNewestPlanWins) {
    const World other(tests::passingSite());
    m_session.open(QString::fromStdString(m_world.plan()), {}, true);
    m_session.open(QString::fromStdString(other.plan()), {}, true);
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_TRUE(m_session.result()->findings.empty());
    EXPECT_EQ(m_session.file(), QString::fromStdString(other.plan()));
}

TEST(SessionLife, EndsWhileItWorks) {
    const World world(tests::passingAndConflicting());
    for (int i = 0; i < 20; ++i) {
        PlanSession session;
        session.open(QString::fromStdString(world.plan()), {}, true);
    }
}

} // namespace
} // namespace merestone::viewer
