// SPDX-License-Identifier: MIT
#include "cartography/rows_by_id.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

#include <string>

using namespace merestone;
using namespace merestone::map;
using namespace merestone::map::testing_support;

TEST(RowsById, FindsEveryRow) {
    std::vector<Made> features;
    for (int i = 0; i < 3000; ++i) {
        features.push_back({"P" + std::to_string(7 * i), "", "", "POINT(1 1)"});
    }
    const LayerPtr layer = made("plots", features);
    const RowsById rows(*layer);
    for (std::size_t row = 0; row < layer->size(); ++row) {
        EXPECT_EQ(rows.find(layer->id(row)), row);
    }
    EXPECT_EQ(rows.find("P1"), std::nullopt);
    EXPECT_EQ(rows.find(""), std::nullopt);
}

TEST(RowsById, TheFirstOfEqualIdsIsMeant) {
    const LayerPtr layer = made("plots", {{"b", "", "", ""}, {"a", "", "", ""}, {"b", "", "", ""}, {"a", "", "", ""}});
    const RowsById rows(*layer);
    EXPECT_EQ(rows.find("a"), 1U);
    EXPECT_EQ(rows.find("b"), 0U);
}

TEST(RowsById, ALayerWithoutFeaturesHasNone) {
    const LayerPtr layer = made("plots", {});
    EXPECT_EQ(RowsById(*layer).find("1"), std::nullopt);
}
