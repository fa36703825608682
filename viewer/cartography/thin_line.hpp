// SPDX-License-Identifier: MIT
#pragma once

#include <QPointF>
#include <QRect>

#include <algorithm>
#include <cmath>
#include <utility>

namespace merestone::map {

/// Calls `plot(x, y, cover)` for each pixel of `frame` that an antialiased line covers. Meant for lines of up to three
/// pixels. Steps along the longer axis; each step's width is shared among the pixels that it touches across (after X.
/// Wu, "An efficient antialiasing technique", 1991).
template <class Plot> void plotLine(QPointF from, QPointF to, double width, const QRect& frame, const Plot& plot) {
    const bool steep = std::abs(to.y() - from.y()) > std::abs(to.x() - from.x());
    QPointF a = steep ? from.transposed() : from;
    QPointF b = steep ? to.transposed() : to;
    if (a.x() > b.x()) {
        std::swap(a, b);
    }
    const double run = b.x() - a.x();
    if (!(run > 1e-9)) {
        return;
    }
    const double slope = (b.y() - a.y()) / run;
    const double across = width * std::sqrt(1.0 + slope * slope);
    const double least = steep ? frame.top() : frame.left();
    const double most = steep ? frame.bottom() : frame.right();
    const int low = steep ? frame.left() : frame.top();
    const int high = steep ? frame.right() : frame.bottom();
    const auto first = static_cast<int>(std::floor(std::clamp(a.x(), least - 1, most + 1)));
    const auto last = static_cast<int>(std::floor(std::clamp(b.x(), least - 1, most + 1)));
    for (int step = std::max(first, static_cast<int>(least)); step <= std::min(last, static_cast<int>(most)); ++step) {
        const double enter = std::max(a.x(), static_cast<double>(step));
        const double leave = std::min(b.x(), step + 1.0);
        const double middle = a.y() + ((enter + leave) / 2 - a.x()) * slope;
        const double top = middle - across / 2;
        const double bottom = middle + across / 2;
        if (leave <= enter || bottom < low || top > high + 1.0) {
            continue;
        }
        const int end = std::min(static_cast<int>(std::floor(bottom)), high);
        for (int pixel = std::max(static_cast<int>(std::floor(top)), low); pixel <= end; ++pixel) {
            const double cover =
                (std::min(bottom, pixel + 1.0) - std::max(top, static_cast<double>(pixel))) * (leave - enter);
            plot(steep ? pixel : step, steep ? step : pixel, cover);
        }
    }
}

} // namespace merestone::map
