// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/labels.hpp"

#include <QImage>
#include <QPoint>

#include <string>
#include <unordered_map>
#include <vector>

namespace merestone::map {

/// Labels as little pictures that are made once and then copied: filling the outlines of letters with their halo takes
/// longer than all the rest of a picture that has only been moved. One thread at a time.
class LabelSprites {
public:
    /// Draws labels as drawLabels() does, to a sixteenth of a pixel. `ratio` device pixels make a unit.
    void draw(QImage& image, const std::vector<PlacedLabel>& labels, double ratio, const Theme& theme);
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }

private:
    struct Sprite {
        QImage halo;
        QImage ink;
        QPoint corner;                    ///< from the label's origin, device pixels
        std::vector<TextShapePtr> shapes; ///< kept, so that no other text gets their addresses
        unsigned long long usedIn = 0;
    };
    Sprite& spriteOf(const PlacedLabel& label, QPoint origin, double ratio, const Theme& theme);
    void forgetUnused();

    std::unordered_map<std::string, Sprite> m_sprites;
    std::size_t m_bytes = 0;
    unsigned long long m_picture = 0;
};

} // namespace merestone::map
