// SPDX-License-Identifier: MIT
#pragma once

#include "engine/exchange/sample_run.hpp"
#include "exchange/checked_plan.hpp"

#include <memory>
#include <string>

namespace merestone::tests {

inline CheckedPlans checkedSample(RunResult run = sampleRun()) {
    CheckedPlans plans;
    plans.push_back(std::make_unique<CheckedPlan>());
    plans.back()->file = run.plan.file;
    plans.back()->run = std::move(run);
    plans.back()->status = 1;
    return plans;
}

inline void addFailedPlan(CheckedPlans& plans) {
    plans.push_back(std::make_unique<CheckedPlan>());
    plans.back()->file = "broken/plan.yaml";
    plans.back()->error = "broken/plan.yaml:3:1: unknown key 'polcies'";
    plans.back()->status = 2;
}

inline void compareWith(CheckedPlan& plan, RunResult before) {
    plan.since = std::make_unique<SinceBaseline>();
    plan.since->file = "before.json";
    plan.since->before = std::move(before);
    plan.since->comparison = compareRuns(plan.since->before, plan.run);
}

/// Texts that somebody may put into an attribute to steer the program that shows it.
inline RunResult hostileRun() {
    RunResult run = sampleRun();
    run.findings[0].message = "<script>alert(1)</script> ]]> & [a](javascript:b) {0} \x01\x1b[2J \xff\xef\xbf\xbf";
    run.findings[0].subject.name = "=cmd|' /C calc'!A0";
    run.findings[1].subject.name = "line\none\r\ntwo, \"quoted\"";
    run.findings[2].subject.id = "@SUM(1+1)";
    run.rules[0].title = "\"><b>title</b>";
    run.plan.title = "--> ' <x>";
    run.inputs[0].source = "../with space/%41<b>é.gpkg";
    return run;
}

} // namespace merestone::tests
