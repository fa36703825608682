// SPDX-License-Identifier: MIT
#include "plan/pack_checks.hpp"

#include "plan/pack_parameters.hpp"
#include "plan/plan_names.hpp"
#include "plan/references.hpp"

#include <set>

namespace merestone {

namespace {

/// Reports `{name}` in a condition that nothing will be put in place of.
class PlaceholderCheck {
public:
    PlaceholderCheck(const PackRule& rule, Problems& problems)
        : m_problems(problems), m_bound(defaultParameters(rule)) {
        for (const BoundParameter& parameter : m_bound) {
            m_names.push_back(parameter.name);
        }
    }

    void check(const std::string& text, const Place& place) {
        for (const std::string& name : placeholdersIn(text)) {
            const BoundParameter* parameter = findBound(m_bound, name);
            if (parameter == nullptr) {
                m_problems.add(place, "'{" + name + "}' is no parameter" + suggestion(name, m_names, "parameters"));
            } else if (!isTextual(parameter->kind)) {
                m_problems.add(place, "'{" + name + "}' is a number: write " + name + " without braces");
            }
        }
    }

    void check(const MeasureSpec& measure) {
        check(measure.where.text, measure.where.place);
        for (const Parameter& option : measure.options) {
            if (const auto* text = std::get_if<std::string>(&option.value)) {
                check(*text, option.place);
            }
        }
        for (const MeasureSpec& inner : measure.inner) {
            check(inner);
        }
    }

private:
    Problems& m_problems;
    std::vector<BoundParameter> m_bound;
    std::vector<std::string> m_names;
};

void checkPlaceholders(const PackRule& packRule, Problems& problems) {
    const RuleSpec& rule = packRule.rule;
    PlaceholderCheck placeholders(packRule, problems);
    placeholders.check(rule.where.text, rule.where.place);
    placeholders.check(rule.require.text, rule.require.place);
    for (const UnlessSpec& unless : rule.unless) {
        placeholders.check(unless.when.text, unless.when.place);
    }
    for (const MeasureSpec& measure : rule.measures) {
        placeholders.check(measure);
    }
}

/// "valid-shapes" means a rule of the same pack, "integrity/valid-shapes" one of another.
void qualifyNeeds(const Pack& pack, RuleSpec& rule, const std::vector<std::string>& ids, Problems& problems) {
    for (const PlacedText& need : rule.needs) {
        const bool isQualified = need.text.find('/') != std::string::npos;
        if (!isQualified && pack.find(need.text) == nullptr) {
            problems.add(need.place, "rule " + inQuotes(rule.id) + " needs the unknown rule " + inQuotes(need.text) +
                                         suggestion(need.text, ids, "rules"));
        }
        rule.packNeeds.push_back(isQualified ? need.text : pack.id + "/" + need.text);
    }
    rule.needs.clear();
}

void checkCircle(const Pack& pack, Problems& problems) {
    std::vector<Needs> graph;
    for (const PackRule& rule : pack.rules) {
        graph.push_back({pack.id + "/" + rule.rule.id, rule.rule.packNeeds});
    }
    const std::vector<std::string> cycle = findCycle(graph);
    if (!cycle.empty()) {
        const PackRule* first = pack.find(std::string_view(cycle.front()).substr(pack.id.size() + 1));
        problems.add(first->rule.place, circleMessage(cycle));
    }
}

} // namespace

std::string whyNoPackId(std::string_view id) {
    return id.find('/') == std::string_view::npos ? whyNoId(id) : "is no id here; '/' separates the pack from its rule";
}

void checkPackNames(Pack& pack, Problems& problems) {
    std::vector<std::string> ids;
    std::set<std::string> seen;
    for (const PackRule& rule : pack.rules) {
        ids.push_back(rule.rule.id);
        if (!rule.rule.id.empty() && !seen.insert(rule.rule.id).second) {
            problems.add(rule.rule.place, "rule id " + inQuotes(rule.rule.id) + " stands twice in the pack");
        }
    }
    for (PackRule& rule : pack.rules) {
        checkPlaceholders(rule, problems);
        qualifyNeeds(pack, rule.rule, ids, problems);
    }
    checkCircle(pack, problems);
}

} // namespace merestone
