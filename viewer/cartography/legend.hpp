// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace merestone::map {

struct LegendEntry {
    enum class Group : std::uint8_t { plan, findings, designations, places, land };
    Group group = Group::land;
    QString title;
    Shape shape = Shape::polygon;
    Kind kind = Kind::land;
    std::optional<Verdict> verdict; ///< of a finding
};

/// What a view shows and nothing else: one entry for each look, sorted by group, the topmost first within it.
[[nodiscard]] std::vector<LegendEntry> legendOf(const MapScene& scene, const MapView& view, bool withFindings = true);
[[nodiscard]] QString groupTitle(LegendEntry::Group group);
[[nodiscard]] QString verdictTitle(Verdict verdict);

/// Draws the sample of an entry into a rectangle.
void drawSwatch(QPainter& painter, const LegendEntry& entry, const QRectF& box, const MapView& view,
                const Theme& theme);

} // namespace merestone::map
