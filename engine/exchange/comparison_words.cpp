// SPDX-License-Identifier: MIT
#include "exchange/comparison_words.hpp"

#include "exchange/wording.hpp"

namespace merestone {

namespace {

constexpr std::array kVerdicts{Verdict::fail,   Verdict::borderline, Verdict::cannotTell,   Verdict::needsJudgement,
                               Verdict::notRun, Verdict::pass,       Verdict::notApplicable};

std::string verdictInWords(const std::string& name) {
    for (const Verdict verdict : kVerdicts) {
        if (verdictName(verdict) == name) {
            return std::string(verdictWords(verdict));
        }
    }
    return name;
}

std::string_view countWords(ChangeKind kind) noexcept {
    switch (kind) {
    case ChangeKind::added:
        return "new";
    case ChangeKind::changed:
        return "changed";
    case ChangeKind::notChecked:
        return "not checked any more";
    case ChangeKind::fixed:
        return "no longer there";
    case ChangeKind::stillThere:
        return "still there";
    }
    return "changed";
}

std::string_view subjectOf(const std::string& what) noexcept {
    if (what == "id") {
        return "renamed";
    }
    if (what == "place") {
        return "moved or reshaped";
    }
    return what == "other" ? "other feature" : std::string_view(what);
}

} // namespace

std::string_view changeHeading(ChangeKind kind) noexcept {
    switch (kind) {
    case ChangeKind::added:
        return "New";
    case ChangeKind::changed:
        return "Changed";
    case ChangeKind::notChecked:
        return "Not checked any more";
    case ChangeKind::fixed:
        return "No longer there";
    case ChangeKind::stillThere:
        return "Still there";
    }
    return "Changed";
}

std::string changeCounts(const RunComparison& comparison) {
    std::string text;
    for (const ChangeKind kind : kChangeOrder) {
        const auto count = comparison.counts.find(kind);
        if (count != comparison.counts.end() && count->second > 0) {
            text += (text.empty() ? "" : ", ") + std::to_string(count->second) + " ";
            text += countWords(kind);
        }
    }
    return text.empty() ? "nothing in either run" : text;
}

std::string differenceText(const Difference& difference) {
    const bool isVerdict = difference.what == "verdict";
    const auto shown = [isVerdict](const std::string& text) {
        return text.empty() ? std::string("none") : isVerdict ? verdictInWords(text) : text;
    };
    return std::string(subjectOf(difference.what)) + ": " + shown(difference.after) +
           ", before: " + shown(difference.before);
}

} // namespace merestone
