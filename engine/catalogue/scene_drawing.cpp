// SPDX-License-Identifier: MIT
#include "catalogue/scene_drawing.hpp"

#include <array>
#include <cmath>

namespace merestone {

namespace {

using Kind = DrawingStyle::Kind;
using Attributes = SvgWriter::Attributes;

constexpr double kPadding = 0.08;  ///< of the longer side, round what is drawn
constexpr double kSmallest = 10.0; ///< metres that a drawing shows at least
constexpr const char* kRed = "#b00020";
constexpr std::array kDashes{"none", "2 3", "10 3", "10 3 2 3", "5 5"};
constexpr std::array kHatches{"M0 8 L8 0", "M0 0 L8 8", "M0 4 L8 4", "M4 0 L4 8", "M0 4 L8 4 M4 0 L4 8"};

std::string patternName(std::size_t number) {
    return "target-" + std::to_string(number % kHatches.size());
}

void writePattern(SvgWriter& svg, const std::string& id, const char* lines, const char* colour, const char* width) {
    svg.open("pattern", {{"id", id}, {"width", "8"}, {"height", "8"}, {"patternUnits", "userSpaceOnUse"}});
    svg.element("path", {{"d", lines}, {"stroke", colour}, {"stroke-width", width}, {"fill", "none"}});
    svg.close();
}

std::string pathOf(const DrawingFrame& frame, const PackedGeometry& geometry, std::size_t feature, bool closed) {
    std::string path;
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        char command = 'M';
        for (const Point p : geometry.run(run)) {
            const Point at = frame.at(p);
            path += (path.empty() ? "" : " ") + std::string(1, command) + svgNumber(at.x) + " " + svgNumber(at.y);
            command = 'L';
        }
        path += closed ? " Z" : "";
    }
    return path;
}

Attributes polygonStyle(DrawingStyle style) {
    switch (style.kind) {
    case Kind::subject: // open inside: what it overlaps must be seen
        return {{"fill", "none"}, {"stroke", "#000"}, {"stroke-width", "2.5"}};
    case Kind::area:
        return {{"fill", "none"}, {"stroke", "#555"}, {"stroke-width", "1.5"}, {"stroke-dasharray", "8 4"}};
    case Kind::evidence:
        return {{"fill", "url(#evidence)"}, {"stroke", kRed}, {"stroke-width", "3"}};
    case Kind::target:
        break;
    }
    return {{"fill", "url(#" + patternName(style.number) + ")"}, {"stroke", "#444"}, {"stroke-width", "1"}};
}

Attributes lineStyle(DrawingStyle style) {
    switch (style.kind) {
    case Kind::subject:
        return {{"fill", "none"}, {"stroke", "#000"}, {"stroke-width", "4"}};
    case Kind::area:
        return polygonStyle(style);
    case Kind::evidence:
        return {{"fill", "none"}, {"stroke", kRed}, {"stroke-width", "3"}, {"stroke-dasharray", "7 3"}};
    case Kind::target:
        break;
    }
    return {{"fill", "none"},
            {"stroke", "#444"},
            {"stroke-width", "2"},
            {"stroke-dasharray", kDashes[style.number % kDashes.size()]}};
}

void add(Attributes& to, Attributes more) {
    to.insert(to.end(), more.begin(), more.end());
}

void drawSymbol(SvgWriter& svg, Point p, DrawingStyle style) {
    const auto at = [&p](double dx, double dy) { return svgNumber(p.x + dx) + " " + svgNumber(p.y + dy); };
    const Attributes open{{"fill", "#fff"}, {"stroke", "#000"}, {"stroke-width", "1.5"}};
    Attributes attributes;
    if (style.kind == Kind::subject || style.kind == Kind::evidence) {
        const bool subject = style.kind == Kind::subject;
        attributes = {{"cx", svgNumber(p.x)}, {"cy", svgNumber(p.y)}, {"r", subject ? "4.5" : "9"}};
        add(attributes, subject ? Attributes{{"fill", "#000"}}
                                : Attributes{{"fill", "none"}, {"stroke", kRed}, {"stroke-width", "2.5"}});
        svg.element("circle", attributes);
        return;
    }
    constexpr std::size_t kSymbols = 4;
    switch (style.number % kSymbols) {
    case 0: // square
        attributes = {{"d", "M" + at(-5, -5) + " L" + at(5, -5) + " L" + at(5, 5) + " L" + at(-5, 5) + " Z"}};
        break;
    case 1: // triangle
        attributes = {{"d", "M" + at(0, -6) + " L" + at(6, 5) + " L" + at(-6, 5) + " Z"}};
        break;
    case 2: // diamond
        attributes = {{"d", "M" + at(0, -7) + " L" + at(7, 0) + " L" + at(0, 7) + " L" + at(-7, 0) + " Z"}};
        break;
    default: // cross
        attributes = {{"d", "M" + at(-5, -5) + " L" + at(5, 5) + " M" + at(-5, 5) + " L" + at(5, -5)}};
    }
    add(attributes, open);
    svg.element("path", attributes);
}

} // namespace

DrawingFrame::DrawingFrame(Box world, double left, double top, double width, double height)
    : m_world(world.empty() ? Box{0, 0, kSmallest, kSmallest} : world), m_left(left), m_top(top), m_width(width) {
    const double longest = std::max(m_world.maxX - m_world.minX, m_world.maxY - m_world.minY);
    m_world = m_world.grown(longest < kSmallest ? (kSmallest - longest) / 2 : longest * kPadding);
    const double wide = m_world.maxX - m_world.minX;
    const double high = m_world.maxY - m_world.minY;
    m_scale = std::min(width / wide, height / high);
    m_height = std::max(high * m_scale, height / 4);
}

Point DrawingFrame::at(Point world) const noexcept {
    const Point centre = m_world.centre();
    return {m_left + m_width / 2 + (world.x - centre.x) * m_scale,
            m_top + m_height / 2 - (world.y - centre.y) * m_scale};
}

void writePatterns(SvgWriter& svg, std::size_t targets) {
    for (std::size_t i = 0; i < std::min(targets, kHatches.size()); ++i) {
        writePattern(svg, patternName(i), kHatches[i], "#777", "1");
    }
    writePattern(svg, "evidence", "M0 8 L8 0 M0 0 L8 8", kRed, "1.6");
}

void drawFeature(SvgWriter& svg, const DrawingFrame& frame, const PackedGeometry& geometry, std::size_t feature,
                 DrawingStyle style) {
    switch (geometry.shape(feature)) {
    case Shape::none:
        return;
    case Shape::point:
        for (const Point p : geometry.points(feature)) {
            drawSymbol(svg, frame.at(p), style);
        }
        return;
    case Shape::line:
    case Shape::polygon:
        break;
    }
    const bool polygon = geometry.shape(feature) == Shape::polygon;
    Attributes attributes{{"d", pathOf(frame, geometry, feature, polygon)}, {"fill-rule", "evenodd"}};
    add(attributes, polygon ? polygonStyle(style) : lineStyle(style));
    svg.element("path", attributes);
}

void drawSwatch(SvgWriter& svg, double x, double y, Shape shape, DrawingStyle style) {
    if (shape == Shape::point || shape == Shape::none) {
        drawSymbol(svg, {x + 13, y + 8}, style);
        return;
    }
    const bool polygon = shape == Shape::polygon;
    const std::string left = svgNumber(x + 1);
    const std::string right = svgNumber(x + 25);
    Attributes attributes{{"d", polygon ? "M" + left + " " + svgNumber(y + 1) + " H" + right + " V" +
                                              svgNumber(y + 15) + " H" + left + " Z"
                                        : "M" + left + " " + svgNumber(y + 8) + " H" + right}};
    add(attributes, polygon ? polygonStyle(style) : lineStyle(style));
    svg.element("path", attributes);
}

double roundLength(double metres) {
    if (!(metres > 0.0) || !std::isfinite(metres)) {
        return 1.0;
    }
    const double power = std::pow(10.0, std::floor(std::log10(metres)));
    const double lead = metres / power;
    return power * (lead >= 5.0 ? 5.0 : lead >= 2.0 ? 2.0 : 1.0);
}

} // namespace merestone
