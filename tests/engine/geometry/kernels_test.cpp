// SPDX-License-Identifier: MIT
// The kernels against GEOS and brute force, on random shapes with fixed seeds.
#include "geometry/box_index.hpp"
#include "geometry/geos.hpp"
#include "geometry/kernels.hpp"
#include "geometry/nearest.hpp"
#include "geometry/overlap.hpp"
#include "geometry/point_grid.hpp"
#include "geometry/polygon_locator.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

using namespace merestone;

namespace {

constexpr double kEast = 407800.0; // where the engine works: large eastings must cost no digits
constexpr double kNorth = 284200.0;

/// A star-shaped, hence simple, polygon; with a hole if asked for.
void addStar(PackedGeometry& to, std::mt19937& random, Point centre, double radius, int corners, bool hole) {
    std::uniform_real_distribution<double> wobble(0.5, 1.0);
    const auto ring = [&](double scale) {
        std::vector<Point> points;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            const double r = radius * scale * wobble(random);
            points.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
        }
        points.push_back(points.front());
        to.addPoints(points);
        to.endRun();
    };
    ring(1.0);
    if (hole) {
        ring(0.3);
    }
    to.endPart();
    to.endFeature(Shape::polygon);
}

PackedGeometry stars(unsigned seed, int count, double spread, double radius) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> offset(-spread, spread);
    std::uniform_int_distribution<int> corners(3, 40);
    PackedGeometry result;
    for (int i = 0; i < count; ++i) {
        addStar(result, random, {kEast + offset(random), kNorth + offset(random)}, radius, corners(random), i % 3 == 0);
    }
    return result;
}

std::vector<std::uint32_t> allRows(const PackedGeometry& geometry) {
    std::vector<std::uint32_t> rows(geometry.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        rows[i] = i;
    }
    return rows;
}

void addPoint(PackedGeometry& to, Point p) {
    to.addPoint(p);
    to.endRun();
    to.endPart();
    to.endFeature(Shape::point);
}

} // namespace

TEST(Area, EqualsGeosOnStarsWithHoles) {
    const PackedGeometry shapes = stars(1, 300, 500, 40);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        EXPECT_NEAR(area(shapes, i), area(*toGeos(shapes, i)), 1e-6);
        EXPECT_NEAR(length(shapes, i), length(*toGeos(shapes, i)), 1e-6);
    }
}

TEST(Centroid, EqualsGeos) {
    const PackedGeometry shapes = stars(2, 300, 500, 40);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        PackedGeometry expected;
        appendGeos(expected, *centroid(*toGeos(shapes, i)));
        const Point c = centroid(shapes, i);
        EXPECT_NEAR(c.x, expected.points(0)[0].x, 1e-6);
        EXPECT_NEAR(c.y, expected.points(0)[0].y, 1e-6);
    }
}

TEST(BoxIndex, FindsWhatAScanFinds) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 1000);
    std::uniform_real_distribution<double> size(0, 30);
    for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 300U, 5000U}) {
        std::vector<Box> boxes(count);
        for (std::size_t i = 0; i < count; ++i) {
            if (i % 11 == 5) {
                continue; // empty boxes are never found
            }
            const Point p{place(random), place(random)};
            boxes[i] = {p.x, p.y, p.x + size(random), p.y + size(random)};
        }
        const BoxIndex index(boxes);
        for (int q = 0; q < 50; ++q) {
            const Point p{place(random), place(random)};
            const Box window{p.x, p.y, p.x + 60, p.y + 40};
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < count; ++i) {
                if (!boxes[i].empty() && boxes[i].meets(window)) {
                    expected.push_back(i);
                }
            }
            std::vector<std::uint32_t> found;
            index.query(window, [&found](std::uint32_t item) {
                found.push_back(item);
                return true;
            });
            std::sort(found.begin(), found.end());
            EXPECT_EQ(found, expected);
        }
    }
}

TEST(PolygonLocator, AgreesWithTheCrossingRule) {
    const PackedGeometry shapes = stars(4, 60, 10, 40);
    std::mt19937 random(5);
    std::uniform_real_distribution<double> offset(-60, 60);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const PolygonLocator locator(shapes, i);
        for (int k = 0; k < 200; ++k) {
            const Point p{kEast + offset(random), kNorth + offset(random)};
            EXPECT_EQ(locator.contains(p), containsPoint(shapes, i, p));
        }
        for (const Point& vertex : shapes.points(i)) { // heights that are band borders
            const Point p{kEast, vertex.y};
            EXPECT_EQ(locator.contains(p), containsPoint(shapes, i, p));
        }
    }
}

TEST(ContainsPoint, AgreesWithGeosOffTheBorder) {
    const PackedGeometry shapes = stars(6, 60, 10, 40);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> offset(-60, 60);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const GeosGeometry polygon = toGeos(shapes, i);
        const GeosPrepared prepared = prepare(*polygon);
        PackedGeometry points;
        for (int k = 0; k < 50; ++k) {
            addPoint(points, {kEast + offset(random), kNorth + offset(random)});
        }
        for (std::size_t k = 0; k < points.size(); ++k) {
            EXPECT_EQ(containsPoint(shapes, i, points.points(k)[0]), intersects(*prepared, *toGeos(points, k)));
        }
    }
}

TEST(OverlapKernel, EqualsTheAreaOfGeosIntersection) {
    const PackedGeometry shapes = stars(8, 80, 60, 40);
    OverlapKernel kernel;
    for (std::size_t a = 0; a < shapes.size(); ++a) {
        for (std::size_t b = a + 1; b < shapes.size(); ++b) {
            const double expected = area(*intersection(*toGeos(shapes, a), *toGeos(shapes, b)));
            EXPECT_NEAR(kernel.area(shapes, a, shapes, b, shapes.box(a), shapes.box(b)), expected, 1e-6);
        }
    }
}

TEST(OverlapKernel, EqualsGeosOnLargeShapesThatAreSwept) {
    std::mt19937 random(10);
    PackedGeometry shapes;
    for (const Point centre : {Point{0, 0}, Point{300, 150}, Point{-200, 400}, Point{0, 0}}) {
        addStar(shapes, random, {kEast + centre.x, kNorth + centre.y}, 500, 1500, true);
    }
    OverlapKernel kernel;
    for (std::size_t a = 0; a < shapes.size(); ++a) {
        for (std::size_t b = a; b < shapes.size(); ++b) {
            const double expected = area(*intersection(*toGeos(shapes, a), *toGeos(shapes, b)));
            ASSERT_GT(expected, 1000.0);
            EXPECT_NEAR(kernel.area(shapes, a, shapes, b, shapes.box(a), shapes.box(b)), expected, 1e-9 * expected);
        }
    }
}

TEST(OverlapKernel, OfStripsEqualsThePlainOne) {
    std::mt19937 random(9);
    PackedGeometry large;
    addStar(large, random, {kEast, kNorth}, 400, 3000, true);
    const StripedPolygon striped(large, 0);
    const PackedGeometry shapes = stars(10, 300, 450, 30);
    OverlapKernel kernel;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const double plain = kernel.area(shapes, i, large, 0, shapes.box(i), large.box(0));
        EXPECT_NEAR(kernel.area(shapes, i, shapes.box(i), striped), plain, 1e-6);
    }
}

TEST(OverlapKernel, IsZeroForNeighboursWithACommonEdge) {
    PackedGeometry squares;
    for (const double x : {0.0, 10.0}) {
        squares.addPoints(std::vector<Point>{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}, {x, 0}});
        squares.endRun();
        squares.endPart();
        squares.endFeature(Shape::polygon);
    }
    OverlapKernel kernel;
    EXPECT_EQ(kernel.area(squares, 0, squares, 1, squares.box(0), squares.box(1)), 0.0);
    EXPECT_NEAR(kernel.area(squares, 0, squares, 0, squares.box(0), squares.box(0)), 100.0, 1e-12);
}

TEST(NearestFinder, FindsTheDistanceThatGeosFinds) {
    const PackedGeometry targets = stars(11, 60, 900, 40);
    const PackedGeometry subjects = stars(12, 200, 1000, 15);
    const NearestFinder finder(targets, allRows(targets));
    std::uint32_t hint = NearestFinder::kNobody;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const GeosGeometry subject = toGeos(subjects, i);
        double expected = std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < targets.size(); ++k) {
            expected = std::min(expected, distance(*subject, *toGeos(targets, k)));
        }
        const Nearest found = finder.find(subjects, i, 5000, NearestFinder::kNobody, hint);
        ASSERT_TRUE(found.found());
        EXPECT_NEAR(std::sqrt(found.squaredDistance), expected, 1e-7);
        EXPECT_NEAR(std::hypot(found.onSubject.x - found.onTarget.x, found.onSubject.y - found.onTarget.y), expected,
                    1e-7);
        const Nearest again = finder.find(subjects, i, 5000); // a hint changes nothing but the time
        EXPECT_EQ(again.row, found.row);
        EXPECT_EQ(again.squaredDistance, found.squaredDistance);
        hint = found.row;
    }
}

TEST(NearestFinder, SeesContainmentBothWays) {
    PackedGeometry shapes;
    std::mt19937 random(13);
    addStar(shapes, random, {kEast, kNorth}, 500, 100, false);
    addStar(shapes, random, {kEast, kNorth}, 5, 12, false);
    const NearestFinder large(shapes, std::vector<std::uint32_t>{0});
    const NearestFinder small(shapes, std::vector<std::uint32_t>{1});
    EXPECT_EQ(large.find(shapes, 1, 100).squaredDistance, 0.0);
    EXPECT_EQ(small.find(shapes, 0, 100).squaredDistance, 0.0);
}

TEST(NearestFinder, KeepsToTheSearchRadiusBorderIncluded) {
    PackedGeometry points;
    addPoint(points, {0, 0});
    addPoint(points, {400, 0});
    const NearestFinder finder(points, std::vector<std::uint32_t>{1});
    EXPECT_TRUE(finder.find(points, 0, 400).found());
    EXPECT_FALSE(finder.find(points, 0, 399.999).found());
    EXPECT_FALSE(finder.find(points, 1, 1000, 1).found()); // itself left out
}

TEST(NearestFinder, FindsAllWithinADistance) {
    const PackedGeometry targets = stars(14, 80, 300, 30);
    const PackedGeometry subjects = stars(15, 60, 300, 10);
    const NearestFinder finder(targets, allRows(targets));
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        for (const double reach : {0.0, 50.0, 200.0}) {
            std::vector<std::uint32_t> expected;
            for (std::uint32_t k = 0; k < targets.size(); ++k) {
                if (distance(*toGeos(subjects, i), *toGeos(targets, k)) <= reach) {
                    expected.push_back(k);
                }
            }
            finder.forEachWithin(subjects, i, reach, found);
            EXPECT_EQ(found, expected);
        }
    }
}

TEST(PointGrid, HandsOutEveryPointWithinTheRadius) {
    std::mt19937 random(16);
    std::uniform_real_distribution<double> place(0, 500);
    std::vector<Point> points;
    for (int i = 0; i < 2000; ++i) {
        points.push_back({kEast + place(random), kNorth + place(random)});
    }
    points.push_back({std::nan(""), 0}); // a feature without a shape
    const PointGrid grid(points, 20);
    for (int q = 0; q < 100; ++q) {
        const Point centre{kEast + place(random) * 1.4 - 100, kNorth + place(random) * 1.4 - 100};
        const double radius = 10 + q;
        std::size_t expected = 0;
        for (const Point& p : points) {
            expected += std::hypot(p.x - centre.x, p.y - centre.y) <= radius ? 1 : 0;
        }
        std::size_t found = 0;
        grid.stretches(centre, radius, [&](std::uint32_t begin, std::uint32_t end) {
            for (std::uint32_t slot = begin; slot < end; ++slot) {
                const Point p = grid.point(slot);
                EXPECT_EQ(p, points[grid.item(slot)]);
                found += std::hypot(p.x - centre.x, p.y - centre.y) <= radius ? 1 : 0;
            }
        });
        EXPECT_EQ(found, expected);
    }
}

TEST(PointGrid, SurvivesAFarAwayPoint) {
    const std::vector<Point> points{{0, 0}, {1, 1}, {9e7, 9e7}};
    const PointGrid grid(points, 1.0);
    std::size_t seen = 0;
    grid.stretches({0, 0}, 2, [&seen](std::uint32_t begin, std::uint32_t end) { seen += end - begin; });
    EXPECT_GE(seen, 2U);
}
