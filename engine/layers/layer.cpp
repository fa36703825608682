// SPDX-License-Identifier: MIT
#include "layers/layer.hpp"

#include "base/text.hpp"
#include "geometry/kernels.hpp"

#include <cmath>

namespace merestone {

std::string Column::text(std::size_t row) const {
    if (isNull(row)) {
        return {};
    }
    if (isText()) {
        return dictionary[codes[row]];
    }
    return shortest(numbers[row]);
}

Layer::Layer(std::string name, LayerInfo info, PackedGeometry geometry, std::vector<Column> columns,
             std::vector<std::int64_t> fids, ValidityReport validity, std::string idField, std::string nameField)
    : m_name(std::move(name)), m_info(std::move(info)), m_geometry(std::move(geometry)), m_columns(std::move(columns)),
      m_fids(std::move(fids)), m_validity(std::move(validity)) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const std::string lower = lowered(m_columns[i].name);
        if (!idField.empty() && lower == lowered(idField)) {
            m_idColumn = static_cast<int>(i);
        }
        if (!nameField.empty() && lower == lowered(nameField)) {
            m_nameColumn = static_cast<int>(i);
        }
    }
    m_boxes.resize(size());
    for (std::size_t row = 0; row < size(); ++row) {
        if (usable(row)) {
            m_boxes[row] = m_geometry.box(row);
        }
    }
}

const Column* Layer::column(std::string_view name) const noexcept {
    for (const Column& candidate : m_columns) {
        if (candidate.name.size() == name.size() && lowered(candidate.name) == lowered(name)) {
            return &candidate;
        }
    }
    return nullptr;
}

std::string Layer::id(std::size_t row) const {
    if (m_idColumn >= 0) {
        const Column& ids = m_columns[static_cast<std::size_t>(m_idColumn)];
        if (!ids.isNull(row)) {
            return ids.text(row);
        }
    }
    return std::to_string(m_fids[row]);
}

std::string Layer::displayName(std::size_t row) const {
    return m_nameColumn >= 0 ? m_columns[static_cast<std::size_t>(m_nameColumn)].text(row) : std::string();
}

double Layer::accuracyMetres() const noexcept {
    return std::hypot(m_info.statedAccuracyMetres, m_info.operationAccuracyMetres);
}

const BoxIndex& Layer::index() const {
    std::call_once(m_indexOnce, [this] { m_index = BoxIndex(m_boxes); });
    return m_index;
}

std::span<const double> Layer::areas() const {
    std::call_once(m_areasOnce, [this] {
        m_areas.resize(size());
        for (std::size_t row = 0; row < size(); ++row) {
            m_areas[row] = usable(row) ? area(m_geometry, row) : 0.0;
        }
    });
    return m_areas;
}

std::span<const Point> Layer::centroids() const {
    std::call_once(m_centroidsOnce, [this] {
        constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
        m_centroids.resize(size());
        for (std::size_t row = 0; row < size(); ++row) {
            m_centroids[row] = usable(row) ? centroid(m_geometry, row) : Point{kUnknown, kUnknown};
        }
    });
    return m_centroids;
}

} // namespace merestone
