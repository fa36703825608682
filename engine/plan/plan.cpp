// SPDX-License-Identifier: MIT
#include "plan/plan.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

/// Things that a plan draws itself.
constexpr std::array<std::string_view, 14> kPlanRoles = {"neighbourhood_area",
                                                         "sub_area",
                                                         "site_allocation",
                                                         "local_green_space",
                                                         "orphan_space",
                                                         "designation",
                                                         "centre",
                                                         "primary_shopping_area",
                                                         "frontage",
                                                         "settlement_boundary",
                                                         "green_corridor",
                                                         "view",
                                                         "local_list",
                                                         "policy_area"};

/// Things that a plan is measured against.
constexpr std::array<std::string_view, 5> kReferenceRoles = {"designated_area", "other_neighbourhood_area",
                                                             "community_project", "illustration", "reference"};

} // namespace

bool isPlanRole(std::string_view role) noexcept {
    return std::find(kPlanRoles.begin(), kPlanRoles.end(), role) != kPlanRoles.end();
}

const std::vector<std::string>& knownRoles() {
    static const std::vector<std::string> roles = [] {
        std::vector<std::string> all(kPlanRoles.begin(), kPlanRoles.end());
        all.insert(all.end(), kReferenceRoles.begin(), kReferenceRoles.end());
        return all;
    }();
    return roles;
}

std::string readableValue(const ParameterValue& value) {
    constexpr int kMostDecimals = 6;
    if (const auto* quantity = std::get_if<Quantity>(&value)) {
        return formatQuantity(quantity->value, quantity->unit, kMostDecimals);
    }
    if (const bool* flag = std::get_if<bool>(&value)) {
        return *flag ? "yes" : "no";
    }
    return std::get<std::string>(value);
}

const LayerSpec* Plan::findLayer(std::string_view name) const noexcept {
    const auto found =
        std::find_if(layers.begin(), layers.end(), [&](const LayerSpec& layer) { return layer.name == name; });
    return found == layers.end() ? nullptr : &*found;
}

} // namespace merestone
