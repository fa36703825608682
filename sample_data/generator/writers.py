# SPDX-License-Identifier: MIT
"""Writes layers as files, always the same bytes for the same content."""

import csv
from dataclasses import dataclass

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()

WRITTEN_ON = "2026-01-01"
TYPES = {"text": ogr.OFTString, "whole": ogr.OFTInteger64, "real": ogr.OFTReal}

# British National Grid to WGS 84 by the seven-parameter transformation, spelled out: what a machine has installed must
# not change the file. It is good to about 3.5 m, and exactly undone by a reader without the OSTN15 grid.
TO_LONGITUDE_LATITUDE = (
    "+proj=pipeline +step +inv +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy "
    "+step +proj=push +v_3 +step +proj=cart +ellps=airy +step +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 "
    "+ry=0.247 +rz=0.842 +s=-20.489 +convention=position_vector +step +inv +proj=cart +ellps=WGS84 "
    "+step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg")


@dataclass
class Table:
    """A layer: its name, OGR geometry type, fields as (name, type) and rows as (shape, values)."""
    name: str
    geometry: int
    fields: list
    rows: list


def _fresh(path):
    """The path as text, after removing what an earlier run left there."""
    for suffix in (path.suffix, ".shx", ".dbf", ".prj", ".cpg") if path.suffix == ".shp" else (path.suffix,):
        path.with_suffix(suffix).unlink(missing_ok=True)
    return str(path)


def _reference(code):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _fill(layer, table, shape_of):
    for name, kind in table.fields:
        field = ogr.FieldDefn(name, TYPES[kind])
        layer.CreateField(field)
    definition = layer.GetLayerDefn()
    layer.StartTransaction()
    for shape, values in table.rows:
        feature = ogr.Feature(definition)
        for index, value in enumerate(values):
            if value is not None:
                feature.SetField(index, value)
        feature.SetGeometry(shape_of(shape))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def geopackage(path, tables):
    """One GeoPackage with a layer for each table."""
    gdal.SetConfigOption("OGR_CURRENT_DATE", f"{WRITTEN_ON}T00:00:00.000Z")
    source = ogr.GetDriverByName("GPKG").CreateDataSource(_fresh(path))
    for table in tables:
        multi = table.geometry == ogr.wkbMultiPolygon
        layer = source.CreateLayer(table.name, _reference(27700), table.geometry, ["FID=fid", "GEOMETRY_NAME=geom"])
        _fill(layer, table, lambda shape: ogr.ForceToMultiPolygon(shape.Clone()) if multi else shape)
    source = None


def shapefile(path, table):
    """One shapefile, UTF-8, with its projection."""
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(_fresh(path))
    layer = source.CreateLayer(path.stem, _reference(27700), table.geometry,
                               ["ENCODING=UTF-8", f"DBF_DATE_LAST_UPDATE={WRITTEN_ON}"])
    _fill(layer, table, lambda shape: shape)
    source = None


def geojson(path, table):
    """One GeoJSON in longitude and latitude."""
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(TO_LONGITUDE_LATITUDE)
    # CRS84 is WGS 84 with longitude first: no axis order to mistake.
    longitude_first = osr.SpatialReference()
    longitude_first.SetFromUserInput("OGC:CRS84")
    transformation = osr.CoordinateTransformation(_reference(27700), longitude_first, options)

    def moved(shape):
        copy = shape.Clone()
        copy.Transform(transformation)
        return copy

    source = ogr.GetDriverByName("GeoJSON").CreateDataSource(_fresh(path))
    layer = source.CreateLayer(table.name, _reference(4326), table.geometry,
                               ["RFC7946=YES", "COORDINATE_PRECISION=8"])
    _fill(layer, table, moved)
    source = None


def table_of_points(path, table):
    """One CSV with the place in the columns easting and northing."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([name for name, _ in table.fields] + ["easting", "northing"])
        for shape, values in table.rows:
            writer.writerow(list(values) + [f"{shape.GetX():.2f}", f"{shape.GetY():.2f}"])
