# SPDX-License-Identifier: MIT
"""Birmingham's wards with the schools, park entrances and output areas in them. Oracles: every pair, by GEOS; the same
schools from two files, one with eastings and northings, one in longitude and latitude."""
import real

PLAN = """
merestone: 1
plan: {title: Wards of Birmingham}
layers:
  wards: {source: wards.gpkg, id: WardCode, name: Ward, complete: true}
  schools: {source: schools.csv, x: easting, y: northing, crs: EPSG:27700, complete: true}
  schools_lonlat: {source: schools.geojson, complete: true}
  entrances: {source: entrances.shp, crs: EPSG:27700, complete: true}
  output_areas: {source: output_areas.geojson, id: OA11CD, complete: true}
policies:
  - id: B
    title: Wards
    rules:
      - id: B.schools
        for: wards
        measure: {schools: {count_within: schools}}
        require: "schools >= 0"
      - id: B.schools_lonlat
        for: wards
        measure: {schools: {count_within: schools_lonlat}}
        require: "schools >= 0"
      - id: B.entrances
        for: wards
        measure: {entrances: {count_within: entrances}}
        require: "entrances < 0"
      - id: B.valid
        for: output_areas
        measure: {valid: {valid: self}}
        require: "valid = 1"
      - id: B.overlap
        for: wards
        against: self
        measure: {shared: {overlap_area: other}}
        require: "shared <= 1"
"""

data = real.folder("birmingham")
files = {"wards.gpkg": data / "wards.gpkg", "schools.csv": data / "birmingham_schools.csv",
         "schools.geojson": data / "birmingham_schools.geojson", "entrances.shp": data / "SP_AccessPoint.shp",
         "entrances.shx": data / "SP_AccessPoint.shx", "output_areas.geojson": data / "output_areas_2011.geojson"}
run = real.check(PLAN, files)
wards = real.features(data / "wards.gpkg")


def in_wards(points):
    """Number of points in or on the border of each ward, by ward code."""
    counts = {}
    for attributes, ward in wards:
        west, east, south, north = ward.GetEnvelope()
        near = [p for p in points if west <= p.GetX() <= east and south <= p.GetY() <= north]
        counts[attributes["WardCode"]] = sum(ward.Intersects(p) for p in near)
    return counts


entrances = in_wards([geometry for _, geometry in real.features(data / "SP_AccessPoint.shp", crs=real.GRID)])
found = real.findings(run, "B.entrances", "fail")
for code, count in entrances.items():
    real.expect(found[code]["measured"] == count, f"{code}: {found[code]['measured']} entrances, the oracle says {count}")

schools = sum(in_wards([geometry for _, geometry in real.features(data / "birmingham_schools.geojson")]).values())
for rule in ("B.schools", "B.schools_lonlat"):
    counted = real.statistic(run, rule, "schools")["sum"]
    real.expect(abs(counted - schools) <= 1, f"{rule}: {counted} schools in wards, the oracle says {schools}")

invalid = {attributes["OA11CD"] for attributes, geometry in
           real.features(data / "output_areas_2011.geojson") if not geometry.IsValid()}
reported = set(real.findings(run, "B.valid", "fail"))
real.expect(reported == invalid, f"output areas that are not valid: {sorted(reported)}, the oracle says {sorted(invalid)}")

overlaps = sum(a.Intersection(b).GetArea() > 1 for i, (_, a) in enumerate(wards) for _, b in wards[:i]
               if a.Intersects(b))
reported = [f for f in run["findings"] if f["rule"] == "B.overlap" and f["verdict"] == "fail"]
real.expect(len(reported) == overlaps, f"{len(reported)} overlaps of wards, the oracle says {overlaps}")
print(f"{sum(entrances.values())} entrances and {schools} schools in {len(wards)} wards, {len(invalid)} invalid output areas, "
      f"{overlaps} overlaps of wards")
