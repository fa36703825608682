# SPDX-License-Identifier: MIT
"""Streets and blocks: main roads as drawn by hand, smaller streets by cutting the land between them in two, over and
over, each piece in its own direction."""

from dataclasses import dataclass, field, replace

from . import plane
from .names import StreetNames
from .patch import Patch, Side
from .town_plan import COLUMNS, CROSS_ROADS, ORIGIN, OUTSIDE, SUPERBLOCKS, Character

HECTARE = 10000.0


@dataclass(eq=False)
class Street:
    name: str
    width: float
    kind: str                                   # main, secondary, minor, path, rail
    line: list = field(default_factory=list)    # centreline


@dataclass(eq=False)
class Superblock:
    """The land between main roads: outline along centrelines, whose vertices neighbours share exactly."""
    key: tuple
    character: Character
    ring: list
    patch: Patch = None


def _moved(points):
    return [plane.add(point, ORIGIN) for point in points]


def _share_at(line, y):
    """The share of the length at which a line from south to north reaches a northing."""
    along = 0.0
    for a, b in zip(line, line[1:]):
        if a[1] <= y <= b[1]:
            along += plane.distance(a, b) * (y - a[1]) / (b[1] - a[1])
            return along / plane.length(line)
        along += plane.distance(a, b)
    raise ValueError(f"no point at northing {y}")


def main_roads():
    """The columns and the cross roads, as (columns, bands): streets with their lines in place."""
    columns = []
    for name, width, controls in COLUMNS:
        kind = {"Riverside Walk": "path", "Camp Hill line": "rail"}.get(name, "main" if width > 18 else "secondary")
        columns.append(Street(name, width, kind, plane.smooth(_moved(controls))))
    bands = []
    for index, roads in enumerate(CROSS_ROADS):
        west, east = columns[index].line, columns[index + 1].line
        band = []
        for name, width, west_y, east_y, bow in roads:
            start = plane.at(west, _share_at(west, west_y + ORIGIN[1]))
            end = plane.at(east, _share_at(east, east_y + ORIGIN[1]))
            count = max(4, int(plane.distance(start, end) / 14))
            normal = plane.left_normal(start, end)
            line = [plane.add(plane.mix(start, end, i / count),
                              plane.scale(normal, 4 * bow * (i / count) * (1 - i / count)))
                    for i in range(count + 1)]
            band.append(Street(name, width, "secondary", line))
        bands.append(band)
    return columns, bands


def superblocks(columns, bands):
    """The pieces of land between main roads. All outlines are rounded and take their vertices from the same list
    along each column, so that pieces on its two sides share them."""
    junctions = [[] for _ in columns]
    for index, band in enumerate(bands):
        for road in band:
            junctions[index].append(road.line[0])
            junctions[index + 1].append(road.line[-1])
    shared = [_with_vertices(column.line, points) for column, points in zip(columns, junctions)]
    result = []
    for index, band in enumerate(bands):
        for row, (lower, upper) in enumerate(zip(band, band[1:])):
            west = _piece(shared[index], lower.line[0], upper.line[0])
            east = _piece(shared[index + 1], lower.line[-1], upper.line[-1])
            patch = Patch(Side(lower.line, lower), Side(east, columns[index + 1]), Side(upper.line, upper),
                          Side(west, columns[index]))
            character = SUPERBLOCKS.get((index, row)) or OUTSIDE.get((index, row)) or Character()
            block = Superblock((index, row), character, plane.tidy(patch.ring()), patch)
            patch.superblock = block
            result.append(block)
    return result


def _with_vertices(line, points):
    """The line with extra vertices at points on it, south to north."""
    return sorted(list(line) + points, key=lambda point: point[1])


def _piece(line, start, end):
    """The vertices from one point to another, both included once."""
    inner = [p for p in line if start[1] < p[1] < end[1]
             and plane.distance(p, start) > 0.02 and plane.distance(p, end) > 0.02]
    return [start] + inner + [end]


class StreetCutter:
    """Cuts superblocks into blocks, making streets as it goes."""

    def __init__(self, rng):
        self.rng = rng
        self.names = StreetNames(rng)
        self.streets = []

    def cut(self, superblock):
        """The patches of one superblock, each with notes about what it is kept for."""
        patch, character = superblock.patch, superblock.character
        if not character.slant:
            return self._cut(patch, character)
        west_share, east_share, bow, south_way, north_way = character.slant
        lane = Street(self.names.take(), 13.0, "secondary")
        south, north = patch.cut_across(west_share, east_share, lane, bow)
        lane.line = south.north.line
        self.streets.append(lane)
        return (self._cut(south, replace(character, streets=south_way))
                + self._cut(north, replace(character, streets=north_way)))

    def _cut(self, patch, character):
        keep = self._keep_inside(patch, character)
        if keep and patch.area() <= keep.most * HECTARE:
            patch.notes["keep"] = keep
            return [patch]
        across = character.streets == "across"
        along_street = patch.width() if across else patch.height()
        from_street = patch.height() if across else patch.width()
        long = along_street > 1.55 * character.block
        deep = from_street > 1.5 * character.depth
        if long and (character.links_first or not deep):
            return self._halve(patch, character, not across, 0.5 + self.rng.uniform(-0.09, 0.09))
        if deep:
            rows = max(2, round(from_street / character.depth))
            share = (rows // 2) / rows if self.rng.random() < 0.5 else ((rows + 1) // 2) / rows
            return self._halve(patch, character, across, share)
        if keep:
            patch.notes["keep"] = keep
        return [patch]

    @staticmethod
    def _keep_inside(patch, character):
        ring = patch.ring()
        for keep in character.keeps:
            if plane.inside(plane.add(keep.point, ORIGIN), ring):
                return keep
        return None

    def _halve(self, patch, character, across, share):
        street = Street(self.names.take(), 12.0, "minor")
        skew = self.rng.uniform(-0.035, 0.035)
        bow = 12 if character.homes == "semi" else 8
        bend = self.rng.uniform(-bow, bow)
        cut = patch.cut_across if across else patch.cut_along
        first, second = cut(share - skew, share + skew, street, bend)
        street.line = (first.north if across else first.east).line
        self.streets.append(street)
        return self._cut(first, character) + self._cut(second, character)
