// SPDX-License-Identifier: MIT
#include "app/map_dialog.hpp"
#include "window.hpp"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace merestone::viewer {
namespace {

class MapOnPaper : public tests::WindowTest {
protected:
    void SetUp() override {
        tests::WindowTest::SetUp();
        m_dialog = std::make_unique<MapDialog>(m_window.canvas().scene(), m_window.canvas().view().box(),
                                               map::ThemeKind::light, nullptr);
    }
    [[nodiscard]] QByteArray written(const char* name) {
        const QString path = m_folder.filePath(QLatin1String(name));
        m_dialog->saveTo(path);
        const bool isDone = QTest::qWaitFor([&] { return m_dialog->savedFile() == path; }, tests::kPatienceMs);
        QFile file(path);
        return isDone && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QLabel& note() {
        for (QLabel* label : m_dialog->findChildren<QLabel*>()) {
            if (label->accessibleName() == "What to know about this page") {
                return *label;
            }
        }
        throw std::logic_error("no note");
    }
    [[nodiscard]] bool noted(const QString& words) {
        return QTest::qWaitFor([&] { return note().text().contains(words); }, tests::kPatienceMs);
    }
    template <class Widget> Widget& nth(int number) { return *m_dialog->findChildren<Widget*>().at(number); }

    QTemporaryDir m_folder;
    std::unique_ptr<MapDialog> m_dialog;
};

TEST_F(MapOnPaper, IsWrittenInEveryFormat) {
    EXPECT_TRUE(written("map.pdf").startsWith("%PDF"));
    EXPECT_TRUE(written("map.svg").contains("<svg"));
    const QImage picture = QImage::fromData(written("map.png"));
    EXPECT_EQ(picture.width(), std::lround(297 / 25.4 * 200)) << "A4 at 200 dots per inch";
    EXPECT_NE(picture.pixelColor(picture.width() / 3, picture.height() / 2), QColor(Qt::white));
}

TEST_F(MapOnPaper, ThePreviewTellsWhatWouldBeTooSmall) {
    m_dialog->show();
    ASSERT_TRUE(noted("nothing that the plan draws is smaller than 3 mm")) << note().text().toStdString();
    nth<QComboBox>(2).setCurrentIndex(nth<QComboBox>(2).count() - 1); // 1:25,000: a site of 100 m is 4 mm
    ASSERT_TRUE(noted("1:25,000"));
    EXPECT_FALSE(note().text().contains("Mill Lane"));
    nth<QComboBox>(2).setItemData(nth<QComboBox>(2).count() - 1, 50000.0);
    nth<QComboBox>(0).setCurrentIndex(2); // another page; and a site is 2 mm now
    ASSERT_TRUE(noted("these are smaller than 3 mm"));
    EXPECT_TRUE(note().text().contains("Mill Lane")) << note().text().toStdString();
}

TEST_F(MapOnPaper, TheRequestIsWhatWasChosen) {
    nth<QComboBox>(0).setCurrentIndex(3); // A3, portrait
    nth<QComboBox>(1).setCurrentIndex(1); // the whole plan
    nth<QComboBox>(2).setCurrentIndex(3); // 1:2,500
    nth<QLineEdit>(0).setText("  Our   area ");
    nth<QCheckBox>(0).setChecked(false);
    const SheetRequest request = m_dialog->request();
    EXPECT_EQ(request.sheet.sizeMm, QSizeF(297, 420));
    EXPECT_EQ(request.sheet.pageName, "A3");
    EXPECT_TRUE(request.sheet.box.empty());
    EXPECT_EQ(request.sheet.scaleDenominator, 2500.0);
    EXPECT_EQ(request.sheet.heading, "Our area");
    EXPECT_FALSE(request.sheet.findings);
    EXPECT_TRUE(request.sheet.labels);
}

TEST_F(MapOnPaper, WhatCannotBeWrittenIsToldInOneLine) {
    m_dialog->saveTo(m_folder.filePath("nowhere/map.pdf"));
    ASSERT_TRUE(noted("nowhere"));
    EXPECT_FALSE(note().text().contains('\n'));
    m_dialog->saveTo(m_folder.filePath("map.doc"));
    ASSERT_TRUE(noted(".png, .svg or .pdf"));
    EXPECT_FALSE(QFile::exists(m_folder.filePath("map.doc")));
    EXPECT_TRUE(m_dialog->savedFile().isEmpty());
}

TEST_F(MapOnPaper, IsPrinted) {
    const auto printer = std::make_shared<QPrinter>(QPrinter::ScreenResolution);
    const QString file = m_folder.filePath("printed.pdf");
    printer->setOutputFileName(file);
    printer->setFullPage(true);
    SheetJob job;
    QSignalSpy finished(&job, &SheetJob::finished);
    job.print(m_dialog->request(), printer);
    ASSERT_TRUE(finished.wait(tests::kPatienceMs));
    QFile printed(file);
    ASSERT_TRUE(printed.open(QIODevice::ReadOnly));
    EXPECT_TRUE(printed.read(4) == "%PDF");
}

TEST_F(MapOnPaper, StoppingLeavesNothingBehind) {
    SheetJob job;
    QSignalSpy failed(&job, &SheetJob::failed);
    QSignalSpy finished(&job, &SheetJob::finished);
    const QString file = m_folder.filePath("stopped.png");
    job.save(m_dialog->request(), file, 600);
    job.cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return failed.count() + finished.count() == 1; }, tests::kPatienceMs));
    EXPECT_EQ(QFile::exists(file), finished.count() == 1) << "a whole file or none";
    if (failed.count() == 1) {
        EXPECT_EQ(failed[0][0].toString(), QString()) << "stopped is no mistake";
    }
}

TEST_F(MapOnPaper, EverythingThatTakesTheFocusHasANameOrALabel) {
    for (const QWidget* widget : m_dialog->findChildren<QWidget*>()) {
        const bool isOurs = widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr &&
                            widget->parentWidget() == m_dialog.get();
        if (isOurs) {
            const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            ASSERT_NE(face, nullptr);
            EXPECT_FALSE(face->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
        }
    }
}

} // namespace
} // namespace merestone::viewer
