// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/export/table.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace merestone {

/// How QGIS and others draw a table of a GeoPackage: a row of its table layer_styles.
struct GpkgStyle {
    std::string table;
    std::string name; ///< at most 30 characters, for programs that hold no more
    std::string qml;
    std::string sld;
    std::string description;
};

/// A new GeoPackage, written in one transaction. Every failure of GDAL or of the disk throws Error(output) that
/// calls the file `name`; the file is then worthless. Belongs to one thread.
class GpkgWriter {
public:
    GpkgWriter(const std::filesystem::path& newFile, const std::string& crs, std::string name);
    ~GpkgWriter();
    GpkgWriter(const GpkgWriter&) = delete;
    GpkgWriter& operator=(const GpkgWriter&) = delete;

    /// Adds a table with all its rows, under the feature numbers of its layer. Polygons and lines get the Multi types,
    /// points only where some feature has several. Broken UTF-8 is replaced.
    void write(const ExportTable& table, const RunContext& context = {});
    /// Adds the table layer_styles; each style is its table's default.
    void write(std::span<const GpkgStyle> styles);
    /// Commits, closes, opens the file again and compares the number of rows of each table with what was written.
    void close();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace merestone
