// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/expression.hpp"
#include "layers/fields.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

/// The `where` of a layer: three-valued, over its columns and the special fields FID and OGR_GEOM_AREA (m2 in the
/// working CRS). Rows for which it is unknown are left out and counted.
class RowFilter {
public:
    /// Throws Error(plan) from compiling the condition.
    RowFilter(const LayerRequest& request, const std::vector<SourceField>& fields);

    [[nodiscard]] bool active() const noexcept { return m_condition.has_value(); }
    /// Positions in `fields` of the columns that it reads.
    [[nodiscard]] const std::vector<int>& fields() const noexcept { return m_fields; }
    /// Whether it asks for areas, so that it can only be answered once the shapes are known.
    [[nodiscard]] bool needsArea() const noexcept { return m_needsArea; }
    /// What can be left to the source: rows that it leaves out are surely not wanted. Empty if nothing can.
    [[nodiscard]] std::string pushDown() const;

    /// Sets `keep[i]` to 0 for the rows `first + i` that do not pass. `columns[k]` holds the field at `positions[k]`;
    /// `fids[i]` and `areas[i]` belong to row `first + i` (`areas` may be empty if no area is needed; NaN: unknown).
    void apply(const std::vector<const Column*>& columns, const std::vector<int>& positions, std::size_t first,
               std::span<const std::int64_t> fids, std::span<const double> areas, std::vector<char>& keep);

    [[nodiscard]] std::size_t undecided() const noexcept { return m_undecided; }

private:
    std::optional<Condition> m_condition;
    std::vector<int> m_fields;
    std::size_t m_fieldCount = 0;
    bool m_needsArea = false;
    bool m_needsFid = false;
    std::size_t m_undecided = 0;
};

} // namespace merestone
