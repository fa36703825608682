// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/kind.hpp"
#include "geometry/packed_geometry.hpp"

#include <QString>

#include <optional>
#include <string_view>

namespace merestone::map {

/// What a layer of that name holds: "open_space.shp" → park, "community_assets" of points → asset. ASCII case and
/// separators do not matter. Nothing for a name that says nothing.
[[nodiscard]] std::optional<Kind> kindOfLayerName(std::string_view name, Shape shape);
/// What a feature with that value is: "C3" → housing, "school field" → schoolField, "main" of a line → streetMain.
[[nodiscard]] std::optional<Kind> kindOfValue(std::string_view value, Shape shape);
/// As a legend names it: in English, for what is written to files speaks the language of the plan. Who shows it on a
/// screen translates it in the context "Kind".
[[nodiscard]] QString kindTitle(Kind kind);

} // namespace merestone::map
