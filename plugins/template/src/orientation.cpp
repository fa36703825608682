// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/wkb.hpp"
#include "measures/options.hpp"
#include "plugin/plugin.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace {

using namespace merestone;

constexpr std::size_t kGrain = 1024;       ///< features that a thread takes at a time
constexpr double kUsualBend = 5.0;         ///< degrees; measures.yaml says it, too
constexpr double kHalfTurn = 180.0;        ///< degrees; a side has no direction
constexpr double kRight = kHalfTurn / 2.0; ///< degrees
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// A straight side of an outline.
struct Side {
    Point from;
    Point to;

    [[nodiscard]] double length() const { return std::hypot(to.x - from.x, to.y - from.y); }
    /// Degrees clockwise from north, in [0, 180).
    [[nodiscard]] double bearing() const {
        const double degrees = std::atan2(to.x - from.x, to.y - from.y) * kHalfTurn / std::numbers::pi;
        return std::fmod(degrees + 2 * kHalfTurn, kHalfTurn);
    }
};

/// How far to turn from one bearing to another, in (-90, 90].
double turn(double from, double to) {
    const double difference = std::remainder(to - from, kHalfTurn);
    return difference <= -kRight ? difference + kHalfTurn : difference;
}

/// The sides of a ring; segments that turn by less than `bend` degrees from the side that they go on with belong to it.
std::vector<Side> sidesOf(std::span<const Point> ring, double bend) {
    std::vector<Side> sides;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Side next{ring[i], ring[i + 1]};
        if (!(next.length() > 0.0)) {
            continue;
        }
        if (!sides.empty() && std::abs(turn(sides.back().bearing(), next.bearing())) < bend) {
            sides.back().to = next.to;
        } else {
            sides.push_back(next);
        }
    }
    // The ring may start in the middle of a side.
    if (sides.size() > 1 && std::abs(turn(sides.back().bearing(), sides.front().bearing())) < bend) {
        sides.front().from = sides.back().from;
        sides.pop_back();
    }
    return sides;
}

/// Longest first among the sides of all shells; of equal ones the first drawn.
std::vector<Side> sidesByLength(const PackedGeometry& geometry, std::uint32_t row, double bend) {
    std::vector<Side> sides;
    for (std::uint32_t part = geometry.firstPart(row); part < geometry.firstPart(row) + geometry.partCount(row);
         ++part) {
        const std::vector<Side> shell = sidesOf(geometry.run(geometry.firstRun(part)), bend);
        sides.insert(sides.end(), shell.begin(), shell.end());
    }
    std::stable_sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) { return a.length() > b.length(); });
    return sides;
}

/// The bearing with the range in which it may lie when each corner is off by `error` metres independently. A range
/// around 0 goes below it, and one around 180 beyond: 179 to 181, not 179 to 1.
UncertainNumber bearingWithin(const std::vector<Side>& sides, double error) {
    const double both = std::numbers::sqrt2 * error; // of the two ends of a side: root of the sum of squares
    const double value = sides.front().bearing();
    double low = value;
    double high = value;
    for (const Side& side : sides) {
        if (side.length() + both < sides.front().length() - both) {
            break; // shorter than the longest in any case, and so are all that follow
        }
        const double off = std::atan2(both, side.length()) * kHalfTurn / std::numbers::pi;
        const double middle = value + turn(value, side.bearing());
        low = std::min(low, middle - off);
        high = std::max(high, middle + off);
    }
    return {value, low, high, value, value};
}

/// The bearing of the longest side of each subject.
class Orientation final : public Measure {
public:
    explicit Orientation(const MeasureRequest& request)
        : m_bend(numberOption(request.spec, "bend").value_or(kUsualBend)) {
        m_unit = plainNumber();
        m_method = "planar grid, bearing of the longest side from grid north";
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        MeasureColumn column;
        column.values.assign(rows.size(), kUnknown);
        column.low = column.values;
        column.high = column.values;
        const double error = subjects.accuracyMetres();
        parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const std::vector<Side> sides = sidesOfSubject(subjects, rows[i]);
                if (!sides.empty()) {
                    const UncertainNumber bearing = bearingWithin(sides, error);
                    column.values[i] = bearing.value;
                    column.low[i] = bearing.low;
                    column.high[i] = bearing.high;
                }
            }
        });
        return column;
    }

    /// The side itself, so that the map shows which one was meant.
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override {
        const std::vector<Side> sides = sidesOfSubject(subjects, row);
        if (sides.empty()) {
            return {};
        }
        const std::array<Point, 2> line{sides.front().from, sides.front().to};
        return {wkbLine(line), nullptr, 0, {}};
    }

private:
    [[nodiscard]] std::vector<Side> sidesOfSubject(const Layer& subjects, std::uint32_t row) const {
        const bool polygon = subjects.usable(row) && subjects.geometry().shape(row) == Shape::polygon;
        return polygon ? sidesByLength(subjects.geometry(), row, m_bend) : std::vector<Side>();
    }

    double m_bend;
};

std::unique_ptr<Measure> makeOrientation(MeasureRequest&& request) {
    return std::make_unique<Orientation>(request);
}

void registerMeasures(MeasureRegistrar& registrar) {
    registrar.add("orientation", makeOrientation);
}

} // namespace

MERESTONE_PLUGIN(registerMeasures)
