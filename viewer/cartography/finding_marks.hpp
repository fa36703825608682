// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "geometry/box_index.hpp"
#include "geometry/packed_geometry.hpp"
#include "layers/layer.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace merestone::map {

/// A feature of a scene: position of the layer in MapScene::layers, row in the layer.
struct FeatureId {
    std::size_t layer = 0;
    std::size_t row = 0;
    friend bool operator==(const FeatureId&, const FeatureId&) = default;
};

/// All findings of a run. Never null.
using FindingsPtr = std::shared_ptr<const std::vector<Finding>>;

/// Where a finding is, and how it is drawn.
struct FindingMark {
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
    FindingsPtr findings;                                    ///< that they were made of
    std::vector<FindingMark> marks;                          ///< one for each finding, in their order
    PackedGeometry evidence;                                 ///< one feature for each mark; may be empty
    BoxIndex index;                                          ///< over the marks' boxes
    std::unordered_map<std::string_view, std::size_t> byKey; ///< the keys are those of `findings`

    [[nodiscard]] const Finding& finding(std::size_t mark) const { return (*findings)[mark]; }
};

} // namespace merestone::map
