# SPDX-License-Identifier: MIT
"""What oracles share: layers read whole, plain measures on single shapes, and results by rule. OGR alone."""

import json
import math

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()

WORST_FIRST = ("fail", "borderline", "cannot_tell", "needs_judgement", "pass", "not_applicable")


class Layer:
    """Features as dictionaries with their geometry under `shape`."""

    def __init__(self, path, name=None, key=None):
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        layer = source.GetLayerByName(name) if name else source.GetLayer(0)
        to_grid = self._to_grid(layer)
        self.rows = []
        for feature in layer:
            row = feature.items()
            row["shape"] = feature.GetGeometryRef().Clone()
            if to_grid:
                row["shape"].Transform(to_grid)
            row["id"] = str(row[key] if key else feature.GetFID())
            self.rows.append(row)

    @staticmethod
    def _to_grid(layer):
        reference = layer.GetSpatialRef()
        grid = osr.SpatialReference()
        grid.ImportFromEPSG(27700)
        if reference is None or reference.IsSame(grid):
            return None
        for one in (reference, grid):
            one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        return osr.CoordinateTransformation(reference, grid)

    def __iter__(self):
        return iter(self.rows)

    def where(self, wanted):
        return [row for row in self.rows if wanted(row)]


def union(shapes):
    """The dissolved shape of polygons, invalid ones repaired first."""
    collection = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        for part in ogr.ForceToMultiPolygon(sound(shape).Clone()):
            collection.AddGeometry(part)
    return collection.UnionCascaded() if collection.GetGeometryCount() else ogr.Geometry(ogr.wkbPolygon)


def is_valid(shape):
    """Without OGR's remark on standard error."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    result = shape.IsValid()
    gdal.PopErrorHandler()
    return result


def sound(shape):
    return shape if is_valid(shape) else shape.MakeValid(["METHOD=STRUCTURE"])


def polygon_area(shape):
    """Area of the polygons in whatever an overlay gave."""
    name = shape.GetGeometryName()
    if name == "POLYGON":
        return shape.Area()
    if name in ("MULTIPOLYGON", "GEOMETRYCOLLECTION"):
        return sum(polygon_area(shape.GetGeometryRef(i)) for i in range(shape.GetGeometryCount()))
    return 0.0


def shared(shape, other):
    return polygon_area(sound(shape).Intersection(other))


def outside(shape, other):
    return polygon_area(sound(shape).Difference(other))


def nearest(shape, others):
    return min(shape.Distance(other["shape"]) for other in others)


def chain(row, rows, gap):
    """The features that hang together with one, itself among them, each at most `gap` from another."""
    found, waiting = [row], [row]
    while waiting:
        last = waiting.pop()
        for other in rows:
            if all(other is not one for one in found) and other["shape"].Distance(last["shape"]) <= gap:
                found.append(other)
                waiting.append(other)
    return found


def mean_width(shape):
    """Twice the area over the perimeter, of one polygon."""
    return 2 * shape.Area() / shape.Boundary().Length()


def parts(shape):
    return [shape.GetGeometryRef(i) for i in range(shape.GetGeometryCount())] \
        if shape.GetGeometryName() in ("MULTIPOLYGON", "GEOMETRYCOLLECTION") else [shape]


class Results:
    """Verdicts by rule: what does not pass is kept with its figure, what passes is counted."""

    def __init__(self):
        self.findings = []
        self.counts = {}

    def add(self, rule, subject, verdict, measured=None, unit="", other=None, waived=False):
        by_verdict = self.counts.setdefault(rule, {})
        by_verdict[verdict] = by_verdict.get(verdict, 0) + 1
        if verdict != "pass":
            finding = {"rule": rule, "subject": subject, "verdict": verdict}
            if other:
                finding["other"] = other
            if measured is not None:
                finding.update(measured=measured, unit=unit)
            if waived:
                finding["waived"] = True
            self.findings.append(finding)

    def test(self, rule, subject, holds, measured=None, unit="", failing="fail", **more):
        self.add(rule, subject, "pass" if holds else failing, measured, unit, **more)

    def leave_out(self, rule, count=1):
        """Subjects to which the rule does not apply."""
        if count:
            by_verdict = self.counts.setdefault(rule, {})
            by_verdict["not_applicable"] = by_verdict.get("not_applicable", 0) + count

    def as_json(self):
        rules = {rule: {"verdict": min(counts, key=WORST_FIRST.index), "counts": dict(sorted(counts.items()))}
                 for rule, counts in sorted(self.counts.items())}
        return {"rules": rules, "findings": sorted(self.findings, key=lambda f: (f["rule"], f["subject"]))}


def differences(wanted, found):
    """Sentences on what does not agree; measured values may differ by a millionth."""
    for rule in sorted(set(wanted["rules"]) | set(found["rules"])):
        if wanted["rules"].get(rule) != found["rules"].get(rule):
            yield f"{rule}: expected {wanted['rules'].get(rule)}, found {found['rules'].get(rule)}"

    def by_key(result):
        return {(f["rule"], f["subject"], f.get("other")): f for f in result["findings"]}

    first, second = by_key(wanted), by_key(found)
    for key in sorted(set(first) | set(second), key=str):
        one, two = first.get(key), second.get(key)
        if one is None or two is None:
            yield f"{key}: only {'found' if one is None else 'expected'}"
        elif {k: v for k, v in one.items() if k != "measured"} != {k: v for k, v in two.items() if k != "measured"}:
            yield f"{key}: expected {one}, found {two}"
        elif not math.isclose(one.get("measured", 0), two.get("measured", 0), rel_tol=1e-6, abs_tol=1e-6):
            yield f"{key}: expected {one['measured']}, found {two['measured']}"


def as_text(result):
    """JSON with a line for each rule and each finding."""
    rules = ",\n".join(f"  {json.dumps(rule)}: {json.dumps(said)}" for rule, said in result["rules"].items())
    findings = ",\n".join(f"  {json.dumps(finding)}" for finding in result["findings"])
    return f'{{\n "rules": {{\n{rules}\n }},\n "findings": [\n{findings}\n ]\n}}\n'
