# SPDX-License-Identifier: MIT
"""Open space: parks, allotments, school fields, the big park across the river; orphan spaces."""

from dataclasses import dataclass

from . import plane
from .lots import Rows
from .town_plan import ORIGIN

KEEPERS = ("Residents' association", "Birmingham City Council", "Housing association", "Friends of the street",
           "School eco club", "Mosque trustees")
USES = ("community garden", "trees and seats", "pocket play space", "growing beds", "cycle parking", "wildflowers")
CONDITIONS = ("good", "fair", "poor", "fly-tipped")


@dataclass(eq=False)
class OpenSpace:
    reference: str
    name: str
    kind: str           # park, allotments, school field
    public: str         # yes, no
    steward: str
    shape: object
    lot: object = None
    exception: str = ""  # claimed reason for a loss


@dataclass(eq=False)
class OrphanSpace:
    reference: str
    name: str
    shape: object
    keeper: object      # None: not yet asked; "none": nobody
    use: object
    condition: str
    policy: str = "BHS-O1"


def open_spaces(lots, river):
    """All open spaces, those of the neighbourhood first."""
    found = []
    for lot in sorted((lot for lot in lots if lot.use in ("park", "allotments")), key=lambda lot: lot.place == ""):
        park = lot.use == "park"
        found.append(OpenSpace("", lot.name, lot.use, "yes" if park else "no",
                               "Birmingham City Council" if park else "Allotment association",
                               plane.polygon(lot.ring), lot))
    for lot in lots:
        if lot.use == "school":
            corners = ((0.52, 0.06), (0.96, 0.06), (0.96, 0.92), (0.52, 0.92))
            field = plane.polygon(plane.tidy([lot.patch.at(u, v) for u, v in corners]))
            found.append(OpenSpace("", f"{lot.name} field", "school field", "no", "Governors", field, lot))
    found.append(OpenSpace("", "Rea Valley Park", "park", "yes", "Birmingham City Council", _valley_park(river)))
    for number, space in enumerate(found):
        space.reference = f"OS{number + 1}"
    return found


def _valley_park(river):
    """The big park on the far bank: the river on its east, a road on its west."""
    south, north = 430 + ORIGIN[1], 1230 + ORIGIN[1]
    bank = [(x - 17, y) for x, y in river.middle if south <= y <= north]
    far = [(bank[-1][0] - 395, north + 18), (bank[len(bank) // 2][0] - 425, (south + north) / 2),
           (bank[0][0] - 405, south - 25)]
    return plane.polygon(plane.tidy(bank + plane.smooth(far, 40)))


def trimmed(space, square_metres):
    """A park without a strip of so many square metres at its end, and that strip, parted by a straight line. The end
    is the one where the block goes on."""
    rows = Rows.of(space.lot.patch)
    whole = plane.polygon(space.lot.ring)
    low, high = 0.0, 1.0
    for _ in range(30):
        share = (low + high) / 2
        if whole.Intersection(_before(rows, share)).Area() < whole.Area() - square_metres:
            low = share
        else:
            high = share
    kept = whole.Intersection(_before(rows, low))
    strip = whole.Difference(kept)
    return tuple(plane.polygon(plane.tidy(plane.outer_ring(shape))) for shape in (kept, strip))


def _before(rows, share):
    """The half of the plane before a straight line across a block."""
    front, back = plane.at(rows.front.line, share), plane.at(rows.back.line, share)
    along = plane.scale(plane.unit(plane.subtract(back, front)), 500)
    front, back = plane.subtract(front, along), plane.add(back, along)
    start = plane.subtract(plane.at(rows.front.line, 0.0), plane.at(rows.front.line, 1.0))
    behind = plane.scale(plane.unit(start), 1000)
    return plane.polygon([front, back, plane.add(back, behind), plane.add(front, behind)])


def orphan_spaces(rng, lots):
    """Leftover corners and strips. Most have somebody who will look after them; some have nobody, two have not been
    asked about."""
    leftover = [lot for lot in lots if lot.place and lot.use in ("orphan", "backland", "leftover")]
    leftover.sort(key=lambda lot: (-round(plane.centre(lot.ring)[1] / 150), plane.centre(lot.ring)[0]))
    result = []
    for number, lot in enumerate(leftover):
        name = f"Land by {lot.street.name}" if lot.street else f"Land behind {_street_beside(lot, lots)}"
        result.append(OrphanSpace(f"O{number + 1}", name, plane.polygon(lot.ring), rng.choice(KEEPERS),
                                  rng.choice(USES), rng.choice(CONDITIONS)))
    return result, leftover


def _street_beside(lot, lots):
    """The street of a neighbour."""
    corners = set(lot.ring)
    for other in lots:
        if other is not lot and other.street and corners.intersection(other.ring):
            return other.street.name
    return "houses"
