# SPDX-License-Identifier: MIT
"""A patch is a four-sided piece of land between street centrelines. Streets are made by cutting patches in two;
what is left between them becomes a block. Sides run south: west to east, north: west to east, west: south to north,
east: south to north, so that `u` grows along south and north and `v` along west and east."""

from dataclasses import dataclass, field

from . import plane

SIDES = ("south", "east", "north", "west")


@dataclass
class Side:
    """One side of a patch: the line, and the street that runs along it (nothing: no street, only an edge)."""
    line: list
    street: object = None

    def cut(self, start, end):
        return Side(plane.between(self.line, start, end), self.street)


@dataclass
class Patch:
    south: Side
    east: Side
    north: Side
    west: Side
    superblock: object = None
    notes: dict = field(default_factory=dict)

    def ring(self):
        """The outline along the centrelines, anticlockwise."""
        return (self.south.line[:-1] + self.east.line[:-1] + self.north.line[::-1][:-1] + self.west.line[::-1][:-1])

    def area(self):
        return abs(plane.ring_area(self.ring()))

    def at(self, u, v):
        """Coons' bilinear blend of the four sides."""
        s, n = plane.at(self.south.line, u), plane.at(self.north.line, u)
        w, e = plane.at(self.west.line, v), plane.at(self.east.line, v)
        p00, p10 = self.south.line[0], self.south.line[-1]
        p01, p11 = self.north.line[0], self.north.line[-1]
        return tuple(
            (1 - v) * s[k] + v * n[k] + (1 - u) * w[k] + u * e[k]
            - ((1 - u) * (1 - v) * p00[k] + u * (1 - v) * p10[k] + (1 - u) * v * p01[k] + u * v * p11[k])
            for k in (0, 1))

    def width(self):
        """Mean extent west to east."""
        return (plane.length(self.south.line) + plane.length(self.north.line)) / 2

    def height(self):
        """Mean extent south to north."""
        return (plane.length(self.west.line) + plane.length(self.east.line)) / 2

    def cut_across(self, west_share, east_share, street, bend=0.0):
        """Two patches, south and north of a new line from the west side to the east side."""
        line = self._line(lambda t: self.at(t, west_share + (east_share - west_share) * t), self.width(), bend)
        middle = Side(line, street)
        return (Patch(self.south, self.east.cut(0, east_share), middle, self.west.cut(0, west_share),
                      self.superblock),
                Patch(middle, self.east.cut(east_share, 1), self.north, self.west.cut(west_share, 1),
                      self.superblock))

    def cut_along(self, south_share, north_share, street, bend=0.0):
        """Two patches, west and east of a new line from the south side to the north side."""
        line = self._line(lambda t: self.at(south_share + (north_share - south_share) * t, t), self.height(), bend)
        middle = Side(line, street)
        return (Patch(self.south.cut(0, south_share), middle, self.north.cut(0, north_share), self.west,
                      self.superblock),
                Patch(self.south.cut(south_share, 1), self.east, self.north.cut(north_share, 1), middle,
                      self.superblock))

    @staticmethod
    def _line(curve, extent, bend):
        """The curve with a bow of `bend` metres in its middle."""
        count = max(4, int(extent / 14))
        points = [curve(i / count) for i in range(count + 1)]
        normal = plane.left_normal(points[0], points[-1])
        return [plane.add(point, plane.scale(normal, 4 * bend * t * (1 - t)))
                for point, t in ((p, i / count) for i, p in enumerate(points))]

    def inset(self):
        """The block inside the streets: its four sides as a patch, each moved in by half the street's width."""
        moved = {}
        for name in SIDES:
            side = getattr(self, name)
            by = side.street.width / 2 if side.street else 0.0
            moved[name] = plane.offset(side.line, by if name in ("south", "east") else -by)
        corners = {
            "sw": _corner(moved["south"][:2], moved["west"][:2]),
            "se": _corner(moved["south"][-2:], moved["east"][:2]),
            "nw": _corner(moved["north"][:2], moved["west"][-2:]),
            "ne": _corner(moved["north"][-2:], moved["east"][-2:]),
        }
        sides = {}
        for name, start, end in (("south", "sw", "se"), ("north", "nw", "ne"), ("west", "sw", "nw"),
                                 ("east", "se", "ne")):
            sides[name] = Side(_trimmed(moved[name], corners[start], corners[end]), getattr(self, name).street)
        return Patch(sides["south"], sides["east"], sides["north"], sides["west"], self.superblock, self.notes)


def _corner(first, second):
    point = plane.crossing(first[0], first[1], second[0], second[1])
    return point if point else plane.mix(first[0], second[0], 0.5)


def _trimmed(line, start, end):
    """The line from one corner to the other, without the vertices beyond them."""
    direction = plane.unit(plane.subtract(end, start))
    reach = plane.distance(start, end)
    kept = [start]
    for point in line[1:-1]:
        along = plane.subtract(point, start)
        share = along[0] * direction[0] + along[1] * direction[1]
        if 2.0 < share < reach - 2.0:
            kept.append(point)
    kept.append(end)
    return kept
