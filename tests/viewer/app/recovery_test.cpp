// SPDX-License-Identifier: MIT
#include "drawing.hpp"

#include "commands/changes_json.hpp"

#include <QFile>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>
#include <set>

namespace merestone::viewer {
namespace {

using tests::kPatienceMs;
using tests::squareAt;

/// Windows that come and go over one plan, as programs do that are killed.
class Recovery : public tests::DrawnPlanTest {
protected:
    void SetUp() override {
        DrawnPlanTest::SetUp();
        m_plan = QString::fromStdString(m_world.plan());
    }
    [[nodiscard]] QString plan() const { return m_plan; }
    [[nodiscard]] QString copy() const { return RecoveryCopy::fileFor(m_plan); }
    /// The first window lets go of the plan, so that others may have it.
    void letGo() {
        m_window.document().clear();
        const World other(tests::passingSite());
        m_window.openPlan(QString::fromStdString(other.plan()));
        ASSERT_TRUE(reaches(SessionState::upToDate));
    }
    using World = tests::World;
    [[nodiscard]] static std::unique_ptr<MainWindow> open(const QString& plan) {
        auto window = std::make_unique<MainWindow>();
        window->show();
        window->openPlan(plan);
        EXPECT_TRUE(QTest::qWaitFor([&] { return window->session().state() == SessionState::upToDate; }, kPatienceMs));
        return window;
    }
    [[nodiscard]] static QMessageBox* offer(MainWindow& window) {
        return window.findChild<QMessageBox*>(QStringLiteral("recovery"));
    }
    static void answer(MainWindow& window, const QString& button) {
        QMessageBox* box = offer(window);
        ASSERT_NE(box, nullptr);
        for (QAbstractButton* choice : box->buttons()) {
            if (choice->text() == button) {
                QTest::mouseClick(choice, Qt::LeftButton);
                return;
            }
        }
        FAIL() << "there is no such button";
    }
    [[nodiscard]] static bool waitForCopy(MainWindow& window, const QString& file, bool isThere) {
        (void)window;
        return QTest::qWaitFor([&] { return QFile::exists(file) == isThere; }, kPatienceMs);
    }

    QString m_plan;
};

TEST_F(Recovery, ValuesThatWereTriedOutAreBroughtBack) {
    letGo();
    const ValueAt density{ValueAt::Kind::limit, "H1.density", "require", 0};
    std::unique_ptr<MainWindow> window = open(plan());
    QSignalSpy taken(&window->document().values(), &ValueEdits::taken);
    window->document().values().propose(density, std::string("60"));
    ASSERT_TRUE(taken.wait(kPatienceMs));
    window.reset();
    ASSERT_TRUE(QFile::exists(copy()));
    window = open(plan());
    EXPECT_FALSE(window->document().isModified()) << "only when it is wanted";
    QSignalSpy again(&window->document().values(), &ValueEdits::taken);
    answer(*window, "&Bring back");
    ASSERT_TRUE(again.wait(kPatienceMs));
    EXPECT_EQ(window->document().values().value(density), "60");
    EXPECT_EQ(window->session().result()->findings.size(), 2U);
    window->document().clear();
}

TEST_F(Recovery, WhatWasNotSavedIsOfferedAndBroughtBack) {
    letGo();
    std::unique_ptr<MainWindow> window = open(plan());
    EXPECT_EQ(offer(*window), nullptr) << "nothing was lost yet";
    ASSERT_EQ(window->document().add("sites", squareAt(407620, 283500, 20)), QString());
    ASSERT_EQ(window->document().remove("sites", window->document().features("sites")->fid(0)), QString());
    window.reset(); // without a word to anybody: what was written stays
    ASSERT_TRUE(QFile::exists(copy()));
    window = open(plan());
    EXPECT_EQ(window->document().features("sites")->size(), 2U) << "only when it is wanted";
    answer(*window, "&Bring back");
    const LayerPtr sites = window->document().features("sites");
    ASSERT_EQ(sites->size(), 2U);
    EXPECT_EQ(sites->id(0), "S2");
    EXPECT_EQ(sites->id(1), "S3");
    EXPECT_DOUBLE_EQ(sites->areas()[1], 400.0);
    EXPECT_TRUE(window->isWindowModified());
    QSignalSpy saved(&window->document(), &EditDocument::saved);
    window->document().save();
    ASSERT_TRUE(saved.wait(kPatienceMs));
    EXPECT_TRUE(waitForCopy(*window, copy(), false)) << "the file holds it now";
    window = open(plan());
    EXPECT_EQ(offer(*window), nullptr);
    EXPECT_EQ(window->document().features("sites")->size(), 2U);
}

TEST_F(Recovery, WhatIsNotWantedIsGoneForGood) {
    letGo();
    std::unique_ptr<MainWindow> window = open(plan());
    ASSERT_EQ(window->document().add("sites", squareAt(407620, 283500, 20)), QString());
    window = nullptr;
    window = open(plan());
    answer(*window, "&Discard");
    EXPECT_EQ(window->document().features("sites")->size(), 2U);
    EXPECT_TRUE(waitForCopy(*window, copy(), false));
}

TEST_F(Recovery, AnUndoneChangeLeavesNoCopy) {
    ASSERT_EQ(m_window.document().add("sites", squareAt(407620, 283500, 20)), QString());
    ASSERT_TRUE(waitForCopy(m_window, copy(), true));
    m_window.document().stack().undo();
    EXPECT_TRUE(waitForCopy(m_window, copy(), false));
}

TEST_F(Recovery, ASecondWindowNeitherOffersNorOverwrites) {
    ASSERT_EQ(m_window.document().add("sites", squareAt(407620, 283500, 20)), QString());
    ASSERT_TRUE(waitForCopy(m_window, copy(), true));
    std::unique_ptr<MainWindow> second = open(plan());
    EXPECT_EQ(offer(*second), nullptr) << "the first window has not ended";
    second->document().remove("sites", second->document().features("sites")->fid(0));
    second.reset();
    QFile file(copy());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto changes = changesFromJson(file.readAll(), plan());
    ASSERT_TRUE(changes);
    EXPECT_EQ(changes->at("sites").front().kind, FeatureChange::Kind::added);
}

TEST_F(Recovery, ACopyThatCannotBeReadIsPutAside) {
    letGo();
    for (const char* bytes : {"", "{", "[]", R"({"merestone_recovery":1})", R"({"merestone_recovery":1,"plan":"x"})"}) {
        QFile file(copy());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const std::unique_ptr<MainWindow> window = open(plan());
        EXPECT_EQ(offer(*window), nullptr) << bytes;
        EXPECT_FALSE(QFile::exists(copy())) << bytes;
        EXPECT_TRUE(QFile::exists(copy() + ".unreadable")) << bytes;
    }
}

/// Starts the victim, reads what it says until a line, and kills it there and then.
void killAt(const QString& plan, const char* mode, const QByteArray& line) {
    QProcess victim;
    victim.start(QStringLiteral(MERESTONE_VICTIM), {plan, QLatin1String(mode)});
    QByteArray said;
    while (!said.contains(line)) {
        ASSERT_TRUE(victim.waitForReadyRead(kPatienceMs)) << said.toStdString();
        said += victim.readAllStandardOutput();
    }
    victim.kill(); // SIGKILL
    ASSERT_TRUE(victim.waitForFinished(kPatienceMs));
    ASSERT_EQ(victim.exitStatus(), QProcess::CrashExit);
    ASSERT_FALSE(said.contains("failed")) << said.toStdString();
}

/// The sites of a plan with what can be brought back, each of which is there once.
std::size_t sitesAfter(MainWindow& window, bool hasOffer) {
    if (auto* box = window.findChild<QMessageBox*>(QStringLiteral("recovery")); box != nullptr) {
        QTest::mouseClick(box->buttons().constFirst(), Qt::LeftButton);
    } else {
        EXPECT_FALSE(hasOffer);
    }
    const LayerPtr sites = window.document().features("sites");
    std::set<std::string> ids;
    for (std::size_t row = 0; row < sites->size(); ++row) {
        EXPECT_TRUE(ids.insert(sites->id(row)).second) << sites->id(row);
        EXPECT_EQ(sites->state(row), GeometryState::valid);
    }
    return sites->size();
}

TEST_F(Recovery, ADrawingOutlivesAKilledProgram) {
    letGo();
    killAt(plan(), "edit", "edited 7\n");
    const std::unique_ptr<MainWindow> window = open(plan());
    EXPECT_EQ(window->document().features("sites")->size(), 2U) << "nothing was saved";
    EXPECT_GE(sitesAfter(*window, true), 2U + 7U);
    window->document().clear();
}

TEST_F(Recovery, NothingIsLostWhenAProgramIsKilledWhileItSaves) {
    letGo();
    std::size_t there = 2;
    for (int round = 1; round <= 8; ++round) { // each time at another moment of the saving
        killAt(plan(), "save", "saving " + QByteArray::number(round) + "\n");
        if (HasFatalFailure()) {
            return;
        }
        const std::unique_ptr<MainWindow> window = open(plan());
        const std::size_t now = sitesAfter(*window, false);
        EXPECT_GE(now, there + static_cast<std::size_t>(round)) << "round " << round;
        there = now;
        if (window->document().isModified()) {
            QSignalSpy saved(&window->document(), &EditDocument::saved);
            window->document().save();
            ASSERT_TRUE(saved.wait(kPatienceMs)) << window->message().toStdString();
        }
    }
}

} // namespace
} // namespace merestone::viewer
