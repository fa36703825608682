// SPDX-License-Identifier: MIT
#include "app/program_run.hpp"
#include "drawn_plan.hpp"
#include "guide/guide_panel.hpp"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>

namespace merestone::viewer {
namespace {

/// A window without a plan, with the guide open; and files to begin from.
class GuideTest : public testing::Test {
protected:
    void SetUp() override {
        m_window.resize(1300, 900);
        m_window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_window, tests::kPatienceMs));
        m_window.showGuide();
        ASSERT_NE(m_window.guide(), nullptr);
        tests::writeFile(m_world / "stops.csv", "ref,x,y\nA,407100,283100\nB,407200,283200\n");
        tests::writeFile(m_world / "empty.geojson", "");
    }
    [[nodiscard]] GuidePanel& guide() { return *m_window.guide(); }
    [[nodiscard]] QWidget& page() {
        return *qobject_cast<QScrollArea*>(guide().findChild<QTabWidget*>()->currentWidget())->widget();
    }
    template <class Widget> [[nodiscard]] Widget& in(const char* name) {
        Widget* widget = page().findChild<Widget*>(QLatin1String(name));
        if (widget == nullptr) {
            throw std::logic_error(std::string("no ") + name);
        }
        return *widget;
    }
    /// Types into a field and leaves it by Return.
    void type(const char* name, const QString& text) {
        auto& edit = in<QLineEdit>(name);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
        ASSERT_TRUE(rests());
    }
    void press(const char* name) {
        auto& button = in<QAbstractButton>(name);
        button.setFocus();
        QTest::keyClick(&button, Qt::Key_Space);
        ASSERT_TRUE(rests());
    }
    [[nodiscard]] bool rests() {
        return QTest::qWaitFor([this] { return !guide().job().isBusy(); }, tests::kPatienceMs);
    }
    [[nodiscard]] bool reaches(SessionState state) {
        return QTest::qWaitFor([&] { return m_window.session().state() == state; }, tests::kPatienceMs);
    }
    [[nodiscard]] std::string message() { return guide().message().toStdString(); }
    [[nodiscard]] QString plan() { return m_folder.filePath("our/plan.yaml"); }
    [[nodiscard]] std::string text() { return tests::readFile(plan().toStdString()); }
    [[nodiscard]] QString file(const char* name) { return QString::fromStdString((m_world / name).string()); }
    /// The status of `merestone check`, as in a script.
    [[nodiscard]] int check() { return QProcess::execute(merestoneProgram(), {"check", plan(), "-o", "/dev/null"}); }
    void picture(const char* name) {
        QCoreApplication::processEvents(); // layouts that wait for their turn
        QCoreApplication::processEvents();
        EXPECT_TRUE(m_window.grab().save(QStringLiteral(MERESTONE_SCREENSHOTS "/viewer-guide-%1.png").arg(name)));
    }

    void beginPlan() {
        type("title", "Our plan");
        type("folder", m_folder.filePath("our"));
        type("boundary", file("area.geojson"));
        press("make");
        ASSERT_TRUE(reaches(SessionState::upToDate)) << message();
    }
    void addSites() {
        guide().showStep(GuidePanel::sources);
        type("source", file("sites.geojson"));
        type("name", "proposed");
        press("add");
        ASSERT_TRUE(reaches(SessionState::upToDate)) << message();
    }
    void goToPolicy() {
        guide().showStep(GuidePanel::policy);
        ASSERT_TRUE(QTest::qWaitFor([this] { return in<QComboBox>("rule").count() > 0; }, tests::kPatienceMs));
    }
    /// Chooses by what the list holds; keys move through it.
    void choose(const char* name, const QString& data) {
        auto& box = in<QComboBox>(name);
        const int wanted = box.findData(data);
        ASSERT_GE(wanted, 0) << name << " has no " << data.toStdString();
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Home);
        for (int i = 0; i < box.count() && box.currentIndex() < wanted; ++i) {
            QTest::keyClick(&box, Qt::Key_Down);
        }
        ASSERT_EQ(box.currentData().toString(), data);
    }

    tests::World m_world{tests::passingAndConflicting()};
    QTemporaryDir m_folder;
    MainWindow m_window;
};

TEST_F(GuideTest, LeadsFromTheAreaToTheFirstPolicy) {
    picture("area");
    beginPlan();
    EXPECT_EQ(guide().step(), GuidePanel::sources);
    EXPECT_NE(message().find("plan.gpkg"), std::string::npos) << message();
    EXPECT_EQ(m_window.session().snapshot()->layer("area")->size(), 1U);
    EXPECT_EQ(check(), 0);

    type("source", file("sites.geojson"));
    EXPECT_EQ(in<QComboBox>("role").currentData().toString(), "site_allocation");
    type("name", "proposed");
    picture("sources");
    press("add");
    EXPECT_NE(message().find("'proposed'"), std::string::npos) << message();
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_EQ(check(), 0);

    ASSERT_NO_FATAL_FAILURE(goToPolicy());
    ASSERT_NO_FATAL_FAILURE(choose("topic", "sites"));
    ASSERT_NO_FATAL_FAILURE(choose("rule", "sites/minimum-density"));
    ASSERT_NO_FATAL_FAILURE(choose("for", "proposed"));
    ASSERT_NO_FATAL_FAILURE(choose("layer.not_developable", "greens")); // which holds nothing
    picture("policy");
    press("write");
    ASSERT_TRUE(reaches(SessionState::upToDate)) << message() << m_window.message().toStdString();
    ASSERT_EQ(guide().step(), GuidePanel::findings) << message();
    ASSERT_EQ(m_window.session().result()->rules.size(), 1U);
    EXPECT_EQ(m_window.session().result()->rules[0].id, "P1.minimum-density");
    EXPECT_FALSE(in<QLabel>("said").text().isEmpty());
    EXPECT_EQ(check(), exitStatus(*m_window.session().result(), Severity::must));
    picture("findings");
    press("show");
    EXPECT_TRUE(m_window.findings().view()->hasFocus());
}

TEST_F(GuideTest, EveryStepIsTakenBack) {
    ASSERT_NO_FATAL_FAILURE(beginPlan());
    const std::string begun = text();
    ASSERT_NO_FATAL_FAILURE(addSites());
    const std::string withSites = text();
    ASSERT_NE(begun, withSites);
    auto* undo = guide().findChild<QPushButton*>("undo");
    QTest::keyClick(undo, Qt::Key_Space);
    ASSERT_TRUE(rests());
    EXPECT_EQ(text(), begun);
    EXPECT_FALSE(QFile::exists(m_folder.filePath("our/sites.geojson")));
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_EQ(m_window.session().snapshot()->layer("proposed"), nullptr);
    QTest::keyClick(undo, Qt::Key_Space);
    ASSERT_TRUE(rests());
    EXPECT_FALSE(QFile::exists(m_folder.filePath("our"))) << message();
    EXPECT_EQ(guide().step(), GuidePanel::area);
    EXPECT_FALSE(undo->isEnabled());
}

TEST_F(GuideTest, AStepOfAnotherPlanIsLeftAlone) {
    ASSERT_NO_FATAL_FAILURE(beginPlan());
    m_window.openPlan(QString::fromStdString(m_world.plan()));
    ASSERT_TRUE(reaches(SessionState::upToDate));
    QTest::keyClick(guide().findChild<QPushButton*>("undo"), Qt::Key_Space);
    ASSERT_TRUE(rests());
    EXPECT_NE(message().find("Open that plan"), std::string::npos) << message();
    EXPECT_TRUE(QFile::exists(plan()));
}

TEST_F(GuideTest, FiguresAreCheckedBeforeTheyAreWritten) {
    ASSERT_NO_FATAL_FAILURE(beginPlan());
    ASSERT_NO_FATAL_FAILURE(addSites());
    const std::string before = text();
    ASSERT_NO_FATAL_FAILURE(goToPolicy());
    ASSERT_NO_FATAL_FAILURE(choose("topic", "open_space"));
    ASSERT_NO_FATAL_FAILURE(choose("rule", "open-space/access"));
    press("write");
    EXPECT_NE(message().find("Still to be filled in"), std::string::npos) << message();
    ASSERT_NO_FATAL_FAILURE(choose("for", "proposed"));
    ASSERT_NO_FATAL_FAILURE(choose("layer.open_space", "greens"));
    type("with.within", "400 dogs");
    press("write");
    EXPECT_NE(message().find("dogs"), std::string::npos) << message();
    EXPECT_EQ(text(), before);
    type("with.within", "350 m");
    press("write");
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_NE(text().find("within: 350 m"), std::string::npos) << text();
    EXPECT_EQ(text().find("minimum_size"), std::string::npos) << "what was left as it is stays with the pack";
    EXPECT_EQ(text().substr(0, before.size()), before) << "comments and all";
}

TEST_F(GuideTest, ABoundaryIsDrawnOnWhatIsThere) {
    type("title", "Drawn");
    type("folder", m_folder.filePath("our"));
    press("boundary.drawn");
    press("make");
    ASSERT_TRUE(reaches(SessionState::upToDate)) << message();
    EXPECT_EQ(m_window.session().snapshot()->layer("area")->size(), 0U);
    ASSERT_NO_FATAL_FAILURE(addSites());
    ASSERT_TRUE(in<QPushButton>("draw").isVisible());
    press("draw");
    EXPECT_TRUE(m_window.canvas().hasFocus());
    EXPECT_EQ(m_window.canvas().tool(), MapCanvas::Tool::draw);
    m_window.canvas().zoomTo(Box{407000, 283000, 408000, 284000});
    for (const Point& corner : {Point{407050, 283050}, Point{407900, 283050}, Point{407900, 283900}}) {
        QTest::mouseClick(&m_window.canvas(), Qt::LeftButton, {}, m_window.canvas().view().toUnits(corner).toPoint());
    }
    QTest::keyClick(&m_window.canvas(), Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_window.session().snapshot()->layer("area")->size() == 1; },
                                tests::kPatienceMs))
        << m_window.message().toStdString();
    EXPECT_FALSE(in<QPushButton>("draw").isVisible());
    m_window.document().save();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_window.document().isModified(); }, tests::kPatienceMs));
    EXPECT_EQ(check(), 0);
}

TEST_F(GuideTest, BadFilesAreToldAndNothingIsWritten) {
    type("title", "Our plan");
    type("folder", m_folder.filePath("our"));
    press("make");
    EXPECT_NE(message().find("boundary"), std::string::npos) << message();
    type("boundary", file("empty.geojson"));
    EXPECT_EQ(in<QComboBox>("feature").count(), 0);
    type("boundary", file("stops.csv"));
    ASSERT_TRUE(in<QPushButton>("guess").isVisible()) << "a file without a system is offered to be read in one";
    press("guess");
    EXPECT_EQ(in<QComboBox>("feature").count(), 0) << "points are no boundary";
    press("make");
    EXPECT_FALSE(QFile::exists(plan()));
    tests::writeFile(m_folder.filePath("taken").toStdString(), "a file");
    type("folder", m_folder.filePath("taken"));
    type("boundary", file("area.geojson"));
    press("make");
    EXPECT_NE(message().find("choose another folder"), std::string::npos) << message();
    EXPECT_EQ(m_window.session().state(), SessionState::empty);
}

TEST_F(GuideTest, NamesThatAreTakenAreToldAndTheFileIsLeft) {
    ASSERT_NO_FATAL_FAILURE(beginPlan());
    const std::string before = text();
    guide().showStep(GuidePanel::area);
    press("make");
    EXPECT_NE(message().find("is there already"), std::string::npos) << message();
    guide().showStep(GuidePanel::sources);
    type("source", file("sites.geojson"));
    type("name", "area");
    press("add");
    EXPECT_NE(message().find("already"), std::string::npos) << message();
    EXPECT_EQ(text(), before);
}

TEST_F(GuideTest, AFileWithoutASystemIsReadAsWasAgreed) {
    ASSERT_NO_FATAL_FAILURE(beginPlan());
    type("source", file("stops.csv"));
    EXPECT_FALSE(in<QPushButton>("add").isEnabled());
    press("guess");
    ASSERT_TRUE(in<QPushButton>("add").isEnabled());
    press("add");
    ASSERT_TRUE(reaches(SessionState::upToDate)) << m_window.message().toStdString();
    EXPECT_NE(text().find("crs: \"EPSG:27700\""), std::string::npos) << text();
    EXPECT_EQ(m_window.session().snapshot()->layer("stops")->size(), 2U);
    EXPECT_EQ(check(), 0);
}

TEST_F(GuideTest, IsOfferedOnceAndNeverAgain) {
    QSettings().remove("guide/shown");
    MainWindow first;
    first.offerGuide();
    EXPECT_NE(first.guide(), nullptr);
    MainWindow second;
    second.offerGuide();
    EXPECT_EQ(second.guide(), nullptr);
    second.showGuide();
    EXPECT_NE(second.guide(), nullptr) << "but whoever asks gets it";
}

TEST_F(GuideTest, EverythingThatTakesTheFocusHasAName) {
    ASSERT_NO_FATAL_FAILURE(beginPlan());
    for (const GuidePanel::Step step :
         {GuidePanel::area, GuidePanel::sources, GuidePanel::policy, GuidePanel::findings}) {
        guide().showStep(step);
        ASSERT_TRUE(rests());
        for (QWidget* widget : page().findChildren<QWidget*>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr && widget->isVisible() &&
                qobject_cast<QLabel*>(widget) == nullptr) {
                const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
                ASSERT_NE(face, nullptr);
                EXPECT_FALSE(face->text(QAccessible::Name).isEmpty())
                    << step << " " << widget->metaObject()->className() << " " << widget->objectName().toStdString();
            }
        }
    }
}

} // namespace
} // namespace merestone::viewer
