// SPDX-License-Identifier: MIT
#pragma once

#include "layers/open_dataset.hpp"

#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>

namespace merestone {

/// A feature table of a GeoPackage, seen through GDAL's own connection to the file.
struct GpkgTable {
    struct StatementCloser {
        void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, StatementCloser>;

    sqlite3* database = nullptr;
    std::string name;
    std::string fidColumn;
    std::string geometryColumn;
    std::string index; ///< name of the R-tree; empty if there is none

    /// Nothing if the layer is no plain table with a key (a view, say).
    static std::optional<GpkgTable> of(const OpenedSource& source, OGRLayerH layer);
    /// Compares some rows, spread evenly, with their entries in the R-tree.
    [[nodiscard]] bool indexIsSound() const;
    /// Whether the R-tree has an entry for each row; one without a shape has none, and may lie anywhere. Yes where the
    /// file does not say how many rows there are.
    [[nodiscard]] bool indexHoldsAll() const;
    /// Null if SQLite cannot take it.
    [[nodiscard]] Statement statement(const std::string& sql) const;
};

} // namespace merestone
