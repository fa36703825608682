# SPDX-License-Identifier: MIT
"""The whole neighbourhood, put together step by step from one seed."""

import random

from . import assets, build_up, commerce, designations, green, hmos, people, plane, proposals, seeds, streets, water
from .areas import Areas
from .houses import Houses
from .town_plan import ORIGIN

OUTER_REACH = 130.0      # metres beyond the neighbourhood area for which there are parcels
BULGES = ((1010, 62, 95), (640, 34, 80), (300, 20, 120))   # low ground: northing, metres, half-length
STATION = (650.0, 740.0) # northings between which land beside the railway is kept for the station
WALK, RAILWAY = 0, 4     # columns


class Town:
    """Every layer's content as plain objects. Each step draws from its own random numbers, so that a change to one
    leaves the others as they are."""

    def __init__(self, seed):
        self.seed = seed
        self.columns, bands = streets.main_roads()
        self.superblocks = streets.superblocks(self.columns, bands)
        cutter = streets.StreetCutter(self._random("streets"))
        patches = [patch for block in self.superblocks for patch in cutter.cut(block)]
        self.streets = self._distinct(self.columns + [road for band in bands for road in band] + cutter.streets)
        self._build(patches)
        self.areas = Areas(self.superblocks, self.lots)
        self._keep_near_area()
        self.areas.locate(self.lots)
        self._name_and_number()
        self._settle()
        self._nature()
        self._propose()

    def _random(self, step):
        return random.Random(f"{self.seed}/{step}")

    @staticmethod
    def _distinct(all_streets):
        """Roads that cross several bands under one name stay separate lines; only repeated objects are dropped."""
        return list(dict.fromkeys(all_streets))

    def _build(self, patches):
        builder = build_up.Builder(self._random("lots"))
        self.lots = [lot for patch in patches for lot in builder.build(patch)]

    def _keep_near_area(self):
        reach = self.areas.neighbourhood_area.Buffer(OUTER_REACH)
        west, east, south, north = reach.GetEnvelope()
        kept = []
        for lot in self.lots:
            x, y = plane.centre(lot.ring)
            special = lot.use in ("park", "wood")
            if special or (west < x < east and south < y < north and reach.Contains(plane.point_shape((x, y)))):
                kept.append(lot)
        self.lots = kept

    def _name_and_number(self):
        commerce.make_corner_shops(self._random("corner shops"), self.lots)
        people.number_houses(self.lots)
        self.facilities = assets.facilities(self._random("facilities"), self.lots)
        self.schools = assets.schools([lot for lot in self.lots if lot.place])
        self.commerce = commerce.Commerce(self._random("commerce"), self.lots)
        self.listed = assets.listed_buildings(self._random("listed"), self.lots, self.facilities)

    def _settle(self):
        houses = Houses(self._random("houses"))
        self.footprints = {lot: houses.on(lot) for lot in self.lots}
        population = people.Population(self._random("people"))
        self.addresses = population.settle(self.lots, self.footprints.get, lambda lot: lot.place != "")
        self.hmo_proposals = hmos.scatter(self._random("hmos"), self.addresses)

    def _nature(self):
        rng = self._random("water")
        self.river = water.River(rng, self.columns[WALK].line)
        self.flood_zones = water.flood_zones(rng, self.river, [(y + ORIGIN[1], *rest) for y, *rest in BULGES])
        self.open_spaces = green.open_spaces(self.lots, self.river)
        self.woods = designations.ancient_woodland(self.lots)
        self.conservation_areas = designations.conservation_areas(self.lots)

    def _propose(self):
        self.used_orphans = []  # lots of orphan spaces that become Local Green Space
        self.orphans, self.leftover = green.orphan_spaces(self._random("orphans"), self.lots)
        self.riverside = self._beside(self.columns[WALK].line, 0.0, 12.0)
        rail = [p for p in self.columns[RAILWAY].line if STATION[0] < p[1] - ORIGIN[1] < STATION[1]]
        self.station_land = self._beside(rail, -50.0, -15.0)
        self.sites = proposals.site_allocations(self)
        self.not_developable = proposals.not_developable(self, self.sites)
        self.future_open_spaces = proposals.future_open_spaces(self.open_spaces)
        self.local_green_spaces = proposals.local_green_spaces(self)
        self.policy_areas = proposals.policy_areas(self)
        seeds.spoil_orphan_spaces(self)
        seeds.spoil_sub_areas(self)

    @staticmethod
    def _beside(line, near, far):
        """A strip along a line that runs north, between two distances to its east."""
        return plane.tidy([(x + far, y) for x, y in line] + [(x + near, y) for x, y in reversed(line)])
