// SPDX-License-Identifier: MIT
#pragma once

#include "plan/read_plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone::testing {

/// A small plan without mistakes; the tests change one thing in it.
[[nodiscard]] std::string smallPlan();

/// A pack without mistakes: id "greens", rule "near".
[[nodiscard]] std::string smallPack();

/// The example of the plan file's description, with the pack rule that it uses.
[[nodiscard]] std::string examplePlan();
[[nodiscard]] std::string openSpacePack();

/// `text` with `from`, which must stand in it once, replaced by `to`.
[[nodiscard]] std::string changed(const std::string& text, std::string_view from, std::string_view to);

/// "line:column: message" of every mistake, in order; empty when there is none.
[[nodiscard]] std::vector<std::string> mistakesIn(const std::string& plan, const std::vector<Pack>& packs = {},
                                                  const PlanOptions& options = {});
[[nodiscard]] std::vector<std::string> mistakesInPack(const std::string& pack);

/// The lines of a PlanError without the file's name.
[[nodiscard]] std::vector<std::string> linesOf(const PlanError& error);

} // namespace merestone::testing
