// SPDX-License-Identifier: MIT
#include "exchange/export/to_degrees.hpp"

#include "base/text.hpp"
#include "layers/coordinate_operation.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr const char* kWgs84 = "EPSG:4326";

} // namespace

ToDegrees::ToDegrees(const std::string& crs) {
    LayerRequest request;
    request.name = "export";
    const Crs from = Crs::fromText(request, crs, "crs");
    const Crs to = Crs::fromText(request, kWgs84, "crs");
    if (!from.isSame(to)) {
        m_operation = std::make_unique<CoordinateOperation>(request, from, to);
    }
}

ToDegrees::~ToDegrees() = default;

PackedGeometry ToDegrees::feature(const PackedGeometry& from, std::size_t feature, int decimals) const {
    const double scale = std::pow(10.0, decimals);
    const std::span<const Point> original = from.points(feature);
    std::vector<Point> points(original.begin(), original.end());
    if (m_operation != nullptr) {
        m_operation->transform(points, {});
    }
    PackedGeometry result;
    std::size_t next = 0;
    for (std::uint32_t part = from.firstPart(feature); part < from.firstPart(feature + 1); ++part) {
        for (std::uint32_t run = from.firstRun(part); run < from.firstRun(part + 1); ++run) {
            for (std::size_t i = 0; i < from.run(run).size(); ++i, ++next) {
                const Point p = points[next];
                if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
                    PackedGeometry none;
                    none.endFeature(Shape::none);
                    return none;
                }
                result.addPoint({std::round(p.x * scale) / scale, std::round(p.y * scale) / scale});
            }
            result.endRun();
        }
        result.endPart();
    }
    result.endFeature(from.shape(feature));
    return result;
}

void ToDegrees::note(ExportReport& report, const std::string& format) const {
    if (m_operation == nullptr) {
        return;
    }
    std::string what = "coordinates were transformed to WGS 84 by " + m_operation->name() + ", good to " +
                       rounded(m_operation->accuracyMetres(), 3) + " m";
    if (!m_operation->better().empty()) {
        what += "; " + m_operation->better() + " is good to " + rounded(m_operation->betterAccuracyMetres(), 3) +
                " m, but its grid is not installed here";
    }
    report.losses.push_back({format, "all tables", "", what, 0});
}

} // namespace merestone
