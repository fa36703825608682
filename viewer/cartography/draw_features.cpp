// SPDX-License-Identifier: MIT
#include "cartography/draw_features.hpp"

#include "cartography/hatch.hpp"
#include "cartography/layer_detail.hpp"
#include "cartography/line_canvas.hpp"
#include "cartography/pixel_layer.hpp"
#include "cartography/screen_shape.hpp"

#include <QPaintEngine>
#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace merestone::map {

namespace {

constexpr std::size_t kStopEvery = 256;        ///< features between two looks at the stop token
constexpr std::uint32_t kRowsOfAPath = 8;      ///< rows n * 8 … n * 8 + 7 make one path; Qt is slow on crowded ones
constexpr double kLeastStrokePixels = 0.75;    ///< thinner strokes fade away
constexpr double kSmallScale = 6000;           ///< lines grow thinner from 1:this on
constexpr double kThinnest = 0.35;             ///< to this share
constexpr double kTinyPixels = 3.0;            ///< features of up to this size are drawn as cover of pixels
constexpr double kOutlinedPixels = 5.0;        ///< smaller areas get no outline
constexpr double kHairlinePixels = 1.4;        ///< thinner outlines are drawn pixel by pixel
constexpr double kThinLinePixels = 3.0;        ///< thinner lines likewise
constexpr double kTolerancePixels = 0.3;       ///< of simplified shapes
constexpr double kSpareMm = 1.0;               ///< beyond what strokes need
constexpr std::size_t kManyForVectors = 60000; ///< tiny features on paper: more of them become an image

bool isPatterned(const Symbol& symbol) {
    return symbol.pattern != Pattern::solid && symbol.pattern != Pattern::none;
}

double reachOf(const MapLayer& layer, const MapView& view, const Theme& theme) {
    double reach = 0.0;
    for (const StyleClass& styleClass : layer.style->classes) {
        const Symbol& symbol = theme.symbol(styleClass.kind);
        const double line = lineWidth(symbol, view) / 2 + symbol.casingMm * view.unitsPerMm;
        reach = std::max({reach, line, symbol.markerMm * view.unitsPerMm});
    }
    return reach + kSpareMm * view.unitsPerMm;
}

class LayerPainter {
public:
    LayerPainter(QPainter& painter, const MapLayer& layer, const MapView& view, const Theme& theme,
                 const std::stop_token& stop)
        : m_painter(painter), m_layer(layer),
          m_detail(layer.detail->geometry(kTolerancePixels / view.devicePixelRatio * view.metresPerUnit)),
          m_geometry(*m_detail), m_view(view), m_theme(theme), m_stop(stop), m_reach(reachOf(layer, view, theme)),
          m_shape(view, m_reach), m_raster(painter.paintEngine()->type() == QPaintEngine::Raster),
          m_canvas(LineCanvas::under(painter, view.devicePixelRatio)) {}

    bool draw() {
        sortRows();
        return drawTiny() && drawAreas() && drawLines() && drawPoints();
    }

private:
    void sortRows();
    bool drawTiny();
    bool drawAreas();
    bool drawArea(const Symbol& symbol, const std::vector<std::uint32_t>& rows);
    bool drawPatterns(const Symbol& symbol, const std::vector<std::uint32_t>& rows);
    bool drawLines();
    bool drawLineRows(const std::vector<std::uint32_t>& rows, const QPen& pen);
    bool drawPoints();
    /// Dashes are counted from the beginning of each run, so that they stay where they are when the map is moved.
    bool drawDashed(const std::vector<std::uint32_t>& rows, Shape shape, const QPen& pen);
    /// Outlines and lines, pixel by pixel.
    bool drawHairlines(const std::vector<std::uint32_t>& rows, Shape shape, double width, const QColor& colour);
    void flushPixels();
    PixelLayer& pixels();
    template <class Add, class Flush>
    bool inPaths(const std::vector<std::uint32_t>& rows, Shape shape, const Add& add, const Flush& flush);
    [[nodiscard]] const Symbol& symbolOf(std::size_t styleClass) const {
        return m_theme.symbol(m_layer.style->classes[styleClass].kind);
    }
    [[nodiscard]] double strokeWidth(double mm) const {
        return std::max(mm * m_view.unitsPerMm, kLeastStrokePixels / m_view.devicePixelRatio);
    }
    /// The longer side of a feature's box, in device pixels.
    [[nodiscard]] double pixelsAcross(std::uint32_t row) const {
        const Box& box = m_layer.features->boxes()[row];
        return std::max(box.maxX - box.minX, box.maxY - box.minY) / m_view.metresPerUnit * m_view.devicePixelRatio;
    }

    QPainter& m_painter;
    const MapLayer& m_layer;
    std::shared_ptr<const PackedGeometry> m_detail;
    const PackedGeometry& m_geometry;
    const MapView& m_view;
    const Theme& m_theme;
    const std::stop_token& m_stop;
    double m_reach; ///< units by which anything stands out of its feature's geometry at most
    ScreenShape m_shape;
    bool m_raster;
    std::optional<LineCanvas> m_canvas; ///< else thin lines go into m_pixels
    std::optional<PixelLayer> m_pixels;
    std::vector<std::vector<std::uint32_t>> m_rows; ///< by class
    std::vector<std::vector<std::uint32_t>> m_tiny; ///< polygons of a few pixels, by class
};

void LayerPainter::sortRows() {
    const LayerStyle& style = *m_layer.style;
    m_rows.resize(style.classes.size());
    m_tiny.resize(style.classes.size());
    const std::vector<std::uint32_t> rows =
        rowsInView(*m_layer.features, m_view.box().grown(m_reach * m_view.metresPerUnit));
    const bool tinyAsPixels = m_raster || rows.size() > kManyForVectors;
    for (const std::uint32_t row : rows) {
        const std::size_t number = style.classOf(row);
        if (!style.classes[number].shown) {
            continue;
        }
        const Symbol& symbol = symbolOf(number);
        const bool tiny = tinyAsPixels && m_geometry.shape(row) == Shape::polygon && symbol.casingMm == 0.0 &&
                          (symbol.fill.isValid() || symbol.stroke.isValid()) && pixelsAcross(row) <= kTinyPixels;
        (tiny ? m_tiny : m_rows)[number].push_back(row);
    }
}

PixelLayer& LayerPainter::pixels() {
    if (!m_pixels) {
        const QSizeF size = m_view.size * m_view.devicePixelRatio;
        m_pixels.emplace(QSize(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))));
    }
    return *m_pixels;
}

void LayerPainter::flushPixels() {
    if (m_pixels && !m_pixels->empty()) {
        const QImage image = m_pixels->take();
        m_painter.drawImage(QRectF(QPointF(0, 0), QSizeF(image.size()) / m_view.devicePixelRatio), image);
    }
}

bool LayerPainter::drawTiny() {
    const double scale = m_view.devicePixelRatio / m_view.metresPerUnit;
    const Point corner = m_view.toMetres(QPointF(0, 0));
    std::size_t seen = 0;
    for (std::size_t number = 0; number < m_tiny.size(); ++number) {
        const Symbol& symbol = symbolOf(number);
        const bool plain = symbol.fill.isValid() && symbol.pattern == Pattern::solid;
        const QColor colour = plain ? symbol.fill : symbol.stroke;
        for (const std::uint32_t row : m_tiny[number]) {
            if (++seen % kStopEvery == 0 && m_stop.stop_requested()) {
                return false;
            }
            const Box& box = m_layer.features->boxes()[row];
            const QRectF place((box.minX - corner.x) * scale, (corner.y - box.maxY) * scale,
                               (box.maxX - box.minX) * scale, (box.maxY - box.minY) * scale);
            // What the plan draws must stay to be seen, so it counts for a whole pixel.
            const double area = m_layer.features->areas()[row] * scale * scale;
            pixels().addArea(place, m_layer.isPlanDrawing ? std::max(1.0, area) : area, colour);
        }
    }
    flushPixels();
    return true;
}

template <class Add, class Flush>
bool LayerPainter::inPaths(const std::vector<std::uint32_t>& rows, Shape shape, const Add& add, const Flush& flush) {
    // Which features share a path follows from their rows, not from what else is seen: their common edges then look
    // alike in every picture, whatever part of the land it shows.
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    std::uint32_t bundle = 0;
    std::size_t seen = 0;
    const auto finish = [&] {
        if (!path.isEmpty()) {
            flush(path);
            path.clear();
            path.setFillRule(Qt::WindingFill);
        }
    };
    for (const std::uint32_t row : rows) {
        if (++seen % kStopEvery == 0 && m_stop.stop_requested()) {
            return false;
        }
        if (m_geometry.shape(row) != shape) {
            continue;
        }
        if (row / kRowsOfAPath != bundle) {
            finish();
            bundle = row / kRowsOfAPath;
        }
        add(path, row);
    }
    finish();
    return !m_stop.stop_requested();
}

bool LayerPainter::drawHairlines(const std::vector<std::uint32_t>& rows, Shape shape, double width,
                                 const QColor& colour) {
    const double ratio = m_view.devicePixelRatio;
    const QSizeF size = m_view.size * ratio;
    std::size_t seen = 0;
    for (const std::uint32_t row : rows) {
        if (++seen % kStopEvery == 0 && m_stop.stop_requested()) {
            return false;
        }
        if (m_geometry.shape(row) != shape || (shape == Shape::polygon && pixelsAcross(row) < kOutlinedPixels)) {
            continue;
        }
        for (std::uint32_t run = m_geometry.runsBegin(row); run < m_geometry.runsEnd(row); ++run) {
            const std::span<const Point> points = m_geometry.run(run);
            QPointF before = points.empty() ? QPointF() : m_shape.toUnits(points.front()) * ratio;
            for (std::size_t i = 1; i < points.size(); ++i) {
                const QPointF at = m_shape.toUnits(points[i]) * ratio;
                const bool outside = std::max(before.x(), at.x()) < 0 || std::min(before.x(), at.x()) > size.width() ||
                                     std::max(before.y(), at.y()) < 0 || std::min(before.y(), at.y()) > size.height();
                if (!outside) {
                    if (m_canvas) {
                        m_canvas->addLine(before, at, width * ratio, colour);
                    } else {
                        pixels().addLine(before, at, width * ratio, colour);
                    }
                }
                before = at;
            }
        }
    }
    return true;
}

bool LayerPainter::drawDashed(const std::vector<std::uint32_t>& rows, Shape shape, const QPen& pen) {
    QPen shifted = pen;
    for (const std::uint32_t row : rows) {
        if (m_stop.stop_requested()) {
            return false;
        }
        if (m_geometry.shape(row) != shape) {
            continue;
        }
        for (const ScreenShape::Stretch& stretch : m_shape.stretches(m_geometry, row)) {
            shifted.setDashOffset(stretch.from / pen.widthF());
            QPainterPath path(stretch.points.front());
            for (std::size_t i = 1; i < stretch.points.size(); ++i) {
                path.lineTo(stretch.points[i]);
            }
            m_painter.strokePath(path, shifted);
        }
    }
    return true;
}

bool LayerPainter::drawPatterns(const Symbol& symbol, const std::vector<std::uint32_t>& rows) {
    for (const std::uint32_t row : rows) {
        if (m_stop.stop_requested()) {
            return false;
        }
        if (m_geometry.shape(row) == Shape::polygon) {
            drawPattern(m_painter, m_shape.rings(m_geometry, row), symbol.pattern, symbol.fill, m_view);
        }
    }
    return true;
}

bool LayerPainter::drawArea(const Symbol& symbol, const std::vector<std::uint32_t>& rows) {
    const auto addRings = [this](QPainterPath& path, std::uint32_t row) { m_shape.addRings(path, m_geometry, row); };
    const auto stroke = [&](const QPen& pen) {
        if (pen.style() != Qt::SolidLine) {
            return drawDashed(rows, Shape::polygon, pen);
        }
        return inPaths(rows, Shape::polygon, addRings,
                       [&](const QPainterPath& path) { m_painter.strokePath(path, pen); });
    };
    if (isPatterned(symbol) && !drawPatterns(symbol, rows)) {
        return false;
    }
    if (symbol.pattern == Pattern::solid && symbol.fill.isValid() &&
        !inPaths(rows, Shape::polygon, addRings,
                 [&](const QPainterPath& path) { m_painter.fillPath(path, symbol.fill); })) {
        return false;
    }
    if (symbol.casing.isValid() && symbol.casingMm > 0 &&
        !stroke(
            penOf(symbol.casing, strokeWidth(symbol.strokeMm + 2 * symbol.casingMm), Dash::solid, m_view.unitsPerMm))) {
        return false;
    }
    if (!symbol.stroke.isValid()) {
        return true;
    }
    const double width = strokeWidth(symbol.strokeMm);
    if (m_raster && symbol.dash == Dash::solid && width * m_view.devicePixelRatio <= kHairlinePixels) {
        return drawHairlines(rows, Shape::polygon, width, symbol.stroke);
    }
    return stroke(penOf(symbol.stroke, width, symbol.dash, m_view.unitsPerMm));
}

bool LayerPainter::drawAreas() {
    for (std::size_t number = 0; number < m_rows.size(); ++number) {
        if (!m_rows[number].empty() && !drawArea(symbolOf(number), m_rows[number])) {
            return false;
        }
    }
    flushPixels();
    return true;
}

bool LayerPainter::drawLineRows(const std::vector<std::uint32_t>& rows, const QPen& pen) {
    if (m_raster && pen.style() == Qt::SolidLine && pen.widthF() * m_view.devicePixelRatio <= kThinLinePixels) {
        return drawHairlines(rows, Shape::line, pen.widthF(), pen.color());
    }
    flushPixels(); // keeps the order of classes
    if (pen.style() != Qt::SolidLine) {
        return drawDashed(rows, Shape::line, pen);
    }
    const auto addLines = [this](QPainterPath& path, std::uint32_t row) { m_shape.addLines(path, m_geometry, row); };
    return inPaths(rows, Shape::line, addLines, [&](const QPainterPath& path) { m_painter.strokePath(path, pen); });
}

bool LayerPainter::drawLines() {
    // All casings lie beneath all cores, so that streets join at their corners.
    for (const bool casing : {true, false}) {
        for (std::size_t number = 0; number < m_rows.size(); ++number) {
            const Symbol& symbol = symbolOf(number);
            const QColor& colour = casing ? symbol.casing : symbol.stroke;
            if (m_rows[number].empty() || !colour.isValid() || (casing && symbol.casingMm <= 0)) {
                continue;
            }
            const double core = lineWidth(symbol, m_view);
            const double edge = std::max(symbol.casingMm * m_view.unitsPerMm, 0.5 / m_view.devicePixelRatio);
            const QPen pen =
                penOf(colour, casing ? core + 2 * edge : core, casing ? Dash::solid : symbol.dash, m_view.unitsPerMm);
            if (!drawLineRows(m_rows[number], pen)) {
                return false;
            }
        }
    }
    flushPixels();
    return true;
}

bool LayerPainter::drawPoints() {
    const Box seen = m_view.box();
    for (std::size_t number = 0; number < m_rows.size(); ++number) {
        const Symbol& symbol = symbolOf(number);
        const double size = symbol.markerMm * m_view.unitsPerMm;
        const Box window = seen.grown(size * m_view.metresPerUnit);
        std::size_t count = 0;
        for (const std::uint32_t row : m_rows[number]) {
            if (++count % kStopEvery == 0 && m_stop.stop_requested()) {
                return false;
            }
            if (m_geometry.shape(row) != Shape::point) {
                continue;
            }
            for (const Point& p : m_geometry.points(row)) {
                if (window.contains(p)) {
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
