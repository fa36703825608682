// SPDX-License-Identifier: MIT
#pragma once

#include "rules/checker.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

/// Brings changes of features into a layer of a GeoPackage; geometry in the layer's own CRS. The file is changed as a
/// copy beside it, which takes its place when all of it is written, closed, opened again and counted: a full disk or a
/// killed process leaves the old file. A layer of single areas, lines or points that is given a shape of several parts
/// becomes one of multipart shapes as a whole. An empty `layer` means the only one. Throws Error(output): not a
/// GeoPackage, open in another program, no such layer or feature, not writable.
void saveChanges(const std::filesystem::path& file, const std::string& layer,
                 const std::vector<FeatureChange>& changes);

} // namespace merestone
