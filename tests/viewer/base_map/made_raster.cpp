// SPDX-License-Identifier: MIT
#include "viewer/base_map/made_raster.hpp"

#include <array>
#include <cpl_string.h>
#include <ogr_srs_api.h>
#include <stdexcept>

namespace merestone::map::testing_support {

void writeTiff(const std::filesystem::path& file, const MadeRaster& made) {
    GDALAllRegister();
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName("GTiff"), file.c_str(), made.width, made.height, made.bands, made.type, nullptr);
    if (dataset == nullptr) {
        throw std::runtime_error("cannot make " + file.string());
    }
    std::array<double, 6> place{made.west, made.pixel, 0, made.north, 0, -made.pixel};
    if (made.hasPlace) {
        GDALSetGeoTransform(dataset, place.data());
    }
    if (!made.crs.empty()) {
        OGRSpatialReferenceH crs = OSRNewSpatialReference(nullptr);
        OSRSetFromUserInput(crs, made.crs.c_str());
        OSRSetAxisMappingStrategy(crs, OAMS_TRADITIONAL_GIS_ORDER);
        GDALSetSpatialRef(dataset, crs);
        OSRDestroySpatialReference(crs);
    }
    for (int number = 1; number <= made.bands; ++number) {
        GDALRasterBandH band = GDALGetRasterBand(dataset, number);
        if (!made.palette.empty()) {
            GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
            for (std::size_t i = 0; i < made.palette.size(); ++i) {
                GDALSetColorEntry(table, static_cast<int>(i), &made.palette[i]);
            }
            GDALSetRasterColorTable(band, table);
            GDALDestroyColorTable(table);
        }
        if (made.hasAlpha && number == made.bands) {
            GDALSetRasterColorInterpretation(band, GCI_AlphaBand);
        }
        if (made.empty) {
            GDALSetRasterNoDataValue(band, *made.empty);
        }
        std::vector<double> values;
        for (int y = 0; y < made.height; ++y) {
            for (int x = 0; x < made.width; ++x) {
                values.push_back(made.value(number, x, y));
            }
        }
        if (GDALRasterIO(band, GF_Write, 0, 0, made.width, made.height, values.data(), made.width, made.height,
                         GDT_Float64, 0, 0) != CE_None) {
            throw std::runtime_error("cannot write " + file.string());
        }
    }
    GDALClose(dataset);
}

void copyAs(const char* driver, const std::filesystem::path& from, const std::filesystem::path& to) {
    GDALDatasetH source = GDALOpen(from.c_str(), GA_ReadOnly);
    GDALDatasetH copy =
        GDALCreateCopy(GDALGetDriverByName(driver), to.c_str(), source, FALSE, nullptr, nullptr, nullptr);
    GDALClose(source);
    if (copy == nullptr) {
        throw std::runtime_error("cannot make " + to.string());
    }
    GDALClose(copy);
}

} // namespace merestone::map::testing_support
