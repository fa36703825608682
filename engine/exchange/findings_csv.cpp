// SPDX-License-Identifier: MIT
#include "exchange/findings_csv.hpp"

#include "base/text.hpp"
#include "exchange/csv/csv_file.hpp"
#include "exchange/wording.hpp"
#include "geometry/wkb.hpp"

#include <array>
#include <cmath>

namespace merestone {

namespace {

constexpr std::array kColumns{
    "plan",       "policy",       "rule",        "rule_title",    "severity",   "verdict",      "change",
    "message",    "reason",       "waived",      "waiver_reason", "waiver_by",  "waiver_until", "subject_layer",
    "subject_id", "subject_name", "other_layer", "other_id",      "other_name", "measured",     "comparator",
    "limit",      "unit",         "uncertainty", "margin",        "method",     "standards",    "source",
    "easting",    "northing",     "key"};

class Row {
public:
    explicit Row(std::ostream& out) : m_out(out) {}

    Row& text(std::string_view value) {
        m_out << (m_first ? "" : ",") << csvCell(value);
        m_first = false;
        return *this;
    }
    Row& number(const std::optional<double>& value) {
        m_out << (m_first ? "" : ",") << (value && std::isfinite(*value) ? shortest(*value) : std::string());
        m_first = false;
        return *this;
    }
    void end() { m_out << "\r\n"; }

private:
    std::ostream& m_out;
    bool m_first = true;
};

std::optional<Point> centreOf(const Finding& finding) {
    PackedGeometry evidence;
    if (finding.evidenceWkb.empty() || appendWkb(evidence, finding.evidenceWkb, false).kind != WkbOutcome::Kind::read) {
        return std::nullopt;
    }
    return evidence.box(0).centre();
}

constexpr double kMillimetres = 1000.0;

std::optional<double> toMillimetre(const std::optional<Point>& point, double Point::*coordinate) {
    return point ? std::optional(std::round((*point).*coordinate * kMillimetres) / kMillimetres) : std::nullopt;
}

void writeFinding(std::ostream& out, const std::string& plan, const Finding& finding, const RuleResult* rule,
                  std::string_view change) {
    const WaiverNote waiver = finding.waived.value_or(WaiverNote{});
    const FeatureRef other = finding.other.value_or(FeatureRef{});
    const std::optional<Point> centre = centreOf(finding);
    Row row(out);
    row.text(plan).text(finding.policy).text(finding.rule).text(rule == nullptr ? "" : rule->title);
    row.text(severityName(finding.severity)).text(verdictName(finding.verdict)).text(change);
    row.text(finding.message).text(finding.reason).text(finding.waived ? "yes" : "no");
    row.text(waiver.reason).text(waiver.by).text(waiver.until);
    row.text(finding.subject.layer).text(finding.subject.id).text(finding.subject.name);
    row.text(other.layer).text(other.id).text(other.name);
    row.number(finding.measured).text(comparatorWords(finding.comparator)).number(finding.limit).text(finding.unit);
    row.number(finding.uncertainty).number(finding.margin).text(finding.method).text(finding.standards);
    row.text(rule == nullptr ? std::string() : sourceText(rule->source));
    row.number(toMillimetre(centre, &Point::x)).number(toMillimetre(centre, &Point::y)).text(finding.key).end();
}

/// A row for what has no finding and must not look like a pass.
Finding placeholder(const RuleResult& rule) {
    Finding finding;
    finding.rule = rule.id;
    finding.policy = rule.policy;
    finding.severity = rule.severity;
    finding.verdict = rule.verdict;
    finding.message = rule.title;
    finding.reason = rule.reason;
    return finding;
}

void writePlan(std::ostream& out, const CheckedPlan& plan) {
    if (!plan.error.empty()) {
        Finding finding;
        finding.verdict = Verdict::notRun;
        finding.message = "The plan could not be checked";
        finding.reason = plan.error;
        writeFinding(out, plan.file, finding, nullptr, "");
        return;
    }
    std::map<std::string_view, const RuleResult*> rules;
    for (const RuleResult& rule : plan.run.rules) {
        rules.emplace(rule.id, &rule);
    }
    const auto changes = changesByKey(plan);
    std::map<std::string_view, bool> told;
    for (const Finding& finding : plan.run.findings) {
        const auto rule = rules.find(finding.rule);
        const auto change = changes.find(finding.key);
        writeFinding(out, plan.file, finding, rule == rules.end() ? nullptr : rule->second,
                     change == changes.end() ? std::string_view() : changeName(change->second->kind));
        told[finding.rule] = true;
    }
    for (const RuleResult& rule : plan.run.rules) {
        if (rule.verdict == Verdict::notRun && told.count(rule.id) == 0) {
            writeFinding(out, plan.file, placeholder(rule), &rule, "");
        }
    }
    if (plan.since) {
        for (const FindingChange& change : plan.since->comparison.changes) {
            if (change.after == nullptr) {
                const auto rule = rules.find(change.before->rule);
                writeFinding(out, plan.file, *change.before, rule == rules.end() ? nullptr : rule->second,
                             changeName(change.kind));
            }
        }
    }
}

} // namespace

std::string csvCell(std::string_view text) {
    std::string cell = toUtf8(text);
    const bool looksLikeFormula = harmlessCell(cell) != cell;
    for (char& c : cell) {
        c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    if (looksLikeFormula) {
        cell.insert(0, 1, '\'');
    }
    if (cell.find_first_of("\",'") == std::string::npos &&
        (cell.empty() || (cell.front() != ' ' && cell.back() != ' '))) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

void writeCsv(std::ostream& out, const CheckedPlans& plans) {
    Row header(out);
    for (const char* column : kColumns) {
        header.text(column);
    }
    header.end();
    for (const auto& plan : plans) {
        writePlan(out, *plan);
    }
}

} // namespace merestone
