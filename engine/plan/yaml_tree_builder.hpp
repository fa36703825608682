// SPDX-License-Identifier: MIT
#pragma once

#include "plan/yaml_document.hpp"

#include <yaml.h>

namespace merestone {

/// Builds the tree of one document from libyaml's events, and stops at the first event that a plan file may not hold,
/// by throwing PlanError.
class YamlTreeBuilder {
public:
    explicit YamlTreeBuilder(const std::string& file) : m_file(file) {}

    void add(const yaml_event_t& event);
    /// The finished tree.
    [[nodiscard]] YamlNode take() { return std::move(m_root); }
    /// The list or mapping in brackets that was opened last and is still open; null if there is none.
    [[nodiscard]] const YamlNode* openBracket() const noexcept;

private:
    /// A list or mapping that is still open; of a mapping, the key whose value is awaited.
    struct Open {
        YamlNode node;
        YamlEntry pending;
        bool hasKey = false;
        bool inBrackets = false;
    };

    YamlNode start(const yaml_mark_t& mark, const yaml_char_t* anchor, const yaml_char_t* tag);
    void startDocument(const yaml_mark_t& mark);
    void addScalar(const yaml_event_t& event);
    void open(YamlNode node, YamlNode::Kind kind, bool inBrackets);
    void close();
    void add(YamlNode node);
    void addKey(Open& map, YamlNode key);
    [[noreturn]] void refuse(int line, int column, const std::string& message) const;

    const std::string& m_file;
    std::vector<Open> m_open;
    YamlNode m_root;
    std::size_t m_nodes = 0;
    bool m_ended = false;
};

} // namespace merestone
