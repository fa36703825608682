// SPDX-License-Identifier: MIT
#pragma once

#include "layers/row_source.hpp"

namespace merestone {

/// Reads any layer feature by feature.
class FeatureRows : public RowSource {
public:
    /// `layer` must outlive it; its filters and ignored fields belong to it until then.
    FeatureRows(OGRLayerH layer, RowQuery query);
    ~FeatureRows() override;
    FeatureRows(const FeatureRows&) = delete;
    FeatureRows& operator=(const FeatureRows&) = delete;

    void next(RowBatch& batch, std::vector<ColumnBuilder>& columns, std::size_t most) override;
    [[nodiscard]] std::size_t replacedTexts() const noexcept override { return m_decoder.replaced(); }

private:
    void ignoreOtherFields();
    void addValue(OGRFeatureH feature, const SourceField& field, ColumnBuilder& column);
    void addShape(OGRFeatureH feature, RowBatch& batch);
    void addTableShape(OGRFeatureH feature, RowBatch& batch);
    void addWkb(OGRGeometryH geometry);
    [[nodiscard]] bool coordinate(OGRFeatureH feature, int position, double& value, RowBatch& batch);

    OGRLayerH m_layer;
    RowQuery m_query;
    TextDecoder m_decoder;
    std::string m_arena;             ///< WKB of the batch, back to back
    std::vector<std::size_t> m_ends; ///< end of each row in it
};

} // namespace merestone
