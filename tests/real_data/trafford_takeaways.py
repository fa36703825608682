# SPDX-License-Identifier: MIT
"""Trafford's fast-food outlets within 400 m of a school, in a straight line. Oracle: every pair, by GEOS."""
import real

PLAN = """
merestone: 1
plan: {title: Takeaways near schools in Trafford}
layers:
  outlets: {source: outlets.geojson, name: name}
  schools: {source: schools.geojson, name: name, complete: true}
policies:
  - id: T
    title: Takeaways
    rules:
      - id: T.distance
        for: outlets
        measure:
          nearest: {distance: schools, search: 50 km}
        require: "nearest > 400"
"""

data = real.folder("trafford")
outlets = data / "fast_food_outlets/trafford_fast_food_outlets.geojson"
schools = data / "schools_and_colleges/trafford_schools_and_colleges.geojson"
run = real.check(PLAN, {"outlets.geojson": outlets, "schools.geojson": schools})

points = [geometry for _, geometry in real.features(schools)]
distances = [min(outlet.Distance(school) for school in points) for _, outlet in real.features(outlets)]
measured = real.statistic(run, "T.distance", "nearest")
real.expect(measured["count"] == len(distances), f"{measured['count']} outlets of {len(distances)} were measured")
real.expect_near(measured["sum"], sum(distances), 1e-6 * sum(distances), "sum of all distances")
real.expect_near(measured["minimum"], min(distances), 1e-3, "smallest distance")

# A distance within the uncertainty of the coordinates is borderline, on whichever side of 400 m it lies.
failed = real.findings(run, "T.distance", "fail")
border = real.findings(run, "T.distance", "borderline")
close = sum(distance <= 400 for distance in distances)
found = len(failed) + sum(f["measured"] <= 400 for f in border.values())
real.expect(found == close, f"{found} outlets within 400 m, the oracle says {close}")
real.expect(all(f["measured"] <= 400 for f in failed.values()), "a conflict farther than 400 m")
real.expect(all(abs(f["measured"] - 400) <= f["uncertainty"] + 1e-9 for f in border.values()),
            "a borderline outlet farther from 400 m than its uncertainty")
print(f"{close} of {len(distances)} outlets lie within 400 m of a school, {len(border)} of all too near to 400 m to say")
