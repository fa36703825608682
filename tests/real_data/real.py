# SPDX-License-Identifier: MIT
"""What the tests on real data share: finding the data, running merestone on them, reading them by GDAL for the oracle."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")  # some of the shapes are invalid, which is what is tested
SKIPPED = 77
GRID = 27700


def folder(name):
    """A folder of MERESTONE_REAL_DATA; ends the test as skipped where there is none."""
    root = os.environ.get("MERESTONE_REAL_DATA")
    if not root:
        print("skipped: MERESTONE_REAL_DATA does not name a folder of real data")
        sys.exit(SKIPPED)
    path = Path(root) / name
    if not path.is_dir():
        print(f"skipped: there is no {path}")
        sys.exit(SKIPPED)
    return path


def check(plan, files):
    """Puts a plan beside copies of files (by the names it uses) and gives the JSON that `merestone check` writes."""
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as scratch:
        for name, source in files.items():
            shutil.copyfile(source, Path(scratch) / name)
        (Path(scratch) / "plan.yaml").write_text(plan, encoding="utf-8")
        done = subprocess.run([program, "check", "plan.yaml", "--scope", "everything", "--format", "json"], cwd=scratch,
                              capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 3):
        sys.exit(f"merestone check ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def features(path, crs=None, layer=0):
    """(attributes, geometry in British National Grid) of every feature, as GDAL and PROJ read them."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    source = dataset.GetLayer(layer)
    stated = osr.SpatialReference()
    if crs:
        stated.ImportFromEPSG(crs)
    else:
        stated = source.GetSpatialRef().Clone()
    grid = osr.SpatialReference()
    grid.ImportFromEPSG(GRID)
    for reference in (stated, grid):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    convert = osr.CoordinateTransformation(stated, grid)
    read = []
    for feature in source:
        geometry = feature.GetGeometryRef()
        geometry = geometry.Clone() if geometry is not None else None
        if geometry is not None:
            geometry.FlattenTo2D()
            geometry.Transform(convert)
        read.append((feature.items(), geometry))
    return read


def findings(run, rule, *verdicts):
    """Findings of a rule with one of these verdicts, by the subject's id."""
    return {f["subject"]["id"]: f for f in run["findings"] if f["rule"] == rule and f["verdict"] in verdicts}


def rule_result(run, rule):
    return next(r for r in run["rules"] if r["id"] == rule)


def statistic(run, rule, measure):
    return next(s for s in rule_result(run, rule)["statistics"] if s["name"] == measure)


def expect(holds, message):
    if not holds:
        sys.exit(f"FAILED: {message}")


def expect_near(value, reference, tolerance, what):
    expect(abs(value - reference) <= tolerance, f"{what}: {value}, the oracle says {reference}")
