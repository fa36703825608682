# SPDX-License-Identifier: MIT
"""Blocks into lots. A block's two long sides are divided into frontages; lots run back from each to a common rear
line, whose vertices both rows share, so that neighbours share every corner exactly."""

from dataclasses import dataclass

from . import plane
from .patch import Patch, Side

SHALLOW = 12.0        # a lot less deep than this is a leftover corner
BACKLAND_DEPTH = 74.0 # deeper blocks keep a strip between the two rows of gardens
GARDEN_DEPTH = 32.0   # depth of lots beside such a strip
END_ROW_DEPTH = 25.0  # depth of the row of lots that faces a main road at the end of a block


@dataclass(eq=False)
class Lot:
    """A piece of land with one use. `front` and `rear` are the corner points left and right as seen from the
    street; they are there for lots with a frontage only."""
    ring: list
    use: str
    street: object = None
    front: tuple = ()
    rear: tuple = ()
    odd: bool = True
    handed: bool = False
    superblock: object = None
    name: str = ""
    patch: object = None    # of undivided blocks: gives coordinates to lay out buildings
    house_number: int = 0
    corner: bool = False    # first or last in its row
    corner_shop: bool = False
    place: str = ""         # sub-area that it lies in; empty outside the neighbourhood area

    @property
    def area(self):
        return plane.ring_area(self.ring)


@dataclass
class Rows:
    """A block as two rows: the side in front, the side behind, and the two ends, all running the same way."""
    front: Side
    back: Side
    start: Side
    end: Side

    @classmethod
    def of(cls, patch):
        """Along the longer way of the block."""
        if patch.width() >= patch.height():
            return cls(patch.south, patch.north, patch.west, patch.east)
        return cls(patch.west, patch.east, patch.south, patch.north)

    def depth(self, share):
        return plane.distance(plane.at(self.front.line, share), plane.at(self.back.line, share))

    def mean_depth(self):
        return sum(self.depth(share) for share in (0.1, 0.3, 0.5, 0.7, 0.9)) / 5

    def length(self):
        return (plane.length(self.front.line) + plane.length(self.back.line)) / 2

    def cut(self, share):
        """Two pieces, parted by a straight line from front to back."""
        line = [plane.rounded(plane.at(self.front.line, share)), plane.rounded(plane.at(self.back.line, share))]
        middle = Side(line)
        return (Rows(self.front.cut(0, share), self.back.cut(0, share), self.start, middle),
                Rows(self.front.cut(share, 1), self.back.cut(share, 1), middle, self.end))

    def ring(self):
        return plane.tidy(self.front.line + self.back.line[::-1])

    def patch(self):
        return Patch(self.front, self.end, self.back, self.start)


def cut_to_area(rows, hectares):
    """The rows cut where the first piece has the area, to a square metre or so."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        if abs(plane.ring_area(rows.cut(middle)[0].ring())) < hectares * 10000:
            low = middle
        else:
            high = middle
    return rows.cut(low)


def end_rows(rows, wanted):
    """Splits off a row of lots at each end where `wanted(side)` says that its street deserves one. Gives the rest and
    the split-off pieces as (rows seen from that street, is it the start)."""
    pieces = []
    if wanted(rows.start) and rows.length() > 4 * END_ROW_DEPTH:
        first, rows = rows.cut(END_ROW_DEPTH / rows.length())
        pieces.append((Rows(first.start, first.end, first.front, first.back), True))
    if wanted(rows.end) and rows.length() > 3 * END_ROW_DEPTH:
        rows, last = rows.cut(1 - END_ROW_DEPTH / rows.length())
        pieces.append((Rows(last.end, last.start, last.front, last.back), False))
    return rows, pieces


def shares(widths):
    """Where the lots of a row begin and end, as shares of its length."""
    total = sum(width for width, _ in widths)
    result, along = [0.0], 0.0
    for width, _ in widths:
        along += width
        result.append(along / total)
    result[-1] = 1.0
    return result


def one_row(rows, widths):
    """Lots that run from the front all the way to the back (whose street, if any, they turn their backs on)."""
    cuts = shares(widths)
    return [_lot(rows.front.street, use, number,
                 [plane.at(rows.front.line, cuts[number]), plane.at(rows.front.line, cuts[number + 1])],
                 [plane.at(rows.back.line, cuts[number]), plane.at(rows.back.line, cuts[number + 1])])
            for number, (_, use) in enumerate(widths)]


def two_rows(rows, front_widths, back_widths, backland=True):
    """Lots in two rows back to back, and, if wanted, the strip between them where the block is deep."""
    front_cuts, back_cuts = shares(front_widths), shares(back_widths)
    every = sorted(set(front_cuts) | set(back_cuts))
    strip = backland and rows.mean_depth() > BACKLAND_DEPTH
    front_rear = {share: plane.rounded(_behind(rows, share, True, strip)) for share in every}
    back_rear = {share: plane.rounded(_behind(rows, share, False, strip)) for share in every}
    lots = _row(rows.front, front_widths, front_cuts, every, front_rear)
    lots += _row(rows.back, back_widths, back_cuts, every, back_rear)
    if strip:
        ring = plane.tidy([front_rear[s] for s in every] + [back_rear[s] for s in reversed(every)])
        lots.append(Lot(ring, "backland"))
    return lots


def _behind(rows, share, of_front, strip):
    """A point of the rear line."""
    front, back = plane.at(rows.front.line, share), plane.at(rows.back.line, share)
    depth = plane.distance(front, back)
    if not strip:
        return plane.mix(front, back, 0.5)
    part = min(GARDEN_DEPTH, depth * 0.46) / depth
    return plane.mix(front, back, part if of_front else 1 - part)


def _row(side, widths, cuts, every, rear):
    lots = []
    for number, (_, use) in enumerate(widths):
        start, end = cuts[number], cuts[number + 1]
        behind = [rear[share] for share in every if start <= share <= end]
        lot = _lot(side.street, use, number, [plane.at(side.line, start), plane.at(side.line, end)], behind)
        lot.corner = number in (0, len(widths) - 1)
        lots.append(lot)
    return lots


def _lot(street, use, number, front, rear):
    front = [plane.rounded(point) for point in front]
    rear = [plane.rounded(point) for point in rear]
    ring = plane.tidy(front + rear[::-1])
    lot = Lot(ring, use, street, (front[0], front[-1]), (rear[0], rear[-1]), handed=number % 2 == 0)
    depth = min(plane.distance(front[0], rear[0]), plane.distance(front[-1], rear[-1]))
    if depth < SHALLOW and use not in ("orphan",):
        lot.use = "leftover"
    return lot


def snap(lots, within=0.25):
    """Moves corners that lie this close to an earlier one onto it, so that no lot has needle-thin edges."""
    cells = {}

    def snapped(point):
        column, row = int(point[0] // 1), int(point[1] // 1)
        for near in (cells.get((column + i, row + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1)):
            for other in near:
                if plane.distance(other, point) < within:
                    return other
        cells.setdefault((column, row), []).append(point)
        return point

    for lot in lots:
        lot.ring = plane.tidy([snapped(point) for point in lot.ring])
        lot.front = tuple(snapped(point) for point in lot.front)
        lot.rear = tuple(snapped(point) for point in lot.rear)


def weave(lots, lines):
    """Puts the vertices that lots have on the straight `lines` into every edge that runs along them, so that lots on
    the two sides of a line share all its vertices."""
    for start, end in lines:
        on_line = {point for lot in lots for point in lot.ring if _along(point, start, end) is not None}
        ordered = sorted(on_line, key=lambda point: (_along(point, start, end), point))
        place = {point: number for number, point in enumerate(ordered)}
        for lot in lots:
            if sum(1 for point in lot.ring if point in place) >= 2:
                lot.ring = _woven(lot.ring, ordered, place)


def _along(point, start, end):
    """How far along the line a point lies on it, give or take what rounding and snapping moved it; else nothing."""
    span = plane.distance(start, end)
    direction = plane.unit(plane.subtract(end, start))
    offset = plane.subtract(point, start)
    along = offset[0] * direction[0] + offset[1] * direction[1]
    aside = abs(offset[0] * direction[1] - offset[1] * direction[0])
    return along if aside < 0.3 and -0.3 < along < span + 0.3 else None


def _woven(ring, ordered, place):
    result = []
    for a, b in zip(ring, ring[1:] + ring[:1]):
        result.append(a)
        if a in place and b in place:
            low, high = sorted((place[a], place[b]))
            inner = ordered[low + 1:high]
            result += inner if place[a] == low else inner[::-1]
    return result
