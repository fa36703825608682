// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/backdrop.hpp"
#include "cartography/finding_marks.hpp"
#include "cartography/layer_style.hpp"
#include "rules/checker.hpp"

#include <QString>
#include <QStringList>

#include <memory>
#include <set>
#include <vector>

namespace merestone::map {

class LayerDetail; // simplified shapes and label places, see layer_detail.hpp
struct MapFilter;  // features that are picked out, see map_filter.hpp
using MapFilterPtr = std::shared_ptr<const MapFilter>;

/// A layer of the plan as a map shows it.
struct MapLayer {
    LayerPtr features;
    LayerStylePtr style;
    QString name;  ///< in the plan file
    QString title; ///< for people
    QString licence;
    bool visible = true;
    bool isPlanDrawing = false;
    std::shared_ptr<LayerDetail> detail; ///< filled as it is drawn; knows how to be used by several threads
};

/// Everything that a picture is made of. Immutable once it is shared: to hide a layer, copy, change, share the copy
/// (the heavy parts are shared between copies). Layers lie in drawing order, the lowest first.
struct MapScene {
    std::vector<MapLayer> layers;
    std::shared_ptr<const FindingMarks> findings; ///< never null
    std::set<Verdict> shownVerdicts;              ///< findings with these are drawn
    bool showWaived = false;
    MapFilterPtr filter; ///< null: nothing is picked out
    SceneBackdrop backdrop;
    LayerPtr area; ///< the neighbourhood area: what lies outside is veiled; may be null
    QString title;
    QString body;      ///< qualifying body
    QString authority; ///< local planning authority
    QString stage;
    QStringList licences;
    QString crsName;
    bool synthetic = false;

    /// Of the neighbourhood area, else of every visible layer; empty when there is nothing at all.
    [[nodiscard]] Box bounds() const;
    [[nodiscard]] const MapLayer* layer(const QString& name) const noexcept;
    /// Whether a finding is drawn.
    [[nodiscard]] bool shows(const FindingMark& mark) const noexcept {
        return !mark.box.empty() && shownVerdicts.count(mark.verdict) > 0 && (showWaived || !mark.waived);
    }
};
using ScenePtr = std::shared_ptr<const MapScene>;

/// A scene of the layers that a checker has loaded, with the findings of a run (null: none), which it keeps. Layers
/// that `previous` had already, unchanged, keep their style, visibility and what was computed for them. Any thread; the
/// checker must not be changed meanwhile.
[[nodiscard]] ScenePtr makeScene(const Checker& checker, std::shared_ptr<const RunResult> run,
                                 const ScenePtr& previous = nullptr);
/// The same scene with the findings of another run (null: none), which it keeps.
[[nodiscard]] ScenePtr withFindings(const MapScene& scene, std::shared_ptr<const RunResult> run);
/// The same scene with a layer shown or hidden; the same scene when there is no such layer.
[[nodiscard]] ScenePtr withVisibility(const MapScene& scene, const QString& layer, bool visible);

/// The same scene with another base map, whose licence is told with the others; or without one.
[[nodiscard]] ScenePtr withBackdrop(const MapScene& scene, SceneBackdrop backdrop);

} // namespace merestone::map
