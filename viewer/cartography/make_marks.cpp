// SPDX-License-Identifier: MIT
#include "cartography/make_marks.hpp"

#include "cartography/layer_detail.hpp"
#include "cartography/shape_places.hpp"
#include "geometry/wkb.hpp"

#include <string>
#include <unordered_map>
#include <utility>

namespace merestone::map {

namespace {

/// Features by the names that findings give them.
class FeatureFinder {
public:
    explicit FeatureFinder(const std::vector<MapLayer>& layers) : m_layers(layers) {
        for (std::size_t i = 0; i < layers.size(); ++i) {
            m_numbers[layers[i].name.toStdString()] = i;
        }
    }

    /// Nothing for the plan as a whole, and for what a layer has no more.
    [[nodiscard]] std::optional<FeatureId> find(const FeatureRef& feature) const {
        const auto layer = m_numbers.find(feature.layer.str());
        if (layer == m_numbers.end()) {
            return std::nullopt;
        }
        const std::optional<std::size_t> row = m_layers[layer->second].detail->rows().find(feature.id);
        return row ? std::optional(FeatureId{layer->second, *row}) : std::nullopt;
    }

private:
    const std::vector<MapLayer>& m_layers;
    std::unordered_map<std::string, std::size_t> m_numbers;
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

FindingMarks makeMarks(const std::vector<MapLayer>& layers, FindingsPtr findings) {
    FindingMarks made;
    const FeatureFinder features(layers);
    std::vector<Box> boxes;
    boxes.reserve(findings->size());
    made.marks.reserve(findings->size());
    made.byKey.reserve(findings->size());
    for (const Finding& finding : *findings) {
        const std::size_t number = made.marks.size();
        FindingMark mark;
        mark.verdict = finding.verdict;
        mark.severity = finding.severity;
        mark.waived = static_cast<bool>(finding.waived);
        mark.subject = features.find(finding.subject);
        if (finding.other) {
            mark.other = features.find(*finding.other);
        }
        mark.hasEvidence = appendWkb(made.evidence, finding.evidenceWkb).kind == WkbOutcome::Kind::read;
        place(mark, layers, made.evidence, number);
        boxes.push_back(mark.box);
        made.byKey.emplace(finding.key, number);
        made.marks.push_back(mark);
    }
    made.index = BoxIndex(boxes);
    made.findings = std::move(findings);
    return made;
}

} // namespace merestone::map
