// SPDX-License-Identifier: MIT
#include "submission/spatial_layers.hpp"

#include "base/error.hpp"
#include "layers/inspect.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

constexpr std::array<std::string_view, 4> kPolicyFields{"policy", "policy_ref", "policy_id", "policy_reference"};
constexpr std::array<std::string_view, 5> kNameFields{"name", "site_name", "title", "label", "address"};
constexpr std::array<std::string_view, 3> kIdFields{"reference", "ref", "id"};

template <std::size_t N> const Column* firstColumn(const Layer& layer, const std::array<std::string_view, N>& names) {
    for (const std::string_view name : names) {
        if (const Column* column = layer.column(name)) {
            return column;
        }
    }
    return nullptr;
}

/// Text columns built row by row.
class Texts {
public:
    explicit Texts(const char* name) { m_column.name = name; }
    void add(const Column* from, std::size_t row) {
        add(from == nullptr || from->isNull(row) ? std::string() : from->text(row));
    }
    void add(const std::string& text) {
        m_column.codes.push_back(text.empty() ? Column::kNull : static_cast<std::uint32_t>(m_column.dictionary.size()));
        if (!text.empty()) {
            m_column.dictionary.push_back(text);
        }
    }
    [[nodiscard]] Column take() { return std::move(m_column); }

private:
    Column m_column;
};

/// What features of several layers are put together in.
class Joining {
public:
    void add(const SpatialLayer& part) {
        const Layer& layer = *part.layer;
        const Column* ids = firstColumn(layer, kIdFields);
        const Column* names = firstColumn(layer, kNameFields);
        const Column* policies = firstColumn(layer, kPolicyFields);
        const auto first = static_cast<std::uint32_t>(m_geometry.size());
        for (std::size_t row = 0; row < layer.size(); ++row) {
            m_geometry.append(layer.geometry(), row);
            m_validity.states.push_back(layer.state(row));
            const std::string own = ids == nullptr || ids->isNull(row) ? layer.id(row) : ids->text(row);
            m_ids.add(part.sourceLayer.empty() ? own : part.sourceLayer + "/" + own);
            m_names.add(names, row);
            m_policies.add(policies, row);
            m_fids.push_back(static_cast<std::int64_t>(m_fids.size()) + 1);
        }
        for (GeometryDefect defect : layer.defects()) {
            defect.feature += first;
            m_validity.defects.push_back(std::move(defect));
        }
        m_accuracy = std::max(m_accuracy, layer.info().operationAccuracyMetres);
    }

    LayerPtr build(const std::string& name) {
        LayerInfo info;
        info.source = name;
        info.crs = "EPSG:27700";
        info.operationAccuracyMetres = m_accuracy;
        info.featuresRead = m_fids.size();
        std::vector<Column> columns{m_ids.take(), m_names.take(), m_policies.take()};
        return std::make_shared<const Layer>(name, std::move(info), std::move(m_geometry), std::move(columns),
                                             std::move(m_fids), std::move(m_validity), "id", "name");
    }

private:
    PackedGeometry m_geometry;
    ValidityReport m_validity;
    Texts m_ids{"id"};
    Texts m_names{"name"};
    Texts m_policies{"policy"};
    std::vector<std::int64_t> m_fids;
    double m_accuracy = 0.0;
};

} // namespace

std::vector<SpatialLayer> readSpatial(const FolderItem& item, const RunContext& context) {
    std::vector<SpatialLayer> result;
    if (!item.problem.empty()) {
        result.push_back({item.name, "", "", nullptr, item.problem});
        return result;
    }
    try {
        LayerRequest request;
        request.name = item.name;
        request.source = item.path.string();
        request.baseDirectory = item.path.parent_path();
        request.allColumns = true;
        for (InspectedLayer& found : inspectSource(request, context)) {
            result.push_back({item.name, found.description.layer, found.description.crs, found.layer, found.error});
        }
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            throw;
        }
        result.push_back({item.name, "", "", nullptr, error.what()});
    }
    return result;
}

LayerPtr joinedLayer(const std::string& name, const std::vector<SpatialLayer>& parts) {
    Joining joining;
    for (const SpatialLayer& part : parts) {
        if (part.layer) {
            joining.add(part);
        }
    }
    return joining.build(name);
}

} // namespace merestone
