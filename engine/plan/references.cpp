// SPDX-License-Identifier: MIT
#include "plan/references.hpp"

#include "base/text.hpp"
#include "plan/plan_names.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace merestone {

namespace {

/// Walks along `needs` with a stack of its own: chains may be as long as the plan.
class CycleSearch {
public:
    explicit CycleSearch(const std::vector<Needs>& rules) : m_rules(rules), m_states(rules.size(), State::unseen) {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            m_index.emplace(rules[i].id, i);
        }
    }

    std::vector<std::string> find() {
        for (std::size_t start = 0; start < m_rules.size(); ++start) {
            if (m_states[start] == State::unseen) {
                enter(start);
            }
            while (!m_path.empty()) {
                if (const std::optional<std::size_t> closing = advance()) {
                    return cycleFrom(*closing);
                }
            }
        }
        return {};
    }

private:
    enum class State { unseen, open, done };
    struct Step {
        std::size_t rule = 0;
        std::size_t next = 0; ///< position in its needs
    };

    void enter(std::size_t rule) {
        m_states[rule] = State::open;
        m_path.push_back({rule, 0});
    }

    /// One step on, or back when nothing is left; gives the rule on the path that the step leads back to.
    std::optional<std::size_t> advance() {
        Step& step = m_path.back();
        const std::vector<std::string>& needs = m_rules[step.rule].needs;
        if (step.next == needs.size()) {
            m_states[step.rule] = State::done;
            m_path.pop_back();
            return std::nullopt;
        }
        const auto found = m_index.find(needs[step.next++]);
        if (found == m_index.end() || m_states[found->second] == State::done) {
            return std::nullopt;
        }
        if (m_states[found->second] == State::open) {
            return found->second;
        }
        enter(found->second);
        return std::nullopt;
    }

    [[nodiscard]] std::vector<std::string> cycleFrom(std::size_t rule) const {
        std::vector<std::string> cycle;
        auto step = std::find_if(m_path.begin(), m_path.end(), [&](const Step& each) { return each.rule == rule; });
        for (; step != m_path.end(); ++step) {
            cycle.push_back(m_rules[step->rule].id);
        }
        cycle.push_back(m_rules[rule].id);
        return cycle;
    }

    const std::vector<Needs>& m_rules;
    std::unordered_map<std::string_view, std::size_t> m_index;
    std::vector<State> m_states;
    std::vector<Step> m_path;
};

/// Reports things of one kind that carry the same name; ASCII case does not make a difference.
class UniqueNames {
public:
    UniqueNames(const char* kind, Problems& problems) : m_kind(kind), m_problems(problems) {}

    void add(const std::string& name, const Place& place) {
        if (name.empty()) {
            return;
        }
        const auto [found, isNew] = m_seen.emplace(lowered(name), std::pair(name, place.line));
        if (!isNew) {
            m_problems.add(place,
                           std::string(m_kind) + " " + inQuotes(name) + " is taken by " +
                               (found->second.first == name ? "line " : inQuotes(found->second.first) + " in line ") +
                               std::to_string(found->second.second) + "; give each its own");
        }
    }

private:
    const char* m_kind;
    Problems& m_problems;
    std::unordered_map<std::string, std::pair<std::string, int>> m_seen;
};

template <typename Visit> void forEachRule(Plan& plan, Visit visit) {
    for (PolicySpec& policy : plan.policies) {
        for (RuleSpec& rule : policy.rules) {
            visit(rule);
        }
    }
}

void checkUnique(Plan& plan, Problems& problems) {
    UniqueNames layers("layer", problems);
    for (const LayerSpec& layer : plan.layers) {
        layers.add(layer.name, layer.place);
    }
    UniqueNames policies("policy id", problems);
    for (const PolicySpec& policy : plan.policies) {
        policies.add(policy.id, policy.place);
    }
    UniqueNames rules("rule id", problems);
    forEachRule(plan, [&](const RuleSpec& rule) { rules.add(rule.id, rule.place); });
}

/// A rule of a pack needs others of packs; what it gets are the rules that the plan made of them: those under the
/// same policy, or else all. One that the plan does not use is not needed either.
void resolvePackNeeds(Plan& plan) {
    std::unordered_map<std::string, std::vector<const RuleSpec*>> byPackRule;
    forEachRule(plan, [&](RuleSpec& rule) {
        if (!rule.pack.empty()) {
            byPackRule[rule.pack + "/" + rule.packRule].push_back(&rule);
        }
    });
    forEachRule(plan, [&](RuleSpec& rule) {
        for (const std::string& need : rule.packNeeds) {
            const std::vector<const RuleSpec*>& found = byPackRule[need];
            const auto isNear = [&](const RuleSpec* other) { return other->policy == rule.policy; };
            const bool hasNear = std::any_of(found.begin(), found.end(), isNear);
            for (const RuleSpec* other : found) {
                if (!hasNear || isNear(other)) {
                    rule.needs.push_back({other->id, rule.place});
                }
            }
        }
    });
}

std::vector<std::string> ruleIds(Plan& plan) {
    std::vector<std::string> ids;
    forEachRule(plan, [&](const RuleSpec& rule) { ids.push_back(rule.id); });
    return ids;
}

void checkNeeds(Plan& plan, const std::vector<std::string>& ids, Problems& problems) {
    std::unordered_map<std::string, Place> known;
    std::vector<Needs> graph;
    forEachRule(plan, [&](const RuleSpec& rule) { known.emplace(rule.id, rule.place); });
    forEachRule(plan, [&](const RuleSpec& rule) {
        Needs node{rule.id, {}};
        for (const PlacedText& need : rule.needs) {
            node.needs.push_back(need.text);
            if (known.find(need.text) == known.end()) {
                problems.add(need.place, "rule " + inQuotes(rule.id) + " needs the unknown rule " +
                                             inQuotes(need.text) + suggestion(need.text, ids, "rules"));
            }
        }
        graph.push_back(std::move(node));
    });
    const std::vector<std::string> cycle = findCycle(graph);
    if (!cycle.empty()) {
        problems.add(known[cycle.front()], circleMessage(cycle));
    }
}

void checkWaivers(Plan& plan, const std::vector<std::string>& ids, Problems& problems) {
    const std::unordered_set<std::string> known(ids.begin(), ids.end());
    for (const WaiverSpec& waiver : plan.waivers) {
        if (!waiver.rule.empty() && known.count(waiver.rule) == 0) {
            problems.add(waiver.place, "a waiver names the unknown rule " + inQuotes(waiver.rule) +
                                           suggestion(waiver.rule, ids, "rules"));
        }
    }
}

} // namespace

void checkReferences(Plan& plan, Problems& problems) {
    checkUnique(plan, problems);
    resolvePackNeeds(plan);
    const std::vector<std::string> ids = ruleIds(plan);
    checkNeeds(plan, ids, problems);
    checkWaivers(plan, ids, problems);
}

std::string circleMessage(const std::vector<std::string>& cycle) {
    std::string path;
    for (const std::string& id : cycle) {
        path += (path.empty() ? "" : " -> ") + id;
    }
    return "rules need one another in a circle: " + path + "; remove one of these needs";
}

std::vector<std::string> findCycle(const std::vector<Needs>& rules) {
    return CycleSearch(rules).find();
}

} // namespace merestone
