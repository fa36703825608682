// SPDX-License-Identifier: MIT
#include "cartography/furniture.hpp"
#include "cartography/legend.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace merestone;
using namespace merestone::map;
using namespace merestone::map::testing_support;

namespace {

std::vector<std::string> titles(const std::vector<LegendEntry>& entries) {
    std::vector<std::string> result;
    for (const LegendEntry& entry : entries) {
        result.push_back(entry.title.toStdString());
    }
    return result;
}

} // namespace

TEST(ScaleBar, ShowsRoundLengths) {
    EXPECT_DOUBLE_EQ(roundLength(537), 500);
    EXPECT_DOUBLE_EQ(roundLength(500), 500);
    EXPECT_DOUBLE_EQ(roundLength(499), 200);
    EXPECT_DOUBLE_EQ(roundLength(1999), 1000);
    EXPECT_DOUBLE_EQ(roundLength(0.3), 0.2);
    EXPECT_DOUBLE_EQ(roundLength(0), 0);
}

TEST(ScaleBar, TellsLengthsAndScalesAsPeopleWriteThem) {
    EXPECT_EQ(lengthText(200), QStringLiteral("200 m"));
    EXPECT_EQ(lengthText(2000), QStringLiteral("2 km"));
    EXPECT_EQ(scaleText(2500), QStringLiteral("1:2,500"));
    EXPECT_EQ(scaleText(12341.7), QStringLiteral("1:12,300"));
    EXPECT_EQ(scaleText(1234567.8), QStringLiteral("1:1,234,600"));
}

TEST(Legend, HoldsWhatIsDrawnAndNothingElse) {
    const ScenePtr scene =
        sceneOf({mapLayer(made("parcels", {{"1", "", "house", rectangle(0, 0, 50, 50)},
                                           {"2", "", "shop", rectangle(900, 900, 950, 950)}})),
                 mapLayer(made("parks", {{"1", "", "", rectangle(10, 10, 20, 20)}})),
                 mapLayer(made("sites", {{"S", "", "", rectangle(30, 30, 40, 40)}}), "site_allocation")},
                {finding("sites", "S", Verdict::fail), finding("parcels", "2", Verdict::cannotTell)});
    EXPECT_EQ(titles(legendOf(*scene, squareView(100, 400))),
              (std::vector<std::string>{"Site allocation", "Policy conflict", "Parks and open space", "Houses"}));
    EXPECT_EQ(titles(legendOf(*withVisibility(*scene, QStringLiteral("parks"), false), squareView(100, 400), false)),
              (std::vector<std::string>{"Site allocation", "Houses"}));
}

TEST(Legend, NamesALookOnce) {
    const ScenePtr scene = sceneOf({mapLayer(made("parks", {{"1", "", "", rectangle(0, 0, 9, 9)}})),
                                    mapLayer(made("open_space", {{"1", "", "", rectangle(0, 0, 9, 9)}}))});
    EXPECT_EQ(legendOf(*scene, squareView(10, 100)).size(), 1U);
}

TEST(Text, BreaksWhereItMustAndNowhereElse) {
    const double width = textWidth(QStringLiteral("one two"), 10) + 1;
    EXPECT_EQ(brokenText(QStringLiteral("one two three"), 10, width),
              (QStringList{QStringLiteral("one two"), QStringLiteral("three")}));
    EXPECT_EQ(brokenText(QStringLiteral("one"), 10, 1), QStringList{QStringLiteral("one")});
    EXPECT_TRUE(brokenText(QString(), 10, 100).isEmpty());
}
