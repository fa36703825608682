// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "plan/plan.hpp"

#include <QString>

#include <map>
#include <string>

namespace merestone::viewer {

/// What to call each rule of a run in a list, by its id: its title, or its id where it has none. Rules of one policy
/// that have the same title get what tells them apart: the layer that they are for, else the parameters in which they
/// differ, else the id. `plan`: the plan that was run; null: layers are not known.
[[nodiscard]] std::map<std::string, QString> ruleTitles(const RunResult& run, const Plan* plan);

} // namespace merestone::viewer
