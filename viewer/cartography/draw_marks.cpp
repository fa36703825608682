// SPDX-License-Identifier: MIT
#include "cartography/draw_marks.hpp"

#include "cartography/hatch.hpp"
#include "cartography/screen_shape.hpp"

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <algorithm>

namespace merestone::map {

namespace {

constexpr double kMarkerMm = 3.4;
constexpr std::size_t kStopEvery = 128;

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

/// The sign inside a marker, drawn as strokes: no font is needed, and it looks alike on every device.
QPainterPath signPath(const QString& sign, double r) {
    QPainterPath path;
    if (sign == QLatin1String("!")) {
        path.moveTo(0, -r * 0.55);
        path.lineTo(0, r * 0.12);
        path.moveTo(0, r * 0.48);
        path.lineTo(0, r * 0.5);
    } else if (sign == QLatin1String("~")) {
        path.moveTo(-r * 0.42, r * 0.35);
        path.cubicTo(-r * 0.2, -r * 0.1, r * 0.1, r * 0.75, r * 0.42, r * 0.25);
    } else if (sign == QLatin1String("?")) {
        path.moveTo(-r * 0.3, -r * 0.3);
        path.cubicTo(-r * 0.3, -r * 0.75, r * 0.38, -r * 0.7, r * 0.3, -r * 0.25);
        path.cubicTo(r * 0.25, 0, 0, 0, 0, r * 0.22);
        path.moveTo(0, r * 0.53);
        path.lineTo(0, r * 0.55);
    } else if (sign == QLatin1String("i")) {
        path.moveTo(0, -r * 0.5);
        path.lineTo(0, -r * 0.48);
        path.moveTo(0, -r * 0.12);
        path.lineTo(0, r * 0.5);
    } else if (sign == QLatin1String("-")) {
        path.moveTo(-r * 0.35, -r * 0.15);
        path.lineTo(r * 0.35, -r * 0.15);
    } else if (!sign.isEmpty()) { // a tick
        path.moveTo(-r * 0.4, 0);
        path.lineTo(-r * 0.1, r * 0.35);
        path.lineTo(r * 0.42, -r * 0.35);
    }
    return path;
}

/// The defect itself: areas filled (hatched where it cannot be told), lines dashed, points ringed.
void drawEvidence(QPainter& painter, const PackedGeometry& geometry, std::size_t feature, const FindingMark& mark,
                  const MapView& view, const Theme& theme, double weight) {
    const QColor colour = theme.verdict(mark.verdict).colour;
    const double mm = view.unitsPerMm;
    ScreenShape shape(view, 8 * mm);
    QPen pen(colour, 0.5 * weight * mm, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    switch (geometry.shape(feature)) {
    case Shape::polygon:
        shape.addRings(path, geometry, feature);
        painter.setPen(pen);
        if (mark.verdict == Verdict::cannotTell) {
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(path);
            drawPattern(painter, shape.rings(geometry, feature), Pattern::hatch, colour, view);
        } else {
            painter.setBrush(withAlpha(colour, 90));
            painter.drawPath(path);
        }
        break;
    case Shape::line:
        shape.addLines(path, geometry, feature);
        painter.setBrush(Qt::NoBrush);
        painter.strokePath(path, QPen(theme.halo, (0.5 * weight + 0.5) * mm, Qt::SolidLine, Qt::FlatCap));
        pen.setDashPattern({3, 2});
        pen.setCapStyle(Qt::FlatCap);
        painter.strokePath(path, pen);
        break;
    case Shape::point:
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        for (const Point& p : geometry.points(feature)) {
            painter.drawEllipse(view.toUnits(p), 0.9 * mm, 0.9 * mm);
        }
        break;
    case Shape::none:
        break;
    }
}

void outline(QPainter& painter, const MapScene& scene, const FeatureId& id, const MapView& view, const QColor& colour,
             const Theme& theme) {
    if (id.layer >= scene.layers.size() || id.row >= scene.layers[id.layer].features->size()) {
        return;
    }
    const PackedGeometry& geometry = scene.layers[id.layer].features->geometry();
    const double mm = view.unitsPerMm;
    ScreenShape shape(view, 8 * mm);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    painter.setBrush(Qt::NoBrush);
    if (geometry.shape(id.row) == Shape::point) {
        for (const Point& p : geometry.points(id.row)) {
            path.addEllipse(view.toUnits(p), 2.0 * mm, 2.0 * mm);
        }
    } else if (geometry.shape(id.row) == Shape::polygon) {
        shape.addRings(path, geometry, id.row);
        painter.fillPath(path, withAlpha(colour, 36));
    } else {
        shape.addLines(path, geometry, id.row);
    }
    painter.strokePath(path, QPen(theme.halo, 1.3 * mm, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(colour, 0.7 * mm, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

std::vector<std::uint32_t> marksInView(const MapScene& scene, const MapView& view) {
    std::vector<std::uint32_t> seen;
    const Box window = view.box().grown(kMarkerMm * view.unitsPerMm * view.metresPerUnit);
    scene.findings->index.query(window, [&](std::uint32_t number) {
        if (scene.shows(scene.findings->marks[number])) {
            seen.push_back(number);
        }
        return true;
    });
    // The worst verdict is drawn last and so lies on top.
    std::sort(seen.begin(), seen.end(), [&scene](std::uint32_t a, std::uint32_t b) {
        const FindingMark& markA = scene.findings->marks[a];
        const FindingMark& markB = scene.findings->marks[b];
        return std::tuple(markB.verdict, markB.severity, b) < std::tuple(markA.verdict, markA.severity, a);
    });
    return seen;
}

} // namespace

double verdictMarkerSize(const MapView& view) {
    return kMarkerMm * view.unitsPerMm;
}

void drawVerdictMarker(QPainter& painter, const VerdictSymbol& symbol, QPointF at, double size) {
    Symbol shape;
    shape.marker = symbol.shape;
    shape.fill = symbol.colour;
    shape.stroke = QColor(255, 255, 255);
    shape.strokeMm = size * 0.09;
    drawMarker(painter, shape, at, size, 1.0);
    painter.save();
    painter.translate(at);
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(signPath(symbol.sign, size / 2),
                       QPen(symbol.ink, size * 0.11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

bool drawMarks(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme,
               const std::stop_token& stop) {
    const FindingMarks& findings = *scene.findings;
    const std::vector<std::uint32_t> seen = marksInView(scene, view);
    std::size_t count = 0;
    for (const std::uint32_t number : seen) {
        if (++count % kStopEvery == 0 && stop.stop_requested()) {
            return false;
        }
        if (findings.marks[number].hasEvidence) {
            drawEvidence(painter, findings.evidence, number, findings.marks[number], view, theme, 1.0);
        }
    }
    for (const std::uint32_t number : seen) {
        const FindingMark& mark = findings.marks[number];
        if (++count % kStopEvery == 0 && stop.stop_requested()) {
            return false;
        }
        if (view.box().contains(mark.anchor)) {
            drawVerdictMarker(painter, theme.verdict(mark.verdict), view.toUnits(mark.anchor), verdictMarkerSize(view));
        }
    }
    return !stop.stop_requested();
}

void drawFinding(QPainter& painter, const MapScene& scene, std::size_t mark, const MapView& view, const Theme& theme) {
    if (mark >= scene.findings->marks.size() || !view.valid()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const FindingMark& finding = scene.findings->marks[mark];
    if (finding.other) {
        outline(painter, scene, *finding.other, view, theme.highlightOther, theme);
    }
    if (finding.subject) {
        outline(painter, scene, *finding.subject, view, theme.highlight, theme);
    }
    if (finding.hasEvidence) {
        drawEvidence(painter, scene.findings->evidence, mark, finding, view, theme, 1.5);
    }
    if (!finding.box.empty()) {
        drawVerdictMarker(painter, theme.verdict(finding.verdict), view.toUnits(finding.anchor),
                          verdictMarkerSize(view) * 1.4);
    }
}

void drawSelection(QPainter& painter, const MapScene& scene, const std::vector<FeatureId>& features,
                   const MapView& view, const Theme& theme) {
    if (!view.valid()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const FeatureId& id : features) {
        outline(painter, scene, id, view, theme.highlight, theme);
    }
}

} // namespace merestone::map
