// SPDX-License-Identifier: MIT
#include "plan/map_reader.hpp"

#include "base/text.hpp"
#include "plan/plan_names.hpp"
#include "plan/quantities.hpp"

#include <unordered_map>

namespace merestone {

MapReader::MapReader(const YamlNode& node, std::string what, Problems& problems)
    : m_node(node), m_what(std::move(what)), m_problems(problems) {
    if (node.isMap()) {
        (void)distinctEntries(node, m_what, problems);
    } else if (!node.isNull()) {
        problems.add(node, m_what + " must be a mapping of keys and values, not " + kindName(node));
    }
}

std::vector<const YamlEntry*> distinctEntries(const YamlNode& map, const std::string& what, Problems& problems,
                                              KeyCase keyCase) {
    std::unordered_map<std::string, const YamlEntry*> seen;
    std::vector<const YamlEntry*> result;
    for (const YamlEntry& entry : map.entries) {
        const auto [found, isNew] = seen.emplace(keyCase == KeyCase::ignored ? lowered(entry.key) : entry.key, &entry);
        if (isNew) {
            result.push_back(&entry);
            continue;
        }
        const YamlEntry& first = *found->second;
        const std::string line = "line " + std::to_string(first.line);
        problems.add(problems.placeOf(entry),
                     "key " + inQuotes(entry.key) + " stands twice in " + what + "; the first is " +
                         (first.key == entry.key ? "" : inQuotes(first.key) + " ") + "in " + line);
    }
    return result;
}

std::string MapReader::label(std::string_view key) const {
    return "'" + std::string(key) + "' of " + m_what;
}

const YamlNode* MapReader::find(std::string_view key, Need need) {
    m_known.emplace(key);
    const YamlNode* value = m_node.find(key);
    const bool isMapping = m_node.isMap() || m_node.isNull();
    if (value == nullptr && need == Need::required && isMapping) {
        m_problems.add(m_node, m_what + " needs the key '" + std::string(key) + "'");
    }
    return value;
}

std::string MapReader::text(std::string_view key, Need need) {
    const YamlNode* value = find(key, need);
    return value == nullptr ? std::string() : readText(*value, label(key), m_problems).value_or(std::string());
}

PlacedText MapReader::placed(std::string_view key, Need need) {
    std::string value = text(key, need);
    const YamlNode* node = m_node.find(key);
    return node == nullptr ? PlacedText{} : PlacedText{std::move(value), m_problems.placeOf(*node)};
}

std::optional<bool> MapReader::flag(std::string_view key) {
    const YamlNode* value = find(key);
    return value == nullptr ? std::nullopt : readFlag(*value, label(key), m_problems);
}

std::string MapReader::word(std::string_view key, std::span<const std::string> words) {
    const YamlNode* value = find(key);
    return value == nullptr ? std::string() : readWord(*value, words, label(key), m_problems).value_or(std::string());
}

std::string MapReader::date(std::string_view key, DateForm form) {
    const YamlNode* value = find(key);
    return value == nullptr ? std::string() : readDate(*value, form, label(key), m_problems).value_or(std::string());
}

std::optional<Quantity> MapReader::quantity(std::string_view key, const Unit& expected) {
    const YamlNode* value = find(key);
    return value == nullptr ? std::nullopt : readQuantity(*value, expected, label(key), m_problems);
}

std::vector<const YamlNode*> MapReader::list(std::string_view key) {
    const YamlNode* value = find(key);
    std::vector<const YamlNode*> items;
    if (value == nullptr || value->isNull()) {
        return items;
    }
    if (!value->isList()) {
        m_problems.add(*value, label(key) + " must be a list: write '- ' before each item, or [a, b]");
        return items;
    }
    for (const YamlNode& item : value->items) {
        items.push_back(&item);
    }
    return items;
}

std::vector<const YamlEntry*> MapReader::map(std::string_view key, KeyCase keyCase) {
    const YamlNode* value = find(key);
    if (value == nullptr || value->isNull()) {
        return {};
    }
    if (!value->isMap()) {
        m_problems.add(*value, label(key) + " must be a mapping of names and values, not " + kindName(*value));
        return {};
    }
    return distinctEntries(*value, label(key), m_problems, keyCase);
}

void MapReader::refuse(std::string_view key, const std::string& reason) {
    m_known.emplace(key);
    for (const YamlEntry& entry : m_node.entries) {
        if (entry.key == key) {
            m_problems.add(m_problems.placeOf(entry), label(key) + " " + reason);
            return;
        }
    }
}

void MapReader::finish() {
    const std::vector<std::string> known(m_known.begin(), m_known.end());
    for (const YamlEntry& entry : m_node.entries) {
        if (m_known.find(entry.key) == m_known.end()) {
            m_problems.add(m_problems.placeOf(entry), "unknown key " + inQuotes(entry.key) + " in " + m_what +
                                                          suggestion(entry.key, known, "keys"));
        }
    }
}

} // namespace merestone
