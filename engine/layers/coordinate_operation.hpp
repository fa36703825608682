// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "geometry/box.hpp"
#include "layers/crs.hpp"

#include <memory>
#include <span>
#include <string>

namespace merestone {

/// One PROJ operation from a source CRS to the working CRS: the best that can be carried out here (its grids are
/// installed, nothing is fetched), the same one for every point, whichever part of a source is read. x comes first.
class CoordinateOperation {
public:
    /// Throws Error(input) when PROJ knows no operation of stated accuracy.
    CoordinateOperation(const LayerRequest& request, const Crs& from, const Crs& to);
    ~CoordinateOperation();
    CoordinateOperation(const CoordinateOperation&) = delete;
    CoordinateOperation& operator=(const CoordinateOperation&) = delete;

    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    [[nodiscard]] double accuracyMetres() const noexcept { return m_accuracyMetres; }
    /// Name and accuracy of a better operation that lacks a grid here; empty if this is the best.
    [[nodiscard]] const std::string& better() const noexcept { return m_better; }
    [[nodiscard]] double betterAccuracyMetres() const noexcept { return m_betterAccuracyMetres; }

    /// Transforms in place. Points that cannot be transformed become infinite. Runs on up to `context.threads`.
    void transform(std::span<Point> points, const RunContext& context) const;
    /// A box in the source CRS that surely holds everything inside `window` of the working CRS.
    [[nodiscard]] Box sourceBox(const Box& window) const;

private:
    struct Handles;
    void choose(const LayerRequest& request, const Crs& from, const Crs& to);

    std::unique_ptr<Handles> m_handles;
    std::string m_name;
    double m_accuracyMetres = 0.0;
    std::string m_better;
    double m_betterAccuracyMetres = 0.0;
};

/// The bounds in `crs` of a box given in degrees of WGS 84; nothing if they cannot be computed.
[[nodiscard]] std::optional<Box> boundsFromDegrees(const Crs& crs, const Box& degrees);

} // namespace merestone
