// SPDX-License-Identifier: MIT
#include "submission/document_text.hpp"

#include "base/text.hpp"
#include "layers/zip_member.hpp"
#include "submission/run_program.hpp"

#include <algorithm>
#include <fstream>

namespace merestone {

namespace {

constexpr std::uintmax_t kLargestPdf = std::uintmax_t{500} << 20U;
constexpr std::uintmax_t kLargestText = std::uintmax_t{16} << 20U;
constexpr std::size_t kFewLetters = 20; ///< a page number on each of some scanned pages is no text

std::string tooLarge(std::uintmax_t most) {
    return "is larger than " + std::to_string(most >> 20U) + " MiB; save it with smaller pictures";
}

bool hasText(const std::string& text) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return std::count_if(text.begin(), text.end(), isLetter) >= static_cast<std::ptrdiff_t>(kFewLetters);
}

std::string problemOf(const ProgramOutcome& outcome) {
    switch (outcome.end) {
    case ProgramOutcome::End::notFound:
        return "cannot be read without the program pdftotext; install poppler-utils, or put the text beside it as .txt";
    case ProgramOutcome::End::timedOut:
        return "took pdftotext longer than a minute; save it again, or put the text beside it as .txt";
    case ProgramOutcome::End::tooMuchOutput:
        return "holds more than 16 MiB of text; keep the submitted document alone";
    case ProgramOutcome::End::failed:
        return "could not be read by pdftotext; " + outcome.complaint;
    case ProgramOutcome::End::finished:
        break;
    }
    if (outcome.status == 0) {
        return {};
    }
    return "cannot be read (" + (outcome.complaint.empty() ? "pdftotext failed" : outcome.complaint) +
           "); save it again as PDF without a password";
}

DocumentText readPdf(const FolderItem& item, const RunContext& context) {
    DocumentText result;
    if (item.bytes > kLargestPdf) {
        result.problem = tooLarge(kLargestPdf);
        return result;
    }
    ProgramLimits limits;
    limits.outputBytes = kLargestText;
    // The path is absolute, so it is never taken for an option.
    ProgramOutcome outcome = runProgram({"pdftotext", "-q", "-enc", "UTF-8", item.path.string(), "-"}, limits, context);
    result.problem = problemOf(outcome);
    if (!result.problem.empty()) {
        return result;
    }
    result.pages = static_cast<std::size_t>(std::count(outcome.output.begin(), outcome.output.end(), '\f'));
    result.text = std::move(outcome.output);
    return result;
}

DocumentText readText(const FolderItem& item, bool isHtml) {
    DocumentText result;
    if (item.bytes > kLargestText) {
        result.problem = tooLarge(kLargestText);
        return result;
    }
    std::ifstream file(item.path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(item.bytes), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (bytes.empty()) {
        result.problem = "cannot be read; check that it is yours";
        return result;
    }
    result.text = isHtml ? htmlText(bytes) : std::move(bytes);
    const auto feeds = std::count(result.text.begin(), result.text.end(), '\f');
    result.pages = static_cast<std::size_t>(feeds) + (result.text.ends_with('\f') ? 0 : 1);
    return result;
}

/// DOCX and ODT are zip files with the text in one XML member.
DocumentText readOffice(const FolderItem& item, const char* member) {
    DocumentText result;
    if (item.bytes > kLargestPdf) {
        result.problem = tooLarge(kLargestPdf);
        return result;
    }
    const ZipMember found = readZipMember(item.path, member, kLargestText);
    if (found.state == ZipMember::State::tooLarge) {
        result.problem = "holds more than 16 MiB of text; keep the submitted document alone";
    } else if (found.state == ZipMember::State::unreadable) {
        result.problem = "cannot be read; save it again, or as PDF";
    } else {
        result.text = officeText(found.bytes);
        result.pages = static_cast<std::size_t>(std::count(result.text.begin(), result.text.end(), '\f')) + 1;
    }
    return result;
}

} // namespace

DocumentText readDocument(const FolderItem& item, const RunContext& context) {
    DocumentText result;
    if (!item.problem.empty()) {
        result.problem = item.problem;
        return result;
    }
    const std::string extension = lowered(item.path.extension().string());
    if (extension == ".pdf") {
        result = readPdf(item, context);
    } else if (extension == ".txt" || extension == ".md") {
        result = readText(item, false);
    } else if (extension == ".html" || extension == ".htm") {
        result = readText(item, true);
    } else if (extension == ".docx") {
        result = readOffice(item, "word/document.xml");
    } else if (extension == ".odt") {
        result = readOffice(item, "content.xml");
    } else {
        result.problem = "is of a kind that is not read here; save it as PDF";
        return result;
    }
    if (result.problem.empty() && !hasText(result.text)) {
        result.problem = "has no text (are its pages scanned pictures?); make it searchable with OCR";
    }
    if (!result.problem.empty()) {
        result.text.clear();
    }
    return result;
}

} // namespace merestone
