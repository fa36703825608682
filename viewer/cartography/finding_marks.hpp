// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "geometry/box_index.hpp"
#include "geometry/packed_geometry.hpp"
#include "layers/layer.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace merestone::map {

/// A feature of a scene: position of the layer in MapScene::layers, row in the layer.
struct FeatureId {
    std::size_t layer = 0;
    std::size_t row = 0;
    friend bool operator==(const FeatureId&, const FeatureId&) = default;
};

/// Where a finding is, and how it is drawn.
struct FindingMark {
    std::string key; ///< of the finding
    std::string rule;
    std::string message;
    Verdict verdict = Verdict::fail;
    Severity severity = Severity::must;
    bool waived = false;
    std::optional<FeatureId> subject;
    std::optional<FeatureId> other;
    bool hasEvidence = false; ///< feature of the same number in FindingMarks::evidence is not empty
    Box box;                  ///< of the evidence, or of the features where there is none; empty: nowhere on the map
    Point anchor;             ///< where the marker stands: on the defect itself
};

/// The findings of a run on the map. Immutable once made.
struct FindingMarks {
    std::vector<FindingMark> marks; ///< in the order of the findings that they were made of
    PackedGeometry evidence;        ///< one feature for each mark; may be empty
    BoxIndex index;                 ///< over the marks' boxes
    std::unordered_map<std::string, std::size_t> byKey;
};

} // namespace merestone::map
