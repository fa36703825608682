// SPDX-License-Identifier: MIT
#pragma once

#include "layers/open_dataset.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

struct ResultSetRelease {
    GDALDatasetH dataset = nullptr;
    void operator()(OGRLayerH layer) const noexcept { GDALDatasetReleaseResultSet(dataset, layer); }
};
/// What a query on a database gives, as a layer. Its data set must outlive it; one at a time for each data set.
using ResultSet = std::unique_ptr<std::remove_pointer_t<OGRLayerH>, ResultSetRelease>;

/// Runs a query; null if the server does not take it (GDAL's messages say why).
[[nodiscard]] ResultSet queryDatabase(GDALDatasetH dataset, const std::string& sql);

/// A table or view of a PostGIS database as its catalogue has it.
struct PostgresTable {
    std::string relation;         ///< schema and name, quoted
    std::vector<std::string> key; ///< columns of the primary key, in its order; of a view: none
    std::string geometryColumn;   ///< empty: it has none
    bool isGeography = false;

    /// The geometry column in planar terms, for SQL.
    [[nodiscard]] std::string geometry() const;
    /// Condition for a shape that is there and holds no point: it alone does not meet its own box. Unlike ST_IsEmpty
    /// this reads only the head of a large shape.
    [[nodiscard]] std::string isEmptyShape() const;
    /// Whether there is such a shape: no index finds it, and it may lie anywhere.
    [[nodiscard]] bool holdsEmptyShapes(const OpenedSource& source) const;

    /// Looks a layer of the data set up; nothing if the catalogue does not have it.
    [[nodiscard]] static std::optional<PostgresTable> of(const OpenedSource& source, OGRLayerH layer);
};

} // namespace merestone
