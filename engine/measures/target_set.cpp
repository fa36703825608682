// SPDX-License-Identifier: MIT
#include "measures/target_set.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace merestone {

TargetSet::TargetSet(SelectionPtr selection) : m_selection(std::move(selection)) {
    std::size_t usable = 0;
    for (std::size_t row = 0; row < layer().size(); ++row) {
        usable += layer().usable(row) ? 1 : 0;
    }
    m_everything = m_selection->rows.size() == usable;
}

bool TargetSet::holds(std::uint32_t row) const noexcept {
    return (m_everything && layer().usable(row)) || std::binary_search(rows().begin(), rows().end(), row);
}

const BoxIndex& TargetSet::index() const {
    if (m_everything) {
        return layer().index();
    }
    std::call_once(m_once, [this] {
        std::vector<Box> boxes(layer().size());
        for (const std::uint32_t row : rows()) {
            boxes[row] = layer().boxes()[row];
        }
        m_index = BoxIndex(boxes);
    });
    return m_index;
}

SelectionPtr TargetSet::withMaybe() const {
    if (maybe().empty()) {
        return nullptr;
    }
    auto wider = std::make_shared<Selection>();
    wider->layer = m_selection->layer;
    std::merge(rows().begin(), rows().end(), maybe().begin(), maybe().end(), std::back_inserter(wider->rows));
    return wider;
}

PackedGeometry centroidGeometry(const Layer& layer) {
    PackedGeometry result;
    result.reserve(layer.size(), layer.size());
    for (const Point& p : layer.centroids()) {
        if (std::isnan(p.x)) {
            result.endFeature(Shape::none);
            continue;
        }
        result.addPoint(p);
        result.endRun();
        result.endPart();
        result.endFeature(Shape::point);
    }
    return result;
}

} // namespace merestone
