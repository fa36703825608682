// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "cli/result_output.hpp"
#include "comparison/compare_runs.hpp"
#include "exchange/comparison_gpkg.hpp"
#include "exchange/comparison_html.hpp"
#include "exchange/comparison_json.hpp"
#include "exchange/comparison_text.hpp"
#include "exchange/read_run.hpp"

#include <optional>

namespace merestone::cli {

int runCompare(const Options& options, const RunContext& context) {
    const RunResult before = readRun(options.targets[0]);
    const RunResult after = readRun(options.targets[1]);
    ResultOutput output(options.output);
    std::optional<StagedFile> layer;
    if (!options.layerFile.empty()) {
        layer.emplace(options.layerFile);
    }
    const RunComparison comparison = compareRuns(before, after, context);
    std::string savedTo;
    if (layer) {
        savedTo = layer->target().string();
        writeComparisonGpkg(layer->path(), after, comparison, savedTo);
        context.throwIfStopped();
        layer->commit();
    }
    output.write([&](std::ostream& out) {
        if (options.format == Format::json) {
            writeComparisonJson(out, before, after, comparison);
        } else if (options.format == Format::html) {
            writeComparisonHtml(out, before, after, comparison);
        } else {
            writeComparisonText(out, comparison, options.targets[0],
                                {output.style(), options.maxFindings, options.quiet, savedTo});
        }
    });
    return exitStatus(comparison, options.failOn);
}

} // namespace merestone::cli
