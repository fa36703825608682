// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/table.hpp"
#include "exchange/style/layer_style.hpp"

#include <functional>

namespace merestone {

/// The look of a table: findings by verdict, with waived ones apart; plan drawings by their role, labelled; reference
/// layers plain, `position` giving each its own colour. `fieldName` tells what a field is called in the format for
/// which the style is meant.
[[nodiscard]] LayerStyle tableStyle(const ExportTable& table, std::size_t position,
                                    const std::function<std::string(const ExportField&)>& fieldName);
/// With the names that GeoPackages have.
[[nodiscard]] LayerStyle tableStyle(const ExportTable& table, std::size_t position);

} // namespace merestone
