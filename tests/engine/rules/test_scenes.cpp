// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "rules/scene_columns.hpp"
#include "rules/scene_file.hpp"
#include "rules/scene_runner.hpp"
#include "rules/scene_world.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace merestone {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPack = R"(
pack: parks
title: Parks
owner: Tests
version: "1"
rules:
  - id: near
    title: Homes are near a park
    resident: A park near every home.
    explanation: The straight line from edge to edge.
    catalogue: [C10]
    layers:
      park: {help: Parks}
    parameters:
      within: {default: 100 m, help: Largest distance}
    measure:
      nearest_park: {distance: park}
    require: "nearest_park <= within"
    severity: should
    source: {document: None, clause: none, confirmed: false}
    message: "{name} is {nearest_park} from a park"
    advice: "Make a park."
)";

/// A home 60 m and one 150 m from a park, and what they are expected to get.
std::string scenes(const std::string& expectations, const std::string& more = {}) {
    return "scenes: parks/near\n"
           "cases:\n"
           "  - name: two homes\n"
           "    layers:\n"
           "      homes:\n"
           "        complete: true\n"
           "        features:\n"
           "          - {id: A, wkt: \"POINT(60 0)\"}\n"
           "          - {id: B, wkt: \"POINT(150 0)\"}\n"
           "      parks:\n"
           "        complete: true\n"
           "        features:\n"
           "          - {id: P, wkt: \"POINT(0 0)\"}\n"
           "    for: homes\n"
           "    bind: {park: parks}\n" +
           more + expectations;
}

class Scenes : public testing::Test {
protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("merestone_scenes_" + std::to_string(::getpid()) + "_" +
                                                testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(m_folder);
        fs::create_directories(m_folder / "scenes");
    }
    void TearDown() override { fs::remove_all(m_folder); }

    fs::path write(const std::string& name, const std::string& text) {
        const fs::path file = m_folder / name;
        std::ofstream(file) << text;
        return file;
    }
    /// Runs one file of scenes of the pack above.
    SceneReport runText(const std::string& text) {
        return runScenes({write("scenes/near.yaml", text)}, {parsePack(kPack, m_folder / "parks.yaml")}, {},
                         RunContext{});
    }

    fs::path m_folder;
};

bool mentions(const SceneReport& report, const std::string& text) {
    return std::any_of(report.lines.begin(), report.lines.end(),
                       [&text](const std::string& line) { return line.find(text) != std::string::npos; });
}

/// The packs that the project ships, and their folder.
fs::path shippedPacks() {
    return MERESTONE_PLUGINS; // __FILE__ may be relative
}

TEST(ShippedPacks, AgreeWithAllTheirScenes) {
    const std::vector<Pack> packs = loadPacks({shippedPacks()});
    const std::vector<Standards> standards = loadStandards({shippedPacks()}, packs);
    const SceneReport report = runScenes({shippedPacks()}, packs, standards, RunContext{});
    for (const std::string& line : report.lines) {
        ADD_FAILURE() << line;
    }
    EXPECT_EQ(report.failures, 0U);
    EXPECT_GE(report.cases, 160U);
}

TEST_F(Scenes, RightExpectationsGiveNoLine) {
    const SceneReport report = runText(scenes("    expect: {A: pass, B: fail}\n    measured: {A: 60, B: 150}\n"));
    EXPECT_EQ(report.cases, 1U);
    EXPECT_EQ(report.failures, 0U);
    EXPECT_TRUE(report.lines.empty());
}

TEST_F(Scenes, AWrongVerdictIsNamedAtItsPlace) {
    const SceneReport report = runText(scenes("    expect: {A: fail, B: fail}\n"));
    EXPECT_EQ(report.failures, 1U);
    ASSERT_EQ(report.lines.size(), 1U);
    EXPECT_NE(report.lines[0].find("near.yaml:16:17: case 'two homes', A: expected fail, got pass (measured 60 m)"),
              std::string::npos)
        << report.lines[0];
}

TEST_F(Scenes, AWrongFigureIsADifference) {
    const SceneReport report = runText(scenes("    expect: {A: pass, B: fail}\n    measured: {B: 151}\n"));
    EXPECT_EQ(report.failures, 1U);
    EXPECT_TRUE(mentions(report, "B: expected a measured value of 151, got 150 m"));
}

TEST_F(Scenes, AFigureWhereNoneIsExpectedIsADifference) {
    const SceneReport report = runText(scenes("    expect: {A: pass, B: fail}\n    measured: {B: none}\n"));
    EXPECT_EQ(report.failures, 1U);
    EXPECT_TRUE(mentions(report, "B: expected no measured value, got 150 m"));
    const SceneReport unknown = runText(scenes("    expect: {A: pass, B: fail}\n    measured: {B: few}\n"));
    EXPECT_TRUE(mentions(unknown, "a measured value must be a number, in the unit of the finding, or 'none'"));
}

TEST_F(Scenes, AMessageHoldsTheTextThatIsExpected) {
    const std::string expect = "    expect: {A: pass, B: fail}\n    message: ";
    EXPECT_TRUE(runText(scenes(expect + "{B: \"is 150 m from\"}\n")).lines.empty());
    const SceneReport other = runText(scenes(expect + "{B: is 15 m from}\n"));
    EXPECT_TRUE(
        mentions(other, "B: expected a message with 'is 15 m from', got 'B is 150 m from a park. Make a park.'"));
    EXPECT_TRUE(mentions(runText(scenes(expect + "{A: is}\n")), "A: expected a message with 'is', got 'A: Homes"));
    EXPECT_TRUE(mentions(runText(scenes(expect + "{Z: is}\n")), "a message is given for 'Z', which 'expect' does not"));
    EXPECT_TRUE(mentions(runText(scenes(expect + "{B: [is]}\n")), "'message' must be a text"));
}

TEST_F(Scenes, AConflictThatNobodyExpectedIsADifference) {
    const SceneReport report = runText(scenes("    expect: {A: pass}\n"));
    EXPECT_EQ(report.failures, 1U);
    EXPECT_TRUE(mentions(report, "B: not named in 'expect', got fail"));
}

TEST_F(Scenes, ASubjectThatDoesNotExistIsADifference) {
    const SceneReport report = runText(scenes("    expect: {A: pass, B: fail, C: pass}\n"));
    EXPECT_TRUE(mentions(report, "C: expected pass, got no result"));
}

TEST_F(Scenes, ParametersReachTheRule) {
    const SceneReport report = runText(scenes("    expect: {A: pass, B: pass}\n", "    with: {within: 150 m}\n"));
    EXPECT_TRUE(report.lines.empty()) << report.lines.front();
}

TEST_F(Scenes, AnUnknownParameterIsReportedAtTheCase) {
    const SceneReport report = runText(scenes("    expect: {A: pass, B: fail}\n", "    with: {witin: 150 m}\n"));
    EXPECT_EQ(report.failures, 1U);
    EXPECT_TRUE(mentions(report, "near.yaml:3:5: case 'two homes'"));
    EXPECT_TRUE(mentions(report, "within"));
}

TEST_F(Scenes, ABadShapeIsReportedAtItsPlace) {
    std::string text = scenes("    expect: {A: pass, B: fail}\n");
    text.replace(text.find("POINT(60 0)"), 11, "POINT(60 zero)");
    const SceneReport report = runText(text);
    EXPECT_EQ(report.failures, 1U);
    EXPECT_TRUE(mentions(report, "near.yaml:8:26"));
}

TEST_F(Scenes, AFeatureWithoutAShapeCannotBeTold) {
    std::string text = scenes("    expect: {A: pass, B: cannot_tell}\n");
    text.replace(text.find(", wkt: \"POINT(150 0)\""), 21, "");
    EXPECT_TRUE(runText(text).lines.empty());
}

TEST_F(Scenes, AllMistakesOfAFileComeInOneGo) {
    const SceneReport report = runText("scenes: parks/near\ncases:\n  - nam: x\n    expect: {A: fial}\n");
    EXPECT_EQ(report.failures, 1U);
    EXPECT_TRUE(mentions(report, "unknown key 'nam'"));
    EXPECT_TRUE(mentions(report, "did you mean 'name'?"));
    EXPECT_TRUE(mentions(report, "'layers' must map"));
    EXPECT_TRUE(mentions(report, "'fial' is no verdict; did you mean 'fail'?"));
}

TEST_F(Scenes, AFileThatHoldsNoScenesIsAnErrorWhenItIsNamed) {
    EXPECT_TRUE(mentions(runText("pack: parks\n"), "'scenes' is missing"));
    EXPECT_EQ(runText("").failures, 1U);
    EXPECT_EQ(runText("scenes: [").failures, 1U);
}

TEST_F(Scenes, AFolderIsSearchedForScenesAndItsPacksAreCompared) {
    const fs::path packFile = write("parks.yaml", kPack);
    write("scenes/near.yaml", scenes("    expect: {A: pass, B: fail}\n"));
    const SceneReport report = runScenes({m_folder}, {parsePack(kPack, packFile)}, {}, RunContext{});
    EXPECT_EQ(report.cases, 1U);
    EXPECT_EQ(report.failures, 1U);
    ASSERT_EQ(report.lines.size(), 1U);
    EXPECT_NE(report.lines[0].find("rule 'parks/near' has no scene that expects cannot_tell"), std::string::npos);
}

TEST_F(Scenes, PacksOutsideTheFoldersAreNotAskedForScenes) {
    write("scenes/near.yaml", scenes("    expect: {A: pass, B: fail}\n"));
    const SceneReport report =
        runScenes({m_folder / "scenes"}, {parsePack(kPack, m_folder / "parks.yaml")}, {}, RunContext{});
    EXPECT_EQ(report.failures, 0U);
}

TEST_F(Scenes, AnExpectationThatIsNotMetDoesNotCountAsShown) {
    const fs::path packFile = write("parks.yaml", kPack);
    write("scenes/near.yaml", scenes("    expect: {A: cannot_tell, B: fail}\n"));
    const SceneReport report = runScenes({m_folder}, {parsePack(kPack, packFile)}, {}, RunContext{});
    EXPECT_TRUE(mentions(report, "no scene that expects cannot_tell"));
    EXPECT_TRUE(mentions(report, "no scene that expects pass"));
}

TEST_F(Scenes, APathThatDoesNotExistIsRefused) {
    try {
        (void)runScenes({m_folder / "nowhere"}, {}, {}, RunContext{});
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::input);
    }
}

TEST_F(Scenes, AStoppedRunEnds) {
    std::stop_source stop;
    stop.request_stop();
    RunContext context;
    context.stop = stop.get_token();
    const fs::path file = write("scenes/near.yaml", scenes("    expect: {A: pass, B: fail}\n"));
    try {
        (void)runScenes({file}, {parsePack(kPack, m_folder / "parks.yaml")}, {}, context);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cancelled);
    }
}

SceneLayer layerWith(const std::string& features, const std::string& fields = {}) {
    const std::string text =
        "scenes: a/b\ncases:\n  - name: x\n    expect: pass\n    layers:\n      l:\n        features: " + features +
        "\n" + fields;
    return parseScenes(text, "x.yaml").cases.at(0).layers.at(0);
}

TEST(SceneColumns, TakeTheirTypeFromAllValues) {
    const std::vector<Column> columns = sceneColumns(layerWith(
        "[{id: A, n: 1, r: 1, f: true, d: 2026-09-01, t: x}, {n: 2, r: 2.5, f: null, d: 2026-09-02, t: \"2\"}]"));
    ASSERT_EQ(columns.size(), 6U);
    EXPECT_EQ(columns[0].name, "id");
    EXPECT_EQ(columns[0].text(0), "A");
    EXPECT_TRUE(columns[0].isNull(1));
    EXPECT_EQ(columns[1].type, ColumnType::integer);
    EXPECT_EQ(columns[2].type, ColumnType::real);
    EXPECT_EQ(columns[2].numbers[1], 2.5);
    EXPECT_EQ(columns[3].type, ColumnType::boolean);
    EXPECT_TRUE(columns[3].isNull(1));
    EXPECT_EQ(columns[4].type, ColumnType::date);
    EXPECT_EQ(columns[5].type, ColumnType::text);
    EXPECT_EQ(columns[5].text(1), "2");
}

TEST(SceneColumns, AKeyThatAFeatureLacksIsNull) {
    const std::vector<Column> columns = sceneColumns(layerWith("[{id: A}, {id: B, n: 7}]"));
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_TRUE(columns[1].isNull(0));
    EXPECT_EQ(columns[1].numbers[1], 7.0);
}

TEST(SceneColumns, DeclaredFieldsNeedNoValues) {
    const std::vector<Column> columns =
        sceneColumns(layerWith("[{id: A, n: null}]", "        fields: {n: number, zone: text}\n"));
    ASSERT_EQ(columns.size(), 3U);
    EXPECT_EQ(columns[1].type, ColumnType::real);
    EXPECT_TRUE(std::isnan(columns[1].numbers[0]));
    EXPECT_EQ(columns[2].type, ColumnType::text);
}

TEST(SceneColumns, MixedOrWhollyUnknownValuesAreRefused) {
    EXPECT_THROW((void)sceneColumns(layerWith("[{n: 1}, {n: one}]")), Error);
    EXPECT_THROW((void)sceneColumns(layerWith("[{n: null}, {id: B}]")), Error);
    EXPECT_THROW((void)sceneColumns(layerWith("[{n: 1}]", "        fields: {n: text}\n")), Error);
}

TEST(ScenePlan, IsThePlanThatAPersonWouldWrite) {
    const SceneFile file =
        parseScenes(scenes("    expect: {A: pass}\n", "    with: {within: 150 m, note: \"a: 'b'\"}\n"), "near.yaml");
    const std::string text = scenePlanText(file, file.cases.at(0));
    EXPECT_NE(text.find("\"homes\": {source: scene.geojson, id: id, \"complete\": true}"), std::string::npos) << text;
    EXPECT_NE(text.find("use: \"parks/near\""), std::string::npos);
    EXPECT_NE(text.find("layers: {\"park\": parks}"), std::string::npos);
    EXPECT_NE(text.find("with: {\"within\": 150 m, \"note\": \"a: 'b'\"}"), std::string::npos);
}

} // namespace
} // namespace merestone
