// SPDX-License-Identifier: MIT
#include "exchange/export/run_tables.hpp"

#include "exchange/export/record_table.hpp"
#include "exchange/wording.hpp"
#include "geometry/wkb.hpp"

#include <array>
#include <map>
#include <utility>

namespace merestone {

namespace {

const std::vector<RecordField>& findingFields() {
    static const std::vector<RecordField> fields{{"key"},
                                                 {"policy"},
                                                 {"rule"},
                                                 {"rule_title"},
                                                 {"severity"},
                                                 {"verdict"},
                                                 {"message"},
                                                 {"reason"},
                                                 {"waived", ColumnType::boolean},
                                                 {"waiver_reason"},
                                                 {"waiver_by"},
                                                 {"waiver_until"},
                                                 {"subject_layer"},
                                                 {"subject_id"},
                                                 {"subject_name"},
                                                 {"other_layer"},
                                                 {"other_id"},
                                                 {"other_name"},
                                                 {"measured", ColumnType::real},
                                                 {"comparator"},
                                                 {"limit", ColumnType::real},
                                                 {"unit"},
                                                 {"uncertainty", ColumnType::real},
                                                 {"margin", ColumnType::real},
                                                 {"method"},
                                                 {"standards"},
                                                 {"source"}};
    return fields;
}

/// The four tables of findings, by the shape of the evidence.
class FindingTables {
public:
    explicit FindingTables(const RunResult& run) : m_run(run) {
        for (const char* suffix : {"other", "points", "lines", "polygons"}) { // in the order of Shape
            m_tables.emplace_back(std::string("findings_") + suffix, findingFields());
        }
        for (const RuleResult& rule : run.rules) {
            m_rules.emplace(rule.id, &rule);
        }
        for (const Finding& finding : run.findings) {
            add(finding);
        }
    }

    void take(std::vector<ExportTable>& tables) {
        struct Words {
            Shape shape;
            const char* title;
            const char* what;
        };
        constexpr std::array kWords{
            Words{Shape::polygon, "Findings: areas", "Areas at fault, such as an overlap or the part outside,"},
            Words{Shape::line, "Findings: lines", "Lines at fault, such as the shortest way between two features,"},
            Words{Shape::point, "Findings: points", "Points at fault, such as the members that were counted,"},
            Words{Shape::none, "Findings without a place", "Findings that cannot be drawn,"}};
        for (const Words& words : kWords) {
            tables.push_back(m_tables[index(words.shape)].take(
                ExportTable::Kind::findings, words.shape, words.title,
                std::string(words.what) + " in the check of " + m_run.plan.title, m_run.plan.crs));
        }
    }

private:
    static std::size_t index(Shape shape) noexcept { return static_cast<std::size_t>(shape); }

    void add(const Finding& finding) {
        PackedGeometry evidence;
        if (!finding.evidenceWkb.empty()) {
            appendWkb(evidence, finding.evidenceWkb, false); // of a mixed collection the highest dimension is kept
        }
        RecordTable& row = m_tables[index(evidence.size() == 0 ? Shape::none : evidence.shape(0))];
        const auto rule = m_rules.find(finding.rule);
        const WaiverNote waiver = finding.waived.value_or(WaiverNote{});
        const FeatureRef other = finding.other.value_or(FeatureRef{});
        row.text(finding.key).text(finding.policy).text(finding.rule);
        row.text(rule == m_rules.end() ? std::string() : rule->second->title);
        row.text(std::string(severityName(finding.severity))).text(std::string(verdictName(finding.verdict)));
        row.text(finding.message).text(finding.reason);
        row.boolean(finding.waived.has_value()).text(waiver.reason).text(waiver.by).text(waiver.until);
        row.text(finding.subject.layer).text(finding.subject.id).text(finding.subject.name);
        row.text(other.layer).text(other.id).text(other.name);
        row.real(finding.measured).text(finding.comparator).real(finding.limit).text(finding.unit);
        row.real(finding.uncertainty).real(finding.margin).text(finding.method.str());
        row.text(finding.standards.str());
        row.text(rule == m_rules.end() ? std::string() : sourceText(rule->second->source));
        row.endRow(evidence);
    }

    const RunResult& m_run;
    std::vector<RecordTable> m_tables;
    std::map<std::string, const RuleResult*> m_rules;
};

constexpr std::array kCounted{Verdict::fail,   Verdict::borderline, Verdict::cannotTell,   Verdict::needsJudgement,
                              Verdict::notRun, Verdict::pass,       Verdict::notApplicable};

ExportTable ruleTable(const RunResult& run) {
    std::vector<RecordField> fields{
        {"id"},      {"policy"}, {"policy_title"},    {"title"},         {"explanation"}, {"severity"},
        {"verdict"}, {"reason"}, {"source_document"}, {"source_clause"}, {"source_url"}};
    fields.push_back({"source_confirmed", ColumnType::boolean});
    for (const Verdict verdict : kCounted) {
        fields.push_back({verdictName(verdict).data(), ColumnType::integer});
    }
    fields.push_back({"waived", ColumnType::integer});
    RecordTable table("rules", fields);
    const std::map<std::string, std::string> policies(run.policies.begin(), run.policies.end());
    for (const RuleResult& rule : run.rules) {
        const auto policy = policies.find(rule.policy);
        table.text(rule.id).text(rule.policy).text(policy == policies.end() ? std::string() : policy->second);
        table.text(rule.title).text(rule.explanation).text(std::string(severityName(rule.severity)));
        table.text(std::string(verdictName(rule.verdict))).text(rule.reason);
        table.text(rule.source.document).text(rule.source.clause).text(rule.source.url);
        table.boolean(rule.source.confirmed);
        for (const Verdict verdict : kCounted) {
            const auto count = rule.counts.find(verdict);
            table.integer(count == rule.counts.end() ? 0 : count->second);
        }
        table.integer(rule.waived).endRow();
    }
    return table.take(ExportTable::Kind::record, Shape::none, "Rules", "Every rule of the check with its verdict",
                      run.plan.crs);
}

ExportTable inputTable(const RunResult& run) {
    RecordTable table("inputs", {{"layer"},
                                 {"source"},
                                 {"source_layer"},
                                 {"crs"},
                                 {"operation"},
                                 {"sha256"},
                                 {"notes"},
                                 {"features", ColumnType::integer},
                                 {"invalid", ColumnType::integer},
                                 {"accuracy_m", ColumnType::real}});
    for (const InputSummary& input : run.inputs) {
        std::string notes;
        for (const std::string& note : input.notes) {
            notes += (notes.empty() ? "" : "\n") + note;
        }
        table.text(input.layer).text(input.source).text(input.sourceLayer).text(input.crs).text(input.operation);
        table.text(input.sha256).text(notes).integer(input.features).integer(input.invalid);
        table.real(input.accuracyMetres).endRow();
    }
    return table.take(ExportTable::Kind::record, Shape::none, "Inputs", "The data that the check was made with",
                      run.plan.crs);
}

} // namespace

std::vector<ExportTable> runTables(const RunResult& run) {
    std::vector<ExportTable> tables;
    FindingTables(run).take(tables);
    tables.push_back(ruleTable(run));
    tables.push_back(inputTable(run));
    return tables;
}

} // namespace merestone
