// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <optional>
#include <string_view>

namespace merestone {

/// The WKB inside a GeoPackage geometry; empty if the blob is none (or an extended type).
[[nodiscard]] std::string_view wkbOfBlob(std::string_view blob) noexcept;

/// The box of the shape itself (not the one that the blob's header states); nothing for an empty or unreadable one.
[[nodiscard]] std::optional<Box> boxOfBlob(std::string_view blob);

} // namespace merestone
