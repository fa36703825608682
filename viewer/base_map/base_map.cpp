// SPDX-License-Identifier: MIT
#include "base_map/base_map.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "base_map/band_colours.hpp"
#include "base_map/fetch_tiles.hpp"
#include "base_map/raster_file.hpp"

#include <algorithm>
#include <cmath>
#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdal_utils.h>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace merestone::map {

namespace {

constexpr double kMostPixels = 40e6; ///< of one picture; larger ones are read less finely

struct TransformerFree {
    void operator()(void* transformer) const noexcept { GDALDestroyGenImgProjTransformer(transformer); }
};
using Transformer = std::unique_ptr<void, TransformerFree>;

struct OptionsFree {
    void operator()(GDALWarpAppOptions* options) const noexcept { GDALWarpAppOptionsFree(options); }
};

/// Between pixels of a raster and metres of the plan; null where there is no way between the two.
Transformer transformerOf(GDALDatasetH dataset, const std::string& crs) {
    CPLStringList options;
    options.SetNameValue("DST_SRS", crs.c_str());
    return Transformer(GDALCreateGenImgProjTransformer2(dataset, nullptr, options.List()));
}

std::optional<Point> moved(void* transformer, Point at, bool toPixels) {
    double z = 0.0;
    int success = 0;
    GDALGenImgProjTransform(transformer, toPixels ? 1 : 0, 1, &at.x, &at.y, &z, &success);
    return success != 0 && std::isfinite(at.x) && std::isfinite(at.y) ? std::optional(at) : std::nullopt;
}

/// Where a box lies on the raster: by its corners, the middles of its sides and its centre.
Box pixelsOf(void* transformer, const Box& box) {
    Box pixels;
    for (const double x : {box.minX, (box.minX + box.maxX) / 2, box.maxX}) {
        for (const double y : {box.minY, (box.minY + box.maxY) / 2, box.maxY}) {
            if (const std::optional<Point> at = moved(transformer, {x, y}, true)) {
                pixels.extend(*at);
            }
        }
    }
    return pixels;
}

bool meets(GDALDatasetH dataset, void* transformer, const Box& box) {
    const Box pixels = pixelsOf(transformer, box);
    const Box raster{0, 0, static_cast<double>(GDALGetRasterXSize(dataset)),
                     static_cast<double>(GDALGetRasterYSize(dataset))};
    return !pixels.empty() && pixels.meets(raster);
}

std::string direction(double east, double north) {
    constexpr double kSlant = 0.41; // tan 22.5 degrees
    std::string name = std::abs(north) > kSlant * std::abs(east) ? (north > 0 ? "north" : "south") : "";
    if (std::abs(east) > kSlant * std::abs(north)) {
        name += std::string(name.empty() ? "" : "-") + (east > 0 ? "east" : "west");
    }
    return name;
}

std::string whereItLies(GDALDatasetH dataset, void* transformer, const Box& shown) {
    const Point middle{GDALGetRasterXSize(dataset) / 2.0, GDALGetRasterYSize(dataset) / 2.0};
    const std::optional<Point> at = moved(transformer, middle, false);
    if (!at) {
        return "it shows nothing of the plan; it lies where the plan's coordinate system does not reach";
    }
    const double east = at->x - (shown.minX + shown.maxX) / 2;
    const double north = at->y - (shown.minY + shown.maxY) / 2;
    return "it shows nothing of the plan: its middle lies at easting " + rounded(at->x, 0) + ", northing " +
           rounded(at->y, 0) + ", " + rounded(std::hypot(east, north) / 1000.0, 1) + " km to the " +
           direction(east, north) + " of it; choose another picture, or mend the place that it states";
}

int goOn(double, const char*, void* stop) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 0 : 1;
}

class BaseMap final : public Backdrop {
public:
    BaseMap(RasterFile file, std::string crs, BandColours colours)
        : m_file(std::move(file)), m_crs(std::move(crs)), m_colours(std::move(colours)) {}

    [[nodiscard]] BackdropPicture read(const MapView& view, const std::stop_token& stop) const override {
        const std::scoped_lock lock(m_mutex);
        if (!view.valid() || stop.stop_requested()) {
            return {};
        }
        const RasterReading reading(m_file.kind);
        const GdalMessages messages;
        const Frame frame = frameOf(view);
        std::string overview = "AUTO";
        const bool isThere = m_file.kind != RasterKind::wmts || fetch(frame, overview, stop);
        const DatasetHandle warped = isThere ? warp(frame, overview, stop) : nullptr;
        if (stop.stop_requested()) {
            return {};
        }
        BackdropPicture picture;
        picture.box = frame.box;
        picture.image = warped == nullptr ? QImage() : m_colours.picture(warped.get());
        if (picture.image.isNull() || messages.failed()) {
            const std::string why = messages.failed() ? " (" + messages.failure() + ")" : std::string();
            throw Error(ErrorCode::input,
                        m_file.name + ": it cannot be read to its end" + why + "; make it again, or fetch it again");
        }
        return picture;
    }

private:
    /// What is to be read, in metres of the plan, and in how many pixels.
    struct Frame {
        Box box;
        double width = 1.0;
        double height = 1.0;
    };

    [[nodiscard]] static Frame frameOf(const MapView& view) {
        double fine = view.devicePixelRatio;
        const double pixels = view.size.width() * view.size.height() * fine * fine;
        fine *= std::min(1.0, std::sqrt(kMostPixels / pixels));
        Frame frame;
        frame.width = std::max(1.0, std::ceil(view.size.width() * fine));
        frame.height = std::max(1.0, std::ceil(view.size.height() * fine));
        const Point corner = view.toMetres(QPointF(0, 0));
        const double metres = view.metresPerUnit / fine;
        frame.box = {corner.x, corner.y - frame.height * metres, corner.x + frame.width * metres, corner.y};
        return frame;
    }

    /// Asks the server for the tiles that the frame needs. False when it was stopped or failed.
    [[nodiscard]] bool fetch(const Frame& frame, std::string& overview, const std::stop_token& stop) const {
        GDALDatasetH dataset = m_file.dataset.get();
        const Transformer transformer = transformerOf(dataset, m_crs);
        const Box pixels = transformer == nullptr ? Box{} : pixelsOf(transformer.get(), frame.box);
        if (pixels.empty()) {
            return true; // nothing of it is seen
        }
        const int level = overviewFor(
            dataset, std::min((pixels.maxX - pixels.minX) / frame.width, (pixels.maxY - pixels.minY) / frame.height));
        overview = level < 0 ? "NONE" : std::to_string(level);
        return fetchTiles(dataset, level, pixels, stop);
    }

    /// What the frame shows, in the plan's coordinate system, pixel for pixel.
    [[nodiscard]] DatasetHandle warp(const Frame& frame, const std::string& overview,
                                     const std::stop_token& stop) const {
        CPLStringList arguments;
        for (const std::string& argument : {std::string("-of"),
                                            std::string("MEM"),
                                            std::string("-t_srs"),
                                            m_crs,
                                            std::string("-te"),
                                            shortest(frame.box.minX),
                                            shortest(frame.box.minY),
                                            shortest(frame.box.maxX),
                                            shortest(frame.box.maxY),
                                            std::string("-ovr"),
                                            overview,
                                            std::string("-ts"),
                                            rounded(frame.width, 0),
                                            rounded(frame.height, 0),
                                            std::string("-r"),
                                            std::string(m_colours.isPalette() ? "near" : "bilinear"),
                                            std::string("-dstalpha"),
                                            std::string("-wo"),
                                            std::string("DST_ALPHA_MAX=255"),
                                            std::string("-wm"),
                                            std::string("64")}) {
            arguments.AddString(argument.c_str());
        }
        const std::unique_ptr<GDALWarpAppOptions, OptionsFree> options(
            GDALWarpAppOptionsNew(arguments.List(), nullptr));
        std::stop_token token = stop;
        GDALWarpAppOptionsSetProgress(options.get(), goOn, &token);
        GDALDatasetH source = m_file.dataset.get();
        int misused = 0;
        return DatasetHandle(GDALWarp("", nullptr, 1, &source, options.get(), &misused));
    }

    RasterFile m_file;
    std::string m_crs;
    BandColours m_colours;
    mutable std::mutex m_mutex; ///< a dataset belongs to one thread at a time
};

} // namespace

std::shared_ptr<const Backdrop> openBaseMap(const std::filesystem::path& file, const std::string& crs, const Box& shown,
                                            const std::stop_token& stop) {
    const GdalMessages messages;
    RasterFile raster = openRaster(file, messages);
    const RasterReading reading(raster.kind);
    const Transformer transformer = transformerOf(raster.dataset.get(), crs);
    if (transformer == nullptr) {
        throw Error(ErrorCode::input, raster.name +
                                          ": there is no way from its coordinate system to that of the plan, " +
                                          printable(crs) + "; bring it there: gdalwarp -t_srs " + printable(crs));
    }
    if (!shown.empty() && !meets(raster.dataset.get(), transformer.get(), shown)) {
        throw Error(ErrorCode::input, raster.name + ": " + whereItLies(raster.dataset.get(), transformer.get(), shown));
    }
    BandColours colours(raster.dataset.get());
    if (stop.stop_requested()) {
        throw Error(ErrorCode::cancelled, "stopped");
    }
    if (!colours.valid()) {
        throw Error(ErrorCode::input, raster.name + ": it cannot be read" +
                                          (messages.failed() ? " (" + messages.failure() + ")" : std::string()) +
                                          ", or holds no values; make it again, or fetch it again");
    }
    return std::make_shared<const BaseMap>(std::move(raster), crs, std::move(colours));
}

} // namespace merestone::map
