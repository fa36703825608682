// SPDX-License-Identifier: MIT
#include "exchange/comparison_text.hpp"

#include "exchange/comparison_words.hpp"
#include "exchange/rule_text.hpp"
#include "exchange/text_layout.hpp"
#include "exchange/wording.hpp"

namespace merestone {

namespace {

constexpr std::string_view kIndent = "        ";

void writeChange(TextLayout& layout, const FindingChange& change) {
    const Finding& finding = change.latest();
    const VerdictMark mark = change.after == nullptr ? VerdictMark{"·", Tone::faint} : markOf(finding.verdict);
    std::string text(verdictWords(finding.verdict));
    text += finding.waived ? ", waived: " : ": ";
    text += finding.message.empty() ? featureText(finding.subject) : finding.message;
    layout.marked("    ", mark.shape, mark.tone, text + " [" + finding.rule.str() + "]");
    std::string where = featureText(finding.subject);
    if (finding.other) {
        where += " and " + featureText(*finding.other);
    }
    if (const std::string place = placeText(finding); !place.empty()) {
        where += ", " + place;
    }
    layout.paragraph(kIndent, "where: " + where, Tone::faint);
    for (const Difference& difference : change.differences) {
        layout.paragraph(kIndent, differenceText(difference), Tone::strong);
    }
}

void writeKind(TextLayout& layout, const RunComparison& comparison, ChangeKind kind, std::size_t most) {
    const auto count = comparison.counts.find(kind);
    if (count == comparison.counts.end() || count->second == 0) {
        return;
    }
    layout.paragraph("  ", std::string(changeHeading(kind)) + " (" + std::to_string(count->second) + ")", Tone::strong);
    std::size_t shown = 0;
    for (const FindingChange& change : comparison.changes) {
        if (change.kind == kind && (most == 0 || shown < most)) {
            writeChange(layout, change);
            ++shown;
        }
    }
    if (shown < count->second) {
        layout.paragraph("    ", "… and " + std::to_string(count->second - shown) + " more (see --format json)",
                         Tone::faint);
    }
}

void writeRules(TextLayout& layout, const RunComparison& comparison) {
    if (comparison.rules.empty()) {
        return;
    }
    layout.paragraph("  ", "Rules", Tone::strong);
    for (const RuleChange& change : comparison.rules) {
        const RuleResult& rule = change.latest();
        std::string text = rule.id + (rule.title.empty() ? "" : " " + rule.title) + ": ";
        if (change.before == nullptr) {
            text += "new, " + std::string(verdictWords(rule.verdict));
        } else if (change.after == nullptr) {
            text += "not in the later run";
        }
        for (std::size_t i = 0; i < change.differences.size(); ++i) {
            text += (i == 0 ? "" : "; ") + differenceText(change.differences[i]);
        }
        layout.paragraph("    - ", text);
    }
}

void writeDetails(TextLayout& layout, const RunComparison& comparison, std::size_t most) {
    for (const ChangeKind kind : kChangeOrder) {
        if (kind != ChangeKind::stillThere) {
            writeKind(layout, comparison, kind, most);
        }
    }
    writeRules(layout, comparison);
    for (const std::string& note : comparison.notes) {
        layout.paragraph("  note: ", note, Tone::faint);
    }
}

} // namespace

void writeComparisonText(std::ostream& out, const RunComparison& comparison, const std::string& since,
                         const TextReportOptions& options) {
    TextLayout layout(out, options.style);
    layout.paragraph("", "Since " + since + ": " + changeCounts(comparison) + ".", Tone::strong);
    if (!options.summaryOnly) {
        writeDetails(layout, comparison, options.maxFindings);
    }
    if (!options.savedTo.empty()) {
        layout.paragraph("", "For QGIS: " + options.savedTo);
    }
}

} // namespace merestone
