// SPDX-License-Identifier: MIT
#pragma once

#include "plan/yaml_document.hpp"
#include "plan/yaml_text.hpp"

#include <yaml-cpp/eventhandler.h>

namespace merestone {

/// Builds the tree of one document from yaml-cpp's events, and stops at the first event that a plan file may not
/// hold, by throwing PlanError. Stopping here bounds the parser's own recursion too.
class YamlTreeBuilder : public YAML::EventHandler {
public:
    YamlTreeBuilder(const YamlText& text, const std::string& file) : m_text(text), m_file(file) {}

    /// The finished tree.
    [[nodiscard]] YamlNode take() { return std::move(m_root); }

    /// The list or mapping in brackets that was opened last and is still open; null if there is none.
    [[nodiscard]] const YamlNode* openBracket() const noexcept;

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override { m_ended = true; }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }
    void OnAnchor(const YAML::Mark& mark, const std::string& name) override;

private:
    /// A list or mapping that is still open; of a mapping, the key whose value is awaited.
    struct Open {
        YamlNode node;
        YamlEntry pending;
        bool hasKey = false;
        bool inBrackets = false;
    };

    YamlNode start(const YAML::Mark& mark, const std::string& tag);
    void open(YamlNode node, const YAML::Mark& mark);
    void close();
    void add(YamlNode node);
    void addKey(Open& map, YamlNode key);
    [[noreturn]] void refuse(int line, int column, const std::string& message) const;
    [[noreturn]] void refuse(const YAML::Mark& mark, const std::string& message) const;

    const YamlText& m_text;
    const std::string& m_file;
    std::vector<Open> m_open;
    YamlNode m_root;
    std::size_t m_nodes = 0;
    bool m_ended = false;
};

} // namespace merestone
