// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "catalogue/rule_list.hpp"
#include "catalogue/scene_picture.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"
#include "exchange/wording.hpp"
#include "rules/scene_mutation.hpp"
#include "rules/scene_runner.hpp"

#include <algorithm>

namespace merestone::cli {

namespace {

/// The packs and standards of a command, and the rules in them.
struct Shelf {
    explicit Shelf(const Options& options)
        : packs(packsFor(options)), standards(standardsFor(options, packs)), rules(ruleEntries(packs, standards)) {}
    Shelf(const Shelf&) = delete; // the entries point into the packs
    Shelf& operator=(const Shelf&) = delete;

    std::vector<Pack> packs;
    std::vector<Standards> standards;
    std::vector<RuleEntry> rules;
};

void checkFilter(const RuleFilter& filter, const std::vector<RuleEntry>& rules) {
    std::vector<std::string> topics;
    std::vector<std::string> ids;
    for (const RuleEntry& entry : rules) {
        topics.push_back(entry.topic);
        topics.push_back(entry.pack->id);
        ids.insert(ids.end(), entry.rule->catalogue.begin(), entry.rule->catalogue.end());
    }
    const auto known = [](const std::vector<std::string>& all, const std::string& name) {
        return name.empty() || std::find(all.begin(), all.end(), name) != all.end();
    };
    if (!known(topics, filter.topic)) {
        throw Error(ErrorCode::usage, "--topic: there is no topic or pack '" + printable(filter.topic) + "'" +
                                          didYouMean(filter.topic, topics) + "; merestone rules list names them all");
    }
}

} // namespace

int runRulesList(const Options& options) {
    Shelf shelf(options);
    const RuleFilter filter{options.topic, options.catalogue, options.search};
    checkFilter(filter, shelf.rules);
    std::erase_if(shelf.rules, [&filter](const RuleEntry& entry) { return !matches(entry, filter); });
    if (options.format != Format::text) {
        addSceneNames(shelf.rules);
    }
    const bool whole = filter.topic.empty() && filter.catalogue.empty() && filter.search.empty();
    ResultOutput output(options.output);
    output.write([&](std::ostream& out) {
        if (options.format == Format::json) {
            writeRulesJson(out, shelf.rules);
        } else if (options.format == Format::markdown) {
            whole ? writeCatalogueMarkdown(out, shelf.rules) : writeRulesMarkdown(out, shelf.rules);
        } else if (shelf.packs.empty()) {
            TextLayout(out, output.style())
                .paragraph("", "No rule packs were found; name their folder with --plugin-path.");
        } else {
            writeRuleList(out, output.style(), shelf.rules);
        }
    });
    return 0;
}

int runRulesShow(const Options& options, const RunContext& context) {
    const std::string& wanted = options.targets.front();
    const Shelf shelf(options);
    std::vector<std::string> known;
    for (const RuleEntry& candidate : shelf.rules) {
        known.push_back(candidate.id);
        if (candidate.id != wanted) {
            continue;
        }
        std::vector<RuleEntry> entry{candidate};
        addSceneNames(entry);
        if (!options.picture.empty()) {
            ResultOutput picture(options.picture);
            const PicturedScene scene =
                runPicturedScene(entry.front(), options.scene, shelf.packs, shelf.standards, context);
            picture.write([&](std::ostream& out) { writeScenePicture(out, scene); });
            if (options.picture == "-") {
                return 0;
            }
        }
        ResultOutput output("");
        output.write([&](std::ostream& out) { writeRuleExplanation(out, output.style(), entry.front()); });
        return 0;
    }
    throw Error(ErrorCode::usage, "there is no rule '" + printable(wanted) + "'" + didYouMean(wanted, known) +
                                      "; see merestone rules list");
}

namespace {

/// "1293 changes to 315 rules, each noticed by a scene"
std::string summaryOf(const MutationReport& report) {
    std::string text = counted(report.mutants, "change", "changes") + " to " + counted(report.rules, "rule", "rules");
    if (!report.survivors.empty()) {
        text += ", " + std::to_string(report.survivors.size()) + " noticed by no scene";
    } else {
        text += ", each noticed by a scene";
    }
    if (report.equivalent > 0) {
        text += ", besides " + std::to_string(report.equivalent) + " listed as changing nothing";
    }
    return text;
}

int mutate(const std::vector<std::filesystem::path>& paths, const std::vector<Pack>& packs,
           const std::vector<Standards>& standards, const std::string& equivalent, const RunContext& context) {
    const std::vector<EquivalentChange> listed =
        equivalent.empty() ? std::vector<EquivalentChange>() : loadEquivalentChanges(equivalent);
    const MutationReport report = mutateRules(paths, packs, standards, context, listed);
    ResultOutput output("");
    output.write([&](std::ostream& out) {
        TextLayout layout(out, output.style());
        for (const std::vector<std::string>* lines : {&report.problems, &report.survivors}) {
            for (const std::string& line : *lines) {
                layout.marked("", "✗", Tone::bad, line);
            }
        }
        layout.paragraph("", summaryOf(report));
    });
    if (report.rules == 0 && report.problems.empty()) {
        throw Error(ErrorCode::usage, "no scenes were found; name scene files or folders that hold them");
    }
    return report.survivors.empty() && report.problems.empty() ? 0 : 1;
}

} // namespace

int runRulesTest(const Options& options, const RunContext& context) {
    const std::vector<std::filesystem::path> paths(options.targets.begin(), options.targets.end());
    const std::vector<Pack> packs = packsFor(options);
    const std::vector<Standards> standards = standardsFor(options, packs);
    if (options.mutate) {
        return mutate(paths, packs, standards, options.equivalentChanges, context);
    }
    const SceneReport report = runScenes(paths, packs, standards, context);
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
