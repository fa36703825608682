// SPDX-License-Identifier: MIT
#include "measures/inside_area.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr std::size_t kManyVertices = 128;  ///< from here on strips pay for themselves
constexpr std::size_t kPieceVertices = 256; ///< size of a piece of a large target
constexpr std::size_t kMostSlabs = 16;
constexpr std::size_t kKernelPairs = 4'000'000; ///< edges times edges; above it GEOS's sweep is faster
constexpr double kWhole = 1e-9;                 ///< relative: so near to the whole area is the whole

bool isSmall(const Box& box, std::size_t vertices) {
    return vertices <= kPieceVertices || box.maxX - box.minX + box.maxY - box.minY < 1.0;
}

/// Slabs across the longer side of a polygon's box, as many as bring it to small pieces at once if they can.
std::vector<Box> slabsAcross(const Box& box, std::size_t vertices) {
    const std::size_t count = std::clamp<std::size_t>(vertices / kPieceVertices + 1, 2, kMostSlabs);
    const bool wide = box.maxX - box.minX > box.maxY - box.minY;
    const double low = wide ? box.minX : box.minY;
    const double high = wide ? box.maxX : box.maxY;
    const double step = (high - low) / static_cast<double>(count);
    std::vector<Box> slabs(count, box);
    for (std::size_t i = 0; i < count; ++i) {
        (wide ? slabs[i].minX : slabs[i].minY) = low + step * static_cast<double>(i);
        (wide ? slabs[i].maxX : slabs[i].maxY) = i + 1 == count ? high : low + step * static_cast<double>(i + 1);
    }
    return slabs;
}

/// Cuts a polygon into slabs across its longer side until each piece is small, as PostGIS's ST_Subdivide does in
/// halves; many slabs at once take fewer rounds of clipping.
void subdivide(const GeosGeometry& polygon, PackedGeometry& pieces) {
    PackedGeometry one;
    appendGeos(one, *polygon);
    if (one.shape(0) != Shape::polygon) {
        return;
    }
    const Box box = one.box(0);
    const std::size_t size = one.points(0).size();
    if (isSmall(box, size)) {
        pieces.append(one, 0);
        return;
    }
    for (const Box& slab : slabsAcross(box, size)) {
        const GeosGeometry part = clip(*polygon, slab);
        if (!isEmpty(*part)) {
            subdivide(part, pieces);
        }
    }
}

std::size_t vertices(const Layer& layer, std::uint32_t row) {
    return layer.geometry().points(row).size();
}

bool isPolygon(const Layer& layer, std::uint32_t row) {
    return layer.usable(row) && layer.geometry().shape(row) == Shape::polygon;
}

} // namespace

double overlapArea(const Layer& a, std::uint32_t rowA, const Layer& b, std::uint32_t rowB, OverlapKernel& kernel) {
    if (!isPolygon(a, rowA) || !isPolygon(b, rowB) || !a.boxes()[rowA].meets(b.boxes()[rowB])) {
        return 0.0;
    }
    if (vertices(a, rowA) * vertices(b, rowB) > kKernelPairs) {
        return area(*intersection(*toGeos(a.geometry(), rowA), *toGeos(b.geometry(), rowB)));
    }
    return kernel.area(a.geometry(), rowA, b.geometry(), rowB, a.boxes()[rowA], b.boxes()[rowB]);
}

std::string overlapWkb(const Layer& a, std::uint32_t rowA, const Layer& b, std::uint32_t rowB) {
    GeosGeometry first = toGeos(a.geometry(), rowA);
    GeosGeometry second = toGeos(b.geometry(), rowB);
    return toWkb(*intersection(*first, *second));
}

InsideArea::InsideArea(SelectionPtr target, const RunContext& context)
    : m_target(std::move(target)), m_threads(context.threads), m_marks(m_target.layer().size()) {
    m_striped.resize(m_target.layer().size());
    const std::span<const std::uint32_t> rows = m_target.rows();
    parallelFor(rows.size(), evenGrain(rows.size(), 64), context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = rows[i];
            if (isPolygon(m_target.layer(), row) && vertices(m_target.layer(), row) > kManyVertices) {
                m_striped[row] = std::make_unique<StripedPolygon>(m_target.geometry(), row);
            }
        }
    });
}

bool InsideArea::overlapsAnother(std::uint32_t row, OverlapKernel& kernel) const {
    // Found out when first asked for, as few subjects lie in two targets; two threads that ask at once find the same.
    Mark known = m_marks[row].load(std::memory_order_relaxed);
    if (known == Mark::unknown) {
        known = meetsAnother(row, kernel) ? Mark::overlaps : Mark::alone;
        m_marks[row].store(known, std::memory_order_relaxed);
    }
    return known == Mark::overlaps;
}

bool InsideArea::meetsAnother(std::uint32_t row, OverlapKernel& kernel) const {
    const Layer& layer = m_target.layer();
    const Box& a = layer.boxes()[row];
    bool found = false;
    m_target.index().query(a, [&](std::uint32_t other) {
        const Box& b = layer.boxes()[other];
        const double width = std::min(a.maxX, b.maxX) - std::max(a.minX, b.minX);
        const double height = std::min(a.maxY, b.maxY) - std::max(a.minY, b.minY);
        // In one order whoever asks, so that rounding cannot say yes to one and no to the other.
        found = other != row && width * height > kNoArea &&
                overlapArea(layer, std::min(row, other), layer, std::max(row, other), kernel) > kNoArea;
        return !found;
    });
    return found;
}

double InsideArea::shared(const Layer& subjects, std::uint32_t row, std::uint32_t targetRow,
                          OverlapKernel& kernel) const {
    const StripedPolygon* striped = m_striped[targetRow].get();
    if (striped != nullptr && vertices(subjects, row) <= kPieceVertices) {
        return kernel.area(subjects.geometry(), row, subjects.boxes()[row], *striped);
    }
    return overlapArea(subjects, row, m_target.layer(), targetRow, kernel);
}

void InsideArea::shares(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel,
                        std::vector<Share>& out) const {
    out.clear();
    if (!isPolygon(subjects, row)) {
        return;
    }
    m_target.index().query(subjects.boxes()[row], [&](std::uint32_t candidate) {
        if (isPolygon(m_target.layer(), candidate) && !(&subjects == &m_target.layer() && candidate == row)) {
            const double area = shared(subjects, row, candidate, kernel);
            if (area > kNoArea) {
                out.push_back({candidate, area});
            }
        }
        return true;
    });
    std::sort(out.begin(), out.end(), [](const Share& a, const Share& b) { return a.row < b.row; });
}

double InsideArea::summedArea(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel) const {
    std::vector<Share> found;
    shares(subjects, row, kernel, found);
    double sum = 0.0;
    for (const Share& share : found) {
        sum += share.area;
    }
    return sum;
}

InsideArea::Overlap InsideArea::overlap(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel) const {
    std::vector<Share> found;
    shares(subjects, row, kernel, found);
    if (found.empty()) {
        return {};
    }
    const auto best =
        std::max_element(found.begin(), found.end(), [](const Share& a, const Share& b) { return a.area < b.area; });
    const bool countedTwice = found.size() > 1 && std::count_if(found.begin(), found.end(), [&](const Share& share) {
                                                      return overlapsAnother(share.row, kernel);
                                                  }) > 1;
    double inside = 0.0;
    if (countedTwice) {
        inside = area(*insidePart(subjects, row));
    } else {
        for (const Share& share : found) {
            inside += share.area;
        }
    }
    const double own = subjects.areas()[row];
    return {inside >= own * (1.0 - kWhole) - kNoArea ? own : inside, best->row};
}

double InsideArea::unionArea(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel) const {
    return overlap(subjects, row, kernel).area;
}

InsideArea::Range InsideArea::unionAreaRange(const Layer& subjects, std::uint32_t row, double error,
                                             double inside) const {
    const Box window = subjects.boxes()[row].grown(error * 2 + 1.0);
    bool near = false;
    m_target.index().query(window, [&near](std::uint32_t) {
        near = true;
        return false;
    });
    if (!near || !isPolygon(subjects, row)) {
        return {inside, inside};
    }
    const GeosGeometry subject = toGeos(subjects.geometry(), row);
    const GeosGeometry targets = nearTargets(window);
    const auto insideGrown = [&](double distance) {
        const GeosGeometry grown = buffer(*targets, distance);
        return isEmpty(*grown) ? 0.0 : area(*intersection(*subject, *grown));
    };
    return {std::min(inside, insideGrown(-error)), std::max(inside, insideGrown(error))};
}

std::vector<InsideArea::Cut> InsideArea::cutsToMake() const {
    std::vector<Cut> cuts;
    for (const std::uint32_t row : m_target.rows()) {
        if (!isPolygon(m_target.layer(), row)) {
            continue;
        }
        const Box& box = m_target.layer().boxes()[row];
        const std::size_t size = vertices(m_target.layer(), row);
        if (isSmall(box, size)) {
            cuts.push_back({row, std::nullopt});
            continue;
        }
        for (const Box& slab : slabsAcross(box, size)) {
            cuts.push_back({row, slab});
        }
    }
    return cuts;
}

PackedGeometry InsideArea::piecesOf(const Cut& cut) const {
    PackedGeometry pieces;
    if (!cut.slab) {
        pieces.append(m_target.geometry(), cut.row);
        return pieces;
    }
    const GeosGeometry whole = toGeos(m_target.geometry(), cut.row); // one for each thread: GEOS caches boxes in it
    const GeosGeometry part = clip(*whole, *cut.slab);
    if (!isEmpty(*part)) {
        subdivide(part, pieces);
    }
    return pieces;
}

void InsideArea::cutIntoPieces() const {
    std::call_once(m_piecesOnce, [this] {
        const std::vector<Cut> cuts = cutsToMake();
        std::vector<PackedGeometry> pieces(cuts.size());
        RunContext context;
        context.threads = m_threads; // the others wait for this
        parallelFor(cuts.size(), 1, context,
                    [&](std::size_t begin, std::size_t) { pieces[begin] = piecesOf(cuts[begin]); });
        for (const PackedGeometry& some : pieces) {
            for (std::size_t i = 0; i < some.size(); ++i) {
                m_pieces.append(some, i);
                m_pieceBoxes.push_back(some.box(i));
            }
        }
        m_pieceIndex = BoxIndex(m_pieceBoxes);
    });
}

GeosGeometry InsideArea::nearTargets(const Box& window) const {
    cutIntoPieces();
    std::vector<std::uint32_t> near;
    m_pieceIndex.query(window, [&near](std::uint32_t piece) {
        near.push_back(piece);
        return true;
    });
    std::sort(near.begin(), near.end());
    if (near.size() == 1) {
        return toGeos(m_pieces, near.front());
    }
    return unionOf(m_pieces, near);
}

GeosGeometry InsideArea::insidePart(const Layer& subjects, std::uint32_t row) const {
    const GeosGeometry subject = toGeos(subjects.geometry(), row);
    return intersection(*subject, *nearTargets(subjects.boxes()[row]));
}

GeosGeometry InsideArea::outsidePart(const Layer& subjects, std::uint32_t row) const {
    const GeosGeometry subject = toGeos(subjects.geometry(), row);
    return difference(*subject, *nearTargets(subjects.boxes()[row]));
}

} // namespace merestone
