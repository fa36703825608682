// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box_index.hpp"
#include "geometry/packed_geometry.hpp"
#include "geometry/validity.hpp"
#include "layers/column.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// One thing that was noticed while reading a source and that a person should know. Never fatal.
struct LayerNote {
    std::string code;      ///< stable: "crs.guess", "encoding.replaced", "geometry.z_dropped", "id.duplicate" …
    std::string text;      ///< one sentence with the figures and the remedy
    std::size_t count = 0; ///< how many features it concerns; 0 when it concerns the source as a whole
};

/// What the run block and `merestone inspect` say about a source.
struct LayerInfo {
    std::string source;      ///< as written in the plan
    std::string sourceLayer; ///< layer name inside the source
    std::string driver;
    std::string crs;       ///< "EPSG:27700", or the name where there is no code
    std::string operation; ///< PROJ's name of the coordinate operation used; empty when nothing was transformed
    double operationAccuracyMetres = 0.0; ///< as PROJ states it; 0 when nothing was transformed
    double statedAccuracyMetres = 0.0;    ///< `accuracy:` of the plan; 0 when not stated
    std::size_t featuresInSource = 0;     ///< as the source counts them
    std::size_t featuresRead = 0;
    std::size_t undecided = 0; ///< features left out because the layer's `where` is unknown for them
    bool isTable = false;      ///< the source has no shapes at all: that a feature lacks one says nothing
    std::string sha256;        ///< of the file; empty when not computed
    std::vector<LayerNote> notes;
};

/// The features of one source that matter to a plan: attributes column-wise, geometry packed, in the working CRS,
/// in source order. Immutable once published as shared_ptr<const Layer>; every const function may be called from
/// any thread.
class Layer : public std::enable_shared_from_this<Layer> {
public:
    Layer(std::string name, LayerInfo info, PackedGeometry geometry, std::vector<Column> columns,
          std::vector<std::int64_t> fids, ValidityReport validity, std::string idField, std::string nameField);

    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    [[nodiscard]] const LayerInfo& info() const noexcept { return m_info; }
    [[nodiscard]] std::size_t size() const noexcept { return m_geometry.size(); }
    [[nodiscard]] const PackedGeometry& geometry() const noexcept { return m_geometry; }
    [[nodiscard]] const std::vector<Column>& columns() const noexcept { return m_columns; }
    /// ASCII case is ignored, as OGR does. Null if there is no such column among those read.
    [[nodiscard]] const Column* column(std::string_view name) const noexcept;
    [[nodiscard]] std::int64_t fid(std::size_t row) const noexcept { return m_fids[row]; }
    /// The text of the id column, or the feature id of the source if there is none or it is null there.
    [[nodiscard]] std::string id(std::size_t row) const;
    /// The text of the name column, or an empty string.
    [[nodiscard]] std::string displayName(std::size_t row) const;
    [[nodiscard]] GeometryState state(std::size_t row) const noexcept { return m_validity.states[row]; }
    /// Names of the columns behind id() and displayName(); empty when there is none.
    [[nodiscard]] std::string idField() const {
        return m_idColumn < 0 ? std::string() : m_columns[static_cast<std::size_t>(m_idColumn)].name;
    }
    [[nodiscard]] std::string nameField() const {
        return m_nameColumn < 0 ? std::string() : m_columns[static_cast<std::size_t>(m_nameColumn)].name;
    }
    /// Whether measures may use the shape of this feature (valid or repaired).
    [[nodiscard]] bool usable(std::size_t row) const noexcept {
        return state(row) == GeometryState::valid || state(row) == GeometryState::repaired;
    }
    [[nodiscard]] const std::vector<GeometryDefect>& defects() const noexcept { return m_validity.defects; }
    /// sqrt(stated accuracy^2 + accuracy of the coordinate operation^2): independent errors (root sum of squares).
    [[nodiscard]] double accuracyMetres() const noexcept;

    /// Boxes of the usable features; empty boxes for the others.
    [[nodiscard]] std::span<const Box> boxes() const noexcept { return m_boxes; }
    // Computed on first use, once, whichever thread comes first.
    [[nodiscard]] const BoxIndex& index() const;
    [[nodiscard]] std::span<const double> areas() const;    ///< m2; 0 where there is no usable polygon
    [[nodiscard]] std::span<const Point> centroids() const; ///< NaN where there is no usable shape

private:
    std::string m_name;
    LayerInfo m_info;
    PackedGeometry m_geometry;
    std::vector<Column> m_columns;
    std::vector<std::int64_t> m_fids;
    ValidityReport m_validity;
    int m_idColumn = -1;
    int m_nameColumn = -1;
    std::vector<Box> m_boxes;
    mutable std::once_flag m_indexOnce;
    mutable std::once_flag m_areasOnce;
    mutable std::once_flag m_centroidsOnce;
    mutable BoxIndex m_index;
    mutable std::vector<double> m_areas;
    mutable std::vector<Point> m_centroids;
};

using LayerPtr = std::shared_ptr<const Layer>;

} // namespace merestone
