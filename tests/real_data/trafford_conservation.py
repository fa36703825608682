# SPDX-License-Identifier: MIT
"""Trafford's conservation areas: their drawn area against the area that the council states, and the listed buildings in
them. Oracles: the council's own figures; every pair, by GEOS."""
import real

PLAN = """
merestone: 1
plan: {title: Conservation in Trafford}
layers:
  areas: {source: areas.geojson, name: site_name, complete: true, units: {site_area_square_metres: m2}}
  listed: {source: listed.geojson, id: ListEntry, name: Name, complete: true}
policies:
  - id: C
    title: Conservation areas
    rules:
      - id: C.area
        for: areas
        measure:
          drawn: {area: self}
        require: "drawn >= 0.99 * site_area_square_metres AND drawn <= 1.01 * site_area_square_metres"
      - id: C.listed
        for: listed
        measure:
          areas: {count_within: areas}
        require: "areas = 0"
"""

data = real.folder("trafford")
areas_file = data / "conservation_areas/trafford_conservation_areas.geojson"
listed_file = data / "listed_buildings/trafford_listed_buildings.geojson"
run = real.check(PLAN, {"areas.geojson": areas_file, "listed.geojson": listed_file})

areas = real.features(areas_file)
drawn = [geometry.GetArea() for _, geometry in areas]
stated = [attributes["site_area_square_metres"] for attributes, _ in areas]
measured = real.statistic(run, "C.area", "drawn")
real.expect(measured["count"] == len(areas), f"{measured['count']} areas of {len(areas)} were measured")
real.expect_near(measured["sum"], sum(drawn), 1e-6 * sum(drawn), "sum of the drawn areas")
real.expect_near(sum(drawn), sum(stated), 0.01 * sum(stated), "drawn areas against the council's")
apart = sum(not 0.99 * s <= d <= 1.01 * s for d, s in zip(drawn, stated))
failed = real.findings(run, "C.area", "fail")
border = real.findings(run, "C.area", "borderline")
real.expect(len(failed) <= apart <= len(failed) + len(border),
            f"{len(failed)} areas differ from the stated one by more than 1 %, the oracle says {apart}")

inside = sum(any(area.Intersects(point) for _, area in areas) for _, point in real.features(listed_file))
found = {**real.findings(run, "C.listed", "fail"), **real.findings(run, "C.listed", "borderline")}
in_areas = sum(f["measured"] >= 1 for f in found.values())
real.expect(in_areas == inside, f"{in_areas} listed buildings in conservation areas, the oracle says {inside}")
print(f"{apart} of {len(areas)} areas differ from the council's figure by more than 1 %; {inside} listed buildings inside")
