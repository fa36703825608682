# SPDX-License-Identifier: MIT
"""An export read by GDAL and by Python's own csv and zipfile: all formats hold the same features, and the GeoPackage those
of the plan's sources.

Usage: check_formats.py EXPORT [PLAN]"""
import csv
import json
import math
import re
import sys
import zipfile

from osgeo import gdal, ogr, osr

from exported import Complaints, Export, plan_layers

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")  # some of the sources' shapes are invalid, which is told elsewhere
GRID = osr.SpatialReference()
GRID.ImportFromEPSG(27700)
DEGREES = osr.SpatialReference()
DEGREES.ImportFromEPSG(4326)
for each in (GRID, DEGREES):
    each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
MOST_DBF_BYTES = 254


def features(layer):
    """Attributes and shape of each feature, in order."""
    rows = []
    for feature in layer:
        shape = feature.GetGeometryRef()
        rows.append((feature.GetFID(), feature.items(), shape.Clone() if shape is not None else None))
    return rows


def open_layer(path, name=None):
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = source.GetLayerByName(name) if name else source.GetLayer(0)
    return source, layer


def same_shape(a, b, tolerance):
    """Whether two shapes cover the same ground, whatever their rings begin with."""
    if a is None or b is None or a.IsEmpty() or b.IsEmpty():
        return (a is None or a.IsEmpty()) and (b is None or b.IsEmpty())
    if a.GetDimension() != b.GetDimension():
        return False
    if tolerance == 0:
        flat = [shape.Clone() for shape in (a, b)]
        for shape in flat:
            shape.FlattenTo2D()
        if points(flat[0]) == points(flat[1]):
            return True
    if a.GetDimension() == 2 and not math.isclose(a.GetArea(), b.GetArea(), rel_tol=1e-9,
                                                  abs_tol=tolerance * (a.Boundary().Length() + 1)):
        return False
    ea, eb = a.GetEnvelope(), b.GetEnvelope()
    return all(abs(x - y) <= max(tolerance, 1e-9) for x, y in zip(ea, eb)) and len(points(a)) == len(points(b))


def points(shape):
    """Every point of a shape, sorted; the repeated end of a ring once."""
    if shape.GetGeometryCount() > 0:
        return sorted(p for i in range(shape.GetGeometryCount()) for p in points(shape.GetGeometryRef(i)))
    all_points = [shape.GetPoint_2D(i) for i in range(shape.GetPointCount())]
    if shape.GetGeometryName() == "LINEARRING":
        all_points = all_points[:-1]
    return sorted(all_points)


def as_number(text):
    """A number where the text is one, so that 12 and 12.00 are the same."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return text


def turns_left(ring):
    """Whether a ring runs counter-clockwise: its shoelace area is positive."""
    corners = [ring.GetPoint_2D(i) for i in range(ring.GetPointCount())]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, corners[1:])) > 0


def compare_sources(complaints, export, plan):
    """Every feature of every table stands in the source under the same number, with the same attributes and shape."""
    repaired = " ".join(each["table"] for each in export.manifest["losses"] if "not valid" in each["what"])
    for name, keys in plan_layers(plan).items():
        path = plan.parent / keys["source"]
        source, layer = open_layer(path, keys.get("layer"))
        if "where" in keys:
            layer.SetAttributeFilter(keys["where"])
        definition = layer.GetLayerDefn()
        types = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
        expected = {fid: (items, shape) for fid, items, shape in features(layer)}
        package, written = open_layer(export.folder / "plan.gpkg", name)
        complaints.expect(written is not None, f"{name}: not in the GeoPackage")
        rows = features(written)
        complaints.expect(len(rows) <= len(expected) and (rows or not expected), f"{name}: {len(rows)} of {len(expected)}")
        for fid, items, shape in rows:
            if fid not in expected:
                complaints.expect(False, f"{name}: feature {fid} is not in the source")
                continue
            items_of_source, shape_of_source = expected[fid]
            for field in types:
                value, found = items_of_source[field.GetName()], items.get(field.GetName(), "missing")
                if path.suffix == ".csv":  # where everything is text
                    value, found = value or None, None if found is None else str(found)
                    value, found = as_number(value), as_number(found)
                if field.GetSubType() == ogr.OFSTBoolean and value is not None:
                    value = bool(value)
                    found = bool(found)
                complaints.equal(found, value, f"{name} {fid} {field.GetName()}")
            if shape_of_source is not None and shape is not None and name not in repaired.split():
                reference = layer.GetSpatialRef()
                if reference is not None and not reference.IsSame(GRID):
                    shape_of_source.Transform(osr.CoordinateTransformation(reference, GRID))
                    complaints.expect(same_shape(shape, shape_of_source, 1e-3), f"{name} {fid}: another shape")
                else:
                    complaints.expect(same_shape(shape, shape_of_source, 0), f"{name} {fid}: another shape")


def compare_shapefiles(complaints, export, tables):
    written = export.of("Shapefile")
    complaints.equal(set(written), set(tables), "tables with a shapefile")
    for name in tables:
        main = next(export.folder / each["path"] for each in export.files
                    if each["format"] == "Shapefile" and each["table"] == name and
                    each["path"].endswith(".shp" if tables[name][0] else ".dbf"))
        source, layer = open_layer(main)
        names = export.renamed("Shapefile", name)
        rows = features(layer)
        complaints.equal(len(rows), len(tables[name][1]), f"{main.name}: features")
        for (fid, items, shape), (_, found, found_shape) in zip(tables[name][1], rows):
            for field, value in items.items():
                complaints.expect(len(names.get(field, field)) <= 10, f"{main.name}: {field} is longer than 10")
                kept = found.get(names.get(field, field), "missing")
                lost = export.lost("Shapefile", name, field)
                if isinstance(value, str):
                    if "were cut" in lost:
                        value = value.encode()[:MOST_DBF_BYTES].decode(errors="ignore").rstrip(" ")
                    value = value.rstrip(" ") if "blanks" in lost else value
                    kept, value = kept or "", value or ""
                if isinstance(value, bool):
                    value = int(value)
                if isinstance(value, float) and "rounded" in lost:
                    complaints.expect(kept is not None and math.isclose(kept, value, rel_tol=1e-6, abs_tol=1e-6),
                                      f"{main.name} {fid} {field}: {kept} instead of {value}")
                    continue
                if value is None and "left empty" not in lost and isinstance(kept, str):
                    kept = kept or None
                complaints.equal(kept, value, f"{main.name} {fid} {field}")
            complaints.expect(same_shape(shape, found_shape, 0), f"{main.name} {fid}: another shape")
        if tables[name][0]:
            complaints.equal((main.with_suffix(".cpg")).read_text("ascii").strip(), "UTF-8", f"{main.name}: .cpg")
            projection = main.with_suffix(".prj").read_text("ascii")
            complaints.expect(projection.startswith("PROJCS[") and "AUTHORITY" not in projection,
                              f"{main.name}: .prj is not ESRI's WKT1")
            complaints.expect(main.with_suffix(".qml").exists() and main.with_suffix(".sld").exists(),
                              f"{main.name}: no styles")
    for name, path in export.of("zipped shapefile").items():
        with zipfile.ZipFile(path) as archive:
            complaints.equal(archive.testzip(), None, f"{path.name}: broken member")
            for member in archive.namelist():
                complaints.expect("/" not in member and member.startswith(name + "."), f"{path.name}: holds {member}")
        zipped = gdal.OpenEx("/vsizip/" + str(path), gdal.OF_VECTOR)
        complaints.equal(zipped.GetLayer(0).GetFeatureCount(), len(tables[name][1]), f"{path.name}: features")


def compare_geojson(complaints, export, tables):
    to_grid = osr.CoordinateTransformation(DEGREES, GRID)
    for name, path in export.of("GeoJSON").items():
        collection = json.loads(path.read_text("utf-8"))
        complaints.expect("crs" not in collection and collection["licence"], f"{path.name}: licence, or a CRS")
        complaints.equal(len(collection["features"]), len(tables[name][1]), f"{path.name}: features")
        for feature, (fid, items, shape) in zip(collection["features"], tables[name][1]):
            complaints.equal(feature["id"], fid, f"{path.name}: id")
            values = {key: bool(value) if isinstance(feature["properties"].get(key), bool) and value is not None else value
                      for key, value in items.items()}
            for key, value in values.items():
                kept = feature["properties"].get(key, "missing")
                if isinstance(kept, str) and isinstance(value, str):
                    value = value.replace("/", "-") if value.replace("/", "-") == kept else value
                complaints.equal(kept, value, f"{path.name} {fid} {key}")
            placed = None
            if feature["geometry"] is not None:
                placed = ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))
                if placed.GetGeometryName() == "POLYGON":
                    complaints.expect(turns_left(placed.GetGeometryRef(0)), f"{path.name} {fid}: turned round")
                placed.Transform(to_grid)
            complaints.expect(same_shape(placed, shape, 0.05), f"{path.name} {fid}: another shape")


def compare_csv(complaints, export, tables):
    for name, path in export.of("CSV").items():
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        complaints.equal(len(rows), len(tables[name][1]), f"{path.name}: rows")
        for row, (fid, items, shape) in zip(rows, tables[name][1]):
            complaints.equal(row["fid"], str(fid), f"{path.name}: number")
            for key, value in items.items():
                kept = row.get(key, "missing")
                if value is None:
                    complaints.equal(kept, "", f"{path.name} {fid} {key}")
                elif isinstance(value, (int, float)) and kept not in ("true", "false"):
                    complaints.expect(float(kept) == float(value), f"{path.name} {fid} {key}: {kept} for {value}")
                elif isinstance(value, str):
                    plain = kept.replace("'", "") if kept != value else kept
                    dates = value.replace("/", "-")
                    complaints.expect(plain in (value, value.replace("'", ""), dates), f"{path.name} {fid} {key}: {kept!r}")
                    complaints.expect(not re.match(r"\s*[=+\-@\t\r]", kept), f"{path.name} {fid} {key}: runs {kept!r}")
            if shape is not None:
                complaints.expect(same_shape(ogr.CreateGeometryFromWkt(row["wkt"]), shape, 0.002),
                                  f"{path.name} {fid}: another shape")


def main():
    export = Export(sys.argv[1])
    complaints = Complaints()
    for each in export.files:
        complaints.expect((export.folder / each["path"]).is_file(), f"{each['path']}: is not there")
    package = gdal.OpenEx(str(export.folder / "plan.gpkg"), gdal.OF_VECTOR)
    tables = {}
    for i in range(package.GetLayerCount()):
        layer = package.GetLayer(i)
        if layer.GetName() != "layer_styles":
            spatial = layer.GetGeomType() != ogr.wkbNone
            if spatial:
                complaints.expect(layer.GetSpatialRef().IsSame(GRID), f"{layer.GetName()}: another CRS")
            tables[layer.GetName()] = (spatial, features(layer))
    styles = {feature["f_table_name"] for feature in package.GetLayerByName("layer_styles")}
    complaints.equal(styles, {name for name, (spatial, _) in tables.items() if spatial}, "tables with a style")
    if len(sys.argv) > 2:
        from pathlib import Path
        compare_sources(complaints, export, Path(sys.argv[2]))
    compare_shapefiles(complaints, export, tables)
    compare_geojson(complaints, export, tables)
    compare_csv(complaints, export, tables)
    complaints.finish()


main()
