// SPDX-License-Identifier: MIT
#pragma once

#include "layers/feature_rows.hpp"
#include "layers/postgres_table.hpp"

namespace merestone {

/// Reads a table or view of a PostGIS database by a query of our own, through a cursor. The server applies the window
/// and the filter; rows without a shape are never lost to the window. Rows come in the order of the primary key or,
/// where there is none, of the values read, so that no result depends on how the server finds them.
class PostgresRows : public RowSource {
public:
    /// `source` and `layer` must outlive it. Throws Error(input) when the server takes no query on the table.
    PostgresRows(const LayerRequest& request, const OpenedSource& source, OGRLayerH layer, PostgresTable table,
                 RowQuery query);

    void next(RowBatch& batch, std::vector<ColumnBuilder>& columns, std::size_t most) override;
    [[nodiscard]] std::size_t replacedTexts() const noexcept override { return m_rows->replacedTexts(); }
    [[nodiscard]] std::vector<LayerNote> notes() const override { return m_notes; }

private:
    [[nodiscard]] std::string select(const RowQuery& query) const;
    [[nodiscard]] std::string conditions(const RowQuery& query, bool withFilter);
    [[nodiscard]] std::string order(const RowQuery& query) const;
    void run(const RowQuery& query, const std::string& sql);

    const OpenedSource& m_source;
    PostgresTable m_table;
    std::string m_fidColumn; ///< empty: rows are numbered as they come
    std::vector<LayerNote> m_notes;
    ResultSet m_result;
    std::unique_ptr<FeatureRows> m_rows; ///< over m_result
};

} // namespace merestone
