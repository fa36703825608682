// SPDX-License-Identifier: MIT
#include "plan/pack_homes.hpp"

#include <algorithm>
#include <iterator>

namespace merestone {

namespace {

struct PackHome {
    std::string_view pack;
    std::string_view topic;
};

// Written by the build from the files in plugins/.
constexpr PackHome kPackHomes[] = {
#include "plan/pack_homes.inc"
};

} // namespace

std::string_view homeOfPack(std::string_view pack) noexcept {
    const auto* const found = std::find_if(std::begin(kPackHomes), std::end(kPackHomes),
                                           [pack](const PackHome& home) { return home.pack == pack; });
    return found == std::end(kPackHomes) ? std::string_view() : found->topic;
}

bool isOfAbsentPack(std::string_view rule, const std::vector<Pack>& packs) noexcept {
    const std::string_view id = rule.substr(0, rule.find('/'));
    return !homeOfPack(id).empty() &&
           std::none_of(packs.begin(), packs.end(), [id](const Pack& pack) { return pack.id == id; });
}

} // namespace merestone
