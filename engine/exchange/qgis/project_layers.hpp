// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/export_plan.hpp"
#include "exchange/style/layer_style.hpp"
#include "geometry/box.hpp"

#include <string>
#include <vector>

namespace merestone {

/// A layer of a QGIS project: a table of the GeoPackage, or some of its rows.
struct ProjectLayer {
    std::string id;
    std::string name;
    const ExportTable* table = nullptr;
    std::string filter; ///< in SQL; empty: all rows
    LayerStyle style;
    Box box;             ///< of the whole table
    bool open = true;    ///< shown by the theme of open findings
    bool waived = true;  ///< shown by the theme of waived findings
    bool visible = true; ///< shown when the project is opened, and by the theme of everything
};

struct ProjectGroup {
    std::string name;
    std::vector<ProjectLayer> layers;
    bool visible = true;
};

/// The layers of a project as people look for them: a group for each policy, with its findings above what it is drawn
/// on; then the plan's other drawings, other people's data, and all findings in one place.
[[nodiscard]] std::vector<ProjectGroup> projectGroups(const ExportContent& content);

/// Every layer from the topmost to the lowest, in the order of drawing: findings lie on drawings, drawings on reference
/// data; points on lines, lines on areas.
[[nodiscard]] std::vector<const ProjectLayer*> drawingOrder(const std::vector<ProjectGroup>& groups);

/// What a map of the plan shows: the neighbourhood area, or else everything that the plan draws, with a margin.
[[nodiscard]] Box mapBox(const ExportContent& content);

} // namespace merestone
