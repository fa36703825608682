// SPDX-License-Identifier: MIT
#include "comparison/differences.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr double kSameFigure = 1e-9; ///< relative: figures that another build of GEOS may give
constexpr int kShownDecimals = 2;
constexpr int kMostDecimals = 9;

void add(std::vector<Difference>& list, const char* what, std::string before, std::string after) {
    if (before != after) {
        list.push_back({what, std::move(before), std::move(after)});
    }
}

bool isSameFigure(const std::optional<double>& a, const std::optional<double>& b) noexcept {
    if (!a || !b) {
        return a.has_value() == b.has_value();
    }
    return *a == *b || std::abs(*a - *b) <= kSameFigure * std::max(std::abs(*a), std::abs(*b));
}

std::string withUnit(const std::optional<double>& value, int decimals, const std::string& unit) {
    return value ? rounded(*value, decimals) + (unit.empty() ? "" : " ") + unit : std::string();
}

/// With as many decimals as it takes to see the difference.
void addFigure(std::vector<Difference>& list, const char* what, const std::optional<double>& before,
               const std::optional<double>& after, const Finding& a, const Finding& b) {
    if (isSameFigure(before, after) && a.unit == b.unit) {
        return;
    }
    int decimals = kShownDecimals;
    while (decimals < kMostDecimals && before && after && rounded(*before, decimals) == rounded(*after, decimals)) {
        ++decimals;
    }
    add(list, what, withUnit(before, decimals, a.unit), withUnit(after, decimals, b.unit));
}

std::string waiverText(const Finding& finding) {
    if (!finding.waived) {
        return {};
    }
    const WaiverNote& waiver = *finding.waived;
    return waiver.reason + "; " + waiver.by + (waiver.until.empty() ? "" : ", until " + waiver.until);
}

std::string otherText(const Finding& finding) {
    if (!finding.other) {
        return {};
    }
    return finding.other->layer + " " + (finding.other->name.empty() ? finding.other->id : finding.other->name);
}

/// Evidence as it is written to files.
std::string wktOf(const Finding& finding) {
    try {
        return wkbToWkt(finding.evidenceWkb);
    } catch (const Error&) {
        return {};
    }
}

/// "E 407812 N 284233, 312.5 m2".
std::string placeText(const Finding& finding) {
    PackedGeometry place;
    if (appendWkb(place, finding.evidenceWkb).kind != WkbOutcome::Kind::read) {
        return {};
    }
    const Point centre = place.box(0).centre();
    std::string text = "E " + rounded(centre.x, 0) + " N " + rounded(centre.y, 0);
    if (place.shape(0) == Shape::polygon) {
        text += ", " + rounded(area(place, 0), kShownDecimals) + " m2";
    } else if (place.shape(0) == Shape::line) {
        text += ", " + rounded(length(place, 0), kShownDecimals) + " m";
    }
    return text;
}

void addPlace(std::vector<Difference>& list, const Finding& before, const Finding& after) {
    if (before.evidenceWkb == after.evidenceWkb || wktOf(before) == wktOf(after)) {
        return;
    }
    list.push_back({"place", placeText(before), placeText(after)}); // of another shape even where both read the same
}

} // namespace

std::vector<Difference> differencesOf(const Finding& before, const Finding& after) {
    std::vector<Difference> list;
    add(list, "verdict", std::string(verdictName(before.verdict)), std::string(verdictName(after.verdict)));
    add(list, "severity", std::string(severityName(before.severity)), std::string(severityName(after.severity)));
    add(list, "waiver", waiverText(before), waiverText(after));
    add(list, "id", before.subject.layer + " " + before.subject.id, after.subject.layer + " " + after.subject.id);
    add(list, "name", before.subject.name, after.subject.name);
    add(list, "other", otherText(before), otherText(after));
    addFigure(list, "measured", before.measured, after.measured, before, after);
    addFigure(list, "limit", before.limit, after.limit, before, after);
    add(list, "comparator", before.comparator, after.comparator);
    addPlace(list, before, after);
    add(list, "reason", before.reason, after.reason);
    return list;
}

std::vector<Difference> differencesOf(const RuleResult& before, const RuleResult& after) {
    std::vector<Difference> list;
    add(list, "verdict", std::string(verdictName(before.verdict)), std::string(verdictName(after.verdict)));
    add(list, "severity", std::string(severityName(before.severity)), std::string(severityName(after.severity)));
    for (const RuleSetting& setting : after.settings) {
        const auto same = std::find_if(before.settings.begin(), before.settings.end(),
                                       [&](const RuleSetting& other) { return other.parameter == setting.parameter; });
        if (same != before.settings.end()) {
            add(list, setting.parameter.c_str(), same->used.value, setting.used.value);
        }
    }
    return list;
}

} // namespace merestone
