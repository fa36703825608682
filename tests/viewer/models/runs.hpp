// SPDX-License-Identifier: MIT
#pragma once

#include "models/plan_session.hpp"

#include <memory>
#include <string>
#include <vector>

namespace merestone::tests {

/// A run of one policy, H1, with the rules H1.density and H1.shape; conflicts of the first are about these sites, in
/// their order.
[[nodiscard]] inline std::shared_ptr<RunResult> runWith(const std::vector<std::string>& sites) {
    auto run = std::make_shared<RunResult>();
    run->policies = {{"H1", "Homes"}};
    for (const char* id : {"H1.density", "H1.shape"}) {
        RuleResult rule;
        rule.id = id;
        rule.policy = "H1";
        rule.title = std::string("Title of ") + id;
        rule.verdict = Verdict::pass;
        run->rules.push_back(rule);
    }
    double measured = 30.0;
    for (const std::string& site : sites) {
        Finding finding;
        finding.rule = "H1.density";
        finding.policy = "H1";
        finding.subject = {"sites", site, "Name of " + site};
        finding.key = findingKey("H1.density", finding.subject, nullptr);
        finding.message = "Site " + site + " is too empty";
        finding.measured = measured;
        finding.limit = 40.0;
        finding.margin = measured - 40.0;
        finding.comparator = ">=";
        finding.unit = "dwellings/ha";
        measured /= 3.0;
        run->findings.push_back(finding);
    }
    if (!sites.empty()) {
        run->rules[0].verdict = Verdict::fail;
        run->rules[0].counts[Verdict::fail] = sites.size();
    }
    return run;
}

} // namespace merestone::tests
