// SPDX-License-Identifier: MIT
#include "layers/row_source.hpp"

#include "base/text.hpp"
#include "layers/feature_rows.hpp"
#include "layers/gpkg_rows.hpp"
#include "layers/index_audit.hpp"
#include "layers/postgres_rows.hpp"

namespace merestone {

namespace {

/// FeatureRows with a note on how they were read.
class NotedRows : public FeatureRows {
public:
    NotedRows(OGRLayerH layer, RowQuery query, std::vector<LayerNote> notes)
        : FeatureRows(layer, std::move(query)), m_notes(std::move(notes)) {}
    [[nodiscard]] std::vector<LayerNote> notes() const override { return m_notes; }

private:
    std::vector<LayerNote> m_notes;
};

} // namespace

std::unique_ptr<RowSource> openRows(const LayerRequest& request, const OpenedSource& source, OGRLayerH layer,
                                    RowQuery query, const RunContext& context) {
    if (source.format == Format::geopackage && !query.tableShape.any()) {
        if (std::optional<GpkgTable> table = GpkgTable::of(source, layer)) {
            if (!query.geometry || !table->geometryColumn.empty()) {
                return std::make_unique<GpkgRows>(request, std::move(*table), std::move(query), context, *source.guard);
            }
        }
    }
    if (source.format == Format::postgres) {
        if (std::optional<PostgresTable> table = PostgresTable::of(source, layer)) {
            return std::make_unique<PostgresRows>(request, source, layer, std::move(*table), std::move(query));
        }
        failRequest(request, "the database's catalogue does not have its table '" + printable(OGR_L_GetName(layer)) +
                                 "': look whether it has been dropped or renamed");
    }
    if (isTable(source.format)) {
        query.filter.clear(); // GDAL sees other types in a table than we do
    }
    std::vector<LayerNote> notes;
    if (query.sourceBox) {
        const bool worthIt = hasUsefulIndex(source.format, layer, source.gdalName);
        if (worthIt && !indexIsSound(layer)) {
            notes.push_back({"index.wrong",
                             "the spatial index of the file does not agree with its shapes, so every row was read; "
                             "export the file again",
                             0});
            query.sourceBox.reset();
        } else if (!worthIt) {
            query.sourceBox.reset();
        }
    }
    return std::make_unique<NotedRows>(layer, std::move(query), std::move(notes));
}

} // namespace merestone
