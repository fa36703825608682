// SPDX-License-Identifier: MIT
#include "exchange/wording.hpp"

#include "base/text.hpp"
#include "geometry/wkb.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr std::string_view kPlanName = "plan"; // layer and id of the one subject of rules for the plan as a whole
constexpr int kUsualDecimals = 2;
constexpr int kMostDecimals = 9;

/// Two decimals, and as many more as it takes not to show a figure as nothing.
int decimalsFor(double value) {
    int decimals = kUsualDecimals;
    while (decimals < kMostDecimals && value != 0.0 && rounded(value, decimals) == "0") {
        ++decimals;
    }
    return decimals;
}

/// As many decimals as it takes to see that two figures differ: 399.9996 m is not "400 m, at least 400 m required".
int decimalsFor(double a, double b) {
    int decimals = std::max(decimalsFor(a), decimalsFor(b));
    while (decimals < kMostDecimals && a != b && rounded(a, decimals) == rounded(b, decimals)) {
        ++decimals;
    }
    return decimals;
}

std::string withUnit(double value, int decimals, const std::string& unit) {
    const std::string number = rounded(value, decimals);
    return unit.empty() ? number : number + " " + unit;
}

std::string marginText(const Finding& finding) {
    const double margin = finding.margin.value_or(0.0);
    if (margin == 0.0 || !std::isfinite(margin)) {
        return {};
    }
    std::string text = ", " + withUnit(std::abs(margin), decimalsFor(margin), finding.unit);
    if (margin > 0.0) {
        return text + " to spare";
    }
    if (finding.comparator == ">=" || finding.comparator == ">") {
        return text + " too low";
    }
    if (finding.comparator == "<=" || finding.comparator == "<") {
        return text + " too high";
    }
    return {}; // how far a count or a year is from the one that is asked for, the two figures tell
}

/// A check that is made with 1 for yes and 0 for no.
bool isYesOrNo(const Finding& finding) {
    const auto isBit = [](const std::optional<double>& value) { return value && (*value == 0.0 || *value == 1.0); };
    return finding.unit.empty() && finding.comparator == "=" && isBit(finding.measured) && isBit(finding.limit);
}

} // namespace

std::string_view verdictWords(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::fail:
        return "policy conflict";
    case Verdict::borderline:
        return "borderline";
    case Verdict::cannotTell:
        return "cannot tell";
    case Verdict::needsJudgement:
        return "needs judgement";
    case Verdict::notRun:
        return "not run";
    case Verdict::pass:
        return "passes";
    case Verdict::notApplicable:
        return "not applicable";
    }
    return "not run";
}

std::string verdictCount(Verdict verdict, std::size_t count) {
    std::string text = std::to_string(count) + " ";
    if (count != 1 && verdict == Verdict::fail) {
        return text + "policy conflicts";
    }
    if (count != 1 && verdict == Verdict::needsJudgement) {
        return text + "need judgement";
    }
    if (count != 1 && verdict == Verdict::pass) {
        return text + "pass";
    }
    return text.append(verdictWords(verdict));
}

std::string sourceText(const RuleSource& source) {
    std::string text = source.document;
    if (!source.clause.empty()) {
        text += (text.empty() ? "" : ", ") + source.clause;
    }
    if (!source.confirmed && !text.empty()) {
        text += " (to be confirmed)";
    }
    return text;
}

std::string_view comparatorWords(std::string_view comparator) noexcept {
    if (comparator == ">=") {
        return "at least";
    }
    if (comparator == "<=") {
        return "at most";
    }
    if (comparator == ">") {
        return "more than";
    }
    if (comparator == "<") {
        return "less than";
    }
    if (comparator == "=") {
        return "exactly";
    }
    if (comparator == "<>" || comparator == "!=") {
        return "anything but";
    }
    return comparator;
}

std::string figureText(const Finding& finding) {
    if (!finding.measured || !std::isfinite(*finding.measured) || isYesOrNo(finding)) {
        return {};
    }
    const double measured = *finding.measured;
    const bool limited = finding.limit && std::isfinite(*finding.limit);
    const int decimals = limited ? decimalsFor(measured, *finding.limit) : decimalsFor(measured);
    std::string text = withUnit(measured, decimals, finding.unit) + " measured";
    if (limited) {
        text += ", ";
        text += comparatorWords(finding.comparator);
        text += " " + withUnit(*finding.limit, decimals, finding.unit) + " required" + marginText(finding);
    }
    if (finding.uncertainty > 0.0 && std::isfinite(finding.uncertainty)) {
        text += ", uncertain by " + withUnit(finding.uncertainty, decimalsFor(finding.uncertainty), finding.unit);
    }
    return text;
}

std::string featureText(const FeatureRef& feature) {
    if (feature.layer == kPlanName && feature.id == kPlanName) {
        return "the plan";
    }
    std::string text = feature.id;
    if (!feature.name.empty() && feature.name != feature.id) {
        text += (text.empty() ? "'" : " '") + feature.name + "'";
    }
    if (!feature.layer.empty()) {
        text += (text.empty() ? "" : " in ") + feature.layer;
    }
    return text;
}

std::string placeText(const Finding& finding) {
    PackedGeometry evidence;
    if (finding.evidenceWkb.empty() || appendWkb(evidence, finding.evidenceWkb, false).kind != WkbOutcome::Kind::read) {
        return {};
    }
    const Point centre = evidence.box(0).centre();
    return "E " + rounded(centre.x, 0) + " N " + rounded(centre.y, 0);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

} // namespace merestone
