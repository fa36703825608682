// SPDX-License-Identifier: MIT
#include "plan/yaml_tree_builder.hpp"

#include "base/text.hpp"
#include "plan/limits.hpp"
#include "plan/plan.hpp"
#include "plan/plan_names.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr const char* kNoTags = "tags such as '!!str' are not used in plan files; remove it";

/// Escapes such as "\0" can bring in what the raw text may not hold.
bool hasControlCharacter(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    });
}

/// What YAML's core schema reads as nothing.
bool isNullWord(const std::string& text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

std::string textOf(const yaml_char_t* text) {
    return reinterpret_cast<const char*>(text);
}

} // namespace

void YamlTreeBuilder::refuse(int line, int column, const std::string& message) const {
    throw PlanError({{{m_file, line, column}, message}});
}

void YamlTreeBuilder::add(const yaml_event_t& event) {
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
        startDocument(event.start_mark);
        break;
    case YAML_DOCUMENT_END_EVENT:
        m_ended = true;
        break;
    case YAML_ALIAS_EVENT:
        refuse(static_cast<int>(event.start_mark.line) + 1, static_cast<int>(event.start_mark.column) + 1,
               "aliases ('*name') are not used in plan files; write the value out, or put quotes around text that "
               "begins with '*'");
    case YAML_SCALAR_EVENT:
        addScalar(event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open(start(event.start_mark, event.data.sequence_start.anchor, event.data.sequence_start.tag),
             YamlNode::Kind::list, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
        break;
    case YAML_MAPPING_START_EVENT:
        open(start(event.start_mark, event.data.mapping_start.anchor, event.data.mapping_start.tag),
             YamlNode::Kind::map, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close();
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
        break;
    }
}

void YamlTreeBuilder::startDocument(const yaml_mark_t& mark) {
    if (m_ended) {
        refuse(static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1,
               "something follows the end of the plan; a file holds one document, and every list and mapping must be "
               "closed and indented alike");
    }
}

YamlNode YamlTreeBuilder::start(const yaml_mark_t& mark, const yaml_char_t* anchor, const yaml_char_t* tag) {
    YamlNode node;
    node.line = static_cast<int>(mark.line) + 1;
    node.column = static_cast<int>(mark.column) + 1;
    if (++m_nodes > kMaximumNodes) {
        refuse(node.line, node.column,
               "the file holds more than a million values; keep data in layers beside the plan");
    }
    if (anchor != nullptr) {
        refuse(node.line, node.column,
               "anchors ('&" + printable(textOf(anchor)) +
                   "') are not used in plan files; remove it, or put quotes around text that begins with '&'");
    }
    if (tag != nullptr) {
        refuse(node.line, node.column, kNoTags);
    }
    return node;
}

void YamlTreeBuilder::addScalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    YamlNode node = start(event.start_mark, scalar.anchor, scalar.tag);
    node.plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (node.plain && isNullWord(node.text)) {
        node.text.clear();
    } else {
        node.kind = YamlNode::Kind::scalar;
    }
    if (hasControlCharacter(node.text) || !isUtf8(node.text)) {
        refuse(node.line, node.column, "the text holds a control character or a broken escape; remove it");
    }
    add(std::move(node));
}

void YamlTreeBuilder::open(YamlNode node, YamlNode::Kind kind, bool inBrackets) {
    node.kind = kind;
    if (m_open.size() >= kMaximumDepth) {
        refuse(node.line, node.column,
               "lists and mappings are nested more than " + std::to_string(kMaximumDepth) +
                   " deep; a plan needs fewer than ten");
    }
    if (!m_open.empty() && m_open.back().node.isMap() && !m_open.back().hasKey) {
        refuse(node.line, node.column, "a key must be a word, not a list or a mapping");
    }
    m_open.push_back({std::move(node), {}, false, inBrackets});
}

const YamlNode* YamlTreeBuilder::openBracket() const noexcept {
    const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [](const Open& open) { return open.inBrackets; });
    return found == m_open.rend() ? nullptr : &found->node;
}

void YamlTreeBuilder::close() {
    YamlNode node = std::move(m_open.back().node);
    m_open.pop_back();
    add(std::move(node));
}

void YamlTreeBuilder::addKey(Open& map, YamlNode key) {
    if (!key.isScalar()) {
        refuse(key.line, key.column, "a key is missing before this place");
    }
    if (key.text == "<<") {
        refuse(key.line, key.column, "merge keys ('<<') are not used in plan files; write the keys out");
    }
    map.pending = {std::move(key.text), key.line, key.column, {}};
    map.hasKey = true;
}

void YamlTreeBuilder::add(YamlNode node) {
    if (m_open.empty()) {
        m_root = std::move(node);
        return;
    }
    Open& parent = m_open.back();
    if (parent.node.isList()) {
        parent.node.items.push_back(std::move(node));
    } else if (!parent.hasKey) {
        addKey(parent, std::move(node));
    } else {
        if (node.isNull()) { // libyaml marks a missing value where the next thing stands
            node.line = parent.pending.line;
            node.column = parent.pending.column;
        }
        parent.pending.value = std::move(node);
        parent.node.entries.push_back(std::move(parent.pending));
        parent.hasKey = false;
    }
}

} // namespace merestone
