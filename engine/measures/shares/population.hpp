// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure.hpp"
#include "measures/shares/subject_shape.hpp"
#include "measures/target_set.hpp"

#include <optional>
#include <vector>

namespace merestone {

/// The addresses of each output area. An address counts in one area only, the first that holds it. Any thread.
class AddressesByArea {
public:
    AddressesByArea(const Layer& areas, std::span<const std::uint32_t> rows, const Selection& addresses);

    /// Where the addresses of an area lie.
    [[nodiscard]] std::span<const Point> of(std::uint32_t area) const noexcept {
        return {m_points.data() + m_first[area], m_first[area + 1] - m_first[area]};
    }

private:
    std::vector<std::uint32_t> m_first; ///< by row of the areas, and one past the last
    std::vector<Point> m_points;
};

/// How the people of output areas are shared out to a shape: by the share of an area's addresses inside it, or by the
/// share of its ground where it has no address (or nobody knows any).
class Population {
public:
    /// `addresses` may be null.
    Population(SelectionPtr areas, SelectionPtr addresses);

    /// Share of an output area's people, 0 to 1.
    [[nodiscard]] double share(const SubjectShape& shape, std::uint32_t area) const;
    /// Whether an area lies wholly in the shape, so that its share needs no address.
    [[nodiscard]] bool isWhole(const SubjectShape& shape, std::uint32_t area) const;
    [[nodiscard]] const AddressesByArea* addresses() const noexcept { return m_addresses ? &*m_addresses : nullptr; }
    /// All areas, those that may be meant among them.
    [[nodiscard]] const TargetSet& areas() const noexcept { return m_areas; }

private:
    TargetSet m_areas;
    std::optional<AddressesByArea> m_addresses;
};

} // namespace merestone
