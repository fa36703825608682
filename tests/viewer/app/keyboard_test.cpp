// SPDX-License-Identifier: MIT
#include "drawing.hpp"

#include <QAction>
#include <QComboBox>

namespace merestone::viewer {
namespace {

class Keyboard : public tests::DrawingTest {
protected:
    [[nodiscard]] QComboBox& choice(const QString& accessibleName) {
        for (auto* box : m_window.findChildren<QComboBox*>()) {
            if (box->accessibleName() == accessibleName) {
                return *box;
            }
        }
        throw std::logic_error("there is no choice '" + accessibleName.toStdString() + "'");
    }
    [[nodiscard]] bool isOn(const QString& action) {
        for (const auto* each : m_window.findChildren<QAction*>()) {
            if (each->text().remove(QLatin1Char('&')) == action) {
                return each->isChecked();
            }
        }
        throw std::logic_error("there is no action '" + action.toStdString() + "'");
    }
};

TEST_F(Keyboard, LettersTypedIntoAChoiceLookForAnEntry) {
    QComboBox& layers = choice(QStringLiteral("Layer to draw in"));
    layers.setCurrentIndex(layers.findText(QStringLiteral("Area"), Qt::MatchFixedString));
    const bool snapping = isOn(QStringLiteral("Snap to corners and edges"));
    layers.setFocus();
    QTest::keyClick(&layers, Qt::Key_S, Qt::NoModifier);
    EXPECT_EQ(layers.currentText().toLower(), QStringLiteral("sites"));
    EXPECT_EQ(isOn(QStringLiteral("Snap to corners and edges")), snapping) << "S is a shortcut of the window, too";
}

TEST_F(Keyboard, EnterGoesFromAChosenLayerToTheMap) {
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        choice(QStringLiteral("Layer to draw in")).setFocus();
        QTest::keyClick(&choice(QStringLiteral("Layer to draw in")), key);
        EXPECT_TRUE(m_window.canvas().hasFocus());
    }
}

TEST_F(Keyboard, AToolTakesTheKeysToTheMap) {
    m_window.findChild<QTreeView*>()->setFocus();
    QTest::keyClick(&m_window, Qt::Key_D);
    EXPECT_EQ(m_window.canvas().tool(), MapCanvas::Tool::draw);
    EXPECT_TRUE(m_window.canvas().hasFocus());
}

} // namespace
} // namespace merestone::viewer
