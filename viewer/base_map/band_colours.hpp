// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>

#include <array>
#include <gdal.h>
#include <vector>

namespace merestone::map {

/// How the bands of a raster become colours: three bands, a palette, or one band as grey. Values that are not bytes are
/// stretched over what the raster holds, by one measure for all bands, so that colours keep their tone.
class BandColours {
public:
    /// Looks at a sample of the values where they are not bytes. False in valid() when they cannot be read.
    explicit BandColours(GDALDatasetH dataset);

    [[nodiscard]] bool valid() const noexcept { return m_valid; }
    /// Values of a palette must not be mixed with their neighbours.
    [[nodiscard]] bool isPalette() const noexcept { return !m_palette.empty(); }
    /// The picture of a raster with the same bands and one of transparency, 0 to 255, behind them. Null when it cannot
    /// be read or there is no memory.
    [[nodiscard]] QImage picture(GDALDatasetH warped) const;

private:
    [[nodiscard]] int stretched(float value) const noexcept;
    [[nodiscard]] QRgb colour(float red, float green, float blue, float alpha) const noexcept;

    std::array<int, 3> m_bands{1, 1, 1};
    std::vector<QRgb> m_palette;
    bool m_stretches = false;
    bool m_valid = true;
    double m_lowest = 0.0;
    double m_highest = 255.0;
};

} // namespace merestone::map
