// SPDX-License-Identifier: MIT
#pragma once

#include "engine/exchange/scratch_folder.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace merestone::tests {

/// A square site of one hectare with its lower left corner at (x, y) metres from the corner of the area.
struct Site {
    std::string id;
    std::string name;
    std::string dwellings; ///< as JSON: "12", "null"
    double x = 0.0;
    double y = 0.0;
};

/// A plan in a folder of its own: an area of 2 km by 2 km, sites in it, and the rule H1.density that asks for 40
/// dwellings a hectare.
class World {
public:
    explicit World(const std::vector<Site>& sites);

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_folder / name; }
    [[nodiscard]] std::string plan() const { return (m_folder / "plan.yaml").string(); }
    /// Replaces text in the plan file; the text must be there.
    void edit(const std::string& from, const std::string& to) const;
    void append(const std::string& text) const;

private:
    ScratchFolder m_folder;
};

/// A site that passes, and one of 12 dwellings that does not.
[[nodiscard]] std::vector<Site> passingSite();
[[nodiscard]] std::vector<Site> passingAndConflicting();

/// A GeoJSON collection of squares of `side` metres in EPSG:27700.
void writeSites(const std::filesystem::path& file, const std::vector<Site>& sites, double side);

} // namespace merestone::tests
