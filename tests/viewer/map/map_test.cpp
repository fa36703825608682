// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"
#include "viewer/base_map/made_raster.hpp"

#include <QImage>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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

namespace {

/// Draws a batch into the folder "pictures" of the world.
ProgramResult batch(const World& world, const std::string& request, const ProgramSetting& setting = {}) {
    std::filesystem::create_directory(world / "pictures");
    writeFile(world / "request.json", request);
    return merestoneProgram({"map", world.plan(), "--batch", (world / "request.json").string(), "-o",
                             (world / "pictures").string(), "--today", "2026-10-01"},
                            setting);
}

const std::string kConflictKey = "H1.density|sites:S2";

} // namespace

TEST(Map, CutsNamesThatNobodyReads) {
    const World world(
        {{"S2", std::string(100000, 'x'), "12", 100, 100}, {std::string(100000, 'y'), "", "12", 400, 100}});
    const ProgramResult result = drawn(world, "map.png", {"--width", "600", "--finding", kConflictKey});
    EXPECT_EQ(result.status, 0) << result.err;
}

TEST(MapBatch, DrawsEachPictureAndTellsWhatItShows) {
    const World world(passingAndConflicting());
    const ProgramResult result = batch(world, R"({"pictures": [
        {"file": "all.png", "width": 300, "height": 200, "ratio": 2},
        {"file": "conflict.png", "width": 300, "height": 200, "finding": ")" +
                                                  kConflictKey + R"("},
        {"file": "sheet.svg", "width": 600, "height": 400, "furniture": true},
        {"file": "corner.png", "width": 300, "height": 300, "box": [407000, 283000, 407100, 283100]}]})");
    ASSERT_EQ(result.status, 0) << result.err;
    const QImage all(QString::fromStdString((world / "pictures/all.png").string()));
    EXPECT_EQ(all.size(), QSize(600, 400));
    const QImage conflict(QString::fromStdString((world / "pictures/conflict.png").string()));
    EXPECT_EQ(conflict.size(), QSize(300, 200));
    EXPECT_GT(pixelsLike(conflict, kConflict), 40);
    EXPECT_TRUE(contains(contentOf(world / "pictures/sheet.svg"), "<svg"));
    const auto told = nlohmann::json::parse(result.out)["pictures"];
    ASSERT_EQ(told.size(), 4U);
    EXPECT_EQ(told[1]["file"], "conflict.png");
    EXPECT_EQ(told[0]["map"], nlohmann::json({0, 0, 300, 200}));
    EXPECT_LT(told[2]["map"][2], 600) << "the furniture takes room";
    EXPECT_NEAR(told[3]["box"][0].get<double>(), 407000, 0.001);
    EXPECT_NEAR(told[3]["box"][3].get<double>(), 283100, 0.001);
}

TEST(MapBatch, TakesFindingsFromARun) {
    const World world(passingAndConflicting());
    ASSERT_EQ(merestoneProgram({"check", world.plan(), "--format", "json", "-o", (world / "run.json").string()}).status,
              1);
    std::string run = contentOf(world / "run.json");
    const std::string renamed = "H1.density|sites:other";
    for (std::size_t at = run.find(kConflictKey); at != std::string::npos; at = run.find(kConflictKey)) {
        run.replace(at, kConflictKey.size(), renamed); // a key that no check of this plan gives
    }
    writeFile(world / "run.json", run);
    const ProgramResult result = batch(world, R"({"run": "run.json", "pictures": [{"file": "a.png", "width": 200,
        "height": 200, "finding": ")" + renamed + R"("}]})");
    EXPECT_EQ(result.status, 0) << result.err;
}

TEST(MapBatch, FewColoursKeepTheMarker) {
    const World world(passingAndConflicting());
    ASSERT_EQ(batch(world, R"({"pictures": [
        {"file": "many.png", "width": 900, "height": 600, "finding": ")" +
                               kConflictKey + R"("},
        {"file": "few.png", "width": 900, "height": 600, "colours": 16, "finding": ")" +
                               kConflictKey + R"("}]})")
                  .status,
              0);
    const QImage few(QString::fromStdString((world / "pictures/few.png").string()));
    EXPECT_LE(few.colorTable().size(), 16);
    const QImage many(QString::fromStdString((world / "pictures/many.png").string()));
    EXPECT_GT(pixelsLike(few, kConflict), pixelsLike(many, kConflict) / 2);
    EXPECT_LT(std::filesystem::file_size(world / "pictures/few.png"),
              std::filesystem::file_size(world / "pictures/many.png"));
}

TEST(MapBatch, GivesTheSameBytesWithAnyNumberOfThreads) {
    const World world(passingAndConflicting());
    const std::string request = R"({"pictures": [{"file": "a.png", "width": 400, "height": 300, "colours": 64},
        {"file": "b.png", "width": 400, "height": 300, "finding": ")" +
                                kConflictKey + R"("}]})";
    ASSERT_EQ(batch(world, request).status, 0);
    const std::string first = contentOf(world / "pictures/a.png") + contentOf(world / "pictures/b.png");
    ASSERT_EQ(merestoneProgram({"map", world.plan(), "--batch", (world / "request.json").string(), "-o",
                                (world / "pictures").string(), "--jobs", "1"})
                  .status,
              0);
    EXPECT_EQ(contentOf(world / "pictures/a.png") + contentOf(world / "pictures/b.png"), first);
}

TEST(MapBatch, RefusesAWrongRequestInOneLineThatNamesThePlace) {
    const World world(passingSite());
    const std::string good = R"("file": "a.png", "width": 100, "height": 100)";
    for (const std::string& picture :
         {std::string(R"("width": 100, "height": 100)"), std::string(R"("file": "../a.png", "width": 9, "height": 9)"),
          std::string(R"("file": ".a.png", "width": 9, "height": 9)"),
          std::string(R"("file": "a.gif", "width": 9, "height": 9)"), std::string(R"("file": "a.png", "width": 9)"),
          std::string(R"("file": "a.png", "width": 1e9, "height": 9)"), good + R"(, "ratio": "two")",
          good + R"(, "box": [5, 5, 1, 1])", good + R"(, "colours": 1)", good + R"(, "findings": "x")",
          good + R"(, "furniture": 1)"}) {
        const ProgramResult result = batch(world, R"({"pictures": [{)" + picture + "}]}");
        EXPECT_EQ(result.status, 2) << picture;
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
        EXPECT_TRUE(contains(result.err, "request.json: /pictures/0")) << result.err;
    }
    for (const char* request : {"", "[]", "{}", R"({"pictures": {}})", R"({"pictures": [1]})",
                                R"({"pictures": [{"file": "a.png", "width": 9, "height": 9, "finding": "none"}]})",
                                R"({"run": "gone.json", "pictures": []})"}) {
        const ProgramResult result = batch(world, request);
        EXPECT_EQ(result.status, 2) << request;
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    }
    EXPECT_EQ(merestoneProgram({"map", world.plan(), "--batch", (world / "request.json").string(), "-o",
                                (world / "pictures").string(), "--plain"})
                  .status,
              2);
}

TEST(MapBatch, AFullDiskIsToldAndLeavesNoHalfPicture) {
    const World world(passingAndConflicting());
    ProgramSetting setting;
    setting.fileBytes = 300;
    const ProgramResult result =
        batch(world, R"({"pictures": [{"file": "a.png", "width": 400, "height": 300}]})", setting);
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(std::filesystem::is_empty(world / "pictures"));
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

namespace {

/// A picture in pure blue of all that the plan is about, and more.
std::string bluePicture(const World& world, double west = 406000) {
    merestone::map::testing_support::MadeRaster made;
    made.west = west;
    made.north = 286000;
    made.pixel = 100;
    made.value = [](int band, int, int) { return band == 3 ? 255 : 0; };
    merestone::map::testing_support::writeTiff(world / "blue.tif", made);
    return (world / "blue.tif").string();
}

int bluest(const QImage& image) {
    int most = 0;
    for (int y = 0; y < image.height(); y += 5) {
        for (int x = 0; x < image.width(); x += 5) {
            most = std::max(most, image.pixelColor(x, y).blue() - image.pixelColor(x, y).red());
        }
    }
    return most;
}

} // namespace

TEST(MapBase, LaysAPictureBeneathThePlanInEveryFormat) {
    const World world(passingSite());
    const std::vector<std::string> base{"--base", bluePicture(world), "--base-licence", "Somebody 2026", "--dpi", "60"};
    ASSERT_EQ(drawn(world, "without.png", {"--dpi", "60"}).status, 0);
    const ProgramResult result = drawn(world, "with.png", base);
    ASSERT_EQ(result.status, 0) << result.err;
    const QImage with(QString::fromStdString((world / "with.png").string()));
    const QImage without(QString::fromStdString((world / "without.png").string()));
    EXPECT_GT(bluest(with), bluest(without) + 60);
    EXPECT_NE(with.copy(0, with.height() - 30, 300, 30), without.copy(0, with.height() - 30, 300, 30)) << "the licence";
    for (const char* file : {"with.svg", "with.pdf"}) {
        ASSERT_EQ(drawn(world, file, {"--no-findings"}).status, 0);
        const auto plain = std::filesystem::file_size(world / file);
        ASSERT_EQ(drawn(world, file, {"--no-findings", "--base", base[1]}).status, 0);
        EXPECT_NE(std::filesystem::file_size(world / file), plain) << file;
    }
    EXPECT_TRUE(contains(contentOf(world / "with.svg"), "<image")) << "one picture, and the rest are shapes";
}

TEST(MapBase, LiesBeneathEachPictureOfABatch) {
    const World world(passingSite());
    writeFile(world / "request.json", R"({"pictures": [{"file": "a.png", "width": 200, "height": 150}]})");
    std::filesystem::create_directory(world / "pictures");
    const ProgramResult result = merestoneProgram({"map", world.plan(), "--batch", (world / "request.json").string(),
                                                   "-o", (world / "pictures").string(), "--base", bluePicture(world)});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_GT(bluest(QImage(QString::fromStdString((world / "pictures/a.png").string()))), 100);
}

TEST(MapBase, SaysInOneLineWhatIsWrongWithThePicture) {
    const World world(passingSite());
    const auto fails = [&](const std::vector<std::string>& options, const std::string& part) {
        const ProgramResult result = drawn(world, "map.png", options);
        EXPECT_EQ(result.status, 2);
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
        EXPECT_TRUE(contains(result.err, part)) << result.err;
        EXPECT_FALSE(std::filesystem::exists(world / "map.png"));
    };
    fails({"--base", (world / "gone.tif").string()}, "gone.tif: there is no such file");
    fails({"--base", world.plan()}, "a base map is a GeoTIFF");
    fails({"--base", bluePicture(world, 206000)}, "km to the west of it");
    fails({"--base-licence", "Somebody"}, "--base");
    const std::string cut = bluePicture(world);
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
    fails({"--base", cut}, "blue.tif: it cannot be read");
}
