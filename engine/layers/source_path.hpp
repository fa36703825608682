// SPDX-License-Identifier: MIT
#pragma once

#include "layers/read_layer.hpp"

#include <filesystem>
#include <string>

namespace merestone {

/// A source file that was looked at: it exists, is a regular file, is readable and is not empty.
struct SourceFile {
    std::filesystem::path path; ///< absolute; never one that GDAL would take for a driver prefix or a virtual file
    std::string head;           ///< its first bytes, for telling its format
    std::uintmax_t size = 0;
};

/// "parks.shp: layer 'parks'" or, where the plan gives no name, "parks.shp": how messages about a request begin.
[[nodiscard]] std::string requestPlace(const LayerRequest& request);

/// Throws Error(input) with `requestPlace: text`.
[[noreturn]] void failRequest(const LayerRequest& request, const std::string& text);

/// Whether the source is a database connection and not a file.
[[nodiscard]] bool isDatabase(const LayerRequest& request);

/// Resolves and looks at the file of a request. Refuses folders, pipes, devices, link loops, empty and unreadable
/// files and GDAL's virtual paths, and suggests a near name when the file is missing. The companions of the file
/// (x.dbf beside x.shp …) are regular files too or not there.
[[nodiscard]] SourceFile findSourceFile(const LayerRequest& request);

/// A companion of `path` with another suffix in whatever case it is there ("x.dbf" or "x.DBF"); empty if there is none.
[[nodiscard]] std::filesystem::path companion(const std::filesystem::path& path, const std::string& suffix);

} // namespace merestone
