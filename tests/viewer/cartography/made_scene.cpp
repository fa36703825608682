// SPDX-License-Identifier: MIT
#include "viewer/cartography/made_scene.hpp"

#include "cartography/draw_map.hpp"
#include "cartography/layer_detail.hpp"
#include "cartography/make_marks.hpp"
#include "geometry/geos.hpp"

#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace merestone::map::testing_support {

LayerPtr made(const std::string& layer, const std::vector<Made>& features) {
    PackedGeometry geometry;
    std::vector<Column> columns(3);
    columns[0].name = "id";
    columns[1].name = "name";
    columns[2].name = "use";
    std::vector<std::int64_t> fids;
    const auto add = [](Column& column, const std::string& value) {
        if (value.empty()) {
            column.codes.push_back(Column::kNull);
            return;
        }
        const auto known = std::find(column.dictionary.begin(), column.dictionary.end(), value);
        column.codes.push_back(static_cast<std::uint32_t>(known - column.dictionary.begin()));
        if (known == column.dictionary.end()) {
            column.dictionary.push_back(value);
        }
    };
    for (const Made& feature : features) {
        if (feature.wkt.empty()) {
            geometry.endFeature(Shape::none);
        } else {
            appendGeos(geometry, *fromWkt(feature.wkt));
        }
        add(columns[0], feature.id);
        add(columns[1], feature.name);
        add(columns[2], feature.use);
        fids.push_back(static_cast<std::int64_t>(fids.size()) + 1);
    }
    ValidityReport validity = checkValidity(geometry, InvalidPolicy::repair, RunContext{});
    return std::make_shared<Layer>(layer, LayerInfo(), std::move(geometry), std::move(columns), std::move(fids),
                                   std::move(validity), "id", "name");
}

std::string rectangle(double west, double south, double east, double north) {
    const auto corner = [](double x, double y) { return std::to_string(x) + " " + std::to_string(y); };
    return "POLYGON((" + corner(west, south) + "," + corner(east, south) + "," + corner(east, north) + "," +
           corner(west, north) + "," + corner(west, south) + "))";
}

MapLayer mapLayer(const LayerPtr& features, const std::string& role) {
    LayerSpec spec;
    spec.name = features->name();
    spec.role = role;
    spec.id.text = "id";
    spec.nameField.text = "name";
    MapLayer layer;
    layer.name = QString::fromStdString(spec.name);
    layer.title = layer.name;
    layer.isPlanDrawing = isPlanRole(role);
    layer.style = std::make_shared<const LayerStyle>(chooseStyle(spec, features.get()));
    layer.detail = std::make_shared<LayerDetail>(features);
    layer.features = features;
    return layer;
}

ScenePtr sceneOf(std::vector<MapLayer> layers, const std::vector<Finding>& findings) {
    auto scene = std::make_shared<MapScene>();
    scene->layers = std::move(layers);
    scene->findings = std::make_shared<const FindingMarks>(
        makeMarks(scene->layers, std::make_shared<const std::vector<Finding>>(findings)));
    scene->shownVerdicts = {Verdict::fail, Verdict::borderline, Verdict::cannotTell};
    scene->title = QStringLiteral("Test plan");
    scene->crsName = QStringLiteral("EPSG:27700");
    return scene;
}

Finding finding(const std::string& layer, const std::string& id, Verdict verdict, const std::string& evidenceWkt) {
    Finding made;
    made.rule = std::string("R");
    made.verdict = verdict;
    made.subject.layer = layer;
    made.subject.id = id;
    made.key = "R|" + layer + ":" + id;
    if (!evidenceWkt.empty()) {
        made.evidenceWkb = toWkb(*fromWkt(evidenceWkt));
    }
    return made;
}

MapView squareView(double side, int pixels) {
    MapView view;
    view.centre = {side / 2, side / 2};
    view.size = QSizeF(pixels, pixels);
    view.metresPerUnit = side / pixels;
    return view;
}

QImage pictureOf(const MapScene& scene, const MapView& view) {
    QImage image((view.size * view.devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(view.devicePixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawMap(painter, scene, view, theme(ThemeKind::light));
    return image;
}

bool alike(QColor a, QColor b, int tolerance) {
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

} // namespace merestone::map::testing_support
