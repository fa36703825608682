// SPDX-License-Identifier: MIT
#include "exchange/findings_sarif.hpp"

#include "exchange/json_writer.hpp"
#include "exchange/wording.hpp"
#include "geometry/wkb.hpp"

#include <filesystem>

namespace merestone {

namespace {

constexpr const char* kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view levelOf(Severity severity) noexcept {
    switch (severity) {
    case Severity::must:
        return "error";
    case Severity::should:
        return "warning";
    case Severity::note:
        return "note";
    }
    return "error";
}

/// 3.27.9: whatever is no "fail" has the level "none".
std::string_view kindOf(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::fail:
        return "fail";
    case Verdict::needsJudgement:
        return "review";
    case Verdict::pass:
        return "pass";
    case Verdict::notApplicable:
        return "notApplicable";
    case Verdict::borderline:
    case Verdict::cannotTell:
    case Verdict::notRun:
        return "open";
    }
    return "open";
}

std::string_view baselineState(ChangeKind kind) noexcept {
    switch (kind) {
    case ChangeKind::added:
        return "new";
    case ChangeKind::stillThere:
        return "unchanged";
    case ChangeKind::changed:
        return "updated";
    case ChangeKind::fixed:
    case ChangeKind::notChecked:
        return "absent";
    }
    return "updated";
}

void message(JsonWriter& json, std::string_view name, const std::string& text) {
    json.key(name);
    json.beginObject();
    json.member("text", sarifText(text));
    json.endObject();
}

void memberUnlessEmpty(JsonWriter& json, std::string_view name, std::string_view text) {
    if (!text.empty()) {
        json.member(name, text);
    }
}

/// One SARIF run being written.
class SarifRun {
public:
    SarifRun(JsonWriter& json, const CheckedPlan& plan) : m_json(json), m_plan(plan), m_changes(changesByKey(plan)) {
        for (std::size_t i = 0; i < plan.run.rules.size(); ++i) {
            m_rules.emplace(plan.run.rules[i].id, i);
        }
        m_artifacts.emplace_back(std::filesystem::path(plan.file).filename().string(), "");
        for (const InputSummary& input : plan.run.inputs) {
            addInput(input);
        }
    }

    void write() {
        m_json.beginObject();
        writeTool();
        writeInvocation();
        m_json.key("automationDetails");
        m_json.onOneLine();
        m_json.beginObject();
        m_json.member("id", "merestone check/" + m_plan.run.plan.title + "/");
        m_json.endObject();
        writeArtifacts();
        m_json.member("columnKind", "unicodeCodePoints");
        m_json.key("results");
        m_json.beginArray();
        for (const Finding& finding : m_plan.run.findings) {
            const auto change = m_changes.find(finding.key);
            writeResult(finding, change == m_changes.end() ? nullptr : change->second);
        }
        writeAbsent();
        m_json.endArray();
        m_json.endObject();
    }

private:
    void addInput(const InputSummary& input) {
        if (input.source.find(':') != std::string::npos) {
            return; // a database has no path
        }
        for (std::size_t i = 0; i < m_artifacts.size(); ++i) {
            if (m_artifacts[i].first == input.source) {
                m_layers.emplace(input.layer, i);
                return;
            }
        }
        m_layers.emplace(input.layer, m_artifacts.size());
        m_artifacts.emplace_back(input.source, input.sha256);
    }

    void writeTool() {
        m_json.key("tool");
        m_json.beginObject();
        m_json.key("driver");
        m_json.beginObject();
        m_json.member("name", "Merestone");
        for (const auto& [name, version] : m_plan.run.versions) {
            if (name == "Merestone") {
                m_json.member("semanticVersion", version);
            }
        }
        m_json.key("rules");
        m_json.beginArray();
        for (const RuleResult& rule : m_plan.run.rules) {
            writeRule(rule);
        }
        m_json.endArray();
        m_json.endObject();
        m_json.endObject();
    }

    void writeRule(const RuleResult& rule) {
        m_json.beginObject();
        m_json.member("id", rule.id);
        message(m_json, "shortDescription", rule.title.empty() ? rule.id : rule.title);
        if (!rule.explanation.empty()) {
            message(m_json, "fullDescription", rule.explanation);
        }
        m_json.key("defaultConfiguration");
        m_json.onOneLine();
        m_json.beginObject();
        m_json.member("level", levelOf(rule.severity));
        m_json.endObject();
        m_json.key("properties");
        m_json.beginObject();
        m_json.member("policy", rule.policy);
        m_json.member("verdict", verdictName(rule.verdict));
        memberUnlessEmpty(m_json, "source", sourceText(rule.source));
        m_json.endObject();
        m_json.endObject();
    }

    void writeNotification(std::string_view level, const std::string& text, const RuleResult* rule) {
        m_json.beginObject();
        m_json.member("level", level);
        message(m_json, "message", text);
        if (rule != nullptr) {
            m_json.key("associatedRule");
            m_json.onOneLine();
            m_json.beginObject();
            m_json.member("id", rule->id);
            m_json.member("index", std::uint64_t{m_rules.at(rule->id)});
            m_json.endObject();
        }
        m_json.endObject();
    }

    void writeInvocation() {
        m_json.key("invocations");
        m_json.beginArray();
        m_json.beginObject();
        m_json.member("executionSuccessful", m_plan.error.empty());
        m_json.key("toolExecutionNotifications");
        m_json.beginArray();
        if (!m_plan.error.empty()) {
            writeNotification("error", m_plan.error, nullptr);
        }
        for (const RuleResult& rule : m_plan.run.rules) {
            if (rule.verdict == Verdict::notRun) {
                writeNotification(rule.severity == Severity::must ? "error" : "warning",
                                  "The rule was not run" + (rule.reason.empty() ? "" : ": " + rule.reason), &rule);
            }
        }
        m_json.endArray();
        m_json.endObject();
        m_json.endArray();
    }

    void writeArtifacts() {
        m_json.key("artifacts");
        m_json.beginArray();
        for (const auto& [path, sha256] : m_artifacts) {
            m_json.onOneLine();
            m_json.beginObject();
            m_json.key("location");
            m_json.beginObject();
            m_json.member("uri", sarifUri(path));
            m_json.endObject();
            if (!sha256.empty()) {
                m_json.key("hashes");
                m_json.beginObject();
                m_json.member("sha-256", sha256);
                m_json.endObject();
            }
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeLogicalLocation(const FeatureRef& feature) {
        m_json.beginObject();
        m_json.member("name", feature.name.empty() ? feature.id : feature.name);
        m_json.member("fullyQualifiedName", feature.layer + "/" + feature.id);
        m_json.member("kind", "feature");
        m_json.endObject();
    }

    void writeLocation(const Finding& finding) {
        const auto artifact = m_layers.find(finding.subject.layer.str());
        const std::size_t index = artifact == m_layers.end() ? 0 : artifact->second;
        m_json.key("locations");
        m_json.beginArray();
        m_json.beginObject();
        m_json.key("physicalLocation");
        m_json.beginObject();
        m_json.key("artifactLocation");
        m_json.beginObject();
        m_json.member("uri", sarifUri(m_artifacts[index].first));
        m_json.member("index", std::uint64_t{index});
        m_json.endObject();
        m_json.endObject();
        m_json.key("logicalLocations");
        m_json.beginArray();
        writeLogicalLocation(finding.subject);
        if (finding.other) {
            writeLogicalLocation(*finding.other);
        }
        m_json.endArray();
        m_json.endObject();
        m_json.endArray();
    }

    /// 3.27.23: when one result of a run says whether it is suppressed, all must.
    void writeSuppressions(const Finding& finding) {
        m_json.key("suppressions");
        m_json.beginArray();
        if (finding.waived) {
            m_json.beginObject();
            m_json.member("kind", "external");
            m_json.member("status", "accepted");
            std::string text = finding.waived->reason + " (" + finding.waived->by;
            text += finding.waived->until.empty() ? ")" : ", until " + finding.waived->until + ")";
            m_json.member("justification", text);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeProperties(const Finding& finding) {
        m_json.key("properties");
        m_json.beginObject();
        m_json.member("verdict", verdictName(finding.verdict));
        m_json.member("severity", severityName(finding.severity));
        m_json.member("policy", finding.policy.str());
        m_json.member("measured", finding.measured);
        memberUnlessEmpty(m_json, "comparator", finding.comparator);
        m_json.member("limit", finding.limit);
        m_json.member("unit", finding.unit.str());
        m_json.member("uncertainty", finding.uncertainty);
        m_json.member("margin", finding.margin);
        memberUnlessEmpty(m_json, "method", finding.method);
        memberUnlessEmpty(m_json, "reason", finding.reason);
        memberUnlessEmpty(m_json, "place", placeText(finding));
        m_json.endObject();
    }

    void writeResult(const Finding& finding, const FindingChange* change) {
        m_json.onOneLine();
        m_json.beginObject();
        m_json.member("ruleId", finding.rule.str());
        if (const auto rule = m_rules.find(finding.rule.str()); rule != m_rules.end()) {
            m_json.member("ruleIndex", std::uint64_t{rule->second});
        }
        m_json.member("kind", kindOf(finding.verdict));
        m_json.member("level", finding.verdict == Verdict::fail ? levelOf(finding.severity) : "none");
        std::string text = finding.message.empty() ? featureText(finding.subject) : finding.message;
        if (const std::string figure = figureText(finding); !figure.empty()) {
            text += ": " + figure;
        }
        message(m_json, "message", text);
        writeLocation(finding);
        m_json.key("partialFingerprints");
        m_json.beginObject();
        m_json.member("merestoneKey/v1", finding.key);
        m_json.endObject();
        writeSuppressions(finding);
        if (m_plan.since) {
            m_json.member("baselineState", change == nullptr ? "unchanged" : baselineState(change->kind));
        }
        writeProperties(finding);
        m_json.endObject();
    }

    void writeAbsent() {
        if (m_plan.since) {
            for (const FindingChange& change : m_plan.since->comparison.changes) {
                if (change.after == nullptr) {
                    writeResult(*change.before, &change);
                }
            }
        }
    }

    JsonWriter& m_json;
    const CheckedPlan& m_plan;
    std::map<std::string_view, const FindingChange*> m_changes;
    std::map<std::string, std::size_t> m_rules;                   ///< position by id
    std::vector<std::pair<std::string, std::string>> m_artifacts; ///< path and SHA-256; the plan file first
    std::map<std::string, std::size_t> m_layers;                  ///< artifact by layer
};

bool isUnreserved(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~' || c == '/';
}

} // namespace

std::string sarifText(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == '\\') {
            result += '\\';
        } else if (c == '{' || c == '}') {
            result += c; // doubled: a placeholder would be one brace
        }
        result += c;
    }
    return result;
}

std::string sarifUri(std::string_view path) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        if (isUnreserved(c)) {
            uri += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += kDigits[byte >> 4U];
            uri += kDigits[byte & 15U];
        }
    }
    return uri;
}

void writeSarif(std::ostream& out, const CheckedPlans& plans) {
    JsonWriter json(out);
    json.beginObject();
    json.member("$schema", kSchema);
    json.member("version", "2.1.0");
    json.key("runs");
    json.beginArray();
    for (const auto& plan : plans) {
        SarifRun(json, *plan).write();
    }
    json.endArray();
    json.endObject();
    json.finish();
}

} // namespace merestone
