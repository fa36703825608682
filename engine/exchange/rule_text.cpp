// SPDX-License-Identifier: MIT
#include "exchange/rule_text.hpp"

#include "exchange/wording.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace merestone {

namespace {

constexpr std::string_view kRuleIndent = "  ";
constexpr std::string_view kTextIndent = "      ";
constexpr std::string_view kFindingLead = "      - ";
constexpr std::string_view kFindingIndent = "        ";

bool isListed(const Finding& finding) noexcept {
    return finding.verdict != Verdict::pass && finding.verdict != Verdict::notApplicable;
}

/// By verdict, then by how far the wrong side of the limit; what has no margin comes after what has.
bool isWorse(const Finding* a, const Finding* b) {
    if (a->verdict != b->verdict) {
        return a->verdict < b->verdict;
    }
    const auto margin = [](const Finding* finding) {
        return finding->margin && !std::isnan(*finding->margin) ? *finding->margin
                                                                : std::numeric_limits<double>::infinity();
    };
    return margin(a) < margin(b);
}

bool allConflictsWaived(const RuleResult& rule) {
    const auto fails = rule.counts.find(Verdict::fail);
    return rule.verdict == Verdict::fail && fails != rule.counts.end() && fails->second > 0 &&
           rule.waived >= fails->second;
}

std::string heading(const RuleResult& rule) {
    std::string text(verdictWords(rule.verdict));
    if (allConflictsWaived(rule)) {
        text += ", waived";
    }
    text += ": " + (rule.title.empty() ? rule.id : rule.title);
    return text + " [" + rule.id + ", " + std::string(severityName(rule.severity)) + "]";
}

/// "3 policy conflicts (1 waived), 2 cannot tell, 40 passes, 5 not applicable".
std::string countsText(const RuleResult& rule) {
    std::string text;
    for (const auto& [verdict, count] : rule.counts) {
        if (count == 0) {
            continue;
        }
        text += (text.empty() ? "" : ", ") + verdictCount(verdict, count);
        if (verdict == Verdict::fail && rule.waived > 0) {
            text += " (" + std::to_string(rule.waived) + " waived)";
        }
    }
    return text;
}

void writeFinding(TextLayout& layout, const Finding& finding, Verdict ruleVerdict) {
    std::string sentence = finding.message.empty() ? featureText(finding.subject) : finding.message;
    const std::string verdict(verdictWords(finding.verdict));
    if (finding.verdict != ruleVerdict && sentence.find(verdict) == std::string::npos) {
        sentence = verdict + ": " + sentence;
    }
    layout.paragraph(kFindingLead, sentence);
    if (const std::string figure = figureText(finding); !figure.empty()) {
        layout.paragraph(kFindingIndent, figure, Tone::strong);
    }
    std::string where = featureText(finding.subject);
    if (finding.other) {
        where += " and " + featureText(*finding.other);
    }
    if (const std::string place = placeText(finding); !place.empty()) {
        where += (where.empty() ? "" : ", ") + place;
    }
    if (!where.empty()) {
        layout.paragraph(kFindingIndent, "where: " + where, Tone::faint);
    }
    if (!finding.reason.empty()) {
        layout.paragraph(kFindingIndent, "why: " + finding.reason, Tone::faint);
    }
}

void writeWaived(TextLayout& layout, const Finding& finding) {
    const WaiverNote& waiver = *finding.waived;
    std::string text = "waived: " + (finding.message.empty() ? featureText(finding.subject) : finding.message);
    text += " (" + waiver.reason + "; " + waiver.by;
    text += waiver.until.empty() ? ")" : ", until " + waiver.until + ")";
    layout.paragraph(kFindingLead, text, Tone::faint);
}

std::size_t shownOf(std::size_t count, std::size_t most) {
    return most == 0 ? count : std::min(count, most);
}

void writeMore(TextLayout& layout, std::size_t hidden) {
    if (hidden > 0) {
        layout.paragraph(kFindingLead, "… and " + std::to_string(hidden) + " more (see --format json)", Tone::faint);
    }
}

} // namespace

VerdictMark markOf(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::fail:
        return {"✗", Tone::bad};
    case Verdict::borderline:
        return {"≈", Tone::doubtful};
    case Verdict::cannotTell:
        return {"?", Tone::doubtful};
    case Verdict::needsJudgement:
        return {"◇", Tone::doubtful};
    case Verdict::notRun:
        return {"!", Tone::doubtful};
    case Verdict::pass:
        return {"✓", Tone::good};
    case Verdict::notApplicable:
        return {"–", Tone::faint};
    }
    return {"!", Tone::doubtful};
}

bool isQuiet(const RuleResult& rule) noexcept {
    return rule.verdict == Verdict::pass || rule.verdict == Verdict::notApplicable;
}

void writeRuleText(TextLayout& layout, const RuleResult& rule, const std::vector<const Finding*>& findings,
                   std::size_t maxFindings) {
    const VerdictMark mark = markOf(rule.verdict);
    layout.marked(kRuleIndent, mark.shape, allConflictsWaived(rule) ? Tone::faint : mark.tone, heading(rule));
    if (const std::string source = sourceText(rule.source); !source.empty()) {
        layout.paragraph(kTextIndent, "source: " + source, Tone::faint);
    }
    for (const std::string& setting : settingTexts(rule.settings)) {
        layout.paragraph(kTextIndent, "setting: " + setting, Tone::faint);
    }
    if (!rule.reason.empty()) {
        layout.paragraph(kTextIndent, rule.reason);
    }
    if (const std::string counts = countsText(rule); !counts.empty()) {
        layout.paragraph(kTextIndent, counts);
    }
    std::vector<const Finding*> open;
    std::vector<const Finding*> waived;
    for (const Finding* finding : findings) {
        if (isListed(*finding)) {
            (finding->waived ? waived : open).push_back(finding);
        }
    }
    std::stable_sort(open.begin(), open.end(), isWorse);
    const std::size_t shown = shownOf(open.size(), maxFindings);
    for (std::size_t i = 0; i < shown; ++i) {
        writeFinding(layout, *open[i], rule.verdict);
    }
    writeMore(layout, open.size() - shown);
    const std::size_t shownWaived = shownOf(waived.size(), maxFindings);
    for (std::size_t i = 0; i < shownWaived; ++i) {
        writeWaived(layout, *waived[i]);
    }
    writeMore(layout, waived.size() - shownWaived);
}

} // namespace merestone
