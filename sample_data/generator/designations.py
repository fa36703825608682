# SPDX-License-Identifier: MIT
"""Other people's designations: conservation areas and ancient woodland."""

from . import plane
from .commerce import street_corridor
from .town_plan import ORIGIN


def conservation_areas(lots):
    """(name, year, shape): the older stretch of Moseley Road, and the square."""
    road = [lot for lot in lots if lot.place and lot.front and lot.street.name == "Moseley Road"
            and 300 < lot.front[0][1] - ORIGIN[1] < 900]
    square = next(lot for lot in lots if lot.name == "Vincent Square")
    round_square = plane.polygon(square.ring).Buffer(42, 2).Simplify(4)
    ring = plane.tidy(plane.outer_ring(round_square))
    return [("Moseley Road", 1992, street_corridor(road, road[0].street)),
            ("Vincent Square", 1979, plane.polygon(ring))]


def ancient_woodland(lots):
    """(name, shape) of the small old wood south of the area: its edge wanders inside the block."""
    wood = next(lot for lot in lots if lot.use == "wood")
    ring = [wood.patch.at(u, v) for u, v in
            [(0.03 + 0.94 * i / 16, 0.08 + 0.03 * (i % 3)) for i in range(17)]
            + [(0.97 - 0.94 * i / 24, 0.965 - 0.035 * ((i * 7) % 3)) for i in range(25)]]
    return [(wood.name, plane.polygon(plane.tidy(ring)))]
