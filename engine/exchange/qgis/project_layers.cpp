// SPDX-License-Identifier: MIT
#include "exchange/qgis/project_layers.hpp"

#include "base/text.hpp"
#include "exchange/style/qml.hpp"
#include "exchange/style/table_style.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace merestone {

namespace {

constexpr std::size_t kMostIdBytes = 120;

/// SQL takes a text in quotes, with those inside doubled; nothing else is special.
std::string sqlText(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? "''" : std::string(1, c);
    }
    return result + "'";
}

Box boxOf(const ExportTable& table) {
    Box box;
    for (const std::uint32_t row : table.rows) {
        if (table.layer->geometry().shape(row) != Shape::none) {
            box.extend(table.layer->geometry().box(row));
        }
    }
    return box;
}

const char* shapeWord(Shape shape) {
    switch (shape) {
    case Shape::polygon:
        return "areas";
    case Shape::line:
        return "lines";
    case Shape::point:
        return "points";
    case Shape::none:
        break;
    }
    return "without a place";
}

class GroupMaker {
public:
    explicit GroupMaker(const ExportContent& content) : m_content(content) {
        for (std::size_t i = 0; i < content.tables.size(); ++i) {
            m_boxes.push_back(boxOf(content.tables[i]));
        }
    }

    std::vector<ProjectGroup> groups() {
        for (const auto& [id, title] : m_content.run.policies) {
            ProjectGroup group{id + (title.empty() ? "" : ": " + title), {}, true};
            addFindings(group, id);
            addDrawings(group, id);
            keep(std::move(group));
        }
        addRest("Other drawings of the plan", ExportTable::Kind::drawing, true);
        addRest("Reference data", ExportTable::Kind::reference, true);
        addRest("All findings", ExportTable::Kind::findings, false);
        addRest("The check", ExportTable::Kind::record, false);
        return std::move(m_groups);
    }

private:
    void keep(ProjectGroup group) {
        if (!group.layers.empty()) {
            m_groups.push_back(std::move(group));
        }
    }

    ProjectLayer layer(std::size_t index, const std::string& name, const std::string& id) {
        const ExportTable& table = m_content.tables[index];
        ProjectLayer result;
        result.id = uniqueName("merestone_" + id, m_ids, kMostIdBytes); // QGIS replaces ids of ten letters or fewer
        result.name = name;
        result.table = &table;
        result.style = tableStyle(table, index);
        result.box = m_boxes[index];
        return result;
    }

    /// Whether the table has findings of a policy, waived or not.
    bool holds(const ExportTable& table, const std::string& policy, bool waived) const {
        const Column* policies = table.layer->column("policy");
        const Column* waivers = table.layer->column("waived");
        return std::any_of(table.rows.begin(), table.rows.end(), [&](std::uint32_t row) {
            return policies->text(row) == policy && (waivers->numbers[row] != 0.0) == waived;
        });
    }

    void addFindings(ProjectGroup& group, const std::string& policy) {
        for (const bool waived : {false, true}) {
            for (const Shape shape : {Shape::point, Shape::line, Shape::polygon, Shape::none}) {
                for (std::size_t i = 0; i < m_content.tables.size(); ++i) {
                    const ExportTable& table = m_content.tables[i];
                    if (table.kind != ExportTable::Kind::findings || table.shape != shape ||
                        !holds(table, policy, waived)) {
                        continue;
                    }
                    const std::string state = waived ? "waived" : "open";
                    ProjectLayer made = layer(i, policy + " findings, " + state + ": " + shapeWord(shape),
                                              table.name + "_" + policy + "_" + state);
                    made.filter = "\"policy\" = " + sqlText(policy) + " AND \"waived\" = " + (waived ? "1" : "0");
                    made.open = !waived;
                    made.waived = waived;
                    group.layers.push_back(std::move(made));
                }
            }
        }
    }

    /// What a policy is drawn on, unless an earlier policy shows it already.
    void addDrawings(ProjectGroup& group, const std::string& id) {
        for (const PolicySpec& policy : m_content.plan.policies) {
            if (policy.id != id) {
                continue;
            }
            for (const PlacedText& name : policy.layers) {
                for (std::size_t i = 0; i < m_content.tables.size(); ++i) {
                    const ExportTable& table = m_content.tables[i];
                    if (table.planLayer == name.text && table.kind == ExportTable::Kind::drawing &&
                        m_placed.insert(i).second) {
                        group.layers.push_back(layer(i, table.title, table.name));
                    }
                }
            }
        }
    }

    void addRest(const char* name, ExportTable::Kind kind, bool visible) {
        ProjectGroup group{name, {}, visible};
        for (std::size_t i = 0; i < m_content.tables.size(); ++i) {
            if (m_content.tables[i].kind == kind && m_placed.insert(i).second) {
                group.layers.push_back(layer(i, m_content.tables[i].title, m_content.tables[i].name));
                ProjectLayer& made = group.layers.back();
                made.visible = made.open = made.waived = visible;
            }
        }
        keep(std::move(group));
    }

    const ExportContent& m_content;
    std::vector<Box> m_boxes;
    std::vector<ProjectGroup> m_groups;
    std::vector<std::string> m_ids;
    std::set<std::size_t> m_placed; ///< tables that stand in a group
};

int heightOf(const ProjectLayer& layer) {
    const ExportTable::Kind kind = layer.table->kind;
    const int base = kind == ExportTable::Kind::findings ? 0 : kind == ExportTable::Kind::drawing ? 10 : 20;
    // A border without a fill covers nothing; it lies above the areas that it holds.
    const bool border = layer.style.classes.size() == 1 && layer.style.classes.front().symbol.fill.empty();
    switch (layer.table->shape) {
    case Shape::point:
        return base;
    case Shape::line:
        return base + 1;
    case Shape::polygon:
        return base + (border ? 2 : 3);
    case Shape::none:
        break;
    }
    return base + 4;
}

} // namespace

std::vector<ProjectGroup> projectGroups(const ExportContent& content) {
    return GroupMaker(content).groups();
}

std::vector<const ProjectLayer*> drawingOrder(const std::vector<ProjectGroup>& groups) {
    std::vector<const ProjectLayer*> order;
    for (const ProjectGroup& group : groups) {
        for (const ProjectLayer& layer : group.layers) {
            order.push_back(&layer);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const ProjectLayer* a, const ProjectLayer* b) { return heightOf(*a) < heightOf(*b); });
    return order;
}

Box mapBox(const ExportContent& content) {
    Box area;
    Box drawings;
    Box everything;
    for (const ExportTable& table : content.tables) {
        const Box box = boxOf(table);
        if (box.empty()) {
            continue;
        }
        everything.extend(box);
        if (table.kind == ExportTable::Kind::drawing) {
            drawings.extend(box);
        }
        if (table.role == "neighbourhood_area") {
            area.extend(box);
        }
    }
    const Box box = !area.empty() ? area : !drawings.empty() ? drawings : everything;
    constexpr double kMarginShare = 0.05;
    constexpr double kLeastMargin = 10.0;
    return box.empty()
               ? Box{0, 0, 1000, 1000}
               : box.grown(std::max(kLeastMargin, kMarginShare * std::max(box.maxX - box.minX, box.maxY - box.minY)));
}

} // namespace merestone
