// SPDX-License-Identifier: MIT
// Panels and dialogs as people see them who read another language, or large letters: nothing is cut off or lies on
// another thing, and the keyboard finds everything.
#include "app/base_map_dialog.hpp"
#include "app/export_dialog.hpp"
#include "app/filter_bar.hpp"
#include "app/map_dialog.hpp"
#include "app/parameter_panel.hpp"
#include "app/report_dialog.hpp"
#include "app/versions_window.hpp"
#include "app/waive_dialog.hpp"
#include "guide/guide_panel.hpp"
#include "looks.hpp"
#include "speaking.hpp"
#include "viewer/app/window.hpp"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QSignalSpy>

#include <memory>
#include <tuple>

namespace merestone::viewer {
namespace {

using tests::kPatienceMs;

/// Letters as large as somebody has chosen for all programs.
class Letters {
public:
    explicit Letters(int scale) : m_before(QApplication::font()) {
        QFont font = m_before;
        font.setPointSizeF(m_before.pointSizeF() * scale);
        QApplication::setFont(font);
    }
    ~Letters() { QApplication::setFont(m_before); }
    Letters(const Letters&) = delete;
    Letters& operator=(const Letters&) = delete;

private:
    QFont m_before;
};

class Panels : public testing::TestWithParam<std::tuple<const char*, int>> {
protected:
    void SetUp() override {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1900, 1100);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get(), kPatienceMs));
        m_window->openPlan(QString::fromStdString(m_world.plan()));
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return m_window->session().state() == SessionState::upToDate; }, kPatienceMs));
    }
    static void settle() { QTest::qWait(50); }
    /// Brings a panel to the front.
    QWidget& dock(const char* name) {
        auto& dock = *m_window->findChild<QDockWidget*>(QLatin1String(name));
        dock.show();
        dock.raise();
        settle();
        return dock;
    }
    /// Looks at a part of the window, or at a window of its own, and leaves a picture of all for people to look at.
    void look(QWidget& part, const QString& name) {
        part.show();
        settle();
        const QString manner = QStringLiteral("%1-%2-%3.png")
                                   .arg(name, QFileInfo(QLatin1String(std::get<0>(GetParam()))).baseName())
                                   .arg(100 * std::get<1>(GetParam()));
        ASSERT_TRUE(QDir().mkpath(QStringLiteral(MERESTONE_PICTURES)));
        ASSERT_TRUE(part.window()->grab().save(QStringLiteral(MERESTONE_PICTURES "/") + manner));
        const auto expectNone = [&](const char* fault, const QStringList& found) {
            EXPECT_TRUE(found.isEmpty()) << name.toStdString() << ", " << fault << ":\n"
                                         << found.join("\n").toStdString();
        };
        expectNone("cut off", tests::clipped(part));
        expectNone("cut off on a tab", tests::clippedTabs(*m_window));
        expectNone("on each other", tests::overlapping(part));
        expectNone("without a name", tests::nameless(part));
        expectNone("the same letter", tests::clashing(part));
        expectNone("order of Tab", tests::outOfOrder(part));
    }

    tests::World m_world{tests::passingAndConflicting()};
    tests::World m_earlier{{{"S1", "Mill Lane", "50", 100.0, 100.0}, {"S3", "Bridge", "3", 900.0, 900.0}}};
    Letters m_letters{std::get<1>(GetParam())};
    tests::Speaking m_speaking{std::get<0>(GetParam())};
    std::unique_ptr<MainWindow> m_window;
};

TEST_P(Panels, Guide) {
    m_window->showGuide();
    GuidePanel& guide = *m_window->guide();
    for (const GuidePanel::Step step :
         {GuidePanel::area, GuidePanel::sources, GuidePanel::policy, GuidePanel::findings}) {
        guide.showStep(step);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !guide.job().isBusy(); }, kPatienceMs));
        look(guide, QStringLiteral("panel-guide-%1").arg(step));
    }
}

TEST_P(Panels, Filter) {
    QWidget& panel = dock("filter");
    FilterBar& bar = m_window->filter();
    bar.setLayer(QStringLiteral("sites"));
    QTest::keyClicks(&bar.edit(), QStringLiteral("dwellings >= 10"));
    bar.edit().offers().popup()->hide();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !bar.isBusy() && !bar.told().isEmpty(); }, kPatienceMs));
    look(panel, QStringLiteral("panel-filter"));
}

TEST_P(Panels, Parameters) {
    ASSERT_TRUE(m_window->findings().choose(QStringLiteral("H1.density|sites:S2")));
    QWidget& panel = dock("parameters");
    m_window->parameters().focusFirst();
    look(panel, QStringLiteral("panel-parameters"));
}

TEST_P(Panels, BaseMap) {
    BaseMapDialog dialog(QStringLiteral("/home/planner/maps/background.tif"), {}, m_window.get());
    look(dialog, QStringLiteral("panel-base-map"));
}

TEST_P(Panels, Export) {
    ExportDialog dialog(m_window->session(), m_window->document(), m_window.get());
    look(dialog, QStringLiteral("panel-export"));
}

TEST_P(Panels, UnsavedDrawings) {
    m_window->document().values().propose({ValueAt::Kind::limit, "H1.density", "require", 0}, std::string("60"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->isWindowModified(); }, kPatienceMs));
    ExportDialog exported(m_window->session(), m_window->document(), m_window.get());
    look(exported, QStringLiteral("panel-export-unsaved"));
    ReportDialog report(m_window->session(), m_window->document(), m_window.get());
    look(report, QStringLiteral("panel-report-unsaved"));
}

TEST_P(Panels, MapOnPaper) {
    MapDialog dialog(m_window->canvas().scene(), m_window->canvas().view().box(), map::ThemeKind::light,
                     m_window.get());
    look(dialog, QStringLiteral("panel-map"));
}

TEST_P(Panels, Waive) {
    ASSERT_TRUE(m_window->findings().choose(QStringLiteral("H1.density|sites:S2")));
    WaiveDialog dialog(*m_window->findings().chosenFinding(), m_window.get());
    look(dialog, QStringLiteral("panel-waive"));
}

TEST_P(Panels, Report) {
    ReportDialog dialog(m_window->session(), m_window->document(), m_window.get());
    look(dialog, QStringLiteral("panel-report"));
}

TEST_P(Panels, Versions) {
    m_window->compareWith(QString::fromStdString(m_earlier.plan()));
    VersionsWindow& versions = *m_window->versions();
    QSignalSpy compared(&versions, &VersionsWindow::compared);
    ASSERT_TRUE(compared.wait(kPatienceMs)) << versions.state().toStdString();
    look(versions, QStringLiteral("panel-versions"));
}

INSTANTIATE_TEST_SUITE_P(LanguagesAndLetters, Panels,
                         testing::Combine(testing::Values("en", "pl", MERESTONE_PSEUDO_LANGUAGE),
                                          testing::Values(1, 2)),
                         [](const auto& tested) {
                             const std::string name(std::get<0>(tested.param));
                             return (name.size() == 2 ? name : "pseudo") +
                                    (std::get<1>(tested.param) == 1 ? "Usual" : "Large");
                         });

} // namespace
} // namespace merestone::viewer
