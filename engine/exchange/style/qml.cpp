// SPDX-License-Identifier: MIT
#include "exchange/style/qml.hpp"

#include "base/text.hpp"

#include <charconv>
#include <cmath>

namespace merestone {

namespace {

using Options = std::vector<std::pair<const char*, std::string>>;

const char* typeOf(Shape shape) {
    return shape == Shape::polygon ? "fill" : shape == Shape::line ? "line" : "marker";
}

void addLayer(const XmlElement& symbol, const char* kind, const Options& options) {
    const XmlElement layer = symbol.add("layer");
    layer.set({{"class", kind}, {"enabled", "1"}, {"locked", "0"}, {"pass", "0"}});
    const XmlElement map = layer.add("Option");
    map.set("type", "Map");
    for (const auto& [name, value] : options) {
        map.add("Option").set({{"type", "QString"}, {"name", name}, {"value", value}});
    }
}

Options lineOptions(const MapSymbol& symbol) {
    return {{"line_color", qgisColour(symbol.line)},
            {"line_style", symbol.dashed ? "dash" : "solid"},
            {"line_width", shortest(symbol.lineWidth)},
            {"line_width_unit", "MM"},
            {"capstyle", "round"},
            {"joinstyle", "round"}};
}

Options fillOptions(const MapSymbol& symbol) {
    const bool filled = !symbol.fill.empty();
    return {{"color", filled ? qgisColour(symbol.fill, symbol.opacity) : "0,0,0,0"},
            {"style", !filled          ? "no"
                      : symbol.hatched ? "b_diagonal"
                                       : "solid"},
            {"outline_color", qgisColour(symbol.line)},
            {"outline_style", symbol.dashed ? "dash" : "solid"},
            {"outline_width", shortest(symbol.lineWidth)},
            {"outline_width_unit", "MM"},
            {"joinstyle", "bevel"}};
}

Options markOptions(const MapSymbol& symbol) {
    return {{"name", symbol.mark},
            {"color", qgisColour(symbol.fill, symbol.fill.empty() ? 0.0 : symbol.opacity)},
            {"outline_color", qgisColour(symbol.line)},
            {"outline_style", "solid"},
            {"outline_width", shortest(std::min(symbol.lineWidth, 0.4))},
            {"outline_width_unit", "MM"},
            {"size", shortest(symbol.size)},
            {"size_unit", "MM"}};
}

std::string filterOf(const StyleClass& each) {
    std::string filter;
    for (const auto& [field, value] : each.conditions) {
        filter += filter.empty() ? "" : " AND ";
        if (const bool* flag = std::get_if<bool>(&value)) {
            filter += (*flag ? "" : "NOT ") + qgisField(field); // QGIS does not take false for 0
        } else {
            filter += qgisField(field) + " = " + qgisLiteral(std::get<std::string>(value));
        }
    }
    return filter.empty() ? "ELSE" : filter;
}

void addRenderer(const XmlElement& layer, const LayerStyle& style) {
    const XmlElement renderer = layer.add("renderer-v2");
    renderer.set({{"forceraster", "0"}, {"symbollevels", "0"}, {"enableorderby", "0"}, {"referencescale", "-1"}});
    const bool single = style.classes.size() == 1 && style.classes.front().conditions.empty();
    renderer.set("type", single ? "singleSymbol" : "RuleRenderer");
    if (!single) {
        const XmlElement rules = renderer.add("rules");
        rules.set("key", "{merestone-rules}");
        for (std::size_t i = 0; i < style.classes.size(); ++i) {
            rules.add("rule").set({{"key", "{merestone-rule-" + std::to_string(i) + "}"},
                                   {"symbol", std::to_string(i)},
                                   {"label", qgisPlainText(style.classes[i].label)},
                                   {"filter", filterOf(style.classes[i])}});
        }
    }
    const XmlElement symbols = renderer.add("symbols");
    for (std::size_t i = 0; i < style.classes.size(); ++i) {
        addQmlSymbol(symbols, std::to_string(i), style.shape, style.classes[i].symbol);
    }
}

void addLabels(const XmlElement& layer, const LayerStyle& style) {
    if (style.labelField.empty()) {
        return;
    }
    const XmlElement labeling = layer.add("labeling");
    labeling.set("type", "simple");
    const XmlElement settings = labeling.add("settings");
    const XmlElement text = settings.add("text-style");
    text.set({{"fieldName", style.labelField},
              {"isExpression", "0"},
              {"fontFamily", "Sans Serif"},
              {"fontSize", "8"},
              {"fontSizeUnit", "Point"},
              {"textColor", "40,40,40,255"},
              {"textOpacity", "1"},
              {"multilineHeight", "1"}});
    text.add("text-buffer")
        .set({{"bufferDraw", "1"},
              {"bufferSize", "0.8"},
              {"bufferSizeUnits", "MM"},
              {"bufferColor", "255,255,255,255"},
              {"bufferOpacity", "0.85"}});
    settings.add("text-format").set({{"autoWrapLength", "24"}, {"multilineAlign", "1"}});
    // Around a point, along a line, over an area (QgsPalLayerSettings::Placement).
    const char* placement = style.shape == Shape::point ? "6" : style.shape == Shape::line ? "2" : "1";
    settings.add("placement").set({{"placement", placement}, {"priority", "5"}, {"distUnits", "MM"}, {"dist", "1"}});
    settings.add("rendering")
        .set({{"drawLabels", "1"}, {"obstacle", "1"}, {"limitNumLabels", "0"}, {"fontLimitPixelSize", "0"}});
}

/// A map tip is HTML: what stands in a field must stay text.
std::string escaped(const std::string& field) {
    return "[% replace(replace(replace(to_string(coalesce(" + qgisField(field) +
           ",'')),'&','&amp;'),'<','&lt;'),'>','&gt;') %]";
}

std::string htmlText(const std::string& text) {
    std::string result;
    for (const char c : qgisPlainText(text)) {
        result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    return result;
}

void addTip(const XmlElement& layer, const LayerStyle& style) {
    std::string html;
    for (const auto& [heading, field] : style.tip) {
        const std::string value = escaped(field);
        html += heading.empty() ? (html.empty() ? "<b>" + value + "</b>" : "<div>" + value + "</div>")
                                : "<div>" + htmlText(heading) + ": " + value + "</div>";
    }
    if (!html.empty()) {
        layer.add("mapTip", html);
    }
}

} // namespace

std::string qgisPlainText(std::string_view text) {
    std::string result(text);
    for (std::size_t at = result.find("[%"); at != std::string::npos; at = result.find("[%", at)) {
        result.insert(at + 1, " ");
    }
    return result;
}

std::string qgisField(std::string_view name) {
    std::string result = "\"";
    for (const char c : name) {
        result += c == '"' ? "\"\"" : std::string(1, c);
    }
    return result + "\"";
}

std::string qgisLiteral(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? "''" : c == '\\' ? "\\\\" : std::string(1, c);
    }
    return result + "'";
}

std::string qgisColour(const std::string& colour, double opacity) {
    unsigned rgb = 0;
    std::from_chars(colour.data() + std::min<std::size_t>(1, colour.size()), colour.data() + colour.size(), rgb, 16);
    const auto part = [rgb](unsigned shift) { return std::to_string((rgb >> shift) & 0xFFU) + ","; };
    return part(16) + part(8) + part(0) + std::to_string(std::lround(opacity * 255.0));
}

void addQmlSymbol(const XmlElement& parent, const std::string& name, Shape shape, const MapSymbol& symbol) {
    const XmlElement element = parent.add("symbol");
    element.set({{"type", typeOf(shape)}, {"name", name}, {"alpha", "1"}, {"clip_to_extent", "1"}, {"force_rhr", "0"}});
    switch (shape) {
    case Shape::polygon:
        addLayer(element, "SimpleFill", fillOptions(symbol));
        break;
    case Shape::line:
        addLayer(element, "SimpleLine", lineOptions(symbol));
        break;
    case Shape::point:
    case Shape::none:
        addLayer(element, "SimpleMarker", markOptions(symbol));
        break;
    }
}

void addQmlStyle(const XmlElement& layer, const LayerStyle& style) {
    layer.set("labelsEnabled", style.labelField.empty() ? "0" : "1");
    addRenderer(layer, style);
    addLabels(layer, style);
    layer.add("blendMode", "0");
    layer.add("featureBlendMode", "0");
    layer.add("layerOpacity", "1");
    addTip(layer, style);
}

std::string qmlText(const LayerStyle& style) {
    const XmlDocument document("qgis");
    const XmlElement root = document.root();
    root.set({{"version", kQgisVersion},
              {"styleCategories", "Symbology|Labeling|MapTips|Rendering"},
              {"hasScaleBasedVisibilityFlag", "0"}});
    addQmlStyle(root, style);
    // QGIS counts points, lines and areas from 0.
    const char* geometry = style.shape == Shape::point ? "0" : style.shape == Shape::line ? "1" : "2";
    root.add("layerGeometryType", geometry);
    return document.text(kQgisDocumentType);
}

} // namespace merestone
