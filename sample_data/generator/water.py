# SPDX-License-Identifier: MIT
"""The River Rea along the western edge and its flood zones. Banks are functions of the northing, so that no outline
crosses itself however it winds."""

import math

from . import plane

STEP = 4.0            # metres between vertices along the river
WEST_OF_WALK = 36.0   # the river's middle lies this far west of the riverside walk


class Wave:
    """A smooth wandering value: sine waves of random phase, the long ones larger than the short ones."""

    def __init__(self, rng, mean, swing, longest=700.0, count=6):
        self.mean = mean
        self.parts = []
        for i in range(count):
            share = 0.62 ** i
            wavelength = longest * share * rng.uniform(0.8, 1.2)
            self.parts.append((swing * share, 2 * math.pi / wavelength, rng.uniform(0, 2 * math.pi)))

    def __call__(self, y):
        return self.mean + sum(size * math.sin(rate * y + phase) for size, rate, phase in self.parts)


def _x_at(line, y):
    for a, b in zip(line, line[1:]):
        if a[1] <= y <= b[1]:
            return plane.mix(a, b, (y - a[1]) / (b[1] - a[1]))[0]
    raise ValueError(f"no point at northing {y}")


class River:
    """The middle of the river by northing, and strips along it."""

    def __init__(self, rng, walk):
        self.walk = walk
        self.south, self.north = walk[0][1] + 10, walk[-1][1] - 10
        wander = Wave(rng, 0.0, 6.0, 400.0)
        count = int((self.north - self.south) / STEP)
        self.middle = []
        for i in range(count + 1):
            y = self.south + (self.north - self.south) * i / count
            self.middle.append((_x_at(walk, y) - WEST_OF_WALK + wander(y), y))

    def strip(self, west, east, south=None, north=None):
        """The outline between `west(y)` metres west and `east(y)` metres east of the middle."""
        part = [p for p in self.middle if (south is None or p[1] >= south) and (north is None or p[1] <= north)]
        left = [(x - west(y), y) for x, y in part]
        right = [(x + east(y), y) for x, y in part]
        return plane.tidy(right + left[::-1])


def flood_zones(rng, river, bulges):
    """Zones 3b, 3a and 2 as (zone, shape), none over another. `bulges` are (northing, metres east, half-length):
    low ground where zone 3a reaches further into the town."""
    def bulge(y):
        return sum(extra * math.exp(-((y - at) / half) ** 2) for at, extra, half in bulges)

    channel = (Wave(rng, 15, 2), Wave(rng, 15, 2))
    three_west, three_east = Wave(rng, 62, 14), Wave(rng, 50, 10)
    two_west, two_east = Wave(rng, 48, 14), Wave(rng, 40, 10)
    zone_3b = plane.polygon(river.strip(*channel))
    to_3a = plane.polygon(river.strip(lambda y: max(three_west(y), 25), lambda y: max(three_east(y), 25) + bulge(y)))
    to_2 = plane.polygon(river.strip(lambda y: max(three_west(y), 25) + max(two_west(y), 12),
                                     lambda y: max(three_east(y), 25) + 1.15 * bulge(y) + max(two_east(y), 12)))
    return [("3b", zone_3b), ("3a", to_3a.Difference(zone_3b)), ("2", to_2.Difference(to_3a))]
