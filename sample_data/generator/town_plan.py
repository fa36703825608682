# SPDX-License-Identifier: MIT
"""What a designer drew by hand: the main roads, the pieces of town between them and their character. Coordinates are
metres from ORIGIN. Everything smaller is grown by the seeded generator."""

from dataclasses import dataclass, field

ORIGIN = (407050.0, 283420.0)

# The lines from south to north, west to east, between which the town lies: a river walk, roads, a railway.
COLUMNS = (
    ("Riverside Walk", 9.0, [(215, -330), (188, -60), (150, 150), (168, 330), (118, 520), (62, 700), (78, 880),
                             (22, 1050), (-22, 1250), (16, 1450), (-12, 1650), (-40, 1860)]),
    ("Mary Street", 14.0, [(572, -330), (545, 0), (498, 260), (452, 480), (420, 720), (366, 950), (386, 1180),
                           (350, 1420), (326, 1600), (318, 1860)]),
    ("Moseley Road", 21.0, [(915, -330), (884, -20), (902, 200), (848, 420), (798, 640), (816, 860), (758, 1080),
                            (702, 1300), (692, 1500), (648, 1860)]),
    ("Ladypool Road", 19.0, [(1290, -330), (1232, 0), (1204, 200), (1240, 420), (1214, 640), (1148, 850),
                             (1122, 1080), (1138, 1300), (1092, 1500), (1060, 1860)]),
    ("Camp Hill line", 30.0, [(1570, -330), (1542, 0), (1592, 220), (1562, 470), (1500, 700), (1482, 900),
                           (1420, 1120), (1442, 1350), (1402, 1520), (1380, 1860)]),
    ("Farm Lane", 13.0, [(1790, -330), (1770, 0), (1805, 220), (1768, 470), (1722, 700), (1690, 900),
                         (1640, 1120), (1652, 1350), (1610, 1520), (1590, 1860)]),
)

# The roads across each band between two columns: name, width, y on the western and on the eastern column, bow in
# metres.
CROSS_ROADS = (
    (  # Riverside Walk to Mary Street
        ("Edwards Lane", 13.0, -185, -215, 8), ("Cannon Street South", 14.0, 118, 64, 14),
        ("Princess Road", 14.0, 452, 512, -18), ("Edward Road", 15.0, 790, 846, 16),
        ("Balsall Heath Road", 15.0, 1118, 1150, -20), ("Highgate Road", 18.0, 1412, 1438, 10),
        ("Auckland Road", 13.0, 1536, 1552, 6), ("Conybere Lane", 13.0, 1735, 1745, 0)),
    (  # Mary Street to Moseley Road
        ("Park Hill Road", 14.0, -222, -205, 10), ("Alcester Lane", 15.0, 8, -26, -16),
        ("Brighton Road", 15.0, 322, 362, 20), ("Clifton Road", 15.0, 668, 702, -12),
        ("Lime Grove", 14.0, 946, 1012, 18), ("Vincent Street", 14.0, 1218, 1184, -10),
        ("Highgate Road", 18.0, 1438, 1472, -8), ("Auckland Road", 13.0, 1552, 1580, 4),
        ("Conybere Lane", 13.0, 1745, 1760, 0)),
    (  # Moseley Road to Ladypool Road
        ("Park Hill Road", 14.0, -205, -215, -8), ("Taunton Road", 15.0, -26, -34, 14),
        ("Mossfield Road", 14.0, 236, 298, -22), ("Willows Road", 14.0, 486, 470, 12),
        ("Runcorn Road", 15.0, 702, 728, 20), ("Oakfield Road", 14.0, 930, 962, -16),
        ("Church Road", 14.0, 1240, 1212, 18), ("Highgate Road", 18.0, 1472, 1446, 10),
        ("Auckland Road", 13.0, 1580, 1548, -6), ("Conybere Lane", 13.0, 1760, 1750, 0)),
    (  # Ladypool Road to the railway
        ("Anderton Lane", 13.0, -200, -205, 6), ("Brunswick Lane", 14.0, 84, 118, -12),
        ("Alfred Road", 14.0, 398, 430, 18), ("Brunswick Road", 15.0, 690, 652, -14),
        ("Newport Road", 14.0, 1012, 1034, 16), ("Colville Road", 14.0, 1276, 1262, -14),
        ("Highgate Road", 18.0, 1446, 1404, 8), ("Auckland Road", 13.0, 1548, 1512, -4),
        ("Conybere Lane", 13.0, 1750, 1735, 0)),
    (  # The railway to Farm Lane: the next neighbourhood
        ("Anderton Lane", 13.0, -205, -215, 0), ("Farm Street", 13.0, 240, 262, 10),
        ("Esme Road", 13.0, 620, 598, -10), ("Fulham Road", 13.0, 960, 985, 10),
        ("Highgate Road", 18.0, 1404, 1388, 0), ("Conybere Lane", 13.0, 1735, 1730, 0)),
)


@dataclass(frozen=True)
class Keep:
    """Land set aside for one use when the cutting of streets reaches a piece of at most `most` hectares around the
    point. `hectares` cuts the block to that size; what is left becomes homes."""
    point: tuple
    most: float
    use: str
    name: str
    hectares: float = 0.0


@dataclass(frozen=True)
class Character:
    """How a piece of town between main roads is built."""
    homes: str = "terrace"          # terrace, semi, flats, mixed, works
    streets: str = "across"         # along which way the streets run: across (west-east) or along (south-north)
    depth: float = 66.0             # from street to street, metres
    block: float = 170.0            # length of a block, metres
    links_first: bool = True        # cross streets before rows: rows do not meet across them
    sub_area: str = ""              # empty: outside the neighbourhood area
    keeps: tuple = field(default=())
    slant: tuple = ()               # an old lane across: its share of the western and of the eastern side, its bow in
                                    # metres, and along which way the streets run south and north of it


def _c(homes, streets, depth, block, links_first, sub_area, *keeps, slant=()):
    return Character(homes, streets, depth, block, links_first, sub_area, tuple(Keep(*k) for k in keeps), slant)


# (band, row): character; rows count the pieces between consecutive cross roads from the south.
SUPERBLOCKS = {
    (0, 1): _c("semi", "across", 76, 230, True, "Riverside",
               ((330, 300), 3.4, "park", "Ladywell Park", 2.08),
               ((180, 210), 1.6, "allotments", "Rea Bank Allotments")),
    (0, 2): _c("terrace", "along", 68, 200, False, "Riverside",
               ((170, 600), 3.6, "works", "Tindal Works"),
               ((360, 700), 2.9, "school", "Rea Bank Primary School"), slant=(0.34, 0.62, 16, "along", "along")),
    (0, 3): _c("works", "across", 84, 300, False, "Riverside",
               ((120, 1010), 2.2, "works", "Mary Street Depot"),
               ((290, 880), 1.1, "park", "Pickwick Recreation Ground", 0.62)),
    (0, 4): _c("works", "across", 92, 210, True, "Highgate",
               ((110, 1330), 3.4, "works", "Rea Mills")),
    (0, 5): _c("works", "across", 90, 230, True, "North strip"),
    (1, 1): _c("semi", "across", 74, 210, True, "South End",
               ((790, 190), 4.0, "school", "Moseley Road Secondary School"),
               slant=(0.62, 0.3, -18, "across", "along")),
    (1, 2): _c("semi", "along", 75, 210, False, "South End",
               ((520, 420), 1.2, "park", "Brighton Green", 0.34),
               ((760, 600), 3.4, "works", "Moseley Road Bus Garage")),
    (1, 3): _c("terrace", "along", 66, 170, True, "Centre",
               ((570, 860), 3.2, "school", "Clifton Primary School")),
    (1, 4): _c("terrace", "across", 66, 230, False, "Centre",
               ((700, 1060), 2.9, "works", "Former college site"),
               ((430, 1130), 0.9, "works", "Vincent Yard")),
    (1, 5): _c("flats", "across", 70, 200, True, "Highgate",
               ((600, 1260), 1.3, "park", "Vincent Square", 0.79)),
    (1, 6): _c("works", "across", 90, 240, True, "North strip"),
    (2, 1): _c("semi", "across", 76, 220, False, "South End",
               ((1100, 0), 1.9, "works", "Taunton Works"),
               ((1000, 180), 2.4, "park", "Taunton Green", 0.28)),
    (2, 2): _c("semi", "along", 75, 220, True, "South End",
               ((960, 330), 1.0, "park", "Mossfield Pocket Park", 0.09),
               ((1150, 340), 2.2, "works", "Mossfield Laundry"), slant=(0.3, 0.72, 20, "along", "across")),
    (2, 3): _c("terrace", "along", 65, 180, True, "Ladypool",
               ((1020, 560), 2.9, "school", "Ladypool Primary School")),
    (2, 4): _c("terrace", "along", 66, 240, False, "Ladypool",
               ((890, 760), 1.0, "works", "Moseley Road Car Park")),
    (2, 5): _c("semi", "across", 74, 190, True, "Ladypool",
               ((950, 1120), 2.9, "school", "Oakfield School"),
               slant=(0.34, 0.6, -14, "across", "along")),
    (2, 6): _c("mixed", "across", 68, 180, False, "Highgate",
               ((1000, 1370), 3.4, "works", "Church Road Works")),
    (2, 7): _c("flats", "across", 90, 240, True, "North strip"),
    (3, 1): _c("semi", "along", 76, 200, True, "", slant=(0.7, 0.4, 16, "along", "across")),
    (3, 2): _c("terrace", "across", 66, 220, False, "Ladypool",
               ((1480, 560), 2.4, "works", "Alfred Road Goods Yard")),
    (3, 3): _c("terrace", "across", 65, 180, True, "Ladypool",
               ((1400, 800), 5.0, "works", "Brunswick Works"),
               ((1200, 800), 1.6, "park", "Newport Gardens", 0.45)),
    (3, 4): _c("terrace", "along", 66, 160, False, "Highgate",
               ((1390, 1200), 4.5, "works", "Colville Sidings"), slant=(0.28, 0.58, 14, "across", "along")),
    (3, 5): _c("semi", "across", 74, 210, True, "Highgate"),
    (3, 6): _c("works", "across", 90, 240, True, "North strip"),
}


@dataclass(frozen=True)
class Centre:
    """A stretch of a main road lined with shops: all sides of blocks whose middle lies between two northings."""
    reference: str
    name: str
    street: str
    south: float
    north: float
    takeaways: int      # units that are takeaways
    restaurants: int


CENTRES = (
    Centre("C1", "Moseley Road high street", "Moseley Road", 640, 900, 4, 4),
    Centre("C2", "Ladypool Road high street", "Ladypool Road", 500, 720, 9, 11),
)


@dataclass(frozen=True)
class Parade:
    """A few shops at one end of a side of a block: the first side on the street that comes near the point."""
    reference: str
    name: str
    street: str
    point: tuple
    units: int
    takeaways: int
    at_end: bool = False


PARADES = (
    Parade("P1", "Cannon Street parade", "Cannon Street South", (330, 100), 7, 2),
    Parade("P2", "Highgate Road parade", "Highgate Road", (1370, 1410), 6, 1, True),
)

# Land outside the neighbourhood area that matters to it.
OUTSIDE = {
    (2, 0): _c("terrace", "across", 66, 170, True, "", ((1120, -60), 1.4, "wood", "Anderton Dingle")),
    (4, 3): _c("terrace", "across", 66, 170, True, "", ((1560, 1200), 4.5, "park", "Sparrow Field")),
}

SUB_AREAS = ("Riverside", "Centre", "South End", "Ladypool", "Highgate")
