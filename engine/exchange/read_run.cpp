// SPDX-License-Identifier: MIT
#include "exchange/read_run.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/findings_json.hpp"
#include "exchange/run_values.hpp"
#include "geometry/geos.hpp"

#include <array>
#include <limits>
#include <system_error>

namespace merestone {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN(); // null, and written as null again
constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 30U;
constexpr std::array kVerdicts{Verdict::fail,   Verdict::borderline, Verdict::cannotTell,   Verdict::needsJudgement,
                               Verdict::notRun, Verdict::pass,       Verdict::notApplicable};
constexpr std::array kSeverities{Severity::must, Severity::should, Severity::note};

template <typename Value, std::size_t Count>
Value named(const RunValue& text, const std::array<Value, Count>& values, std::string_view (*name)(Value) noexcept) {
    const std::string wanted = text.text();
    for (const Value value : values) {
        if (name(value) == wanted) {
            return value;
        }
    }
    text.fail("holds '" + printable(wanted) + "', which this version does not know");
}

RuleSource readSource(const RunValue& value) {
    return {value["document"].textOrNull(), value["clause"].textOrNull(), value["url"].textOrNull(),
            value["confirmed"].flag()};
}

std::map<Verdict, std::size_t> readCounts(const RunValue& value) {
    std::map<Verdict, std::size_t> counts;
    for (const Verdict verdict : kVerdicts) {
        if (const std::size_t count = value[verdictName(verdict)].count(); count > 0) {
            counts[verdict] = count;
        }
    }
    return counts;
}

SettingValue readSettingValue(const RunValue& value) {
    const RunValue from = value["from"];
    SettingValue setting{value["value"].text(), from["id"].text(), from["owner"].text(), from["level"].text(), {}};
    setting.source = readSource(from);
    return setting;
}

RuleSetting readSetting(const RunValue& value) {
    RuleSetting setting;
    setting.parameter = value["parameter"].text();
    setting.used = readSettingValue(value);
    value["overrides"].each([&](const RunValue& other) { setting.overrides.push_back(readSettingValue(other)); });
    return setting;
}

Statistic readStatistic(const RunValue& value) {
    return {value["name"].text(),
            value["kind"].textOrNull(),
            value["unit"].text(),
            value["count"].count(),
            value["sum"].numberOrNull().value_or(kUnknown),
            value["minimum"].numberOrNull().value_or(kUnknown),
            value["maximum"].numberOrNull().value_or(kUnknown)};
}

RuleResult readRule(const RunValue& value) {
    RuleResult rule;
    rule.id = value["id"].text();
    rule.policy = value["policy"].text();
    rule.title = value["title"].text();
    rule.explanation = value["explanation"].textOrNull();
    rule.severity = named(value["severity"], kSeverities, severityName);
    rule.verdict = named(value["verdict"], kVerdicts, verdictName);
    rule.reason = value["reason"].textOrNull();
    rule.source = readSource(value["source"]);
    rule.counts = readCounts(value["counts"]);
    rule.waived = value["waived"].count();
    value["settings"].each([&](const RunValue& setting) { rule.settings.push_back(readSetting(setting)); });
    value["statistics"].each([&](const RunValue& statistic) { rule.statistics.push_back(readStatistic(statistic)); });
    return rule;
}

FeatureRef readFeature(const RunValue& value) {
    return {value["layer"].text(), value["id"].text(), value["name"].textOrNull()};
}

std::string readEvidence(const RunValue& value) {
    const std::string wkt = value.textOrNull();
    if (wkt.empty()) {
        return {};
    }
    try {
        return toWkb(*fromWkt(wkt));
    } catch (const Error&) {
        value.fail("is no geometry");
    }
}

Finding readFinding(const RunValue& value) {
    Finding finding;
    finding.key = value["key"].text();
    finding.rule = value["rule"].text();
    finding.policy = value["policy"].text();
    finding.severity = named(value["severity"], kSeverities, severityName);
    finding.verdict = named(value["verdict"], kVerdicts, verdictName);
    if (const RunValue waived = value["waived"]; !waived.isNull()) {
        finding.waived = WaiverNote{waived["reason"].text(), waived["by"].text(), waived["until"].textOrNull()};
    }
    finding.subject = readFeature(value["subject"]);
    if (const RunValue other = value["other"]; !other.isNull()) {
        finding.other = readFeature(other);
    }
    finding.measured = value["measured"].numberOrNull();
    finding.limit = value["limit"].numberOrNull();
    finding.comparator = value["comparator"].textOrNull();
    finding.unit = value["unit"].text();
    finding.uncertainty = value["uncertainty"].numberOrNull().value_or(kUnknown);
    finding.margin = value["margin"].numberOrNull();
    finding.method = value["method"].textOrNull();
    finding.standards = value["standards"].textOrNull();
    finding.message = value["message"].text();
    finding.reason = value["reason"].textOrNull();
    finding.evidenceWkb = readEvidence(value["evidence_wkt"]);
    return finding;
}

InputSummary readInput(const RunValue& value) {
    InputSummary input;
    input.layer = value["layer"].text();
    input.source = value["source"].text();
    input.sourceLayer = value["source_layer"].textOrNull();
    input.features = value["features"].count();
    input.invalid = value["invalid"].count();
    input.crs = value["crs"].textOrNull();
    input.operation = value["operation"].textOrNull();
    input.accuracyMetres = value["accuracy_m"].numberOrNull().value_or(0.0);
    input.sha256 = value["sha256"].textOrNull();
    value["notes"].each([&](const RunValue& note) { input.notes.push_back(note.text()); });
    return input;
}

StandardsSummary readStandards(const RunValue& value) {
    return {value["id"].text(), value["title"].text(), value["owner"].text(), value["version"].text()};
}

void readPlan(RunResult& run, const RunValue& value) {
    PlanSummary& plan = run.plan;
    plan.title = value["title"].text();
    plan.stage = value["stage"].textOrNull();
    plan.qualifyingBody = value["qualifying_body"].textOrNull();
    plan.localPlanningAuthority = value["local_planning_authority"].textOrNull();
    plan.periodFrom = value["period"]["from"].textOrNull();
    plan.periodTo = value["period"]["to"].textOrNull();
    plan.submitted = value["submitted"].textOrNull();
    plan.crs = value["crs"].text();
    plan.licence = value["licence"].textOrNull();
    if (const RunValue set = value["policy_set"]; !set.isNull()) {
        plan.policySet = readStandards(set);
        plan.policySetAssumed = set["assumed"].flag();
    }
    value["standards"].each([&](const RunValue& standards) { plan.standards.push_back(readStandards(standards)); });
    value["policies"].each(
        [&](const RunValue& policy) { run.policies.emplace_back(policy["id"].text(), policy["title"].text()); });
}

void readManifest(RunResult& run, const RunValue& value) {
    run.plan.file = value["plan_file"].text();
    value["inputs"].each([&](const RunValue& input) { run.inputs.push_back(readInput(input)); });
    value["versions"].eachMember(
        [&](const std::string& name, const RunValue& version) { run.versions.emplace_back(name, version.text()); });
    run.seconds = value["seconds"].numberOrNull().value_or(kUnknown);
    run.peakMebibytes = value["peak_mib"].numberOrNull().value_or(kUnknown);
}

} // namespace

RunResult readRun(const std::filesystem::path& file) {
    const std::string name = printable(file.string());
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(file, error);
    if (error) {
        throw Error(ErrorCode::input, name + ": cannot be read: " + error.message() +
                                          "; name a file that merestone check --format json wrote");
    }
    if (bytes > kMostBytes) {
        throw Error(ErrorCode::input, name + ": is larger than 1 GiB; check fewer rules at a time");
    }
    const RunDocument document(file);
    const RunValue root = document.root();
    if (!root.has("merestone") || root["merestone"].count() != kJsonFormat) {
        throw Error(ErrorCode::input, name + ": is not of format " + std::to_string(kJsonFormat) +
                                          "; write it anew with merestone check --format json");
    }
    RunResult run;
    readPlan(run, root["plan"]);
    readManifest(run, root["run"]);
    root["rules"].each([&](const RunValue& rule) { run.rules.push_back(readRule(rule)); });
    root["findings"].each([&](const RunValue& finding) { run.findings.push_back(readFinding(finding)); });
    return run;
}

} // namespace merestone
