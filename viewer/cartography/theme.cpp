// SPDX-License-Identifier: MIT
#include "cartography/theme.hpp"

namespace merestone::map {

namespace {

QColor rgb(QRgb value, int alpha = 255) {
    QColor colour = QColor::fromRgb(value);
    colour.setAlpha(alpha);
    return colour;
}

Symbol area(QColor fill, QColor stroke = {}, double strokeMm = 0.1) {
    Symbol symbol;
    symbol.fill = fill;
    symbol.stroke = stroke;
    symbol.strokeMm = strokeMm;
    return symbol;
}

Symbol patterned(QColor fill, Pattern pattern, QColor stroke, double strokeMm, Dash dash = Dash::solid) {
    Symbol symbol = area(fill, stroke, strokeMm);
    symbol.pattern = pattern;
    symbol.dash = dash;
    return symbol;
}

Symbol line(QColor core, double coreMm, QColor casing = {}, double casingMm = 0.0, Dash dash = Dash::solid) {
    Symbol symbol;
    symbol.pattern = Pattern::none;
    symbol.stroke = core;
    symbol.strokeMm = coreMm;
    symbol.casing = casing;
    symbol.casingMm = casingMm;
    symbol.dash = dash;
    return symbol;
}

Symbol point(Marker marker, QColor fill, double markerMm, QColor stroke) {
    Symbol symbol;
    symbol.marker = marker;
    symbol.markerMm = markerMm;
    symbol.fill = fill;
    symbol.stroke = stroke;
    symbol.strokeMm = 0.15;
    return symbol;
}

/// The colours that make a theme; the symbols are put together from them.
struct Palette {
    QRgb background, ink, faintInk, halo, streetInk, waterInk, greenInk, planInk;
    QRgb land, housing, flats, garden, shopping, employment, education, community, openLand, plotLine;
    QRgb park, sports, allotments, cemetery, woodland, greenLine, water, waterLine;
    QRgb building, buildingLine, buildingPublic, rail, railGap, street, streetCase, secondary, main, mainCase, path;
    QRgb flood, floodDeep, heritage, belt, nature;
    QRgb policy, centre, orphan, greenSpace, site, noBuild, subArea, otherArea, boundary, boundaryHalo;
    QRgb point, pointEdge, shop, takeaway, school, health, hall, worship, culture;
    QRgb neutral1, neutral2, neutral3;
    QRgb highlight, highlightOther;
    double weight; ///< of the lines of plan and designations: 1, more for high contrast
    int planFill;  ///< alpha of the areas that the plan draws
};

constexpr Palette kLight{
    0xf2efe9, 0x2b2b2b, 0x6b6b6b, 0xffffff, 0x4a4038, 0x1f5f85, 0x2e5e2a, 0x4b1d63, //
    0xf6f2ea, 0xf5ecda, 0xf0dfc2, 0xf4efe0, 0xf3cfc4, 0xdcd5e6, 0xf2dfae, 0xeccfb2, 0xe9ecd6, 0xd8cbb5,
    0xcfe6bd, 0xc5e3c0, 0xdbe6b8, 0xcddcc0, 0xb3d3a2, 0x9dbf8c, 0xa9d0e6, 0x6ba3c6, //
    0xd9cab5, 0xb5a288, 0xc6a98a, 0x6d6d6d, 0xffffff, 0xffffff, 0xcbc2b2, 0xfff3c4, 0xfbdf94, 0xc9a34a,
    0x9a7b4f, 0x2a78b8, 0x14508a, 0x8c5a2b, 0x3f8f4e, 0x2f8f6b, //
    0x1f5fae, 0xb0326e, 0x00796b, 0x14752f, 0x7a2d9c, 0x5a5a5a, 0x777777, 0x8a8a8a, 0x222222, 0xffffff,
    0x555555, 0xffffff, 0xb0553f, 0x9c2f2f, 0x1f4e9c, 0xa8324a, 0x5c3d99, 0x6a4a2a, 0x8a4b00, //
    0xdedad0, 0xd3dbe0, 0xe2d6dd,                                                             //
    0xd4006a, 0x0062c4, 1.0,      56,
};

constexpr Palette kDark{
    0x22262b, 0xe6e6e6, 0xa5a5a5, 0x15181c, 0xd5cec2, 0x9fd0ee, 0xa9d79c, 0xe4c2f5, //
    0x2a2e33, 0x37352f, 0x433c30, 0x33342f, 0x523832, 0x3b3846, 0x4a4330, 0x4b3c30, 0x34382e, 0x4c483f,
    0x2c4429, 0x2a4a33, 0x3d4629, 0x35402e, 0x23402a, 0x4a6a44, 0x1f4257, 0x3c7696, //
    0x55503f, 0x7a7259, 0x6d5a42, 0xa9a9a9, 0x22262b, 0x4a4d52, 0x17191c, 0x6b6444, 0x8f7a36, 0x1c1a12,
    0xb59a6a, 0x5aa9e6, 0x3f8fe0, 0xc98a4e, 0x7bc88a, 0x63c9a4, //
    0x7db4ff, 0xf07eb2, 0x4fd0c0, 0x63d17c, 0xcf8af0, 0xbdbdbd, 0x9a9a9a, 0x8d8d8d, 0xf4f4f4, 0x15181c,
    0xcfcfcf, 0x15181c, 0xe39a86, 0xf08a8a, 0x8db8ff, 0xf38ba2, 0xb8a0f0, 0xd6b48c, 0xf0b25a, //
    0x3d3f42, 0x38424a, 0x463b43,                                                             //
    0xff5fae, 0x6fc0ff, 1.0,      64,
};

constexpr Palette kHighContrast{
    0xffffff, 0x000000, 0x000000, 0xffffff, 0x000000, 0x00315c, 0x003b00, 0x3b0057, //
    0xffffff, 0xffffff, 0xf2f2f2, 0xffffff, 0xffe3da, 0xe7e2f5, 0xfff0c0, 0xffe7cf, 0xf3f7e6, 0x8a8a8a,
    0xc9efb5, 0xbdeeb6, 0xdff0b0, 0xcfe6c4, 0x9ed48c, 0x1e6b1a, 0x9ad4f5, 0x00548f, //
    0xcfcfcf, 0x3a3a3a, 0xa8a8a8, 0x000000, 0xffffff, 0xffffff, 0x5a5a5a, 0xfff0a8, 0xffd34d, 0x4a3800,
    0x4a2f00, 0x0050b0, 0x003a80, 0x6b3200, 0x005a1a, 0x00573c, //
    0x003f9e, 0x99004d, 0x00574e, 0x005a1c, 0x5b0082, 0x000000, 0x303030, 0x303030, 0x000000, 0xffffff,
    0x000000, 0xffffff, 0x8a2000, 0x8a0000, 0x002f8a, 0x8a0024, 0x3d008a, 0x4a2600, 0x6b3a00, //
    0xe6e6e6, 0xdde8f0, 0xf0e0ea,                                                             //
    0xd4006a, 0x0050c0, 1.5,      40,
};

class SymbolMaker {
public:
    explicit SymbolMaker(const Palette& palette) : p(palette) {}

    std::array<Symbol, kKindCount> make() {
        land();
        ground();
        designations();
        planDrawings();
        points();
        matches();
        return m_symbols;
    }

private:
    Symbol& at(Kind kind) { return m_symbols[static_cast<std::size_t>(kind)]; }

    void land() {
        const auto plot = [this](Kind kind, QRgb fill) { at(kind) = area(rgb(fill), rgb(p.plotLine), 0.1 * p.weight); };
        plot(Kind::land, p.land);
        plot(Kind::housing, p.housing);
        plot(Kind::flats, p.flats);
        plot(Kind::gardenLand, p.garden);
        plot(Kind::shopping, p.shopping);
        plot(Kind::employment, p.employment);
        plot(Kind::education, p.education);
        plot(Kind::community, p.community);
        plot(Kind::openLand, p.openLand);
        plot(Kind::otherArea1, p.neutral1);
        plot(Kind::otherArea2, p.neutral2);
        plot(Kind::otherArea3, p.neutral3);
    }

    void ground() {
        const auto green = [this](Kind kind, QRgb fill) { at(kind) = area(rgb(fill), rgb(p.greenLine), 0.18); };
        green(Kind::park, p.park);
        green(Kind::schoolField, p.sports);
        green(Kind::sports, p.sports);
        green(Kind::allotments, p.allotments);
        green(Kind::cemetery, p.cemetery);
        green(Kind::woodland, p.woodland);
        at(Kind::futureGreen) = patterned({}, Pattern::none, rgb(p.greenInk), 0.25, Dash::dashed);
        at(Kind::water) = area(rgb(p.water), rgb(p.waterLine), 0.2);
        at(Kind::water).casing = rgb(p.waterLine);
        at(Kind::building) = area(rgb(p.building), rgb(p.buildingLine), 0.1 * p.weight);
        at(Kind::buildingPublic) = area(rgb(p.buildingPublic), rgb(p.buildingLine), 0.12 * p.weight);
        at(Kind::railway) = line(rgb(p.railGap), 0.35, rgb(p.rail), 0.25, Dash::dashed);
        at(Kind::path) = line(rgb(p.path), 0.3, {}, 0, Dash::dashed);
        at(Kind::street) = line(rgb(p.street), 0.8, rgb(p.streetCase), 0.12 * p.weight);
        at(Kind::streetSecondary) = line(rgb(p.secondary), 1.1, rgb(p.mainCase), 0.12 * p.weight);
        at(Kind::streetMain) = line(rgb(p.main), 1.5, rgb(p.mainCase), 0.15 * p.weight);
        at(Kind::railway).groundMetres = 5;
        at(Kind::path).groundMetres = 2;
        at(Kind::street).groundMetres = 6.5;
        at(Kind::streetSecondary).groundMetres = 8;
        at(Kind::streetMain).groundMetres = 11;
        at(Kind::otherLine) = line(rgb(p.faintInk), 0.3);
    }

    void designations() {
        const double w = p.weight;
        at(Kind::floodZone2) = patterned(rgb(p.flood, 150), Pattern::wideHatch, rgb(p.flood, 190), 0.2 * w);
        at(Kind::floodZone3) = patterned(rgb(p.floodDeep, 170), Pattern::hatch, rgb(p.floodDeep, 210), 0.25 * w);
        at(Kind::floodZone3b) = patterned(rgb(p.floodDeep, 170), Pattern::crossHatch, rgb(p.floodDeep, 230), 0.3 * w);
        at(Kind::conservationArea) = patterned(rgb(p.heritage, 120), Pattern::hatchBack, rgb(p.heritage), 0.4 * w);
        at(Kind::greenBelt) = patterned(rgb(p.belt, 120), Pattern::wideHatch, rgb(p.belt), 0.35 * w);
        at(Kind::ancientWoodland) = patterned(rgb(p.greenInk, 130), Pattern::dots, rgb(p.greenInk), 0.35 * w);
        at(Kind::nature) = patterned(rgb(p.nature, 130), Pattern::dots, rgb(p.nature), 0.35 * w);
    }

    void planDrawings() {
        const double w = p.weight;
        const auto drawn = [this, w](QRgb colour, double strokeMm, Dash dash = Dash::solid) {
            Symbol symbol = area(rgb(colour, p.planFill), rgb(colour), strokeMm * w);
            symbol.dash = dash;
            return symbol;
        };
        at(Kind::policyArea) = drawn(p.policy, 0.4, Dash::dashed);
        at(Kind::policyArea).fill.setAlpha(p.planFill / 3);
        at(Kind::centre) = drawn(p.centre, 0.4);
        at(Kind::orphanSpace) = drawn(p.orphan, 0.35);
        at(Kind::localGreenSpace) = patterned(rgb(p.greenSpace), Pattern::dots, rgb(p.greenSpace), 0.6 * w);
        at(Kind::siteAllocation) = drawn(p.site, 0.6);
        at(Kind::notDevelopable) = patterned(rgb(p.noBuild, 160), Pattern::crossHatch, rgb(p.noBuild), 0.25 * w);
        at(Kind::subArea) = line(rgb(p.subArea), 0.3 * w, {}, 0, Dash::dotted);
        at(Kind::otherArea) = line(rgb(p.otherArea), 0.4 * w, {}, 0, Dash::dashDot);
        at(Kind::designatedArea) = line(rgb(p.otherArea), 0.3 * w, {}, 0, Dash::dashed);
        at(Kind::neighbourhoodArea) = line(rgb(p.boundary), 0.7 * w, rgb(p.boundaryHalo, 190), 0.5, Dash::dashDot);
    }

    void points() {
        const QColor edge = rgb(p.pointEdge);
        at(Kind::address) = point(Marker::dot, rgb(p.point), 0.6, {});
        at(Kind::listedBuilding) = point(Marker::diamond, rgb(p.heritage), 2.2, edge);
        at(Kind::takeaway) = point(Marker::triangleDown, rgb(p.takeaway), 1.7, edge);
        at(Kind::shopPoint) = point(Marker::square, rgb(p.shop), 1.0, edge);
        at(Kind::school) = point(Marker::book, rgb(p.school), 3.0, edge);
        at(Kind::health) = point(Marker::cross, rgb(p.health), 2.8, edge);
        at(Kind::hall) = point(Marker::house, rgb(p.hall), 2.8, edge);
        at(Kind::worship) = point(Marker::star, rgb(p.worship), 2.6, edge);
        at(Kind::library) = point(Marker::book, rgb(p.culture), 2.6, edge);
        at(Kind::pub) = point(Marker::pentagon, rgb(p.culture), 2.2, edge);
        at(Kind::nursery) = point(Marker::triangle, rgb(p.school), 2.2, edge);
        at(Kind::stop) = point(Marker::square, rgb(p.policy), 2.0, edge);
        at(Kind::tree) = point(Marker::circle, rgb(p.greenInk), 1.6, edge);
        at(Kind::asset) = point(Marker::circle, rgb(p.hall), 2.0, edge);
        at(Kind::otherPoint) = point(Marker::circle, rgb(p.point), 1.4, edge);
    }

    void matches() {
        for (const Kind kind : {Kind::filterMatch, Kind::crowdedMatch}) {
            const bool crowded = kind == Kind::crowdedMatch;
            Symbol& symbol = at(kind);
            symbol.fill = rgb(p.highlightOther, crowded ? 130 : 60);
            symbol.stroke = rgb(p.highlightOther);
            symbol.strokeMm = (crowded ? 0.25 : 0.6) * p.weight;
            symbol.casing = crowded ? QColor() : rgb(p.halo);
            symbol.casingMm = crowded ? 0.0 : 0.3;
            symbol.marker = Marker::circle;
            symbol.markerMm = crowded ? 1.8 : 3.4;
        }
    }

    const Palette& p;
    std::array<Symbol, kKindCount> m_symbols;
};

/// M. Okabe and K. Ito, "Color Universal Design" (2002): apart for every common kind of colour vision.
std::array<VerdictSymbol, 7> verdictSymbols(ThemeKind kind) {
    const QColor white = rgb(0xffffff);
    const QColor black = rgb(0x000000);
    const bool strong = kind == ThemeKind::highContrast;
    return {{
        {rgb(strong ? 0xa83200 : 0xd55e00), white, Marker::diamond, QStringLiteral("!")},
        {rgb(0xe69f00), black, Marker::triangle, QStringLiteral("~")},
        {rgb(strong ? 0x8a2f66 : 0xcc79a7), strong ? white : black, Marker::circle, QStringLiteral("?")},
        {rgb(strong ? 0x004f80 : 0x0072b2), white, Marker::square, QStringLiteral("i")},
        {rgb(0x6b6b6b), white, Marker::triangleDown, QStringLiteral("-")},
        {rgb(strong ? 0x006347 : 0x009e73), white, Marker::circle, QString(QChar(0x2713))},
        {rgb(0x9a9a9a), black, Marker::dot, {}},
    }};
}

Theme makeTheme(ThemeKind kind, const Palette& p) {
    Theme made;
    made.kind = kind;
    made.background = rgb(p.background);
    made.veil = rgb(p.background, kind == ThemeKind::dark ? 150 : 165);
    made.ink = rgb(p.ink);
    made.faintInk = rgb(p.faintInk);
    made.halo = rgb(p.halo, 215);
    made.streetInk = rgb(p.streetInk);
    made.waterInk = rgb(p.waterInk);
    made.greenInk = rgb(p.greenInk);
    made.planInk = rgb(p.planInk);
    made.highlight = rgb(p.highlight);
    made.highlightOther = rgb(p.highlightOther);
    made.symbols = SymbolMaker(p).make();
    made.verdicts = verdictSymbols(kind);
    return made;
}

} // namespace

const Theme& theme(ThemeKind kind) {
    static const Theme light = makeTheme(ThemeKind::light, kLight);
    static const Theme dark = makeTheme(ThemeKind::dark, kDark);
    static const Theme highContrast = makeTheme(ThemeKind::highContrast, kHighContrast);
    switch (kind) {
    case ThemeKind::dark:
        return dark;
    case ThemeKind::highContrast:
        return highContrast;
    case ThemeKind::light:
        break;
    }
    return light;
}

std::optional<ThemeKind> themeNamed(const QString& name) {
    if (name == QLatin1String("light")) {
        return ThemeKind::light;
    }
    if (name == QLatin1String("dark")) {
        return ThemeKind::dark;
    }
    if (name == QLatin1String("high-contrast")) {
        return ThemeKind::highContrast;
    }
    return std::nullopt;
}

} // namespace merestone::map
