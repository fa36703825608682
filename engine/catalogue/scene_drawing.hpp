// SPDX-License-Identifier: MIT
#pragma once

#include "catalogue/svg_writer.hpp"
#include "geometry/packed_geometry.hpp"

#include <string>
#include <vector>

namespace merestone {

/// How the features of one layer look: told apart by pattern, dash and symbol, so that no colour is needed.
struct DrawingStyle {
    enum class Kind { subject, area, target, evidence };
    Kind kind = Kind::target;
    std::size_t number = 0; ///< of targets: which of the patterns and symbols
};

/// A rectangle of the working CRS in a rectangle of the drawing, north up, the same scale both ways.
class DrawingFrame {
public:
    /// `world` is grown a little, so that nothing touches the border. `height` is the most that the drawing may take.
    DrawingFrame(Box world, double left, double top, double width, double height);

    [[nodiscard]] Point at(Point world) const noexcept;
    [[nodiscard]] double height() const noexcept { return m_height; }
    [[nodiscard]] double width() const noexcept { return m_width; }
    [[nodiscard]] double pixelsPerMetre() const noexcept { return m_scale; }

private:
    Box m_world;
    double m_left;
    double m_top;
    double m_width;
    double m_height;
    double m_scale;
};

/// The patterns that styles fill areas with; to be written once, inside <defs>.
void writePatterns(SvgWriter& svg, std::size_t targets);

/// One feature; nothing for a feature without a shape.
void drawFeature(SvgWriter& svg, const DrawingFrame& frame, const PackedGeometry& geometry, std::size_t feature,
                 DrawingStyle style);

/// A sample of the style for a legend, in a box of 26 by 16 at the given place.
void drawSwatch(SvgWriter& svg, double x, double y, Shape shape, DrawingStyle style);

/// 1, 2 or 5 times a power of ten, at most `metres`.
[[nodiscard]] double roundLength(double metres);

} // namespace merestone
