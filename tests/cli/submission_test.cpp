// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace merestone::tests;

namespace {

ProgramResult submission(const ScratchFolder& folder, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"submission", folder.path().string(), "--as-of", "2026-09-01"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return merestoneProgram(arguments);
}

} // namespace

TEST(SubmissionCommand, WritesFindingsOfTheUsualForm) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt",
              "Elmfield Neighbourhood Plan 2024-2040\n\nPolicy H1: Homes\nHomes are of high quality.\n");
    const ProgramResult json = submission(folder, {"--format", "json"});
    EXPECT_EQ(json.status, 1);
    EXPECT_EQ(json.err, "");
    const nlohmann::json run = nlohmann::json::parse(json.out);
    EXPECT_GT(run["rules"].size(), 40U);

    const std::string file = (folder / "out.json").string();
    EXPECT_EQ(submission(folder, {"--format", "json", "-o", file, "--jobs", "1"}).status, 1);
    const ProgramResult valid = otherProgram(MERESTONE_PYTHON, {MERESTONE_VALIDATOR, MERESTONE_SCHEMA, file});
    EXPECT_EQ(valid.status, 0) << valid.out << valid.err;

    nlohmann::json again = nlohmann::json::parse(readFile(file));
    nlohmann::json first = run;
    first.erase("run");
    again.erase("run");
    EXPECT_EQ(first, again);
}

TEST(SubmissionCommand, QuotesThePassageInText) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt",
              "Elmfield Neighbourhood Plan 2024-2040\n\nPolicy H1: Homes\nHomes are of high quality.\n");
    const ProgramResult text = submission(folder);
    EXPECT_EQ(text.status, 1);
    EXPECT_TRUE(contains(text.out, "\"Homes are of high quality\"")) << text.out;
}

TEST(SubmissionCommand, RefusesWhatIsNoFolderInOneLine) {
    const ScratchFolder folder;
    const ProgramResult missing = merestoneProgram({"submission", (folder / "missing").string()});
    EXPECT_EQ(missing.status, 2);
    EXPECT_TRUE(isOneErrorLine(missing.err)) << missing.err;
    const ProgramResult date = merestoneProgram({"submission", folder.path().string(), "--as-of", "tomorrow"});
    EXPECT_EQ(date.status, 2);
    EXPECT_TRUE(isOneErrorLine(date.err)) << date.err;
}

/// Everything that is wrong with a file, in one folder: no crash, no hang, no pass.
TEST(SubmissionCommand, OutlivesAHostileFolder) {
    const ScratchFolder outside;
    writeFile(outside / "secret.txt", "Secret Neighbourhood Plan 1999-2000 with a secret in it");
    const ScratchFolder folder;
    writeFile(folder / "plan.pdf", "%PDF-1.4\n");
    std::filesystem::resize_file(folder / "plan.pdf", std::uintmax_t{2} << 30U);
    std::filesystem::create_directory(folder / "basic-conditions.pdf");
    std::filesystem::create_symlink(outside / "secret.txt", folder / "consultation.txt");
    std::filesystem::create_symlink("/dev/zero", folder / "sea.pdf");
    writeFile(folder / "habitats\n\x1b[31m.pdf", "%PDF-");
    writeFile(folder / "area.gpkg", std::string(5000, '\x01'));
    writeFile(folder / "policies.geojson", "[[[[");
    writeFile(folder / "dates.csv", "\"\xff\xfe,,,\n\n\n\"");
    writeFile(folder / "schedule1.csv", std::string(100000, ','));
    const ProgramResult result = submission(folder);
    EXPECT_EQ(result.signal, 0);
    EXPECT_EQ(result.status, 3) << result.err; // nothing conflicts, but hardly anything can be told
    EXPECT_FALSE(contains(result.out, "secret"));
    EXPECT_EQ(result.out.find('\x1b'), std::string::npos);
    for (const char* part : {"is larger than 500 MiB", "is a folder", "leads out of the folder"}) {
        EXPECT_TRUE(contains(result.out, part)) << part << "\n" << result.out;
    }
    EXPECT_FALSE(contains(result.out, "package.item-present, package.one-plan"));
}

TEST(SubmissionCommand, ListsAHundredThousandFilesInAMoment) {
    const ScratchFolder folder;
    for (int i = 0; i < 100000; ++i) {
        writeFile(folder / ("file " + std::to_string(i)), "");
    }
    const ProgramResult result = submission(folder);
    EXPECT_EQ(result.status, 1) << result.err;
    EXPECT_EQ(result.signal, 0);
}

TEST(SubmissionCommand, ChecksEachFolderOfAFolderWithOneSummary) {
    const ScratchFolder folder;
    for (const char* name : {"ashby", "elmfield"}) {
        std::filesystem::create_directory(folder / name);
        writeFile(folder / name / "plan.txt", "Neighbourhood Plan 2024-2040\n\nPolicy H1: Homes\nHomes are good.\n");
    }
    std::filesystem::create_directory(folder / ".hidden");
    const ProgramResult json = submission(folder, {"--format", "json"});
    EXPECT_EQ(json.status, 1);
    const nlohmann::json runs = nlohmann::json::parse(json.out);
    ASSERT_EQ(runs["plans"].size(), 2U);
    EXPECT_EQ(runs["plans"][0]["file"], (folder / "ashby").string());
    EXPECT_EQ(runs["summary"]["conflicts"], 2);
    const ProgramResult alone =
        merestoneProgram({"submission", (folder / "elmfield").string(), "--as-of", "2026-09-01", "--format", "json"});
    EXPECT_EQ(runs["plans"][1]["result"]["findings"], nlohmann::json::parse(alone.out)["findings"]);

    const ProgramResult text = submission(folder, {"--quiet"});
    EXPECT_EQ(text.status, 1);
    EXPECT_TRUE(contains(text.out, "2 plans: 2 with conflicts.")) << text.out;
}

TEST(SubmissionCommand, GoesOnAfterAFolderThatCannotBeChecked) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder / "ashby");
    writeFile(folder / "ashby" / "plan.txt", "Neighbourhood Plan 2024-2040\n\nPolicy H1: Homes\nHomes are good.\n");
    const ProgramResult result = merestoneProgram(
        {"submission", (folder / "nowhere").string(), (folder / "ashby").string(), "--as-of", "2026-09-01", "--quiet"});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "nowhere")) << result.err;
    EXPECT_TRUE(contains(result.out, "2 plans: 1 could not be checked, 1 with conflicts.")) << result.out;
}
