// SPDX-License-Identifier: MIT
#include "report/report_model.hpp"

#include "exchange/comparison_words.hpp"
#include "exchange/rule_text.hpp"
#include "exchange/wording.hpp"
#include "geometry/wkb.hpp"
#include "report/base64.hpp"
#include "report/fill.hpp"
#include "report/report_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace merestone {

namespace {

using ctemplate::TemplateDictionary;

constexpr std::array kVerdicts{Verdict::fail,   Verdict::borderline, Verdict::cannotTell,   Verdict::needsJudgement,
                               Verdict::notRun, Verdict::pass,       Verdict::notApplicable};

std::size_t countOf(const Summary& summary, Verdict verdict) {
    const auto found = summary.counts.find(verdict);
    return found == summary.counts.end() ? 0 : found->second;
}

/// "12 policy conflicts to weigh (1 more is waived), 17 points that could not be decided. 30 of 65 rules agree."
std::string leadText(const ReportModel& model) {
    const Summary summary = summarise(model.run);
    const std::size_t fails = countOf(summary, Verdict::fail);
    const std::size_t open = fails - std::min(fails, summary.waived);
    std::string text = open == 0 ? "No policy conflict is open"
                                 : counted(open, "policy conflict is", "policy conflicts are") + " to be weighed";
    if (summary.waived > 0) {
        text += ", " + counted(summary.waived, "more is waived", "more are waived");
    }
    const std::size_t undecided = countOf(summary, Verdict::borderline) + countOf(summary, Verdict::cannotTell) +
                                  countOf(summary, Verdict::needsJudgement) + countOf(summary, Verdict::notRun);
    text +=
        "; " + (undecided == 0 ? "nothing is undecided" : counted(undecided, "point is", "points are") + " undecided");
    const auto agree = std::count_if(model.run.rules.begin(), model.run.rules.end(),
                                     [](const RuleResult& rule) { return rule.verdict == Verdict::pass; });
    return text + ". " + std::to_string(agree) + " of " + counted(model.run.rules.size(), "rule", "rules") +
           (agree == 1 ? " agrees" : " agree") + " everywhere.";
}

void addVerdicts(TemplateDictionary& values, const RunResult& run) {
    const Summary summary = summarise(run);
    for (const Verdict verdict : kVerdicts) {
        TemplateDictionary& row = *values.AddSectionDictionary("VERDICT");
        const std::size_t count = countOf(summary, verdict);
        put(row, "NAME", verdictName(verdict));
        put(row, "SIGN", markOf(verdict).shape);
        put(row, "WORDS", verdictWords(verdict));
        put(row, "COUNT",
            std::to_string(count) + (verdict == Verdict::fail && summary.waived > 0
                                         ? " (" + std::to_string(summary.waived) + " waived)"
                                         : ""));
        put(row, "MEANING", verdictMeaning(verdict));
        put(row, "TODO", verdictAdvice(verdict));
    }
}

void addPolicy(TemplateDictionary& values, const PolicyView& policy) {
    TemplateDictionary& row = *values.AddSectionDictionary("POLICY");
    TemplateDictionary& id = *row.AddSectionDictionary(policy.told ? "LINK" : "PLAIN");
    put(id, "ID", policy.id);
    put(id, "ANCHOR", policyAnchor(policy.id));
    put(row, "NAME", policy.title);
    put(row, "OPEN", std::to_string(policy.conflicts));
    put(row, "WAIVED", std::to_string(policy.waived));
    put(row, "UNDECIDED", std::to_string(policy.undecided));
    put(row, "RULES", std::to_string(policy.rules.size()));
    putVerdict(row, policy.verdict, policy.allWaived);
    if (policy.rules.empty()) {
        put(row, "WORDS", "no rule");
    }
}

/// A place on the whole map that leads to the finding that is there; nothing for a finding elsewhere.
void addSpot(TemplateDictionary& spots, const ReportPicture& picture, const Finding& finding) {
    PackedGeometry evidence;
    if (finding.evidenceWkb.empty() || appendWkb(evidence, finding.evidenceWkb, false).kind != WkbOutcome::Kind::read) {
        return;
    }
    const Point centre = evidence.box(0).centre();
    if (!picture.land.contains(centre)) {
        return;
    }
    const double scale = (picture.map.maxX - picture.map.minX) / (picture.land.maxX - picture.land.minX);
    TemplateDictionary& spot = *spots.AddSectionDictionary("SPOT");
    put(spot, "ANCHOR", findingAnchor(finding));
    put(spot, "LABEL", whoText(finding.subject) + ": " + std::string(verdictWords(finding.verdict)));
    put(spot, "X", std::to_string(std::lround(picture.map.minX + (centre.x - picture.land.minX) * scale)));
    put(spot, "Y", std::to_string(std::lround(picture.map.minY + (picture.land.maxY - centre.y) * scale)));
}

void addWholePicture(TemplateDictionary& values, const ReportModel& model, const ReportPicture& whole) {
    TemplateDictionary& picture = *values.AddSectionDictionary("PICTURE");
    picture.SetValue("BYTES", base64(whole.png));
    put(picture, "WIDTH", std::to_string(whole.width));
    put(picture, "HEIGHT", std::to_string(whole.height));
    put(picture, "ALT",
        "Map of " + model.run.plan.title + ", " + acrossText(whole) +
            ", with a sign at each policy conflict and each undecided point.");
    put(picture, "CAPTION",
        "A sign stands at each policy conflict and each point that is borderline or cannot be told; "
        "where many are close together one sign tells how many. Waived conflicts are not shown.");
    if (model.options.forPaper) {
        return;
    }
    TemplateDictionary& spots = *picture.AddSectionDictionary("SPOTS");
    put(spots, "WIDTH", std::to_string(whole.width));
    put(spots, "HEIGHT", std::to_string(whole.height));
    for (const PolicyView& policy : model.policies) {
        for (const RuleView& rule : policy.rules) {
            for (std::size_t i = 0; i < model.toldOf(rule); ++i) {
                addSpot(spots, whole, *rule.open[i]);
            }
        }
    }
}

} // namespace

void writeSummary(std::ostream& out, const Templates& templates, const ReportModel& model) {
    TemplateDictionary values("summary");
    put(values, "LEAD", leadText(model));
    if (const SinceBaseline* since = model.content.checked.since.get(); since != nullptr) {
        putIf(values, "BASELINE",
              "Since " + std::filesystem::path(since->file).filename().string() + ": " +
                  changeCounts(since->comparison) + ".");
    }
    addVerdicts(values, model.run);
    for (const PolicyView& policy : model.policies) {
        addPolicy(values, policy);
    }
    templates.write(out, "summary.html", values);
}

void writeWholeMap(std::ostream& out, const Templates& templates, const ReportModel& model) {
    TemplateDictionary values("map");
    const ReportPicture* whole = model.picture("");
    putIf(values, "NOTE", model.options.picturesNote);
    if (whole != nullptr) {
        addWholePicture(values, model, *whole);
    }
    templates.write(out, "map.html", values);
}

} // namespace merestone
