// SPDX-License-Identifier: MIT
#include "submission/table_maker.hpp"

#include "base/text.hpp"
#include "prose/phrase_finder.hpp"
#include "prose/prose.hpp"

#include <array>
#include <utility>

namespace merestone {

namespace {

/// What must be said of a site, as columns of sites.csv.
constexpr std::array<const char*, 7> kSiteFields{"reference", "name",   "area_ha",     "uses",
                                                 "capacity",  "timing", "requirements"};

/// Those that a row leaves open.
std::vector<std::string> lackingFields(const std::map<std::string, std::string>& row) {
    std::vector<std::string> lacking;
    for (const char* field : kSiteFields) {
        if (isOpen(valueOf(row, field))) {
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

class PolicyTables : public TableMaker {
public:
    using TableMaker::TableMaker;

    void run() {
        makePolicyHeadings();
        makeContents();
        makeSites();
        makeStatedHomes();
    }

private:
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

    /// How often the table of contents lists each policy that it lists.
    [[nodiscard]] std::map<std::string, std::size_t> contentsByPolicy() const {
        std::map<std::string, std::size_t> counts;
        for (const ContentsEntry& entry : m_facts.plan ? m_facts.plan->contents : std::vector<ContentsEntry>()) {
            if (!entry.policy.empty()) {
                ++counts[entry.policy];
            }
        }
        return counts;
    }

    void makeContents() {
        if (m_facts.plan && m_facts.plan->contents.empty()) {
            m_tables.notSubmitted.emplace_back("contents");
            return;
        }
        TableBuilder table(
            "contents",
            {{"entry"}, {"headings", false}, {"stated_page", false}, {"expected_page", false}, {"found_page", false}},
            "");
        for (const ContentsEntry& entry : m_facts.plan ? m_facts.plan->contents : std::vector<ContentsEntry>()) {
            table.add({entry.title, numberCell(entry.isThere ? 1.0 : 0.0), numberCell(entry.statedPage),
                       numberCell(entry.expectedPage), entry.foundPage ? numberCell(*entry.foundPage) : Cell{}});
            problem("contents", entry.title,
                    entry.isThere && !entry.foundPage ? "the document has no pages; save the plan as PDF" : "",
                    "found_page");
        }
        if (!m_facts.plan) {
            table.add({std::string("contents"), {}, {}, {}, {}});
            problem("contents", "contents", "there is no single plan that can be read");
        }
        finish(table);
    }

    void makePolicyHeadings() {
        TableBuilder table("policy_headings",
                           {{"id"},
                            {"name"},
                            {"text"},
                            {"page", false},
                            {"times", false},
                            {"features", false},
                            {"in_conditions", false},
                            {"contents_policies", false},
                            {"in_contents", false}},
                           "name");
        const std::map<std::string, std::size_t> contents = contentsByPolicy();
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
                       conditions ? countIn(conditions, lowered(policy.id)) : Cell{}, numberCell(contents.size()),
                       countIn(&contents, policy.id)});
            problem("policy_headings", policy.id, features ? "" : "there is no policies map that can be read",
                    "features");
            problem("policy_headings", policy.id,
                    conditions ? "" : "there is no single basic conditions statement that can be read",
                    "in_conditions");
        }
        if (table.size() == 0) {
            table.add({std::string("policies"), std::string("the policies of the plan"), {}, {}, {}, {}, {}, {}, {}});
            problem("policy_headings", "policies",
                    m_facts.plan ? "no heading such as 'Policy H1: Homes' was found in " + m_facts.planDocument +
                                       "; give each policy such a heading"
                                 : "there is no single plan that can be read");
        }
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

    /// The capacities of all sites, each site once; nothing, and why, where one is open or there are two.
    [[nodiscard]] std::optional<double> homesOfSites(std::string& why) const {
        std::map<std::string, double> capacities;
        for (const auto& row : m_facts.sites->rows) {
            const std::string reference = valueOf(row, "reference");
            const std::optional<double> homes = numberValue(valueOf(row, "capacity"));
            const std::string site = reference.empty() ? "a site without a reference" : "site " + reference;
            if (!homes) {
                why = "sites.csv gives no capacity of " + site + "; give the number of homes";
                return std::nullopt;
            }
            const auto [known, isNew] =
                capacities.emplace(reference.empty() ? std::to_string(capacities.size()) + "?" : reference, *homes);
            if (!isNew && known->second != *homes) {
                why = "sites.csv gives two capacities of " + site + "; keep one";
                return std::nullopt;
            }
        }
        double sum = 0.0;
        for (const auto& [reference, homes] : capacities) {
            sum += homes;
        }
        return sum;
    }

    void makeStatedHomes() {
        if (!m_facts.sites || (m_facts.plan && m_facts.homes.empty())) {
            m_tables.notSubmitted.emplace_back("stated_homes");
            return;
        }
        std::string why = m_facts.plan ? m_facts.sites->problem : "there is no single plan that can be read";
        const std::optional<double> sum = why.empty() ? homesOfSites(why) : std::nullopt;
        TableBuilder table("stated_homes", {{"place"}, {"page", false}, {"homes", false}, {"site_homes", false}}, "");
        for (const StatedHomes& stated : m_facts.homes) {
            const std::string place = m_facts.planDocument + ", page " + std::to_string(stated.page) + ": " +
                                      shortest(stated.homes) + " homes";
            table.add({place, numberCell(stated.page), numberCell(stated.homes), numberCell(sum)});
            problem("stated_homes", place, why, "site_homes");
        }
        if (table.size() == 0) {
            table.add({std::string("the plan"), {}, {}, {}});
            problem("stated_homes", "the plan", why);
        }
        finish(table);
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
};

} // namespace

void makePolicyTables(const SubmissionFacts& facts, SubmissionTables& tables) {
    PolicyTables(facts, tables).run();
}

} // namespace merestone
