// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace merestone {

/// Something that a format could not hold, or that is no longer as it was in the source.
struct ExportLoss {
    std::string format; ///< "GeoPackage", "Shapefile" …; "reading" for what was changed before anything was written
    std::string table;
    std::string field;     ///< empty: of the table as a whole
    std::string what;      ///< one sentence
    std::size_t count = 0; ///< values or features that it concerns; 0: all, or none in particular
};

/// A file that was written, relative to the folder of the export.
struct ExportedFile {
    std::string path;
    std::string format;
    std::string table;        ///< empty: of the export as a whole
    std::size_t features = 0; ///< rows that it holds
};

/// The name of a field in a format that does not take all names.
struct RenamedField {
    std::string format;
    std::string table;
    std::string field; ///< in the source
    std::string name;  ///< in the file
};

/// What an export wrote, and exactly what each format lost.
struct ExportReport {
    std::vector<ExportedFile> files;
    std::vector<ExportLoss> losses;
    std::vector<RenamedField> renamed;
};

} // namespace merestone
