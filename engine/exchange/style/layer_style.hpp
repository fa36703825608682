// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace merestone {

/// How features of one class are drawn. Colours as "#rrggbb", sizes in millimetres on paper.
struct MapSymbol {
    std::string fill = "#888888"; ///< of areas and points; empty: not filled
    double opacity = 1.0;         ///< of the fill
    std::string line = "#333333";
    double lineWidth = 0.3;
    bool dashed = false;
    bool hatched = false;        ///< areas: lines instead of a fill
    std::string mark = "circle"; ///< of points: "circle", "square", "triangle", "diamond", "cross"
    double size = 2.4;           ///< of points
};

/// A field and what it must hold: a text, or yes or no.
struct StyleCondition {
    std::string field;
    std::variant<std::string, bool> value;
};

/// Features that meet every condition; the class without conditions is that of all the rest.
struct StyleClass {
    std::string label;
    std::vector<StyleCondition> conditions;
    MapSymbol symbol;
};

/// The look of a table, before it is written as QML or SLD. One class without conditions is a single symbol.
struct LayerStyle {
    Shape shape = Shape::none;
    std::vector<StyleClass> classes;
    bool flagsAreNumbers = false;                         ///< the format writes yes and no as 1 and 0
    std::string labelField;                               ///< empty: no labels
    std::vector<std::pair<std::string, std::string>> tip; ///< heading and field of each line of the map tip
};

} // namespace merestone
