// SPDX-License-Identifier: MIT
#include "models/findings_list.hpp"

#include "models/rule_titles.hpp"
#include "models/wording.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

namespace merestone::viewer {

namespace {

constexpr std::uint32_t kNotListed = std::numeric_limits<std::uint32_t>::max();
constexpr double kNone = std::numeric_limits<double>::infinity();

QString fromStd(const std::string& text) {
    return QString::fromStdString(text);
}

double verdictFigure(Verdict verdict, bool waived) {
    return static_cast<double>(verdict) * 2 + (waived ? 1 : 0);
}

/// Puts things into the order of their figures; those without one, and ties, stay in the order that they have.
template <class Things, class FigureOf> void sortBy(Things& things, bool descending, const FigureOf& figureOf) {
    std::vector<std::pair<double, std::size_t>> order;
    order.reserve(things.size());
    for (std::size_t i = 0; i < things.size(); ++i) {
        order.emplace_back(figureOf(things[i], i), i);
    }
    std::stable_sort(order.begin(), order.end(), [descending](const auto& a, const auto& b) {
        return descending ? a.first > b.first : a.first < b.first;
    });
    Things sorted;
    sorted.reserve(things.size());
    for (const auto& [figure, i] : order) {
        sorted.push_back(std::move(things[i]));
    }
    things = std::move(sorted);
}

/// Tells of one thing after the other whether it is chosen.
class Chooser {
public:
    explicit Chooser(const FindingsChoice& choice) : m_choice(choice) {}

    [[nodiscard]] bool takes(const Finding& finding) const {
        return takes(finding.verdict, static_cast<bool>(finding.waived)) &&
               (m_choice.layer.isEmpty() || fromStd(finding.subject.layer.str()) == m_choice.layer) &&
               (m_choice.words.isEmpty() || holdsWords(searchText(finding)));
    }
    [[nodiscard]] bool takes(const FindingsList::Rule& rule) const {
        return takes(rule.result->verdict, isWaived(*rule.result)) && m_choice.layer.isEmpty() &&
               (m_choice.words.isEmpty() || holdsWords(searchText(*rule.result, rule.title)));
    }

private:
    [[nodiscard]] bool takes(Verdict verdict, bool waived) const {
        const bool isWantedSo = m_choice.waived == FindingsChoice::Waived::shown ||
                                waived == (m_choice.waived == FindingsChoice::Waived::alone);
        return isWantedSo && (m_choice.verdicts.empty() || m_choice.verdicts.count(verdict) > 0);
    }
    [[nodiscard]] bool holdsWords(const QString& text) const {
        return std::all_of(m_choice.words.begin(), m_choice.words.end(),
                           [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    }

    const FindingsChoice& m_choice;
};

} // namespace

bool isWaived(const RuleResult& rule) {
    const auto fails = rule.counts.find(Verdict::fail);
    return rule.verdict == Verdict::fail && fails != rule.counts.end() && fails->second > 0 &&
           rule.waived >= fails->second;
}

QString findingText(const Finding& finding) {
    return finding.message.empty() ? featureText(finding.subject) : fromStd(finding.message);
}

QString searchText(const Finding& finding) {
    QString text = fromStd(finding.key) + QLatin1Char(' ') + findingText(finding) + QLatin1Char(' ') +
                   featureText(finding.subject);
    if (finding.other) {
        text += QLatin1Char(' ') + featureText(*finding.other);
    }
    return text;
}

QString searchText(const RuleResult& rule, const QString& title) {
    return fromStd(rule.id) + QLatin1Char(' ') + title;
}

std::optional<double> sortFigure(const Finding& finding, FindingsColumn column) {
    const auto figure = [](const std::optional<double>& value) {
        return value && std::isfinite(*value) ? *value : kNone;
    };
    switch (column) {
    case FindingsColumn::verdict:
        return verdictFigure(finding.verdict, static_cast<bool>(finding.waived));
    case FindingsColumn::measured:
        return figure(finding.measured);
    case FindingsColumn::required:
        return figure(finding.limit);
    case FindingsColumn::margin:
        return figure(finding.margin);
    case FindingsColumn::severity:
        return static_cast<double>(finding.severity);
    case FindingsColumn::what:
        break;
    }
    return {};
}

FindingsList::FindingsList(RunPtr run, const Plan* plan, const FindingsChoice& choice, const std::stop_token& stop)
    : m_run(std::move(run)) {
    fill(ruleTitles(*m_run, plan));
    choose(choice, stop);
    if (!stop.stop_requested()) {
        sort(choice);
        remember();
    }
}

/// Everything, in the order of the plan.
void FindingsList::fill(const std::map<std::string, QString>& titles) {
    std::unordered_map<std::string, std::size_t> policyById;
    const auto policyOf = [&](const std::string& id, const std::string& title) -> Policy& {
        const auto [known, isNew] = policyById.emplace(id, m_policies.size());
        if (isNew) {
            m_policies.emplace_back();
            m_policies.back().id = id;
            m_policies.back().title = fromStd(id.empty() || title.empty() ? id + title : id + " " + title);
        }
        return m_policies[known->second];
    };
    for (const auto& [id, title] : m_run->policies) {
        policyOf(id, title);
    }
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> ruleById;
    for (const RuleResult& result : m_run->rules) {
        Policy& policy = policyOf(result.policy, {});
        ruleById[result.id] = {policyById[result.policy], policy.rules.size()};
        policy.verdict = std::min(policy.verdict, result.verdict);
        policy.isEmpty = false;
        policy.rules.emplace_back();
        policy.rules.back().result = &result;
        policy.rules.back().title = titles.at(result.id);
    }
    std::pair<const std::string, std::pair<std::size_t, std::size_t>>* last = nullptr; // findings are sorted by rule
    for (std::uint32_t number = 0; number < m_run->findings.size(); ++number) {
        const Finding& finding = m_run->findings[number];
        if (last == nullptr || last->first != finding.rule.str()) {
            const auto found = ruleById.find(finding.rule.str());
            last = found == ruleById.end() ? nullptr : &*found;
        }
        if (last != nullptr) {
            Rule& rule = m_policies[last->second.first].rules[last->second.second];
            rule.findings.push_back(number);
            rule.alike += finding.verdict == rule.result->verdict ? 1 : 0;
        }
    }
}

void FindingsList::choose(const FindingsChoice& choice, const std::stop_token& stop) {
    const Chooser chooser(choice);
    for (Policy& policy : m_policies) {
        for (Rule& rule : policy.rules) {
            std::erase_if(rule.findings, [&](std::uint32_t number) {
                return !stop.stop_requested() && !chooser.takes(m_run->findings[number]);
            });
        }
        std::erase_if(policy.rules, [&](const Rule& rule) { return rule.findings.empty() && !chooser.takes(rule); });
    }
    if (choice.narrows()) {
        std::erase_if(m_policies, [](const Policy& policy) { return policy.rules.empty(); });
    }
}

void FindingsList::sort(const FindingsChoice& choice) {
    const auto place = [](std::size_t i) { return static_cast<double>(i); };
    const bool byVerdict = choice.column == FindingsColumn::verdict;
    for (Policy& policy : m_policies) {
        for (Rule& rule : policy.rules) {
            sortBy(rule.findings, choice.descending, [&](std::uint32_t number, std::size_t i) {
                return sortFigure(m_run->findings[number], choice.column).value_or(place(i));
            });
        }
        sortBy(policy.rules, choice.descending, [&](const Rule& rule, std::size_t i) {
            if (byVerdict) {
                return verdictFigure(rule.result->verdict, isWaived(*rule.result));
            }
            return choice.column == FindingsColumn::severity ? static_cast<double>(rule.result->severity) : place(i);
        });
    }
    sortBy(m_policies, choice.descending, [&](const Policy& policy, std::size_t i) {
        return byVerdict ? verdictFigure(policy.verdict, false) : place(i);
    });
}

/// Where everything has come to lie.
void FindingsList::remember() {
    m_spots.assign(m_run->findings.size(), {kNotListed, 0, 0});
    for (std::uint32_t p = 0; p < m_policies.size(); ++p) {
        for (std::uint32_t r = 0; r < m_policies[p].rules.size(); ++r) {
            const std::vector<std::uint32_t>& findings = m_policies[p].rules[r].findings;
            for (std::uint32_t row = 0; row < findings.size(); ++row) {
                m_spots[findings[row]] = {p, r, row};
                m_byKey.push_back(findings[row]);
            }
        }
    }
    std::sort(m_byKey.begin(), m_byKey.end(),
              [this](std::uint32_t a, std::uint32_t b) { return m_run->findings[a].key < m_run->findings[b].key; });
}

std::optional<FindingsList::Place> FindingsList::placeOf(std::string_view key) const {
    for (std::size_t p = 0; p < m_policies.size(); ++p) {
        if (m_policies[p].id == key) {
            return Place{p, {}, {}};
        }
        for (std::size_t r = 0; r < m_policies[p].rules.size(); ++r) {
            if (m_policies[p].rules[r].result->id == key) {
                return Place{p, r, {}};
            }
        }
    }
    const auto found =
        std::lower_bound(m_byKey.begin(), m_byKey.end(), key, [this](std::uint32_t number, std::string_view wanted) {
            return m_run->findings[number].key < wanted;
        });
    if (found == m_byKey.end() || m_run->findings[*found].key != key) {
        return {};
    }
    const Spot& spot = m_spots[*found];
    return Place{spot.policy, spot.rule, spot.row};
}

std::optional<FindingsList::Place> FindingsList::step(const std::optional<Place>& from, int direction) const {
    const bool forward = direction > 0;
    std::vector<Place> rules; // with findings, in their order
    for (std::size_t p = 0; p < m_policies.size(); ++p) {
        for (std::size_t r = 0; r < m_policies[p].rules.size(); ++r) {
            if (!m_policies[p].rules[r].findings.empty()) {
                rules.push_back({p, r, {}});
            }
        }
    }
    if (rules.empty()) {
        return {};
    }
    const auto last = [this](const Place& rule) {
        return m_policies[rule.policy].rules[*rule.rule].findings.size() - 1;
    };
    const auto at =
        !from || !from->finding ? rules.end() : std::find_if(rules.begin(), rules.end(), [&](const Place& rule) {
            return rule.policy == from->policy && rule.rule == from->rule;
        });
    Place next = forward ? rules.front() : rules.back();
    if (at != rules.end()) {
        next = *at;
        if (forward ? *from->finding < last(*at) : *from->finding > 0) {
            next.finding = forward ? *from->finding + 1 : *from->finding - 1;
            return next;
        }
        const auto index = static_cast<std::size_t>(at - rules.begin());
        next = rules[(index + (forward ? 1 : rules.size() - 1)) % rules.size()];
    }
    next.finding = forward ? 0 : last(next);
    return next;
}

bool FindingsList::isOfSameRules(const FindingsList& other) const {
    return m_run->policies.size() == other.m_run->policies.size() &&
           std::equal(m_run->rules.begin(), m_run->rules.end(), other.m_run->rules.begin(), other.m_run->rules.end(),
                      [](const RuleResult& a, const RuleResult& b) { return a.id == b.id && a.policy == b.policy; });
}

} // namespace merestone::viewer
