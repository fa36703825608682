// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/draw_map.hpp"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace merestone::map {

enum class Page : std::uint8_t { a4, a4Portrait, a3, a3Portrait };
[[nodiscard]] QSizeF pageMillimetres(Page page) noexcept;

/// A map with its furniture: title, legend of what is drawn, scale bar, north arrow, licences, a note when the data are
/// made up.
struct SheetOptions {
    QSizeF sizeMm{297, 210};
    std::optional<double> scaleDenominator; ///< else the largest scale at which the box fits
    Box box;                                ///< what to show; empty: the whole scene
    bool furniture = true;                  ///< false: the map alone, to the edges
    bool findings = true;
    bool labels = true;
    QString pageName; ///< "A4": told beside the scale; empty: the scale is not told, for it depends on the screen
    std::optional<std::size_t> finding; ///< drawn as the one that is spoken of
    QString heading;                    ///< instead of the plan's title
};

/// Where things stand on a sheet. Made once, so that what is drawn and what is said about it agree.
struct SheetLayout {
    double unitsPerMm = MapView::kScreenUnitsPerMm;
    QRectF page;   ///< units
    QRectF map;    ///< units on the page
    QRectF legend; ///< empty without furniture
    MapView view;  ///< of the map; its origin is map.topLeft()
};
[[nodiscard]] SheetLayout layOut(const MapScene& scene, const SheetOptions& options, double unitsPerMm,
                                 double devicePixelRatio);

/// Draws it. False when stopped.
bool drawSheet(QPainter& painter, const MapScene& scene, const SheetLayout& layout, const SheetOptions& options,
               const Theme& theme, std::stop_token stop = {});

/// A feature that the plan draws and that a reader of the paper would miss.
struct TooSmall {
    FeatureId feature;
    QString name;
    double millimetres = 0.0;       ///< its longer side on paper
    double denominatorNeeded = 0.0; ///< of the largest scale number at which it has the least size
};
/// The plan's own features in a view that are smaller than `leastMm` both ways; the smallest first.
[[nodiscard]] std::vector<TooSmall> tooSmallOnPaper(const MapScene& scene, const MapView& view, double leastMm = 3.0);

/// What to show of a finding: its evidence and both features with surroundings, no closer than people recognise.
[[nodiscard]] Box surroundings(const MapScene& scene, std::size_t mark);

} // namespace merestone::map
