// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <string>
#include <string_view>

namespace merestone {

/// Whether WKB is of a type that is or may contain curves; cheap.
[[nodiscard]] bool mayHoldCurves(std::string_view wkb) noexcept;

/// Makes WKB with arcs into ISO WKB without: each arc becomes chords that span at most `stepDegrees`. False, and `out`
/// unspecified, if there is no curve in it or it cannot be read.
[[nodiscard]] bool straighten(std::string_view wkb, double stepDegrees, std::string& out);

/// The box of the finite coordinates of a shape that the gate refused; empty if it has none that can be read.
[[nodiscard]] Box finiteBox(std::string_view wkb);

} // namespace merestone
