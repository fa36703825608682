# SPDX-License-Identifier: MIT
"""The same planning records in many formats: each file must be read to the same features as the CSV that a good reader
made of it. Compared: how many features, their area, their length and how far they lie from a fixed point."""
import real

PLAN = """
merestone: 1
plan: {{title: Twins}}
layers:
  far: {{source: far.csv, wkt: WKT, crs: EPSG:27700, complete: true}}
  original: {{source: original.{extension}{original}}}
  twin: {{source: twin.csv, wkt: WKT, crs: "EPSG:{crs}"}}
policies:
  - id: T
    title: Twins
    rules:
      - id: T.original
        for: original
        measure: {{size: {{area: self}}, outline: {{length: self}}, away: {{distance: far, search: 2000 km}}}}
        require: "size >= 0 AND outline >= 0 AND away >= 0"
      - id: T.twin
        for: twin
        measure: {{size: {{area: self}}, outline: {{length: self}}, away: {{distance: far, search: 2000 km}}}}
        require: "size >= 0 AND outline >= 0 AND away >= 0"
"""

# file, its real extension, CRS of the twin, further keys of the original
CASES = [
    ("geojson", "geojson", 4326, ""),
    ("gml", "gml", 4326, ""),
    ("gml_very_long_rows", "gml", 27700, ""),
    ("kml", "kml", 4326, ""),
    ("shapefile_zip", "zip", 27700, ""),
    ("shapefile_zip_not_in_root", "zip", 27700, ""),
    ("utf-8-sig-json", "geojson", 27700, ", crs: EPSG:27700"),
]

data = real.folder("planning_data_formats")
for name, extension, crs, original in CASES:
    run = real.check(PLAN.format(extension=extension, crs=crs, original=original),
                     {f"original.{extension}": data / f"{name}.resource", "twin.csv": data / f"{name}.csv",
                      "far.csv": real.Path(__file__).parent / "far.csv"})
    for measure in ("size", "outline", "away"):
        ours = real.statistic(run, "T.original", measure)
        theirs = real.statistic(run, "T.twin", measure)
        real.expect(ours["count"] == theirs["count"] > 0,
                    f"{name}: {ours['count']} features with {measure}, its twin has {theirs['count']}")
        real.expect_near(ours["sum"], theirs["sum"], 1e-5 * abs(theirs["sum"]) + 1e-3, f"{name}: sum of {measure}")
    print(f"{name}: {ours['count']} features alike")
