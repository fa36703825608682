// SPDX-License-Identifier: MIT
#include "exchange/save_changes.hpp"

#include "engine/exchange/scratch_folder.hpp"
#include "exchange/export/record_table.hpp"
#include "exchange/gpkg_writer.hpp"
#include "geometry/wkb.hpp"
#include "layers/read_layer.hpp"

#include <gdal_utils.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

namespace merestone {
namespace {

using Kind = FeatureChange::Kind;

void addSquare(PackedGeometry& geometry, double left, double side) {
    const Point ring[] = {{left, 0}, {left + side, 0}, {left + side, side}, {left, side}, {left, 0}};
    geometry.addPoints(ring);
    geometry.endRun();
    geometry.endPart();
}

PackedGeometry squareShape(double side) {
    PackedGeometry geometry;
    addSquare(geometry, 0, side);
    geometry.endFeature(Shape::polygon);
    return geometry;
}

/// Two squares that do not touch, 100 m2 and 4 m2.
std::string twoSquares() {
    PackedGeometry geometry;
    addSquare(geometry, 0, 10);
    addSquare(geometry, 20, 2);
    geometry.endFeature(Shape::polygon);
    return toWkb(geometry, 0);
}

std::string square(double side) {
    return toWkb(squareShape(side), 0);
}

/// A GeoPackage with the sites S1 (50 homes) and S2 (12 homes), features 1 and 2.
class SaveChanges : public testing::Test {
protected:
    void SetUp() override {
        GpkgWriter writer(m_file, "EPSG:27700", "plan.gpkg");
        RecordTable table("sites", {{"id"}, {"dwellings", ColumnType::integer}});
        table.text("S1").integer(50).endRow(squareShape(10));
        table.text("S2").integer(12).endRow(squareShape(10));
        writer.write(table.take(ExportTable::Kind::drawing, Shape::polygon, "Sites", "", "EPSG:27700"));
        writer.close();
    }
    /// The same two sites in a layer that is declared to hold single polygons, as many programs make them.
    void declareSingleParts() {
        const char* const arguments[] = {"-nlt", "POLYGON", "-nln", "sites", nullptr};
        GDALVectorTranslateOptions* options =
            GDALVectorTranslateOptionsNew(const_cast<char**>(static_cast<const char* const*>(arguments)), nullptr);
        const std::string single = (m_folder / "single.gpkg").string();
        GDALDatasetH from = GDALOpenEx(m_file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
        GDALDatasetH to = GDALVectorTranslate(single.c_str(), nullptr, 1, &from, options, nullptr);
        GDALVectorTranslateOptionsFree(options);
        ASSERT_NE(to, nullptr);
        GDALClose(to);
        GDALClose(from);
        std::filesystem::rename(single, m_file);
    }
    /// How the layer is declared, and what each of its features is.
    [[nodiscard]] std::vector<std::string> typesIn(const char* layerName) const {
        CPLErrorReset();
        const GDALDatasetUniquePtr file(GDALDataset::Open(m_file.c_str(), GDAL_OF_VECTOR));
        EXPECT_STREQ(CPLGetLastErrorMsg(), "") << "what the file says of its layers does not agree";
        OGRLayer* layer = file->GetLayerByName(layerName);
        std::vector<std::string> types{OGRGeometryTypeToName(layer->GetGeomType())};
        for (const auto& feature : *layer) {
            types.emplace_back(OGRGeometryTypeToName(feature->GetGeometryRef()->getGeometryType()));
        }
        return types;
    }
    [[nodiscard]] LayerPtr read() const {
        LayerRequest request;
        request.name = "sites";
        request.source = "plan.gpkg";
        request.baseDirectory = m_folder.path();
        request.sourceLayer = "sites";
        request.columns = {"id", "dwellings"};
        request.workingCrs = "EPSG:27700";
        return readLayer(request, {});
    }
    [[nodiscard]] std::string errorOf(const std::filesystem::path& file, const std::string& layer,
                                      const std::vector<FeatureChange>& changes) const {
        try {
            saveChanges(file, layer, changes);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::output);
            return error.what();
        }
        return {};
    }

    tests::ScratchFolder m_folder;
    std::filesystem::path m_file = m_folder / "plan.gpkg";
};

TEST_F(SaveChanges, WritesShapesAndValues) {
    saveChanges(m_file, "sites", {{Kind::modified, 2, square(5), {{"dwellings", ""}}}});
    const LayerPtr sites = read();
    ASSERT_EQ(sites->size(), 2U);
    EXPECT_NEAR(sites->areas()[1], 25.0, 1e-9);
    EXPECT_TRUE(sites->column("dwellings")->isNull(1));
    EXPECT_EQ(sites->column("id")->text(1), "S2") << "what is not named stays";
    EXPECT_NEAR(sites->areas()[0], 100.0, 1e-9);
}

TEST_F(SaveChanges, AddsAndRemoves) {
    saveChanges(m_file, "", {{Kind::removed, 1, {}, {}}, {Kind::added, 7, square(3), {{"id", "S7"}}}});
    const LayerPtr sites = read();
    ASSERT_EQ(sites->size(), 2U);
    EXPECT_EQ(sites->fid(1), 7);
    EXPECT_EQ(sites->column("id")->text(1), "S7");
    EXPECT_NEAR(sites->areas()[1], 9.0, 1e-9);
}

TEST_F(SaveChanges, MakesALayerOfSinglePartsOneOfSeveralForAShapeThatHasThem) {
    declareSingleParts();
    saveChanges(m_file, "sites", {{Kind::modified, 2, twoSquares(), {}}});
    const LayerPtr sites = read();
    ASSERT_EQ(sites->size(), 2U);
    EXPECT_EQ(sites->state(1), GeometryState::valid) << "the second part was made a hole of the first";
    EXPECT_NEAR(sites->areas()[1], 104.0, 1e-9);
    EXPECT_EQ(sites->geometry().partCount(1), 2U);
    EXPECT_EQ(typesIn("sites"), (std::vector<std::string>{"Multi Polygon", "Multi Polygon", "Multi Polygon"}));
    EXPECT_EQ(sites->column("dwellings")->text(0), "50") << "what is not named stays";
}

TEST_F(SaveChanges, LeavesALayerOfSinglePartsOneWhileThatIsEnough) {
    declareSingleParts();
    saveChanges(m_file, "sites", {{Kind::modified, 2, square(5), {}}});
    EXPECT_EQ(typesIn("sites"), (std::vector<std::string>{"Polygon", "Polygon", "Polygon"}));
}

TEST_F(SaveChanges, LeavesTheFileWhenAnyChangeCannotBeMade) {
    const std::string before = tests::readFile(m_file);
    EXPECT_NE(errorOf(m_file, "sites", {{Kind::removed, 1, {}, {}}, {Kind::removed, 99, {}, {}}}).find("99"),
              std::string::npos);
    EXPECT_NE(errorOf(m_file, "parks", {}).find("'parks'"), std::string::npos);
    EXPECT_EQ(tests::readFile(m_file), before);
}

TEST_F(SaveChanges, RefusesAFileThatAnotherProgramIsWriting) {
    tests::writeFile(m_folder / "plan.gpkg-wal", "unfinished");
    EXPECT_NE(errorOf(m_file, "sites", {{Kind::removed, 1, {}, {}}}).find("another program"), std::string::npos);
    EXPECT_EQ(read()->size(), 2U);
}

TEST_F(SaveChanges, RefusesWhatIsNoGeoPackageAndNamesIt) {
    tests::writeFile(m_folder / "sites.csv", "id\nS1\n");
    const std::string error = errorOf(m_folder / "sites.csv", "", {{Kind::removed, 1, {}, {}}});
    EXPECT_NE(error.find("sites.csv: cannot be changed, for it is no GeoPackage"), std::string::npos) << error;
    EXPECT_EQ(tests::readFile(m_folder / "sites.csv"), "id\nS1\n");
}

} // namespace
} // namespace merestone
