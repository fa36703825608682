// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/geos.hpp"
#include "geometry/overlap.hpp"
#include "measures/target_set.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace merestone {

/// Areas of a subject inside a selection of polygons. The fast path adds up the overlaps with each target; where
/// targets overlap one another inside the subject, the union is built with GEOS so that no ground counts twice.
/// Large targets are cut into strips for the areas and into small pieces for the evidence. Any thread.
class InsideArea {
public:
    static constexpr std::uint32_t kNobody = 0xffffffffU;

    InsideArea(SelectionPtr target, const RunContext& context);
    InsideArea(const InsideArea&) = delete;
    InsideArea& operator=(const InsideArea&) = delete;

    /// Area in m2 of a subject inside the union of the targets. Less than a square millimetre is 0, and as good as
    /// the whole subject is the whole: shared borders leave rounding behind.
    [[nodiscard]] double unionArea(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel) const;
    /// The same with the target that shares most with the subject; kNobody if none does.
    struct Overlap {
        double area = 0.0;
        std::uint32_t biggest = kNobody;
    };
    [[nodiscard]] Overlap overlap(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel) const;
    /// Sum over the targets of the area shared with each.
    [[nodiscard]] double summedArea(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel) const;
    /// The least and the greatest area inside the union if every border may lie `error` metres to either side.
    struct Range {
        double least = 0.0;
        double greatest = 0.0;
    };
    [[nodiscard]] Range unionAreaRange(const Layer& subjects, std::uint32_t row, double error, double area) const;

    /// The part of a subject inside the union of the targets; outside it.
    [[nodiscard]] GeosGeometry insidePart(const Layer& subjects, std::uint32_t row) const;
    [[nodiscard]] GeosGeometry outsidePart(const Layer& subjects, std::uint32_t row) const;

    [[nodiscard]] const TargetSet& target() const noexcept { return m_target; }

private:
    struct Share {
        std::uint32_t row;
        double area;
    };
    [[nodiscard]] double shared(const Layer& subjects, std::uint32_t row, std::uint32_t targetRow,
                                OverlapKernel& kernel) const;
    void shares(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel, std::vector<Share>& out) const;
    /// The targets near a subject, cut down to a window around it and united.
    [[nodiscard]] GeosGeometry nearTargets(const Box& window) const;
    /// Whether another target shares ground with this one.
    [[nodiscard]] bool overlapsAnother(std::uint32_t row, OverlapKernel& kernel) const;
    [[nodiscard]] bool meetsAnother(std::uint32_t row, OverlapKernel& kernel) const;
    /// Work for one thread: a target as it is, or one slab of a large one.
    struct Cut {
        std::uint32_t row;
        std::optional<Box> slab;
    };
    [[nodiscard]] std::vector<Cut> cutsToMake() const;
    [[nodiscard]] PackedGeometry piecesOf(const Cut& cut) const;
    void cutIntoPieces() const;

    TargetSet m_target;
    unsigned m_threads;                                     ///< that the making of the pieces may use
    std::vector<std::unique_ptr<StripedPolygon>> m_striped; ///< of large targets, by row; null for the others
    enum class Mark : std::uint8_t { unknown, alone, overlaps };
    mutable std::vector<std::atomic<Mark>> m_marks; ///< by row
    mutable std::once_flag m_piecesOnce;
    mutable PackedGeometry m_pieces;
    mutable std::vector<Box> m_pieceBoxes;
    mutable BoxIndex m_pieceIndex;
};

/// Area shared by two polygonal features in m2: the kernel for the usual ones, GEOS's sweep for two very large ones.
[[nodiscard]] double overlapArea(const Layer& a, std::uint32_t rowA, const Layer& b, std::uint32_t rowB,
                                 OverlapKernel& kernel);
/// The geometry that two features share.
[[nodiscard]] std::string overlapWkb(const Layer& a, std::uint32_t rowA, const Layer& b, std::uint32_t rowB);

constexpr double kNoArea = 1e-6; ///< m2; rounding leaves this much between neighbours with a common border

} // namespace merestone
