// SPDX-License-Identifier: MIT
#include "rules/data_rules.hpp"

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "rules/write_finding.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr const char* kGeometryRule = "data.geometry";

Finding dataFinding(const std::string& rule, FeatureRef subject, std::string message) {
    Finding finding;
    finding.rule = rule;
    finding.policy = kDataPolicy;
    finding.severity = Severity::note;
    finding.verdict = Verdict::fail;
    finding.subject = std::move(subject);
    finding.message = std::move(message);
    finding.key = findingKey(finding.rule, finding.subject, nullptr);
    return finding;
}

RuleResult dataRule(const std::string& id, const std::string& title, std::size_t count) {
    RuleResult rule;
    rule.id = id;
    rule.policy = kDataPolicy;
    rule.title = title;
    rule.severity = Severity::note;
    rule.verdict = Verdict::fail;
    rule.source = {"Merestone", "reliability of the data", "", true};
    rule.counts[Verdict::fail] = count;
    return rule;
}

std::string whatWasDone(const Layer& layer, const GeometryDefect& defect) {
    switch (layer.state(defect.feature)) {
    case GeometryState::repaired:
        return "repaired for this run: " + rounded(defect.areaBefore, 2) + " m2 before, " +
               rounded(defect.areaAfter, 2) + " m2 after";
    case GeometryState::leftOut:
        return "left out of every measure, as the plan says";
    default:
        return "cannot be used: rules about it cannot tell";
    }
}

bool isOpenConflict(const Finding& finding) {
    return finding.verdict == Verdict::fail || finding.verdict == Verdict::borderline ||
           finding.verdict == Verdict::needsJudgement;
}

} // namespace

std::size_t addGeometryFindings(const Layer& layer, const std::vector<bool>& rows, std::vector<Finding>& findings) {
    std::size_t count = 0;
    for (const GeometryDefect& defect : layer.defects()) {
        if (!rows.empty() && !rows[defect.feature]) {
            continue;
        }
        const FeatureRef subject = referTo(layer, defect.feature);
        const std::string who = subject.name.empty() ? subject.id : subject.name;
        Finding finding = dataFinding(kGeometryRule, subject,
                                      who + " in layer '" + layer.name() + "' is not valid: " + defect.reason + "; " +
                                          whatWasDone(layer, defect));
        if (defect.hasPlace) {
            finding.evidenceWkb = wkbPoint(defect.place);
        }
        findings.push_back(std::move(finding));
        ++count;
    }
    return count;
}

void checkGeometries(const LayerMap& layers, std::vector<Finding> before, DataFindings& result) {
    std::vector<Finding> findings = std::move(before);
    for (const auto& [name, layer] : layers) {
        addGeometryFindings(*layer, {}, findings);
    }
    if (!findings.empty()) {
        result.rules.push_back(dataRule(kGeometryRule, "Every geometry is valid", findings.size()));
        std::move(findings.begin(), findings.end(), std::back_inserter(result.findings));
    }
}

void applyWaivers(const Plan& plan, const std::string& today, std::vector<RuleResult>& rules,
                  std::vector<Finding>& findings, DataFindings& result) {
    const std::string rule = "data.waivers";
    std::size_t count = 0;
    for (const WaiverSpec& waiver : plan.waivers) {
        const auto ofRule = std::find_if(
            rules.begin(), rules.end(), [&waiver](const RuleResult& candidate) { return candidate.id == waiver.rule; });
        if (ofRule == rules.end()) {
            continue; // its rule was not asked for in this run
        }
        const FeatureRef subject{"waivers", waiver.rule + (waiver.subject.empty() ? "" : "/" + waiver.subject), ""};
        if (!waiver.until.empty() && waiver.until < today) {
            result.findings.push_back(dataFinding(rule, subject,
                                                  "the waiver for rule " + waiver.rule + " lapsed on " + waiver.until +
                                                      " and covers nothing any more; renew it or remove it"));
            ++count;
            continue;
        }
        bool matched = false;
        for (Finding& finding : findings) {
            if (finding.rule == waiver.rule && isOpenConflict(finding) && !finding.waived &&
                (waiver.subject.empty() || finding.subject.id == waiver.subject)) {
                finding.waived = WaiverNote{waiver.reason, waiver.by, waiver.until};
                ofRule->waived += finding.verdict == Verdict::fail ? 1 : 0;
                matched = true;
            }
        }
        if (!matched) {
            result.findings.push_back(dataFinding(rule, subject,
                                                  "the waiver for rule " + waiver.rule +
                                                      " matches no conflict; correct its subject or remove it"));
            ++count;
        }
    }
    if (count > 0) {
        result.rules.push_back(dataRule(rule, "Every waiver covers a conflict and is in force", count));
    }
}

} // namespace merestone
