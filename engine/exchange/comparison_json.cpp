// SPDX-License-Identifier: MIT
#include "exchange/comparison_json.hpp"

#include "exchange/comparison_words.hpp"
#include "exchange/findings_json.hpp"

namespace merestone {

namespace {

void memberOrNull(JsonWriter& json, std::string_view name, const std::string& text) {
    json.key(name);
    if (text.empty()) {
        json.null();
    } else {
        json.value(text);
    }
}

void writeDifferences(JsonWriter& json, const std::vector<Difference>& differences) {
    json.key("differences");
    json.beginArray();
    for (const Difference& difference : differences) {
        json.beginObject();
        json.member("what", difference.what);
        memberOrNull(json, "before", difference.before);
        memberOrNull(json, "after", difference.after);
        json.endObject();
    }
    json.endArray();
}

void writeCounts(JsonWriter& json, const RunComparison& comparison) {
    json.key("counts");
    json.onOneLine();
    json.beginObject();
    for (const ChangeKind kind : kChangeOrder) {
        const auto count = comparison.counts.find(kind);
        json.member(changeName(kind), std::uint64_t{count == comparison.counts.end() ? 0 : count->second});
    }
    json.endObject();
}

void writeChanges(JsonWriter& json, const RunComparison& comparison, bool withFindings) {
    json.key("changes");
    json.beginArray();
    for (const FindingChange& change : comparison.changes) {
        json.onOneLine();
        json.beginObject();
        json.member("kind", changeName(change.kind));
        memberOrNull(json, "key_before", change.before == nullptr ? std::string() : change.before->key);
        memberOrNull(json, "key_after", change.after == nullptr ? std::string() : change.after->key);
        writeDifferences(json, change.differences);
        if (withFindings) {
            json.key("finding");
            writeFindingJson(json, change.latest());
        }
        json.endObject();
    }
    json.endArray();
}

void writeRules(JsonWriter& json, const RunComparison& comparison) {
    json.key("rules");
    json.beginArray();
    for (const RuleChange& change : comparison.rules) {
        json.onOneLine();
        json.beginObject();
        json.member("id", change.latest().id);
        json.member("title", change.latest().title);
        json.key("verdict_before");
        change.before == nullptr ? json.null() : json.value(verdictName(change.before->verdict));
        json.key("verdict_after");
        change.after == nullptr ? json.null() : json.value(verdictName(change.after->verdict));
        writeDifferences(json, change.differences);
        json.endObject();
    }
    json.endArray();
}

void writePlan(JsonWriter& json, std::string_view name, const RunResult& run) {
    json.key(name);
    json.beginObject();
    json.member("title", run.plan.title);
    memberOrNull(json, "stage", run.plan.stage);
    memberOrNull(json, "submitted", run.plan.submitted);
    json.member("plan_file", run.plan.file);
    json.member("crs", run.plan.crs);
    json.member("waived", std::uint64_t{summarise(run).waived});
    json.endObject();
}

void writeMembers(JsonWriter& json, const RunComparison& comparison, bool withFindings) {
    writeCounts(json, comparison);
    json.key("notes");
    json.beginArray();
    for (const std::string& note : comparison.notes) {
        json.value(note);
    }
    json.endArray();
    writeRules(json, comparison);
    writeChanges(json, comparison, withFindings);
}

} // namespace

void writeComparisonMembers(JsonWriter& json, const RunComparison& comparison) {
    writeMembers(json, comparison, false);
}

void writeComparisonJson(std::ostream& out, const RunResult& before, const RunResult& after,
                         const RunComparison& comparison) {
    JsonWriter json(out);
    json.beginObject();
    json.member("merestone", std::uint64_t{kJsonFormat});
    writePlan(json, "before", before);
    writePlan(json, "after", after);
    writeMembers(json, comparison, true);
    json.endObject();
    json.finish();
}

} // namespace merestone
