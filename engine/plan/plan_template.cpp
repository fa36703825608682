// SPDX-License-Identifier: MIT
#include "plan/plan_template.hpp"

namespace merestone {

namespace {

constexpr std::string_view kTemplate =
#include "plan/new_plan.inc" // made of new_plan.yaml by CMake
    ;

} // namespace

std::string_view planTemplate() noexcept {
    return kTemplate;
}

} // namespace merestone
