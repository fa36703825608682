// SPDX-License-Identifier: MIT
#include "base_map/band_colours.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace merestone::map {

namespace {

std::vector<QRgb> paletteOf(GDALRasterBandH band) {
    std::vector<QRgb> colours;
    GDALColorTableH table = GDALGetRasterColorTable(band);
    const int count = table == nullptr ? 0 : GDALGetColorEntryCount(table);
    for (int i = 0; i < count; ++i) {
        GDALColorEntry entry{};
        GDALGetColorEntryAsRGB(table, i, &entry);
        colours.push_back(qRgba(entry.c1, entry.c2, entry.c3, entry.c4));
    }
    return colours;
}

/// Bands by what the file says they are; else the first three, or the only one.
std::array<int, 3> bandsOf(GDALDatasetH dataset) {
    std::map<GDALColorInterp, int> named;
    std::vector<int> colours;
    for (int band = 1; band <= GDALGetRasterCount(dataset); ++band) {
        const GDALColorInterp meaning = GDALGetRasterColorInterpretation(GDALGetRasterBand(dataset, band));
        named.emplace(meaning, band);
        if (meaning != GCI_AlphaBand) {
            colours.push_back(band);
        }
    }
    if (named.count(GCI_RedBand) > 0 && named.count(GCI_GreenBand) > 0 && named.count(GCI_BlueBand) > 0) {
        return {named[GCI_RedBand], named[GCI_GreenBand], named[GCI_BlueBand]};
    }
    if (colours.size() >= 3) {
        return {colours[0], colours[1], colours[2]};
    }
    const int grey = colours.empty() ? 1 : colours[0];
    return {grey, grey, grey};
}

} // namespace

BandColours::BandColours(GDALDatasetH dataset) : m_bands(bandsOf(dataset)) {
    GDALRasterBandH first = GDALGetRasterBand(dataset, m_bands[0]);
    if (m_bands[0] == m_bands[2]) {
        m_palette = paletteOf(first);
    }
    m_stretches = !isPalette() && GDALGetRasterDataType(first) != GDT_Byte;
    if (!m_stretches) {
        return;
    }
    m_lowest = std::numeric_limits<double>::infinity();
    m_highest = -m_lowest;
    for (const int band : m_bands) {
        std::array<double, 2> range{};
        constexpr int kSample = 1;
        if (GDALComputeRasterMinMax(GDALGetRasterBand(dataset, band), kSample, range.data()) != CE_None ||
            !std::isfinite(range[0]) || !std::isfinite(range[1])) {
            m_valid = false;
            return;
        }
        m_lowest = std::min(m_lowest, range[0]);
        m_highest = std::max(m_highest, range[1]);
    }
    if (m_highest <= m_lowest) {
        m_highest = m_lowest + 1.0; // one value all over
    }
}

int BandColours::stretched(float value) const noexcept {
    constexpr double kMost = 255.0;
    const double share = m_stretches ? (value - m_lowest) / (m_highest - m_lowest) * kMost : value;
    return std::isnan(share) ? 0 : static_cast<int>(std::lround(std::clamp(share, 0.0, kMost)));
}

QRgb BandColours::colour(float red, float green, float blue, float alpha) const noexcept {
    const int opaque = static_cast<int>(std::clamp(alpha, 0.0F, 255.0F));
    if (isPalette()) {
        const auto index = static_cast<std::size_t>(std::max(0.0F, red));
        const QRgb entry = index < m_palette.size() ? m_palette[index] : 0;
        return qPremultiply(qRgba(qRed(entry), qGreen(entry), qBlue(entry), qAlpha(entry) * opaque / 255));
    }
    return qPremultiply(qRgba(stretched(red), stretched(green), stretched(blue), opaque));
}

QImage BandColours::picture(GDALDatasetH warped) const {
    const int width = GDALGetRasterXSize(warped);
    const int height = GDALGetRasterYSize(warped);
    const int alphaBand = GDALGetRasterCount(warped);
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        return {};
    }
    const auto count = static_cast<std::size_t>(width);
    std::array<std::vector<float>, 4> rows;
    const bool isGrey = m_bands[0] == m_bands[2];
    for (std::vector<float>& row : rows) {
        row.resize(count);
    }
    for (int y = 0; y < height; ++y) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (isGrey && (i == 1 || i == 2)) {
                rows[i] = rows[0];
                continue;
            }
            GDALRasterBandH band = GDALGetRasterBand(warped, i == 3 ? alphaBand : m_bands[i]);
            if (GDALRasterIO(band, GF_Read, 0, y, width, 1, rows[i].data(), width, 1, GDT_Float32, 0, 0) != CE_None) {
                return {};
            }
        }
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (std::size_t x = 0; x < count; ++x) {
            line[x] = colour(rows[0][x], rows[1][x], rows[2][x], rows[3][x]);
        }
    }
    return image;
}

} // namespace merestone::map
