// SPDX-License-Identifier: MIT
#include "plan_texts.hpp"

#include <stdexcept>

namespace merestone::testing {

std::string smallPlan() {
    return R"(merestone: 1
plan: {title: A plan}
layers:
  area: {source: area.gpkg}
  parks: {source: parks.gpkg}
policies:
  - id: H1
    rules:
      - id: H1.near
        for: area
        measure:
          gap: {distance: parks}
        require: "gap <= 400"
)";
}

std::string smallPack() {
    return R"(pack: greens
title: Greens
owner: Somebody
version: "1"
rules:
  - id: near
    title: Near a green
    layers:
      green: {help: The greens}
    parameters:
      within: {default: 400 m, help: How near}
    measure:
      gap: {distance: green}
    require: "gap <= within"
    source: {document: A document}
)";
}

std::string examplePlan() {
    return R"(merestone: 1                                   # format version
plan:
  title: Balsall Heath Neighbourhood Development Plan
  stage: regulation-14                         # drafting | regulation-14 | regulation-15 | examination | made
  qualifying_body: Balsall Heath Neighbourhood Planning Forum
  local_planning_authority: Birmingham City Council
  period: {from: 2015, to: 2031}
  submitted: 2026-09-01                        # chooses the national policy version
  crs: EPSG:27700
  licence: Contains OS data © Crown copyright and database right 2026

layers:
  area:    {source: plan.gpkg, layer: neighbourhood_area, role: neighbourhood_area}
  sites:   {source: plan.gpkg, layer: site_allocations, role: site_allocation, id: reference, name: site_name}
  parcels: {source: parcels.gpkg, id: inspire_id, name: address, accuracy: 1 m, complete: true}
  parks:   {source: open_space.shp, where: "public = 'yes'", name: name, accuracy: 2 m, complete: true}
  schools: {source: schools.geojson, complete: within area}     # or the name of a coverage layer; default: unknown

policies:
  - id: H1
    title: Homes on allocated land
    text: Sites are developed at no less than 40 dwellings per hectare …
    layers: [sites]                            # what the policy is drawn on, if anything
    rules:
      - id: H1.density
        for: sites
        where: "land_use = 'housing'"          # applicability; what it leaves out is 'not applicable'
        measure:
          net_area: {area: self, unit: ha}
        require: "dwellings / net_area >= 40"
        severity: must                         # must | should | note
        source: {document: Birmingham Development Plan 2017, clause: TP30}
        message: "{name} holds {dwellings} homes on {net_area:.2f} ha"
      - use: open-space/access                 # a rule from a pack, with its parameters
        with: {minimum_size: 0.2 ha, within: 400 m}
        for: parcels
        layers: {open_space: parks}
waivers:
  - rule: H1.density
    subject: S4
    reason: Corner site, agreed with the highways officer
    by: Plan steering group
    until: 2027-03-31
)";
}

std::string openSpacePack() {
    return R"(pack: open-space
title: Open space and access to it
owner: Merestone
version: "2026.1"
rules:
  - id: access
    title: Homes lie within reach of open space
    resident: A bit of green within a five-minute walk of every home.
    explanation: What is measured, and why.
    catalogue: [C10]
    layers:
      open_space: {help: Public open spaces with their whole extent}
      entrances: {help: Where people get in, required: false}
    parameters:
      minimum_size: {default: 0.2 ha, help: Smallest space that counts}
      within: {default: 400 m, help: "Straight-line distance, edge to edge"}
      homes: {field: dwellings, help: Field that holds the number of homes}
      counts: {condition: "dwellings > 0", help: Which homes count}
      start: {text: edge, help: edge or centroid}
    where: "{counts}"
    measure:
      nearest_space: {distance: open_space, where: "OGR_GEOM_AREA >= minimum_size", from: start, to: edge}
    require: "nearest_space <= within"
    severity: should
    source: {document: Open Space Plan, clause: OS1, confirmed: false}
    message: "{name} ({homes} homes) is {nearest_space} from the nearest open space of {minimum_size} or more"
    advice: "Plan a space near by."
)";
}

std::string changed(const std::string& text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
        throw std::invalid_argument("not once in the text: " + std::string(from));
    }
    return text.substr(0, at) + std::string(to) + text.substr(at + from.size());
}

std::vector<std::string> linesOf(const PlanError& error) {
    std::vector<std::string> lines;
    for (const PlanProblem& problem : error.problems()) {
        std::string place = Place{"", problem.place.line, problem.place.column}.text();
        place.erase(0, place.empty() ? 0 : 1); // the colon behind the file that is not there
        lines.push_back((place.empty() ? "" : place + ": ") + problem.message);
    }
    return lines;
}

std::vector<std::string> mistakesIn(const std::string& plan, const std::vector<Pack>& packs,
                                    const PlanOptions& options) {
    try {
        (void)parsePlan(plan, "plan.yaml", packs, options);
    } catch (const PlanError& error) {
        return linesOf(error);
    }
    return {};
}

std::vector<std::string> mistakesInPack(const std::string& pack) {
    try {
        (void)parsePack(pack, "pack.yaml");
    } catch (const PlanError& error) {
        return linesOf(error);
    }
    return {};
}

} // namespace merestone::testing
