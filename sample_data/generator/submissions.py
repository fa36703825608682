# SPDX-License-Identifier: MIT
"""The folders of the sample submissions: PDF files from their texts, maps from a seed."""

import math
import random
import shutil
from pathlib import Path

from osgeo import ogr, osr
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

ogr.UseExceptions()
osr.UseExceptions()

NAMES = ("submission_good", "submission_faulty")
PAGE_MARK = "=== page"
FONT, SIZE = "Helvetica", 9
LEFT, TOP, LINE = 50, 780, 14  # points
CENTRE = (407800.0, 284300.0)  # of the made-up Elmfield, EPSG:27700
CORNERS = 24
SPATIAL_SUFFIX = ".gpkg"


def write_pdf(source, target):
    """One PDF page for each page of a text; the same text gives the same bytes."""
    canvas = Canvas(str(target), pagesize=A4, invariant=1)
    canvas.setTitle(source.stem)
    for page in source.read_text(encoding="utf-8").split(PAGE_MARK + "\n"):
        canvas.setFont(FONT, SIZE)
        for number, line in enumerate(page.splitlines()):
            if canvas.stringWidth(line, FONT, SIZE) > A4[0] - 2 * LEFT:
                raise RuntimeError(f"{source}: '{line}' is too long for a page")
            canvas.drawString(LEFT, TOP - number * LINE, line)
        canvas.showPage()
    canvas.save()


def boundary(chance):
    """An uneven ring around the centre."""
    ring = []
    for corner in range(CORNERS):
        angle = 2 * math.pi * corner / CORNERS
        radius = 600 + chance.uniform(-60, 60)
        ring.append((CENTRE[0] + radius * math.cos(angle), CENTRE[1] + radius * math.sin(angle)))
    return ring


def square(x, y, side):
    """With its lower left corner at (x, y) from the centre."""
    x, y = CENTRE[0] + x, CENTRE[1] + y
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]


def polygon(ring):
    line = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*ring, ring[0]]:
        line.AddPoint_2D(x, y)
    shape = ogr.Geometry(ogr.wkbPolygon)
    shape.AddGeometry(line)
    return shape


def write_map(target, layers):
    """layers: name -> list of (reference, policy or None, ring)."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(27700)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(target))
    for name, features in layers.items():
        layer = source.CreateLayer(name, system, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("reference", ogr.OFTString))
        layer.CreateField(ogr.FieldDefn("policy", ogr.OFTString))
        for reference, policy, ring in features:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["reference"] = reference
            if policy is not None:
                feature["policy"] = policy
            feature.SetGeometry(polygon(ring))
            layer.CreateFeature(feature)
    source = None


def without_north(ring):
    """The ring with what lies north of a street taken away, as a council did with a plan of old."""
    north = CENTRE[1] + 450
    return [(x, min(y, north)) for x, y in ring]


def write_maps(target, name, seed):
    area = boundary(random.Random(seed))
    neighbour = [(x + 1400, y) for x, y in area]
    sites = [("S1", "H1", square(-200, 0, 100)), ("S2", "H1", square(0, 100, 120))]
    greens = [("G1", "GS1", square(100, -200, 80))]
    designated = area
    if name == "submission_faulty":
        designated = without_north(area)
        neighbour = [(x + 1150, y) for x, y in area]
        sites.append(("S3", "H7", square(-300, -100, 60)))  # the plan has no policy H7
        greens = [("G1", "T9", square(560, 0, 120))]  # not GS1, and across the boundary
    write_map(target / "area.gpkg", {"neighbourhood_area": [("N1", None, area)]})
    write_map(target / "designated.gpkg", {"designated_area": [("N1", None, designated)]})
    write_map(target / "other-areas.gpkg", {"other_neighbourhood_areas": [("N2", None, neighbour)]})
    write_map(target / "policies.gpkg", {"site_allocations": sites, "local_green_spaces": greens})


def write_submission(source, target, seed):
    target.mkdir(parents=True, exist_ok=True)
    for stale in target.glob("*" + SPATIAL_SUFFIX):
        stale.unlink()
    for text in sorted(source.glob("*.txt")):
        write_pdf(text, target / (text.stem + ".pdf"))
    for table in sorted(source.glob("*.csv")):
        shutil.copyfile(table, target / table.name)
    write_maps(target, source.name, seed)
