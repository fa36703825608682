// SPDX-License-Identifier: MIT
#include "benchmarks/made_town.hpp"

#include <cmath>
#include <numbers>

namespace merestone {

namespace {

constexpr double kEast = 407800.0;
constexpr double kNorth = 284200.0;
constexpr double kPlotWidth = 8.0;
constexpr double kPlotDepth = 20.0;

/// Numbers in [0, 1): splitmix64, so that the town does not depend on a standard library's distributions.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    double roll() {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1.0p-53;
    }

private:
    std::uint64_t m_state;
};

std::size_t columnsOf(std::size_t count) {
    return static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count) * kPlotDepth / kPlotWidth)));
}

Point middleOf(std::size_t count) {
    const double columns = static_cast<double>(columnsOf(count));
    const double rows = static_cast<double>(count) / columns;
    return {kEast + columns * kPlotWidth / 2, kNorth + rows * kPlotDepth / 2};
}

void addParcel(PackedGeometry& to, Point corner, Dice& dice) {
    const double width = kPlotWidth + (dice.roll() < 0.02 ? dice.roll() : -0.01);
    const auto extra = static_cast<int>(dice.roll() * 6);
    to.addPoint(corner);
    for (int i = 0; i < extra; ++i) { // a frontage that is not quite straight
        to.addPoint({corner.x + width * (i + 1) / (extra + 1), corner.y + 0.4 * dice.roll()});
    }
    to.addPoint({corner.x + width, corner.y});
    to.addPoint({corner.x + width, corner.y + kPlotDepth - 1.0});
    to.addPoint({corner.x, corner.y + kPlotDepth - 1.0});
    to.addPoint(corner);
    to.endRun();
    to.endPart();
    to.endFeature(Shape::polygon);
}

void addStar(PackedGeometry& to, Point centre, std::size_t vertices, double radius, Dice& dice) {
    const double phase = dice.roll() * 2 * std::numbers::pi;
    Point first;
    for (std::size_t i = 0; i < vertices; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(vertices);
        const double reach = radius * (1 + 0.25 * std::sin(5 * angle + phase) + 0.01 * dice.roll());
        const Point p{centre.x + reach * std::cos(angle), centre.y + reach * std::sin(angle)};
        first = i == 0 ? p : first;
        to.addPoint(p);
    }
    to.addPoint(first);
    to.endRun();
    to.endPart();
    to.endFeature(Shape::polygon);
}

} // namespace

PackedGeometry madeParcels(std::size_t count, Point shift) {
    Dice dice(1);
    PackedGeometry parcels;
    const std::size_t columns = columnsOf(count);
    for (std::size_t i = 0; i < count; ++i) {
        addParcel(parcels,
                  {kEast + shift.x + static_cast<double>(i % columns) * kPlotWidth,
                   kNorth + shift.y + static_cast<double>(i / columns) * kPlotDepth},
                  dice);
    }
    return parcels;
}

PackedGeometry madeBlob(std::size_t count, std::size_t vertices, double radius) {
    Dice dice(2);
    PackedGeometry blob;
    addStar(blob, middleOf(count), vertices, radius, dice);
    return blob;
}

PackedGeometry madeParks(std::size_t parcels, std::size_t count) {
    Dice dice(3);
    PackedGeometry parks;
    const Point middle = middleOf(parcels);
    for (std::size_t i = 0; i < count; ++i) {
        const Point centre{kEast + dice.roll() * 2 * (middle.x - kEast),
                           kNorth + dice.roll() * 2 * (middle.y - kNorth)};
        addStar(parks, centre, 60, 20 + 60 * dice.roll(), dice);
    }
    return parks;
}

std::vector<Box> boxesOf(const PackedGeometry& geometry) {
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < geometry.size(); ++i) {
        boxes.push_back(geometry.box(i));
    }
    return boxes;
}

std::vector<Point> centresOf(const PackedGeometry& geometry) {
    std::vector<Point> centres;
    for (std::size_t i = 0; i < geometry.size(); ++i) {
        centres.push_back(geometry.box(i).centre());
    }
    return centres;
}

std::vector<GeosGeometry> toGeos(const PackedGeometry& geometry) {
    std::vector<GeosGeometry> all;
    for (std::size_t i = 0; i < geometry.size(); ++i) {
        all.push_back(toGeos(geometry, i));
    }
    return all;
}

} // namespace merestone
