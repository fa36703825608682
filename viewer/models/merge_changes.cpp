// SPDX-License-Identifier: MIT
#include "models/merge_changes.hpp"

#include <algorithm>

namespace merestone::viewer {

namespace {

using Kind = FeatureChange::Kind;

void overlay(FeatureChange& change, const FeatureChange& later) {
    if (!later.wkb.empty()) {
        change.wkb = later.wkb;
    }
    for (const auto& [field, value] : later.values) {
        const auto known = std::find_if(change.values.begin(), change.values.end(),
                                        [&field = field](const auto& entry) { return entry.first == field; });
        if (known == change.values.end()) {
            change.values.emplace_back(field, value);
        } else {
            known->second = value;
        }
    }
}

} // namespace

void mergeChanges(std::vector<FeatureChange>& changes, const std::vector<FeatureChange>& later) {
    for (const FeatureChange& next : later) {
        const auto known = std::find_if(changes.begin(), changes.end(),
                                        [&next](const FeatureChange& change) { return change.fid == next.fid; });
        if (known == changes.end()) {
            changes.push_back(next);
        } else if (next.kind == Kind::removed) {
            if (known->kind == Kind::added) {
                changes.erase(known); // it came and went
            } else {
                *known = next;
            }
        } else if (known->kind == Kind::removed) {
            *known = next; // it went and came back: as a change of what is still there
            known->kind = Kind::modified;
        } else {
            overlay(*known, next);
        }
    }
}

} // namespace merestone::viewer
