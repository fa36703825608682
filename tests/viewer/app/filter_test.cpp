// SPDX-License-Identifier: MIT
#include "drawing.hpp"

#include "app/filter_bar.hpp"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QDockWidget>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

namespace merestone::viewer {
namespace {

/// Sites S1 (50 dwellings) and S2 (12), and six parcels.
class Filter : public tests::DrawingTest {
protected:
    void SetUp() override {
        DrawingTest::SetUp();
        m_window.canvas().setTool(MapCanvas::Tool::browse);
        QTest::keyClick(&m_window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        bar().setLayer("sites");
    }
    [[nodiscard]] FilterBar& bar() { return m_window.filter(); }
    void write(const char* condition) {
        bar().edit().clear();
        QTest::keyClicks(&bar().edit(), condition);
        bar().edit().offers().popup()->hide();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !bar().isBusy(); }, tests::kPatienceMs));
    }
    [[nodiscard]] std::string told() { return bar().told().toStdString(); }
    void pressButton(const QString& text) {
        for (QPushButton* button : bar().findChildren<QPushButton*>()) {
            if (button->text().remove('&') == text) {
                ASSERT_TRUE(button->isEnabled());
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        FAIL() << text.toStdString();
    }
};

/// Panels are hidden after the parts of the window that they would speak to are gone.
TEST_F(Filter, AWindowThatGoesIsNotSpokenTo) {
    auto other = std::make_unique<MainWindow>();
    other->show();
    other->openPlan(QString::fromStdString(m_world.plan()));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return other->session().state() == SessionState::upToDate; }, tests::kPatienceMs));
    other->findChild<QDockWidget*>("filter")->show();
    other->filter().setLayer("sites");
    other->filter().edit().setText("dwellings >= 40");
    QTest::keyClick(&other->filter().edit(), Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return other->filter().onMap() != nullptr; }, tests::kPatienceMs));
    int changes = 0;
    QObject::connect(&other->filter(), &FilterBar::changed, [&changes] { ++changes; });
    other.reset();
    EXPECT_EQ(changes, 0) << "the filter was lifted on the way";
}

TEST_F(Filter, CountsAndOutlinesWhatMatches) {
    m_window.canvas().zoomTo(Box{407000, 283000, 407700, 283700});
    ASSERT_TRUE(drawn());
    const QColor s1 = colourAt(at(407150, 283150));
    const QColor s2 = colourAt(at(407550, 283550));
    write("dwellings >= 40");
    EXPECT_EQ(told(), "1 of 2 feature(s) match.");
    ASSERT_TRUE(drawn());
    EXPECT_NE(colourAt(at(407150, 283150)), s1);
    EXPECT_EQ(colourAt(at(407550, 283550)), s2);
    write("");
    EXPECT_EQ(told(), "");
    ASSERT_TRUE(drawn());
    EXPECT_EQ(colourAt(at(407150, 283150)), s1);
}

TEST_F(Filter, AMistakeIsToldWithItsPlaceAndTheNearestField) {
    write("dwelings > 3");
    EXPECT_NE(told().find("column 1"), std::string::npos) << told();
    EXPECT_NE(told().find("did you mean 'dwellings'"), std::string::npos) << told();
    EXPECT_EQ(bar().onMap(), nullptr);
    EXPECT_EQ(m_window.canvas().scene()->filter, nullptr);
}

TEST_F(Filter, F3StepsThroughTheMatchesRoundTheEnd) {
    write("dwellings > 0");
    EXPECT_EQ(told(), "2 of 2 feature(s) match.");
    QTest::keyClick(&m_window, Qt::Key_F3);
    EXPECT_NE(told().find("Shown: 1 of 2."), std::string::npos) << told();
    EXPECT_NEAR(m_window.canvas().view().centre.x(), 407150.0, 1.0);
    QTest::keyClick(&m_window, Qt::Key_F3);
    EXPECT_NEAR(m_window.canvas().view().centre.x(), 407550.0, 1.0);
    EXPECT_EQ(m_window.identified().topLevelItem(0)->text(0), "Sites: S2 Corner");
    QTest::keyClick(&m_window, Qt::Key_F3);
    EXPECT_NEAR(m_window.canvas().view().centre.x(), 407150.0, 1.0);
    QTest::keyClick(&m_window, Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_NEAR(m_window.canvas().view().centre.x(), 407550.0, 1.0);
    EXPECT_TRUE(bar().edit().hasFocus()) << "Enter goes on stepping";
}

TEST_F(Filter, MatchesJoinTheChoiceThatASiteIsMadeOf) {
    bar().setLayer("parcels");
    m_window.canvas().setTool(MapCanvas::Tool::choose);
    clickAll({{407670, 283510}}); // P3
    write("id IN ('P1', 'P2', 'P3')");
    pressButton("Choose them");
    EXPECT_NE(message().find("3 feature(s) chosen, 1,200.0"), std::string::npos) << message();
    QTest::keyClick(&m_window, Qt::Key_M, Qt::ControlModifier);
    ASSERT_TRUE(settles());
    ASSERT_EQ(siteCount(), 3U) << message();
    EXPECT_DOUBLE_EQ(areaOf(2), 1200.0);
}

TEST_F(Filter, FollowsEditsOfTheLayer) {
    write("dwellings IS NULL");
    EXPECT_EQ(told(), "0 of 2 feature(s) match.");
    m_window.canvas().setTool(MapCanvas::Tool::draw);
    clickAll({{407300, 283300}, {407350, 283300}, {407350, 283350}});
    press(Qt::Key_Return);
    ASSERT_TRUE(settles());
    ASSERT_TRUE(QTest::qWaitFor([&] { return told() == "1 of 3 feature(s) match."; }, tests::kPatienceMs)) << told();
    write("dwellings > 3");
    EXPECT_EQ(told(), "2 of 3 feature(s) match. For 1 it cannot be told: a value is missing.");
}

TEST_F(Filter, PuttingItAwayLiftsItAndKeepsTheCondition) {
    write("dwellings > 0");
    ASSERT_NE(m_window.canvas().scene()->filter, nullptr);
    QTest::keyClick(&bar().edit(), Qt::Key_Escape);
    EXPECT_TRUE(m_window.findChild<QDockWidget*>("filter")->isHidden());
    EXPECT_EQ(m_window.canvas().scene()->filter, nullptr);
    QTest::keyClick(&m_window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window.canvas().scene()->filter != nullptr; }, tests::kPatienceMs));
    EXPECT_EQ(bar().edit().text(), "dwellings > 0");
}

TEST_F(Filter, FadesTheOthersWhenAsked) {
    write("id = 'S1'");
    QTest::mouseClick(bar().findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !bar().isBusy(); }, tests::kPatienceMs));
    ASSERT_NE(m_window.canvas().scene()->filter, nullptr);
    EXPECT_TRUE(m_window.canvas().scene()->filter->fades);
    ASSERT_TRUE(drawn());
    EXPECT_TRUE(m_window.grab().save(MERESTONE_SCREENSHOTS "/filter.png")); // for people to look at
    EXPECT_EQ(told(), "1 of 2 feature(s) match.");
}

TEST_F(Filter, OffersFieldsAndTakesTheOneThatIsChosen) {
    QTest::keyClicks(&bar().edit(), "dwe");
    QAbstractItemView& list = *bar().edit().offers().popup();
    ASSERT_TRUE(list.isVisible());
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    EXPECT_EQ(bar().edit().text(), "dwellings");
    EXPECT_FALSE(list.isVisible());
}

TEST_F(Filter, AnotherPlanHasNoFilter) {
    write("dwellings > 0");
    const tests::World other(tests::passingSite());
    m_window.openPlan(QString::fromStdString(other.plan()));
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_EQ(bar().edit().text(), "");
    EXPECT_EQ(m_window.canvas().scene()->filter, nullptr);
}

TEST(FilterJobs, OfManyTheNewestAnswers) {
    FilterJob job;
    QSignalSpy answers(&job, &FilterJob::finished);
    FilterRequest request;
    std::vector<Column> columns(1);
    columns[0].name = "n";
    columns[0].type = ColumnType::integer;
    PackedGeometry geometry;
    std::vector<std::int64_t> fids;
    constexpr std::size_t kMany = 420000; // the parcels of a city
    for (std::size_t i = 0; i < kMany; ++i) {
        geometry.endFeature(Shape::none);
        columns[0].numbers.push_back(static_cast<double>(i));
        fids.push_back(static_cast<std::int64_t>(i));
    }
    ValidityReport validity = checkValidity(geometry, InvalidPolicy::repair, RunContext{});
    request.layer.features = std::make_shared<Layer>("many", LayerInfo(), std::move(geometry), std::move(columns),
                                                     std::move(fids), std::move(validity), "", "");
    request.layer.style = std::make_shared<const map::LayerStyle>(map::LayerStyle{{{}}, {}, {}, {}, 0, 1e9});
    for (int i = 1; i <= 20; ++i) {
        request.condition = QStringLiteral("n < %1").arg(i);
        job.start(request);
    }
    ASSERT_TRUE(answers.wait(tests::kPatienceMs));
    EXPECT_EQ(answers.count(), 1);
    EXPECT_EQ(answers[0][0].value<FilterAnswer>().outcome.matching.size(), 20U);
    job.start(request);
    QSignalSpy stopped(&job, &FilterJob::stopped);
    job.cancel();
    EXPECT_EQ(stopped.count(), 1);
    EXPECT_FALSE(job.isBusy());
}

} // namespace
} // namespace merestone::viewer
