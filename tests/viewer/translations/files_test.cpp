// SPDX-License-Identifier: MIT
// What is written does not depend on who writes it: files are the same under a Polish locale, in Polish, as in English.
#include "app/map_dialog.hpp"
#include "commands/changes_json.hpp"
#include "commands/field_value.hpp"
#include "speaking.hpp"
#include "viewer/app/drawn_plan.hpp"

#include <QFile>
#include <QTemporaryDir>

#include <clocale>
#include <memory>
#include <optional>

namespace merestone::viewer {
namespace {

using tests::kPatienceMs;

QByteArray bytesOf(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// Files that a session at the window leaves, by what they are.
struct Written {
    QByteArray svg;
    QByteArray png;
    QByteArray changes;
    QByteArray planFile;
};

/// One session: a map is saved, an attribute typed in, a conflict waived.
class Session {
public:
    Session() {
        GpkgWriter writer(m_world / "plan.gpkg", "EPSG:27700", "plan.gpkg");
        RecordTable table("sites", {{"id"}, {"name"}, {"dwellings", ColumnType::real}});
        table.text("S1").text("Mill Lane").real(50.0).endRow(tests::squareAt(407100, 283100, 100));
        table.text("S2").text("Corner").real(12.0).endRow(tests::squareAt(407500, 283500, 100));
        writer.write(table.take(ExportTable::Kind::drawing, Shape::polygon, "Sites", "", "EPSG:27700"));
        writer.close();
        m_world.edit("source: sites.geojson", "source: plan.gpkg, layer: sites");
    }
    [[nodiscard]] Written written() {
        m_window.show();
        m_window.setUnattended();
        m_window.openPlan(QString::fromStdString(m_world.plan()));
        EXPECT_TRUE(isSettled());
        Written all;
        all.svg = map("map.svg");
        all.png = map("map.png");
        const QString typed = QLocale().toString(1234.5, 'f', 1); // "1234,5" in Polish
        EXPECT_EQ(setField(m_window.document(), "sites", 2, "dwellings", typed, QLocale()), QString());
        all.changes = changesToJson("plan.yaml", m_window.document().unsaved());
        EXPECT_TRUE(isSettled());
        WaiverSpec waiver;
        waiver.rule = "H1.density";
        waiver.subject = "S2";
        waiver.reason = "agreed, 1.5 ha";
        waiver.by = "group";
        waiver.until = "2031-03-31";
        m_window.session().waive(waiver);
        EXPECT_TRUE(QTest::qWaitFor([&] { return planFile().contains("2031-03-31"); }, kPatienceMs));
        all.planFile = planFile();
        return all;
    }

private:
    [[nodiscard]] bool isSettled() {
        return QTest::qWaitFor(
            [&] { return m_window.session().state() == SessionState::upToDate && m_window.canvas().isSettled(); },
            kPatienceMs);
    }
    [[nodiscard]] QByteArray planFile() const { return bytesOf(QString::fromStdString(m_world.plan())); }
    [[nodiscard]] QByteArray map(const char* name) {
        MapDialog dialog(m_window.canvas().scene(), Box{407000, 283000, 408000, 284000}, map::ThemeKind::light,
                         nullptr);
        const QString file = QString::fromStdString((m_world / name).string());
        dialog.saveTo(file);
        EXPECT_TRUE(QTest::qWaitFor([&] { return dialog.savedFile() == file; }, kPatienceMs));
        return bytesOf(file);
    }

    tests::World m_world{tests::passingAndConflicting()};
    MainWindow m_window;
};

TEST(Files, AreTheSameInPolish) {
    const Written english = Session().written();
    const std::string before = std::setlocale(LC_ALL, nullptr);
    // Where the machine has no Polish locale, the language and Qt's own figures are still Polish.
    (void)std::setlocale(LC_ALL, "pl_PL.UTF-8");
    std::setlocale(LC_NUMERIC, "C"); // as the program does
    Written polish;
    {
        const tests::Speaking speaking("pl");
        ASSERT_EQ(QLocale().decimalPoint(), ",");
        polish = Session().written();
    }
    std::setlocale(LC_ALL, before.c_str());
    EXPECT_TRUE(english.svg.contains("</svg>"));
    EXPECT_EQ(english.svg, polish.svg);
    EXPECT_EQ(english.png, polish.png);
    EXPECT_TRUE(english.changes.contains("1234.5"));
    EXPECT_EQ(english.changes, polish.changes);
    EXPECT_TRUE(english.planFile.contains("agreed, 1.5 ha"));
    EXPECT_EQ(english.planFile, polish.planFile);
}

} // namespace
} // namespace merestone::viewer
