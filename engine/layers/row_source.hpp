// SPDX-License-Identifier: MIT
#pragma once

#include "layers/column_builder.hpp"
#include "layers/fields.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Some rows of a source: what is not an attribute. The views live until the next batch is read.
struct RowBatch {
    struct Fault {
        std::size_t row = 0; ///< in this batch
        std::string reason;
    };
    std::vector<std::int64_t> fids;
    std::vector<std::string_view> shapes; ///< WKB (with curves and further dimensions); empty: no geometry
    std::vector<Fault> faults;            ///< rows whose geometry could not even be made WKB of

    [[nodiscard]] std::size_t size() const noexcept { return fids.size(); }
    void clear() {
        fids.clear();
        shapes.clear();
        faults.clear();
    }
};

/// Which rows to read and what of them.
struct RowQuery {
    std::vector<SourceField> fields; ///< one for each column builder
    bool geometry = true;
    TableShape tableShape; ///< of a bare table: positions in `tableFields`
    std::vector<SourceField> tableFields;
    int fidField = -1;            ///< OGR's index of a field that holds the feature number; -1: the layer knows it
    std::optional<Box> sourceBox; ///< rows whose box surely lies outside may be left out
    std::string filter;           ///< in OGR SQL; rows that surely do not pass may be left out
    std::string encoding;         ///< of the texts; empty: as GDAL hands them out, UTF-8
};

/// Reads a source forward, in its order.
class RowSource {
public:
    virtual ~RowSource() = default;
    /// Replaces the batch by at most `most` further rows and appends their values to the columns; an empty batch is the
    /// end.
    virtual void next(RowBatch& batch, std::vector<ColumnBuilder>& columns, std::size_t most) = 0;
    /// Pieces of text that were not in the stated encoding and were replaced.
    [[nodiscard]] virtual std::size_t replacedTexts() const noexcept = 0;
    /// Notes on how it was read (an index that was not trusted …).
    [[nodiscard]] virtual std::vector<LayerNote> notes() const { return {}; }
};

/// The fastest way to read this layer. One row source of a data set at a time.
[[nodiscard]] std::unique_ptr<RowSource> openRows(const LayerRequest& request, const OpenedSource& source,
                                                  OGRLayerH layer, RowQuery query, const RunContext& context);

} // namespace merestone
