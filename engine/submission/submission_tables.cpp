// SPDX-License-Identifier: MIT
#include "submission/submission_tables.hpp"

#include "base/text.hpp"
#include "prose/phrase_finder.hpp"
#include "submission/table_builder.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

/// Something that a package must or may hold.
struct PackageItem {
    ItemKind kind;
    const char* title;
    const char* law;
    bool required;
};

constexpr std::array kPackage{
    PackageItem{ItemKind::area, "a map or statement that identifies the area (area.gpkg)", "reg 15(1)(a)", true},
    PackageItem{ItemKind::consultation, "the consultation statement (consultation….pdf)", "reg 15(1)(b)", true},
    PackageItem{ItemKind::plan, "the plan itself (plan.pdf)", "reg 15(1)(c)", true},
    PackageItem{ItemKind::basicConditions, "the basic conditions statement (basic-conditions….pdf)", "reg 15(1)(d)",
                true},
    PackageItem{ItemKind::screening, "the SEA report, or the reasons why none is needed (sea….pdf, screening….pdf)",
                "reg 15(1)(e)", true},
    PackageItem{ItemKind::modification, "the modification statement (modification….pdf)", "reg 15(1)(f)", false},
    PackageItem{ItemKind::habitats, "the habitats assessment screening (habitats….pdf)", "reg 32, Schedule 2", false},
};

using Field = TableBuilder::Field;

std::optional<double> difference(const std::optional<double>& from, const std::optional<double>& to) {
    return from && to ? std::optional(*to - *from) : std::nullopt;
}

bool isYes(const std::string& text) {
    const std::string word = lowered(text);
    return word == "yes" || word == "y" || word == "true" || word == "1" || word == "x";
}

/// What must be said of a site, as columns of sites.csv.
constexpr std::array<const char*, 7> kSiteFields{"reference", "name",   "area_ha",     "uses",
                                                 "capacity",  "timing", "requirements"};

/// Those that a row leaves open; "TBC" is no answer.
std::vector<std::string> lackingFields(const std::map<std::string, std::string>& row) {
    std::vector<std::string> lacking;
    for (const char* field : kSiteFields) {
        const std::string value = lowered(valueOf(row, field));
        if (value.empty() || value == "tbc" || value == "tba" || value == "?") {
            lacking.emplace_back(field);
        }
    }
    return lacking;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

class TableMaker {
public:
    TableMaker(const SubmissionFacts& facts, SubmissionTables& tables) : m_facts(facts), m_tables(tables) {}

    void run() {
        makePackage();
        makeDocuments();
        makePeriods();
        makePolicyHeadings();
        makeConsultations();
        makeSequence();
        makeSchedule1();
        makeForum();
        makeSites();
        makeMapFiles();
        makeSpatial("area", m_facts.area, "area.gpkg is not there");
        makeSpatial("designated_area", m_facts.designatedArea,
                    "designated.gpkg, the area as the council designated it, is not there; ask the council for it");
        makeSpatial("policy_map", m_facts.policyMap, "policies.gpkg, the policies map, is not there");
        if (m_facts.otherAreas.empty()) {
            m_tables.notSubmitted.emplace_back("other_areas");
        } else {
            makeSpatial("other_areas", m_facts.otherAreas, "");
        }
    }

private:
    void finish(TableBuilder& table) { m_tables.layers.push_back(table.build()); }
    void problem(const std::string& layer, const std::string& id, const std::string& why,
                 const std::string& field = "") {
        if (!why.empty()) {
            m_tables.problems[layer + "/" + id + "/" + field] = why;
        }
    }
    [[nodiscard]] std::size_t filesOf(ItemKind kind) const {
        const std::vector<const FolderItem*> found = m_facts.folder.of(kind);
        const auto usable =
            std::count_if(found.begin(), found.end(), [](const auto* item) { return item->problem.empty(); });
        const bool fromMap = kind == ItemKind::area && found.empty() && !m_facts.area.empty();
        return static_cast<std::size_t>(usable) + (fromMap ? 1 : 0);
    }
    /// What stands in the place of a file and is none; empty when there is a file, or nothing.
    [[nodiscard]] std::string obstacle(ItemKind kind) const {
        const std::vector<const FolderItem*> found = m_facts.folder.of(kind);
        return filesOf(kind) > 0 || found.empty() ? "" : found.front()->name + " " + found.front()->problem;
    }

    [[nodiscard]] bool mapIsReadable() const {
        const std::vector<SpatialLayer>& map = m_facts.policyMap;
        return !map.empty() &&
               std::all_of(map.begin(), map.end(), [](const auto& part) { return part.layer != nullptr; });
    }

    /// Whether a plan has been made already: then its modification needs a statement.
    [[nodiscard]] bool isModification() const { return findEvent(m_facts.events, "made") != nullptr; }

    void makePackage() {
        TableBuilder table("package", {{"item"}, {"title"}, {"law"}, {"required", false}, {"files", false}}, "title");
        for (const PackageItem& item : kPackage) {
            const bool required = item.required || (item.kind == ItemKind::modification && isModification());
            table.add({std::string(itemName(item.kind)), std::string(item.title), std::string(item.law),
                       numberCell(required ? 1.0 : 0.0),
                       obstacle(item.kind).empty() ? numberCell(filesOf(item.kind)) : Cell{}});
            problem("package", itemName(item.kind), obstacle(item.kind));
        }
        finish(table);
    }

    void makeDocuments() {
        TableBuilder table("documents",
                           {{"file"},
                            {"kind"},
                            {"readable", false},
                            {"pages", false},
                            {"periods", false},
                            {"title_period", false},
                            {"text"}},
                           "");
        for (const SubmittedDocument& document : m_facts.documents) {
            const bool readable = document.content.problem.empty();
            const bool isPlan = document.item.kind == ItemKind::plan;
            const bool onTitle = !document.periods.empty() && document.periods.front().page == 1;
            table.add({document.item.name, std::string(itemName(document.item.kind)), readable ? Cell{1.0} : Cell{},
                       readable ? numberCell(document.content.pages) : Cell{},
                       readable ? numberCell(document.periods.size()) : Cell{},
                       readable && isPlan ? Cell{onTitle ? 1.0 : 0.0} : Cell{}, textCell(document.content.text)});
            problem("documents", document.item.name, document.content.problem);
        }
        finish(table);
    }

    void makePeriods() {
        TableBuilder table("periods",
                           {{"place"},
                            {"document"},
                            {"page", false},
                            {"period_from", false},
                            {"period_to", false},
                            {"plan_from", false},
                            {"plan_to", false},
                            {"plan_document"}},
                           "");
        const auto& own = m_facts.titlePeriod;
        for (const SubmittedDocument& document : m_facts.documents) {
            for (const StatedPeriod& period : document.periods) {
                const std::string place = document.item.name + ", page " + std::to_string(period.page) + ": " +
                                          std::to_string(period.from) + "-" + std::to_string(period.to);
                table.add({place, document.item.name, numberCell(period.page), numberCell(period.from),
                           numberCell(period.to), own ? numberCell(own->from) : Cell{},
                           own ? numberCell(own->to) : Cell{}, textCell(m_facts.planDocument)});
                problem("periods", place, own ? "" : "the plan itself states no period to compare with");
            }
        }
        finish(table);
    }

    /// How often each reference ("H1", "BH-2") stands in the basic conditions statement, lower case; nothing without a
    /// statement that can be read.
    [[nodiscard]] std::optional<std::map<std::string, std::size_t>> referencesInConditions() const {
        if (!m_facts.basicConditions) {
            return std::nullopt;
        }
        const Prose conditions(*m_facts.basicConditions);
        std::map<std::string, std::size_t> counts;
        for (std::size_t token = 0; token < conditions.tokens().size(); ++token) {
            ++counts[lowered(conditions.reference(token))];
        }
        return counts;
    }

    /// How many features of the policies map name a policy; unknown without a map that can be read.
    [[nodiscard]] std::optional<std::map<std::string, std::size_t>> featuresByPolicy() const {
        if (!mapIsReadable()) {
            return std::nullopt;
        }
        std::map<std::string, std::size_t> counts;
        const LayerPtr map = joinedLayer("policy_map", m_facts.policyMap);
        const Column* column = map->column("policy");
        for (std::size_t row = 0; row < map->size(); ++row) {
            ++counts[column->text(row)];
        }
        return counts;
    }

    void makePolicyHeadings() {
        TableBuilder table("policy_headings",
                           {{"id"},
                            {"name"},
                            {"text"},
                            {"page", false},
                            {"times", false},
                            {"features", false},
                            {"in_conditions", false}},
                           "name");
        const auto conditions = referencesInConditions();
        const auto features = featuresByPolicy();
        std::map<std::string, std::size_t> times;
        const std::vector<TextPolicy> none;
        const std::vector<TextPolicy>& policies = m_facts.plan ? m_facts.plan->policies : none;
        for (const TextPolicy& policy : policies) {
            ++times[policy.id];
        }
        std::map<std::string, bool> listed;
        for (const TextPolicy& policy : policies) {
            if (std::exchange(listed[policy.id], true)) {
                continue; // told once, with how often it is there
            }
            const auto countIn = [](const auto& counts, const std::string& id) {
                const auto found = counts->find(id);
                return numberCell(found == counts->end() ? std::size_t{0} : found->second);
            };
            table.add({policy.id, "policy " + policy.id + (policy.title.empty() ? "" : " " + policy.title),
                       textCell(policy.text), numberCell(policy.page), numberCell(times[policy.id]),
                       features ? countIn(features, policy.id) : Cell{},
                       conditions ? countIn(conditions, lowered(policy.id)) : Cell{}});
            problem("policy_headings", policy.id, features ? "" : "there is no policies map that can be read",
                    "features");
            problem("policy_headings", policy.id,
                    conditions ? "" : "there is no single basic conditions statement that can be read",
                    "in_conditions");
        }
        if (table.size() == 0) {
            table.add({std::string("policies"), std::string("the policies of the plan"), {}, {}, {}, {}, {}});
            problem("policy_headings", "policies",
                    m_facts.plan ? "no heading such as 'Policy H1: Homes' was found in " + m_facts.planDocument +
                                       "; give each policy such a heading"
                                 : "there is no single plan that can be read");
        }
        finish(table);
    }

    void makeConsultations() {
        TableBuilder table("consultations", {{"stage"}, {"title"}, {"days", false}, {"from_date"}, {"to_date"}},
                           "title");
        const std::string why = m_facts.dates ? m_facts.dates->problem : "dates.csv is not there";
        for (const char* stage : {"reg14", "reg16"}) {
            const ProcedureEvent* event = findEvent(m_facts.events, stage);
            const bool isFirst = std::string_view(stage) == "reg14";
            if (event == nullptr && !isFirst) {
                continue; // it follows the submission
            }
            const std::string title = isFirst ? "the Regulation 14 consultation" : "the Regulation 16 publicity";
            if (event == nullptr) {
                table.add({std::string(stage), title, {}, {}, {}});
                problem("consultations", stage,
                        (why.empty() ? "dates.csv has no row for " + std::string(stage) : why) +
                            "; write event, from and to");
                continue;
            }
            table.add({std::string(stage), title, numberCell(difference(event->from, event->to)),
                       textCell(event->fromText), textCell(event->toText)});
            problem("consultations", stage,
                    event->problem.empty() ? "its first or its last day is missing" : event->problem);
        }
        finish(table);
    }

    /// Steps that must follow one another, those that are known to have been taken.
    void makeSequence() {
        TableBuilder table("sequence", {{"step"}, {"earlier"}, {"later"}, {"days_between", false}}, "step");
        const auto add = [&](const char* earlier, const char* later, const char* step, bool always) {
            const ProcedureEvent* first = findEvent(m_facts.events, earlier);
            const ProcedureEvent* second = findEvent(m_facts.events, later);
            if (!always && (first == nullptr || second == nullptr)) {
                return;
            }
            const std::optional<double> days =
                first != nullptr && second != nullptr ? difference(first->to, second->from) : std::nullopt;
            table.add({std::string(step), std::string(earlier), std::string(later), numberCell(days)});
            problem("sequence", step,
                    "dates.csv has no date for " + std::string(first == nullptr || !first->to ? earlier : later));
        };
        add("reg14", "reg15", "submission after the Regulation 14 consultation", true);
        add("sea_screening", "reg15", "SEA screening decision before the submission", true);
        add("reg15", "reg16", "Regulation 16 publicity after the submission", false);
        add("area_designated", "reg14", "designation of the area before the Regulation 14 consultation", false);
        finish(table);
    }

    void makeSchedule1() {
        TableBuilder table("schedule1", {{"body"}, {"consulted", false}, {"reason"}}, "body");
        if (m_facts.schedule1) {
            for (const auto& row : m_facts.schedule1->rows) {
                const std::string body = valueOf(row, "body");
                const std::string ticked = valueOf(row, "consulted");
                table.add({body.empty() ? "row " + std::to_string(table.size() + 1) : body,
                           ticked.empty() ? Cell{} : numberCell(isYes(ticked) ? 1.0 : 0.0),
                           textCell(valueOf(row, "reason"))});
            }
        }
        if (table.size() == 0) {
            table.add({std::string("Schedule 1 bodies"), {}, {}});
            problem("schedule1", "Schedule 1 bodies",
                    !m_facts.schedule1                   ? "schedule1.csv is not there; list body, consulted and reason"
                    : m_facts.schedule1->problem.empty() ? "schedule1.csv has no rows; list body, consulted and reason"
                                                         : m_facts.schedule1->problem);
        }
        finish(table);
    }

    void makeForum() {
        if (!m_facts.forum) {
            m_tables.notSubmitted.emplace_back("forum");
            return;
        }
        TableBuilder table("forum", {{"id"}, {"members", false}, {"constitutions", false}, {"days_since", false}}, "");
        const ProcedureEvent* designated = findEvent(m_facts.events, "forum_designated");
        const ProcedureEvent* submitted = findEvent(m_facts.events, "reg15");
        const bool known = m_facts.forum->problem.empty();
        table.add({std::string("neighbourhood forum"), known ? numberCell(m_facts.forum->rows.size()) : Cell{},
                   numberCell(filesOf(ItemKind::constitution)),
                   designated != nullptr && submitted != nullptr
                       ? numberCell(difference(designated->from, submitted->from))
                       : Cell{}});
        problem("forum", "neighbourhood forum",
                known ? "dates.csv has no date for forum_designated or reg15" : m_facts.forum->problem);
        finish(table);
    }

    /// How many features of the policies map have each reference; nothing without a map that can be read.
    [[nodiscard]] std::optional<std::map<std::string, std::size_t>> featuresByReference() const {
        std::map<std::string, std::size_t> counts;
        for (const SpatialLayer& part : m_facts.policyMap) {
            const Column* column = part.layer ? part.layer->column("reference") : nullptr;
            for (std::size_t row = 0; column != nullptr && row < column->size(); ++row) {
                ++counts[column->text(row)];
            }
        }
        return mapIsReadable() ? std::optional(counts) : std::nullopt;
    }

    void makeSites() {
        if (!m_facts.sites) {
            m_tables.notSubmitted.emplace_back("sites");
            return;
        }
        TableBuilder table(
            "sites",
            {{"reference"}, {"name"}, {"missing", false}, {"missing_fields"}, {"times", false}, {"features", false}},
            "name");
        std::map<std::string, std::size_t> times;
        for (const auto& row : m_facts.sites->rows) {
            ++times[valueOf(row, "reference")];
        }
        const auto features = featuresByReference();
        for (const auto& row : m_facts.sites->rows) {
            const std::string given = valueOf(row, "reference");
            const std::string reference = given.empty() ? "row " + std::to_string(table.size() + 1) : given;
            const std::vector<std::string> lacking = lackingFields(row);
            const auto found =
                features ? features->find(reference) : std::map<std::string, std::size_t>::const_iterator();
            table.add({reference, textCell(valueOf(row, "name")), numberCell(lacking.size()), textCell(joined(lacking)),
                       given.empty() ? Cell{} : numberCell(times[given]),
                       !features ? Cell{} : numberCell(found == features->end() ? std::size_t{0} : found->second)});
            problem("sites", reference, features ? "" : "there is no policies map that can be read", "features");
        }
        if (table.size() == 0) {
            table.add({std::string("sites.csv"), {}, {}, {}, {}, {}});
            problem("sites", "sites.csv",
                    m_facts.sites->problem.empty() ? "it has no rows; list the plan's sites" : m_facts.sites->problem);
        }
        finish(table);
    }

    void makeMapFiles() {
        TableBuilder table("map_files", {{"place"}, {"readable", false}, {"crs"}}, "");
        for (const auto* parts : {&m_facts.area, &m_facts.designatedArea, &m_facts.otherAreas, &m_facts.policyMap}) {
            for (const SpatialLayer& part : *parts) {
                const std::string place = part.file + (part.sourceLayer.empty() ? "" : "/" + part.sourceLayer);
                table.add({place, part.layer ? Cell{1.0} : Cell{}, textCell(part.crs)});
                problem("map_files", place, part.problem);
            }
        }
        finish(table);
    }

    void makeSpatial(const std::string& name, const std::vector<SpatialLayer>& parts, const std::string& whyMissing) {
        for (const SpatialLayer& part : parts) {
            if (!part.layer) {
                m_tables.missing[name] =
                    part.problem.starts_with(part.file) ? part.problem : part.file + " " + part.problem;
                return;
            }
        }
        if (parts.empty()) {
            m_tables.missing[name] = whyMissing;
        } else {
            m_tables.layers.push_back(joinedLayer(name, parts));
        }
    }

    const SubmissionFacts& m_facts;
    SubmissionTables& m_tables;
};

} // namespace

SubmissionTables makeTables(const SubmissionFacts& facts) {
    SubmissionTables tables;
    TableMaker(facts, tables).run();
    return tables;
}

} // namespace merestone
