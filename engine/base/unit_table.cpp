// SPDX-License-Identifier: MIT
#include "base/unit_table.hpp"

#include <array>

namespace merestone {

namespace {

using Name = std::string_view;

constexpr Dimension kPlain{};
constexpr Dimension kLength{1, 0, 0, 0};
constexpr Dimension kArea{2, 0, 0, 0};
constexpr Dimension kVolume{3, 0, 0, 0};
constexpr Dimension kTime{0, 1, 0, 0};
constexpr Dimension kDwellings{0, 0, 1, 0};
constexpr Dimension kPeople{0, 0, 0, 1};
constexpr Dimension kDensity{-2, 0, 1, 0};

constexpr std::array kMillimetre{Name("mm"), Name("millimetre"), Name("millimetres"), Name("millimeter"),
                                 Name("millimeters")};
constexpr std::array kCentimetre{Name("cm"), Name("centimetre"), Name("centimetres"), Name("centimeter"),
                                 Name("centimeters")};
constexpr std::array kMetre{Name("m"), Name("metre"), Name("metres"), Name("meter"), Name("meters")};
constexpr std::array kKilometre{Name("km"), Name("kilometre"), Name("kilometres"), Name("kilometer"),
                                Name("kilometers")};
constexpr std::array kFoot{Name("ft"), Name("foot"), Name("feet")};
constexpr std::array kYard{Name("yd"), Name("yard"), Name("yards")};
constexpr std::array kMile{Name("mi"), Name("mile"), Name("miles")};
constexpr std::array kSquareMetre{
    Name("m2"),        Name("m^2"),          Name("sqm"),           Name("sq m"),         Name("sq. m"),
    Name("sq metres"), Name("square metre"), Name("square metres"), Name("square meter"), Name("square meters")};
constexpr std::array kHectare{Name("ha"), Name("hectare"), Name("hectares")};
constexpr std::array kSquareKilometre{Name("km2"),
                                      Name("km^2"),
                                      Name("sqkm"),
                                      Name("sq km"),
                                      Name("sq. km"),
                                      Name("square kilometre"),
                                      Name("square kilometres"),
                                      Name("square kilometer"),
                                      Name("square kilometers")};
constexpr std::array kAcre{Name("acres"), Name("acre")};
constexpr std::array kCubicMetre{Name("m3"), Name("m^3"), Name("cubic metre"), Name("cubic metres")};
constexpr std::array kDay{Name("days"), Name("day")};
constexpr std::array kWeek{Name("weeks"), Name("week")};
constexpr std::array kMonth{Name("months"), Name("month")};
constexpr std::array kYear{Name("years"), Name("year")};
constexpr std::array kDwelling{Name("dwellings"), Name("dwelling"),   Name("homes"),     Name("home"),
                               Name("houses"),    Name("households"), Name("household"), Name("house")};
constexpr std::array kPerson{Name("people"),   Name("person"),      Name("persons"),    Name("residents"),
                             Name("resident"), Name("inhabitants"), Name("inhabitant"), Name("population"),
                             Name("heads"),    Name("head")};
constexpr std::array kDwellingsPerHectare{Name("dph")};
constexpr std::array kPercent{Name("%"), Name("percent"), Name("per cent")};
constexpr std::array kStorey{Name("storeys"), Name("storey"), Name("stories"), Name("floors"), Name("floor")};
constexpr std::array kCount{Name("count"),    Name("number"),    Name("times"),    Name("features"), Name("items"),
                            Name("units"),    Name("unit"),      Name("bedrooms"), Name("beds"),     Name("rooms"),
                            Name("spaces"),   Name("places"),    Name("trees"),    Name("shops"),    Name("schools"),
                            Name("parcels"),  Name("buildings"), Name("sites"),    Name("parts"),    Name("vertices"),
                            Name("premises"), Name("properties")};

// A month is a twelfth of a year of 365.25 days: 30.4375 days.
constexpr std::array kUnits{
    NamedUnit{"m", "m", kLength, 1.0, kMetre},
    NamedUnit{"km", "km", kLength, 1000.0, kKilometre},
    NamedUnit{"cm", "cm", kLength, 0.01, kCentimetre},
    NamedUnit{"mm", "mm", kLength, 0.001, kMillimetre},
    NamedUnit{"ft", "ft", kLength, 0.3048, kFoot},
    NamedUnit{"yd", "yd", kLength, 0.9144, kYard},
    NamedUnit{"mi", "mi", kLength, 1609.344, kMile},
    NamedUnit{"m2", "m2", kArea, 1.0, kSquareMetre},
    NamedUnit{"ha", "ha", kArea, 10000.0, kHectare},
    NamedUnit{"km2", "km2", kArea, 1000000.0, kSquareKilometre},
    NamedUnit{"acres", "acre", kArea, 4046.8564224, kAcre},
    NamedUnit{"m3", "m3", kVolume, 1.0, kCubicMetre},
    NamedUnit{"days", "day", kTime, 1.0, kDay},
    NamedUnit{"weeks", "week", kTime, 7.0, kWeek},
    NamedUnit{"months", "month", kTime, 30.4375, kMonth},
    NamedUnit{"years", "year", kTime, 365.25, kYear},
    NamedUnit{"dwellings", "dwelling", kDwellings, 1.0, kDwelling},
    NamedUnit{"people", "person", kPeople, 1.0, kPerson},
    NamedUnit{"dwellings/ha", "dwelling/ha", kDensity, 0.0001, kDwellingsPerHectare},
    NamedUnit{"%", "%", kPlain, 0.01, kPercent},
    NamedUnit{"storeys", "storey", kPlain, 1.0, kStorey},
    NamedUnit{"", "", kPlain, 1.0, kCount},
};

} // namespace

std::span<const NamedUnit> namedUnits() noexcept {
    return kUnits;
}

} // namespace merestone
