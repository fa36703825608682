// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "base/unit.hpp"
#include "expressions/expression.hpp"
#include "rules/names.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace merestone::viewer {

/// Units of fields as the plan states them: `units: {height: m}`.
using FieldUnits = std::vector<std::pair<std::string, Unit>>;

/// What a condition gives for the features of a layer. A feature for which it cannot be told, because a value is
/// missing, does not match.
struct FilterOutcome {
    std::vector<std::uint32_t> matching; ///< rows, ascending
    std::size_t unknown = 0;             ///< features for which it cannot be told
};

/// A condition on the fields of one layer, in the language of `where` in a plan file, with FID and OGR_GEOM_AREA.
/// Immutable; any thread.
class AttributeFilter {
public:
    /// Throws Error(plan), with the column and the nearest name, when the text is no condition on these fields.
    AttributeFilter(LayerPtr layer, const FieldUnits& units, const std::string& condition);

    /// Throws Error(cancelled) when it is stopped.
    [[nodiscard]] FilterOutcome run(const RunContext& context) const;

private:
    LayerPtr m_layer;
    NameTable m_names;
    Condition m_condition;
};

} // namespace merestone::viewer
