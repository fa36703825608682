// SPDX-License-Identifier: MIT
#include "cartography/map_sheet.hpp"

#include "cartography/furniture.hpp"
#include "cartography/legend.hpp"
#include "cartography/text_shape.hpp"

#include <QPainter>
#include <QPen>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace merestone::map {

namespace {

// Millimetres.
constexpr double kMargin = 8.0;
constexpr double kTitleHeight = 13.0;
constexpr double kFootHeight = 9.0;
constexpr double kLegendWidth = 56.0;
constexpr double kLegendHeight = 62.0; ///< below the map, on upright pages
constexpr double kRow = 5.0;
constexpr double kSwatchWidth = 7.0;
constexpr double kSwatchHeight = 3.6;
constexpr double kTextSize = 2.7;
constexpr double kColumn = 62.0;         ///< of a legend below the map
constexpr qsizetype kLongestTitle = 240; ///< characters
constexpr double kLeastAcross = 120.0;   ///< metres that a picture of a finding shows at least

class SheetPainter {
public:
    SheetPainter(QPainter& painter, const MapScene& scene, const SheetLayout& layout, const SheetOptions& options,
                 const Theme& theme)
        : m_painter(painter), m_scene(scene), m_layout(layout), m_options(options), m_theme(theme),
          m_mm(layout.unitsPerMm) {}

    bool draw(const std::stop_token& stop) {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.fillRect(m_layout.page, paper());
        if (!drawMapItself(stop)) {
            return false;
        }
        if (m_options.furniture) {
            coverMargins();
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(m_theme.ink, 0.3 * m_mm, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            m_painter.drawRect(m_layout.map);
            drawTitle();
            drawLegend();
            drawOnMap();
            drawFoot();
        } else {
            drawLicence(m_painter, m_scene.backdrop.licence, m_layout.map, m_mm, m_theme);
        }
        return true;
    }

private:
    [[nodiscard]] QColor paper() const {
        return m_theme.kind == ThemeKind::dark ? m_theme.background.darker(120) : QColor(255, 255, 255);
    }

    bool drawMapItself(const std::stop_token& stop) {
        DrawOptions draw;
        draw.findings = m_options.findings;
        draw.labels = m_options.labels;
        m_painter.save();
        m_painter.translate(m_layout.map.topLeft());
        m_painter.setClipRect(QRectF(QPointF(0, 0), m_layout.map.size()));
        draw.finding = m_options.finding;
        const bool done = drawMap(m_painter, m_scene, m_layout.view, m_theme, stop, draw);
        m_painter.restore();
        return done;
    }

    /// SVG knows no clipping here: what stands out of the map is covered.
    void coverMargins() {
        const QRectF& page = m_layout.page;
        const QRectF& map = m_layout.map;
        for (const QRectF& edge : {QRectF(page.left(), page.top(), page.width(), map.top() - page.top()),
                                   QRectF(page.left(), map.bottom(), page.width(), page.bottom() - map.bottom()),
                                   QRectF(page.left(), page.top(), map.left() - page.left(), page.height()),
                                   QRectF(map.right(), page.top(), page.right() - map.right(), page.height())}) {
            m_painter.fillRect(edge, paper());
        }
    }

    void drawTitle() {
        const QString title = cutForMap(m_options.heading.isEmpty() ? m_scene.title : m_options.heading, kLongestTitle);
        double size = 5.0 * m_mm;
        const double width = m_layout.page.width() - 2 * kMargin * m_mm;
        while (size > 2.5 * m_mm && textWidth(title, size, true) > width) {
            size *= 0.95;
        }
        const QPointF at(kMargin * m_mm, (kMargin + 5.0) * m_mm);
        drawText(m_painter, title, at, size, m_theme.ink, true);
        QStringList facts;
        for (const QString& fact :
             {m_options.heading.isEmpty() ? QString() : m_scene.title, m_scene.body, m_scene.authority}) {
            if (!fact.isEmpty()) {
                facts << cutForMap(fact, kLongestTitle);
            }
        }
        drawText(m_painter, facts.join(QStringLiteral("  \u00b7  ")), at + QPointF(0, 4.6 * m_mm), 2.9 * m_mm,
                 m_theme.faintInk);
    }

    void drawLegend() {
        const QRectF& box = m_layout.legend;
        const double bottom = box.bottom();
        double x = box.left();
        double y = box.top();
        const bool findings = m_options.findings || m_options.finding;
        std::optional<LegendEntry::Group> group;
        const auto newColumn = [&](double needed) {
            if (y + needed > bottom && x + kColumn * m_mm + kLegendWidth * m_mm <= box.right() + 1) {
                x += kColumn * m_mm;
                y = box.top();
            }
        };
        const std::vector<LegendEntry> entries = legendOf(m_scene, m_layout.view, findings);
        const double row = rowHeight(entries, box);
        for (const LegendEntry& entry : entries) {
            if (group != entry.group) {
                y += group && y > box.top() ? 0.35 * row : 0.0;
                newColumn(2 * row);
                drawText(m_painter, groupTitle(entry.group), {x, y + 0.66 * row}, std::min(3.0 * m_mm, 0.62 * row),
                         m_theme.ink, true);
                y += row;
                group = entry.group;
            }
            newColumn(row);
            const double height = std::min(kSwatchHeight * m_mm, row * 0.72);
            drawSwatch(m_painter, entry, QRectF(x, y + (row - height) / 2, kSwatchWidth * m_mm, height), m_layout.view,
                       m_theme);
            drawText(m_painter, entry.title, {x + (kSwatchWidth + 2.2) * m_mm, y + row / 2 + 0.95 * m_mm},
                     std::min(kTextSize * m_mm, 0.62 * row), m_theme.ink);
            y += row;
        }
    }

    /// Rows stand closer when there are many, so that none is left out.
    [[nodiscard]] double rowHeight(const std::vector<LegendEntry>& entries, const QRectF& box) const {
        double rows = 0.0;
        std::optional<LegendEntry::Group> group;
        for (const LegendEntry& entry : entries) {
            rows += group == entry.group ? 1.0 : 2.35;
            group = entry.group;
        }
        const double columns = std::max(1.0, std::floor((box.width() + 1) / (kColumn * m_mm)));
        const double spare = columns > 1 ? 2.0 : 0.0; // columns end where a group would be torn from its title
        return std::min(kRow * m_mm, box.height() / std::max(1.0, std::ceil(rows / columns) + spare));
    }

    /// Scale bar and north arrow, on a patch of their own over the map's corner.
    void drawOnMap() {
        const QRectF& map = m_layout.map;
        const double most = std::min(50.0 * m_mm, map.width() * 0.35);
        const double length = roundLength(most * m_layout.view.metresPerUnit) / m_layout.view.metresPerUnit;
        QColor patch = paper();
        patch.setAlpha(225);
        const QRectF box(map.left(), map.bottom() - 9.0 * m_mm, length + 15.0 * m_mm, 9.0 * m_mm);
        m_painter.fillRect(box, patch);
        drawScaleBar(m_painter, m_layout.view, m_theme, QPointF(map.left() + 3 * m_mm, map.bottom() - 2 * m_mm), most);
        const QRectF corner(map.right() - 11 * m_mm, map.top(), 11 * m_mm, 15 * m_mm);
        m_painter.fillRect(corner, patch);
        drawNorthArrow(m_painter, m_theme, corner.center() - QPointF(0, 1.2 * m_mm), 9.5 * m_mm);
    }

    void drawFoot() {
        QStringList facts;
        if (!m_options.pageName.isEmpty()) {
            facts << QStringLiteral("Scale %1 at %2")
                         .arg(scaleText(m_layout.view.scaleDenominator()), m_options.pageName);
        }
        facts << QStringLiteral("Coordinates: %1").arg(m_scene.crsName);
        if (m_scene.synthetic) {
            facts << QStringLiteral("SYNTHETIC: this place and this plan are made up");
        }
        const double size = 2.3 * m_mm;
        const double width = m_layout.page.width() - 2 * kMargin * m_mm;
        QPointF at(kMargin * m_mm, m_layout.map.bottom() +
                                       (m_layout.legend.top() > m_layout.map.bottom() ? kLegendHeight + 2 : 0) * m_mm +
                                       3.6 * m_mm);
        drawText(m_painter, facts.join(QStringLiteral("  \u00b7  ")), at, size, m_theme.ink);
        for (const QString& line : brokenText(m_scene.licences.join(QStringLiteral("  \u00b7  ")), size, width)) {
            at += QPointF(0, 1.35 * size);
            drawText(m_painter, line, at, size, m_theme.faintInk);
        }
    }

    QPainter& m_painter;
    const MapScene& m_scene;
    const SheetLayout& m_layout;
    const SheetOptions& m_options;
    const Theme& m_theme;
    double m_mm;
};

} // namespace

QSizeF pageMillimetres(Page page) noexcept {
    switch (page) {
    case Page::a4:
        return {297, 210};
    case Page::a4Portrait:
        return {210, 297};
    case Page::a3:
        return {420, 297};
    case Page::a3Portrait:
        return {297, 420};
    }
    return {297, 210};
}

SheetLayout layOut(const MapScene& scene, const SheetOptions& options, double unitsPerMm, double devicePixelRatio) {
    SheetLayout layout;
    layout.unitsPerMm = unitsPerMm;
    layout.page = QRectF(QPointF(0, 0), options.sizeMm * unitsPerMm);
    layout.map = layout.page;
    if (options.furniture) {
        const double mm = unitsPerMm;
        const bool upright = options.sizeMm.height() > options.sizeMm.width();
        layout.map =
            layout.page.adjusted(kMargin * mm, (kMargin + kTitleHeight) * mm, -kMargin * mm, -(kFootHeight + 5) * mm);
        if (upright) {
            layout.map.setBottom(layout.map.bottom() - (kLegendHeight + 2) * mm);
            layout.legend =
                QRectF(layout.map.left(), layout.map.bottom() + 3 * mm, layout.map.width(), (kLegendHeight - 3) * mm);
        } else {
            layout.map.setRight(layout.map.right() - (kLegendWidth + 3) * mm);
            layout.legend =
                QRectF(layout.map.right() + 3 * mm, layout.map.top(), kLegendWidth * mm, layout.map.height());
        }
        // A sheet too small for its furniture still gets a map.
        layout.map.setWidth(std::max(layout.map.width(), 1.0));
        layout.map.setHeight(std::max(layout.map.height(), 1.0));
    }
    const Box box = options.box.empty() ? scene.bounds() : options.box;
    layout.view = MapView::fitting(box, layout.map.size(), options.box.empty() ? 0.04 : 0.0);
    layout.view.unitsPerMm = unitsPerMm;
    layout.view.devicePixelRatio = devicePixelRatio;
    if (options.scaleDenominator) {
        layout.view.setScaleDenominator(*options.scaleDenominator);
    }
    return layout;
}

bool drawSheet(QPainter& painter, const MapScene& scene, const SheetLayout& layout, const SheetOptions& options,
               const Theme& theme, std::stop_token stop) {
    painter.save();
    const bool done = SheetPainter(painter, scene, layout, options, theme).draw(stop);
    painter.restore();
    return done;
}

std::vector<TooSmall> tooSmallOnPaper(const MapScene& scene, const MapView& view, double leastMm) {
    std::vector<TooSmall> small;
    for (std::size_t number = 0; number < scene.layers.size(); ++number) {
        const MapLayer& layer = scene.layers[number];
        if (!layer.visible || !layer.isPlanDrawing) {
            continue;
        }
        layer.features->index().query(view.box(), [&](std::uint32_t row) {
            const Box& box = layer.features->boxes()[row];
            const double metres = std::max(box.maxX - box.minX, box.maxY - box.minY);
            const double onPaper = metres / view.metresPerUnit / view.unitsPerMm;
            if (layer.features->geometry().shape(row) != Shape::point && onPaper < leastMm) {
                const std::string name = layer.features->displayName(row);
                small.push_back({{number, row},
                                 QString::fromStdString(name.empty() ? layer.features->id(row) : name),
                                 onPaper,
                                 metres * 1000.0 / leastMm});
            }
            return true;
        });
    }
    std::sort(small.begin(), small.end(), [](const TooSmall& a, const TooSmall& b) {
        return std::tuple(a.millimetres, a.feature.layer, a.feature.row) <
               std::tuple(b.millimetres, b.feature.layer, b.feature.row);
    });
    return small;
}

Box surroundings(const MapScene& scene, std::size_t mark) {
    const FindingMark& finding = scene.findings->marks.at(mark);
    Box box = finding.box;
    for (const std::optional<FeatureId>& feature : {finding.subject, finding.other}) {
        if (feature) {
            box.extend(scene.layers[feature->layer].features->geometry().box(feature->row));
        }
    }
    if (box.empty()) {
        return scene.bounds();
    }
    const double longer = std::max(box.maxX - box.minX, box.maxY - box.minY);
    return box.grown(std::max(0.18 * longer, (kLeastAcross - longer) / 2));
}

} // namespace merestone::map
