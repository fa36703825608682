# SPDX-License-Identifier: MIT
"""House numbers, homes and the people in them. The neighbourhood gets exactly HOMES homes and PEOPLE people, so that
figures for each head can be worked out by hand."""

from dataclasses import dataclass

from . import plane

HOMES = 4900
PEOPLE = 15000
FIRST_UPRN = 990000000001   # outside the range that has been given out
_SIZES = {"house": (1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7), "flat": (1, 1, 1, 2, 2, 2, 3, 4)}


@dataclass(eq=False)
class Address:
    uprn: int
    point: tuple
    lot: object
    text: str
    kind: str       # terrace, semi, flat
    people: int
    hmo: str = "no"


def number_houses(lots):
    """Gives lots their numbers along each street: odd on one side, even on the other, from the south and west up."""
    by_street = {}
    for lot in lots:
        if lot.street and lot.front:
            by_street.setdefault(lot.street.name, []).append(lot)
    for on_street in by_street.values():
        line = on_street[0].street.line
        direction = plane.subtract(line[-1], line[0])
        for lot in on_street:
            middle = plane.mix(lot.front[0], lot.front[1], 0.5)
            inward = plane.subtract(plane.centre(lot.ring), middle)
            lot.odd = direction[0] * inward[1] - direction[1] * inward[0] > 0
        for odd in (True, False):
            side = [lot for lot in on_street if lot.odd == odd]
            side.sort(key=lambda lot: (_along(lot, line[0], direction), lot.ring[0]))
            for place, lot in enumerate(side):
                lot.house_number = 2 * place + (1 if odd else 2)


def _along(lot, start, direction):
    middle = plane.mix(lot.front[0], lot.front[1], 0.5)
    offset = plane.subtract(middle, start)
    return offset[0] * direction[0] + offset[1] * direction[1]


def address_text(lot):
    """"12 Alder Road", or the name of the place."""
    if lot.name:
        return f"{lot.name}, {lot.street.name}" if lot.street else lot.name
    if not lot.street:
        return "Land behind houses"
    return f"{lot.house_number} {lot.street.name}" if lot.house_number else f"Land on {lot.street.name}"


class Population:
    """Homes on lots and people in homes."""

    def __init__(self, rng):
        self.rng = rng
        self.next_uprn = FIRST_UPRN

    def settle(self, lots, footprints, in_area):
        """Addresses of all lots. `footprints` gives a lot's buildings, `in_area` says whether a lot counts."""
        homes = {lot: self._homes(lot) for lot in lots}
        self._adjust_flats([lot for lot in lots if in_area(lot)], homes)
        addresses = []
        for lot in lots:
            for number in range(homes[lot]):
                addresses.append(self._address(lot, number, homes[lot], footprints(lot)))
        self._adjust_people([address for address in addresses if in_area(address.lot)])
        return addresses

    def _homes(self, lot):
        if lot.use in ("terrace", "semi"):
            return 1
        if lot.use == "flats":
            return max(4, round(lot.area / self.rng.uniform(105, 150)))
        if lot.use == "shop":
            return 1 if self.rng.random() < 0.7 else 0
        return 0

    @staticmethod
    def _adjust_flats(lots, homes):
        """Adds or takes away flats, building by building, until there are HOMES homes."""
        flats = [lot for lot in lots if lot.use == "flats"]
        missing = HOMES - sum(homes[lot] for lot in lots)
        turn = 0
        while missing:
            lot = flats[turn % len(flats)]
            step = 1 if missing > 0 else -1
            if homes[lot] + step >= 2:
                homes[lot] += step
                missing -= step
            turn += 1
            if turn > 200 * len(flats):
                raise RuntimeError("the number of homes cannot be reached with this seed")

    def _address(self, lot, number, count, buildings):
        kind = "flat" if lot.use in ("flats", "shop") else lot.use
        text = address_text(lot)
        if lot.use == "flats":
            text = f"Flat {number + 1}, {text}"
        elif lot.use == "shop":
            text = f"Flat over {text}"
        ring = buildings[0].ring if buildings else lot.ring
        point = plane.centre(ring)
        if count > 1:   # flats stand in a row along the building
            point = plane.mix(plane.mix(ring[0], ring[-1], 0.5), plane.mix(ring[1], ring[-2], 0.5),
                              (number + 0.5) / count)
        size = self.rng.choice(_SIZES["flat" if kind == "flat" else "house"])
        address = Address(self.next_uprn, plane.rounded(point), lot, text, kind, size)
        self.next_uprn += 1
        return address

    def _adjust_people(self, addresses):
        """Adds or takes away people, one at a time, until there are PEOPLE people."""
        missing = PEOPLE - sum(address.people for address in addresses)
        while missing:
            address = self.rng.choice(addresses)
            step = 1 if missing > 0 else -1
            if 1 <= address.people + step <= 8:
                address.people += step
                missing -= step
