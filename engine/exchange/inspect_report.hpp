// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/text_layout.hpp"
#include "layers/inspect.hpp"

#include <array>
#include <ostream>
#include <string>
#include <vector>

namespace merestone {

/// One thing that `merestone inspect` was asked about: a layer of a plan, or a file.
struct InspectedSource {
    std::string name;  ///< the plan's name of the layer, or the file as it was named
    std::string error; ///< why it could not be opened; empty when it could
    std::vector<InspectedLayer> layers;
};

/// What is in the data and what is wrong with it, for people.
void writeInspectText(std::ostream& out, const std::vector<InspectedSource>& sources, TextStyle style);
/// The same for machines: {merestone, sources: [{name, error, layers: [{source, fields, notes, …}]}]}.
void writeInspectJson(std::ostream& out, const std::vector<InspectedSource>& sources);

/// "integer", "real", "text", "boolean", "date".
[[nodiscard]] std::string_view columnTypeName(ColumnType type) noexcept;
/// Features by state, in the order of GeometryState.
[[nodiscard]] std::array<std::size_t, 5> countStates(const Layer& layer);

} // namespace merestone
