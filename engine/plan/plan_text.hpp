// SPDX-License-Identifier: MIT
#pragma once

#include "plan/yaml_document.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace merestone {

/// One item more for a section of a plan file that people write too.
struct SectionItem {
    std::string_view key;                       ///< of the section: "waivers"
    YamlNode::Kind kind = YamlNode::Kind::list; ///< what the section is: a list or a map
    /// Whole lines, each ended by `lineEnd`; of a list, the first begins with the indent and "- ".
    std::function<std::string(const std::string& indent, const std::string& lineEnd)> text;
    std::string remedy; ///< how to write the section so that it can be added to
};

/// The text of a plan file with the item at the end of its section, which is begun where there is none. Everything else
/// stays as it is to the byte: comments, order, spacing, line ends; the outcome is read again to prove it. `file` is
/// for messages. Throws PlanError when the text is no YAML, and Error(plan) when the section is written in brackets.
[[nodiscard]] std::string addToSection(const std::string& planText, const std::string& file, const SectionItem& item);

/// A text in double quotes, so that it is never taken for a number, a date or a list. Line ends become spaces.
[[nodiscard]] std::string quotedYaml(const std::string& text);

} // namespace merestone
