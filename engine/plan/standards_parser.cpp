// SPDX-License-Identifier: MIT
#include "plan/expand.hpp"
#include "plan/map_reader.hpp"
#include "plan/pack_checks.hpp"
#include "plan/pack_homes.hpp"
#include "plan/pack_parameters.hpp"
#include "plan/plan_names.hpp"
#include "plan/rule_parts.hpp"
#include "plan/standards.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace merestone {

namespace {

std::vector<std::string> ruleNames(const std::vector<Pack>& packs) {
    std::vector<std::string> names;
    for (const Pack& pack : packs) {
        for (const PackRule& rule : pack.rules) {
            names.push_back(pack.id + "/" + rule.rule.id);
        }
    }
    return names;
}

std::vector<std::string> parameterNames(const PackRule& rule) {
    std::vector<std::string> names;
    for (const PackParameter& parameter : rule.parameters) {
        names.push_back(parameter.name);
    }
    return names;
}

class StandardsParser {
public:
    StandardsParser(const std::vector<Pack>& packs, const std::vector<std::string>& unread, Problems& problems)
        : m_packs(packs), m_unread(unread), m_rules(ruleNames(packs)), m_problems(problems) {}

    Standards parse(const YamlNode& root) {
        MapReader reader(root, "the standards file", m_problems);
        const PlacedText id = reader.placed("standards", MapReader::Need::required);
        if (const std::string why = id.empty() ? std::string() : whyNoPackId(id.text); !why.empty()) {
            m_problems.add(id.place, "standards id " + inQuotes(id.text) + " " + why);
        }
        m_result.id = id.text;
        m_result.place = id.empty() ? m_problems.placeOf(root) : id.place;
        m_result.title = reader.text("title", MapReader::Need::required);
        m_result.owner = reader.text("owner", MapReader::Need::required);
        m_result.version = reader.text("version", MapReader::Need::required);
        readLevel(reader);
        if (const std::optional<Effective> effective = readEffective(reader, m_problems)) {
            m_result.effectiveFrom = effective->from;
            m_result.effectiveTo = effective->to;
        }
        m_result.replaces = reader.text("replaces");
        (void)reader.find("values", MapReader::Need::required);
        for (const YamlNode* value : reader.list("values")) {
            readValues(*value);
        }
        for (const YamlNode* row : reader.list("crosswalk")) {
            readCrosswalk(*row);
        }
        reader.finish();
        checkTogether();
        return std::move(m_result);
    }

private:
    void readLevel(MapReader& reader) {
        static const std::array<std::string, 3> words = {"national", "sector", "local"};
        const std::string word = reader.word("level", words);
        for (const StandardsLevel level : {StandardsLevel::national, StandardsLevel::sector, StandardsLevel::local}) {
            m_result.level = word == standardsLevelName(level) ? level : m_result.level;
        }
    }

    /// An item of `values:`: one rule, some of its parameters, one source.
    void readValues(const YamlNode& node) {
        const YamlNode* ruleNode = node.find("rule");
        const bool named = ruleNode != nullptr && ruleNode->isScalar();
        MapReader reader(node, named ? "the values for " + inQuotes(ruleNode->text) : "an item of 'values'",
                         m_problems);
        const PlacedText name = reader.placed("rule", MapReader::Need::required);
        StandardsValue common;
        common.rule = name.text;
        (void)reader.find("source", MapReader::Need::required);
        common.source = readSource(reader, m_problems).value_or(RuleSource{});
        common.note = reader.text("note");
        (void)reader.find("with", MapReader::Need::required);
        const std::vector<const YamlEntry*> entries = reader.map("with");
        reader.finish();
        const PackRule* rule = findPackRule(m_packs, name.text);
        if (rule == nullptr) {
            if (!name.empty() && !isUnread(name.text) && !isOfAbsentPack(name.text, m_packs)) {
                m_problems.add(name.place,
                               "there is no rule " + inQuotes(name.text) + suggestion(name.text, m_rules, "rules"));
            }
            return;
        }
        for (const YamlEntry* entry : entries) {
            readValue(*entry, *rule, common);
        }
    }

    [[nodiscard]] bool isUnread(const std::string& rule) const {
        return std::binary_search(m_unread.begin(), m_unread.end(), rule.substr(0, rule.find('/')));
    }

    void readValue(const YamlEntry& entry, const PackRule& rule, StandardsValue value) {
        const std::string label = "parameter " + inQuotes(entry.key) + " of rule " + inQuotes(value.rule);
        const auto parameter =
            std::find_if(rule.parameters.begin(), rule.parameters.end(),
                         [&](const PackParameter& candidate) { return candidate.name == entry.key; });
        if (parameter == rule.parameters.end()) {
            m_problems.add(m_problems.placeOf(entry),
                           "unknown " + label + suggestion(entry.key, parameterNames(rule), "parameters"));
            return;
        }
        value.parameter = entry.key;
        value.place = m_problems.placeOf(entry.value);
        if (const StandardsValue* first = m_result.find(value.rule, value.parameter)) {
            m_problems.add(m_problems.placeOf(entry),
                           label + " has a value already, in line " + std::to_string(first->place.line));
        } else if (auto given = readParameterValue(*parameter, entry.value, label, m_problems)) {
            value.value = std::move(*given);
            m_result.values.push_back(std::move(value));
        }
    }

    void readCrosswalk(const YamlNode& node) {
        MapReader reader(node, "a row of 'crosswalk'", m_problems);
        CrosswalkRow row;
        row.topic = reader.text("topic", MapReader::Need::required);
        row.was = reader.text("was", MapReader::Need::required);
        row.now = reader.text("now", MapReader::Need::required);
        row.change = reader.text("change");
        for (const PlacedText& id : readNames(reader, "catalogue", m_problems)) {
            row.catalogue.push_back(id.text);
        }
        reader.finish();
        m_result.crosswalk.push_back(std::move(row));
    }

    /// What a plan would get that follows these standards: some values are wrong only inside their rule.
    void checkTogether() {
        if (!m_problems.empty()) {
            return;
        }
        std::map<std::string, RuleBinding> bindings;
        for (const StandardsValue& value : m_result.values) {
            const PackRule& rule = *findPackRule(m_packs, value.rule);
            RuleBinding& binding = bindings[value.rule];
            if (binding.parameters.empty()) {
                binding.id = value.rule;
                binding.place = value.place;
                binding.parameters = defaultParameters(rule);
                for (const PackLayer& layer : rule.layers) {
                    binding.layers.emplace_back(layer.name, layer.name);
                }
            }
            for (BoundParameter& parameter : binding.parameters) {
                if (parameter.name == value.parameter) {
                    parameter.value = value.value;
                    parameter.place = value.place;
                    parameter.known = true;
                }
            }
        }
        for (const auto& [name, binding] : bindings) {
            (void)expandRule(name.substr(0, name.find('/')), *findPackRule(m_packs, name), binding, m_problems);
        }
    }

    const std::vector<Pack>& m_packs;
    const std::vector<std::string>& m_unread;
    std::vector<std::string> m_rules;
    Problems& m_problems;
    Standards m_result;
};

} // namespace

Standards parseStandards(const std::string& text, const std::filesystem::path& file, const std::vector<Pack>& packs,
                         const std::vector<std::string>& unread) {
    const YamlNode root = parseYaml(text, file.string());
    Problems problems(file.string());
    if (!root.isMap()) {
        problems.add(root, "this is no standards file: it must begin with 'standards: NAME'");
        problems.throwIfAny();
    }
    Standards result = StandardsParser(packs, unread, problems).parse(root);
    result.file = file;
    problems.throwIfAny();
    return result;
}

} // namespace merestone
