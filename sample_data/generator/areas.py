# SPDX-License-Identifier: MIT
"""The neighbourhood area and what is measured against it: sub-areas, the area as designated, the areas next door."""

from . import plane
from .town_plan import SUB_AREAS

NORTH_STRIP = "North strip"     # land north of Highgate Road: in the plan's boundary, not in the designated one
STRIP_BELONGS_TO = "Highgate"
# Houses on the far side of a boundary street that belong to the area: (superblock, its side, sub-area).
FAR_SIDES = (((1, 0), "north", "South End"), ((3, 1), "north", "Ladypool"))


class Areas:
    """Shapes of areas. Neighbours share their vertices, because all are dissolved from the same superblocks."""

    def __init__(self, superblocks, lots):
        by_key = {block.key: block for block in superblocks}
        pieces = [(block.character.sub_area, plane.polygon(block.ring)) for block in superblocks
                  if block.character.sub_area]
        for key, side, sub_area in FAR_SIDES:
            pieces.append((sub_area, self._far_side(by_key[key], side, lots)))
        self.neighbourhood_area = plane.union([shape for _, shape in pieces])
        self.designated_area = plane.union([shape for name, shape in pieces if name != NORTH_STRIP])
        self.sub_areas = [(name, plane.union([shape for piece, shape in pieces if self.sub_area_of(piece) == name]))
                          for name in SUB_AREAS]
        self.next_door = [("Sparkbrook Fields", self._dissolved(superblocks, lambda key: key[0] == 4 and key[1] < 4)),
                          ("Conybere", self._dissolved(superblocks, lambda key: key in ((0, 6), (1, 7), (2, 8),
                                                                                       (3, 7))))]

    @staticmethod
    def sub_area_of(piece):
        return STRIP_BELONGS_TO if piece == NORTH_STRIP else piece

    def locate(self, lots):
        """Notes for each lot in which sub-area it lies, by a point inside it."""
        frames = [(name, shape, shape.GetEnvelope()) for name, shape in self.sub_areas]
        for lot in lots:
            x, y = plane.centre(lot.ring)
            point = plane.point_shape((x, y))
            for name, shape, (west, east, south, north) in frames:
                if west <= x <= east and south <= y <= north and shape.Contains(point):
                    lot.place = name
                    break

    @staticmethod
    def _dissolved(superblocks, wanted):
        return plane.union([plane.polygon(block.ring) for block in superblocks if wanted(block.key)])

    @staticmethod
    def _far_side(superblock, side, lots):
        """From the middle of the street to the rear line of the houses that front it."""
        street = getattr(superblock.patch, side)
        line = [plane.rounded(point) for point in street.line]
        houses = [lot for lot in lots if lot.superblock is superblock and lot.street is street.street]
        houses.sort(key=lambda lot: lot.ring[0])
        rear = []
        for lot in houses:
            rear += sorted((lot.rear[0], lot.rear[-1]))
        rear = sorted(set(rear))
        if side == "north":
            return plane.polygon(plane.tidy(line + rear[::-1]))
        return plane.polygon(plane.tidy(rear + line[::-1]))
