// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <QImage>

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

using namespace merestone::tests;

namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

ProgramResult drawn(const World& world, const std::string& file, std::vector<std::string> options = {}) {
    std::vector<std::string> arguments{"map", world.plan(), "-o", (world / file).string(), "--today", "2026-10-01"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return merestoneProgram(arguments);
}

/// How many pixels have a colour near to this one.
int pixelsLike(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            count += std::abs(here.red() - colour.red()) + std::abs(here.green() - colour.green()) +
                                 std::abs(here.blue() - colour.blue()) <
                             24
                         ? 1
                         : 0;
        }
    }
    return count;
}

const QColor kConflict(0xd5, 0x5e, 0x00);

} // namespace

TEST(Map, DrawsAPageWithItsFindings) {
    const World world(passingAndConflicting());
    const ProgramResult result = drawn(world, "map.png", {"--dpi", "100"});
    ASSERT_EQ(result.status, 0) << result.err;
    const QImage image(QString::fromStdString((world / "map.png").string()));
    EXPECT_EQ(image.size(), QSize(1169, 827)); // A4 at 100 dots an inch
    EXPECT_GT(pixelsLike(image, kConflict), 40);
}

TEST(Map, DrawsNoFindingsWhenNoneAreWanted) {
    const World world(passingAndConflicting());
    ASSERT_EQ(drawn(world, "map.png", {"--no-findings", "--width", "600"}).status, 0);
    const QImage image(QString::fromStdString((world / "map.png").string()));
    EXPECT_EQ(image.width(), 600);
    EXPECT_EQ(pixelsLike(image, kConflict), 0);
}

TEST(Map, GivesTheSameBytesEachTime) {
    const World world(passingAndConflicting());
    for (const char* ending : {".png", ".svg", ".pdf"}) {
        ASSERT_EQ(drawn(world, std::string("a") + ending).status, 0);
        ASSERT_EQ(drawn(world, std::string("b") + ending, {"--jobs", "1"}).status, 0);
        EXPECT_EQ(contentOf(world / (std::string("a") + ending)), contentOf(world / (std::string("b") + ending)))
            << ending;
    }
    EXPECT_EQ(contentOf(world / "a.pdf").substr(0, 5), "%PDF-");
    EXPECT_TRUE(contains(contentOf(world / "a.svg"), "<svg"));
}

TEST(Map, AScaledPageIsTrueToScale) {
    const World world(passingAndConflicting());
    ASSERT_EQ(drawn(world, "map.svg", {"--scale", "1:5,000", "--page", "a3"}).status, 0);
    const std::string svg = contentOf(world / "map.svg");
    EXPECT_TRUE(contains(svg, "width=\"420mm\"")) << svg.substr(0, 300);
    EXPECT_TRUE(contains(svg, "height=\"297mm\"")) << svg.substr(0, 300);
}

TEST(Map, SaysWhatIsTooSmallForThePaper) {
    const World world(passingAndConflicting());
    const ProgramResult result = drawn(world, "map.png", {"--scale", "1:100000"});
    EXPECT_EQ(result.status, 0);
    EXPECT_TRUE(contains(result.err, "smaller than 3 mm at 1:100,000")) << result.err;
    EXPECT_TRUE(isOneErrorLine(result.err));
    EXPECT_EQ(drawn(world, "map.png", {"--scale", "1:10000"}).err, "");
}

TEST(Map, ShowsOneFinding) {
    const World world(passingAndConflicting());
    const ProgramResult wrong = drawn(world, "map.png", {"--finding", "H1.density|sites:nobody"});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_TRUE(isOneErrorLine(wrong.err)) << wrong.err;
    EXPECT_TRUE(contains(wrong.err, "did you mean 'H1.density|sites:")) << wrong.err;
    EXPECT_FALSE(std::filesystem::exists(world / "map.png"));
    const std::size_t from = wrong.err.find("did you mean '") + 14;
    const std::string key = wrong.err.substr(from, wrong.err.find('\'', from) - from);
    ASSERT_EQ(drawn(world, "map.png", {"--finding", key, "--width", "800"}).status, 0);
    const QImage image(QString::fromStdString((world / "map.png").string()));
    EXPECT_GT(pixelsLike(image, kConflict), 100);
}

TEST(Map, RefusesWhatItCannotDoInOneLine) {
    const World world(passingSite());
    for (const std::vector<std::string>& options : {std::vector<std::string>{"--scale", "near"},
                                                    {"--bbox", "1,2,3"},
                                                    {"--bbox", "5,5,1,1"},
                                                    {"--width", "-3"},
                                                    {"--layer", "sitez"},
                                                    {"--theme", "pink"},
                                                    {"--today", "soon"},
                                                    {"--no-findings", "--finding", "x"}}) {
        const ProgramResult result = drawn(world, "map.png", options);
        EXPECT_EQ(result.status, 2) << options[0];
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    }
    EXPECT_EQ(drawn(world, "map.gif").status, 2);
    EXPECT_TRUE(contains(drawn(world, "nowhere/map.png").err, "nowhere/map.png"));
    EXPECT_EQ(merestoneProgram({"map", world.plan()}).status, 2);
}

TEST(Map, AFullDiskLeavesTheOldFile) {
    const World world(passingAndConflicting());
    ASSERT_EQ(drawn(world, "map.png").status, 0);
    const std::string before = contentOf(world / "map.png");
    ProgramSetting setting;
    setting.fileBytes = 4096;
    const ProgramResult result =
        merestoneProgram({"map", world.plan(), "-o", (world / "map.png").string(), "--theme", "dark"}, setting);
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_EQ(contentOf(world / "map.png"), before);
}

TEST(Map, DrawsAnEmptyPlanAndSaysSo) {
    const World world(passingSite());
    writeFile(
        world / "empty.yaml",
        "merestone: 1\nplan: {title: Nothing yet}\nlayers: {sites: {source: none.csv, wkt: shape, crs: EPSG:27700}}\n");
    writeFile(world / "none.csv", "id,shape\n");
    const ProgramResult result =
        merestoneProgram({"map", (world / "empty.yaml").string(), "-o", (world / "map.pdf").string()});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_TRUE(contains(result.err, "the map is empty")) << result.err;
}

TEST(Map, DrawsTheSampleInEveryTheme) {
    const World world(passingSite());
    const std::string folder = (world / "sample").string();
    ASSERT_EQ(otherProgram(MERESTONE_PYTHON, {MERESTONE_SAMPLE_MAKER, folder}).status, 0);
    for (const char* theme : {"light", "dark", "high-contrast"}) {
        const std::string file = (world / (std::string(theme) + ".png")).string();
        const ProgramResult result =
            merestoneProgram({"map", folder + "/plan.yaml", "-o", file, "--theme", theme, "--dpi", "100"});
        ASSERT_EQ(result.status, 0) << result.err;
        EXPECT_EQ(QImage(QString::fromStdString(file)).size(), QSize(1169, 827));
    }
}
