// SPDX-License-Identifier: MIT
#include "cartography/few_colours.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace merestone::map {

namespace {

constexpr unsigned kBits = 5; ///< of each channel, while colours are counted
constexpr std::size_t kBins = std::size_t{1} << (3 * kBits);

std::size_t binOf(QRgb colour) noexcept {
    constexpr unsigned kDropped = 8 - kBits;
    const auto part = [](int value) { return static_cast<std::size_t>(value) >> kDropped; };
    return (part(qRed(colour)) << (2 * kBits)) | (part(qGreen(colour)) << kBits) | part(qBlue(colour));
}

/// What was seen of the colours of one bin.
struct Bin {
    std::uint64_t count = 0;
    std::array<std::uint64_t, 3> sum{};

    void add(QRgb colour) noexcept {
        ++count;
        sum[0] += static_cast<std::uint64_t>(qRed(colour));
        sum[1] += static_cast<std::uint64_t>(qGreen(colour));
        sum[2] += static_cast<std::uint64_t>(qBlue(colour));
    }
    [[nodiscard]] QRgb mean() const noexcept {
        const auto part = [this](std::size_t i) { return static_cast<int>((sum[i] + count / 2) / count); };
        return qRgb(part(0), part(1), part(2));
    }
};

int distance(QRgb a, QRgb b) noexcept {
    const int red = qRed(a) - qRed(b);
    const int green = qGreen(a) - qGreen(b);
    const int blue = qBlue(a) - qBlue(b);
    return 3 * red * red + 4 * green * green + 2 * blue * blue; // about as the eye weighs them
}

uchar nearest(QRgb colour, const QList<QRgb>& table) noexcept {
    int best = std::numeric_limits<int>::max();
    qsizetype found = 0;
    for (qsizetype i = 0; i < table.size(); ++i) {
        if (const int here = distance(colour, table[i]); here < best) {
            best = here;
            found = i;
        }
    }
    return static_cast<uchar>(found);
}

/// The commonest colour, then time and again the one whose pixels are worst served by those chosen already: a marker of
/// few pixels in a colour of its own gets it before a further shade of what is everywhere.
QList<QRgb> chosenColours(const std::vector<Bin>& bins, const std::vector<std::size_t>& used, unsigned most) {
    QList<QRgb> table;
    std::vector<double> unserved(used.size(), 1.0);
    while (table.size() < std::min<qsizetype>(static_cast<qsizetype>(most), static_cast<qsizetype>(used.size()))) {
        std::size_t worst = 0;
        double least = -1.0;
        for (std::size_t i = 0; i < used.size(); ++i) {
            const double cost = static_cast<double>(bins[used[i]].count) * unserved[i];
            if (cost > least) {
                least = cost;
                worst = i;
            }
        }
        const QRgb colour = bins[used[worst]].mean();
        for (std::size_t i = 0; i < used.size(); ++i) {
            const double here = distance(bins[used[i]].mean(), colour);
            unserved[i] = table.isEmpty() ? here : std::min(unserved[i], here);
        }
        table << colour;
    }
    return table;
}

} // namespace

QImage withFewColours(const QImage& image, unsigned most) {
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    std::vector<Bin> bins(kBins);
    for (int y = 0; y < source.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(source.constScanLine(y));
        for (int x = 0; x < source.width(); ++x) {
            bins[binOf(line[x])].add(line[x]);
        }
    }
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < kBins; ++i) {
        if (bins[i].count > 0) {
            used.push_back(i);
        }
    }
    const QList<QRgb> table = chosenColours(bins, used, most);
    std::vector<uchar> colourOf(kBins);
    for (const std::size_t bin : used) {
        colourOf[bin] = nearest(bins[bin].mean(), table);
    }
    QImage result(source.size(), QImage::Format_Indexed8);
    result.setColorTable(table);
    result.setDotsPerMeterX(source.dotsPerMeterX());
    result.setDotsPerMeterY(source.dotsPerMeterY());
    for (int y = 0; y < source.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(source.constScanLine(y));
        uchar* to = result.scanLine(y);
        for (int x = 0; x < source.width(); ++x) {
            to[x] = colourOf[binOf(from[x])];
        }
    }
    return result;
}

} // namespace merestone::map
