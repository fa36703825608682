// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>

using namespace merestone::tests;

namespace {

ProgramResult printed(const World& world, const std::string& file, const ProgramSetting& setting = {}) {
    return merestoneProgram({"report", world.plan(), "-o", (world / file).string(), "--today", "2026-10-01",
                             "--pictures", "1", "--reproducible"},
                            setting);
}

bool hasWeasyPrint() {
    return std::filesystem::exists("/usr/bin/weasyprint");
}

} // namespace

TEST(ReportPdf, IsTaggedWithBookmarksAndFontsInIt) {
    if (!hasWeasyPrint()) {
        GTEST_SKIP() << "weasyprint is not installed";
    }
    const World world(passingAndConflicting());
    const ProgramResult result = printed(world, "report.pdf");
    ASSERT_EQ(result.status, 0) << result.err;
    const std::string file = (world / "report.pdf").string();
    const std::string facts = otherProgram("/usr/bin/pdfinfo", {file}).out;
    EXPECT_TRUE(contains(facts, "Tagged:          yes")) << facts;
    EXPECT_TRUE(contains(facts, "Title:           Test Neighbourhood Plan")) << facts;
    EXPECT_TRUE(contains(facts, "A4")) << facts;
    const std::string fonts = otherProgram("/usr/bin/pdffonts", {file}).out;
    EXPECT_FALSE(contains(fonts, " no  ")) << "a font is not in the file:\n" << fonts;
    const std::string text = otherProgram("/usr/bin/pdftotext", {"-layout", file, "-"}).out;
    EXPECT_TRUE(contains(text, "Page 1 of ")) << text.substr(0, 3000);
    EXPECT_TRUE(contains(text, "holds 12 homes")) << text.substr(0, 3000);
    EXPECT_TRUE(contains(readFile(file), "/Outlines"));
}

TEST(ReportPdf, GivesTheSameBytesWithTheSameInput) {
    if (!hasWeasyPrint()) {
        GTEST_SKIP() << "weasyprint is not installed";
    }
    const World world(passingAndConflicting());
    ASSERT_EQ(printed(world, "a.pdf").status, 0);
    ASSERT_EQ(printed(world, "b.pdf").status, 0);
    EXPECT_TRUE(readFile(world / "a.pdf") == readFile(world / "b.pdf"));
}

TEST(ReportPdf, WithoutWeasyPrintIsRefusedBeforeTheWork) {
    const World world(passingAndConflicting());
    ProgramSetting setting;
    setting.environment["PATH"] = world.folder().string();
    const ProgramResult result = printed(world, "report.pdf", setting);
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "weasyprint")) << result.err;
    EXPECT_FALSE(std::filesystem::exists(world / "report.pdf"));
}
