// SPDX-License-Identifier: MIT
#include "cartography/hatch.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace merestone::map;

namespace {

Rings square(double left, double top, double side) {
    return {{{left, top}, {left + side, top}, {left + side, top + side}, {left, top + side}}};
}

} // namespace

TEST(Hatch, LinesStayInsideAndFillTheShape) {
    const std::vector<QLineF> lines = hatchLines(square(10, 10, 100), 45, 5, {0, 0});
    double length = 0;
    for (const QLineF& line : lines) {
        for (const QPointF& end : {line.p1(), line.p2()}) {
            EXPECT_GE(end.x(), 10 - 1e-9);
            EXPECT_LE(end.x(), 110 + 1e-9);
            EXPECT_GE(end.y(), 10 - 1e-9);
            EXPECT_LE(end.y(), 110 + 1e-9);
        }
        length += line.length();
    }
    EXPECT_NEAR(length, 100.0 * 100.0 / 5.0, 60); // area = length * spacing
}

TEST(Hatch, LeavesHolesFree) {
    Rings rings = square(0, 0, 100);
    rings.push_back(square(25, 25, 50).front());
    for (const QLineF& line : hatchLines(rings, 0, 4, {0, 1})) {
        const QPointF middle = line.center();
        EXPECT_FALSE(middle.x() > 25 && middle.x() < 75 && middle.y() > 25 && middle.y() < 75);
    }
}

TEST(Hatch, GoesOnWithoutABreakInTheShapeBeside) {
    const std::vector<QLineF> left = hatchLines(square(0, 0, 50), 45, 7, {3, 3});
    const std::vector<QLineF> right = hatchLines(square(50, 0, 50), 45, 7, {3, 3});
    int joined = 0;
    for (const QLineF& a : left) {
        for (const QLineF& b : right) {
            for (const QPointF& end : {a.p1(), a.p2()}) {
                joined += std::abs(end.x() - 50) < 1e-9 && (std::hypot(b.x1() - end.x(), b.y1() - end.y()) < 1e-6 ||
                                                            std::hypot(b.x2() - end.x(), b.y2() - end.y()) < 1e-6)
                              ? 1
                              : 0;
            }
        }
    }
    EXPECT_GE(joined, 4);
}
