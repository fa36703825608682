// SPDX-License-Identifier: MIT
#include "submission/submission_tables.hpp"

#include "base/text.hpp"
#include "submission/table_maker.hpp"

#include <algorithm>

namespace merestone {

namespace {

/// Layers with shapes, and what there is to say of their files.
class MapTables : public TableMaker {
public:
    using TableMaker::TableMaker;

    void run() {
        makeMapFiles();
        makeSpatial("area", m_facts.area, "area.gpkg is not there");
        makeSpatial("designated_area", m_facts.designatedArea,
                    "designated.gpkg, the area as the council designated it, is not there; ask the council for it");
        makeSpatial("policy_map", m_facts.policyMap, "policies.gpkg, the policies map, is not there");
        if (m_facts.otherAreas.empty()) {
            m_tables.notSubmitted.emplace_back("other_areas");
        } else {
            makeSpatial("other_areas", m_facts.otherAreas, "");
        }
    }

private:
    void makeMapFiles() {
        TableBuilder table("map_files", {{"place"}, {"readable", false}, {"crs"}}, "");
        for (const auto* parts : {&m_facts.area, &m_facts.designatedArea, &m_facts.otherAreas, &m_facts.policyMap}) {
            for (const SpatialLayer& part : *parts) {
                const std::string place = part.file + (part.sourceLayer.empty() ? "" : "/" + part.sourceLayer);
                table.add({place, part.layer ? Cell{1.0} : Cell{}, textCell(part.crs)});
                problem("map_files", place, part.problem);
            }
        }
        finish(table);
    }

    void makeSpatial(const std::string& name, const std::vector<SpatialLayer>& parts, const std::string& whyMissing) {
        for (const SpatialLayer& part : parts) {
            if (!part.layer) {
                m_tables.missing[name] =
                    part.problem.starts_with(part.file) ? part.problem : part.file + " " + part.problem;
                return;
            }
        }
        if (parts.empty()) {
            m_tables.missing[name] = whyMissing;
        } else {
            m_tables.layers.push_back(joinedLayer(name, parts));
        }
    }
};

} // namespace

bool isOpen(const std::string& text) {
    const std::string value = lowered(text);
    return value.empty() || value == "tbc" || value == "tba" || value == "?";
}

void TableMaker::problem(const std::string& layer, const std::string& id, const std::string& why,
                         const std::string& field) {
    if (!why.empty()) {
        m_tables.problems[layer + "/" + id + "/" + field] = why;
    }
}

std::size_t TableMaker::filesOf(ItemKind kind) const {
    const std::vector<const FolderItem*> found = m_facts.folder.of(kind);
    const auto usable =
        std::count_if(found.begin(), found.end(), [](const auto* item) { return item->problem.empty(); });
    const bool fromMap = kind == ItemKind::area && found.empty() && !m_facts.area.empty();
    return static_cast<std::size_t>(usable) + (fromMap ? 1 : 0);
}

bool TableMaker::mapIsReadable() const {
    const std::vector<SpatialLayer>& map = m_facts.policyMap;
    return !map.empty() && std::all_of(map.begin(), map.end(), [](const auto& part) { return part.layer != nullptr; });
}

SubmissionTables makeTables(const SubmissionFacts& facts) {
    SubmissionTables tables;
    makeDocumentTables(facts, tables);
    makeProcedureTables(facts, tables);
    makePolicyTables(facts, tables);
    MapTables(facts, tables).run();
    return tables;
}

} // namespace merestone
