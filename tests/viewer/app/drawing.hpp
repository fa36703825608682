// SPDX-License-Identifier: MIT
#pragma once

#include "drawn_plan.hpp"

#include "app/drafting_bar.hpp"

namespace merestone::tests {

/// The plan's sites with six parcels of 20 m by 20 m beside them, and layers of lines and points without any features.
class DrawingTest : public DrawnPlanTest {
protected:
    void addLayers(GpkgWriter& writer) override {
        RecordTable parcels("parcels", {{"id"}});
        for (int i = 0; i < 6; ++i) {
            parcels.text("P" + std::to_string(i + 1))
                .endRow(squareAt(407620 + 20 * (i % 3), 283500 + 20 * (i / 3), 20));
        }
        writer.write(parcels.take(ExportTable::Kind::reference, Shape::polygon, "Parcels", "", "EPSG:27700"));
        RecordTable frontages("frontages", {{"id"}});
        writer.write(frontages.take(ExportTable::Kind::drawing, Shape::line, "Frontages", "", "EPSG:27700"));
        RecordTable views("views", {{"id"}});
        writer.write(views.take(ExportTable::Kind::drawing, Shape::point, "Views", "", "EPSG:27700"));
        m_world.edit("  sites: {", "  parcels: {source: plan.gpkg, layer: parcels, id: id}\n"
                                   "  frontages: {source: plan.gpkg, layer: frontages, role: policy_area, id: id}\n"
                                   "  views: {source: plan.gpkg, layer: views, role: policy_area, id: id}\n"
                                   "  sites: {");
    }
    void SetUp() override {
        DrawnPlanTest::SetUp();
        m_window.drafting().setLayer("sites");
        m_window.canvas().setTool(viewer::MapCanvas::Tool::draw);
    }
    [[nodiscard]] LayerPtr layer(const char* name) { return m_window.session().snapshot()->layer(name); }
    [[nodiscard]] std::string message() { return m_window.message().toStdString(); }
    void clickAll(const std::vector<Point>& places, Qt::KeyboardModifiers keys = {}) {
        for (const Point& place : places) {
            QTest::mouseClick(&m_window.canvas(), Qt::LeftButton, keys, at(place.x, place.y));
        }
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&m_window.canvas(), key, modifiers);
    }
};

} // namespace merestone::tests
