// SPDX-License-Identifier: MIT
#include "exchange/qgis/layout.hpp"

#include "base/text.hpp"
#include "exchange/export/export_texts.hpp"
#include "exchange/style/qml.hpp"

#include <algorithm>

namespace merestone {

namespace {

// Kinds of item, as QGIS numbers them (QgsLayoutItemRegistry::ItemType).
constexpr const char* kPage = "65638";
constexpr const char* kMap = "65639";
constexpr const char* kLabel = "65641";
constexpr const char* kLegend = "65642";
constexpr const char* kScaleBar = "65646";
constexpr const char* kMapId = "{merestone-map}";

/// Millimetres on an A3 page, from its upper left corner.
struct Frame {
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;
};
constexpr Frame kPageFrame{0.0, 0.0, 420.0, 297.0};
constexpr Frame kTitleFrame{10.0, 8.0, 400.0, 12.0};
constexpr Frame kMapFrame{10.0, 24.0, 290.0, 250.0};
constexpr Frame kLegendFrame{305.0, 24.0, 105.0, 190.0};
constexpr Frame kScaleFrame{305.0, 252.0, 105.0, 6.0};
constexpr Frame kBarFrame{305.0, 259.0, 105.0, 15.0};
constexpr Frame kLicenceFrame{10.0, 277.0, 400.0, 16.0};

std::string millimetres(double a, double b) {
    return shortest(a) + "," + shortest(b) + ",mm";
}

XmlElement addItem(const XmlElement& parent, const char* kind, const std::string& id, const Frame& frame, int height) {
    XmlElement item = parent.add("LayoutItem");
    const std::string uuid = "{merestone-" + lowered(id) + "}";
    item.set({{"type", kind},
              {"id", id},
              {"uuid", uuid},
              {"templateUuid", uuid},
              {"position", millimetres(frame.x, frame.y)},
              {"positionOnPage", millimetres(frame.x, frame.y)},
              {"size", millimetres(frame.width, frame.height)},
              {"referencePoint", "0"},
              {"itemRotation", "0"},
              {"visibility", "1"},
              {"opacity", "1"},
              {"background", "true"},
              {"frame", "false"},
              {"outlineWidthM", "0.3,mm"},
              {"positionLock", "false"},
              {"excludeFromExports", "0"},
              {"zValue", std::to_string(height)}});
    item.add("FrameColor").set({{"red", "0"}, {"green", "0"}, {"blue", "0"}, {"alpha", "255"}});
    item.add("BackgroundColor").set({{"red", "255"}, {"green", "255"}, {"blue", "255"}, {"alpha", "255"}});
    return item;
}

void addLabelItem(const XmlElement& layout, const std::string& id, const Frame& frame, const std::string& text,
                  int points, bool bold) {
    const XmlElement item = addItem(layout, kLabel, id, frame, 3);
    item.set({{"labelText", text},
              {"htmlState", "0"},
              {"halign", "1"},
              {"valign", "32"},
              {"marginX", "0"},
              {"marginY", "0"}});
    const std::string weight = bold ? "75" : "50"; // as Qt 5 writes fonts
    item.add("LabelFont")
        .set({{"description", "Sans Serif," + std::to_string(points) + ",-1,5," + weight + ",0,0,0,0,0"},
              {"style", bold ? "Bold" : ""}});
    item.add("FontColor").set({{"red", "0"}, {"green", "0"}, {"blue", "0"}, {"alpha", "255"}});
}

/// The frame's shape, so that QGIS need not choose what to cut.
Box shaped(const Box& box, const Frame& frame) {
    const double width = box.maxX - box.minX;
    const double height = box.maxY - box.minY;
    const double scale = std::max(width / frame.width, height / frame.height);
    const double x = (box.minX + box.maxX) / 2;
    const double y = (box.minY + box.maxY) / 2;
    return {x - scale * frame.width / 2, y - scale * frame.height / 2, x + scale * frame.width / 2,
            y + scale * frame.height / 2};
}

void addMap(const XmlElement& layout, const Box& box) {
    const XmlElement item = addItem(layout, kMap, "Map", kMapFrame, 1);
    item.set({{"frame", "true"},
              {"followPreset", "true"},
              {"followPresetName", kThemeOfAll},
              {"keepLayerSet", "false"},
              {"mapRotation", "0"},
              {"drawCanvasItems", "true"}});
    const Box shown = shaped(box, kMapFrame);
    item.add("Extent").set("xmin", shown.minX).set("ymin", shown.minY).set("xmax", shown.maxX).set("ymax", shown.maxY);
}

void addLegend(const XmlElement& layout, const std::vector<const ProjectLayer*>& order) {
    const XmlElement item = addItem(layout, kLegend, "Legend", kLegendFrame, 2);
    item.set({{"title", "Legend"},
              {"map_uuid", kMapId},
              {"resizeToContents", "1"},
              {"columnCount", "1"},
              {"splitLayer", "1"},
              {"symbolWidth", "6"},
              {"symbolHeight", "3"},
              {"wrapString", ""}});
    const XmlElement tree = item.add("layer-tree-group");
    for (const ProjectLayer* layer : order) {
        const bool whole = layer->filter.empty() && layer->table->shape != Shape::none && !layer->table->rows.empty();
        const ExportTable::Kind kind = layer->table->kind;
        if (whole && (kind == ExportTable::Kind::findings || kind == ExportTable::Kind::drawing)) {
            tree.add("layer-tree-layer")
                .set({{"id", layer->id},
                      {"name", qgisPlainText(layer->name)},
                      {"checked", "Qt::Checked"},
                      {"expanded", "1"}});
        }
    }
}

void addScaleBar(const XmlElement& layout) {
    addItem(layout, kScaleBar, "Scale bar", kBarFrame, 3)
        .set({{"mapUuid", kMapId},
              {"style", "Single Box"},
              {"unitType", "meters"},
              {"unitLabel", "m"},
              {"numMapUnitsPerScaleBarUnit", "1"},
              {"numSegments", "2"},
              {"numSegmentsLeft", "0"},
              {"segmentSizeMode", "1"},
              {"minBarWidth", "30"},
              {"maxBarWidth", "80"},
              {"height", "3"}});
}

/// One line for all tables that go under the same terms.
std::string attribution(const ExportContent& content) {
    std::vector<std::string> terms;
    const auto add = [&terms](const std::string& text) {
        if (!text.empty() && std::find(terms.begin(), terms.end(), text) == terms.end()) {
            terms.push_back(text);
        }
    };
    add(content.plan.summary.licence);
    for (const ExportTable& table : content.tables) {
        add(table.licence);
    }
    std::string text = "Licence and attribution: ";
    for (std::size_t i = 0; i < terms.size(); ++i) {
        text += (i == 0 ? "" : "; ") + terms[i];
    }
    text += terms.empty() ? "not stated" : "";
    return text + ". " + content.plan.crs + (content.plan.synthetic ? ". The data are made up." : "");
}

} // namespace

void addLayout(const XmlElement& layouts, const ExportContent& content, const std::vector<const ProjectLayer*>& order,
               const Box& box) {
    const XmlElement layout = layouts.add("Layout");
    layout.set({{"name", kLayoutName}, {"units", "mm"}, {"printResolution", "300"}, {"worldFileMap", ""}});
    const XmlElement pages = layout.add("PageCollection");
    addItem(pages, kPage, "Page", kPageFrame, 0);
    addMap(layout, box);
    const std::string& title = content.plan.summary.title;
    addLabelItem(layout, "Title", kTitleFrame, qgisPlainText(title), 20, true);
    addLegend(layout, order);
    addLabelItem(layout, "Scale", kScaleFrame,
                 "Scale 1 : [% format_number(round(map_get(item_variables('Map'), 'map_scale')), 0) %] on A3", 9,
                 false);
    addScaleBar(layout);
    addLabelItem(layout, "Licence", kLicenceFrame, qgisPlainText(attribution(content)), 7, false);
}

} // namespace merestone
