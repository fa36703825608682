// SPDX-License-Identifier: MIT
#include "base/timed_call.hpp"

#include "base/error.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

namespace merestone {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kLong{300};
constexpr std::chrono::seconds kShort{1};

void waitWhile(const std::atomic<std::size_t>& what, std::size_t value) {
    while (what == value) {
        std::this_thread::sleep_for(1ms);
    }
}

void waitUntilNobodyIsLeft() {
    while (abandonedCalls() > 0) {
        std::this_thread::sleep_for(1ms);
    }
}

TEST(CallWithin, RunsWorkElsewhereAndReturns) {
    const auto caller = std::this_thread::get_id();
    std::thread::id worker;
    EXPECT_EQ(callWithin(kLong, {}, [&worker](const std::stop_token&) { worker = std::this_thread::get_id(); }),
              CallEnd::returned);
    EXPECT_NE(worker, std::thread::id());
    EXPECT_NE(worker, caller);
    std::thread::id next;
    EXPECT_EQ(callWithin(0s, {}, [&next](const std::stop_token&) { next = std::this_thread::get_id(); }),
              CallEnd::returned);
    EXPECT_EQ(next, worker) << "each call started a thread of its own";
}

TEST(CallWithin, ThrowsWhatTheWorkThrows) {
    const auto fails = [](const std::stop_token&) { throw Error(ErrorCode::geometry, "no shape"); };
    try {
        (void)callWithin(kLong, {}, fails);
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::geometry);
        EXPECT_STREQ(error.what(), "no shape");
    }
    EXPECT_THROW((void)callWithin(kLong, {}, [](const std::stop_token&) { throw 7; }), int);
    EXPECT_EQ(callWithin(kLong, {}, [](const std::stop_token&) {}), CallEnd::returned) << "the error stayed";
}

TEST(CallWithin, AsksLateWorkToEnd) {
    const auto polite = [](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(1ms);
        }
        throw Error(ErrorCode::cancelled, "stopped");
    };
    EXPECT_EQ(callWithin(kShort, {}, polite), CallEnd::late);
    EXPECT_EQ(abandonedCalls(), 0U);
}

TEST(CallWithin, LeavesWorkAloneThatDoesNotListen) {
    const auto release = std::make_shared<std::atomic<bool>>(false);
    const std::weak_ptr<std::atomic<bool>> held = release;
    const auto deaf = [release](const std::stop_token&) {
        while (!*release) {
            std::this_thread::sleep_for(1ms);
        }
    };
    EXPECT_EQ(callWithin(kShort, {}, deaf), CallEnd::late);
    EXPECT_EQ(abandonedCalls(), 1U);
    EXPECT_EQ(callWithin(kLong, {}, [](const std::stop_token&) {}), CallEnd::returned) << "others cannot go on";
    *release = true;
    waitUntilNobodyIsLeft();
    EXPECT_EQ(abandonedCalls(), 0U);
}

TEST(CallWithin, IsStoppedFromOutside) {
    std::stop_source outside;
    const auto started = std::make_shared<std::atomic<std::size_t>>(0);
    std::jthread stopper([&outside, started] {
        waitWhile(*started, 0);
        outside.request_stop();
    });
    const auto polite = [started](const std::stop_token& stop) {
        *started = 1;
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(1ms);
        }
        throw Error(ErrorCode::cancelled, "stopped");
    };
    EXPECT_THROW((void)callWithin(kLong, outside.get_token(), polite), Error);
    const auto release = std::make_shared<std::atomic<bool>>(false);
    const auto deaf = [release](const std::stop_token&) {
        while (!*release) {
            std::this_thread::sleep_for(1ms);
        }
    };
    EXPECT_EQ(callWithin(kLong, outside.get_token(), deaf), CallEnd::stopped);
    *release = true;
    waitUntilNobodyIsLeft();
}

} // namespace
} // namespace merestone
