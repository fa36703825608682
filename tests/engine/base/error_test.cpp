// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/run_context.hpp"

#include <gtest/gtest.h>

#include <string>

namespace merestone {
namespace {

TEST(Place, LeavesOutWhatIsUnknown) {
    EXPECT_EQ((Place{"plan.yaml", 12, 5}.text()), "plan.yaml:12:5");
    EXPECT_EQ((Place{"plan.yaml", 12, 0}.text()), "plan.yaml:12");
    EXPECT_EQ((Place{"plan.yaml", 0, 5}.text()), "plan.yaml");
    EXPECT_EQ(Place{}.text(), "");
}

TEST(Error, KeepsCodeAndText) {
    const Error error(ErrorCode::projection, "no grid");
    EXPECT_EQ(error.code(), ErrorCode::projection);
    EXPECT_STREQ(error.what(), "no grid");
}

TEST(RunContext, WithoutAStopRequestGoesOn) {
    EXPECT_NO_THROW(RunContext{}.throwIfStopped());
}

TEST(RunContext, ThrowsCancelledAfterAStopRequest) {
    std::stop_source source;
    RunContext context;
    context.stop = source.get_token();
    EXPECT_NO_THROW(context.throwIfStopped());
    source.request_stop();
    try {
        context.throwIfStopped();
        FAIL() << "a stopped context must throw";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cancelled);
    }
}

TEST(RunContext, ReportsOnlyToAListener) {
    RunContext context;
    context.report("reading", 0.5); // nobody listens: nothing happens
    std::string heard;
    context.progress = [&](std::string_view stage, double fraction) {
        heard = std::string(stage) + std::to_string(fraction);
    };
    context.report("reading", 0.5);
    EXPECT_EQ(heard, "reading0.500000");
}

} // namespace
} // namespace merestone
