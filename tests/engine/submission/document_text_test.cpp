// SPDX-License-Identifier: MIT
#include "submission/document_text.hpp"

#include "engine/exchange/scratch_folder.hpp"

#include <cpl_conv.h>
#include <gtest/gtest.h>

#include <filesystem>

using namespace merestone;
using namespace merestone::tests;

namespace {

DocumentText read(const std::filesystem::path& file) {
    FolderItem item;
    item.name = file.filename().string();
    item.path = file;
    item.bytes = std::filesystem::file_size(file);
    return readDocument(item, RunContext{});
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

constexpr const char* kText = "A plan with enough letters to be one.";

/// A one-page PDF, its cross-reference table left for the reader to mend.
std::string smallPdf(const std::string& text) {
    const std::string stream = "BT /F1 12 Tf 50 700 Td (" + text + ") Tj ET";
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
           "R>>>>>>endobj\n"
           "4 0 obj<</Length " +
           std::to_string(stream.size()) + ">>stream\n" + stream +
           "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 "
           "R>>\n%%EOF\n";
}

/// A zip file with one member, made by GDAL.
void zip(const std::filesystem::path& file, const std::string& member, const std::string& bytes) {
    void* archive = CPLCreateZip(file.c_str(), nullptr);
    ASSERT_NE(archive, nullptr);
    ASSERT_EQ(CPLCreateFileInZip(archive, member.c_str(), nullptr), CE_None);
    ASSERT_EQ(CPLWriteFileInZip(archive, bytes.data(), static_cast<int>(bytes.size())), CE_None);
    ASSERT_EQ(CPLCloseFileInZip(archive), CE_None);
    ASSERT_EQ(CPLCloseZip(archive), CE_None);
}

class NoPrograms {
public:
    NoPrograms() : m_path(std::getenv("PATH")) { setenv("PATH", "/nonexistent", 1); }
    ~NoPrograms() { setenv("PATH", m_path.c_str(), 1); }
    NoPrograms(const NoPrograms&) = delete;
    NoPrograms& operator=(const NoPrograms&) = delete;

private:
    std::string m_path;
};

} // namespace

TEST(DocumentText, IsReadFromPdfPageByPage) {
    const ScratchFolder scratch;
    writeFile(scratch / "plan.pdf", smallPdf(kText));
    const DocumentText text = read(scratch / "plan.pdf");
    EXPECT_EQ(text.problem, "");
    EXPECT_EQ(text.pages, 1U);
    EXPECT_TRUE(mentions(text.text, kText));
}

TEST(DocumentText, OfAPdfCannotBeHadWithoutTheProgramAndTheRemedyIsTold) {
    const ScratchFolder scratch;
    writeFile(scratch / "plan.pdf", smallPdf(kText));
    const NoPrograms none;
    const DocumentText text = read(scratch / "plan.pdf");
    EXPECT_TRUE(mentions(text.problem, "install poppler-utils"));
    EXPECT_EQ(text.text, "");
}

TEST(DocumentText, OfABrokenOrScannedPdfCannotBeHad) {
    const ScratchFolder scratch;
    writeFile(scratch / "broken.pdf", "%PDF-1.4 and nothing else");
    writeFile(scratch / "noise.pdf", std::string(100000, '\xff'));
    writeFile(scratch / "scan.pdf", smallPdf("1"));
    EXPECT_TRUE(mentions(read(scratch / "broken.pdf").problem, "cannot be read"));
    EXPECT_TRUE(mentions(read(scratch / "noise.pdf").problem, "cannot be read"));
    EXPECT_TRUE(mentions(read(scratch / "scan.pdf").problem, "scanned"));
}

TEST(DocumentText, OfAnEnormousFileIsNotTried) {
    const ScratchFolder scratch;
    for (const char* name : {"plan.pdf", "plan.txt", "plan.html"}) {
        writeFile(scratch / name, "x");
        std::filesystem::resize_file(scratch / name, std::uintmax_t{2} << 30U); // sparse
        EXPECT_TRUE(mentions(read(scratch / name).problem, "is larger than")) << name;
    }
}

TEST(DocumentText, OfPlainTextIsItself) {
    const ScratchFolder scratch;
    writeFile(scratch / "plan.txt", std::string(kText) + "\f" + kText + "\f");
    const DocumentText text = read(scratch / "plan.txt");
    EXPECT_EQ(text.problem, "");
    EXPECT_EQ(text.pages, 2U);
}

TEST(DocumentText, OfHtmlHasNoScriptsAndPartsItsBlocks) {
    EXPECT_EQ(htmlText("<p>High <b>quality</b></p><!-- no --><script>var x = '<p>';</script><p>A &amp; B&nbsp;C</p>"),
              "\n\nHigh quality\n\n\n\n\n\nA & B C\n\n");
    for (const char* broken : {"<", "<script", "<!--", "a & b", "&#x;", "</", "<p", "&"}) {
        (void)htmlText(broken);
    }
    EXPECT_EQ(htmlText("a & b &unknown; c"), "a & b &unknown; c");
}

TEST(DocumentText, OfOtherKindsSaysWhatToDo) {
    const ScratchFolder scratch;
    writeFile(scratch / "plan.doc", "old");
    EXPECT_TRUE(mentions(read(scratch / "plan.doc").problem, "save it as PDF"));
}

TEST(DocumentText, OfOfficeDocumentsIsTakenOutOfTheirMarkup) {
    EXPECT_EQ(
        officeText(
            "<w:p><w:r><w:t>Hi</w:t></w:r><w:r><w:t>gh &amp; low</w:t></w:r></w:p><w:br w:type=\"page\"/><w:p>B</w:p>"),
        "High & low\n\n\fB\n\n");
    EXPECT_EQ(officeText("<text:h>A</text:h><text:p>b<text:tab/>c<text:s text:c=\"2\"/>d<text:line-break/>e</text:p>"),
              "A\n\nb c d\ne\n\n");
    for (const char* broken : {"<", "<w:p", "&", "</", "<w:br"}) {
        (void)officeText(broken);
    }
}

TEST(DocumentText, IsReadFromDocxAndOdt) {
    const ScratchFolder scratch;
    const std::string paragraph = std::string("<w:p>") + kText + "</w:p>";
    zip(scratch / "plan {1}.docx", "word/document.xml", paragraph);
    zip(scratch / "plan.odt", "content.xml", std::string("<text:p>") + kText + "</text:p>");
    EXPECT_EQ(read(scratch / "plan {1}.docx").problem, "");
    EXPECT_EQ(read(scratch / "plan {1}.docx").text, std::string(kText) + "\n\n");
    EXPECT_EQ(read(scratch / "plan.odt").text, std::string(kText) + "\n\n");
}

TEST(DocumentText, OfADamagedOrEnormousOfficeDocumentCannotBeHad) {
    const ScratchFolder scratch;
    writeFile(scratch / "plan.docx", "PK");
    EXPECT_TRUE(mentions(read(scratch / "plan.docx").problem, "cannot be read"));
    zip(scratch / "other.docx", "word/other.xml", kText);
    EXPECT_TRUE(mentions(read(scratch / "other.docx").problem, "cannot be read"));
    zip(scratch / "bomb.odt", "content.xml", std::string(std::size_t{40} << 20U, 'a')); // some 40 kB packed
    EXPECT_LT(std::filesystem::file_size(scratch / "bomb.odt"), 100000U);
    EXPECT_TRUE(mentions(read(scratch / "bomb.odt").problem, "more than 16 MiB"));
}
