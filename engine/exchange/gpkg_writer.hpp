// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "geometry/packed_geometry.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

enum class GpkgType { text, real, integer, boolean };

struct GpkgField {
    const char* name = "";
    GpkgType type = GpkgType::text;
};

struct GpkgTableSpec {
    std::string name;
    std::string title; ///< what QGIS calls the layer; unique in the file
    std::string description;
    Shape shape = Shape::none; ///< point, line and polygon tables hold the Multi forms; none: attributes only
    std::vector<GpkgField> fields;
};

/// One row on its way; values are set in the order of the fields.
class GpkgRow {
public:
    virtual ~GpkgRow() = default;
    /// Empty texts become null. Broken UTF-8 is replaced.
    virtual GpkgRow& text(std::string_view value) = 0;
    virtual GpkgRow& real(const std::optional<double>& value) = 0;
    virtual GpkgRow& integer(std::uint64_t value) = 0;
    virtual GpkgRow& boolean(bool value) = 0;
    virtual GpkgRow& geometry(const std::string& wkb) = 0;
    virtual void write() = 0;
};

/// A new GeoPackage, written in one transaction. Every failure of GDAL or of the disk throws Error(output) that
/// calls the file `name`; the file is then worthless. Belongs to one thread.
class GpkgWriter {
public:
    GpkgWriter(const std::filesystem::path& newFile, const std::string& crs, std::string name);
    ~GpkgWriter();
    GpkgWriter(const GpkgWriter&) = delete;
    GpkgWriter& operator=(const GpkgWriter&) = delete;

    /// Adds a table; the number is for row().
    std::size_t addTable(const GpkgTableSpec& spec);
    /// An empty row of a table, valid until the next call.
    [[nodiscard]] GpkgRow& row(std::size_t table);
    /// Commits, closes, opens the file again and compares the number of rows of each table with what was written.
    void close();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace merestone
