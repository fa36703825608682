// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "engine/exchange/scratch_folder.hpp"
#include "exchange/csv/csv_file.hpp"
#include "exchange/export/zip_file.hpp"
#include "exchange/shapefile/short_names.hpp"
#include "exchange/staged_folder.hpp"
#include "exchange/style/qml.hpp"

#include <gtest/gtest.h>

#include <filesystem>

using namespace merestone;
using merestone::tests::readFile;
using merestone::tests::ScratchFolder;
using merestone::tests::writeFile;

namespace {

std::vector<std::string> shortNames(const std::vector<std::string>& names) {
    ExportTable table;
    for (const std::string& name : names) {
        table.fields.push_back({name, FieldType::text, 0});
    }
    return shapefileNames(table);
}

std::vector<std::string> nothingOld(const std::filesystem::path& /*folder*/) {
    return {};
}

std::vector<std::string> oldFile(const std::filesystem::path& /*folder*/) {
    return {"old.txt"};
}

std::string messageOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::output);
        return error.what();
    }
    return {};
}

} // namespace

TEST(ShapefileNames, AreTheLongOnesWhereTheseFit) {
    EXPECT_EQ(shortNames({"id", "site_name", "Reference1"}),
              (std::vector<std::string>{"id", "site_name", "Reference1"}));
}

TEST(ShapefileNames, LoseVowelsFromTheEnd) {
    EXPECT_EQ(shortNames({"uncertainty", "subject_layer", "waiver_reason"}),
              (std::vector<std::string>{"uncertanty", "subjct_lyr", "waiver_rsn"}));
}

TEST(ShapefileNames, AreAsciiAndBeginWithALetter) {
    EXPECT_EQ(shortNames({"2031 homes", "größe", "a=b"}), (std::vector<std::string>{"f_2031_hms", "gr__e", "a_b"}));
}

TEST(ShapefileNames, AreUniqueWhateverTheCase) {
    EXPECT_EQ(shortNames({"abcdefghijkl1", "ABCDEFGHIJKL2", "abcdfghjkl"}),
              (std::vector<std::string>{"abcdfghjkl", "ABCDFGHJ_2", "abcdfghj_3"}));
}

TEST(UniqueName, NeverCutsThroughACharacter) {
    std::vector<std::string> taken;
    EXPECT_EQ(uniqueName("aé", taken, 2), "a");
    EXPECT_EQ(uniqueName("Aéé", taken, 3), "Aé");
    EXPECT_EQ(uniqueName("aÉ", taken, 9), "aÉ"); // only ASCII letters are the same in both cases
    EXPECT_EQ(uniqueName("AÉ", taken, 9), "AÉ_2");
}

TEST(HarmlessCell, StandsBehindAnApostropheWhereItWouldBeAFormula) {
    for (const char* formula : {"=cmd()", "+1", "-2+3", "@SUM(A1)", "\t=1", "\rx", "  =1", "\xc2\xa0=1",
                                "\xef\xbc\x9d"
                                "1"}) {
        EXPECT_EQ(harmlessCell(formula), "'" + std::string(formula));
    }
    EXPECT_EQ(harmlessCell("a\n=1\nb"), "a\n'=1\nb");
    for (const char* plain : {"", "a=b", "12 homes", "Café", "a - b"}) {
        EXPECT_EQ(harmlessCell(plain), plain);
    }
}

TEST(CsvFile, KeepsTextsNumbersAndNullsApart) {
    const ScratchFolder folder;
    CsvFile csv(folder / "a.csv");
    csv.text("say \"hi\", twice").number(-0.5).null().text("");
    csv.endRow();
    csv.finish();
    EXPECT_EQ(readFile(folder / "a.csv"), "\"say \"\"hi\"\", twice\",-0.5,,\"\"\r\n");
    EXPECT_EQ(csv.guarded(), 0U);
}

TEST(QgisText, NeverBecomesAnExpression) {
    EXPECT_EQ(qgisPlainText("[% @user %] and [[%"), "[ % @user %] and [[ %");
    EXPECT_EQ(qgisField("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(qgisLiteral("it's \\"), "'it''s \\\\'");
    EXPECT_EQ(qgisColour("#c0392b", 0.5), "192,57,43,128");
}

TEST(Xml, EscapesTextAndLeavesOutWhatXmlForbids) {
    const XmlDocument document("a");
    document.root().set("b", "<\"&\x01>");
    document.root().add("c", "x < y\x02 & [z]");
    const std::string text = document.text("");
    EXPECT_NE(text.find("b=\"&lt;&quot;&amp;&gt;\""), std::string::npos) << text;
    EXPECT_NE(text.find("<c>x &lt; y &amp; [z]</c>"), std::string::npos) << text;
}

TEST(ZipFile, GivesTheSameBytesForTheSameMembers) {
    const ScratchFolder folder;
    for (const char* name : {"a.zip", "b.zip"}) {
        ZipFile zip(folder / name);
        zip.add("one.txt", std::string(100000, 'x'));
        zip.add("two.txt", "");
        zip.close();
    }
    EXPECT_EQ(readFile(folder / "a.zip"), readFile(folder / "b.zip"));
}

TEST(StagedFolder, TakesThePlaceOfTheOldOne) {
    const ScratchFolder scratch;
    std::filesystem::create_directory(scratch / "out");
    writeFile(scratch / "out/old.txt", "old");
    {
        StagedFolder folder(scratch / "out", oldFile);
        std::filesystem::create_directory(folder.path() / "deep");
        writeFile(folder.path() / "deep/new.txt", "new");
        EXPECT_EQ(readFile(scratch / "out/old.txt"), "old");
        folder.commit();
    }
    EXPECT_EQ(readFile(scratch / "out/deep/new.txt"), "new");
    EXPECT_FALSE(std::filesystem::exists(scratch / "out/old.txt"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(scratch.path()), {}), 1) << "something was left behind";
}

TEST(StagedFolder, LeavesTheOldOneWhenItIsGivenUp) {
    const ScratchFolder scratch;
    std::filesystem::create_directory(scratch / "out");
    writeFile(scratch / "out/old.txt", "old");
    {
        const StagedFolder folder(scratch / "out", oldFile);
        writeFile(folder.path() / "new.txt", "new");
    }
    EXPECT_EQ(readFile(scratch / "out/old.txt"), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(scratch.path()), {}), 1);
}

TEST(StagedFolder, TouchesNothingThatIsSomebodysOwn) {
    const ScratchFolder scratch;
    std::filesystem::create_directory(scratch / "out");
    writeFile(scratch / "out/mine.qgz", "mine");
    EXPECT_NE(messageOf([&] { StagedFolder(scratch / "out", nothingOld); }).find("mine.qgz"), std::string::npos);
    EXPECT_EQ(readFile(scratch / "out/mine.qgz"), "mine");
}

TEST(StagedFolder, NoticesAFileThatCameMeanwhile) {
    const ScratchFolder scratch;
    std::filesystem::create_directory(scratch / "out");
    StagedFolder folder(scratch / "out", nothingOld);
    writeFile(scratch / "out/mine.txt", "mine");
    EXPECT_NE(messageOf([&] { folder.commit(); }).find("mine.txt"), std::string::npos);
    EXPECT_EQ(readFile(scratch / "out/mine.txt"), "mine");
}

TEST(StagedFolder, SaysThatAnotherProgramHasAFileOpen) {
    const ScratchFolder scratch;
    std::filesystem::create_directory(scratch / "out");
    writeFile(scratch / "out/plan.gpkg-wal", "");
    const std::string message = messageOf([&] { StagedFolder(scratch / "out", nothingOld); });
    EXPECT_NE(message.find("plan.gpkg is open in another program"), std::string::npos) << message;
}

TEST(StagedFolder, FollowsNoSymbolicLink) {
    const ScratchFolder scratch;
    std::filesystem::create_directory(scratch / "victim");
    std::filesystem::create_directory_symlink(scratch / "victim", scratch / "out");
    EXPECT_NE(messageOf([&] { StagedFolder(scratch / "out", nothingOld); }).find("symbolic link"), std::string::npos);
    writeFile(scratch / "file", "x");
    EXPECT_NE(messageOf([&] { StagedFolder(scratch / "file", nothingOld); }).find("not a folder"), std::string::npos);
}
