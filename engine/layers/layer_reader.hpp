// SPDX-License-Identifier: MIT
#pragma once

#include "layers/geometry_intake.hpp"
#include "layers/read_layer.hpp"
#include "layers/resolve_crs.hpp"
#include "layers/row_filter.hpp"
#include "layers/source_pool.hpp"

#include <vector>

namespace merestone {

/// One layer of an opened source, on the thread that made it: describes it, samples it, reads it.
class LayerReader {
public:
    /// Opens the source, or takes it out of the pool, and finds the layer. All must outlive it. Throws Error(input).
    LayerReader(const LayerRequest& request, const RunContext& context, SourcePool* pool = nullptr);

    [[nodiscard]] SourceDescription describe();
    /// Some points of the first features, in the coordinates of the source.
    [[nodiscard]] std::vector<Point> sample();
    [[nodiscard]] LayerPtr read();
    /// See countFeatures().
    [[nodiscard]] std::size_t count();
    /// Leaves the source to the pool, if there is one. The last call.
    void giveBack();

    [[nodiscard]] const std::vector<SourceField>& fields() const noexcept { return m_fields; }
    /// Whether other layers of a plan are likely to come out of the same source, at no cost while it stays open.
    [[nodiscard]] bool holdsManyLayers() const noexcept {
        return m_source.format == Format::geopackage || m_source.format == Format::postgres;
    }
    [[nodiscard]] bool hasGeometry() const noexcept { return m_hasGeometry || m_tableShape.any(); }

private:
    struct Rows;
    [[nodiscard]] RowQuery query() const;
    void requireGeometry() const;
    void readRows(RowSource& source, RowFilter& filter, Rows& rows);
    void reserve(Rows& rows);
    void filterByArea(RowFilter& filter, Rows& rows);
    void throwOnFailure() const;
    void reportProgress(std::size_t rows);
    [[nodiscard]] LayerInfo info(const Rows& rows, const RowFilter& filter) const;

    const LayerRequest& m_request;
    const RunContext& m_context;
    SourcePool* m_pool;
    GdalMessages m_messages;
    OpenedSource m_source;
    OGRLayerH m_layer;
    std::vector<SourceField> m_fields;
    bool m_hasGeometry;
    TableShape m_tableShape;
    long long m_statedCount;
    ResolvedCrs m_crs;
    std::chrono::steady_clock::time_point m_lastReport{};
};

} // namespace merestone
