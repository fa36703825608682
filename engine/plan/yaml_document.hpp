// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

struct YamlEntry;

/// A value of a YAML file with the place where it starts; line and column count characters from 1.
struct YamlNode {
    enum class Kind { null, scalar, list, map };
    Kind kind = Kind::null;
    bool plain = true; ///< scalar without quotes and not a block: only such text can be a number or true/false
    int line = 1;
    int column = 1;
    std::string text;               ///< of a scalar, valid UTF-8 without control characters but tab and line feed
    std::vector<YamlNode> items;    ///< of a list
    std::vector<YamlEntry> entries; ///< of a mapping, in file order; keys may repeat

    [[nodiscard]] bool isNull() const noexcept { return kind == Kind::null; }
    [[nodiscard]] bool isScalar() const noexcept { return kind == Kind::scalar; }
    [[nodiscard]] bool isList() const noexcept { return kind == Kind::list; }
    [[nodiscard]] bool isMap() const noexcept { return kind == Kind::map; }
    /// The value of a key, or null.
    [[nodiscard]] const YamlNode* find(std::string_view key) const noexcept;
};

struct YamlEntry {
    std::string key;
    int line = 1;
    int column = 1;
    YamlNode value;
};

/// Reads the one document of a YAML file. Any bytes are safe: text that is too large, not UTF-8 or nested too deep,
/// anchors, aliases, tags, merge keys and further documents are refused before they can cost anything. Throws
/// PlanError with the first mistake at its place. A file of comments alone gives a null node.
[[nodiscard]] YamlNode parseYaml(const std::string& bytes, const std::string& file);

} // namespace merestone
