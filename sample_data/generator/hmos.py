# SPDX-License-Identifier: MIT
"""Houses in multiple occupation: a thin scatter, one cluster, and houses for which a change to an HMO is proposed."""

from . import plane

RADIUS = 100.0
SCATTER = 0.022      # share of houses outside the cluster
PROPOSALS = 7        # proposals with few HMOs around them
LOW_SHARE = 0.07     # "few": at most this share, the proposal counted
CLUSTER_PLACE = "Ladypool"
FEWEST_HOMES = 60    # around a proposal


class _Near:
    """Finds addresses round a point quickly."""

    def __init__(self, addresses):
        self.cells = {}
        for address in addresses:
            self.cells.setdefault(self._cell(address.point), []).append(address)

    @staticmethod
    def _cell(point):
        return int(point[0] // RADIUS), int(point[1] // RADIUS)

    def within(self, point):
        column, row = self._cell(point)
        near = [a for i in (-1, 0, 1) for j in (-1, 0, 1) for a in self.cells.get((column + i, row + j), ())]
        return [a for a in near if plane.distance(a.point, point) <= RADIUS]


def scatter(rng, addresses):
    """Marks HMOs and gives the lots with a proposal: the last one is in the cluster and would bring its circle above
    10 %."""
    near = _Near(addresses)
    houses = [a for a in addresses if a.kind in ("terrace", "semi")]
    for address in houses:
        if rng.random() < SCATTER:
            address.hmo = "yes"
    centre = _cluster(rng, houses, near)
    proposals = []
    while len(proposals) < PROPOSALS:
        address = rng.choice(houses)
        around = near.within(plane.centre(address.lot.ring))
        share = (sum(a.hmo == "yes" for a in around) + 1) / len(around)
        apart = all(plane.distance(address.point, other.point) > 150 for other in proposals + [centre])
        if address.lot.place and address.hmo == "no" and len(around) >= FEWEST_HOMES and share <= LOW_SHARE and apart:
            proposals.append(address)
    return [address.lot for address in proposals + [centre]]


def _cluster(rng, houses, near):
    """Picks a terraced house well inside the area and makes just so many homes round it HMOs that one more is too
    many: a tenth, rounded down."""
    while True:
        centre = rng.choice(houses)
        around = near.within(plane.centre(centre.lot.ring))
        if centre.lot.place == CLUSTER_PLACE and centre.kind == "terrace" and len(around) >= FEWEST_HOMES \
                and all(a.lot.place for a in around):
            break
    centre.hmo = "no"
    wanted = len(around) // 10
    candidates = [a for a in around if a is not centre and a.kind != "flat" and a.hmo == "no"]
    rng.shuffle(candidates)
    missing = wanted - sum(a.hmo == "yes" for a in around)
    for address in candidates[:max(0, missing)]:
        address.hmo = "yes"
    return centre
