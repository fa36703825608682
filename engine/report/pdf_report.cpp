// SPDX-License-Identifier: MIT
#include "report/pdf_report.hpp"

#include "base/error.hpp"
#include "submission/run_program.hpp"

namespace merestone {

namespace {

constexpr const char* kProgram = "weasyprint";
constexpr std::chrono::minutes kLongest{60};
constexpr std::size_t kMostMemory = std::size_t{8} << 30U;
constexpr std::size_t kMostBytes = std::size_t{1} << 30U;
constexpr std::size_t kTrialBytes = 64U << 10U; ///< Python tries out its temporary folder with a few bytes

} // namespace

bool canMakePdf() {
    return runProgram({kProgram, "--version"}, ProgramLimits{}, RunContext{}).end == ProgramOutcome::End::finished;
}

std::string pdfOf(const std::filesystem::path& html, const RunContext& context) {
    ProgramLimits limits;
    limits.time = kLongest;
    limits.memoryBytes = kMostMemory;
    limits.outputBytes = kMostBytes;
    limits.fileBytes = kTrialBytes;
    limits.variables = {"PYTHONHASHSEED=0", "SOURCE_DATE_EPOCH=0"}; // the same page gives the same bytes
    ProgramOutcome outcome =
        runProgram({kProgram, "--quiet", "--pdf-variant", "pdf/ua-1", html.string(), "-"}, limits, context);
    if (outcome.end == ProgramOutcome::End::notFound) {
        throw Error(ErrorCode::usage, "WeasyPrint, which makes PDF files, is not installed; install the package "
                                      "weasyprint, or write .html and print that from a browser");
    }
    if (outcome.end == ProgramOutcome::End::timedOut) {
        throw Error(ErrorCode::output,
                    "the PDF took more than an hour; write .html, or tell fewer findings one by one");
    }
    if (outcome.end != ProgramOutcome::End::finished || outcome.status != 0 || !outcome.output.starts_with("%PDF")) {
        throw Error(ErrorCode::output,
                    "WeasyPrint made no PDF: " + (outcome.complaint.empty() ? "it says nothing" : outcome.complaint) +
                        "; write .html instead");
    }
    return std::move(outcome.output);
}

} // namespace merestone
