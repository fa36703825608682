// SPDX-License-Identifier: MIT
#include "report/report_model.hpp"

#include "exchange/comparison_words.hpp"
#include "exchange/wording.hpp"
#include "report/fill.hpp"
#include "report/report_words.hpp"

#include <algorithm>
#include <filesystem>

namespace merestone {

namespace {

using ctemplate::TemplateDictionary;

constexpr std::string_view kWaiverRule = "data.waivers";
constexpr std::size_t kMostUnchanged = 500; ///< findings that are as they were, in the list of them

std::string sentenceOf(const Finding& finding) {
    return finding.message.empty() ? whereText(finding) : finding.message;
}

void addChange(TemplateDictionary& kind, const FindingChange& change) {
    const Finding& finding = change.latest();
    TemplateDictionary& row = *kind.AddSectionDictionary("CHANGE");
    put(row, "WHO", whoText(finding.subject));
    put(row, "RULE", finding.rule.str());
    put(row, "MESSAGE", sentenceOf(finding));
    putVerdict(row, finding.verdict, static_cast<bool>(finding.waived));
    if (change.after != nullptr) {
        put(*row.AddSectionDictionary("LINK"), "ROW", rowAnchor(finding));
    }
    for (const Difference& difference : change.differences) {
        put(*row.AddSectionDictionary("DIFFERENCE"), "TEXT", differenceText(difference));
    }
}

void addKind(TemplateDictionary& values, const RunComparison& comparison, ChangeKind wanted, bool paper) {
    const auto found = comparison.counts.find(wanted);
    if (found == comparison.counts.end() || found->second == 0) {
        return;
    }
    TemplateDictionary& kind = *values.AddSectionDictionary("KIND");
    put(kind, "ANCHOR", "since-" + std::string(changeName(wanted)));
    put(kind, "HEADING", changeHeading(wanted));
    put(kind, "COUNT", std::to_string(found->second));
    const std::size_t most = wanted == ChangeKind::stillThere ? kMostUnchanged
                             : paper                          ? kMostRowsOnPaper
                                                              : found->second;
    std::size_t told = 0;
    for (const FindingChange& change : comparison.changes) {
        if (change.kind == wanted && told < most) {
            addChange(kind, change);
            ++told;
        }
    }
    if (told < found->second) {
        putIf(kind, "MORE",
              "And " + std::to_string(found->second - told) + " more; merestone compare lists all of them.");
    }
}

void addRules(TemplateDictionary& values, const RunComparison& comparison) {
    if (comparison.rules.empty()) {
        return;
    }
    TemplateDictionary& rules = *values.AddSectionDictionary("RULES");
    for (const RuleChange& change : comparison.rules) {
        TemplateDictionary& row = *rules.AddSectionDictionary("RULE");
        put(row, "ID", change.latest().id);
        if (change.before == nullptr || change.after == nullptr) {
            put(*row.AddSectionDictionary("DIFFERENCE"), "TEXT",
                change.before == nullptr ? "only in this run" : "only in the earlier run");
        }
        for (const Difference& difference : change.differences) {
            put(*row.AddSectionDictionary("DIFFERENCE"), "TEXT", differenceText(difference));
        }
    }
}

/// Waivers that have lapsed or match nothing.
void addLapsed(TemplateDictionary& values, const std::vector<Finding>& findings) {
    TemplateDictionary* lapsed = nullptr;
    for (const Finding& finding : findings) {
        if (finding.rule == kWaiverRule) {
            lapsed = lapsed == nullptr ? values.AddSectionDictionary("LAPSED") : lapsed;
            put(*lapsed->AddSectionDictionary("ONE"), "MESSAGE", sentenceOf(finding));
        }
    }
}

} // namespace

void writeWaivers(std::ostream& out, const Templates& templates, const ReportModel& model) {
    TemplateDictionary values("waived");
    if (model.waived.empty()) {
        values.ShowSection("NONE");
    } else {
        TemplateDictionary& some = *values.AddSectionDictionary("SOME");
        for (const Finding* finding : model.waived) {
            TemplateDictionary& row = *some.AddSectionDictionary("WAIVER");
            put(row, "POLICY", finding->policy.str());
            put(row, "WHO", whoText(finding->subject));
            put(row, "MESSAGE", sentenceOf(*finding));
            putIf(row, "FIGURE", figureText(*finding));
            put(row, "ROW", rowAnchor(*finding));
            put(row, "REASON", finding->waived->reason);
            put(row, "BY", finding->waived->by);
            put(row, "UNTIL", finding->waived->until.empty() ? "for good" : finding->waived->until);
        }
    }
    addLapsed(values, model.run.findings);
    templates.write(out, "waived.html", values);
}

void writeChanges(std::ostream& out, const Templates& templates, const ReportModel& model) {
    const SinceBaseline* since = model.content.checked.since.get();
    if (since == nullptr) {
        return;
    }
    TemplateDictionary values("since");
    const std::string stage = since->before.plan.stage.empty() ? "" : ", " + since->before.plan.stage;
    put(values, "BEFORE",
        since->before.plan.title + stage + " (" + std::filesystem::path(since->file).filename().string() + ")");
    put(values, "COUNTS", changeCounts(since->comparison));
    for (const std::string& note : since->comparison.notes) {
        putIf(values, "NOTE", note);
    }
    for (const ChangeKind kind : kChangeOrder) {
        addKind(values, since->comparison, kind, model.options.forPaper);
    }
    addRules(values, since->comparison);
    templates.write(out, "since.html", values);
}

} // namespace merestone
