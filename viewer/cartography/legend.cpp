// SPDX-License-Identifier: MIT
#include "cartography/legend.hpp"

#include "cartography/draw_features.hpp"
#include "cartography/draw_marks.hpp"
#include "cartography/hatch.hpp"
#include "cartography/map_filter.hpp"
#include "cartography/text_shape.hpp"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace merestone::map {

namespace {

LegendEntry::Group groupOf(Kind kind) {
    using Group = LegendEntry::Group;
    if (kind >= Kind::policyArea && kind <= Kind::neighbourhoodArea) {
        return Group::plan;
    }
    if ((kind >= Kind::floodZone2 && kind <= Kind::nature) || kind == Kind::listedBuilding) {
        return Group::designations;
    }
    return kind >= Kind::address && kind <= Kind::asset ? Group::places : Group::land;
}

/// Classes of a layer that have a feature in the view, with the shape of the first one.
std::vector<std::optional<Shape>> classesSeen(const MapLayer& layer, const Box& window) {
    std::vector<std::optional<Shape>> seen(layer.style->classes.size());
    std::size_t missing = seen.size();
    layer.features->index().query(window, [&](std::uint32_t row) {
        std::optional<Shape>& shape = seen[layer.style->classOf(row)];
        if (!shape) {
            shape = layer.features->geometry().shape(row);
            --missing;
        }
        return missing > 0;
    });
    return seen;
}

void addVerdicts(const MapScene& scene, const Box& window, std::vector<LegendEntry>& entries) {
    std::set<Verdict> seen;
    scene.findings->index.query(window, [&](std::uint32_t number) {
        if (scene.shows(scene.findings->marks[number])) {
            seen.insert(scene.findings->marks[number].verdict);
        }
        return seen.size() < scene.shownVerdicts.size();
    });
    for (const Verdict verdict : seen) {
        entries.push_back(
            {LegendEntry::Group::findings, verdictTitle(verdict), Shape::point, Kind::otherPoint, verdict});
    }
}

/// What a filter picks out, by the shape of the first match that is seen.
void addMatches(const MapFilter& filter, const Box& window, std::vector<LegendEntry>& entries) {
    if (const std::optional<Shape> shape = classesSeen(filter.outlined, window).back()) {
        entries.push_back({LegendEntry::Group::plan,
                           QStringLiteral("Picked out: %1").arg(cutForMap(filter.title)),
                           *shape,
                           Kind::filterMatch,
                           {}});
    }
}

void drawAreaSwatch(QPainter& painter, const Symbol& symbol, const QRectF& box, const MapView& view) {
    const double mm = view.unitsPerMm;
    if (symbol.pattern == Pattern::solid && symbol.fill.isValid()) {
        painter.fillRect(box, symbol.fill);
    }
    drawPattern(painter, {{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}}, symbol.pattern,
                symbol.fill, view);
    if (symbol.stroke.isValid()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(penOf(symbol.stroke, std::max(symbol.strokeMm, 0.15) * mm, symbol.dash, mm));
        painter.drawRect(box);
    }
}

void drawLineSwatch(QPainter& painter, const Symbol& symbol, const QRectF& box, const MapView& view) {
    const double mm = view.unitsPerMm;
    const QLineF line(box.left(), box.center().y(), box.right(), box.center().y());
    if (symbol.casing.isValid() && symbol.casingMm > 0) {
        painter.setPen(QPen(symbol.casing, (symbol.strokeMm + 2 * symbol.casingMm) * mm, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(line);
    }
    painter.setPen(penOf(symbol.stroke, symbol.strokeMm * mm, symbol.dash, mm));
    painter.drawLine(line);
}

} // namespace

QString groupTitle(LegendEntry::Group group) {
    static constexpr std::array<const char*, 5> kTitles{"The plan", "Findings", "Designations", "Places", "Land"};
    return QString::fromLatin1(kTitles[static_cast<std::size_t>(group)]);
}

QString verdictTitle(Verdict verdict) {
    static constexpr std::array<const char*, 7> kTitles{
        "Policy conflict", "Borderline", "Cannot be told", "Needs judgement", "Not run", "Agrees", "Does not apply"};
    return QString::fromLatin1(kTitles[static_cast<std::size_t>(verdict)]);
}

std::vector<LegendEntry> legendOf(const MapScene& scene, const MapView& view, bool withFindings) {
    std::vector<LegendEntry> entries;
    const Box window = view.box();
    if (scene.filter != nullptr) {
        addMatches(*scene.filter, window, entries);
    }
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        if (!layer->visible || view.scaleDenominator() > layer->style->maxDenominator) {
            continue;
        }
        const std::vector<std::optional<Shape>> seen = classesSeen(*layer, window);
        for (std::size_t number = 0; number < seen.size(); ++number) {
            const StyleClass& styleClass = layer->style->classes[number];
            if (seen[number] && styleClass.shown) {
                entries.push_back({groupOf(styleClass.kind), styleClass.title, *seen[number], styleClass.kind, {}});
            }
        }
    }
    if (withFindings) {
        addVerdicts(scene, window, entries);
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const LegendEntry& a, const LegendEntry& b) { return a.group < b.group; });
    std::set<std::tuple<LegendEntry::Group, QString, Shape>> known; // two layers may show the same
    std::vector<LegendEntry> once;
    for (LegendEntry& entry : entries) {
        if (known.emplace(entry.group, entry.title, entry.shape).second) {
            once.push_back(std::move(entry));
        }
    }
    return once;
}

void drawSwatch(QPainter& painter, const LegendEntry& entry, const QRectF& box, const MapView& view,
                const Theme& theme) {
    painter.save();
    const Symbol& symbol = theme.symbol(entry.kind);
    const double mm = view.unitsPerMm;
    if (entry.verdict) {
        drawVerdictMarker(painter, theme.verdict(*entry.verdict), box.center(), std::min(box.height(), 3.4 * mm));
    } else if (entry.shape == Shape::point) {
        drawMarker(painter, symbol, box.center(), std::min(symbol.markerMm * mm, box.height()), mm);
    } else if (entry.shape == Shape::line || (symbol.pattern == Pattern::none && symbol.dash == Dash::dashDot)) {
        drawLineSwatch(painter, symbol, box, view);
    } else {
        drawAreaSwatch(painter, symbol, box, view);
    }
    painter.restore();
}

} // namespace merestone::map
