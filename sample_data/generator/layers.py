# SPDX-License-Identifier: MIT
"""Which file holds which layer with which fields."""

import shutil
from pathlib import Path

from osgeo import ogr

from . import plane, writers
from .commerce import USE_CLASSES, unit_name
from .people import address_text
from .writers import Table

POLYGON, AREAS, POINT, LINE = ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbPoint, ogr.wkbLineString
FIRST_TITLE = 99000001
PARCEL_USES = {"terrace": "house", "semi": "house", "flats": "flats", "shop": "shop", "works": "employment",
               "public": "community", "wood": "woodland"}
PLAN_FILE = Path(__file__).resolve().parent.parent / "balsall_heath" / "plan.yaml"


def write_all(town, folder):
    """Writes every layer of the sample into the folder, and the plan beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    writers.geopackage(folder / "plan.gpkg", plan_tables(town))
    writers.geopackage(folder / "council.gpkg", council_tables(town))
    writers.geopackage(folder / "parcels.gpkg", parcel_tables(town))
    writers.geopackage(folder / "facilities.gpkg", facility_tables(town))
    writers.geopackage(folder / "base_map.gpkg", base_map_tables(town))
    writers.shapefile(folder / "open_space.shp", open_space_table(town))
    writers.shapefile(folder / "flood_zones.shp", Table(
        "flood_zones", AREAS, [("zone", "text"), ("label", "text")],
        [(shape, (zone, f"Flood zone {zone}")) for zone, shape in town.flood_zones]))
    writers.shapefile(folder / "conservation_areas.shp", Table(
        "conservation_areas", POLYGON, [("name", "text"), ("designated", "whole")],
        [(shape, (name, year)) for name, year, shape in town.conservation_areas]))
    writers.shapefile(folder / "ancient_woodland.shp", Table(
        "ancient_woodland", POLYGON, [("name", "text")], [(shape, (name,)) for name, shape in town.woods]))
    writers.geojson(folder / "schools.geojson", Table(
        "schools", POLYGON, [("name", "text"), ("phase", "text")],
        [(plane.polygon(school.lot.ring), (school.name, school.phase)) for school in town.schools]))
    writers.table_of_points(folder / "listed_buildings.csv", Table(
        "listed_buildings", POINT, [("list_entry", "whole"), ("name", "text"), ("grade", "text")],
        [(plane.point_shape(item.point), (item.entry, item.name, item.grade)) for item in town.listed]))
    if PLAN_FILE.parent.resolve() != folder.resolve():
        shutil.copyfile(PLAN_FILE, folder / "plan.yaml")


def plan_tables(town):
    """What the plan itself draws."""
    drawing = [("reference", "text"), ("name", "text"), ("policy", "text"), ("notes", "text")]

    def drawings(name, geometry, features):
        return Table(name, geometry, drawing, [(f.shape, (f.reference, f.name, f.policy, f.text)) for f in features])

    return [
        Table("neighbourhood_area", AREAS, [("name", "text")],
              [(town.areas.neighbourhood_area, ("Balsall Heath (synthetic)",))]),
        Table("sub_areas", AREAS, [("name", "text")], [(shape, (name,)) for name, shape in town.areas.sub_areas]),
        Table("site_allocations", POLYGON,
              [("reference", "text"), ("site_name", "text"), ("policy", "text"), ("land_use", "text"),
               ("dwellings", "whole"), ("stated_ha", "real"), ("location", "text"), ("seq_test", "text"),
               ("exc_test", "text"), ("timing", "text")],
              [(s.shape, (s.reference, s.name, s.policy, s.land_use, s.dwellings, s.stated_ha, s.location,
                          s.sequential_test, s.exception_test, s.timing)) for s in town.sites]),
        drawings("not_developable", POLYGON, town.not_developable),
        drawings("local_green_spaces", AREAS, town.local_green_spaces),
        Table("orphan_spaces", POLYGON,
              [("reference", "text"), ("name", "text"), ("policy", "text"), ("keeper", "text"), ("new_use", "text"),
               ("condition", "text")],
              [(s.shape, (s.reference, s.name, s.policy, s.keeper, s.use, s.condition)) for s in town.orphans]),
        Table("centres", POLYGON, [("reference", "text"), ("name", "text"), ("policy", "text"), ("kind", "text")],
              [(c.shape, (c.reference, c.name, "BHS-C1", c.kind)) for c in town.commerce.centres]),
        drawings("policy_areas", AREAS, town.policy_areas),
        Table("open_space_future", POLYGON, [("os_id", "text"), ("name", "text"), ("public", "text")],
              [(shape, (s.reference, s.name, s.public)) for s, shape in town.future_open_spaces]),
    ]


def council_tables(town):
    """What the council keeps: the area as designated, other neighbourhood areas."""
    return [Table("designated_area", AREAS, [("name", "text"), ("designated", "text")],
                  [(town.areas.designated_area, ("Balsall Heath", "2013-02-12"))]),
            Table("other_areas", AREAS, [("name", "text")], [(shape, (name,)) for name, shape in town.areas.next_door])]


def parcel_tables(town):
    """Parcels that share their corners, what stands on them, and addresses of homes."""
    homes, people = {}, {}
    for address in town.addresses:
        homes[address.lot] = homes.get(address.lot, 0) + 1
        people[address.lot] = people.get(address.lot, 0) + address.people
    hmo = {address.lot: "yes" for address in town.addresses if address.hmo == "yes"}
    hmo.update({lot: "proposed" for lot in town.hmo_proposals})
    parcels = Table("parcels", POLYGON, [("inspire_id", "whole"), ("address", "text"), ("land_use", "text"),
                                         ("dwellings", "whole"), ("people", "whole"), ("hmo", "text"),
                                         ("in_area", "text"), ("sub_area", "text")], [])
    for number, lot in enumerate(town.lots):
        use = PARCEL_USES.get(lot.use, "open land" if lot.use in ("orphan", "backland", "leftover") else lot.use)
        parcels.rows.append((plane.polygon(lot.ring), (
            FIRST_TITLE + number, address_text(lot), use, homes.get(lot, 0), people.get(lot, 0), hmo.get(lot, "no"),
            "yes" if lot.place else "no", lot.place or None)))
    buildings = Table("buildings", POLYGON, [("building", "whole"), ("use", "text"), ("storeys", "whole")], [])
    for lot in town.lots:
        for item in town.footprints[lot]:
            buildings.rows.append((plane.polygon(item.ring), (len(buildings.rows) + 1, item.use, item.storeys)))
    addresses = Table("addresses", POINT, [("uprn", "whole"), ("address", "text"), ("kind", "text"),
                                           ("people", "whole"), ("hmo", "text"), ("in_area", "text")],
                      [(plane.point_shape(a.point), (a.uprn, a.text, a.kind, a.people, a.hmo,
                                                     "yes" if a.lot.place else "no")) for a in town.addresses])
    return [parcels, buildings, addresses]


def facility_tables(town):
    """Community assets, and ground-floor units of the high streets, parades and corners."""
    units = [(centre.reference, unit) for centre in town.commerce.centres for unit in centre.units]
    units += [(None, unit) for unit in town.commerce.corner_units]
    return [
        Table("community_assets", POINT, [("asset_id", "whole"), ("name", "text"), ("kind", "text"),
                                          ("steward", "text")],
              [(plane.point_shape(f.point), (number + 1, f.name, f.kind, f.steward))
               for number, f in enumerate(town.facilities)]),
        Table("units", POINT, [("unit_id", "whole"), ("name", "text"), ("use_class", "text"), ("activity", "text"),
                               ("frontage_m", "real"), ("centre", "text")],
              [(plane.point_shape(u.point), (number + 1, unit_name(u), USE_CLASSES[u.activity], u.activity,
                                             u.frontage, centre))
               for number, (centre, u) in enumerate(units)]),
    ]


def base_map_tables(town):
    """Streets and the river, for the picture only."""
    return [Table("streets", LINE, [("name", "text"), ("kind", "text"), ("width_m", "real")],
                  [(plane.line_shape([plane.rounded(p) for p in s.line]), (s.name, s.kind, s.width))
                   for s in town.streets]),
            Table("river", LINE, [("name", "text")],
                  [(plane.line_shape([plane.rounded(p) for p in town.river.middle]), ("River Rea",))])]


def open_space_table(town):
    return Table("open_space", POLYGON, [("os_id", "text"), ("name", "text"), ("type", "text"), ("public", "text"),
                                         ("steward", "text"), ("exception", "text")],
                 [(s.shape, (s.reference, s.name, s.kind, s.public, s.steward, s.exception or None))
                  for s in town.open_spaces])
