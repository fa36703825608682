// SPDX-License-Identifier: MIT
#include "report/report_model.hpp"

#include "base/text.hpp"
#include "exchange/wording.hpp"
#include "report/fill.hpp"
#include "report/report_words.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace merestone {

namespace {

using ctemplate::TemplateDictionary;

std::string completeText(const LayerSpec* spec) {
    if (spec == nullptr || spec->complete.kind == Completeness::Kind::unknown) {
        return "not stated";
    }
    return spec->complete.kind == Completeness::Kind::everywhere ? "everywhere"
                                                                 : "within " + spec->complete.coverageLayer;
}

void addInput(TemplateDictionary& values, const InputSummary& input, const LayerSpec* spec) {
    TemplateDictionary& row = *values.AddSectionDictionary("INPUT");
    put(row, "LAYER", input.layer);
    put(row, "SOURCE", input.source + (input.sourceLayer.empty() ? "" : ", layer " + input.sourceLayer));
    putIf(row, "LICENCE", spec == nullptr ? "" : spec->licence);
    for (const std::string& note : input.notes) {
        put(*row.AddSectionDictionary("NOTE"), "TEXT", note);
    }
    put(row, "FEATURES", std::to_string(input.features));
    put(row, "INVALID", std::to_string(input.invalid));
    put(row, "CRS", input.crs);
    putIf(row, "OPERATION", input.operation);
    put(row, "ACCURACY", input.accuracyMetres > 0 ? quantityText(input.accuracyMetres, "m") : "not stated");
    put(row, "COMPLETE", completeText(spec));
    put(row, "SHA256", input.sha256);
}

std::string standardsText(const StandardsSummary& standards) {
    return standards.title + " (" + standards.id + ", " + standards.version + ")";
}

std::string optionsText(const RunManifest& manifest) {
    std::string text = "scope " + manifest.scope;
    for (const std::string& policy : manifest.policies) {
        text += ", policy " + policy;
    }
    for (const std::string& rule : manifest.rules) {
        text += ", rule " + rule;
    }
    return text + ", waivers judged as of " + manifest.today +
           (manifest.allowOutside ? ", data outside the folder allowed" : "");
}

void addManifest(TemplateDictionary& values, const RunManifest& manifest) {
    putIf(values, "PLAN_SHA256", manifest.planSha256);
    putIf(values, "OPTIONS", optionsText(manifest));
    if (manifest.packs.empty()) {
        return;
    }
    TemplateDictionary& packs = *values.AddSectionDictionary("PACKS");
    for (const UsedPack& pack : manifest.packs) {
        TemplateDictionary& row = *packs.AddSectionDictionary("PACK");
        put(row, "ID", pack.id);
        put(row, "VERSION", pack.version);
        put(row, "SHA256", pack.sha256);
    }
}

void addPlan(TemplateDictionary& values, const PlanSummary& plan) {
    put(values, "FILE", std::filesystem::path(plan.file).filename().string());
    put(values, "CRS", plan.crs);
    put(values, "POLICY_SET",
        plan.policySet.id.empty()
            ? "none is known"
            : standardsText(plan.policySet) +
                  (plan.policySetAssumed ? ", assumed: the plan names no day of submission" : ""));
    std::string standards;
    for (const StandardsSummary& named : plan.standards) {
        standards += (standards.empty() ? "" : "; ") + standardsText(named);
    }
    putIf(values, "STANDARDS", standards);
}

void addLicences(TemplateDictionary& values, const ReportModel& model) {
    std::vector<std::string> licences;
    const auto add = [&licences](const std::string& licence) {
        if (!licence.empty() && std::find(licences.begin(), licences.end(), licence) == licences.end()) {
            licences.push_back(licence);
        }
    };
    add(model.run.plan.licence);
    for (const LayerSpec& layer : model.plan.layers) {
        add(layer.licence);
    }
    putList(values, "LICENCES", "LICENCE", licences);
}

/// Left out of a run that is to be reproducible.
std::string costText(const RunResult& run) {
    if (!std::isfinite(run.seconds) || !std::isfinite(run.peakMebibytes)) {
        return {};
    }
    return rounded(run.seconds, 1) + " s, " + rounded(run.peakMebibytes, 0) + " MiB";
}

} // namespace

void writeMaking(std::ostream& out, const Templates& templates, const ReportModel& model) {
    TemplateDictionary values("made");
    for (const InputSummary& input : model.run.inputs) {
        addInput(values, input, model.plan.findLayer(input.layer));
    }
    addPlan(values, model.run.plan);
    if (model.content.checked.manifest) {
        addManifest(values, *model.content.checked.manifest);
    }
    std::string versions;
    for (const auto& [name, version] : model.run.versions) {
        versions += (versions.empty() ? "" : ", ") + name + " " + version;
        if (name == "Merestone") {
            put(values, "VERSION", version);
        }
    }
    put(values, "VERSIONS", versions);
    putIf(values, "COST", costText(model.run));
    addLicences(values, model);
    if (!model.options.forPaper) {
        const std::string_view script = Templates::text("report.js");
        values.AddSectionDictionary("SCREEN")->SetValue("SCRIPT",
                                                        ctemplate::TemplateString(script.data(), script.size()));
    }
    templates.write(out, "made.html", values);
}

} // namespace merestone
