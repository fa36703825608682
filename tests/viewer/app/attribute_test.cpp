// SPDX-License-Identifier: MIT
#include "drawing.hpp"

#include "app/attribute_form.hpp"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

namespace merestone::viewer {
namespace {

class Attributes : public tests::DrawingTest {
protected:
    void SetUp() override {
        DrawingTest::SetUp();
        m_window.canvas().setTool(MapCanvas::Tool::edit);
        click(407550, 283550);
    }
    [[nodiscard]] AttributeForm& form() { return m_window.attributes(); }
    [[nodiscard]] QLineEdit* line(const char* field) { return qobject_cast<QLineEdit*>(form().editor(field)); }
    void type(const char* field, const char* text) {
        line(field)->setFocus();
        line(field)->selectAll();
        QTest::keyClicks(line(field), text);
        QTest::keyClick(line(field), Qt::Key_Return);
    }
    [[nodiscard]] std::string dwellings() {
        return m_window.document().features("sites")->column("dwellings")->text(1);
    }
};

TEST_F(Attributes, TellWhatAFieldIsAndWhichRuleHangsOnIt) {
    ASSERT_NE(line("dwellings"), nullptr);
    EXPECT_EQ(line("dwellings")->text(), "12");
    const QString hint = form().hint("dwellings");
    EXPECT_TRUE(hint.contains("Whole number, dwellings")) << hint.toStdString();
    EXPECT_TRUE(hint.contains("Decides H1.density 'Homes per hectare' (must)")) << hint.toStdString();
    EXPECT_TRUE(line("dwellings")->accessibleName().contains("needed"));
    EXPECT_TRUE(form().hint("name").contains("The name by which findings")) << form().hint("name").toStdString();
    EXPECT_FALSE(line("name")->accessibleName().contains("needed"));
}

TEST_F(Attributes, AChangeIsCheckedAtOnceAndCanBeUndone) {
    EXPECT_EQ(conflicts(), 1U);
    type("dwellings", "45");
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 0U);
    EXPECT_TRUE(m_window.isWindowModified());
    m_window.document().stack().undo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 1U);
    EXPECT_EQ(line("dwellings")->text(), "12") << "the form follows";
}

TEST_F(Attributes, WhatCannotStandThereIsNotTaken) {
    type("dwellings", "12.5");
    EXPECT_TRUE(form().hint("dwellings").contains("no whole number")) << form().hint("dwellings").toStdString();
    type("dwellings", "many");
    EXPECT_TRUE(form().hint("dwellings").contains("no number"));
    EXPECT_EQ(line("dwellings")->text(), "many") << "to be put right";
    type("id", "S1");
    EXPECT_TRUE(form().hint("id").contains("another feature")) << form().hint("id").toStdString();
    EXPECT_EQ(m_window.document().stack().count(), 0);
    EXPECT_EQ(dwellings(), "12");
}

TEST_F(Attributes, AnEmptyFieldThatIsNeededSaysSo) {
    line("dwellings")->clear();
    line("dwellings")->setModified(true);
    QTest::keyClick(line("dwellings"), Qt::Key_Return);
    ASSERT_TRUE(settles());
    EXPECT_EQ(dwellings(), "");
    EXPECT_TRUE(form().hint("dwellings").startsWith("Still empty"));
}

TEST_F(Attributes, ANewFeatureIsFilledInAndSaved) {
    m_window.canvas().setTool(MapCanvas::Tool::draw);
    clickAll({{407620, 283500}, {407640, 283500}, {407640, 283520}, {407620, 283520}});
    press(Qt::Key_Return);
    QTest::keyClick(&m_window, Qt::Key_F2);
    ASSERT_NE(line("dwellings"), nullptr);
    EXPECT_EQ(line("id")->text(), "S3");
    type("name", "Back lane");
    type("dwellings", "3");
    ASSERT_TRUE(settles());
    QSignalSpy saved(&m_window.document(), &EditDocument::saved);
    m_window.document().save();
    ASSERT_TRUE(saved.wait(tests::kPatienceMs)) << message();
    PlanSession other;
    other.open(QString::fromStdString(m_world.plan()), {}, true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return other.state() == SessionState::upToDate; }, tests::kPatienceMs));
    const LayerPtr sites = other.snapshot()->layer("sites");
    ASSERT_EQ(sites->size(), 3U);
    EXPECT_EQ(sites->displayName(2), "Back lane");
    EXPECT_EQ(sites->column("dwellings")->text(2), "3");
}

TEST_F(Attributes, TheFormGoesWithItsFeature) {
    m_window.document().remove("sites", m_window.document().features("sites")->fid(1));
    EXPECT_EQ(line("dwellings"), nullptr);
    m_window.document().stack().undo();
    click(407550, 283550);
    EXPECT_NE(line("dwellings"), nullptr);
}

} // namespace
} // namespace merestone::viewer
