// SPDX-License-Identifier: MIT
#include "exchange/findings_gpkg.hpp"

#include "exchange/gpkg_writer.hpp"
#include "exchange/wording.hpp"
#include "geometry/wkb.hpp"

#include <array>
#include <map>

namespace merestone {

namespace {

const std::vector<GpkgField>& findingFields() {
    static const std::vector<GpkgField> fields{{"key"},
                                               {"policy"},
                                               {"rule"},
                                               {"rule_title"},
                                               {"severity"},
                                               {"verdict"},
                                               {"message"},
                                               {"reason"},
                                               {"waived", GpkgType::boolean},
                                               {"waiver_reason"},
                                               {"waiver_by"},
                                               {"waiver_until"},
                                               {"subject_layer"},
                                               {"subject_id"},
                                               {"subject_name"},
                                               {"other_layer"},
                                               {"other_id"},
                                               {"other_name"},
                                               {"measured", GpkgType::real},
                                               {"comparator"},
                                               {"limit", GpkgType::real},
                                               {"unit"},
                                               {"uncertainty", GpkgType::real},
                                               {"margin", GpkgType::real},
                                               {"method"},
                                               {"standards"},
                                               {"source"}};
    return fields;
}

GpkgTableSpec findingTable(const char* suffix, const char* title, const std::string& what, Shape shape) {
    return {std::string("findings_") + suffix, title, what, shape, findingFields()};
}

/// The four tables of findings, by the shape of the evidence.
class FindingTables {
public:
    FindingTables(GpkgWriter& writer, const RunResult& run) : m_writer(writer) {
        const std::string of = " in the check of " + run.plan.title;
        m_tables[index(Shape::polygon)] = m_writer.addTable(
            findingTable("polygons", "Findings: areas", "Areas at fault, such as an overlap or the part outside," + of,
                         Shape::polygon));
        m_tables[index(Shape::line)] = m_writer.addTable(
            findingTable("lines", "Findings: lines",
                         "Lines at fault, such as the shortest way between two features," + of, Shape::line));
        m_tables[index(Shape::point)] = m_writer.addTable(
            findingTable("points", "Findings: points", "Points at fault, such as the members that were counted," + of,
                         Shape::point));
        m_tables[index(Shape::none)] = m_writer.addTable(
            findingTable("other", "Findings without a place", "Findings that cannot be drawn," + of, Shape::none));
        for (const RuleResult& rule : run.rules) {
            m_rules.emplace(rule.id, &rule);
        }
    }

    void write(const Finding& finding) {
        PackedGeometry evidence;
        if (!finding.evidenceWkb.empty()) {
            appendWkb(evidence, finding.evidenceWkb, false); // of a mixed collection the highest dimension is kept
        }
        const Shape shape = evidence.size() == 0 ? Shape::none : evidence.shape(0);
        GpkgRow& row = m_writer.row(m_tables[index(shape)]);
        setFields(row, finding);
        if (shape != Shape::none) {
            row.geometry(toWkb(evidence, 0));
        }
        row.write();
    }

private:
    static std::size_t index(Shape shape) noexcept { return static_cast<std::size_t>(shape); }

    void setFields(GpkgRow& row, const Finding& finding) const {
        const auto rule = m_rules.find(finding.rule);
        const WaiverNote waiver = finding.waived.value_or(WaiverNote{});
        const FeatureRef other = finding.other.value_or(FeatureRef{});
        row.text(finding.key).text(finding.policy).text(finding.rule);
        row.text(rule == m_rules.end() ? std::string() : rule->second->title);
        row.text(severityName(finding.severity)).text(verdictName(finding.verdict));
        row.text(finding.message).text(finding.reason);
        row.boolean(finding.waived.has_value()).text(waiver.reason).text(waiver.by).text(waiver.until);
        row.text(finding.subject.layer).text(finding.subject.id).text(finding.subject.name);
        row.text(other.layer).text(other.id).text(other.name);
        row.real(finding.measured).text(finding.comparator).real(finding.limit).text(finding.unit);
        row.real(finding.uncertainty).real(finding.margin).text(finding.method.str());
        row.text(finding.standards.str());
        row.text(rule == m_rules.end() ? std::string() : sourceText(rule->second->source));
    }

    GpkgWriter& m_writer;
    std::array<std::size_t, 4> m_tables{};
    std::map<std::string, const RuleResult*> m_rules;
};

constexpr std::array kCounted{Verdict::fail,   Verdict::borderline, Verdict::cannotTell,   Verdict::needsJudgement,
                              Verdict::notRun, Verdict::pass,       Verdict::notApplicable};

void writeRules(GpkgWriter& writer, const RunResult& run) {
    GpkgTableSpec spec{"rules", "Rules", "Every rule of the check with its verdict", Shape::none, {}};
    for (const char* name : {"id", "policy", "policy_title", "title", "explanation", "severity", "verdict", "reason",
                             "source_document", "source_clause", "source_url"}) {
        spec.fields.push_back({name});
    }
    spec.fields.push_back({"source_confirmed", GpkgType::boolean});
    for (const Verdict verdict : kCounted) {
        spec.fields.push_back({verdictName(verdict).data(), GpkgType::integer});
    }
    spec.fields.push_back({"waived", GpkgType::integer});
    const std::size_t table = writer.addTable(spec);
    const std::map<std::string, std::string> policies(run.policies.begin(), run.policies.end());
    for (const RuleResult& rule : run.rules) {
        const auto policy = policies.find(rule.policy);
        GpkgRow& row = writer.row(table);
        row.text(rule.id).text(rule.policy).text(policy == policies.end() ? std::string() : policy->second);
        row.text(rule.title).text(rule.explanation).text(severityName(rule.severity));
        row.text(verdictName(rule.verdict)).text(rule.reason);
        row.text(rule.source.document).text(rule.source.clause).text(rule.source.url);
        row.boolean(rule.source.confirmed);
        for (const Verdict verdict : kCounted) {
            const auto count = rule.counts.find(verdict);
            row.integer(count == rule.counts.end() ? 0 : count->second);
        }
        row.integer(rule.waived);
        row.write();
    }
}

void writeInputs(GpkgWriter& writer, const RunResult& run) {
    GpkgTableSpec spec{"inputs", "Inputs", "The data that the check was made with", Shape::none, {}};
    for (const char* name : {"layer", "source", "source_layer", "crs", "operation", "sha256", "notes"}) {
        spec.fields.push_back({name});
    }
    spec.fields.push_back({"features", GpkgType::integer});
    spec.fields.push_back({"invalid", GpkgType::integer});
    spec.fields.push_back({"accuracy_m", GpkgType::real});
    const std::size_t table = writer.addTable(spec);
    for (const InputSummary& input : run.inputs) {
        std::string notes;
        for (const std::string& note : input.notes) {
            notes += (notes.empty() ? "" : "\n") + note;
        }
        GpkgRow& row = writer.row(table);
        row.text(input.layer).text(input.source).text(input.sourceLayer).text(input.crs).text(input.operation);
        row.text(input.sha256).text(notes).integer(input.features).integer(input.invalid);
        row.real(input.accuracyMetres).write();
    }
}

} // namespace

void writeFindingsGpkg(const std::filesystem::path& file, const RunResult& run, const std::string& name) {
    GpkgWriter writer(file, run.plan.crs, name);
    FindingTables findings(writer, run);
    for (const Finding& finding : run.findings) {
        findings.write(finding);
    }
    writeRules(writer, run);
    writeInputs(writer, run);
    writer.close();
}

} // namespace merestone
