// SPDX-License-Identifier: MIT
#include "cartography/line_chains.hpp"

#include "cartography/text_shape.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace merestone::map {

namespace {

constexpr double kJoinUnits = 2.0;   ///< ends this near to each other meet
constexpr double kSharpCosine = 0.5; ///< a turn of more than 60 degrees ends a chain

QPointF direction(QPointF from, QPointF to) {
    const QPointF d = to - from;
    const double length = std::hypot(d.x(), d.y());
    return length > 0 ? d / length : QPointF(0, 0);
}

/// Cuts a run into the stretches that lie in the view.
void addStretches(std::span<const Point> run, const MapView& view, const QString& name, std::uint32_t row,
                  std::vector<LineChain>& chains) {
    const QRectF frame(QPointF(0, 0), view.size);
    LineChain chain{name, {}, row};
    const auto finish = [&] {
        if (chain.points.size() > 1) {
            chains.push_back(chain);
        }
        chain.points.clear();
    };
    for (std::size_t i = 1; i < run.size(); ++i) {
        const QPointF a = view.toUnits(run[i - 1]);
        const QPointF b = view.toUnits(run[i]);
        double enter = 0.0;
        double leave = 1.0;
        const auto cut = [&](double from, double step, double least, double most) {
            if (step == 0.0) {
                return from >= least && from <= most;
            }
            const double t0 = (least - from) / step;
            const double t1 = (most - from) / step;
            enter = std::max(enter, std::min(t0, t1));
            leave = std::min(leave, std::max(t0, t1));
            return enter < leave;
        };
        const QPointF step = b - a;
        if (!cut(a.x(), step.x(), frame.left(), frame.right()) || !cut(a.y(), step.y(), frame.top(), frame.bottom())) {
            finish();
            continue;
        }
        if (enter > 0.0) {
            finish();
        }
        if (chain.points.empty()) {
            chain.points.push_back(a + enter * step);
        }
        chain.points.push_back(a + leave * step);
        if (leave < 1.0) {
            finish();
        }
    }
    finish();
}

/// Appends `next` to `chain` when an end of it meets the chain's end and goes on in about the same direction.
bool append(LineChain& chain, LineChain& next) {
    for (int turn = 0; turn < 2; ++turn) {
        const QPointF gap = next.points.front() - chain.points.back();
        if (std::hypot(gap.x(), gap.y()) <= kJoinUnits) {
            const QPointF before = direction(chain.points[chain.points.size() - 2], chain.points.back());
            const QPointF after = direction(next.points[0], next.points[1]);
            if (QPointF::dotProduct(before, after) >= kSharpCosine) {
                chain.points.insert(chain.points.end(), next.points.begin() + 1, next.points.end());
                return true;
            }
        }
        std::reverse(next.points.begin(), next.points.end());
    }
    return false;
}

/// Joins the pieces of one name; each piece is used once.
void join(std::vector<LineChain>& pieces, std::vector<LineChain>& chains) {
    while (!pieces.empty()) {
        LineChain chain = std::move(pieces.front());
        pieces.erase(pieces.begin());
        for (int end = 0; end < 2; ++end) {
            for (std::size_t i = 0; i < pieces.size();) {
                if (append(chain, pieces[i])) {
                    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
                    i = 0;
                } else {
                    ++i;
                }
            }
            std::reverse(chain.points.begin(), chain.points.end());
        }
        chains.push_back(std::move(chain));
    }
}

} // namespace

double lengthOf(std::span<const QPointF> line) {
    double length = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    }
    return length;
}

std::vector<LineChain> chainsInView(const Layer& layer, std::span<const std::uint32_t> rows, const MapView& view) {
    const PackedGeometry& geometry = layer.geometry();
    std::map<std::string, std::vector<LineChain>> byName;
    for (const std::uint32_t row : rows) {
        if (geometry.shape(row) != Shape::line) {
            continue;
        }
        const std::string name = layer.displayName(row);
        if (name.empty()) {
            continue;
        }
        std::vector<LineChain>& pieces = byName[name];
        for (std::uint32_t run = geometry.runsBegin(row); run < geometry.runsEnd(row); ++run) {
            addStretches(geometry.run(run), view, cutForMap(QString::fromStdString(name)), row, pieces);
        }
    }
    std::vector<LineChain> chains;
    for (auto& [name, pieces] : byName) {
        join(pieces, chains);
    }
    return chains;
}

} // namespace merestone::map
