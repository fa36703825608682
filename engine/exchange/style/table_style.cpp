// SPDX-License-Identifier: MIT
#include "exchange/style/table_style.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace merestone {

namespace {

/// Other people's layers are the ground that the plan is drawn on: pale, so that plan and findings stand out. What they
/// show is taken from their names; the first word that a name holds decides.
struct Ground {
    const char* word;
    const char* fill;
    const char* line;
};
constexpr std::array kGrounds{Ground{"flood", "#d6e6f2", "#8fb4d0"},
                              Ground{"river", "#b5d3e7", "#7ba7c7"},
                              Ground{"water", "#b5d3e7", "#7ba7c7"},
                              Ground{"stream", "#b5d3e7", "#7ba7c7"},
                              Ground{"park", "#cfe3c0", "#8fb07a"},
                              Ground{"green", "#cfe3c0", "#8fb07a"},
                              Ground{"space", "#d9e8cc", "#98b585"},
                              Ground{"pitch", "#cfe3c0", "#8fb07a"},
                              Ground{"play", "#cfe3c0", "#8fb07a"},
                              Ground{"wood", "#b9d3a6", "#7d9e68"},
                              Ground{"street", "#bdbdbd", "#bdbdbd"},
                              Ground{"tree", "#b9d3a6", "#7d9e68"},
                              Ground{"allotment", "#dde5b8", "#a3ad78"},
                              Ground{"listed", "#8a6d4f", "#6b5138"},
                              Ground{"conservation", "", "#8a6d4f"},
                              Ground{"heritage", "", "#8a6d4f"},
                              Ground{"school", "#eadbb0", "#b59f62"},
                              Ground{"road", "#bdbdbd", "#bdbdbd"},
                              Ground{"path", "#c9b79c", "#c9b79c"},
                              Ground{"building", "#d9d2c7", "#b5ab9a"},
                              Ground{"parcel", "#f3efe7", "#d6cfc2"},
                              Ground{"plot", "#f3efe7", "#d6cfc2"},
                              Ground{"neighbour", "", "#b0b0b0"},
                              Ground{"ward", "", "#b0b0b0"},
                              Ground{"address", "#c4bfb5", "#a8a297"},
                              Ground{"home", "#c4bfb5", "#a8a297"},
                              Ground{"area", "", "#b0b0b0"}};
/// For names that say nothing: pale forms of colours that people with colour-blindness can tell apart.
constexpr std::array kOthers{Ground{"", "#cfdfe9", "#7f9fb3"}, Ground{"", "#e3d5e0", "#a98aa2"},
                             Ground{"", "#e9ddc6", "#b39a68"}, Ground{"", "#d5dfda", "#86a296"}};

const Ground& groundOf(const std::string& name, std::size_t position) {
    const std::string low = lowered(name);
    for (const Ground& ground : kGrounds) {
        if (low.find(ground.word) != std::string::npos) {
            return ground;
        }
    }
    return kOthers[position % kOthers.size()];
}

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
    const Ground& ground = groundOf(table.planLayer, position);
    const bool isOutline = *ground.fill == '\0';
    const bool isPoint = table.shape == Shape::point;
    MapSymbol symbol = areaSymbol(isPoint && isOutline ? ground.line : ground.fill, isOutline && !isPoint ? 0.0 : 1.0,
                                  ground.line, table.shape == Shape::line ? 0.4 : 0.15);
    symbol.size = 1.2;
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
