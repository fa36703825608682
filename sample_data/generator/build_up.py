# SPDX-License-Identifier: MIT
"""What is built on the blocks: which lots line which street, and which land is kept for parks, schools and works."""

from . import lots, plane
from .lots import Lot, Rows
from .town_plan import CENTRES, ORIGIN, PARADES

LANE_SHARE = 0.12     # share of rows that leave a strip of nobody's land at their end
PUBLIC_SHARE = 0.16   # share of rows with a plot for a public building


class Builder:
    """Turns patches into lots. All lots of a patch share their corners exactly."""

    def __init__(self, rng):
        self.rng = rng
        self.parades_built = set()

    def build(self, patch):
        """The lots of a patch between street centrelines."""
        block = patch.inset()
        keep = patch.notes.get("keep")
        rows = Rows.of(block)
        if not keep:
            made = self._homes(rows, patch.superblock)
        elif keep.hectares and abs(plane.ring_area(rows.ring())) > (keep.hectares + 0.15) * 10000:
            made = self._part_kept(rows, keep, patch.superblock)
        else:
            made = [Lot(rows.ring(), keep.use, rows.front.street, name=keep.name, patch=rows.patch())]
        for lot in made:
            lot.superblock = patch.superblock
        return made

    @staticmethod
    def _joined(made, cut_lines):
        """The lots with every corner on a common line shared by both its sides."""
        lots.snap(made)
        lots.weave(made, cut_lines)
        return made

    def _part_kept(self, rows, keep, superblock):
        """A park of a given size at the start of the block and homes on the rest."""
        first, rest = lots.cut_to_area(rows, keep.hectares)
        park = Lot(first.ring(), keep.use, first.front.street, name=keep.name, patch=first.patch())
        made = [park] + self._homes(rest, superblock, facing_park=True)
        return self._joined(made, [tuple(first.end.line)])

    def _homes(self, rows, superblock, facing_park=False):
        homes = superblock.character.homes
        if rows.mean_depth() < 38:
            return lots.one_row(rows, self._frontage(rows.front, homes, superblock))
        cut_lines = []
        made = []
        if not facing_park:
            rows, pieces = lots.end_rows(rows, lambda side: self._deserves_row(side))
            for piece, at_start in pieces:
                made += lots.one_row(piece, self._frontage(piece.front, homes, superblock))
                cut_lines.append(tuple(rows.start.line if at_start else rows.end.line))
        made += lots.two_rows(rows, self._frontage(rows.front, homes, superblock),
                              self._frontage(rows.back, homes, superblock), backland=homes != "works")
        return self._joined(made, cut_lines)

    def _deserves_row(self, side):
        if not side.street or plane.length(side.line) < 34:
            return False
        return side.street.kind == "main" or (side.street.kind == "secondary" and self.rng.random() < 0.55)

    def _frontage(self, side, homes, superblock):
        """Widths and uses along one side of a block, made to fill its length."""
        length = plane.length(side.line)
        inside = bool(superblock.character.sub_area)
        if centre_of(side):
            return self._fill(length, self._shops)
        if not side.street or side.street.kind == "rail":
            return self._fill(length, self._works)
        result = []
        if self.rng.random() < LANE_SHARE:
            result.append((self.rng.uniform(4.0, 7.5), "orphan"))
        if inside and length > 110 and self.rng.random() < PUBLIC_SHARE:
            result.append((self.rng.uniform(24, 34), "public"))
        rest = length - sum(width for width, _ in result)
        makers = {"terrace": self._terrace, "semi": self._semi, "flats": self._flats, "mixed": self._mixed,
                  "works": self._works}
        parade = self._parade(side) if inside else None
        if parade:
            shops = [(self.rng.uniform(5.8, 7.2), "shop") for _ in range(parade.units)]
            rest = self._fill(length - sum(width for width, _ in shops), self._terrace)
            return rest + shops if parade.at_end else shops + rest
        filled = self._fill(rest, makers[homes])
        where = self.rng.randrange(len(filled) + 1) if homes != "semi" else len(filled)
        return filled[:where] + result[1:] + filled[where:] + result[:1] if result else filled

    def _parade(self, side):
        """The parade that starts on this side of a block, if any; each is given out once."""
        middle = plane.at(side.line, 0.5)
        for parade in PARADES:
            near = plane.distance(middle, plane.add(parade.point, ORIGIN)) < 110
            if side.street.name == parade.street and near and parade.reference not in self.parades_built:
                self.parades_built.add(parade.reference)
                return parade
        return None

    def _fill(self, length, maker):
        """Runs of lots until the length is used up, then stretched or squeezed to fit it."""
        widths = []
        while sum(width for width, _ in widths) < length - 3.0:
            widths += maker(length - sum(width for width, _ in widths))
        factor = length / sum(width for width, _ in widths)
        return [(width * factor, use) for width, use in widths] or [(length, "orphan")]

    def _terrace(self, left):
        width = self.rng.uniform(5.3, 6.0)
        count = min(self.rng.randint(8, 18), max(1, round(left / width)))
        return [(width, "terrace")] * count

    def _semi(self, left):
        width = self.rng.uniform(9.0, 10.4)
        return [(width, "semi")] * (2 if left > width else 1)

    def _flats(self, left):
        width = self.rng.uniform(34, 52)
        return [(width if left > 1.4 * width else left, "flats")]

    def _works(self, left):
        width = self.rng.uniform(40, 75)
        return [(width if left > 1.4 * width else left, "works")]

    def _mixed(self, left):
        kind = self.rng.choice((self._terrace, self._semi, self._flats, self._flats))
        return kind(left)

    def _shops(self, left):
        width = self.rng.uniform(5.6, 7.4)
        return [(width, "shop")] * min(self.rng.randint(3, 7), max(1, round(left / width)))


def centre_of(side):
    """The high street (its name in CENTRES) that a side of a block lines, if any."""
    if not side.street:
        return None
    middle = plane.at(side.line, 0.5)
    for centre in CENTRES:
        if side.street.name == centre.street and centre.south <= middle[1] - ORIGIN[1] <= centre.north:
            return centre
    return None
