// SPDX-License-Identifier: MIT
#include "app/map_description.hpp"
#include "window.hpp"

#include <QAccessible>
#include <QSignalSpy>

namespace merestone::viewer {
namespace {

class Accessibility : public tests::WindowTest {
protected:
    QAccessibleInterface& face() { return *QAccessible::queryAccessibleInterface(&m_window.canvas()); }
    [[nodiscard]] QString description() { return face().text(QAccessible::Description); }
};

TEST_F(Accessibility, TheMapSaysWhatItShows) {
    EXPECT_EQ(face().role(), QAccessible::Canvas);
    EXPECT_EQ(face().text(QAccessible::Name), "Map");
    EXPECT_TRUE(description().contains("Sites: 2")) << description().toStdString();
    EXPECT_TRUE(description().contains("1 finding(s) are seen.")) << description().toStdString();
    m_window.canvas().zoomTo(Box{407100, 283100, 407200, 283200}); // S1 alone
    EXPECT_TRUE(description().contains("Sites: 1")) << description().toStdString();
    EXPECT_TRUE(description().contains("0 finding(s) are seen.")) << description().toStdString();
}

TEST_F(Accessibility, TheMapSaysWhichFindingIsChosenAndWhetherItIsSeen) {
    ASSERT_TRUE(m_window.findings().choose(kSecondSite));
    m_window.canvas().zoomToEverything();
    EXPECT_TRUE(description().contains("Chosen: Corner site holds 12 homes")) << description().toStdString();
    m_window.canvas().zoomTo(Box{407100, 283100, 407200, 283200});
    EXPECT_TRUE(description().contains("Chosen, and not seen here: Corner site")) << description().toStdString();
}

TEST_F(Accessibility, ALayerThatIsHiddenIsNotSaidToBeSeen) {
    const map::ScenePtr hidden = map::withVisibility(*m_window.canvas().scene(), "sites", false);
    EXPECT_FALSE(mapDescription(hidden.get(), m_window.canvas().view(), {}).contains("Sites"));
    EXPECT_EQ(mapDescription(nullptr, m_window.canvas().view(), {}), "No plan is open.");
}

TEST_F(Accessibility, TheMapCanBeMovedAndZoomedByAScreenReader) {
    QAccessibleActionInterface& actions = *face().actionInterface();
    const map::MapView before = m_window.canvas().view();
    actions.doAction(QAccessibleActionInterface::increaseAction());
    EXPECT_LT(m_window.canvas().view().metresPerUnit, before.metresPerUnit);
    actions.doAction(QAccessibleActionInterface::decreaseAction());
    actions.doAction(QAccessibleActionInterface::scrollRightAction());
    EXPECT_GT(m_window.canvas().view().centre.x(), before.centre.x());
    actions.doAction(QAccessibleActionInterface::scrollUpAction());
    EXPECT_GT(m_window.canvas().view().centre.y(), before.centre.y());
    for (const QString& action : actions.actionNames()) {
        EXPECT_FALSE(actions.localizedActionName(action).isEmpty());
    }
}

} // namespace
} // namespace merestone::viewer
