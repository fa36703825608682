// SPDX-License-Identifier: MIT
#include "cartography/kind_words.hpp"
#include "cartography/layer_style.hpp"
#include "cartography/theme.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

using namespace merestone;
using namespace merestone::map;
using namespace merestone::map::testing_support;

namespace {

Kind kindOf(const std::string& name, const std::string& wkt, const std::string& role = "",
            const std::string& use = "") {
    const LayerPtr layer = made(name, {{"1", "One", use, wkt}});
    const MapLayer styled = mapLayer(layer, role);
    return styled.style->classes[styled.style->classOf(0)].kind;
}

const std::string kPolygon = rectangle(0, 0, 10, 10);

double luminance(const QColor& colour) {
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// WCAG 2.1, 1.4.3.
double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return la > lb ? la / lb : lb / la;
}

} // namespace

TEST(Style, FollowsTheRoleWhateverTheName) {
    EXPECT_EQ(kindOf("x", kPolygon, "site_allocation"), Kind::siteAllocation);
    EXPECT_EQ(kindOf("parks", kPolygon, "local_green_space"), Kind::localGreenSpace);
    EXPECT_EQ(kindOf("x", kPolygon, "neighbourhood_area"), Kind::neighbourhoodArea);
}

TEST(Style, FollowsTheNameWhereThereIsNoRole) {
    EXPECT_EQ(kindOf("Flood_Zones.shp", kPolygon), Kind::floodZone3);
    EXPECT_EQ(kindOf("conservation areas", kPolygon), Kind::conservationArea);
    EXPECT_EQ(kindOf("open_space", kPolygon), Kind::park);
    EXPECT_EQ(kindOf("buildings", kPolygon), Kind::building);
    EXPECT_EQ(kindOf("streets", "LINESTRING(0 0,1 1)"), Kind::street);
    EXPECT_EQ(kindOf("listed", "POINT(1 1)"), Kind::listedBuilding);
    EXPECT_EQ(kindOf("schools", "POINT(1 1)"), Kind::school);
    EXPECT_EQ(kindOf("schools", kPolygon), Kind::education);
}

TEST(Style, FollowsTheValuesWithinALayer) {
    const MapLayer layer = mapLayer(made("parcels", {{"1", "", "house", kPolygon},
                                                     {"2", "", "shop", kPolygon},
                                                     {"3", "", "", kPolygon},
                                                     {"4", "", "qwertz", kPolygon}}));
    const auto kind = [&layer](std::size_t row) { return layer.style->classes[layer.style->classOf(row)].kind; };
    EXPECT_EQ(kind(0), Kind::housing);
    EXPECT_EQ(kind(1), Kind::shopping);
    EXPECT_EQ(kind(2), Kind::land); // null
    EXPECT_EQ(kind(3), Kind::land); // a word that nobody knows
    EXPECT_EQ(layer.style->classField, QStringLiteral("use"));
}

TEST(Style, KnowsUseClassesAndShortWordsOnlyAsWholeWords) {
    EXPECT_EQ(kindOfValue("C3", Shape::polygon), Kind::housing);
    EXPECT_EQ(kindOfValue("E", Shape::polygon), Kind::shopping);
    EXPECT_EQ(kindOfValue("Estate", Shape::polygon), std::nullopt); // not class E
    EXPECT_EQ(kindOfLayerName("gps_track", Shape::point), std::nullopt);
    EXPECT_EQ(kindOfLayerName("gps", Shape::point), Kind::health);
}

TEST(Style, AnUnknownLayerGetsANeutralLookAndLiesBeneath) {
    const MapLayer unknown = mapLayer(made("zzz", {{"1", "", "", kPolygon}}));
    EXPECT_GE(unknown.style->classes[0].kind, Kind::otherArea1);
    EXPECT_LT(unknown.style->order, mapLayer(made("streets", {{"1", "", "", "LINESTRING(0 0,1 1)"}})).style->order);
}

TEST(Style, AnEmptyLayerIsNoTrouble) {
    EXPECT_EQ(mapLayer(made("parcels", {})).style->classes.size(), 1U);
}

TEST(Theme, EveryKindIsToBeSeenInEveryTheme) {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark, ThemeKind::highContrast}) {
        for (int i = 0; i < kKindCount; ++i) {
            const Symbol& symbol = theme(kind).symbol(static_cast<Kind>(i));
            EXPECT_TRUE(symbol.fill.isValid() || symbol.stroke.isValid())
                << kindTitle(static_cast<Kind>(i)).toStdString();
        }
    }
}

TEST(Theme, LabelsStandOutFromTheirHalo) {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark, ThemeKind::highContrast}) {
        const Theme& t = theme(kind);
        QColor halo = t.halo;
        halo.setAlpha(255);
        const double least = kind == ThemeKind::highContrast ? 7.0 : 4.5;
        for (const QColor& ink : {t.ink, t.streetInk, t.waterInk, t.greenInk, t.planInk}) {
            EXPECT_GE(contrast(ink, halo), least) << ink.name().toStdString();
        }
    }
}

TEST(Theme, VerdictsDifferByShapeOrSignAlone) {
    std::set<std::pair<int, QString>> seen;
    for (const VerdictSymbol& symbol : theme(ThemeKind::light).verdicts) {
        EXPECT_TRUE(seen.emplace(static_cast<int>(symbol.shape), symbol.sign).second);
    }
}

TEST(Theme, IsFoundByItsName) {
    EXPECT_EQ(themeNamed(QStringLiteral("high-contrast")), ThemeKind::highContrast);
    EXPECT_EQ(themeNamed(QStringLiteral("pink")), std::nullopt);
}
