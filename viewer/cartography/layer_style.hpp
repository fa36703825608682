// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/kind.hpp"
#include "layers/layer.hpp"
#include "plan/plan.hpp"

#include <QString>

#include <memory>
#include <vector>

namespace merestone::map {

/// One entry of a legend: features that look alike.
struct StyleClass {
    Kind kind = Kind::otherArea1;
    QString title; ///< "Homes", "Flood zone 3"
    bool shown = true;
};

/// What labels a layer's features, and from which scale on.
struct LabelStyle {
    enum class Placement : std::uint8_t { none, along, inside, beside };
    Placement placement = Placement::none;
    bool useId = false;            ///< label with the id rather than with the name
    bool both = false;             ///< id over name, where there is room
    double maxDenominator = 10000; ///< not drawn at smaller scales than 1:this
    double sizePoints = 7.0;
    int priority = 0; ///< higher is placed first
};

/// How a layer is drawn: a class for each row. Immutable, shared by the scenes that are made of the same layer.
struct LayerStyle {
    std::vector<StyleClass> classes;
    QString classField;                   ///< the column that decides the class; empty: all alike
    std::vector<std::uint8_t> classOfRow; ///< empty: all rows are of the first class
    LabelStyle label;
    int order = 0;               ///< layers with a higher one lie above
    double maxDenominator = 1e9; ///< not drawn at smaller scales than 1:this

    [[nodiscard]] std::size_t classOf(std::size_t row) const noexcept {
        return classOfRow.empty() ? 0 : classOfRow[row];
    }
};
using LayerStylePtr = std::shared_ptr<const LayerStyle>;

/// A style from what is known of a layer: its role, name, kind of geometry, columns and values. `layer` may be null
/// (then the style goes by name and role). Never fails: what is not known gets a quiet neutral look.
[[nodiscard]] LayerStyle chooseStyle(const LayerSpec& spec, const Layer* layer);

} // namespace merestone::map
