// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace merestone::testing {

/// One change to a text and the mistakes that it makes.
struct Mistake {
    const char* name;
    const char* from;
    const char* to;
    std::vector<std::string> lines;
};

inline void PrintTo(const Mistake& mistake, std::ostream* out) {
    *out << mistake.name;
}

inline std::string nameOf(const ::testing::TestParamInfo<Mistake>& test) {
    return test.param.name;
}

} // namespace merestone::testing
