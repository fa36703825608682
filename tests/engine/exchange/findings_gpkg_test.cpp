// SPDX-License-Identifier: MIT
#include "exchange/findings_gpkg.hpp"

#include "base/error.hpp"
#include "engine/exchange/sample_run.hpp"
#include "engine/exchange/scratch_folder.hpp"
#include "exchange/publish.hpp"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>
#include <sqlite3.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace merestone;
using merestone::tests::readFile;
using merestone::tests::sampleRun;
using merestone::tests::ScratchFolder;

namespace {

/// SQLite itself, asked past GDAL, as an independent reader.
class Database {
public:
    explicit Database(const std::filesystem::path& file) {
        EXPECT_EQ(sqlite3_open_v2(file.c_str(), &m_database, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    }
    ~Database() { sqlite3_close(m_database); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// All values of the answer, joined by '|', rows by '/'; "NULL" for null.
    [[nodiscard]] std::string ask(const std::string& sql) const {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
            << sqlite3_errmsg(m_database);
        std::string answer;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            answer += answer.empty() ? "" : "/";
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
                answer += (i > 0 ? "|" : "") + std::string(text == nullptr ? "NULL" : text);
            }
        }
        sqlite3_finalize(statement);
        return answer;
    }

private:
    sqlite3* m_database = nullptr;
};

class FindingsGpkg : public ::testing::Test {
protected:
    const Database& written(const RunResult& run) {
        writeFindingsGpkg(m_folder / "findings.gpkg", run, "findings.gpkg");
        m_database = std::make_unique<Database>(m_folder / "findings.gpkg");
        return *m_database;
    }
    ScratchFolder m_folder;
    std::unique_ptr<Database> m_database;
};

/// A run whose file is a few MiB.
RunResult largeRun() {
    RunResult run = sampleRun();
    const Finding model = tests::densityFinding();
    for (int i = 0; i < 4000; ++i) {
        run.findings.push_back(model);
        run.findings.back().key += "#" + std::to_string(i + 2);
    }
    return run;
}

/// Publishes in a child that may not write files longer than `bytes`: 0 written, 10 refused with an Error(output).
int publishWithLimit(const std::filesystem::path& target, const RunResult& run, rlim_t bytes) {
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
        try {
            publishFile(target, [&run](const auto& staged) { writeFindingsGpkg(staged, run, "findings.gpkg"); });
            _exit(0);
        } catch (const Error& error) {
            const bool oneLine = std::string(error.what()).find('\n') == std::string::npos;
            _exit(error.code() == ErrorCode::output && oneLine ? 10 : 11);
        } catch (...) {
            _exit(12);
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace

TEST_F(FindingsGpkg, HoldsAllTablesWithTheirGeometryTypes) {
    const Database& file = written(sampleRun());
    EXPECT_EQ(file.ask("SELECT table_name, data_type FROM gpkg_contents ORDER BY 1"),
              "findings_lines|features/findings_other|attributes/findings_points|features/findings_polygons|features/"
              "inputs|attributes/layer_styles|attributes/rules|attributes");
    EXPECT_EQ(file.ask("SELECT f_table_name, useAsDefault, length(styleQML) > 100, length(styleSLD) > 100 FROM "
                       "layer_styles ORDER BY 1"),
              "findings_lines|1|1|1/findings_points|1|1|1/findings_polygons|1|1|1");
    EXPECT_EQ(file.ask("SELECT table_name, geometry_type_name, srs_id FROM gpkg_geometry_columns ORDER BY 1"),
              "findings_lines|MULTILINESTRING|27700/findings_points|MULTIPOINT|27700/"
              "findings_polygons|MULTIPOLYGON|27700");
    EXPECT_EQ(file.ask("SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = 27700"),
              "EPSG|27700");
    EXPECT_EQ(file.ask("SELECT count(*) FROM gpkg_contents WHERE identifier LIKE 'Findings%' AND description <> ''"),
              "4");
    EXPECT_EQ(file.ask("PRAGMA quick_check"), "ok");
}

TEST_F(FindingsGpkg, PutsEachFindingWhereItsEvidenceBelongs) {
    const Database& file = written(sampleRun());
    EXPECT_EQ(file.ask("SELECT key FROM findings_polygons"), "H1.density|sites:S4");
    EXPECT_EQ(file.ask("SELECT key FROM findings_lines"), "G1.access|homes:12|parks:P1");
    EXPECT_EQ(file.ask("SELECT key FROM findings_points"), "H1.density|sites:S5");
    EXPECT_EQ(file.ask("SELECT key FROM findings_other"), "G1.access|homes:13");
}

TEST_F(FindingsGpkg, WritesEveryFieldOfAFinding) {
    const Database& file = written(sampleRun());
    EXPECT_EQ(
        file.ask("SELECT policy, rule, rule_title, severity, verdict, waived, waiver_reason, subject_layer,"
                 " subject_id, subject_name, other_id, measured, comparator, \"limit\", unit, uncertainty,"
                 " margin, method, message, reason, source FROM findings_polygons"),
        "H1|H1.density|Homes per hectare|must|fail|0|NULL|sites|S4|Corner site|NULL|24.0|>=|40.0|dwellings/ha|0.0|"
        "-16.0|planar grid|Corner site holds 12 homes on 0.50 ha|NULL|Development Plan 2017, TP30 (to be "
        "confirmed)");
    EXPECT_EQ(file.ask("SELECT other_layer, other_id, other_name, uncertainty FROM findings_lines"),
              "parks|P1|Calthorpe Park|2.5");
    EXPECT_EQ(file.ask("SELECT waived, waiver_reason, waiver_by, waiver_until FROM findings_points"),
              "1|agreed with the highways officer|Plan steering group|2027-03-31");
    EXPECT_EQ(file.ask("SELECT measured, margin FROM findings_other"), "NULL|NULL");
}

TEST_F(FindingsGpkg, WritesRulesAndInputs) {
    const Database& file = written(sampleRun());
    EXPECT_EQ(file.ask("SELECT id, policy_title, verdict, source_confirmed, fail, pass, not_applicable, waived"
                       " FROM rules WHERE id = 'H1.density'"),
              "H1.density|Homes on allocated land|fail|0|2|9|1|1");
    EXPECT_EQ(file.ask("SELECT layer, features, invalid, accuracy_m, notes FROM inputs"),
              "sites|12|1|0.5|2 ids are used twice");
}

TEST_F(FindingsGpkg, KeepsTheShapeOfTheEvidence) {
    written(sampleRun());
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open((m_folder / "findings.gpkg").c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    ASSERT_NE(dataset, nullptr);
    OGRLayer* layer = dataset->GetLayerByName("findings_polygons");
    ASSERT_NE(layer, nullptr);
    const OGRFeatureUniquePtr feature(layer->GetNextFeature());
    ASSERT_NE(feature, nullptr);
    const OGRMultiPolygon* shape = feature->GetGeometryRef()->toMultiPolygon();
    EXPECT_DOUBLE_EQ(shape->get_Area(), 4900.0);
    OGREnvelope box;
    shape->getEnvelope(&box);
    EXPECT_EQ(box.MinX, 407800.0);
    EXPECT_EQ(box.MaxY, 284270.0);
}

TEST_F(FindingsGpkg, HasAllItsLayersWhenThereIsNothingToTell) {
    RunResult run;
    run.plan.crs = "EPSG:27700";
    const Database& file = written(run);
    EXPECT_EQ(file.ask("SELECT count(*) FROM gpkg_contents"), "7");
    EXPECT_EQ(file.ask("SELECT count(*) FROM findings_polygons"), "0");
}

TEST_F(FindingsGpkg, DropsNoFindingWhoseEvidenceCannotBeDrawn) {
    RunResult run = sampleRun();
    run.findings[2].evidenceWkb = "rubbish";
    const Database& file = written(run);
    EXPECT_EQ(file.ask("SELECT count(*) FROM findings_other"), "2");
}

TEST_F(FindingsGpkg, TakesHostileTextAsText) {
    RunResult run = sampleRun();
    run.findings[2].subject.name = "x'); DROP TABLE rules; --";
    run.findings[2].message = "bad \xff byte";
    const Database& file = written(run);
    EXPECT_EQ(file.ask("SELECT subject_name, message FROM findings_polygons"),
              "x'); DROP TABLE rules; --|bad \xef\xbf\xbd byte");
    EXPECT_EQ(file.ask("SELECT count(*) FROM rules"), "3");
}

TEST_F(FindingsGpkg, RefusesACoordinateSystemThatProjDoesNotKnow) {
    RunResult run = sampleRun();
    run.plan.crs = "EPSG:99999999";
    EXPECT_THROW(writeFindingsGpkg(m_folder / "findings.gpkg", run, "findings.gpkg"), Error);
}

TEST(FindingsGpkgOnAFullDisk, LeavesTheOldFileAndSaysSoWhereverTheDiskEnds) {
    const ScratchFolder folder;
    const auto target = folder / "findings.gpkg";
    tests::writeFile(target, "old");
    const RunResult run = largeRun();
    for (const rlim_t bytes :
         {rlim_t{0}, rlim_t{1000}, rlim_t{5000}, rlim_t{50000}, rlim_t{120000}, rlim_t{500000}, rlim_t{1000000}}) {
        EXPECT_EQ(publishWithLimit(target, run, bytes), 10) << bytes;
        EXPECT_EQ(readFile(target), "old") << bytes;
        EXPECT_EQ(folder.entries(), 1U) << bytes;
    }
    EXPECT_EQ(publishWithLimit(target, run, RLIM_INFINITY), 0);
    EXPECT_EQ(readFile(target).substr(0, 15), "SQLite format 3");
    EXPECT_EQ(folder.entries(), 1U);
}
