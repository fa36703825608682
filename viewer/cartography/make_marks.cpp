// SPDX-License-Identifier: MIT
#include "cartography/make_marks.hpp"

#include "cartography/shape_places.hpp"
#include "geometry/wkb.hpp"

#include <map>

namespace merestone::map {

namespace {

/// Rows by the ids that findings name, for one layer; each layer is looked through once.
class RowFinder {
public:
    RowFinder(const std::vector<MapLayer>& layers, const std::vector<Finding>& findings) : m_layers(layers) {
        for (std::size_t i = 0; i < layers.size(); ++i) {
            m_numbers[layers[i].name.toStdString()] = i;
        }
        for (const Finding& finding : findings) {
            want(finding.subject);
            if (finding.other) {
                want(*finding.other);
            }
        }
        for (auto& [layer, rows] : m_rows) {
            look(layer, rows);
        }
    }

    [[nodiscard]] std::optional<FeatureId> find(const FeatureRef& feature) const {
        const auto layer = m_numbers.find(std::string(feature.layer));
        if (layer == m_numbers.end()) {
            return std::nullopt; // the plan as a whole
        }
        const auto row = m_rows.at(layer->second).find(feature.id);
        if (row == m_rows.at(layer->second).end() || row->second == kNoRow) {
            return std::nullopt;
        }
        return FeatureId{layer->second, row->second};
    }

private:
    using Rows = std::unordered_map<std::string, std::size_t>;
    static constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

    void want(const FeatureRef& feature) {
        const auto layer = m_numbers.find(std::string(feature.layer));
        if (layer != m_numbers.end()) {
            m_rows[layer->second].emplace(feature.id, kNoRow);
        }
    }

    void look(std::size_t number, Rows& rows) const {
        const Layer& layer = *m_layers[number].features;
        for (std::size_t row = 0; row < layer.size(); ++row) {
            const auto found = rows.find(layer.id(row));
            if (found != rows.end() && found->second == kNoRow) {
                found->second = row;
            }
        }
    }

    const std::vector<MapLayer>& m_layers;
    std::map<std::string, std::size_t> m_numbers;
    std::map<std::size_t, Rows> m_rows;
};

/// Where a line of a finding is marked: at the end on the subject, for it is the subject that conflicts.
Point nearerEnd(std::span<const Point> line, const std::optional<FeatureId>& subject,
                const std::vector<MapLayer>& layers) {
    if (!subject) {
        return line.front();
    }
    const Box box = layers[subject->layer].features->geometry().box(subject->row);
    return box.squaredDistance(line.front()) <= box.squaredDistance(line.back()) ? line.front() : line.back();
}

void place(FindingMark& mark, const std::vector<MapLayer>& layers, const PackedGeometry& evidence, std::size_t number) {
    const auto place = [&mark](const PackedGeometry& geometry, std::size_t feature) {
        mark.box = geometry.box(feature);
        if (const std::optional<LabelPlace> found = labelPlace(geometry, feature)) {
            mark.anchor = found->at;
        } else if (!mark.box.empty()) {
            mark.anchor = mark.box.centre();
        }
    };
    if (mark.hasEvidence) {
        place(evidence, number);
        if (evidence.shape(number) == Shape::line) {
            mark.anchor = nearerEnd(evidence.points(number), mark.subject, layers);
        }
    } else if (mark.subject) {
        place(layers[mark.subject->layer].features->geometry(), mark.subject->row);
    } else if (mark.other) {
        place(layers[mark.other->layer].features->geometry(), mark.other->row);
    }
}

} // namespace

FindingMarks makeMarks(const std::vector<MapLayer>& layers, const std::vector<Finding>& findings) {
    FindingMarks made;
    const RowFinder rows(layers, findings);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        FindingMark mark;
        mark.key = finding.key;
        mark.rule = std::string(finding.rule);
        mark.message = finding.message;
        mark.verdict = finding.verdict;
        mark.severity = finding.severity;
        mark.waived = static_cast<bool>(finding.waived);
        mark.subject = rows.find(finding.subject);
        if (finding.other) {
            mark.other = rows.find(*finding.other);
        }
        mark.hasEvidence = appendWkb(made.evidence, finding.evidenceWkb).kind == WkbOutcome::Kind::read;
        place(mark, layers, made.evidence, i);
        boxes.push_back(mark.box);
        made.byKey.emplace(mark.key, i);
        made.marks.push_back(std::move(mark));
    }
    made.index = BoxIndex(boxes);
    return made;
}

} // namespace merestone::map
