// SPDX-License-Identifier: MIT
#include "plan/plan_template.hpp"

namespace merestone {

namespace {

constexpr std::string_view kTemplate =
#include "plan/new_plan.inc" // made of new_plan.yaml by CMake
    ;
constexpr std::string_view kStarter =
#include "plan/starter_plan.inc" // made of starter_plan.yaml
    ;

} // namespace

std::string_view planTemplate() noexcept {
    return kTemplate;
}

std::string_view starterPlanTemplate() noexcept {
    return kStarter;
}

} // namespace merestone
