// SPDX-License-Identifier: MIT
#include "plan/yaml_tree_builder.hpp"

#include "base/text.hpp"
#include "plan/limits.hpp"
#include "plan/plan.hpp"
#include "plan/plan_names.hpp"

#include <yaml-cpp/mark.h>

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

/// Whether the quoted text at the front of `text` ends. yaml-cpp takes a quote that is never closed for one that ends
/// with the file, so that a slip would swallow all rules behind it.
bool quoteIsClosed(std::string_view text) {
    const char quote = text.front();
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && quote == '"';
        const bool doubled = text[i] == quote && quote == '\'' && text.substr(i + 1, 1) == "'";
        if (escape || doubled) {
            ++i;
        } else if (text[i] == quote) {
            return true;
        }
    }
    return false;
}

} // namespace

void YamlTreeBuilder::refuse(int line, int column, const std::string& message) const {
    throw PlanError({{{m_file, line, column}, message}});
}

void YamlTreeBuilder::refuse(const YAML::Mark& mark, const std::string& message) const {
    refuse(mark.line + 1, m_text.column(mark.line + 1, mark.column), message);
}

void YamlTreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
    if (m_ended) {
        refuse(mark, "something follows the end of the plan; a file holds one document, and every list and mapping "
                     "must be closed and indented alike");
    }
}

YamlNode YamlTreeBuilder::start(const YAML::Mark& mark, const std::string& tag) {
    if (++m_nodes > kMaximumNodes) {
        refuse(mark, "the file holds more than a million values; keep data in layers beside the plan");
    }
    // yaml-cpp marks plain values "?" and quoted ones "!"; every other tag was written by somebody.
    if (!tag.empty() && tag != "?" && tag != "!") {
        refuse(mark, kNoTags);
    }
    YamlNode node;
    node.plain = tag != "!";
    node.line = mark.line + 1;
    node.column = m_text.column(node.line, mark.column);
    return node;
}

void YamlTreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
    add(start(mark, {}));
}

void YamlTreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
    refuse(mark, "aliases ('*name') are not used in plan files; write the value out");
}

void YamlTreeBuilder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
    refuse(mark, "anchors ('&" + printable(name) +
                     "') are not used in plan files; remove it, or put quotes around text that begins with '&'");
}

void YamlTreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                               const std::string& value) {
    YamlNode node = start(mark, tag);
    const std::string_view source = m_text.from(node.line, mark.column);
    const char first = source.empty() ? ' ' : source.front();
    if (!node.plain && (first == '"' || first == '\'') && !quoteIsClosed(source)) {
        refuse(mark, "this quote is never closed");
    }
    if (first == '!') {
        refuse(mark, kNoTags);
    }
    if (hasControlCharacter(value) || !isUtf8(value)) {
        refuse(mark, "the text holds a control character or a broken escape; remove it");
    }
    node.kind = YamlNode::Kind::scalar;
    node.text = value;
    add(std::move(node));
}

void YamlTreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                                      YAML::EmitterStyle::value /*style*/) {
    YamlNode node = start(mark, tag);
    node.kind = YamlNode::Kind::list;
    open(std::move(node), mark);
}

void YamlTreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                                 YAML::EmitterStyle::value /*style*/) {
    YamlNode node = start(mark, tag);
    node.kind = YamlNode::Kind::map;
    open(std::move(node), mark);
}

void YamlTreeBuilder::open(YamlNode node, const YAML::Mark& mark) {
    if (m_open.size() >= kMaximumDepth) {
        refuse(node.line, node.column,
               "lists and mappings are nested more than " + std::to_string(kMaximumDepth) +
                   " deep; a plan needs fewer than ten");
    }
    if (!m_open.empty() && m_open.back().node.isMap() && !m_open.back().hasKey) {
        refuse(node.line, node.column, "a key must be a word, not a list or a mapping");
    }
    const std::string_view source = m_text.from(node.line, mark.column);
    const bool inBrackets = source.starts_with('[') || source.starts_with('{');
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
        if (node.isNull()) { // yaml-cpp marks a missing value where the next thing stands
            node.line = parent.pending.line;
            node.column = parent.pending.column;
        }
        parent.pending.value = std::move(node);
        parent.node.entries.push_back(std::move(parent.pending));
        parent.hasKey = false;
    }
}

} // namespace merestone
