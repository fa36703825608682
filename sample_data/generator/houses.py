# SPDX-License-Identifier: MIT
"""Footprints: what stands on each lot. Depths are measured along the lot's own side boundaries, so that the walls of
a terrace meet on them exactly."""

from dataclasses import dataclass

from . import plane


@dataclass(eq=False)
class Building:
    ring: list
    lot: object
    use: str        # home, shop, school, works, community
    storeys: int


class Plot:
    """A lot seen from its street: left and right boundary, and points by share of the width and metres of depth."""

    def __init__(self, lot):
        (self.left, self.right), (self.left_end, self.right_end) = lot.front, lot.rear
        self.width = plane.distance(self.left, self.right)
        self.depth = min(plane.distance(self.left, self.left_end), plane.distance(self.right, self.right_end))

    def at(self, across, metres):
        left_depth = plane.distance(self.left, self.left_end)
        right_depth = plane.distance(self.right, self.right_end)
        left = plane.mix(self.left, self.left_end, min(metres / left_depth, 0.97))
        right = plane.mix(self.right, self.right_end, min(metres / right_depth, 0.97))
        return plane.mix(left, right, across)

    def box(self, low, high, near, far):
        """A four-sided footprint between two shares of the width and two depths."""
        return plane.tidy([self.at(low, near), self.at(high, near), self.at(high, far), self.at(low, far)])


class Houses:
    """Draws the footprints of one lot after another. Front gardens are alike along a street."""

    def __init__(self, rng):
        self.rng = rng
        self.set_back = {}

    def on(self, lot):
        maker = getattr(self, "_" + lot.use, None)
        return [building for building in maker(lot) if plane.ring_area(building.ring) > 12] if maker else []

    def _front_garden(self, lot, low, high):
        key = (lot.street.name, lot.odd, lot.use)
        if key not in self.set_back:
            self.set_back[key] = self.rng.uniform(low, high)
        return self.set_back[key]

    def _terrace(self, lot):
        plot = Plot(lot)
        near = self._front_garden(lot, 1.5, 3.5)
        far = min(near + 8.4, plot.depth * 0.55)
        wing = min(far + 4.6, plot.depth * 0.75)
        if lot.handed:   # the back wing leans on one neighbour's, in pairs
            points = [(0, near), (1, near), (1, far), (0.55, far), (0.55, wing), (0, wing)]
        else:
            points = [(0, near), (1, near), (1, wing), (0.45, wing), (0.45, far), (0, far)]
        return [Building(plane.tidy([plot.at(*point) for point in points]), lot, "home", 2)]

    def _semi(self, lot):
        plot = Plot(lot)
        near = self._front_garden(lot, 4.5, 7.0)
        far = min(near + 9.0, plot.depth * 0.65)
        margin = min(2.3 / plot.width, 0.3)
        low, high = (margin, 1.0) if lot.handed else (0.0, 1.0 - margin)
        return [Building(plot.box(low, high, near, far), lot, "home", 2)]

    def _flats(self, lot):
        plot = Plot(lot)
        near = min(6.0, plot.depth * 0.2)
        return [Building(plot.box(0.08, 0.92, near, min(near + 13, plot.depth * 0.7)), lot, "home", 3)]

    def _shop(self, lot):
        plot = Plot(lot)
        return [Building(plot.box(0, 1, 0, min(14.5, plot.depth * 0.7)), lot, "shop", 2)]

    def _public(self, lot):
        plot = Plot(lot)
        far = plot.depth * self.rng.uniform(0.6, 0.78)
        return [Building(plot.box(0.14, 0.86, min(5.0, plot.depth * 0.2), far), lot, "community", 1)]

    def _works(self, lot):
        if lot.patch:
            return self._sheds(lot, "works", ((0.06, 0.3, 0.12, 0.85), (0.36, 0.62, 0.1, 0.5), (0.68, 0.94, 0.2, 0.88)))
        plot = Plot(lot)
        return [Building(plot.box(0.06, 0.94, plot.depth * 0.12, plot.depth * 0.8), lot, "works", 1)]

    def _school(self, lot):
        return self._sheds(lot, "school", ((0.06, 0.2, 0.1, 0.75), (0.2, 0.46, 0.1, 0.34), (0.26, 0.4, 0.5, 0.7)))

    @staticmethod
    def _sheds(lot, use, boxes):
        """Boxes by share of the length and depth of an undivided block."""
        return [Building(plane.tidy([lot.patch.at(u, v) for u, v in ((a, c), (b, c), (b, d), (a, d))]), lot, use, 1)
                for a, b, c, d in boxes]
