// SPDX-License-Identifier: MIT
#pragma once

#include "window.hpp"

#include "exchange/export/record_table.hpp"
#include "exchange/gpkg_writer.hpp"

namespace merestone::tests {

[[nodiscard]] inline PackedGeometry squareAt(double x, double y, double side) {
    PackedGeometry square;
    const Point ring[] = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
    square.addPoints(ring);
    square.endRun();
    square.endPart();
    square.endFeature(Shape::polygon);
    return square;
}

/// The window with a plan whose sites are in a GeoPackage: S1 passes, S2 has too few homes for its hectare.
class DrawnPlanTest : public WindowTest {
protected:
    void SetUp() override {
        const std::filesystem::path file = m_world / "plan.gpkg";
        GpkgWriter writer(file, "EPSG:27700", "plan.gpkg");
        RecordTable table("sites", {{"id"}, {"name"}, {"dwellings", ColumnType::integer}});
        table.text("S1").text("Mill Lane").integer(50).endRow(squareAt(407100, 283100, 100));
        table.text("S2").text("Corner").integer(12).endRow(squareAt(407500, 283500, 100));
        writer.write(table.take(ExportTable::Kind::drawing, Shape::polygon, "Sites", "", "EPSG:27700"));
        addLayers(writer);
        writer.close();
        m_world.edit("source: sites.geojson", "source: plan.gpkg, layer: sites");
        WindowTest::SetUp();
        m_window.canvas().zoomTo(Box{407400, 283400, 407700, 283700});
        m_window.canvas().setTool(viewer::MapCanvas::Tool::edit);
    }
    /// What else a test has drawn in the plan's GeoPackage, and names in the plan file.
    virtual void addLayers(GpkgWriter&) {}
    void drag(Point from, Point to, int steps = 5) {
        viewer::MapCanvas& canvas = m_window.canvas();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, at(from.x, from.y));
        for (int i = 1; i <= steps; ++i) {
            QTest::mouseMove(&canvas, at(from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps));
        }
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(to.x, to.y));
    }
    [[nodiscard]] bool settles() {
        return QTest::qWaitFor([&] { return m_window.session().state() == viewer::SessionState::upToDate; },
                               kPatienceMs);
    }
    [[nodiscard]] double areaOf(std::size_t row) { return m_window.session().snapshot()->layer("sites")->areas()[row]; }
    [[nodiscard]] std::size_t siteCount() { return m_window.session().snapshot()->layer("sites")->size(); }
    [[nodiscard]] std::size_t conflicts() { return m_window.session().result()->findings.size(); }
    /// Makes S2 so small that its twelve homes are enough.
    void shrinkSecondSite() {
        click(407550, 283550);
        ASSERT_TRUE(m_window.canvas().editTool().hasTarget()) << m_window.message().toStdString();
        drag({407600, 283600}, {407501, 283501});
        ASSERT_TRUE(settles());
    }
};

} // namespace merestone::tests
