// SPDX-License-Identifier: MIT
#include "engine/measures/random_points.hpp"

#include "base/text.hpp"

#include <cmath>

namespace merestone::testing_support {

double RandomPoints::between(double low, double high) {
    return low + (high - low) * static_cast<double>(m_bits()) / 4294967296.0;
}

Point RandomPoints::point(double side) {
    const auto coordinate = [&] { return std::round(between(0.0, side) * 1000.0) / 1000.0; };
    const double x = coordinate();
    return {x, coordinate()};
}

std::string pointWkt(Point p) {
    return "POINT(" + shortest(p.x) + " " + shortest(p.y) + ")";
}

std::string lineWkt(const std::vector<Point>& line) {
    std::string text;
    for (const Point& p : line) {
        text += (text.empty() ? "LINESTRING(" : ",") + shortest(p.x) + " " + shortest(p.y);
    }
    return text + ")";
}

std::string boxWkt(double minX, double minY, double maxX, double maxY) {
    const std::string left = shortest(minX);
    const std::string low = shortest(minY);
    const std::string right = shortest(maxX);
    const std::string high = shortest(maxY);
    return "POLYGON((" + left + " " + low + "," + right + " " + low + "," + right + " " + high + "," + left + " " +
           high + "," + left + " " + low + "))";
}

} // namespace merestone::testing_support
