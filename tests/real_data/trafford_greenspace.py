# SPDX-License-Identifier: MIT
"""Greenspace of Trafford by kind of site. Oracle: areas by GDAL, added up by kind."""
from collections import defaultdict

import real

HEAD = """
merestone: 1
plan: {title: Greenspace in Trafford}
layers:
  borough: {source: borough.geojson, role: neighbourhood_area, complete: true}
  green: {source: green.geojson, name: site_name, complete: true}
policies:
  - id: G
    title: Greenspace
    rules:
"""
RULE = """
      - id: "G.{number}"
        for: plan
        measure:
          green: {{total: green, of: area, where: "site_type = '{kind}'", unit: ha}}
        require: "green >= 0"
"""

data = real.folder("trafford")
borough = data / "built_up_areas/trafford_built_up_areas.geojson"
green = data / "greenspaces/trafford_greenspace_sites.geojson"
hectares = defaultdict(float)
for attributes, geometry in real.features(green):
    hectares[attributes["site_type"]] += geometry.GetArea() / 10_000
kinds = sorted(hectares)
plan = HEAD + "".join(RULE.format(number=i, kind=kind.replace("'", "''")) for i, kind in enumerate(kinds))
run = real.check(plan, {"borough.geojson": borough, "green.geojson": green})
for i, kind in enumerate(kinds):
    measured = real.statistic(run, f"G.{i}", "green")["sum"]
    real.expect_near(measured, hectares[kind], 1e-5 * hectares[kind] + 1e-4, f"greenspace of {kind}")
print(f"{sum(hectares.values()):.1f} ha of greenspace of {len(kinds)} kinds")
