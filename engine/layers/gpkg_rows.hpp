// SPDX-License-Identifier: MIT
#pragma once

#include "layers/gpkg_table.hpp"
#include "layers/row_source.hpp"

namespace merestone {

/// Reads a feature table of a GeoPackage by one statement on the connection that GDAL opened: as fast as GDAL's Arrow
/// stream, but what stands in a cell is taken for what it is (GDAL 3.6 makes 0 of a text in a number column) and an
/// error in the middle is an error (its Arrow stream ends early, without one).
class GpkgRows : public RowSource {
public:
    GpkgRows(const LayerRequest& request, GpkgTable table, RowQuery query, const RunContext& context,
             SqliteGuard& guard);

    void next(RowBatch& batch, std::vector<ColumnBuilder>& columns, std::size_t most) override;
    [[nodiscard]] std::size_t replacedTexts() const noexcept override { return m_decoder.replaced(); }
    [[nodiscard]] std::vector<LayerNote> notes() const override { return m_notes; }

private:
    [[nodiscard]] std::string statementText(bool useIndex, bool useFilter) const;
    void prepare(bool useIndex);
    void addValue(int cell, ColumnBuilder& column);
    void addShape(int cell, RowBatch& batch);
    [[noreturn]] void failReading() const;

    const LayerRequest& m_request;
    GpkgTable m_table;
    RowQuery m_query;
    const RunContext& m_context;
    SqliteGuard& m_guard;
    GpkgTable::Statement m_statement;
    TextDecoder m_decoder;
    std::string m_arena;
    std::vector<std::size_t> m_ends;
    std::vector<LayerNote> m_notes;
    bool m_atEnd = false;
};

} // namespace merestone
