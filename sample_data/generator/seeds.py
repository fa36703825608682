# SPDX-License-Identifier: MIT
"""Mistakes put into the plan's drawings on purpose, besides those in `proposals`. ../balsall_heath/SEEDED.md lists them
all with the rule that must find each."""

from . import plane
from .green import OrphanSpace

NOBODY = (2, 11, 19)      # orphan spaces for which the plan finds no keeper
NOT_ASKED = (6, 15)       # those whose keeper is not known yet: null
CROSSED = 9               # the first strip after so many others is drawn as a bow-tie
OUTSIDE_SIZE = (20.0, 18.0)
GAP_DEPTH = 6.0           # metres by which one sub-area falls short
GAP_VERTICES = 6          # along so many edges of the common boundary
GAP_BETWEEN = ("Centre", "Ladypool")


def spoil_orphan_spaces(town):
    """Takes out what became Local Green Space and puts the mistakes in."""
    used = {id(lot) for lot in town.used_orphans}
    kept = [(space, lot) for space, lot in zip(town.orphans, town.leftover) if id(lot) not in used]
    spaces = [space for space, _ in kept]
    for number, space in enumerate(spaces):
        space.reference = f"O{number + 1}"
        if number in NOBODY:
            space.keeper = space.use = "none"
        elif number in NOT_ASKED:
            space.keeper = space.use = None
    crossed = next(space for space, lot in kept[CROSSED:] if lot.use == "orphan")
    crossed.shape = _bow_tie(crossed.shape)
    x, y = town.station_land[0]
    width, depth = OUTSIDE_SIZE
    ring = [(x + 60, y), (x + 60 + width, y), (x + 60 + width, y + depth), (x + 60, y + depth)]
    spaces.append(OrphanSpace(f"O{len(spaces) + 1}", "Land beyond the railway", plane.polygon(plane.tidy(ring)),
                              "Residents' association", "trees and seats", "poor"))
    town.orphans = spaces


def _bow_tie(shape):
    """The outline with the order of its last two corners exchanged."""
    ring = plane.outer_ring(shape)
    corners = _corners(ring)
    corners[-1], corners[-2] = corners[-2], corners[-1]
    return plane.polygon(corners)


def _corners(ring):
    """The four corners of a strip: the ends of its two longest edges."""
    edges = sorted(zip(ring, ring[1:] + ring[:1]), key=lambda edge: -plane.distance(*edge))[:2]
    points = [point for edge in edges for point in edge]
    return [point for point in ring if point in points][:4]


def spoil_sub_areas(town):
    """One sub-area falls short of its neighbour along a piece of their common boundary."""
    name, other_name = GAP_BETWEEN
    shapes = dict(town.areas.sub_areas)
    ring = plane.outer_ring(shapes[name])
    common = _common_stretch(ring, set(plane.outer_ring(shapes[other_name])))
    middle = len(common) // 2
    stretch = common[middle - GAP_VERTICES // 2:middle + GAP_VERTICES // 2 + 1]
    moved = plane.offset(stretch, GAP_DEPTH)
    if not plane.inside(moved[len(moved) // 2], ring):
        moved = plane.offset(stretch, -GAP_DEPTH)
    wedge = plane.polygon(stretch + [plane.rounded(point) for point in moved[1:-1]][::-1])
    cut = shapes[name].Difference(wedge)
    town.areas.sub_areas = [(n, cut if n == name else shape) for n, shape in town.areas.sub_areas]


def _common_stretch(ring, others):
    """The longest run of consecutive corners of a ring that another ring has too."""
    start = next(i for i, point in enumerate(ring) if point not in others)
    runs = [[]]
    for point in ring[start:] + ring[:start]:
        if point in others:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return max(runs, key=len)
