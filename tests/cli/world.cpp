// SPDX-License-Identifier: MIT
#include "cli/world.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace merestone::tests {

namespace {

constexpr double kEasting = 407000.0;
constexpr double kNorthing = 283000.0;
constexpr double kAreaSide = 2000.0;
constexpr double kSiteSide = 100.0;

constexpr const char* kPlan = R"(merestone: 1
plan:
  title: Test Neighbourhood Plan
  stage: drafting
  crs: EPSG:27700
  synthetic: true
layers:
  area: {source: area.geojson, role: neighbourhood_area, id: id}
  sites: {source: sites.geojson, role: site_allocation, id: id, name: name}
policies:
  - id: H1
    title: Homes on allocated land
    text: Sites are developed at no less than 40 dwellings per hectare.
    rules:
      - id: H1.density
        title: Homes per hectare
        for: sites
        measure:
          net_area: {area: self, unit: ha}
        require: "dwellings / net_area >= 40"
        severity: must
        source: {document: Test Development Plan, clause: TP30, confirmed: false}
        message: "{name} holds {dwellings} homes on {net_area:.2f} ha"
)";

} // namespace

void writeSites(const std::filesystem::path& file, const std::vector<Site>& sites, double side) {
    nlohmann::json features = nlohmann::json::array();
    for (const Site& site : sites) {
        const double x = kEasting + site.x;
        const double y = kNorthing + site.y;
        features.push_back(
            {{"type", "Feature"},
             {"properties",
              {{"id", site.id}, {"name", site.name}, {"dwellings", nlohmann::json::parse(site.dwellings)}}},
             {"geometry",
              {{"type", "Polygon"},
               {"coordinates", {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}}}}}});
    }
    const nlohmann::json collection{
        {"type", "FeatureCollection"},
        {"crs", {{"type", "name"}, {"properties", {{"name", "urn:ogc:def:crs:EPSG::27700"}}}}},
        {"features", features}};
    writeFile(file, collection.dump());
}

World::World(const std::vector<Site>& sites) {
    writeFile(m_folder / "plan.yaml", kPlan);
    writeSites(m_folder / "area.geojson", {{"A", "Test area", "0", 0.0, 0.0}}, kAreaSide);
    writeSites(m_folder / "sites.geojson", sites, kSiteSide);
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms(0755));
}

void World::edit(const std::string& from, const std::string& to) const {
    std::string text = readFile(m_folder / "plan.yaml");
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        throw std::logic_error("the plan does not hold: " + from);
    }
    writeFile(m_folder / "plan.yaml", text.replace(at, from.size(), to));
}

void World::append(const std::string& text) const {
    writeFile(m_folder / "plan.yaml", readFile(m_folder / "plan.yaml") + text);
}

std::vector<Site> passingSite() {
    return {{"S1", "Mill Lane", "50", 100.0, 100.0}};
}

std::vector<Site> passingAndConflicting() {
    return {{"S1", "Mill Lane", "50", 100.0, 100.0}, {"S2", "Corner site", "12", 500.0, 500.0}};
}

} // namespace merestone::tests
