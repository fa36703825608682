// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"
#include "cli/rules_text.hpp"
#include "exchange/wording.hpp"
#include "rules/scene_runner.hpp"

namespace merestone::cli {

int runRulesList(const Options& options) {
    const std::vector<Pack> packs = packsFor(options);
    ResultOutput output("");
    output.write([&](std::ostream& out) {
        TextLayout layout(out, output.style());
        if (packs.empty()) {
            layout.paragraph("", "No rule packs were found; name their folder with --plugin-path.");
        }
        writeRuleList(layout, packs);
    });
    return 0;
}

int runRulesShow(const Options& options) {
    const std::string& wanted = options.targets.front();
    const std::vector<Pack> packs = packsFor(options);
    std::vector<std::string> known;
    for (const Pack& pack : packs) {
        for (const PackRule& rule : pack.rules) {
            known.push_back(fullId(pack, rule));
            if (known.back() == wanted) {
                ResultOutput output("");
                output.write([&](std::ostream& out) {
                    TextLayout layout(out, output.style());
                    writeRule(layout, pack, rule);
                });
                return 0;
            }
        }
    }
    throw Error(ErrorCode::usage, "there is no rule '" + printable(wanted) + "'" + didYouMean(wanted, known) +
                                      "; see merestone rules list");
}

int runRulesTest(const Options& options, const RunContext& context) {
    const std::vector<std::filesystem::path> paths(options.targets.begin(), options.targets.end());
    const std::vector<Pack> packs = packsFor(options);
    const SceneReport report = runScenes(paths, packs, standardsFor(options, packs), context);
    ResultOutput output("");
    output.write([&](std::ostream& out) {
        TextLayout layout(out, output.style());
        for (const std::string& line : report.lines) {
            layout.marked("", "✗", Tone::bad, line);
        }
        const std::string cases = counted(report.cases, "case", "cases");
        layout.paragraph("", report.failures == 0 ? cases + ", all as expected"
                                                  : cases + ", " + counted(report.failures, "failure", "failures"));
    });
    if (report.cases == 0) {
        throw Error(ErrorCode::usage, "no scenes were found; name scene files or folders that hold them");
    }
    return report.failures == 0 ? 0 : 1;
}

} // namespace merestone::cli
