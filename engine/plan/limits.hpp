// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace merestone {

// What a plan or pack file may hold. Files come from strangers: each limit is far beyond what people write and small
// enough that no file can use up the machine.
constexpr std::size_t kMaximumFileBytes = std::size_t{10} * 1024 * 1024;
constexpr std::size_t kMaximumDepth = 64;          ///< lists and mappings inside one another
constexpr std::size_t kMaximumOpenBrackets = 1000; ///< before parsing, in the raw text
constexpr std::size_t kMaximumNodes = 1'000'000;
constexpr std::size_t kMaximumProblems = 200; ///< mistakes that are kept and shown
constexpr std::size_t kMaximumLayers = 1000;
constexpr std::size_t kMaximumFacts = 1000;
constexpr std::size_t kMaximumRules = 10'000;
constexpr std::size_t kMaximumConditionBytes = 10'000;
constexpr std::size_t kMaximumParameterBytes = 1000; ///< of a text that `with:` puts into a rule
constexpr std::size_t kMaximumNameBytes = 100;
constexpr std::size_t kMaximumCandidates = 1000; ///< beyond this many names none is suggested
constexpr std::size_t kMaximumQuotedBytes = 80;  ///< of foreign text repeated in a message

} // namespace merestone
