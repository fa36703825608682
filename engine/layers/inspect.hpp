// SPDX-License-Identifier: MIT
#pragma once

#include "layers/read_layer.hpp"

#include <vector>

namespace merestone {

/// One guess about a CRS with its evidence.
struct CrsGuess {
    std::string crs;    ///< "EPSG:27700", "EPSG:4326", "EPSG:4326 with axes swapped", "EPSG:3857"
    double share = 0.0; ///< of the sampled vertices that fall in the British Isles under this reading, 0..1
};

/// What the input doctor found in one layer of one source.
struct InspectedLayer {
    SourceDescription description;
    LayerPtr layer; ///< null when it could not be read; `error` says why
    std::string error;
    std::vector<CrsGuess> guesses; ///< best first; filled when the CRS is missing or does not fit
    struct FieldSummary {
        std::string name;
        ColumnType type = ColumnType::text;
        std::size_t nulls = 0;
        std::size_t distinct = 0; ///< counted up to 10,000
        std::string example;
        double minimum = 0.0; ///< numbers only
        double maximum = 0.0;
    };
    std::vector<FieldSummary> fields;
    std::size_t duplicateIds = 0;
    std::vector<LayerNote> notes; ///< everything worth telling, gravest first
};

/// Reads every layer of a file (or the one named in the request) with all its columns and looks it over.
[[nodiscard]] std::vector<InspectedLayer> inspectSource(const LayerRequest& request, const RunContext& context);

} // namespace merestone
