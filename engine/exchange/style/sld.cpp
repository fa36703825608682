// SPDX-License-Identifier: MIT
#include "exchange/style/sld.hpp"

#include "base/text.hpp"
#include "exchange/style/xml.hpp"

namespace merestone {

namespace {

constexpr double kMillimetresPerPixel = 0.28;
constexpr double kInsteadOfHatching = 0.12; ///< opacity: the standard has no hatching that all programs know

std::string pixels(double millimetres) {
    return rounded(millimetres / kMillimetresPerPixel, 2);
}

void parameter(const XmlElement& parent, const char* name, const std::string& value) {
    parent.add("CssParameter", value).set("name", name);
}

void addStroke(const XmlElement& parent, const MapSymbol& symbol) {
    const XmlElement stroke = parent.add("Stroke");
    parameter(stroke, "stroke", symbol.line);
    parameter(stroke, "stroke-width", pixels(symbol.lineWidth));
    if (symbol.dashed) {
        parameter(stroke, "stroke-dasharray", "6 4");
    }
}

void addFill(const XmlElement& parent, const MapSymbol& symbol) {
    if (symbol.fill.empty()) {
        return;
    }
    const XmlElement fill = parent.add("Fill");
    parameter(fill, "fill", symbol.fill);
    parameter(fill, "fill-opacity", rounded(symbol.hatched ? kInsteadOfHatching : symbol.opacity, 2));
}

void addSymbolizer(const XmlElement& rule, Shape shape, const MapSymbol& symbol) {
    if (shape == Shape::polygon) {
        const XmlElement polygon = rule.add("PolygonSymbolizer");
        addFill(polygon, symbol);
        addStroke(polygon, symbol);
    } else if (shape == Shape::line) {
        addStroke(rule.add("LineSymbolizer"), symbol);
    } else {
        const XmlElement graphic = rule.add("PointSymbolizer").add("Graphic");
        const XmlElement mark = graphic.add("Mark");
        // The standard knows no diamond: a square stands on its corner.
        mark.add("WellKnownName", symbol.mark == "diamond" ? "square" : symbol.mark);
        addFill(mark, symbol);
        addStroke(mark, symbol);
        graphic.add("Size", pixels(symbol.size));
        if (symbol.mark == "diamond") {
            graphic.add("Rotation", "45");
        }
    }
}

std::string literal(const std::variant<std::string, bool>& value, bool flagsAreNumbers) {
    if (const bool* flag = std::get_if<bool>(&value)) {
        return flagsAreNumbers ? (*flag ? "1" : "0") : (*flag ? "true" : "false");
    }
    return std::get<std::string>(value);
}

void addFilter(const XmlElement& rule, const StyleClass& each, const LayerStyle& style) {
    if (each.conditions.empty()) {
        if (style.classes.size() > 1) {
            rule.add("ElseFilter");
        }
        return;
    }
    const XmlElement filter = rule.add("ogc:Filter");
    const XmlElement all = each.conditions.size() > 1 ? filter.add("ogc:And") : filter;
    for (const auto& [field, value] : each.conditions) {
        const XmlElement equal = all.add("ogc:PropertyIsEqualTo");
        equal.add("ogc:PropertyName", field);
        equal.add("ogc:Literal", literal(value, style.flagsAreNumbers));
    }
}

void addLabels(const XmlElement& type, const LayerStyle& style) {
    const XmlElement text = type.add("Rule").add("TextSymbolizer");
    text.add("Label").add("ogc:PropertyName", style.labelField);
    const XmlElement font = text.add("Font");
    parameter(font, "font-family", "SansSerif");
    parameter(font, "font-size", "11");
    const XmlElement halo = text.add("Halo");
    halo.add("Radius", "2");
    parameter(halo.add("Fill"), "fill", "#ffffff");
    parameter(text.add("Fill"), "fill", "#282828");
}

} // namespace

std::string sldText(const LayerStyle& style, const std::string& layer, const std::string& title) {
    const XmlDocument document("StyledLayerDescriptor");
    const XmlElement root = document.root();
    root.set({{"version", "1.0.0"},
              {"xmlns", "http://www.opengis.net/sld"},
              {"xmlns:ogc", "http://www.opengis.net/ogc"},
              {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
              {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
              {"xsi:schemaLocation",
               "http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"}});
    const XmlElement named = root.add("NamedLayer");
    named.add("Name", layer);
    const XmlElement user = named.add("UserStyle");
    user.add("Name", layer);
    user.add("Title", title);
    const XmlElement type = user.add("FeatureTypeStyle");
    for (const StyleClass& each : style.classes) {
        const XmlElement rule = type.add("Rule");
        rule.add("Title", each.label);
        addFilter(rule, each, style);
        addSymbolizer(rule, style.shape, each.symbol);
    }
    if (!style.labelField.empty()) {
        addLabels(user.add("FeatureTypeStyle"), style);
    }
    return document.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

} // namespace merestone
