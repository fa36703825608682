// SPDX-License-Identifier: MIT
#include "exchange/style/table_style.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace merestone {

namespace {

/// Okabe and Ito's colours, which people with colour-blindness can tell apart too.
constexpr std::array kColours{"#0072b2", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#f0e442", "#999999", "#d55e00"};

struct VerdictLook {
    const char* verdict;
    const char* label;
    const char* colour;
    const char* mark;
};
// Colour and mark both tell the verdict: one of them is enough.
constexpr std::array kVerdicts{VerdictLook{"fail", "Policy conflict", "#c0392b", "circle"},
                               VerdictLook{"borderline", "Borderline", "#e67e22", "triangle"},
                               VerdictLook{"cannot_tell", "Cannot tell", "#8e44ad", "diamond"},
                               VerdictLook{"needs_judgement", "Needs judgement", "#2471a3", "square"}};

MapSymbol findingSymbol(const VerdictLook& look) {
    MapSymbol symbol;
    symbol.fill = look.colour;
    symbol.opacity = 0.45;
    symbol.line = look.colour;
    symbol.lineWidth = 0.6;
    symbol.mark = look.mark;
    symbol.size = 3.0;
    return symbol;
}

/// Without fill-in fields a style still draws: a field that a format dropped is not asked for.
class StyleMaker {
public:
    StyleMaker(const ExportTable& table, const std::function<std::string(const ExportField&)>& fieldName)
        : m_table(table), m_fieldName(fieldName) {
        m_style.shape = table.shape;
    }

    LayerStyle findings() {
        const std::string verdict = field("verdict");
        const std::string waived = field("waived");
        for (const VerdictLook& look : kVerdicts) {
            m_style.classes.push_back(
                {look.label, {{verdict, std::string(look.verdict)}, {waived, false}}, findingSymbol(look)});
        }
        MapSymbol accepted = findingSymbol({"", "", "#7f8c8d", "cross"});
        accepted.hatched = true;
        accepted.dashed = true;
        m_style.classes.push_back({"Waived", {{waived, true}}, accepted});
        m_style.classes.push_back({"Other", {}, findingSymbol({"", "", "#444444", "cross"})});
        m_style.labelField = field("rule");
        for (const auto& [heading, name] : {std::pair{"", "message"},
                                            {"Rule", "rule"},
                                            {"", "rule_title"},
                                            {"Verdict", "verdict"},
                                            {"Why", "reason"},
                                            {"Source", "source"},
                                            {"Waived because", "waiver_reason"}}) {
            addTip(heading, name);
        }
        return std::move(m_style);
    }

    LayerStyle layer(const MapSymbol& symbol) {
        m_style.classes.push_back({m_table.title, {}, symbol});
        const std::string name = m_table.layer->nameField();
        const std::string id = m_table.layer->idField();
        if (m_table.kind == ExportTable::Kind::drawing) {
            m_style.labelField = field(name.empty() ? id : name);
        }
        addTip("", name);
        if (id != name) {
            addTip(id, id);
        }
        return std::move(m_style);
    }

private:
    std::string field(const std::string& column) const {
        const ExportField* found = m_table.fieldOf(column);
        return found == nullptr || column.empty() ? std::string() : m_fieldName(*found);
    }
    void addTip(const std::string& heading, const std::string& column) {
        if (const std::string name = field(column); !name.empty()) {
            m_style.tip.emplace_back(heading, name);
        }
    }

    const ExportTable& m_table;
    const std::function<std::string(const ExportField&)>& m_fieldName;
    LayerStyle m_style;
};

MapSymbol areaSymbol(const char* fill, double opacity, const char* line, double width, bool dashed = false) {
    MapSymbol symbol;
    symbol.fill = fill;
    symbol.opacity = opacity;
    symbol.line = line;
    symbol.lineWidth = width;
    symbol.dashed = dashed;
    return symbol;
}

MapSymbol layerSymbol(const ExportTable& table, std::size_t position) {
    static const std::map<std::string, MapSymbol> kRoles{
        {"neighbourhood_area", areaSymbol("", 0.0, "#222222", 0.9, true)},
        {"designated_area", areaSymbol("", 0.0, "#222222", 0.5)},
        {"sub_area", areaSymbol("", 0.0, "#6d4c41", 0.5, true)},
        {"site_allocation", areaSymbol("#e59866", 0.55, "#a04000", 0.5)},
        {"local_green_space", areaSymbol("#27ae60", 0.5, "#145a32", 0.4)},
        {"orphan_space", areaSymbol("#a9dfbf", 0.5, "#1e8449", 0.3)},
        {"centre", areaSymbol("#5dade2", 0.4, "#1a5276", 0.4)},
        {"policy_area", areaSymbol("#bb8fce", 0.25, "#6c3483", 0.4)}};
    if (const auto role = kRoles.find(table.role); role != kRoles.end()) {
        return role->second;
    }
    const char* colour = kColours[position % kColours.size()];
    MapSymbol symbol = areaSymbol(colour, table.shape == Shape::point ? 1.0 : 0.3, colour, 0.25);
    symbol.size = 1.8;
    return symbol;
}

} // namespace

LayerStyle tableStyle(const ExportTable& table, std::size_t position,
                      const std::function<std::string(const ExportField&)>& fieldName) {
    StyleMaker maker(table, fieldName);
    return table.kind == ExportTable::Kind::findings ? maker.findings() : maker.layer(layerSymbol(table, position));
}

LayerStyle tableStyle(const ExportTable& table, std::size_t position) {
    return tableStyle(table, position, [](const ExportField& field) { return field.name; });
}

} // namespace merestone
