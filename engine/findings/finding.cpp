// SPDX-License-Identifier: MIT
#include "findings/finding.hpp"

#include "findings/rule_state.hpp"

namespace merestone {

namespace {

/// '|' and ':' divide a key, '#' begins the number of a repeated one, '%' escapes.
void appendEscaped(std::string& key, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '%':
            key += "%25";
            break;
        case '|':
            key += "%7C";
            break;
        case ':':
            key += "%3A";
            break;
        case '#':
            key += "%23";
            break;
        default:
            key += c;
        }
    }
}

void appendFeature(std::string& key, const FeatureRef& feature) {
    key += '|';
    appendEscaped(key, feature.layer);
    key += ':';
    appendEscaped(key, feature.id);
}

} // namespace

std::string findingKey(std::string_view rule, const FeatureRef& subject, const FeatureRef* other) {
    std::string key;
    appendEscaped(key, rule);
    appendFeature(key, subject);
    if (other != nullptr) {
        appendFeature(key, *other);
    }
    return key;
}

Summary summarise(const RunResult& run) {
    Summary summary;
    for (const RuleResult& rule : run.rules) {
        for (const auto& [verdict, count] : rule.counts) {
            summary.counts[verdict] += count;
        }
        summary.waived += rule.waived;
    }
    return summary;
}

int exitStatus(const RunResult& run, Severity failOn) {
    bool undecided = false;
    for (const RuleResult& rule : run.rules) {
        if (rule.severity <= failOn && hasOpenConflict(rule)) {
            return 1;
        }
        undecided = undecided || (rule.severity == Severity::must && hasUndecided(rule));
    }
    return undecided ? 3 : 0;
}

} // namespace merestone
