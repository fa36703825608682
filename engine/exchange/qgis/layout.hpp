// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/export_plan.hpp"
#include "exchange/qgis/project_layers.hpp"
#include "exchange/style/xml.hpp"
#include "geometry/box.hpp"

#include <vector>

namespace merestone {

inline constexpr const char* kThemeOfAll = "All";
inline constexpr const char* kLayoutName = "Policies map";

/// A print layout, A3 landscape: the map in the theme of everything, title, legend of the plan's drawings and of the
/// findings, scale and scale bar, licences.
void addLayout(const XmlElement& layouts, const ExportContent& content, const std::vector<const ProjectLayer*>& order,
               const Box& box);

} // namespace merestone
