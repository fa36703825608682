// SPDX-License-Identifier: MIT
#include "exchange/findings_json.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "exchange/comparison_json.hpp"
#include "exchange/json_writer.hpp"
#include "geometry/wkb.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace merestone {

namespace {

constexpr int kEvidenceDecimals = 3; // 1 mm
constexpr std::array kVerdicts{Verdict::fail,   Verdict::borderline, Verdict::cannotTell,   Verdict::needsJudgement,
                               Verdict::notRun, Verdict::pass,       Verdict::notApplicable};

/// A text, or null when there is none.
void memberOrNull(JsonWriter& json, std::string_view name, const std::string& text) {
    json.key(name);
    if (text.empty()) {
        json.null();
    } else {
        json.value(text);
    }
}

void writeStandardsSummary(JsonWriter& json, const StandardsSummary& standards) {
    json.member("id", standards.id);
    json.member("title", standards.title);
    json.member("owner", standards.owner);
    json.member("version", standards.version);
}

void writeStandards(JsonWriter& json, const PlanSummary& plan) {
    json.key("policy_set");
    if (plan.policySet.id.empty()) {
        json.null();
    } else {
        json.onOneLine();
        json.beginObject();
        writeStandardsSummary(json, plan.policySet);
        json.member("assumed", plan.policySetAssumed);
        json.endObject();
    }
    json.key("standards");
    json.beginArray();
    for (const StandardsSummary& standards : plan.standards) {
        json.onOneLine();
        json.beginObject();
        writeStandardsSummary(json, standards);
        json.endObject();
    }
    json.endArray();
}

void writePlan(JsonWriter& json, const RunResult& run) {
    const PlanSummary& plan = run.plan;
    json.key("plan");
    json.beginObject();
    json.member("title", plan.title);
    json.member("file", std::filesystem::path(plan.file).filename().string());
    memberOrNull(json, "stage", plan.stage);
    memberOrNull(json, "qualifying_body", plan.qualifyingBody);
    memberOrNull(json, "local_planning_authority", plan.localPlanningAuthority);
    json.key("period");
    json.onOneLine();
    json.beginObject();
    memberOrNull(json, "from", plan.periodFrom);
    memberOrNull(json, "to", plan.periodTo);
    json.endObject();
    memberOrNull(json, "submitted", plan.submitted);
    json.member("crs", plan.crs);
    memberOrNull(json, "licence", plan.licence);
    writeStandards(json, plan);
    json.key("policies");
    json.beginArray();
    for (const auto& [id, title] : run.policies) {
        json.onOneLine();
        json.beginObject();
        json.member("id", id);
        json.member("title", title);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeInput(JsonWriter& json, const InputSummary& input) {
    json.beginObject();
    json.member("layer", input.layer);
    json.member("source", input.source);
    memberOrNull(json, "source_layer", input.sourceLayer);
    json.member("features", std::uint64_t{input.features});
    json.member("invalid", std::uint64_t{input.invalid});
    memberOrNull(json, "crs", input.crs);
    memberOrNull(json, "operation", input.operation);
    json.member("accuracy_m", input.accuracyMetres);
    memberOrNull(json, "sha256", input.sha256);
    json.key("notes");
    json.beginArray();
    for (const std::string& note : input.notes) {
        json.value(note);
    }
    json.endArray();
    json.endObject();
}

void writeTexts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
    json.key(name);
    json.beginArray();
    for (const std::string& text : texts) {
        json.value(text);
    }
    json.endArray();
}

void writeManifest(JsonWriter& json, const RunManifest& manifest) {
    json.member("plan_sha256", manifest.planSha256);
    json.key("options");
    json.onOneLine();
    json.beginObject();
    json.member("scope", manifest.scope);
    writeTexts(json, "policies", manifest.policies);
    writeTexts(json, "rules", manifest.rules);
    json.member("today", manifest.today);
    json.member("list_all", manifest.listAll);
    json.member("allow_outside", manifest.allowOutside);
    json.endObject();
    json.key("packs");
    json.beginArray();
    for (const UsedPack& pack : manifest.packs) {
        json.onOneLine();
        json.beginObject();
        json.member("id", pack.id);
        json.member("version", pack.version);
        json.member("sha256", pack.sha256);
        json.endObject();
    }
    json.endArray();
}

/// Everything that may differ between two runs on the same input stands here.
void writeRun(JsonWriter& json, const RunResult& run, const RunManifest* manifest) {
    json.key("run");
    json.beginObject();
    json.member("plan_file", run.plan.file);
    json.key("inputs");
    json.beginArray();
    for (const InputSummary& input : run.inputs) {
        writeInput(json, input);
    }
    json.endArray();
    json.key("versions");
    json.beginObject();
    for (const auto& [name, version] : run.versions) {
        json.member(name, version);
    }
    json.endObject();
    if (manifest != nullptr) {
        writeManifest(json, *manifest);
    }
    json.member("seconds", run.seconds);
    json.member("peak_mib", run.peakMebibytes);
    json.endObject();
}

/// All seven verdicts, zeros too, so that a reader need not ask whether a key is there.
void writeCounts(JsonWriter& json, const std::map<Verdict, std::size_t>& counts) {
    for (const Verdict verdict : kVerdicts) {
        const auto found = counts.find(verdict);
        json.member(verdictName(verdict), std::uint64_t{found == counts.end() ? 0 : found->second});
    }
}

void writeSummary(JsonWriter& json, const RunResult& run) {
    const Summary summary = summarise(run);
    json.key("summary");
    json.onOneLine();
    json.beginObject();
    writeCounts(json, summary.counts);
    json.member("waived", std::uint64_t{summary.waived});
    json.endObject();
}

void writeSource(JsonWriter& json, const RuleSource& source) {
    json.key("source");
    json.onOneLine();
    json.beginObject();
    memberOrNull(json, "document", source.document);
    memberOrNull(json, "clause", source.clause);
    memberOrNull(json, "url", source.url);
    json.member("confirmed", source.confirmed);
    json.endObject();
}

void writeSettingValue(JsonWriter& json, const SettingValue& value) {
    json.member("value", value.value);
    json.key("from");
    json.beginObject();
    json.member("id", value.from);
    json.member("level", value.level);
    json.member("owner", value.owner);
    memberOrNull(json, "document", value.source.document);
    memberOrNull(json, "clause", value.source.clause);
    memberOrNull(json, "url", value.source.url);
    json.member("confirmed", value.source.confirmed);
    json.endObject();
}

void writeSettings(JsonWriter& json, const std::vector<RuleSetting>& settings) {
    json.key("settings");
    json.beginArray();
    for (const RuleSetting& setting : settings) {
        json.onOneLine();
        json.beginObject();
        json.member("parameter", setting.parameter);
        writeSettingValue(json, setting.used);
        json.key("overrides");
        json.beginArray();
        for (const SettingValue& value : setting.overrides) {
            json.beginObject();
            writeSettingValue(json, value);
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

void writeStatistics(JsonWriter& json, const std::vector<Statistic>& statistics) {
    json.key("statistics");
    json.beginArray();
    for (const Statistic& statistic : statistics) {
        json.onOneLine();
        json.beginObject();
        json.member("name", statistic.name);
        memberOrNull(json, "kind", statistic.kind);
        json.member("unit", statistic.unit);
        json.member("count", std::uint64_t{statistic.count});
        const auto known = [&statistic](double value) {
            return statistic.count > 0 ? std::optional(value) : std::nullopt;
        };
        json.member("sum", known(statistic.sum));
        json.member("minimum", known(statistic.minimum));
        json.member("maximum", known(statistic.maximum));
        json.endObject();
    }
    json.endArray();
}

void writeRule(JsonWriter& json, const RuleResult& rule) {
    json.beginObject();
    json.member("id", rule.id);
    json.member("policy", rule.policy);
    json.member("title", rule.title);
    memberOrNull(json, "explanation", rule.explanation);
    json.member("severity", severityName(rule.severity));
    json.member("verdict", verdictName(rule.verdict));
    memberOrNull(json, "reason", rule.reason);
    writeSource(json, rule.source);
    json.key("counts");
    json.onOneLine();
    json.beginObject();
    writeCounts(json, rule.counts);
    json.endObject();
    json.member("waived", std::uint64_t{rule.waived});
    writeSettings(json, rule.settings);
    writeStatistics(json, rule.statistics);
    json.endObject();
}

void writeFeature(JsonWriter& json, const FeatureRef& feature) {
    json.beginObject();
    json.member("layer", feature.layer);
    json.member("id", feature.id);
    memberOrNull(json, "name", feature.name);
    json.endObject();
}

void writeWaiver(JsonWriter& json, const Boxed<WaiverNote>& waiver) {
    json.key("waived");
    if (!waiver) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("reason", waiver->reason);
    json.member("by", waiver->by);
    memberOrNull(json, "until", waiver->until);
    json.endObject();
}

/// Evidence that cannot be read is shown as none: the finding matters more than its drawing.
std::string evidenceWkt(const Finding& finding) {
    try {
        return wkbToWkt(finding.evidenceWkb, kEvidenceDecimals);
    } catch (const Error&) {
        return {};
    }
}

void writeFigures(JsonWriter& json, const Finding& finding) {
    json.member("measured", finding.measured);
    json.member("limit", finding.limit);
    memberOrNull(json, "comparator", finding.comparator);
    json.member("unit", finding.unit);
    json.member("uncertainty", finding.uncertainty);
    json.member("margin", finding.margin);
}

void writeFindingMembers(JsonWriter& json, const Finding& finding) {
    json.member("key", finding.key);
    json.member("rule", finding.rule);
    json.member("policy", finding.policy);
    json.member("severity", severityName(finding.severity));
    json.member("verdict", verdictName(finding.verdict));
    writeWaiver(json, finding.waived);
    json.key("subject");
    writeFeature(json, finding.subject);
    json.key("other");
    if (finding.other) {
        writeFeature(json, *finding.other);
    } else {
        json.null();
    }
    writeFigures(json, finding);
    memberOrNull(json, "method", finding.method);
    memberOrNull(json, "standards", finding.standards);
    json.member("message", finding.message);
    memberOrNull(json, "reason", finding.reason);
    memberOrNull(json, "evidence_wkt", evidenceWkt(finding));
}

/// Making the text costs more than writing it: stretches are made side by side, a few at a time to bound the memory.
void writeFindings(JsonWriter& json, const std::vector<Finding>& findings, const RunContext& context) {
    constexpr std::size_t kStretch = 128;
    constexpr std::size_t kAtATime = 64 * kStretch;
    for (std::size_t first = 0; first < findings.size(); first += kAtATime) {
        const std::size_t count = std::min(kAtATime, findings.size() - first);
        std::vector<std::string> texts((count + kStretch - 1) / kStretch);
        parallelFor(count, kStretch, context, [&](std::size_t begin, std::size_t end) {
            texts[begin / kStretch] = json.elements([&](JsonWriter& apart) {
                for (std::size_t i = begin; i < end; ++i) {
                    apart.onOneLine();
                    writeFindingJson(apart, findings[first + i]);
                }
            });
        });
        for (const std::string& text : texts) {
            json.append(text);
        }
    }
}

void writeSince(JsonWriter& json, const SinceBaseline& since) {
    json.key("since");
    json.beginObject();
    json.member("file", std::filesystem::path(since.file).filename().string());
    writeComparisonMembers(json, since.comparison);
    json.endObject();
}

void writeRunObject(JsonWriter& json, const RunResult& run, const RunManifest* manifest, const SinceBaseline* since,
                    const RunContext& context) {
    json.beginObject();
    json.member("merestone", std::uint64_t{kJsonFormat});
    writePlan(json, run);
    writeRun(json, run, manifest);
    writeSummary(json, run);
    json.key("rules");
    json.beginArray();
    for (const RuleResult& rule : run.rules) {
        writeRule(json, rule);
    }
    json.endArray();
    json.key("findings");
    json.beginArray();
    writeFindings(json, run.findings, context);
    json.endArray();
    if (since != nullptr) {
        writeSince(json, *since);
    }
    json.endObject();
}

} // namespace

void writeFindingJson(JsonWriter& json, const Finding& finding) {
    json.beginObject();
    writeFindingMembers(json, finding);
    json.endObject();
}

void writeRunJson(JsonWriter& json, const CheckedPlan& plan, const RunContext& context) {
    writeRunObject(json, plan.run, plan.manifest ? &*plan.manifest : nullptr, plan.since.get(), context);
}

void writeJson(std::ostream& out, const RunResult& run, const RunContext& context) {
    JsonWriter json(out);
    writeRunObject(json, run, nullptr, nullptr, context);
    json.finish();
}

} // namespace merestone
