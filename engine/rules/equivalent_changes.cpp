// SPDX-License-Identifier: MIT
#include "rules/equivalent_changes.hpp"

#include "base/text.hpp"
#include "plan/read_file.hpp"
#include "plan/yaml_document.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr const char* kList = "equivalent_changes";

class EquivalentReader {
public:
    explicit EquivalentReader(std::string file) : m_file(std::move(file)) {}

    std::vector<EquivalentChange> read(const YamlNode& root) {
        const YamlNode* list = root.find(kList);
        if (list == nullptr || !list->isList() || root.entries.size() != 1) {
            problem(placeOf(root.isMap() && list != nullptr ? *list : root),
                    "the file must hold one list, 'equivalent_changes', of changes with 'rule', 'change' and 'reason'");
        } else {
            for (const YamlNode& item : list->items) {
                add(item);
            }
        }
        if (!m_problems.empty()) {
            throw PlanError(std::move(m_problems));
        }
        return std::move(m_changes);
    }

private:
    [[nodiscard]] Place placeOf(const YamlNode& node) const { return {m_file, node.line, node.column}; }
    void problem(const Place& place, const std::string& message) { m_problems.push_back({place, message}); }

    void add(const YamlNode& item) {
        EquivalentChange change;
        change.place = placeOf(item);
        for (const YamlEntry& entry : item.entries) {
            std::string* text = entry.key == "rule"     ? &change.rule
                                : entry.key == "change" ? &change.change
                                : entry.key == "reason" ? &change.reason
                                                        : nullptr;
            const Place place{m_file, entry.line, entry.column};
            if (text == nullptr) {
                problem(place,
                        "unknown key '" + printable(entry.key) + "' in a change; there are rule, change, reason");
            } else if (!text->empty() || !entry.value.isScalar()) {
                problem(place, "'" + entry.key + "' must be one text");
            } else {
                *text = entry.value.text;
            }
        }
        if (change.rule.empty() || change.change.empty() || change.reason.empty()) {
            problem(change.place, "a change needs the texts 'rule', 'change' and 'reason'");
        }
        const bool isRepeated = std::any_of(m_changes.begin(), m_changes.end(), [&](const EquivalentChange& earlier) {
            return earlier.rule == change.rule && earlier.change == change.change;
        });
        if (isRepeated) {
            problem(change.place, "this change of '" + printable(change.rule) + "' stands in the list twice");
        }
        m_changes.push_back(std::move(change));
    }

    std::string m_file;
    std::vector<EquivalentChange> m_changes;
    std::vector<PlanProblem> m_problems;
};

} // namespace

std::vector<EquivalentChange> parseEquivalentChanges(const std::string& text, const std::filesystem::path& file) {
    return EquivalentReader(file.string()).read(parseYaml(text, file.string()));
}

std::vector<EquivalentChange> loadEquivalentChanges(const std::filesystem::path& file) {
    return parseEquivalentChanges(readSmallFile(file, "list of equivalent changes"), file);
}

} // namespace merestone
