// SPDX-License-Identifier: MIT
#include "exchange/findings_junit.hpp"

#include "exchange/wording.hpp"
#include "exchange/xml_text.hpp"
#include "findings/rule_state.hpp"

#include <algorithm>
#include <vector>

namespace merestone {

namespace {

enum class Outcome { passed, failure, error, skipped };

struct TestCase {
    std::string name;
    Outcome outcome = Outcome::passed;
    std::string type;    ///< of a failure or error
    std::string message; ///< one line
    std::string details;
    std::string output; ///< what stands beside the outcome: source, settings, waived conflicts
};

struct TestSuite {
    std::string name;
    std::string package;
    std::vector<TestCase> cases;
};

struct Tally {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;

    void add(Outcome outcome) {
        ++tests;
        failures += outcome == Outcome::failure ? 1 : 0;
        errors += outcome == Outcome::error ? 1 : 0;
        skipped += outcome == Outcome::skipped ? 1 : 0;
    }
};

using Changes = std::map<std::string_view, const FindingChange*>;

/// Whether a finding is a conflict that makes the exit status 1.
bool countsAgainst(const Finding& finding, const Changes& changes, bool hasBaseline, Severity failOn) {
    if (!hasBaseline) {
        return isOpenConflict(finding, failOn);
    }
    const auto change = changes.find(finding.key);
    return change != changes.end() && bringsConflict(*change->second, failOn);
}

std::string lineFor(const Finding& finding) {
    std::string line = "- ";
    if (finding.verdict != Verdict::fail) {
        line += std::string(verdictWords(finding.verdict)) + ": ";
    }
    line += finding.message.empty() ? featureText(finding.subject) : finding.message;
    if (const std::string figure = figureText(finding); !figure.empty()) {
        line += "; " + figure;
    }
    if (const std::string place = placeText(finding); !place.empty()) {
        line += "; " + place;
    }
    if (!finding.reason.empty()) {
        line += "; " + finding.reason.str();
    }
    return line + " [" + finding.key + "]\n";
}

std::string besides(const RuleResult& rule, const std::vector<const Finding*>& findings) {
    std::string text;
    if (const std::string source = sourceText(rule.source); !source.empty()) {
        text += "source: " + source + "\n";
    }
    for (const std::string& setting : settingTexts(rule.settings)) {
        text += "setting: " + setting + "\n";
    }
    for (const Finding* finding : findings) {
        if (finding->waived) {
            text += "waived (" + finding->waived->reason + "; " + finding->waived->by + "): " + lineFor(*finding);
        }
    }
    return text;
}

std::string countsLine(const RuleResult& rule) {
    std::string text;
    for (const auto& [verdict, count] : rule.counts) {
        if (count > 0) {
            text += (text.empty() ? "" : ", ") + verdictCount(verdict, count);
        }
    }
    if (text.empty()) {
        text = verdictWords(rule.verdict);
    }
    return rule.reason.empty() ? text : text + ": " + rule.reason;
}

class RuleCases {
public:
    RuleCases(const CheckedPlan& plan, Severity failOn)
        : m_failOn(failOn), m_hasBaseline(plan.since != nullptr), m_changes(changesByKey(plan)) {}

    [[nodiscard]] TestCase caseFor(const RuleResult& rule, const std::vector<const Finding*>& findings) const {
        TestCase test{rule.title.empty() ? rule.id : rule.id + ": " + rule.title, Outcome::passed, "", "", "", ""};
        test.output = besides(rule, findings);
        std::vector<const Finding*> listed;
        for (const Finding* finding : findings) {
            if (countsAgainst(*finding, m_changes, m_hasBaseline, m_failOn)) {
                listed.push_back(finding);
            }
        }
        if (!listed.empty() || (failsAsAWhole(rule) && rule.severity <= m_failOn && !m_hasBaseline)) {
            test.outcome = Outcome::failure;
            test.type = "policy conflict";
        } else if (rule.severity == Severity::must && hasUndecided(rule)) {
            test.outcome = Outcome::error;
            test.type = "undecided";
        } else if (rule.verdict != Verdict::pass) {
            test.outcome = Outcome::skipped;
        }
        if (test.outcome != Outcome::passed) {
            test.message = countsLine(rule);
            test.details = details(listed.empty() ? findings : listed);
        }
        return test;
    }

private:
    [[nodiscard]] static std::string details(const std::vector<const Finding*>& findings) {
        std::string text;
        for (const Finding* finding : findings) {
            if (finding->verdict != Verdict::pass && finding->verdict != Verdict::notApplicable && !finding->waived) {
                text += lineFor(*finding);
            }
        }
        return text;
    }

    Severity m_failOn;
    bool m_hasBaseline;
    Changes m_changes;
};

/// A rule whose verdict stands in no list: told all the same.
RuleResult ruleOf(const Finding& finding) {
    RuleResult rule;
    rule.id = finding.rule;
    rule.policy = finding.policy;
    rule.severity = finding.severity;
    rule.verdict = finding.verdict;
    return rule;
}

std::vector<TestSuite> suitesOf(const CheckedPlan& plan, Severity failOn) {
    if (!plan.error.empty()) {
        TestCase test{"The plan can be checked", Outcome::error, "could not run", plan.error, "", ""};
        return {{plan.file, plan.file, {std::move(test)}}};
    }
    std::map<std::string_view, std::vector<const Finding*>> findings;
    for (const Finding& finding : plan.run.findings) {
        findings[finding.rule].push_back(&finding);
    }
    std::vector<TestSuite> suites;
    std::map<std::string, std::size_t> byPolicy;
    const auto suiteFor = [&](const std::string& policy) -> TestSuite& {
        const auto [at, isNew] = byPolicy.emplace(policy, suites.size());
        if (isNew) {
            suites.push_back({policy.empty() ? "plan" : policy, plan.run.plan.title, {}});
        }
        return suites[at->second];
    };
    for (const auto& [id, title] : plan.run.policies) {
        suiteFor(id).name = title.empty() ? id : id + " " + title;
    }
    const RuleCases cases(plan, failOn);
    for (const RuleResult& rule : plan.run.rules) {
        suiteFor(rule.policy).cases.push_back(cases.caseFor(rule, findings[rule.id]));
        findings.erase(rule.id);
    }
    for (const auto& [id, list] : findings) {
        suiteFor(list.front()->policy).cases.push_back(cases.caseFor(ruleOf(*list.front()), list));
    }
    std::erase_if(suites, [](const TestSuite& suite) { return suite.cases.empty(); });
    return suites;
}

void writeAttribute(std::ostream& out, const char* name, const std::string& value) {
    out << ' ' << name << "=\"" << xmlAttribute(value) << '"';
}

void writeTally(std::ostream& out, const Tally& tally) {
    out << " tests=\"" << tally.tests << "\" failures=\"" << tally.failures << "\" errors=\"" << tally.errors
        << "\" skipped=\"" << tally.skipped << '"';
}

void writeCase(std::ostream& out, const TestSuite& suite, const TestCase& test) {
    out << "    <testcase";
    writeAttribute(out, "classname", suite.name);
    writeAttribute(out, "name", test.name);
    if (test.outcome == Outcome::passed && test.output.empty()) {
        out << "/>\n";
        return;
    }
    out << ">\n";
    if (test.outcome != Outcome::passed) {
        const char* element = test.outcome == Outcome::failure ? "failure"
                              : test.outcome == Outcome::error ? "error"
                                                               : "skipped";
        out << "      <" << element;
        writeAttribute(out, "message", test.message);
        if (!test.type.empty()) {
            writeAttribute(out, "type", test.type);
        }
        out << '>' << xmlText(test.details) << "</" << element << ">\n";
    }
    if (!test.output.empty()) {
        out << "      <system-out>" << xmlText(test.output) << "</system-out>\n";
    }
    out << "    </testcase>\n";
}

} // namespace

void writeJunit(std::ostream& out, const CheckedPlans& plans, Severity failOn) {
    std::vector<TestSuite> suites;
    Tally all;
    for (const auto& plan : plans) {
        std::vector<TestSuite> ofPlan = suitesOf(*plan, failOn);
        std::move(ofPlan.begin(), ofPlan.end(), std::back_inserter(suites));
    }
    std::vector<Tally> tallies(suites.size());
    for (std::size_t i = 0; i < suites.size(); ++i) {
        for (const TestCase& test : suites[i].cases) {
            tallies[i].add(test.outcome);
            all.add(test.outcome);
        }
    }
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"merestone check\"";
    writeTally(out, all);
    out << ">\n";
    for (std::size_t i = 0; i < suites.size(); ++i) {
        out << "  <testsuite";
        writeAttribute(out, "name", suites[i].name);
        writeAttribute(out, "package", suites[i].package);
        writeTally(out, tallies[i]);
        out << ">\n";
        for (const TestCase& test : suites[i].cases) {
            writeCase(out, suites[i], test);
        }
        out << "  </testsuite>\n";
    }
    out << "</testsuites>\n";
}

} // namespace merestone
