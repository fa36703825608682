// SPDX-License-Identifier: MIT
#include "cartography/draw_marks.hpp"

#include "cartography/hatch.hpp"
#include "cartography/map_font.hpp"
#include "cartography/screen_shape.hpp"

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace merestone::map {

namespace {

constexpr double kMarkerMm = 3.4;
constexpr double kClusterShare = 0.75; ///< of a marker's size: nearer ones stand together
constexpr double kLongShare = 0.12;    ///< likewise of lines, which are then not drawn
constexpr double kLargeShare = 0.25;   ///< of the view's width or height: a defect as large as that is drawn quietly
constexpr std::size_t kMostClusters = 250; ///< of markers in a view; with more, they stand together more widely
constexpr std::size_t kMostEvidence = 600; ///< findings in a view whose evidence is drawn
constexpr std::size_t kStopEvery = 128;

double shareOfView(const Box& box, const MapView& view) {
    const Box seen = view.box();
    return std::max((box.maxX - box.minX) / (seen.maxX - seen.minX), (box.maxY - box.minY) / (seen.maxY - seen.minY));
}

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

enum class Emphasis { among, alone };

/// How many findings a marker stands for, in a little disc at its shoulder.
void drawCount(QPainter& painter, std::size_t count, QPointF at, double size, const Theme& theme) {
    const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    QFont font = mapFont(64);
    font.setBold(true);
    QPainterPath path;
    path.addText(0, 0, font, text);
    const QRectF box = path.boundingRect();
    const double scale = size * 0.42 / 48.0;
    const double half = std::max(size * 0.34, box.width() * scale / 2 + size * 0.14);
    painter.setPen(QPen(theme.ink, size * 0.05));
    painter.setBrush(theme.halo);
    painter.drawRoundedRect(QRectF(at.x() - half, at.y() - size * 0.32, 2 * half, size * 0.64), size * 0.32,
                            size * 0.32);
    QTransform place;
    place.translate(at.x(), at.y());
    place.scale(scale, scale);
    place.translate(-box.center().x(), -box.center().y());
    painter.fillPath(place.map(path), theme.ink);
}

/// The defect itself: areas filled (hatched where it cannot be told), lines dashed, points ringed.
void drawEvidence(QPainter& painter, const PackedGeometry& geometry, std::size_t feature, const FindingMark& mark,
                  const MapView& view, const Theme& theme, Emphasis emphasis) {
    const QColor colour = theme.verdict(mark.verdict).colour;
    const double mm = view.unitsPerMm;
    const bool alone = emphasis == Emphasis::alone;
    // Among many findings a defect that spans the map must not cover it: it is outlined, and its lines are thin.
    const double share = shareOfView(geometry.box(feature), view);
    const bool quiet = !alone && share > kLargeShare;
    const double weight = alone ? 1.5 : (quiet ? 0.7 : 1.0);
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
            painter.setBrush(quiet ? QBrush(Qt::NoBrush) : QBrush(withAlpha(colour, 90)));
            painter.drawPath(path);
        }
        break;
    case Shape::line:
        if (!alone && share > kLongShare) {
            break; // distances across the map would hide it; the marker stands on the subject
        }
        shape.addLines(path, geometry, feature);
        painter.setBrush(Qt::NoBrush);
        painter.strokePath(path, QPen(theme.halo, (alone ? 1.1 : 0.55) * mm, Qt::SolidLine, Qt::FlatCap));
        pen.setWidthF((alone ? 0.5 : 0.25) * mm);
        pen.setDashPattern({4, 2.5});
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

/// Where corners lie close together nobody sees how they are joined, and round joints take most of the time.
Qt::PenJoinStyle joinOf(const QPainterPath& path) {
    constexpr int kManyCorners = 400;
    return path.elementCount() > kManyCorners ? Qt::BevelJoin : Qt::RoundJoin;
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
    const Qt::PenJoinStyle join = joinOf(path);
    painter.strokePath(path, QPen(theme.halo, 1.3 * mm, Qt::SolidLine, Qt::RoundCap, join));
    painter.strokePath(path, QPen(colour, 0.7 * mm, Qt::SolidLine, Qt::RoundCap, join));
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

namespace {

std::vector<MarkCluster> clustersWithin(const MapScene& scene, const MapView& view, double reach) {
    std::vector<MarkCluster> clusters;
    std::map<std::pair<long long, long long>, std::vector<std::size_t>> cells;
    const std::vector<std::uint32_t> seen = marksInView(scene, view);
    for (auto number = seen.rbegin(); number != seen.rend(); ++number) {
        const Point anchor = scene.findings->marks[*number].anchor;
        if (!view.box().contains(anchor)) {
            continue;
        }
        const QPointF at = view.toUnits(anchor);
        const auto column = static_cast<long long>(std::floor(at.x() / reach));
        const auto row = static_cast<long long>(std::floor(at.y() / reach));
        MarkCluster* joined = nullptr;
        for (long long dx = -1; dx <= 1 && joined == nullptr; ++dx) {
            for (long long dy = -1; dy <= 1 && joined == nullptr; ++dy) {
                const auto cell = cells.find({column + dx, row + dy});
                for (std::size_t i = 0; cell != cells.end() && i < cell->second.size() && joined == nullptr; ++i) {
                    MarkCluster& near = clusters[cell->second[i]];
                    const QPointF gap = near.at - at;
                    joined = std::hypot(gap.x(), gap.y()) <= reach ? &near : nullptr;
                }
            }
        }
        if (joined != nullptr) {
            joined->marks.push_back(*number);
        } else {
            cells[{column, row}].push_back(clusters.size());
            clusters.push_back({at, {*number}});
        }
    }
    return clusters;
}

} // namespace

std::vector<MarkCluster> clusterMarks(const MapScene& scene, const MapView& view) {
    double reach = verdictMarkerSize(view) * kClusterShare;
    std::vector<MarkCluster> clusters = clustersWithin(scene, view, reach);
    while (clusters.size() > kMostClusters) {
        reach *= 2.0;
        clusters = clustersWithin(scene, view, reach);
    }
    return clusters;
}

bool drawMarks(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme, LabelGrid& taken,
               const std::stop_token& stop) {
    const FindingMarks& findings = *scene.findings;
    std::size_t count = 0;
    const std::vector<std::uint32_t> seen = marksInView(scene, view);
    for (const std::uint32_t number : seen) {
        if (seen.size() > kMostEvidence) {
            break; // at this scale the markers say enough
        }
        if (++count % kStopEvery == 0 && stop.stop_requested()) {
            return false;
        }
        if (findings.marks[number].hasEvidence) {
            drawEvidence(painter, findings.evidence, number, findings.marks[number], view, theme, Emphasis::among);
        }
    }
    const std::vector<MarkCluster> clusters = clusterMarks(scene, view);
    const double size = verdictMarkerSize(view);
    // The worst verdict is drawn last and so lies on top.
    for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) {
        if (++count % kStopEvery == 0 && stop.stop_requested()) {
            return false;
        }
        drawVerdictMarker(painter, theme.verdict(findings.marks[cluster->marks.front()].verdict), cluster->at, size);
        taken.take(QRectF(cluster->at - QPointF(size, size) * 0.6, QSizeF(size, size) * 1.2));
        if (cluster->marks.size() > 1) {
            drawCount(painter, cluster->marks.size(), cluster->at + QPointF(size * 0.55, -size * 0.55), size, theme);
            taken.take(QRectF(cluster->at + QPointF(0, -size), QSizeF(size * 1.2, size)));
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
        drawEvidence(painter, scene.findings->evidence, mark, finding, view, theme, Emphasis::alone);
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
