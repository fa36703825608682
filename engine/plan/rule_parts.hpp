// SPDX-License-Identifier: MIT
#pragma once

#include "plan/map_reader.hpp"
#include "plan/pack.hpp"

namespace merestone {

// The parts that own rules, rules of packs and uses of such rules have in common. Each reads its key if it is there.

/// `severity:`; nothing when absent or wrong.
[[nodiscard]] std::optional<Severity> readSeverity(MapReader& reader);

/// `source: {document, clause, url, confirmed}`; nothing when absent.
[[nodiscard]] std::optional<RuleSource> readSource(MapReader& reader, Problems& problems);

/// `sources: {POLICY SET: {document, clause, url, confirmed}}` of a pack rule.
[[nodiscard]] std::vector<PolicySource> readPolicySources(MapReader& reader, Problems& problems);

/// `unless: [{when, reason}]`.
[[nodiscard]] std::vector<UnlessSpec> readUnless(MapReader& reader, Problems& problems);

/// A list of names under `key`, each with its place; texts only.
[[nodiscard]] std::vector<PlacedText> readNames(MapReader& reader, std::string_view key, Problems& problems);

/// `effective: {from, to}`, days, from not after to.
struct Effective {
    std::string from;
    std::string to;
};
[[nodiscard]] std::optional<Effective> readEffective(MapReader& reader, Problems& problems);

} // namespace merestone
