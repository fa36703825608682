// SPDX-License-Identifier: MIT
// A run in tiles must say what a run in one piece says.
#include "engine/layers/sample_files.hpp"
#include "exchange/findings_json.hpp"
#include "plan/read_plan.hpp"
#include "rules/checker.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <sstream>

using namespace merestone;

namespace {

constexpr double kEast = 407000.0;
constexpr double kNorth = 284000.0;

const char* const kPlan = R"(merestone: 1
plan: {title: tiles}
layers:
  area: {source: area.gpkg, role: neighbourhood_area, id: ref}
  plots: {source: plots.gpkg, id: ref, complete: true}
  parks: {source: parks.DRIVER, id: ref, complete: true, accuracy: 2 m}
  shops: {source: shops.gpkg, id: ref}
policies:
  - id: P
    title: p
    rules:
      - {id: near, title: r, for: plots, measure: {d: {distance: parks, search: 400 m}}, require: "d <= 120"}
      - {id: share, title: r, for: plots, measure: {s: {share_of_count: plots, radius: 60 m, of: "dwellings > 3"}},
         require: "s <= 60"}
      - {id: pairs, title: r, for: plots, against: self, measure: {o: {overlap_area: other}}, require: "o <= 5"}
      - {id: some_pairs, title: r, for: plots, against: self, within: 15 m, where: "dwellings > 2",
         measure: {d: {distance: other}}, require: "d >= 10"}
      - {id: inside, title: r, for: plots, where: "dwellings > 0", measure: {a: {area_within: parks}},
         require: "a <= 20", needs: [small]}
      - {id: parks_shops, title: r, for: parks, measure: {n: {count_within: shops, radius: 90 m}}, require: "n <= 2"}
      - {id: blocked, title: r, for: shops, measure: {n: {count_within: plots, radius: 30 m}}, require: "n >= 1", needs: [near]}
      - {id: small, title: r, for: plots, measure: {a: {area: self}}, require: "a <= 100000"}
      - {id: all, title: r, for: plan, measure: {t: {total: shops, of: count}}, require: "t <= 10"}
)";

class TiledRuns : public ::testing::Test {
protected:
    std::mt19937 m_random{20260901};
    test::TempFolder m_folder;

    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(m_random()) / 4294967296.0;
    }

    std::string box(double x, double y, double width, double height) const {
        const auto at = [](double px, double py) { return std::to_string(px) + " " + std::to_string(py); };
        return "POLYGON((" + at(x, y) + "," + at(x + width, y) + "," + at(x + width, y + height) + "," +
               at(x, y + height) + "," + at(x, y) + "))";
    }

    /// Plots that overlap here and there; some large, some without a shape, a bow-tie, two with one id.
    void writePlots() {
        std::vector<test::SampleRow> rows;
        for (int i = 0; i < 900; ++i) {
            const double side = i % 90 == 0 ? 180.0 : between(8, 30);
            rows.push_back({box(kEast + between(0, 1500), kNorth + between(0, 1000), side, between(8, 30)),
                            "P" + std::to_string(i % 450 == 7 ? 7 : i), static_cast<int>(m_random() % 6), 1.0, ""});
        }
        rows[20].dwellings.reset();
        rows[40].wkt.clear();
        rows[41].wkt.clear();
        rows[60].wkt = "POLYGON((407700 284500,407720 284520,407720 284500,407700 284520,407700 284500))";
        rows[61].wkt = "POLYGON((407100 284100,407120 284120,407120 284100,407100 284120,407100 284100))";
        test::writeSample(m_folder / "plots.gpkg", "GPKG", rows);
    }
    void writeOthers(const std::string& driver, const std::string& extension) {
        std::vector<test::SampleRow> parks;
        std::vector<test::SampleRow> shops;
        for (int i = 0; i < 25; ++i) {
            parks.push_back(
                {box(kEast + between(-300, 1700), kNorth + between(-300, 1300), between(20, 300), between(20, 120)),
                 "G" + std::to_string(i), 1, 1.0, ""});
        }
        parks.push_back({"POLYGON((409500 285900,409520 285920,409520 285900,409500 285920,409500 285900))", "FAR", 1,
                         1.0, ""}); // nobody looks at it, and it is invalid
        for (int i = 0; i < 150; ++i) {
            shops.push_back({"POINT(" + std::to_string(kEast + between(0, 1500)) + " " +
                                 std::to_string(kNorth + between(0, 1000)) + ")",
                             "S" + std::to_string(i), 1, 1.0, ""});
        }
        test::writeSample(m_folder / ("parks." + extension), driver.c_str(), parks);
        test::writeSample(m_folder / "shops.gpkg", "GPKG", shops);
        test::writeSample(m_folder / "area.gpkg", "GPKG",
                          {{box(kEast + 200, kNorth + 150, 900, 600), "A", 1, 1.0, ""}});
    }
    void writeWorld(const std::string& driver = "GPKG", const std::string& extension = "gpkg") {
        writePlots();
        writeOthers(driver, extension);
        std::string plan = kPlan;
        plan.replace(plan.find("DRIVER"), 6, extension);
        test::writeText(m_folder / "plan.yaml", plan);
    }
    RunResult run(Scope scope, std::size_t mostFeatures) {
        CheckOptions options;
        options.scope = scope;
        options.today = "2026-01-01";
        options.listAll = true;
        options.memoryMebibytes = mostFeatures == 0 ? 0 : 1024;
        options.mostFeaturesATile = mostFeatures;
        Checker checker(readPlan(m_folder / "plan.yaml", {}), options);
        checker.load({});
        return checker.run({});
    }
};

/// Everything that a run says but time, memory, the words of notes and, in an area, how much was read round it; sums of
/// figures to nine digits.
std::string said(RunResult run, Scope scope) {
    run.seconds = std::nan("");
    run.peakMebibytes = std::nan("");
    for (InputSummary& input : run.inputs) {
        input.notes.clear();
        input.features = scope == Scope::everything ? input.features : 0;
    }
    for (RuleResult& rule : run.rules) {
        for (Statistic& statistic : rule.statistics) {
            char digits[40];
            std::snprintf(digits, sizeof digits, "%.9g", statistic.sum);
            statistic.sum = std::stod(digits);
        }
    }
    std::ostringstream out;
    writeJson(out, run);
    return out.str();
}

TEST_F(TiledRuns, SayWhatARunInOnePieceSays) {
    writeWorld();
    for (const Scope scope : {Scope::everything, Scope::area}) {
        const RunResult whole = run(scope, 0);
        ASSERT_GT(whole.findings.size(), 500U);
        const std::string expected = said(whole, scope);
        for (const std::size_t most : {100000, 700, 300, 120}) {
            EXPECT_EQ(said(run(scope, most), scope), expected) << most << " features a tile at the most";
        }
    }
}

/// Some plots lie in the area and reach far out of it; what lies round them there counts as well.
TEST_F(TiledRuns, AnAreaSaysOfItsSubjectsWhatTheWholeSays) {
    writeWorld();
    std::map<std::string, const Finding*> all;
    const RunResult whole = run(Scope::everything, 0);
    for (const Finding& finding : whole.findings) {
        all[finding.key] = &finding;
    }
    std::size_t compared = 0;
    for (const Finding& finding : run(Scope::area, 0).findings) {
        if (finding.rule == "pairs" || finding.rule == "some_pairs" || finding.policy == "data") {
            continue; // under its other member, when the first is outside
        }
        ASSERT_TRUE(all.count(finding.key) > 0) << finding.key;
        const Finding& same = *all[finding.key];
        EXPECT_EQ(finding.verdict, same.verdict) << finding.key;
        EXPECT_EQ(finding.message, same.message) << finding.key;
        EXPECT_EQ(finding.evidenceWkb, same.evidenceWkb) << finding.key;
        ++compared;
    }
    EXPECT_GT(compared, 1000U);
}

TEST_F(TiledRuns, CutFlatGeobufAndShapefilesToo) {
    for (const auto& [driver, extension] : {std::pair("FlatGeobuf", "fgb"), std::pair("ESRI Shapefile", "shp")}) {
        writeWorld(driver, extension);
        EXPECT_EQ(said(run(Scope::everything, 200), Scope::everything),
                  said(run(Scope::everything, 0), Scope::everything))
            << driver;
    }
}

TEST_F(TiledRuns, TellTheNotesOfASourceOnce) {
    writeWorld();
    const RunResult tiled = run(Scope::everything, 120);
    for (const InputSummary& input : tiled.inputs) {
        if (input.layer == "plots") {
            EXPECT_EQ(input.features, 900U);
            EXPECT_EQ(input.invalid, 2U);
            const auto about = std::count_if(input.notes.begin(), input.notes.end(), [](const std::string& note) {
                return note.find("invalid shape") != std::string::npos;
            });
            EXPECT_EQ(about, 1);
        }
    }
}

TEST_F(TiledRuns, StopWhenAsked) {
    writeWorld();
    CheckOptions options;
    options.memoryMebibytes = 1024;
    options.mostFeaturesATile = 50;
    Checker checker(readPlan(m_folder / "plan.yaml", {}), options);
    checker.load({});
    RunContext context;
    std::stop_source source;
    context.stop = source.get_token();
    context.progress = [&source](std::string_view what, double) {
        if (what.find("tile 2") != std::string_view::npos) {
            source.request_stop();
        }
    };
    EXPECT_THROW((void)checker.run(context), Error);
}

} // namespace
