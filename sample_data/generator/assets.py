# SPDX-License-Identifier: MIT
"""Community assets with the people who look after them: schools, halls, places of worship, surgeries, pubs, the
library; and listed buildings."""

from dataclasses import dataclass

from . import plane
from .people import address_text

# kind: (how many, who keeps it, names)
KINDS = (
    ("gp", "NHS practice partners", ("Clifton Surgery", "Ladypool Medical Centre", "Brighton Green Surgery")),
    ("library", "Birmingham City Council", ("Neighbourhood Library",)),
    ("hall", "Community trust", ("Oakfield Community Hall", "South End Hall", "Old Print Works Hall",
                                 "Riverside Centre")),
    ("mosque", "Mosque trustees", ("Clifton Road Mosque", "Vincent Street Mosque", "Ladypool Mosque",
                                   "Brunswick Mosque", "Runcorn Road Mosque")),
    ("church", "Parochial church council", ("St Werstan's Church", "Church of the Good Pilgrim",
                                            "Brighton Road Methodist Church", "New Life Chapel")),
    ("pub", "Licensee", ("The Merestone", "The Old Tannery", "The Button Makers")),
    ("nursery", "Nursery co-operative", ("Acorn Nursery", "Lime Grove Nursery")),
    ("temple", "Temple trustees", ("Edward Road Temple",)),
    ("health", "Community trust", ("Wellbeing Hub",)),
)


@dataclass(eq=False)
class Facility:
    name: str
    kind: str
    steward: str
    lot: object
    point: tuple


@dataclass(eq=False)
class School:
    name: str
    phase: str
    lot: object


@dataclass(eq=False)
class ListedBuilding:
    entry: int
    name: str
    grade: str
    point: tuple


def facilities(rng, lots):
    """Gives the public plots their uses. Surgeries are spread out; the rest goes where there is a plot."""
    free = [lot for lot in lots if lot.use == "public" and lot.place]
    result = []
    for kind, steward, names in KINDS:
        for name in names:
            if not free:
                return result
            lot = _farthest(free, [f.lot for f in result if f.kind == kind]) if kind in ("gp", "hall") \
                else rng.choice(free)
            free.remove(lot)
            lot.name = name
            result.append(Facility(name, kind, steward, lot, plane.rounded(plane.centre(lot.ring))))
    for number, lot in enumerate(free):
        lot.name = f"Meeting Room {number + 1}"
        result.append(Facility(lot.name, "meeting room", "Private owner", lot,
                               plane.rounded(plane.centre(lot.ring))))
    return result


def _farthest(lots, others):
    """The lot farthest from all others; the first one goes to the middle of them all."""
    centres = [plane.centre(lot.ring) for lot in lots]
    if not others:
        middle = (sum(x for x, _ in centres) / len(centres), sum(y for _, y in centres) / len(centres))
        return min(lots, key=lambda lot: plane.distance(plane.centre(lot.ring), middle))
    return max(lots, key=lambda lot: min(plane.distance(plane.centre(lot.ring), plane.centre(other.ring))
                                         for other in others))


def schools(lots):
    return [School(lot.name, "secondary" if "Secondary" in lot.name else "all-through" if lot.name == "Oakfield School"
                   else "primary", lot)
            for lot in lots if lot.use == "school"]


def listed_buildings(rng, lots, known):
    """Twenty-six listed buildings, most of them along Moseley Road; `known` facilities that are listed come first."""
    result = []
    entry = 9900001
    for facility in known:
        if facility.kind in ("library", "church") and len(result) < 4:
            result.append(ListedBuilding(entry, facility.name, "II*" if facility.kind == "library" else "II",
                                         facility.point))
            entry += 1
    road = [lot for lot in lots if lot.place and lot.street and lot.street.name == "Moseley Road"
            and lot.use in ("shop", "terrace", "semi")]
    road.sort(key=lambda lot: (lot.house_number, lot.ring[0]))
    elsewhere = [lot for lot in lots if lot.place == "South End" and lot.use == "semi"]
    for lot in rng.sample(road, 26 - len(result) - 5) + rng.sample(elsewhere, 5):
        result.append(ListedBuilding(entry, address_text(lot), "II", plane.rounded(plane.centre(lot.ring))))
        entry += 1
    return result
