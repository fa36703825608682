// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace merestone::map {

/// One picture of a batch.
struct PictureRequest {
    std::string file;         ///< a plain name in the folder of the batch, ending in .png, .svg or .pdf
    double width = 0.0;       ///< units: pixels of a screen
    double height = 0.0;      ///< units
    double ratio = 1.0;       ///< pixels of a PNG for each unit: how fine it is
    std::string finding;      ///< key of the finding to show with its surroundings; empty: the whole plan
    std::vector<double> box;  ///< what to show: west, south, east, north in CRS metres; empty: what the above says
    bool furniture = false;   ///< with title, legend, licences; else the map to its edges
    bool scaleBar = true;     ///< on a map without furniture
    unsigned mostColours = 0; ///< of a PNG: 2 to 256 make a small file; 0: all that there are
};

struct PicturesRequest {
    std::filesystem::path run; ///< JSON of the run whose findings are drawn; empty: the plan is checked
    std::vector<PictureRequest> pictures;
};

/// Reads a batch from a JSON file: {"pictures": [{"file", "width", "height", "ratio", "finding", "box", "furniture",
/// "scale_bar", "colours"}, …], "run": FILE}. Of a picture file, width and height are needed; a relative FILE is
/// beside the request. Throws Error(usage) that names the file, the place in it and the remedy.
[[nodiscard]] PicturesRequest readPicturesRequest(const std::filesystem::path& file);

} // namespace merestone::map
