// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"

#include <QImage>
#include <QString>

#include <memory>
#include <stop_token>

class QPainter;

namespace merestone::map {

/// A picture of land, and the land that it shows.
struct BackdropPicture {
    QImage image; ///< premultiplied; transparent where nothing is known; null: nothing at all
    Box box;      ///< CRS metres, from edge to edge of the image
};

/// Where pictures of land come from: a base map. Several threads may ask at once; they are answered one by one.
class Backdrop {
public:
    Backdrop() = default;
    virtual ~Backdrop() = default;
    Backdrop(const Backdrop&) = delete;
    Backdrop& operator=(const Backdrop&) = delete;

    /// What a view shows of it, as fine as the view's device pixels; without an image when stopped. Throws Error(input)
    /// that names the file when it cannot be read.
    [[nodiscard]] virtual BackdropPicture read(const MapView& view, const std::stop_token& stop) const = 0;
};

/// A base map as a scene uses it.
struct SceneBackdrop {
    std::shared_ptr<const Backdrop> source; ///< null: none
    double strength = kMedium;              ///< 0: not to be seen; 1: the layers of others are not to be seen
    QString licence;                        ///< told on the map and on sheets

    static constexpr double kFaint = 0.3;
    static constexpr double kMedium = 0.55;
    static constexpr double kStrong = 0.8;
};

/// Lays a picture over what has been painted of a view, translucently: under the plan's own drawings, over the layers
/// of others, whose areas would hide it.
void drawBackdrop(QPainter& painter, const BackdropPicture& picture, double strength, const MapView& view);

} // namespace merestone::map
