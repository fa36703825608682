// SPDX-License-Identifier: MIT
#include "app/export_dialog.hpp"
#include "app/report_dialog.hpp"
#include "drawn_plan.hpp"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QUrl>

namespace merestone::viewer {

/// Takes what would be opened by another program.
class Opener : public QObject {
    Q_OBJECT

public:
    Opener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    QStringList opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened << url.toLocalFile(); }
};

namespace {

class OutputTest : public tests::DrawnPlanTest {
protected:
    template <class Dialog> Dialog& make() {
        auto dialog = std::make_unique<Dialog>(m_window.session(), m_window.document(), nullptr);
        Dialog& made = *dialog;
        m_dialog = std::move(dialog);
        m_dialog->show();
        return made;
    }
    [[nodiscard]] QPushButton& button(const QString& text) {
        for (QPushButton* button : m_dialog->findChildren<QPushButton*>()) {
            if (button->text().remove('&') == text) {
                return *button;
            }
        }
        throw std::logic_error("no button " + text.toStdString());
    }
    [[nodiscard]] QString note() {
        for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
            if (label->accessibleName() == "What to know") {
                return label->text();
            }
        }
        throw std::logic_error("no note");
    }
    [[nodiscard]] QString told() { return m_dialog->findChild<QPlainTextEdit*>()->toPlainText(); }
    [[nodiscard]] QLineEdit& target() { return *m_dialog->findChildren<QLineEdit*>().first(); }
    /// Types another target.
    void aim(const QString& target) {
        this->target().selectAll();
        QTest::keyClicks(&this->target(), target);
    }
    [[nodiscard]] bool ends() {
        return QTest::qWaitFor(
            [&] { return m_dialog->findChildren<QPushButton*>().last()->text().remove('&') == "Close"; },
            tests::kPatienceMs);
    }
    [[nodiscard]] QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void writeInto(const QString& place) {
        aim(place);
        QTest::keyClick(&target(), Qt::Key_Return);
        ASSERT_TRUE(ends());
    }
    [[nodiscard]] QString planFolder() { return QString::fromStdString(m_world.folder().string()); }

    QTemporaryDir m_folder;
    Opener m_opener;
    std::unique_ptr<OutputDialog> m_dialog;
};

TEST_F(OutputTest, AnExportIsWrittenAndTellsWhatWasLost) {
    make<ExportDialog>();
    const QString folder = m_folder.filePath("handover");
    ASSERT_NO_FATAL_FAILURE(writeInto(folder));
    EXPECT_EQ(m_dialog->written(), folder) << told().toStdString();
    for (const char* file : {"plan.qgz", "plan.gpkg", "shapefile", "geojson", "csv", "planning-data"}) {
        EXPECT_TRUE(QFile::exists(folder + '/' + file)) << file;
    }
    EXPECT_TRUE(told().contains("Shapefile")) << told().toStdString();
    EXPECT_TRUE(told().contains("Written:")) << told().toStdString();
    QTest::mouseClick(&button("Open the folder"), Qt::LeftButton);
    EXPECT_EQ(m_opener.opened, QStringList{folder});
    EXPECT_TRUE(m_dialog->grab().save(MERESTONE_SCREENSHOTS "/viewer-export.png"));
}

TEST_F(OutputTest, OnlyTheFormatsThatWereChosenAreWritten) {
    auto& dialog = make<ExportDialog>();
    for (QCheckBox* box : dialog.findChildren<QCheckBox*>()) {
        if (box->objectName() != "csv") {
            QTest::keyClick(box, Qt::Key_Space);
        }
    }
    dialog.findChild<QComboBox*>()->setCurrentIndex(1);
    EXPECT_TRUE(dialog.arguments().contains("--all"));
    const QString folder = m_folder.filePath("tables");
    ASSERT_NO_FATAL_FAILURE(writeInto(folder));
    EXPECT_TRUE(QFile::exists(folder + "/csv/sites.csv"));
    EXPECT_FALSE(QFile::exists(folder + "/plan.gpkg"));
    QTest::keyClick(dialog.findChild<QCheckBox*>("csv"), Qt::Key_Space);
    EXPECT_EQ(note(), "Choose a format.");
    EXPECT_FALSE(button("Export").isEnabled());
}

TEST_F(OutputTest, AFolderWithFilesOfSomebodyElseIsLeftAlone) {
    make<ExportDialog>();
    QFile precious(m_folder.filePath("precious.txt"));
    ASSERT_TRUE(precious.open(QIODevice::WriteOnly));
    precious.close();
    ASSERT_NO_FATAL_FAILURE(writeInto(m_folder.path()));
    EXPECT_TRUE(m_dialog->written().isEmpty());
    EXPECT_TRUE(told().contains("precious.txt")) << told().toStdString();
    EXPECT_FALSE(told().contains("merestone:"));
    EXPECT_FALSE(button("Open the folder").isEnabled());
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files), QStringList{"precious.txt"});
}

TEST_F(OutputTest, StoppingLeavesNothingHalfMade) {
    make<ExportDialog>();
    const QString folder = m_folder.filePath("stopped");
    aim(folder);
    m_dialog->start();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape); // stops, and the dialog stays
    ASSERT_TRUE(ends());
    EXPECT_TRUE(m_dialog->isVisible());
    EXPECT_EQ(QFile::exists(folder), !m_dialog->written().isEmpty()) << "a whole export or none";
    if (m_dialog->written().isEmpty()) {
        EXPECT_EQ(note(), "Stopped; nothing was written.");
    }
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    EXPECT_FALSE(m_dialog->isVisible());
}

TEST_F(OutputTest, UnsavedDrawingsAreSavedFirst) {
    shrinkSecondSite();
    ASSERT_TRUE(m_window.document().isModified());
    make<ExportDialog>();
    aim(m_folder.filePath("saved"));
    EXPECT_FALSE(button("Export").isEnabled());
    QTest::keyClick(&target(), Qt::Key_Return);
    EXPECT_FALSE(QFile::exists(m_folder.filePath("saved")));
    ASSERT_TRUE(button("Save the drawings").isVisible());
    QTest::mouseClick(&button("Save the drawings"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return button("Export").isEnabled(); }, tests::kPatienceMs));
    EXPECT_FALSE(button("Save the drawings").isVisible());
    QTest::mouseClick(&button("Export"), Qt::LeftButton);
    ASSERT_TRUE(ends());
    const QByteArray rules = contentOf(m_folder.filePath("saved/csv/rules.csv"));
    EXPECT_TRUE(rules.contains("\"must\",\"pass\"")) << "what is on the screen is exported: " << rules.constData();
}

TEST_F(OutputTest, AReportIsWrittenAndOpened) {
    auto& dialog = make<ReportDialog>();
    dialog.findChildren<QSpinBox*>().first()->setValue(1); // one map of a finding, and that of all
    const QString file = m_folder.filePath("report.html");
    ASSERT_NO_FATAL_FAILURE(writeInto(file));
    EXPECT_EQ(m_dialog->written(), file) << told().toStdString();
    EXPECT_TRUE(contentOf(file).contains("Test Neighbourhood Plan"));
    EXPECT_TRUE(contentOf(file).contains("data:image/png")) << "maps are drawn by the program beside it";
    EXPECT_EQ(m_opener.opened, QStringList{file});
    EXPECT_TRUE(m_dialog->grab().save(MERESTONE_SCREENSHOTS "/viewer-report.png"));
}

TEST_F(OutputTest, TheEndingAndTheKindOfAReportAgree) {
    auto& dialog = make<ReportDialog>();
    auto& kind = *dialog.findChild<QComboBox*>();
    kind.setCurrentIndex(1);
    EXPECT_TRUE(target().text().endsWith(".pdf"));
    aim(m_folder.filePath("report.html"));
    EXPECT_EQ(kind.currentIndex(), 0);
    aim(m_folder.filePath("report.doc"));
    EXPECT_TRUE(note().contains("must end in .html or .pdf"));
    EXPECT_FALSE(button("Write").isEnabled());
}

TEST_F(OutputTest, WhyAReportCouldNotBeWrittenIsToldLineByLine) {
    auto& dialog = make<ReportDialog>();
    dialog.findChildren<QLineEdit*>().last()->setText("nowhere.json");
    ASSERT_NO_FATAL_FAILURE(writeInto(m_folder.filePath("report.html")));
    EXPECT_TRUE(told().contains("nowhere.json")) << told().toStdString();
    EXPECT_FALSE(QFile::exists(m_folder.filePath("report.html")));
    EXPECT_TRUE(m_opener.opened.isEmpty());
}

TEST_F(OutputTest, WhatIsTypedIsMeantFromThePlansFolder) {
    auto& dialog = make<ReportDialog>();
    aim("out.html");
    const QStringList arguments = dialog.arguments();
    EXPECT_EQ(arguments.value(arguments.indexOf("-o") + 1), planFolder() + "/out.html");
}

TEST_F(OutputTest, EverythingThatTakesTheFocusHasAName) {
    for (const bool isReport : {false, true}) {
        isReport ? static_cast<void>(make<ReportDialog>()) : static_cast<void>(make<ExportDialog>());
        for (QWidget* widget : m_dialog->findChildren<QWidget*>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr &&
                qobject_cast<QSpinBox*>(widget->parentWidget()) == nullptr) {
                const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
                ASSERT_NE(face, nullptr);
                EXPECT_FALSE(face->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
            }
        }
    }
}

TEST_F(OutputTest, TheMenuAsksForAPlanFirst) {
    MainWindow empty;
    for (QAction* action : empty.findChildren<QAction*>()) {
        if (action->text() == "E&xport for QGIS…") {
            action->trigger();
        }
    }
    EXPECT_TRUE(empty.message().contains("Open a plan first")) << empty.message().toStdString();
}

} // namespace
} // namespace merestone::viewer

#include "output_dialog_test.moc"
