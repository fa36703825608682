// SPDX-License-Identifier: MIT
#pragma once

#include "plan/problems.hpp"
#include "plan/scalars.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Whether "Gap" and "gap" are two keys. Names that stand in conditions are found in any case, so they are one there.
enum class KeyCase { matters, ignored };

/// Reads the keys of one mapping and reports what is wrong with them. Every key asked for is a known one; finish()
/// refuses the others. Readers give an empty value when the key is absent or its value was refused.
class MapReader {
public:
    /// `what` names the mapping in messages: "layer 'parks'". Reports when the node is no mapping (an empty node is
    /// an empty mapping) and keys that appear twice.
    MapReader(const YamlNode& node, std::string what, Problems& problems);

    /// The value of a key, null when absent. With Need::required its absence is reported.
    enum class Need { optional, required };
    const YamlNode* find(std::string_view key, Need need = Need::optional);
    [[nodiscard]] bool has(std::string_view key) const noexcept { return m_node.find(key) != nullptr; }

    std::string text(std::string_view key, Need need = Need::optional);
    PlacedText placed(std::string_view key, Need need = Need::optional);
    std::optional<bool> flag(std::string_view key);
    std::string word(std::string_view key, std::span<const std::string> words);
    std::string date(std::string_view key, DateForm form);
    std::optional<Quantity> quantity(std::string_view key, const Unit& expected);
    /// The items of a list; nothing when absent or empty.
    std::vector<const YamlNode*> list(std::string_view key);
    /// The entries of a mapping, repeated keys reported and left out.
    std::vector<const YamlEntry*> map(std::string_view key, KeyCase keyCase = KeyCase::matters);

    /// A key that is known elsewhere: refused here with the reason.
    void refuse(std::string_view key, const std::string& reason);
    /// A key that has been dealt with by other means.
    void allow(std::string_view key) { m_known.emplace(key); }
    /// Reports unknown keys. Call it once, last.
    void finish();

    /// "'title' of policy 'H1'".
    [[nodiscard]] std::string label(std::string_view key) const;
    [[nodiscard]] const std::string& what() const noexcept { return m_what; }
    [[nodiscard]] const YamlNode& node() const noexcept { return m_node; }
    [[nodiscard]] Place place() const { return m_problems.placeOf(m_node); }

private:
    const YamlNode& m_node;
    std::string m_what;
    Problems& m_problems;
    std::set<std::string, std::less<>> m_known;
};

/// The entries of a mapping, each key once; reports repeated keys. `what` names the mapping.
[[nodiscard]] std::vector<const YamlEntry*> distinctEntries(const YamlNode& map, const std::string& what,
                                                            Problems& problems, KeyCase keyCase = KeyCase::matters);

} // namespace merestone
