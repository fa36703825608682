// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/style/layer_style.hpp"
#include "exchange/style/xml.hpp"

#include <string>
#include <string_view>

namespace merestone {

/// What QGIS calls itself in the files that we write: the version whose form they have.
inline constexpr const char* kQgisVersion = "3.22.16-Białowieża";
inline constexpr const char* kQgisDocumentType = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n";

/// A style file of QGIS.
[[nodiscard]] std::string qmlText(const LayerStyle& style);

/// The same inside a layer of a project: renderer, labels and map tip.
void addQmlStyle(const XmlElement& layer, const LayerStyle& style);

/// Text that QGIS shows as it is: "[% … %]" in names, titles and legends would be run as an expression.
[[nodiscard]] std::string qgisPlainText(std::string_view text);
/// A field name or a text as part of a QGIS expression.
[[nodiscard]] std::string qgisField(std::string_view name);
[[nodiscard]] std::string qgisLiteral(std::string_view text);

/// "r,g,b,a" of "#rrggbb".
[[nodiscard]] std::string qgisColour(const std::string& colour, double opacity = 1.0);

/// A symbol for a project, a style or a layout: type "fill", "line" or "marker".
void addQmlSymbol(const XmlElement& parent, const std::string& name, Shape shape, const MapSymbol& symbol);

} // namespace merestone
