// SPDX-License-Identifier: MIT
#include "cartography/draw_features.hpp"

#include "cartography/hatch.hpp"
#include "cartography/screen_shape.hpp"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace merestone::map {

namespace {

constexpr std::size_t kStopEvery = 256;     ///< features between two looks at the stop token
constexpr int kPathElements = 4096;         ///< a path is drawn when it has so many
constexpr double kLeastStrokePixels = 0.75; ///< thinner strokes fade away
constexpr double kSmallScale = 6000;        ///< lines grow thinner from 1:this on
constexpr double kThinnest = 0.35;          ///< to this share

QPen penOf(const QColor& colour, double width, Dash dash, double unitsPerMm) {
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const double mm = unitsPerMm / std::max(width, 1e-6); // dash patterns count in widths
    switch (dash) {
    case Dash::solid:
        pen.setCapStyle(Qt::RoundCap);
        break;
    case Dash::dashed:
        pen.setDashPattern({1.8 * mm, 1.0 * mm});
        break;
    case Dash::dotted:
        pen.setDashPattern({0.45 * mm, 0.7 * mm});
        break;
    case Dash::dashDot:
        pen.setDashPattern({3.4 * mm, 0.9 * mm, 0.7 * mm, 0.9 * mm});
        break;
    }
    return pen;
}

class LayerPainter {
public:
    LayerPainter(QPainter& painter, const MapLayer& layer, const MapView& view, const Theme& theme,
                 const std::stop_token& stop)
        : m_painter(painter), m_layer(layer), m_geometry(layer.features->geometry()), m_view(view), m_theme(theme),
          m_stop(stop), m_shape(view, 8 * view.unitsPerMm) {}

    bool draw() {
        sortByClass();
        return drawAreas() && drawLines() && drawPoints();
    }

private:
    void sortByClass();
    bool drawAreas();
    bool drawLines();
    bool drawPoints();
    template <class Add, class Flush>
    bool inPaths(const std::vector<std::uint32_t>& rows, Shape shape, const Add& add, const Flush& flush);
    [[nodiscard]] const Symbol& symbolOf(std::size_t styleClass) const {
        return m_theme.symbol(m_layer.style->classes[styleClass].kind);
    }
    [[nodiscard]] double strokeWidth(double mm) const {
        return std::max(mm * m_view.unitsPerMm, kLeastStrokePixels / m_view.devicePixelRatio);
    }

    QPainter& m_painter;
    const MapLayer& m_layer;
    const PackedGeometry& m_geometry;
    const MapView& m_view;
    const Theme& m_theme;
    const std::stop_token& m_stop;
    ScreenShape m_shape;
    std::vector<std::vector<std::uint32_t>> m_rows; ///< by class
};

void LayerPainter::sortByClass() {
    const LayerStyle& style = *m_layer.style;
    m_rows.resize(style.classes.size());
    for (const std::uint32_t row :
         rowsInView(*m_layer.features, m_view.box().grown(4 * m_view.unitsPerMm * m_view.metresPerUnit))) {
        const std::size_t styleClass = style.classOf(row);
        if (style.classes[styleClass].shown) {
            m_rows[styleClass].push_back(row);
        }
    }
}

template <class Add, class Flush>
bool LayerPainter::inPaths(const std::vector<std::uint32_t>& rows, Shape shape, const Add& add, const Flush& flush) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    std::size_t seen = 0;
    for (const std::uint32_t row : rows) {
        if (++seen % kStopEvery == 0 && m_stop.stop_requested()) {
            return false;
        }
        if (m_geometry.shape(row) != shape) {
            continue;
        }
        add(path, row);
        if (path.elementCount() >= kPathElements) {
            flush(path);
            path.clear();
            path.setFillRule(Qt::WindingFill);
        }
    }
    if (!path.isEmpty()) {
        flush(path);
    }
    return !m_stop.stop_requested();
}

bool LayerPainter::drawAreas() {
    for (std::size_t number = 0; number < m_rows.size(); ++number) {
        const Symbol& symbol = symbolOf(number);
        const bool solid = symbol.pattern == Pattern::solid && symbol.fill.isValid();
        const auto addRings = [this](QPainterPath& path, std::uint32_t row) {
            m_shape.addRings(path, m_geometry, row);
        };
        if (symbol.pattern != Pattern::solid && symbol.pattern != Pattern::none) {
            for (const std::uint32_t row : m_rows[number]) {
                if (m_stop.stop_requested()) {
                    return false;
                }
                if (m_geometry.shape(row) == Shape::polygon) {
                    drawPattern(m_painter, m_shape.rings(m_geometry, row), symbol.pattern, symbol.fill, m_view);
                }
            }
        }
        m_painter.setBrush(solid ? QBrush(symbol.fill) : QBrush(Qt::NoBrush));
        if (symbol.casing.isValid() && symbol.casingMm > 0) {
            const QPen halo = penOf(symbol.casing, strokeWidth(symbol.strokeMm + 2 * symbol.casingMm), Dash::solid,
                                    m_view.unitsPerMm);
            if (!inPaths(m_rows[number], Shape::polygon, addRings,
                         [&](const QPainterPath& path) { m_painter.strokePath(path, halo); })) {
                return false;
            }
        }
        m_painter.setPen(symbol.stroke.isValid()
                             ? penOf(symbol.stroke, strokeWidth(symbol.strokeMm), symbol.dash, m_view.unitsPerMm)
                             : QPen(Qt::NoPen));
        if (!inPaths(m_rows[number], Shape::polygon, addRings,
                     [this](const QPainterPath& path) { m_painter.drawPath(path); })) {
            return false;
        }
    }
    return true;
}

bool LayerPainter::drawLines() {
    const auto addLines = [this](QPainterPath& path, std::uint32_t row) { m_shape.addLines(path, m_geometry, row); };
    m_painter.setBrush(Qt::NoBrush);
    // All casings lie beneath all cores, so that streets join at their corners.
    for (const bool casing : {true, false}) {
        for (std::size_t number = 0; number < m_rows.size(); ++number) {
            const Symbol& symbol = symbolOf(number);
            const QColor& colour = casing ? symbol.casing : symbol.stroke;
            if (!colour.isValid()) {
                continue;
            }
            const double core = lineWidth(symbol, m_view);
            const double width =
                casing ? core + 2 * std::max(symbol.casingMm * m_view.unitsPerMm, 0.5 / m_view.devicePixelRatio) : core;
            const QPen pen = penOf(colour, width, casing ? Dash::solid : symbol.dash, m_view.unitsPerMm);
            if (!inPaths(m_rows[number], Shape::line, addLines,
                         [&](const QPainterPath& path) { m_painter.strokePath(path, pen); })) {
                return false;
            }
        }
    }
    return true;
}

bool LayerPainter::drawPoints() {
    const Box seen = m_view.box();
    for (std::size_t number = 0; number < m_rows.size(); ++number) {
        const Symbol& symbol = symbolOf(number);
        const double size = symbol.markerMm * m_view.unitsPerMm;
        std::size_t count = 0;
        for (const std::uint32_t row : m_rows[number]) {
            if (++count % kStopEvery == 0 && m_stop.stop_requested()) {
                return false;
            }
            if (m_geometry.shape(row) != Shape::point) {
                continue;
            }
            for (const Point& p : m_geometry.points(row)) {
                if (seen.grown(size * m_view.metresPerUnit).contains(p)) {
                    drawMarker(m_painter, symbol, m_shape.toUnits(p), size, m_view.unitsPerMm);
                }
            }
        }
    }
    return true;
}

} // namespace

std::vector<std::uint32_t> rowsInView(const Layer& layer, const Box& view) {
    std::vector<std::uint32_t> rows;
    if (view.contains(layer.index().bounds())) {
        rows.resize(layer.size());
        std::iota(rows.begin(), rows.end(), 0U);
        return rows;
    }
    layer.index().query(view, [&rows](std::uint32_t row) {
        rows.push_back(row);
        return true;
    });
    std::sort(rows.begin(), rows.end());
    return rows;
}

double lineWidth(const Symbol& symbol, const MapView& view) {
    const double shrunk = std::clamp(kSmallScale / std::max(1.0, view.scaleDenominator()), kThinnest, 1.0);
    const double onPaper = symbol.strokeMm * (symbol.groundMetres > 0 ? shrunk : 1.0) * view.unitsPerMm;
    const double onGround = symbol.groundMetres / view.metresPerUnit;
    return std::max({onPaper, onGround, kLeastStrokePixels / view.devicePixelRatio});
}

bool drawFeatures(QPainter& painter, const MapLayer& layer, const MapView& view, const Theme& theme,
                  const std::stop_token& stop) {
    return LayerPainter(painter, layer, view, theme, stop).draw();
}

} // namespace merestone::map
