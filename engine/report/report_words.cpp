// SPDX-License-Identifier: MIT
#include "report/report_words.hpp"

#include "base/text.hpp"
#include "exchange/wording.hpp"

#include <cmath>
#include <cstdint>

namespace merestone {

namespace {

constexpr std::size_t kLongestText = 600;
constexpr std::string_view kPlanName = "plan";
constexpr int kDecimals = 3;

} // namespace

std::string_view verdictMeaning(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::fail:
        return "The plan, or the land as it is, does not agree with a policy.";
    case Verdict::borderline:
        return "It agrees or not within the accuracy of the data; measuring cannot decide it.";
    case Verdict::cannotTell:
        return "Something that the check needs is missing from the data.";
    case Verdict::needsJudgement:
        return "The rule leaves it to people; the figures are there to help.";
    case Verdict::notRun:
        return "The rule could not run at all.";
    case Verdict::pass:
        return "It agrees with the policy.";
    case Verdict::notApplicable:
        return "The rule does not speak of it.";
    }
    return {};
}

std::string_view verdictAdvice(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::fail:
        return "Change the plan so that it agrees, or weigh the conflict and give the reason in a waiver.";
    case Verdict::borderline:
        return "Measure it again with more accurate data before relying on it.";
    case Verdict::cannotTell:
        return "Supply what is missing; each finding says what that is.";
    case Verdict::needsJudgement:
        return "Let somebody who knows the place decide, and say why in the plan.";
    case Verdict::notRun:
        return "Supply what the rule says that it lacks.";
    case Verdict::pass:
    case Verdict::notApplicable:
        return "Nothing.";
    }
    return {};
}

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
    return text.empty() ? "none" : text;
}

std::string quantityText(std::optional<double> value, const std::string& unit) {
    if (!value || !std::isfinite(*value)) {
        return {};
    }
    std::string number = rounded(*value, kDecimals);
    if (number == "0" && *value != 0.0) {
        number = shortest(*value);
    }
    return unit.empty() ? number : number + " " + unit;
}

std::string whoText(const FeatureRef& feature) {
    if (feature.layer == kPlanName && feature.id == kPlanName) {
        return "The plan";
    }
    if (feature.name.empty() || feature.name == feature.id) {
        return feature.id;
    }
    return feature.id.empty() ? feature.name : feature.name + " (" + feature.id + ")";
}

std::string whereText(const Finding& finding) {
    std::string text = featureText(finding.subject);
    if (finding.other) {
        text += " and " + featureText(*finding.other);
    }
    const std::string place = placeText(finding);
    return place.empty() ? text : text + ", " + place;
}

std::string placeWords(const Finding& finding) {
    std::string text = finding.subject.name + " " + finding.subject.id;
    if (finding.other) {
        text += " " + finding.other->name + " " + finding.other->id;
    }
    return lowered(text);
}

std::string shortened(std::string_view text) {
    if (text.size() <= kLongestText) {
        return std::string(text);
    }
    std::size_t end = kLongestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // in the middle of a character
    }
    return std::string(text.substr(0, end)) + "… (cut: " + std::to_string(text.size()) + " bytes in all)";
}

std::string anchorOf(std::string_view prefix, std::string_view key) {
    std::uint64_t hash = 0xcbf29ce484222325U; // FNV-1a
    for (const char c : key) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(prefix);
    for (int shift = 60; shift >= 0; shift -= 4) {
        text += kDigits[(hash >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return text;
}

std::string findingAnchor(const Finding& finding) {
    return anchorOf("f-", finding.key);
}

std::string rowAnchor(const Finding& finding) {
    return anchorOf("t-", finding.key);
}

std::string ruleAnchor(std::string_view rule) {
    return anchorOf("r-", rule);
}

std::string policyAnchor(std::string_view policy) {
    return anchorOf("p-", policy);
}

} // namespace merestone
