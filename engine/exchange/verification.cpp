// SPDX-License-Identifier: MIT
#include "exchange/verification.hpp"

#include "exchange/comparison_json.hpp"
#include "exchange/comparison_text.hpp"
#include "exchange/findings_json.hpp"
#include "exchange/rule_text.hpp"
#include "exchange/wording.hpp"

#include <algorithm>
#include <sstream>

namespace merestone {

namespace {

using State = VerifiedPart::State;

State stateOf(const std::string& before, const std::string& after) {
    return before.empty() ? State::unknown : before == after ? State::same : State::changed;
}

void addInputs(std::vector<VerifiedPart>& parts, const RunResult& before, const RunResult& after) {
    std::map<std::string, const InputSummary*> now;
    for (const InputSummary& input : after.inputs) {
        now.emplace(input.layer, &input);
    }
    for (const InputSummary& input : before.inputs) {
        const std::string what = "layer " + input.layer + " (" + input.source + ")";
        const auto same = now.find(input.layer);
        if (same == now.end()) {
            parts.push_back({what, State::changed, "read", "not read"});
        } else {
            parts.push_back({what, stateOf(input.sha256, same->second->sha256), "", ""});
            now.erase(same);
        }
    }
    for (const InputSummary& input : after.inputs) {
        if (now.count(input.layer) > 0) {
            parts.push_back({"layer " + input.layer + " (" + input.source + ")", State::changed, "not read", "read"});
        }
    }
}

void addVersions(std::vector<VerifiedPart>& parts, const RunResult& before, const RunResult& after) {
    const std::map<std::string, std::string> now(after.versions.begin(), after.versions.end());
    for (const auto& [name, version] : before.versions) {
        const auto same = now.find(name);
        const std::string current = same == now.end() ? std::string() : same->second;
        parts.push_back({name, stateOf(version, current), version, current});
    }
}

void addPacks(std::vector<VerifiedPart>& parts, const RunManifest& before, const RunManifest& after) {
    std::map<std::string, const UsedPack*> now;
    for (const UsedPack& pack : after.packs) {
        now.emplace(pack.id, &pack);
    }
    for (const UsedPack& pack : before.packs) {
        const auto same = now.find(pack.id);
        const bool gone = same == now.end();
        parts.push_back({"rule pack " + pack.id, gone ? State::changed : stateOf(pack.sha256, same->second->sha256),
                         pack.version, gone ? std::string() : same->second->version});
        now.erase(pack.id);
    }
    for (const auto& [id, pack] : now) {
        parts.push_back({"rule pack " + id, State::changed, "", pack->version});
    }
}

/// What a run says, without how it was made: as text, so that two are the same when a reader cannot tell them apart.
std::string saidBy(const RunResult& run) {
    RunResult result;
    result.plan = run.plan;
    result.policies = run.policies;
    result.rules = run.rules;
    result.findings = run.findings;
    result.plan.file.clear();
    std::ostringstream out;
    writeJson(out, result);
    return out.str();
}

std::string_view stateName(State state) noexcept {
    return state == State::same ? "same" : state == State::changed ? "changed" : "unknown";
}

void writePart(TextLayout& layout, const VerifiedPart& part) {
    std::string text = part.what + ": ";
    text += part.state == State::changed ? "has changed" : "was not noted in that run";
    if (part.before != part.after) {
        text += ", was " + (part.before.empty() ? "not there" : part.before) + ", is " +
                (part.after.empty() ? "not there" : part.after);
    }
    const VerdictMark mark = markOf(part.state == State::changed ? Verdict::fail : Verdict::cannotTell);
    layout.marked("  ", mark.shape, mark.tone, text);
}

} // namespace

Verification verifyRun(const RunResult& before, const RunManifest& manifest, const CheckedPlan& again,
                       const RunContext& context) {
    Verification result;
    const RunManifest now = again.manifest.value_or(RunManifest{});
    result.parts.push_back({"the plan file", stateOf(manifest.planSha256, now.planSha256), "", ""});
    addInputs(result.parts, before, again.run);
    addPacks(result.parts, manifest, now);
    addVersions(result.parts, before, again.run);
    result.sameResult = saidBy(before) == saidBy(again.run);
    result.comparison = compareRuns(before, again.run, context);
    return result;
}

void writeVerificationText(std::ostream& out, const Verification& verification, const std::string& file,
                           const TextReportOptions& options) {
    TextLayout layout(out, options.style);
    const auto same =
        static_cast<std::size_t>(std::count_if(verification.parts.begin(), verification.parts.end(),
                                               [](const VerifiedPart& part) { return part.state == State::same; }));
    const VerdictMark good = markOf(Verdict::pass);
    layout.marked("  ", good.shape, good.tone,
                  std::to_string(same) + " of " + std::to_string(verification.parts.size()) +
                      " (plan file, layers, rule packs, libraries) are the same");
    for (const VerifiedPart& part : verification.parts) {
        if (part.state != State::same) {
            writePart(layout, part);
        }
    }
    const VerdictMark mark = markOf(verification.sameResult ? Verdict::pass : Verdict::fail);
    layout.marked("", mark.shape, mark.tone,
                  verification.sameResult ? "The plan gives the same result as in " + file + "."
                                          : "The plan no longer gives the result of " + file + ".");
    if (!verification.sameResult) {
        writeComparisonText(out, verification.comparison, file, options);
    }
}

void writeVerificationJson(std::ostream& out, const Verification& verification) {
    JsonWriter json(out);
    json.beginObject();
    json.member("merestone", std::uint64_t{kJsonFormat});
    json.member("same_result", verification.sameResult);
    json.key("parts");
    json.beginArray();
    for (const VerifiedPart& part : verification.parts) {
        json.onOneLine();
        json.beginObject();
        json.member("what", part.what);
        json.member("state", stateName(part.state));
        json.member("before", part.before);
        json.member("after", part.after);
        json.endObject();
    }
    json.endArray();
    writeComparisonMembers(json, verification.comparison);
    json.endObject();
    json.finish();
}

} // namespace merestone
