// SPDX-License-Identifier: MIT
#include "rules/data_rules.hpp"

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "rules/write_finding.hpp"

#include <algorithm>

namespace merestone {

namespace {

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

void checkGeometries(const LayerMap& layers, DataFindings& result) {
    const std::string rule = "data.geometry";
    const std::size_t before = result.findings.size();
    for (const auto& [name, layer] : layers) {
        for (const GeometryDefect& defect : layer->defects()) {
            const FeatureRef subject = referTo(*layer, defect.feature);
            const std::string who = subject.name.empty() ? subject.id : subject.name;
            Finding finding = dataFinding(rule, subject,
                                          who + " in layer '" + name + "' is not valid: " + defect.reason + "; " +
                                              whatWasDone(*layer, defect));
            if (defect.hasPlace) {
                finding.evidenceWkb = wkbPoint(defect.place);
            }
            result.findings.push_back(std::move(finding));
        }
    }
    if (result.findings.size() > before) {
        result.rules.push_back(dataRule(rule, "Every geometry is valid", result.findings.size() - before));
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
