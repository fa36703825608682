// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace merestone::tests;

namespace {

std::vector<std::string> names(const std::filesystem::path& folder) {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        result.push_back(entry.path().filename().string());
    }
    std::sort(result.begin(), result.end());
    return result;
}

ProgramResult reported(const World& world, const std::string& file, const std::vector<std::string>& options = {},
                       const ProgramSetting& setting = {}) {
    std::vector<std::string> arguments{"report", world.plan(), "-o", (world / file).string(), "--today", "2026-10-01"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return merestoneProgram(arguments, setting);
}

/// What an independent reader has against a page, beside the JSON of a check of the same plan.
std::string complaints(const World& world, const std::string& file) {
    (void)merestoneProgram(
        {"check", world.plan(), "--today", "2026-10-01", "--format", "json", "-o", (world / "run.json").string()});
    return otherProgram(MERESTONE_PYTHON,
                        {MERESTONE_REPORT_CHECKER, (world / file).string(), (world / "run.json").string()})
        .out;
}

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

std::vector<Site> manySites(std::size_t count) {
    std::vector<Site> sites;
    for (std::size_t i = 0; i < count; ++i) {
        sites.push_back({"S" + std::to_string(i), "Site " + std::to_string(i), "12", static_cast<double>(i % 100) * 18,
                         static_cast<double>(i / 100) * 18});
    }
    return sites;
}

constexpr const char* kWaiver = R"(waivers:
  - {rule: H1.density, subject: S2, reason: "Corner site, agreed", by: "Steering group, minute 4", until: 2040-01-01}
)";

} // namespace

TEST(Report, HoldsEveryFindingAndIsWellMade) {
    const World world(passingAndConflicting());
    const ProgramResult result = reported(world, "report.html");
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_TRUE(contains(result.out, "report.html")) << result.out;
    EXPECT_TRUE(contains(result.out, "1 finding")) << result.out;
    EXPECT_EQ(complaints(world, "report.html"), "");
    const std::string page = readFile(world / "report.html");
    EXPECT_TRUE(contains(page, "to be confirmed"));
    EXPECT_TRUE(contains(page, "Sites are developed at no less than 40 dwellings per hectare."));
    EXPECT_TRUE(contains(page, "12 dwellings") || contains(page, "holds 12 homes"));
    EXPECT_EQ(names(world.folder()),
              (std::vector<std::string>{"area.geojson", "plan.yaml", "report.html", "run.json", "sites.geojson"}))
        << "something was left beside the report";
}

TEST(Report, SaysThatEverythingAgrees) {
    const World world(passingSite());
    ASSERT_EQ(reported(world, "report.html").status, 0);
    EXPECT_EQ(complaints(world, "report.html"), "");
    const std::string page = readFile(world / "report.html");
    EXPECT_TRUE(contains(page, "No policy conflict is open"));
    EXPECT_TRUE(contains(page, "Every rule that could be decided agrees."));
}

TEST(Report, TellsWaiversInASectionOfTheirOwn) {
    const World world(passingAndConflicting());
    world.append(kWaiver);
    ASSERT_EQ(reported(world, "report.html").status, 0);
    EXPECT_EQ(complaints(world, "report.html"), "");
    const std::string page = readFile(world / "report.html");
    const std::string section = page.substr(page.find("<section id=\"waived\""));
    EXPECT_TRUE(contains(section.substr(0, section.find("</section>")), "Steering group, minute 4"));
    EXPECT_FALSE(contains(page, "<article class=\"finding\"")) << "a waived conflict is told as an open one";
}

TEST(Report, TellsWhatHasChangedSinceARun) {
    const World world(passingAndConflicting());
    ASSERT_EQ(merestoneProgram({"check", world.plan(), "--format", "json", "-o", (world / "old.json").string()}).status,
              1);
    writeSites(world / "sites.geojson", {{"S2", "Corner site", "20", 300, 100}, {"S3", "New site", "5", 600, 100}},
               100.0);
    ASSERT_EQ(reported(world, "report.html", {"--baseline", (world / "old.json").string()}).status, 0);
    EXPECT_EQ(complaints(world, "report.html"), "");
    const std::string page = readFile(world / "report.html");
    EXPECT_TRUE(contains(page, "1 new, 1 changed")) << page.substr(page.find("id=\"since\""), 2000);
    EXPECT_TRUE(contains(page, "new since the earlier run"));
    EXPECT_TRUE(contains(page, "20 dwellings/ha, before: 12 dwellings/ha") || contains(page, "before: 12"));
}

TEST(Report, HostileTextsChangeNothingButTexts) {
    const std::string longName(100000, 'x');
    const std::vector<std::string> hostile{"<script>alert(1)</script>",
                                           "\"><img src=x onerror=alert(1)>",
                                           "' onmouseover='alert(1)",
                                           "</style></title><h1>",
                                           "javascript:alert(1)",
                                           "../../etc/passwd",
                                           "{{TITLE}}{{#VERDICT}}",
                                           "\xe2\x80\xae gnp.exe \xd8\xa7",
                                           "--><!--]]>",
                                           "&lt;b&gt;&amp;#60;",
                                           longName,
                                           "a\\u0000b"};
    std::vector<Site> harmless;
    std::vector<Site> sites;
    for (std::size_t i = 0; i < hostile.size(); ++i) {
        const double x = 100.0 + 150.0 * static_cast<double>(i);
        harmless.push_back({"S" + std::to_string(i), "Name " + std::to_string(i), "12", x, 100});
        sites.push_back({std::to_string(i) + hostile[i], hostile[i], "12", x, 100});
    }
    const World calm(harmless);
    const World world(sites);
    for (const World* each : {&calm, &world}) {
        each->edit("title: Homes per hectare", "title: \"Homes <b>per</b> hectare\"");
    }
    world.edit("document: Test Development Plan",
               "document: \"<script>document</script>\", url: \"https://example.org/'><script>alert(1)</script>\"");
    calm.edit("document: Test Development Plan", "document: Test Development Plan, url: \"https://example.org/\"");
    ASSERT_EQ(reported(calm, "report.html", {"--max-findings", "0"}).status, 0);
    const ProgramResult result = reported(world, "report.html", {"--max-findings", "0"});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(complaints(calm, "report.html"), "");
    EXPECT_EQ(otherProgram(MERESTONE_PYTHON, {MERESTONE_REPORT_CHECKER, (world / "report.html").string()}).out, "");
    EXPECT_EQ(otherProgram(MERESTONE_PYTHON, {MERESTONE_REPORT_CHECKER, "--same", (calm / "report.html").string(),
                                              (world / "report.html").string()})
                  .out,
              "");
    const std::string page = readFile(world / "report.html");
    EXPECT_TRUE(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_FALSE(contains(page, "\xe2\x80\xae")) << "text can be turned round";
}

TEST(Report, GivesTheSameBytesWithTheSameInput) {
    const World world(passingAndConflicting());
    ASSERT_EQ(reported(world, "a.html", {"--reproducible", "--jobs", "1"}).status, 0);
    ASSERT_EQ(reported(world, "b.html", {"--reproducible", "--jobs", "3"}).status, 0);
    EXPECT_EQ(readFile(world / "a.html"), readFile(world / "b.html"));
    EXPECT_FALSE(contains(readFile(world / "a.html"), "MiB"));
}

TEST(Report, TellsTheGravestOfTenThousandAndListsAll) {
    const World world(manySites(10000));
    const ProgramResult result = reported(world, "report.html", {"--pictures", "3"});
    ASSERT_EQ(result.status, 0) << result.err;
    const std::string page = readFile(world / "report.html");
    EXPECT_EQ(countOf(page, "<tr class=\"row\""), 10000U);
    EXPECT_EQ(countOf(page, "<article class=\"finding\""), 10U);
    EXPECT_TRUE(contains(page, "10 of 10000 findings are told one by one"));
    EXPECT_LT(page.size(), 16U << 20U);
    EXPECT_EQ(complaints(world, "report.html"), "");
    ASSERT_EQ(reported(world, "all.html", {"--pictures", "0", "--max-findings", "0"}).status, 0);
    EXPECT_EQ(countOf(readFile(world / "all.html"), "<article class=\"finding\""), 10000U);
}

#ifdef MERESTONE_MAPS
TEST(Report, ShowsAMapOfAllAndOneForEachFindingUpToANumber) {
    const World world(manySites(8));
    const ProgramResult result = reported(world, "report.html", {"--pictures", "5"});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.err, "");
    const std::string page = readFile(world / "report.html");
    EXPECT_EQ(countOf(page, "<img src=\"data:image/png;base64,iVBOR"), 6U);
    EXPECT_TRUE(contains(page, "5 have a map of their own")) << page.substr(page.find("id=\"findings\""), 400);
    EXPECT_TRUE(contains(result.out, "6 maps")) << result.out;
    ASSERT_EQ(reported(world, "none.html", {"--pictures", "0"}).status, 0);
    const std::string none = readFile(world / "none.html");
    EXPECT_EQ(countOf(none, "<img"), 0U);
    EXPECT_TRUE(contains(none, "This report was asked for without maps."));
    EXPECT_EQ(complaints(world, "none.html"), "");
}
#endif

TEST(Report, IsMadeWithoutMapsWhereTheProgramThatDrawsThemIsMissing) {
    const World world(passingAndConflicting());
    // A program alone in a folder, as it is installed without the viewer.
    const std::filesystem::path program = MERESTONE_PROGRAM;
    const std::filesystem::path commands = program.parent_path() / "merestone-commands.so";
    std::filesystem::create_directory(world / "bin");
    std::filesystem::copy_file(program, world / "bin/merestone");
    std::filesystem::copy_file(commands, world / "bin/merestone-commands.so");
    const ProgramResult result =
        otherProgram((world / "bin/merestone").string(),
                     {"report", world.plan(), "-o", (world / "report.html").string(), "--today", "2026-10-01"});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "without maps")) << result.err;
    EXPECT_TRUE(contains(readFile(world / "report.html"), "The maps are missing"));
    EXPECT_EQ(complaints(world, "report.html"), "");
}

TEST(Report, RefusesWhatItCannotDoInOneLine) {
    const World world(passingSite());
    std::filesystem::create_directory(world / "folder.html");
    for (const char* file : {"report.txt", "report", "nowhere/report.html", "folder.html"}) {
        const ProgramResult result = reported(world, file);
        EXPECT_EQ(result.status, 2) << file;
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
        EXPECT_TRUE(contains(result.err, file)) << result.err;
    }
    for (const std::vector<std::string>& options : {std::vector<std::string>{"--today", "soon"},
                                                    {"--policy", "H9"},
                                                    {"--rule", "H1.densty"},
                                                    {"--baseline", "gone.json"},
                                                    {"--pictures", "many"},
                                                    {"--max-findings", "-1"}}) {
        const ProgramResult result = reported(world, "report.html", options);
        EXPECT_EQ(result.status, 2) << options[0];
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    }
    EXPECT_FALSE(std::filesystem::exists(world / "report.html"));
}

TEST(Report, OnAFullDiskLeavesTheOldOne) {
    const World world(passingAndConflicting());
    writeFile(world / "report.html", "old");
    for (const long bytes : {0L, 500L, 4000L, 20000L}) {
        ProgramSetting setting;
        setting.fileBytes = bytes;
        const ProgramResult result = reported(world, "report.html", {}, setting);
        EXPECT_EQ(result.status, 2) << bytes;
        EXPECT_EQ(result.signal, 0) << bytes;
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
        EXPECT_EQ(readFile(world / "report.html"), "old");
    }
}

TEST(Report, KilledAtAnyMomentLeavesTheOldOneOrTheNewOne) {
    const World world(passingAndConflicting());
    writeFile(world / "report.html", "old");
    const std::vector<std::string> before = names(world.folder());
    for (const useconds_t microseconds : {2000U, 30000U, 80000U, 150000U, 250000U, 500000U}) {
        ProgramSetting setting;
        setting.meanwhile = [microseconds](pid_t program) {
            usleep(microseconds);
            kill(program, SIGKILL);
        };
        (void)reported(world, "report.html", {}, setting);
        const std::string now = readFile(world / "report.html");
        EXPECT_TRUE(now == "old" || contains(now, "</html>"));
    }
    EXPECT_EQ(reported(world, "report.html").status, 0);
    EXPECT_EQ(names(world.folder()), before) << "what was left by killed runs was not removed";
}

TEST(Report, IntoAFolderThatMayNotBeWrittenIsRefusedAtOnce) {
    const World world(passingSite());
    std::filesystem::create_directory(world / "closed");
    std::filesystem::permissions(world / "closed", std::filesystem::perms(0555));
    ProgramSetting setting;
    setting.unprivileged = true;
    const ProgramResult result = reported(world, "closed/report.html", {}, setting);
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(std::filesystem::is_empty(world / "closed"));
}
