// SPDX-License-Identifier: MIT
#include "models/merge_changes.hpp"

#include <gtest/gtest.h>

namespace merestone::viewer {
namespace {

using Kind = FeatureChange::Kind;

std::vector<FeatureChange> merged(std::vector<FeatureChange> first, const std::vector<FeatureChange>& later) {
    mergeChanges(first, later);
    return first;
}

TEST(MergeChanges, TheNewestShapeWinsAndNoValueIsLost) {
    const auto changes = merged({{Kind::modified, 7, "old", {{"a", "1"}, {"b", "2"}}}},
                                {{Kind::modified, 7, "new", {{"b", "3"}}}, {Kind::modified, 8, "x", {}}});
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].wkb, "new");
    EXPECT_EQ(changes[0].values, (std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"b", "3"}}));
}

TEST(MergeChanges, AChangeOfValuesKeepsTheShape) {
    EXPECT_EQ(merged({{Kind::modified, 7, "shape", {}}}, {{Kind::modified, 7, "", {{"a", "1"}}}})[0].wkb, "shape");
}

TEST(MergeChanges, WhatIsAddedAndChangedIsAdded) {
    EXPECT_EQ(merged({{Kind::added, 7, "a", {}}}, {{Kind::modified, 7, "b", {}}})[0].kind, Kind::added);
}

TEST(MergeChanges, WhatCameAndWentLeavesNothing) {
    EXPECT_TRUE(merged({{Kind::added, 7, "a", {}}}, {{Kind::removed, 7, "", {}}}).empty());
}

TEST(MergeChanges, WhatWentAndCameBackIsAChange) {
    const auto changes = merged({{Kind::removed, 7, "", {}}}, {{Kind::added, 7, "a", {{"n", "1"}}}});
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].kind, Kind::modified);
    EXPECT_EQ(changes[0].wkb, "a");
}

TEST(MergeChanges, RemovingEndsAChange) {
    EXPECT_EQ(merged({{Kind::modified, 7, "a", {}}}, {{Kind::removed, 7, "", {}}})[0].kind, Kind::removed);
}

} // namespace
} // namespace merestone::viewer
