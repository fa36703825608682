// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/check_plan.hpp"
#include "cli/commands.hpp"
#include "cli/map_program.hpp"
#include "cli/result_output.hpp"
#include "exchange/descriptor_stream.hpp"
#include "exchange/publish.hpp"
#include "exchange/read_run.hpp"
#include "exchange/wording.hpp"
#include "report/html_report.hpp"
#include "report/map_pictures.hpp"
#include "report/pdf_report.hpp"

namespace merestone::cli {

namespace {

constexpr double kBytesPerMebibyte = 1024.0 * 1024.0;

/// Whether a PDF is wanted, by the ending of the name.
bool wantsPdf(const std::string& file) {
    const std::string ending = lowered(std::filesystem::path(file).extension().string());
    if (ending != ".html" && ending != ".htm" && ending != ".pdf") {
        throw Error(ErrorCode::usage, "-o: " + printable(file) + " must end in .html or .pdf");
    }
    return ending == ".pdf";
}

std::vector<std::string> mapArguments(const Options& options) {
    std::vector<std::string> arguments;
    for (const std::string& folder : options.pluginPaths) {
        arguments.insert(arguments.end(), {"--plugin-path", folder});
    }
    if (options.allowOutside) {
        arguments.emplace_back("--allow-outside");
    }
    return arguments;
}

std::unique_ptr<SinceBaseline> readBaseline(const std::string& file) {
    if (file.empty()) {
        return nullptr;
    }
    auto baseline = std::make_unique<SinceBaseline>();
    baseline->file = file;
    baseline->before = readRun(file);
    return baseline;
}

/// Draws the maps; without the program that does, says so and gives none.
std::vector<ReportPicture> picturesOf(const CheckedPlan& checked, const Options& options,
                                      const std::filesystem::path& folder, std::string& note,
                                      const RunContext& context) {
    if (options.mostPictures == 0) {
        note = "This report was asked for without maps.";
        return {};
    }
    MapPicturesRequest request;
    request.program = mapProgram();
    if (request.program.empty()) {
        note = "The maps are missing: the program that draws them, which comes with the viewer, is not installed.";
        complain(printable(options.output) + ": is made without maps: merestone-map, which comes with the viewer, is "
                                             "not installed");
        return {};
    }
    context.report("drawing maps", 0.8);
    request.folder = folder / "pictures";
    std::filesystem::create_directory(request.folder);
    request.arguments = mapArguments(options);
    request.findings = findingsToDraw(checked.run, *checked.plan, options.maxFindings, options.mostPictures);
    return drawMapPictures(checked, request, context);
}

void writeHtml(const std::filesystem::path& file, const std::string& name, const ReportContent& content,
               const ReportOptions& how) {
    DescriptorStream out(file, name);
    writeHtmlReport(out, content, how);
    out.finish();
}

void writePdf(const std::filesystem::path& file, const std::string& name, const ReportContent& content,
              ReportOptions how, const RunContext& context) {
    how.forPaper = true;
    const std::filesystem::path page = file.parent_path() / "paper.html";
    writeHtml(page, name, content, how);
    context.report("making the PDF", 0.95);
    const std::string pdf = pdfOf(page, context);
    DescriptorStream out(file, name);
    out << pdf;
    out.finish();
}

} // namespace

int runReport(const Options& options, const RunContext& context) {
    const bool pdf = wantsPdf(options.output);
    CheckedPlan checked;
    checked.file = options.targets.front();
    checked.since = readBaseline(options.baseline);
    StagedFile staged(options.output); // a place that cannot be written is told before the work
    ResultOutput told("");
    if (pdf && !canMakePdf()) {
        (void)pdfOf({}, context); // throws, and says what to do
    }
    checkPlan(checked, options, "", context);
    if (checked.since) {
        checked.since->comparison = compareRuns(checked.since->before, checked.run, context);
    }
    ReportOptions how;
    how.maxFindings = options.maxFindings;
    ReportContent content{checked, *checked.plan, {}};
    content.pictures = picturesOf(checked, options, staged.path().parent_path(), how.picturesNote, context);
    const std::string name = printable(options.output);
    if (pdf) {
        writePdf(staged.path(), name, content, how, context);
    } else {
        writeHtml(staged.path(), name, content, how);
    }
    context.throwIfStopped();
    const auto bytes = static_cast<double>(std::filesystem::file_size(staged.path()));
    staged.commit();
    told.write([&](std::ostream& out) {
        out << "Written: " << name << ", " << rounded(bytes / kBytesPerMebibyte, 2) << " MiB, "
            << counted(checked.run.findings.size(), "finding", "findings") << ", "
            << counted(content.pictures.size(), "map", "maps") << '\n';
    });
    return 0;
}

} // namespace merestone::cli
