# SPDX-License-Identifier: MIT
"""High streets, parades and corner shops: ground-floor units with what goes on in them, and outlines of centres."""

from dataclasses import dataclass

from . import plane
from .people import address_text
from .town_plan import CENTRES, ORIGIN, PARADES

CORNER_SHOPS = 24
SCHOOL_DISTANCE = 280.0   # metres
USE_CLASSES = {"shop": "E(a)", "restaurant": "E(b)", "cafe": "E(b)", "bank": "E(c)", "salon": "E(a)",
               "takeaway": "sui generis", "pub": "sui generis", "vacant": "E(a)"}
_OTHERS = ("shop", "shop", "shop", "shop", "salon", "cafe", "bank", "vacant")
_SIGNS = {"shop": "Stores", "restaurant": "Balti House", "cafe": "Cafe", "bank": "Agency", "salon": "Hair",
          "takeaway": "Grill", "pub": "Arms", "vacant": "(vacant)"}


@dataclass(eq=False)
class Unit:
    lot: object
    activity: str
    point: tuple
    frontage: float


@dataclass(eq=False)
class CentreShape:
    reference: str
    name: str
    kind: str       # high street, parade
    shape: object
    units: list


def make_corner_shops(rng, lots):
    """Turns some houses at street corners into shops."""
    corners = [lot for lot in lots if lot.place and lot.corner and lot.use == "terrace"]
    for lot in rng.sample(corners, min(CORNER_SHOPS, len(corners))):
        lot.use = "shop"
        lot.corner_shop = True


class Commerce:
    """All units of the neighbourhood, by centre and outside them."""

    def __init__(self, rng, lots):
        self.rng = rng
        shops = [lot for lot in lots if lot.use == "shop" and lot.place]
        self.centres = []
        taken = set()
        for centre in CENTRES:
            here = [lot for lot in shops if lot.street.name == centre.street
                    and centre.south - 150 < lot.front[0][1] - ORIGIN[1] < centre.north + 150 and not lot.corner_shop]
            taken.update(id(lot) for lot in here)
            units = self._units(here, centre.takeaways, centre.restaurants)
            self.centres.append(CentreShape(centre.reference, centre.name, "high street",
                                            street_corridor(here, here[0].street), units))
        for parade in PARADES:
            near = plane.add(parade.point, ORIGIN)
            here = [lot for lot in shops if id(lot) not in taken and not lot.corner_shop
                    and lot.street.name == parade.street and plane.distance(lot.front[0], near) < 260]
            taken.update(id(lot) for lot in here)
            units = self._units(here, parade.takeaways, 0)
            shape = plane.union([plane.polygon(lot.ring) for lot in here])
            self.centres.append(CentreShape(parade.reference, parade.name, "parade", shape, units))
        self.corner_units = self._units([lot for lot in shops if id(lot) not in taken], 0, 0)
        self._open_takeaway_near_school([plane.polygon(lot.ring) for lot in lots if lot.use == "school"])

    def _open_takeaway_near_school(self, schools):
        """One corner shop, as near as can be to SCHOOL_DISTANCE from a school, becomes a takeaway."""
        def away(unit):
            return min(plane.point_shape(unit.point).Distance(school) for school in schools)

        on_roads = [unit for unit in self.corner_units if unit.lot.street.kind != "path"]
        min(on_roads, key=lambda unit: abs(away(unit) - SCHOOL_DISTANCE)).activity = "takeaway"

    @property
    def units(self):
        return [unit for centre in self.centres for unit in centre.units] + self.corner_units

    def _units(self, lots, takeaways, restaurants):
        """Activities dealt out to the lots: exactly so many takeaways and restaurants."""
        activities = ["takeaway"] * takeaways + ["restaurant"] * restaurants
        activities += [self.rng.choice(_OTHERS) for _ in range(len(lots) - len(activities))]
        self.rng.shuffle(activities)
        units = []
        for lot, activity in zip(lots, activities):
            front = plane.mix(lot.front[0], lot.front[1], 0.5)
            inward = plane.unit(plane.subtract(plane.centre(lot.ring), front))
            units.append(Unit(lot, activity, plane.rounded(plane.add(front, plane.scale(inward, 2.0))),
                              round(plane.distance(*lot.front), 1)))
        return units


def unit_name(unit):
    return f"{unit.lot.street.name.split()[0]} {_SIGNS[unit.activity]}, {address_text(unit.lot)}"


def street_corridor(lots, street):
    """The outline round the lots on both sides of a street and the street between them, front corners at its ends."""
    start, end = street.line[0], street.line[-1]
    direction = plane.unit(plane.subtract(end, start))

    def along(point):
        return (point[0] - start[0]) * direction[0] + (point[1] - start[1]) * direction[1]

    outline = []
    for odd, forward in ((True, True), (False, False)):
        side = [lot for lot in lots if lot.odd == odd]
        rear = sorted({point for lot in side for point in (lot.rear[0], lot.rear[-1])}, key=along)
        front = sorted({point for lot in side for point in lot.front}, key=along)
        if side:
            piece = [front[0]] + rear + [front[-1]]
            outline += piece if forward else piece[::-1]
    return plane.polygon(plane.tidy(outline))
