// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base_map/base_map.hpp"
#include "cartography/draw_map.hpp"
#include "cartography/map_sheet.hpp"
#include "cartography/retained_map.hpp"
#include "engine/exchange/scratch_folder.hpp"
#include "viewer/base_map/made_raster.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <QPainter>

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>

namespace merestone::map {
namespace {

using namespace testing_support;

constexpr const char* kCrs = "EPSG:27700";
const Box kPlan{1100, 1700, 1300, 1900}; ///< in the middle of the rasters that are made here

class BaseMaps : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file(const std::string& name = "base.tif") const { return m_folder / name; }
    [[nodiscard]] std::shared_ptr<const Backdrop> opened(const MadeRaster& made) const {
        writeTiff(file(), made);
        return openBaseMap(file(), kCrs, kPlan, {});
    }
    /// The message of the failure to open a file, or to read all of it.
    [[nodiscard]] std::string failure(const std::filesystem::path& path) const {
        try {
            (void)openBaseMap(path, kCrs, kPlan, {})->read(whole(), {});
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::input);
            EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
            EXPECT_NE(std::string(error.what()).find(path.filename().string()), std::string::npos) << error.what();
            return error.what();
        }
        return "";
    }
    [[nodiscard]] std::string failure(const MadeRaster& made) const {
        writeTiff(file(), made);
        return failure(file());
    }
    /// The raster that is made when nothing else is said, one pixel for each of its pixels.
    [[nodiscard]] static MapView whole() {
        MapView view;
        view.centre = {1200, 1800};
        view.size = QSizeF(40, 40);
        view.metresPerUnit = 10;
        return view;
    }

    tests::ScratchFolder m_folder;
};

TEST_F(BaseMaps, ColoursStandWhereTheyBelong) {
    const BackdropPicture picture = opened({})->read(whole(), {});
    ASSERT_EQ(picture.image.size(), QSize(40, 40));
    EXPECT_DOUBLE_EQ(picture.box.minX, 1000.0);
    EXPECT_DOUBLE_EQ(picture.box.maxY, 2000.0);
    EXPECT_EQ(picture.image.pixel(0, 0), qRgb(0, 0, 128)) << "north-west";
    EXPECT_EQ(picture.image.pixel(39, 0), qRgb(39 * 6, 0, 128)) << "north-east";
    EXPECT_EQ(picture.image.pixel(5, 30), qRgb(30, 180, 128));
}

TEST_F(BaseMaps, OnlyWhatIsSeenIsRead) {
    MapView view = whole();
    view.centre = {1390, 1800}; // half of it lies east of the picture
    const BackdropPicture picture = opened({})->read(view, {});
    EXPECT_EQ(picture.image.pixel(10, 20), qRgb(29 * 6, 120, 128));
    EXPECT_EQ(qAlpha(picture.image.pixel(30, 20)), 0) << "nothing is known there";
}

TEST_F(BaseMaps, IsWarpedAsGdalwarpDoes) {
    if (std::string(MERESTONE_GDALWARP).find("gdalwarp") == std::string::npos ||
        std::string(MERESTONE_GDALWARP).find("NOTFOUND") != std::string::npos) {
        GTEST_SKIP() << "gdalwarp is not installed (gdal-bin)";
    }
    MadeRaster made;
    made.crs = "EPSG:4326";
    made.west = -1.91;
    made.north = 52.47;
    made.pixel = 0.0005;
    made.width = made.height = 100;
    made.value = [](int band, int x, int y) { return band == 1 ? x * 2 : band == 2 ? y * 2 : (x + y) % 50 * 5; };
    writeTiff(file(), made);
    MapView view;
    view.centre = {407800, 284300};
    view.size = QSizeF(120, 90);
    view.metresPerUnit = 17;
    const std::shared_ptr<const Backdrop> base = openBaseMap(file(), kCrs, Box{407700, 284200, 407900, 284400}, {});
    const BackdropPicture picture = base->read(view, {});
    const Box box = view.box();
    const std::string command = std::string(MERESTONE_GDALWARP) + " -q -t_srs EPSG:27700 -r bilinear -dstalpha -te " +
                                std::to_string(box.minX) + " " + std::to_string(box.minY) + " " +
                                std::to_string(box.maxX) + " " + std::to_string(box.maxY) + " -ts 120 90 " +
                                file().string() + " " + file("warped.tif").string();
    ASSERT_EQ(std::system(command.c_str()), 0); // NOLINT(concurrency-mt-unsafe)
    GDALDatasetH warped = GDALOpen(file("warped.tif").c_str(), GA_ReadOnly);
    ASSERT_NE(warped, nullptr);
    int opaque = 0;
    for (int y = 0; y < 90; y += 3) {
        for (int x = 0; x < 120; x += 3) {
            std::array<unsigned char, 4> rgba{};
            ASSERT_EQ(
                GDALDatasetRasterIO(warped, GF_Read, x, y, 1, 1, rgba.data(), 1, 1, GDT_Byte, 4, nullptr, 0, 0, 0),
                CE_None);
            const QColor ours = QColor::fromRgba(qUnpremultiply(picture.image.pixel(x, y)));
            ASSERT_EQ(ours.alpha(), rgba[3]) << x << ", " << y;
            if (rgba[3] == 255) {
                ++opaque;
                ASSERT_TRUE(alike(ours, QColor(rgba[0], rgba[1], rgba[2]), 1)) << x << ", " << y;
            }
        }
    }
    EXPECT_GT(opaque, 500);
    GDALClose(warped);
}

TEST_F(BaseMaps, OneBandIsGrey) {
    MadeRaster made;
    made.bands = 1;
    EXPECT_EQ(opened(made)->read(whole(), {}).image.pixel(20, 5), qRgb(120, 120, 120));
}

TEST_F(BaseMaps, APaletteKeepsItsColours) {
    MadeRaster made;
    made.bands = 1;
    made.palette = {{10, 20, 30, 255}, {200, 100, 50, 255}};
    made.value = [](int, int x, int) { return x % 2; };
    const QImage image = opened(made)->read(whole(), {}).image;
    EXPECT_EQ(image.pixel(6, 6), qRgb(10, 20, 30));
    EXPECT_EQ(image.pixel(7, 6), qRgb(200, 100, 50)) << "and no mixture of the two";
}

TEST_F(BaseMaps, SixteenBitsAreStretchedByOneMeasure) {
    MadeRaster made;
    made.type = GDT_UInt16;
    made.value = [](int band, int x, int) { return band == 3 ? 1000 : x * 100; };
    const QImage image = opened(made)->read(whole(), {}).image;
    EXPECT_EQ(qRed(image.pixel(0, 0)), 0);
    EXPECT_EQ(qRed(image.pixel(39, 0)), 255);
    EXPECT_NEAR(qBlue(image.pixel(20, 20)), 1000 * 255 / 3900, 1);
}

TEST_F(BaseMaps, HeightsAreShownAsGrey) {
    MadeRaster made;
    made.bands = 1;
    made.type = GDT_Float32;
    made.empty = -9999.0;
    made.value = [](int, int x, int y) { return y == 0 ? -9999.0 : 100.0 + x; };
    const QImage image = opened(made)->read(whole(), {}).image;
    EXPECT_EQ(qAlpha(image.pixel(20, 0)), 0) << "the empty value is no height";
    EXPECT_EQ(qRed(image.pixel(0, 20)), 0);
    EXPECT_EQ(qRed(image.pixel(39, 20)), 255);
}

TEST_F(BaseMaps, WhatIsTransparentStaysSo) {
    MadeRaster made;
    made.bands = 4;
    made.hasAlpha = true;
    made.value = [](int band, int x, int) { return band < 4 ? 200 : x < 20 ? 0 : 255; };
    const QImage image = opened(made)->read(whole(), {}).image;
    EXPECT_EQ(qAlpha(image.pixel(5, 20)), 0);
    EXPECT_EQ(image.pixel(35, 20), qRgb(200, 200, 200));
}

TEST_F(BaseMaps, ReadsMbtiles) {
    MadeRaster made;
    made.crs = "EPSG:3857";
    made.west = -212000;
    made.north = 6885600;
    made.pixel = 20;
    made.width = made.height = 256;
    writeTiff(file(), made);
    copyAs("MBTiles", file(), file("base.mbtiles"));
    MapView view;
    view.centre = {407800, 284300};
    view.size = QSizeF(50, 50);
    view.metresPerUnit = 10;
    const BackdropPicture picture =
        openBaseMap(file("base.mbtiles"), kCrs, Box{407700, 284200, 407900, 284400}, {})->read(view, {});
    EXPECT_EQ(qAlpha(picture.image.pixel(25, 25)), 255);
    EXPECT_NEAR(qBlue(picture.image.pixel(25, 25)), 128, 6);
}

TEST_F(BaseMaps, SaysWhatIsWrongInOneLineWithTheRemedy) {
    MadeRaster nowhere;
    nowhere.hasPlace = false;
    EXPECT_NE(failure(nowhere).find("does not say where it lies"), std::string::npos);
    MadeRaster nameless;
    nameless.crs = "";
    EXPECT_NE(failure(nameless).find("names no coordinate system"), std::string::npos);
    EXPECT_NE(failure(file("gone.tif")).find("there is no such file"), std::string::npos);
    EXPECT_NE(failure(m_folder.path()).find("a base map is a GeoTIFF"), std::string::npos);
    for (const auto& [name, content] : {std::pair<const char*, const char*>{"a.tif", ""},
                                        {"b.tif", "Not a picture at all"},
                                        {"c.tif", "II*"},
                                        {"d.xml", "<Capabilities xmlns='x'/>"},
                                        {"e.xml", "<GDAL_WMTS><GetCapabilitiesUrl>"},
                                        {"f.mbtiles", "SQLite format 3"},
                                        {"g.vrt", "<VRTDataset rasterXSize='1' rasterYSize='1'/>"}}) {
        std::ofstream(file(name)) << content;
        EXPECT_NE(failure(file(name)), "") << name;
    }
}

TEST_F(BaseMaps, SaysWhereAPictureLiesThatShowsNothingOfThePlan) {
    MadeRaster made;
    made.west = 31000;
    made.north = 32000;
    const std::string text = failure(made);
    EXPECT_NE(text.find("its middle lies at easting 31200, northing 31800"), std::string::npos) << text;
    EXPECT_NE(text.find("42.4 km to the north-east"), std::string::npos) << text;
}

TEST_F(BaseMaps, ATruncatedFileIsToldAndNoCrash) {
    MadeRaster made;
    made.width = made.height = 400;
    made.pixel = 1;
    writeTiff(file(), made);
    const auto size = std::filesystem::file_size(file());
    for (const double share : {0.9, 0.5, 0.1}) {
        std::filesystem::resize_file(file(), static_cast<std::uintmax_t>(static_cast<double>(size) * share));
        EXPECT_NE(failure(file()), "") << share;
    }
}

TEST_F(BaseMaps, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(opened({})->read(whole(), stop.get_token()).image.isNull());
}

TEST_F(BaseMaps, LeavesNothingBesideTheFile) {
    MadeRaster made;
    made.type = GDT_UInt16;
    (void)opened(made)->read(whole(), {});
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path())) {
        (void)entry;
        ++files;
    }
    EXPECT_EQ(files, 1U);
}

TEST_F(BaseMaps, LiesOverTheLandAndItsLicenceIsTold) {
    MadeRaster red;
    red.value = [](int band, int, int) { return band == 1 ? 255 : 0; };
    const ScenePtr land =
        sceneOf({mapLayer(testing_support::made("parcels", {{"1", "", "house", rectangle(1010, 1610, 1150, 1990)}}))});
    const ScenePtr scene = withBackdrop(*land, {opened(red), SceneBackdrop::kStrong, QStringLiteral("© Somebody")});
    const MapView view = whole();
    QImage with(40, 40, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&with);
    DrawOptions plain;
    plain.labels = false;
    ASSERT_TRUE(drawMap(painter, *scene, view, theme(ThemeKind::light), {}, plain));
    painter.end();
    EXPECT_GT(qRed(with.pixel(5, 20)) - qGreen(with.pixel(5, 20)), 150) << "through the parcels";
    RetainedMap retained;
    plain.backdrop = std::make_shared<const BackdropPicture>(scene->backdrop.source->read(view, {}));
    const QImage kept = retained.draw(*scene, view, theme(ThemeKind::light), {}, plain);
    EXPECT_TRUE(alike(kept.pixelColor(5, 20), with.pixelColor(5, 20)));
    EXPECT_EQ(scene->licences.last(), QStringLiteral("© Somebody"));
    EXPECT_FALSE(withBackdrop(*scene, {})->licences.contains(QStringLiteral("© Somebody")));
}

} // namespace
} // namespace merestone::map
