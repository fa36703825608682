// SPDX-License-Identifier: MIT
#include "cartography/labels.hpp"

#include "cartography/label_candidates.hpp"
#include "cartography/layer_detail.hpp"
#include "cartography/line_chains.hpp"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace merestone::map {

namespace {

using Placement = LabelStyle::Placement;

constexpr double kLineHeight = 1.12;   ///< em from baseline to baseline
constexpr double kSharpestTurn = 0.45; ///< radians between two letters
constexpr double kLargestBend = 0.9;   ///< radians from the first letter to the last
constexpr double kRepeatMm = 90.0;     ///< a street is named again after this much
constexpr std::size_t kStopEvery = 32;

QColor inkOf(Kind kind, const Theme& theme) {
    if (kind == Kind::water) {
        return theme.waterInk;
    }
    if ((kind >= Kind::schoolField && kind <= Kind::woodland) || kind == Kind::localGreenSpace || kind == Kind::tree) {
        return theme.greenInk;
    }
    if (kind >= Kind::railway && kind <= Kind::streetMain) {
        return theme.streetInk;
    }
    if (kind == Kind::siteAllocation) {
        return theme.planInk;
    }
    if (kind == Kind::policyArea || kind == Kind::centre || kind == Kind::orphanSpace ||
        kind == Kind::conservationArea) {
        return theme.symbol(kind).stroke;
    }
    return kind == Kind::subArea || kind == Kind::otherArea ? theme.faintInk : theme.ink;
}

/// A block of lines centred in a rectangle.
struct Block {
    std::vector<TextShapePtr> lines;
    double width = 0.0;  ///< units
    double height = 0.0; ///< units
};

/// The break nearest to the middle; the text alone when it has no space.
QStringList halves(const QString& text) {
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(QLatin1Char(' ')); at >= 0; at = text.indexOf(QLatin1Char(' '), at + 1)) {
        if (best < 0 || std::abs(2 * at - text.size()) < std::abs(2 * best - text.size())) {
            best = at;
        }
    }
    return best < 0 ? QStringList(text) : QStringList{text.left(best), text.mid(best + 1)};
}

class Placer {
public:
    Placer(const MapScene& scene, const MapView& view, const Theme& theme, LabelGrid& grid)
        : m_scene(scene), m_view(view), m_theme(theme), m_grid(grid) {}

    void place(const LabelCandidate& candidate) {
        switch (candidate.placement) {
        case Placement::along:
            placeAlong(candidate);
            break;
        case Placement::inside:
            placeInside(candidate);
            break;
        case Placement::beside:
            placeBeside(candidate);
            break;
        case Placement::none:
            break;
        }
    }
    std::vector<PlacedLabel> take() { return std::move(m_placed); }

private:
    TextShapePtr shapeOf(const LabelCandidate& c, const QString& text) const {
        return m_scene.layers[c.layer].detail->texts().get(text, c.style);
    }
    [[nodiscard]] Block blockOf(const LabelCandidate& c, const QStringList& lines) const;
    [[nodiscard]] PlacedLabel labelOf(const LabelCandidate& c, const Block& block, QPointF centre) const;
    bool tryPlace(PlacedLabel label);
    void placeInside(const LabelCandidate& c);
    void placeBeside(const LabelCandidate& c);
    void placeAlong(const LabelCandidate& c);
    [[nodiscard]] std::optional<PlacedLabel> along(const LabelCandidate& c, const TextShapePtr& shape,
                                                   double from) const;

    const MapScene& m_scene;
    const MapView& m_view;
    const Theme& m_theme;
    LabelGrid& m_grid;
    std::vector<PlacedLabel> m_placed;
    std::map<QString, std::vector<QPointF>> m_named; ///< where streets of a name have one already
};

Block Placer::blockOf(const LabelCandidate& c, const QStringList& lines) const {
    Block block;
    for (const QString& line : lines) {
        block.lines.push_back(shapeOf(c, line));
        block.width = std::max(block.width, block.lines.back()->width * c.sizeUnits);
    }
    block.height = (kAscent + kDescent + kLineHeight * static_cast<double>(lines.size() - 1)) * c.sizeUnits;
    return block;
}

PlacedLabel Placer::labelOf(const LabelCandidate& c, const Block& block, QPointF centre) const {
    PlacedLabel label;
    label.layer = c.layer;
    label.text = c.lines.join(QLatin1Char(' '));
    label.ink = inkOf(c.kind, m_theme);
    // On whole device pixels: letters are equally sharp wherever the map is moved to.
    const auto whole = [ratio = m_view.devicePixelRatio](double at) { return std::round(at * ratio) / ratio; };
    double baseline = whole(centre.y() - block.height / 2 + kAscent * c.sizeUnits);
    for (const TextShapePtr& line : block.lines) {
        const double left = whole(centre.x() - line->width * c.sizeUnits / 2);
        label.pieces.push_back({line, -1, QTransform(c.sizeUnits, 0, 0, c.sizeUnits, left, baseline)});
        label.boxes.emplace_back(left, baseline - kAscent * c.sizeUnits, line->width * c.sizeUnits,
                                 (kAscent + kDescent) * c.sizeUnits);
        baseline = whole(baseline + kLineHeight * c.sizeUnits);
    }
    return label;
}

bool Placer::tryPlace(PlacedLabel label) {
    if (!m_grid.free(label.boxes)) {
        return false;
    }
    m_grid.take(label.boxes);
    m_placed.push_back(std::move(label));
    return true;
}

void Placer::placeInside(const LabelCandidate& c) {
    QStringList lines = c.lines;
    Block block = blockOf(c, lines);
    if (block.width > c.room) {
        QStringList broken;
        for (const QString& line : lines) {
            broken += halves(line);
        }
        lines = broken;
        block = blockOf(c, lines);
    }
    const bool isPlan = c.kind >= Kind::policyArea;
    // A name may stand a little over the edge of its area; what the plan itself draws is named in any case.
    if (!isPlan && block.width > 1.6 * c.room) {
        return;
    }
    if (c.kind <= Kind::openLand && block.width > 0.9 * c.room) {
        return;
    }
    const double step = block.height * 0.75;
    for (const double shift : {0.0, -1.0, 1.0, -2.0, 2.0}) {
        if (tryPlace(labelOf(c, block, c.at + QPointF(0, shift * step)))) {
            return;
        }
        if (!isPlan && shift <= -1.0) {
            break;
        }
    }
    if (isPlan && c.lines.size() > 1) { // the reference alone
        tryPlace(labelOf(c, blockOf(c, QStringList(c.lines.front())), c.at));
    }
}

void Placer::placeBeside(const LabelCandidate& c) {
    for (const QStringList& lines : {c.lines, halves(c.lines.front())}) {
        const Block block = blockOf(c, lines);
        const double dx = c.offset + block.width / 2;
        const double dy = c.offset + block.height / 2;
        for (const QPointF shift : {QPointF(dx, 0), QPointF(-dx, 0), QPointF(0, -dy), QPointF(0, dy)}) {
            if (tryPlace(labelOf(c, block, c.at + shift))) {
                return;
            }
        }
    }
}

/// A place on a line, and its direction there.
struct OnLine {
    QPointF at;
    double angle = 0.0;
};

OnLine walk(std::span<const QPointF> line, double distance) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF step = line[i] - line[i - 1];
        const double length = std::hypot(step.x(), step.y());
        if (distance <= length || i + 1 == line.size()) {
            const double t = length > 0 ? distance / length : 0.0;
            return {line[i - 1] + t * step, std::atan2(step.y(), step.x())};
        }
        distance -= length;
    }
    return {};
}

double turnBetween(double a, double b) {
    return std::abs(std::remainder(b - a, 2 * std::numbers::pi));
}

std::optional<PlacedLabel> Placer::along(const LabelCandidate& c, const TextShapePtr& shape, double from) const {
    PlacedLabel label;
    label.layer = c.layer;
    label.text = c.lines.front();
    label.ink = inkOf(c.kind, m_theme);
    const double drop = (kAscent - kDescent) / 2 * 0.94; // the middle of the letters lies on the line
    double first = 0.0;
    double before = 0.0;
    for (std::size_t i = 0; i < shape->glyphs.size(); ++i) {
        const TextShape::Glyph& glyph = shape->glyphs[i];
        const double middle = (glyph.x + glyph.width / 2) * c.sizeUnits;
        const OnLine on = walk(c.line, from + middle);
        if (i == 0) {
            first = before = on.angle;
        }
        if (turnBetween(before, on.angle) > kSharpestTurn || turnBetween(first, on.angle) > kLargestBend) {
            return std::nullopt;
        }
        before = on.angle;
        QTransform place;
        place.translate(on.at.x(), on.at.y());
        place.rotateRadians(on.angle);
        place.scale(c.sizeUnits, c.sizeUnits);
        place.translate(-glyph.width / 2, drop);
        label.pieces.push_back({shape, static_cast<int>(i), place});
        const double half = 0.55 * c.sizeUnits;
        label.boxes.emplace_back(on.at.x() - half, on.at.y() - half, 2 * half, 2 * half);
    }
    return label;
}

void Placer::placeAlong(const LabelCandidate& c) {
    const TextShapePtr shape = shapeOf(c, c.lines.front());
    const double width = shape->width * c.sizeUnits;
    const double length = lengthOf(c.line);
    if (shape->glyphs.empty() || length < width * 1.05) {
        return;
    }
    LabelCandidate readable = c;
    // Text reads from left to right, and upwards where the line is upright.
    const auto turnReadable = [&readable](double from, double to) {
        const QPointF run = walk(readable.line, to).at - walk(readable.line, from).at;
        const bool backwards = run.x() < -1e-6 || (std::abs(run.x()) <= 1e-6 && run.y() > 0);
        if (backwards) {
            std::reverse(readable.line.begin(), readable.line.end());
        }
        return backwards;
    };
    const double repeat = kRepeatMm * m_view.unitsPerMm;
    const int wanted = std::max(1, static_cast<int>(length / repeat));
    std::vector<QPointF>& named = m_named[c.lines.front()];
    for (int n = 0; n < wanted; ++n) {
        const double middle = length * (n + 0.5) / wanted;
        for (const double shift : {0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36}) {
            double from = middle + shift * length / wanted - width / 2;
            if (from < 0.02 * width || from + width > length - 0.02 * width) {
                continue;
            }
            const QPointF centre = walk(readable.line, from + width / 2).at;
            const bool near = std::any_of(named.begin(), named.end(), [&](QPointF other) {
                return std::hypot(other.x() - centre.x(), other.y() - centre.y()) < repeat * 0.6;
            });
            if (near) {
                continue;
            }
            const bool turned = turnReadable(from, from + width);
            std::optional<PlacedLabel> label = along(readable, shape, turned ? length - from - width : from);
            if (turned) {
                std::reverse(readable.line.begin(), readable.line.end());
            }
            if (label && tryPlace(std::move(*label))) {
                named.push_back(centre);
                break;
            }
        }
    }
}

} // namespace

std::vector<PlacedLabel> placeLabels(const MapScene& scene, const MapView& view, const Theme& theme, LabelGrid& taken,
                                     double labelScale, const std::stop_token& stop) {
    Placer placer(scene, view, theme, taken);
    std::size_t count = 0;
    for (const LabelCandidate& candidate : labelCandidates(scene, view, labelScale, theme, stop)) {
        if (++count % kStopEvery == 0 && stop.stop_requested()) {
            return {};
        }
        placer.place(candidate);
    }
    return placer.take();
}

/// Mapped into a path of its own on purpose: painting a QPainterPath writes bounds and a
/// converted form into what its copies share, and the letters are shared by all threads that draw.
QPainterPath outlineOf(const PlacedLabel& label, bool halo) {
    QPainterPath outline;
    for (const PlacedLabel::Piece& piece : label.pieces) {
        const TextShape& shape =
            piece.glyph < 0 ? *piece.shape : *piece.shape->glyphs[static_cast<std::size_t>(piece.glyph)].shape;
        outline.addPath(piece.place.map(halo ? shape.halo : shape.path));
    }
    outline.setFillRule(Qt::WindingFill);
    return outline;
}

void drawLabels(QPainter& painter, const std::vector<PlacedLabel>& labels, const Theme& theme) {
    for (const bool halo : {true, false}) {
        for (const PlacedLabel& label : labels) {
            painter.fillPath(outlineOf(label, halo), halo ? theme.halo : label.ink);
        }
    }
}

} // namespace merestone::map
