// SPDX-License-Identifier: MIT
#include "submission/submission_facts.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

constexpr std::array kDocumentKinds{ItemKind::plan,        ItemKind::basicConditions, ItemKind::consultation,
                                    ItemKind::screening,   ItemKind::habitats,        ItemKind::modification,
                                    ItemKind::constitution};

const PhraseList& listOf(const std::vector<Pack>& packs, const std::string& id) {
    for (const Pack& pack : packs) {
        if (const PhraseList* list = pack.texts.findPhrases(id)) {
            return *list;
        }
    }
    throw Error(ErrorCode::plan, "no rule pack has the phrase list '" + id +
                                     "'; submissions need the packs submission, lint and plan-integrity");
}

void readDocuments(SubmissionFacts& facts, const std::vector<Pack>& packs, const RunContext& context) {
    const PhraseList& stated = listOf(packs, "submission/plan-period");
    const PhraseList& others = listOf(packs, "lint/other-documents");
    for (const FolderItem& item : facts.folder.items) {
        if (std::find(kDocumentKinds.begin(), kDocumentKinds.end(), item.kind) == kDocumentKinds.end()) {
            continue;
        }
        context.throwIfStopped();
        context.report("reading " + item.name, 0.0);
        SubmittedDocument document{item, readDocument(item, context), {}};
        if (document.content.problem.empty()) {
            document.periods = statedPeriods(Prose(document.content.text), stated, others);
        }
        facts.documents.push_back(std::move(document));
    }
}

/// The only readable document of a kind.
const SubmittedDocument* onlyDocument(const SubmissionFacts& facts, ItemKind kind) {
    const SubmittedDocument* found = nullptr;
    for (const SubmittedDocument& document : facts.documents) {
        if (document.item.kind == kind && document.content.problem.empty()) {
            if (found != nullptr) {
                return nullptr; // nobody knows which of them counts
            }
            found = &document;
        }
    }
    return found;
}

void lookIntoPlan(SubmissionFacts& facts, const std::vector<Pack>& packs) {
    if (const SubmittedDocument* plan = onlyDocument(facts, ItemKind::plan)) {
        facts.plan = readPlanText(plan->content.text);
        facts.planDocument = plan->item.name;
        facts.homes = statedHomes(Prose(plan->content.text), listOf(packs, "submission/total-homes"));
        if (!plan->periods.empty()) {
            facts.titlePeriod = plan->periods.front();
            facts.titleHasPeriod = plan->periods.front().page == 1;
        }
    }
    if (const SubmittedDocument* statement = onlyDocument(facts, ItemKind::basicConditions)) {
        facts.basicConditions = statement->content.text;
    }
}

std::optional<Records> recordsOf(const SubmissionFolder& folder, ItemKind kind, const RunContext& context) {
    const std::vector<const FolderItem*> found = folder.of(kind);
    if (found.empty()) {
        return std::nullopt;
    }
    if (found.size() > 1) {
        return Records{{}, "is there more than once; keep one"};
    }
    return readRecords(*found.front(), context);
}

std::vector<SpatialLayer> layersOf(const SubmissionFolder& folder, ItemKind kind, const RunContext& context) {
    std::vector<SpatialLayer> result;
    for (const FolderItem* item : folder.of(kind)) {
        context.report("reading " + item->name, 0.0);
        std::vector<SpatialLayer> layers = readSpatial(*item, context);
        std::move(layers.begin(), layers.end(), std::back_inserter(result));
    }
    return result;
}

/// Boundaries may also be layers of the policies map, called as everywhere. They are no policies.
void takeBoundary(std::vector<SpatialLayer>& map, const std::string& name, std::vector<SpatialLayer>& boundary) {
    const bool wanted = boundary.empty();
    std::erase_if(map, [&](const SpatialLayer& layer) {
        const bool matches = layer.sourceLayer == name;
        if (matches && wanted) {
            boundary.push_back(layer);
        }
        return matches;
    });
}

} // namespace

SubmissionFacts readSubmission(const std::filesystem::path& folder, const std::vector<Pack>& packs,
                               const RunContext& context) {
    SubmissionFacts facts;
    facts.folder = readFolder(folder);
    readDocuments(facts, packs, context);
    lookIntoPlan(facts, packs);
    facts.dates = recordsOf(facts.folder, ItemKind::dates, context);
    facts.schedule1 = recordsOf(facts.folder, ItemKind::schedule1, context);
    facts.forum = recordsOf(facts.folder, ItemKind::forum, context);
    facts.sites = recordsOf(facts.folder, ItemKind::sites, context);
    facts.responses = recordsOf(facts.folder, ItemKind::responses, context);
    if (facts.dates) {
        facts.events = readEvents(*facts.dates);
    }
    facts.area = layersOf(facts.folder, ItemKind::area, context);
    facts.designatedArea = layersOf(facts.folder, ItemKind::designatedArea, context);
    facts.otherAreas = layersOf(facts.folder, ItemKind::otherAreas, context);
    facts.policyMap = layersOf(facts.folder, ItemKind::policyMap, context);
    takeBoundary(facts.policyMap, "neighbourhood_area", facts.area);
    takeBoundary(facts.policyMap, "designated_area", facts.designatedArea);
    takeBoundary(facts.policyMap, "other_neighbourhood_areas", facts.otherAreas);
    return facts;
}

} // namespace merestone
