// SPDX-License-Identifier: MIT
#include "findings/finding.hpp"
#include "findings/natural_order.hpp"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace merestone {

namespace {

/// NaN never reaches a finding as a measured value, but an order must not break if it did: it comes last.
std::strong_ordering orderOfNumbers(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b) {
        return a.has_value() <=> b.has_value();
    }
    return std::strong_order(*a, *b);
}

/// By what they say, so that two findings about the same features keep their order in every run.
std::strong_ordering orderOfContents(const Finding& a, const Finding& b) {
    if (const auto byId = a.subject.id.compare(b.subject.id); byId != 0) { // "S1" and "S01" stand together
        return byId <=> 0;
    }
    if (a.other && b.other && a.other->id != b.other->id) {
        return a.other->id.compare(b.other->id) <=> 0;
    }
    if (a.verdict != b.verdict) {
        return a.verdict <=> b.verdict;
    }
    if (const auto byValue = orderOfNumbers(a.measured, b.measured); byValue != 0) {
        return byValue;
    }
    if (const auto byLimit = orderOfNumbers(a.limit, b.limit); byLimit != 0) {
        return byLimit;
    }
    if (const auto byMessage = a.message.compare(b.message); byMessage != 0) {
        return byMessage <=> 0;
    }
    if (const auto byReason = a.reason.str().compare(b.reason.str()); byReason != 0) {
        return byReason <=> 0;
    }
    return a.evidenceWkb.compare(b.evidenceWkb) <=> 0;
}

/// Where a finding stands in the list, made ready for comparing: findings are large and lie far apart in memory.
struct SortKey {
    std::uint32_t rule = 0;   ///< rank
    std::uint32_t layer = 0;  ///< rank
    std::uint64_t prefix = 0; ///< the first bytes of `place`, which mostly settle it
    std::size_t begin = 0;    ///< of `place` in the common buffer
    std::size_t size = 0;
    std::size_t finding = 0;
};

using Ranks = std::unordered_map<std::string_view, std::uint32_t>;

/// Numbers the few different rule ids or layer names in their order.
template <typename Text, typename Append> Ranks rank(const std::vector<Finding>& findings, Text text, Append append) {
    Ranks ranks;
    for (const Finding& finding : findings) {
        ranks.try_emplace(text(finding), 0);
    }
    std::map<std::pair<std::string, std::string_view>, std::uint32_t*> sorted; // equal keys: by the text itself
    for (auto& [name, number] : ranks) {
        std::string key;
        append(key, name);
        sorted.emplace(std::pair(std::move(key), name), &number);
    }
    std::uint32_t next = 0;
    for (const auto& entry : sorted) {
        *entry.second = next++;
    }
    return ranks;
}

void appendPlace(std::string& buffer, const Finding& finding) {
    appendNaturalKey(buffer, finding.subject.id);
    if (finding.other) {
        appendPlainKey(buffer, finding.other->layer);
        appendNaturalKey(buffer, finding.other->id);
    }
}

std::uint64_t prefixOf(std::string_view bytes) noexcept {
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < sizeof prefix; ++i) {
        prefix = prefix << 8U | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    }
    return prefix;
}

class FindingOrder {
public:
    explicit FindingOrder(const std::vector<Finding>& findings) : m_findings(findings) {
        const Ranks rules = rank(
            findings, [](const Finding& f) -> std::string_view { return f.rule; }, appendNaturalKey);
        const Ranks layers = rank(
            findings, [](const Finding& f) -> std::string_view { return f.subject.layer; }, appendPlainKey);
        m_keys.reserve(findings.size());
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const std::size_t begin = m_places.size();
            appendPlace(m_places, findings[i]);
            const std::string_view place = std::string_view(m_places).substr(begin);
            m_keys.push_back({rules.at(findings[i].rule), layers.at(findings[i].subject.layer), prefixOf(place), begin,
                              place.size(), i});
        }
    }

    /// The findings' numbers in order.
    std::vector<SortKey>& sorted() {
        std::sort(m_keys.begin(), m_keys.end(), [this](const SortKey& a, const SortKey& b) { return before(a, b); });
        return m_keys;
    }

private:
    [[nodiscard]] std::string_view place(const SortKey& key) const {
        return std::string_view(m_places).substr(key.begin, key.size);
    }
    [[nodiscard]] bool before(const SortKey& a, const SortKey& b) const {
        if (a.rule != b.rule) {
            return a.rule < b.rule;
        }
        if (a.layer != b.layer) {
            return a.layer < b.layer;
        }
        if (a.prefix != b.prefix) {
            return a.prefix < b.prefix;
        }
        if (const int order = place(a).compare(place(b)); order != 0) { // char_traits compares unsigned bytes
            return order < 0;
        }
        return orderOfContents(m_findings[a.finding], m_findings[b.finding]) < 0;
    }

    const std::vector<Finding>& m_findings;
    std::string m_places;
    std::vector<SortKey> m_keys;
};

void sortByPlace(std::vector<Finding>& findings) {
    FindingOrder order(findings);
    std::vector<SortKey>& keys = order.sorted();
    // Moved along the cycles of the permutation: a second list would double the memory of a large run.
    for (std::size_t start = 0; start < keys.size(); ++start) {
        if (keys[start].finding == start) {
            continue;
        }
        Finding held = std::move(findings[start]);
        std::size_t hole = start;
        while (keys[hole].finding != start) {
            const std::size_t from = std::exchange(keys[hole].finding, hole);
            findings[hole] = std::move(findings[from]);
            hole = from;
        }
        keys[hole].finding = hole;
        findings[hole] = std::move(held);
    }
}

/// Takes the "#2" off a key that was made distinct before.
void dropNumber(std::string& key) {
    const std::size_t mark = key.rfind('#');
    if (mark != std::string::npos && mark + 1 < key.size() &&
        std::all_of(key.begin() + static_cast<std::ptrdiff_t>(mark) + 1, key.end(),
                    [](char c) { return c >= '0' && c <= '9'; })) {
        key.resize(mark);
    }
}

} // namespace

void sortFindings(std::vector<Finding>& findings) {
    sortByPlace(findings);
    for (Finding& finding : findings) {
        if (finding.key.empty()) {
            finding.key = findingKey(finding.rule, finding.subject, finding.other ? &*finding.other : nullptr);
        }
        dropNumber(finding.key);
    }
    std::unordered_map<std::string_view, std::size_t> seen;
    seen.reserve(findings.size());
    std::vector<std::pair<std::size_t, std::size_t>> repeats; // finding, its number
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (const std::size_t number = ++seen[findings[i].key]; number > 1) {
            repeats.emplace_back(i, number);
        }
    }
    for (const auto& [i, number] : repeats) {
        findings[i].key += "#" + std::to_string(number);
    }
}

} // namespace merestone
