# SPDX-License-Identifier: MIT
"""What the plan itself draws: site allocations, land taken out of their net area, Local Green Spaces, policy areas.
Some of it is drawn wrong on purpose; ../balsall_heath/SEEDED.md lists what."""

from dataclasses import dataclass

from . import plane
from .green import trimmed
from .lots import Rows

PARK_STRIP = 600.0       # m2 of Pickwick Recreation Ground that site S9 takes in
PLAY_HUT = 150.0         # m2 of Brighton Green given up for a play hut, with a recorded exception


@dataclass(eq=False)
class Site:
    reference: str
    name: str
    land_use: str
    dwellings: object
    location: str
    sequential_test: str
    exception_test: str
    timing: str
    shape: object
    stated_ha: float = 0.0
    policy: str = "BHS-H1"

    def __post_init__(self):
        self.stated_ha = self.stated_ha or round(self.shape.Area() / 10000, 2)


@dataclass(eq=False)
class Drawing:
    """Any other feature of the plan."""
    reference: str
    name: str
    policy: str
    shape: object
    text: str = ""


def _piece(lots, name, start, end):
    """A part of an undivided block, by shares of its length."""
    lot = next(lot for lot in lots if lot.name == name)
    rows = Rows.of(lot.patch)
    if end < 1.0:
        rows = rows.cut(end)[0]
    if start > 0.0:
        rows = rows.cut(start / end)[1]
    return plane.polygon(rows.ring())


def site_allocations(town):
    """The nine sites. S3 states the wrong area, S5 is too thin, S6 and S7 overlap, S8 holds too much, S2 floods, S9
    takes in part of a park."""
    lots = town.lots

    def piece(name, start=0.0, end=1.0):
        return _piece(lots, name, start, end)

    pickwick = next(space for space in town.open_spaces if space.name == "Pickwick Recreation Ground")
    _, strip = trimmed(pickwick, PARK_STRIP)
    yards = [plane.polygon(lot.ring) for lot in lots
             if lot.use == "works" and not lot.patch and len(set(lot.ring) & set(pickwick.lot.ring)) >= 2]
    return [
        Site("S1", "Former college site", "housing", 82, "elsewhere", "no", "no", "2018-2023",
             piece("Former college site")),
        Site("S2", "Mary Street Depot", "housing", 42, "elsewhere", "yes", "no", "2021-2026",
             piece("Mary Street Depot", 0.0, 0.5)),
        Site("S3", "Vincent Yard", "housing", 40, "elsewhere", "no", "no", "2017-2020",
             piece("Vincent Yard", 0.55, 1.0), stated_ha=0.75),
        Site("S4", "Moseley Road Car Park", "mixed", 50, "centre", "no", "no", "2018-2022",
             piece("Moseley Road Car Park")),
        Site("S5", "Taunton Works", "housing", 20, "elsewhere", "no", "no", "2024-2028",
             piece("Taunton Works")),
        Site("S6", "Brunswick Works", "housing", 30, "elsewhere", "no", "no", "2020-2024",
             piece("Brunswick Works", 0.0, 0.34)),
        Site("S7", "Brunswick Yard", "employment", 0, "elsewhere", "no", "no", "2020-2026",
             piece("Brunswick Works", 0.3, 0.6)),
        Site("S8", "Church Road Corner", "housing", 48, "elsewhere", "no", "no", "2019-2021",
             piece("Church Road Works", 0.0, 0.1)),
        Site("S9", "Edward Road Yard", "housing", 18, "elsewhere", "no", "no", "2022-2025",
             plane.union(yards + [strip])),
    ]


def not_developable(town, sites):
    """Land inside sites that is not to be built on: a square, a green, the river bank."""
    def part(name, start, end):
        return _piece(town.lots, name, start, end)

    return [Drawing("N1", "College Green", "BHS-H1", part("Former college site", 0.84, 1.0), "public green"),
            Drawing("N2", "Town square", "BHS-C2", part("Moseley Road Car Park", 0.0, 0.2), "square"),
            Drawing("N3", "River margin", "BHS-H1", part("Mary Street Depot", 0.0, 0.06), "river bank")]


def future_open_spaces(open_spaces):
    """(space, shape) as they would be with the plan carried out."""
    losses = {"Pickwick Recreation Ground": PARK_STRIP, "Brighton Green": PLAY_HUT}
    result = []
    for space in open_spaces:
        lost = losses.get(space.name)
        if space.name == "Brighton Green":
            space.exception = "Play hut with toilets: the new recreation clearly outweighs the lawn lost"
        result.append((space, trimmed(space, lost)[0] if lost else space.shape))
    return result


def local_green_spaces(town):
    """Six of them. G5 takes in somebody's garden, G6 lies in two pieces far apart; both use orphan spaces, which are
    left out of the other layer."""
    def park(name):
        return next(space.shape for space in town.open_spaces if space.name == name)

    strip, garden = _strip_with_garden(town)
    verges = _two_verges(town, strip)
    town.used_orphans = [strip] + verges
    return [
        Drawing("G1", "Ladywell Park", "BHS-G1", park("Ladywell Park"), "recreation"),
        Drawing("G2", "Vincent Square", "BHS-G1", park("Vincent Square"), "history and beauty"),
        Drawing("G3", "Pickwick Recreation Ground", "BHS-G1", park("Pickwick Recreation Ground"), "recreation"),
        Drawing("G4", "Brighton Green", "BHS-G1", park("Brighton Green"), "tranquillity"),
        Drawing("G5", "The Back Orchard", "BHS-G1",
                plane.union([plane.polygon(strip.ring), plane.polygon(garden.ring)]), "wildlife"),
        Drawing("G6", "Street verges", "BHS-G1", plane.multi([plane.polygon(lot.ring) for lot in verges]),
                "wildlife"),
    ]


def _strip_with_garden(town):
    """An orphan strip and the house next to it, which shares a side with it."""
    for strip in town.leftover:
        if strip.use != "orphan":
            continue
        corners = set(strip.ring)
        for lot in town.lots:
            if lot.use in ("terrace", "semi") and lot.street is strip.street and len(corners & set(lot.ring)) >= 2:
                return strip, lot
    raise RuntimeError("no orphan strip beside a house with this seed")


def _two_verges(town, taken):
    """Two orphan strips 40 to 250 metres apart."""
    strips = [lot for lot in town.leftover if lot.use == "orphan" and lot is not taken]
    for i, first in enumerate(strips):
        for second in strips[i + 1:]:
            gap = plane.polygon(first.ring).Distance(plane.polygon(second.ring))
            if 40 < gap < 250 and first.place == second.place:
                return [first, second]
    raise RuntimeError("no two orphan strips near each other with this seed")


def policy_areas(town):
    """Areas of policies that have no layer of their own. BHS-X9 is no policy of the plan; policy BHS-M2 says that it
    is drawn here and is not."""
    shapes = {site.reference: site.shape for site in town.sites}
    streets = {centre.reference: centre for centre in town.commerce.centres}
    station = plane.polygon(plane.tidy(town.station_land))
    river_side = plane.polygon(town.riverside).Intersection(town.areas.neighbourhood_area)
    return [Drawing("A1", "New centre and town square", "BHS-C2", shapes["S4"].Buffer(0)),
            Drawing("A2", "Land for the station", "BHS-M1", station),
            Drawing("A3", "Riverside greenway", "BHS-G3", river_side),
            Drawing("A4", "Shop fronts of Ladypool Road", "BHS-C1", streets["C2"].shape.Clone()),
            Drawing("A5", "Home zone at Vincent Street", "BHS-X9", shapes["S3"].Buffer(25, 2).Simplify(3))]
