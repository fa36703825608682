// SPDX-License-Identifier: MIT
#include "exchange/save_changes.hpp"

#include "engine/exchange/scratch_folder.hpp"
#include "exchange/export/record_table.hpp"
#include "exchange/gpkg_writer.hpp"
#include "geometry/wkb.hpp"
#include "layers/read_layer.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

using Kind = FeatureChange::Kind;

PackedGeometry squareShape(double side) {
    PackedGeometry geometry;
    const Point ring[] = {{0, 0}, {side, 0}, {side, side}, {0, side}, {0, 0}};
    geometry.addPoints(ring);
    geometry.endRun();
    geometry.endPart();
    geometry.endFeature(Shape::polygon);
    return geometry;
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
