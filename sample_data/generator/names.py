# SPDX-License-Identifier: MIT
"""Names of streets and of places. Main roads carry the names of real roads; everything else is made up."""

_ROOTS = (
    "Alder Ash Beech Birch Bramble Briar Cedar Cherry Clover Elder Fern Hazel Heather Holly Ivy Juniper Larch Laurel "
    "Linden Maple Myrtle Oak Poplar Rowan Sorrel Thorn Willow Yew Albert Alma Arthur Clarence Edith Ernest Ethel "
    "Florence George Gertrude Harold Jubilee Leopold Mabel Percy Regent Rupert Stanley Victor Wilfred Abbey Anchor "
    "Bell Brook Castle Chapel Coppice Cotton Court Cross Dairy Dale Farrier Ferry Fletcher Forge Garland Glover Grange "
    "Harbour Haven Hollow Kiln Lantern Lock Mason Meadow Miller Orchard Paradise Pear Pump Quarry Ropewalk Saddler "
    "Sexton Shepherd Smithy Spring Station Tanner Thatcher Tiler Tower Turner Vicarage Weaver Well Wharf Windmill "
    "Aston Barford Berkley Charlton Dorset Exeter Fladbury Grafton Hampton Inkford Kempsey Ledbury Malvern Norton "
    "Ombersley Pershore Ripple Severn Tenbury Upton Wichbold").split()
_KINDS = ("Road", "Road", "Street", "Street", "Grove", "Avenue", "Terrace", "Place")


class StreetNames:
    """Gives out street names, each once."""

    def __init__(self, rng):
        names = [f"{root} {_KINDS[i % len(_KINDS)]}" for i, root in enumerate(_ROOTS)]
        names += [f"{root} Close" for root in _ROOTS]
        first, second = names[:len(_ROOTS)], names[len(_ROOTS):]
        rng.shuffle(first)
        rng.shuffle(second)
        self._left = second + first  # taken from the end

    def take(self):
        return self._left.pop()
