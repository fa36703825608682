// SPDX-License-Identifier: MIT
#include "base_map/fetch_tiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace merestone::map {

namespace {

constexpr int kPiece = 512;     ///< pixels: two tiles as servers have them, as many as GDAL asks for at a time
constexpr double kMargin = 4.0; ///< pixels beyond the box that mixing of neighbours may take in

GDALRasterBandH bandOf(GDALDatasetH dataset, int overview) {
    GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
    return overview < 0 ? band : GDALGetOverview(band, overview);
}

/// Whole pixels, from the first to one after the last.
struct Span {
    int from = 0;
    int to = 0;
};

Span spanOf(double least, double most, double scale, int size) {
    const auto pixel = [size](double at) { return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(size))); };
    return {pixel(std::floor(least * scale - kMargin)), pixel(std::ceil(most * scale + kMargin))};
}

} // namespace

int overviewFor(GDALDatasetH dataset, double pixels) {
    constexpr double kAsGood = 1.1; // a hair too coarse is not seen
    int best = -1;
    double bestScale = 1.0;
    GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
    for (int i = 0; i < GDALGetOverviewCount(band); ++i) {
        const int width = GDALGetRasterBandXSize(GDALGetOverview(band, i));
        const double scale = static_cast<double>(GDALGetRasterXSize(dataset)) / std::max(1, width);
        if (scale <= pixels * kAsGood && scale > bestScale) {
            best = i;
            bestScale = scale;
        }
    }
    return best;
}

bool fetchTiles(GDALDatasetH dataset, int overview, const Box& box, const std::stop_token& stop) {
    GDALRasterBandH band = bandOf(dataset, overview); // reading one band fetches them all
    const int width = GDALGetRasterBandXSize(band);
    const int height = GDALGetRasterBandYSize(band);
    const Span x = spanOf(box.minX, box.maxX, static_cast<double>(width) / GDALGetRasterXSize(dataset), width);
    const Span y = spanOf(box.minY, box.maxY, static_cast<double>(height) / GDALGetRasterYSize(dataset), height);
    int tileWidth = 0;
    int tileHeight = 0;
    GDALGetBlockSize(band, &tileWidth, &tileHeight);
    std::array<GByte, kPiece> line{}; // one of each tile is enough
    for (int top = y.from; top < y.to; top = (top / tileHeight + 1) * tileHeight) {
        for (int left = x.from; left < x.to; left += kPiece) {
            const int wide = std::min(kPiece, x.to - left);
            if (stop.stop_requested() ||
                GDALRasterIO(band, GF_Read, left, top, wide, 1, line.data(), wide, 1, GDT_Byte, 0, 0) != CE_None) {
                return false;
            }
        }
    }
    return true;
}

} // namespace merestone::map
