// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "layers/layer.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

class SourcePool; // source_pool.hpp

/// What to read from where. Only this much is read: the spatial window and what can be pushed down of the condition
/// go to the source.
struct LayerRequest {
    std::string name;   ///< the plan's name of the layer, for messages
    std::string source; ///< as written: a path relative to `baseDirectory`, or "PG:service=…"
    std::filesystem::path baseDirectory;
    std::string sourceLayer;          ///< empty: the only layer; more than one is then an error that lists them
    std::string where;                ///< OGR SQL WHERE, three-valued; empty: all
    std::vector<std::string> columns; ///< needed columns besides id and name; unknown ones are an error
    std::string idField;
    std::string nameField;
    std::string xField; ///< CSV and tables: easting/longitude column; empty: found by usual names
    std::string yField;
    std::string wktField;
    std::string declaredCrs; ///< `crs:` of the layer: used when the source has none; contradiction is an error
    std::string encoding;    ///< overrides what the source says
    std::string workingCrs = "EPSG:27700";
    std::optional<Box> window; ///< in the working CRS: only features whose box meets it; nothing: all
    double statedAccuracyMetres = 0.0;
    InvalidPolicy invalid = InvalidPolicy::repair;
    bool needsGeometry = true;
    bool allColumns = false; ///< inspect: every column
};

/// Field names and types, CRS, count and extent of a source, without reading its features.
struct FieldDescription {
    std::string name;
    ColumnType type = ColumnType::text;
};
struct SourceDescription {
    std::string path; ///< resolved
    std::string driver;
    std::string layer;
    std::vector<std::string> layers; ///< all layers of the source
    std::vector<FieldDescription> fields;
    std::string geometryType; ///< OGR's name: "Multi Polygon"; "None" for a table
    std::string geometryColumn;
    std::string crs;             ///< "EPSG:27700", its name, or empty
    long long featureCount = -1; ///< as the source states it; -1 unknown
    std::optional<Box> extent;   ///< in the source's CRS
};

/// Both throw Error(input) with one line: file, place, remedy. Drivers are a closed list; nothing is fetched from
/// the network; symbolic links and special files are followed only to regular files. Sources that are wanted again
/// stay open in `pool`, where there is one.
[[nodiscard]] SourceDescription describeSource(const LayerRequest& request, const RunContext& context = {},
                                               SourcePool* pool = nullptr);
[[nodiscard]] LayerPtr readLayer(const LayerRequest& request, const RunContext& context, SourcePool* pool = nullptr);

/// How many features lie in the request's window (or are there at all), as the source counts them: by their boxes and
/// without `where`, which is at least as many as readLayer() gives. The source must be in the working CRS.
[[nodiscard]] std::size_t countFeatures(const LayerRequest& request, const RunContext& context,
                                        SourcePool* pool = nullptr);

/// SHA-256 of a file (for a shapefile, of .shp, .dbf and .shx together), lower-case hex.
[[nodiscard]] std::string fileSha256(const LayerRequest& request);

/// "GDAL 3.6.2", "PROJ 9.1.1 (no OSTN15 grid)" and so on, for the run block.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> libraryVersions();

} // namespace merestone
