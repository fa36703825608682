// SPDX-License-Identifier: MIT
#pragma once

#include "layers/source_path.hpp"

#include <string>

namespace merestone {

/// Looks through the directory of a zip file (an archive, a workbook) without unpacking anything and refuses what would
/// swell beyond reason: too many entries, too much unpacked, a suspicious ratio. Throws Error(input).
void checkZip(const LayerRequest& request, const SourceFile& file);

/// GDAL's name of the shapefile in an archive, in its root or in a folder of it. With more than one, the one that
/// `sourceLayer` names; otherwise Error(input) lists them.
[[nodiscard]] std::string shapefileInZip(const LayerRequest& request, const SourceFile& file);

} // namespace merestone
