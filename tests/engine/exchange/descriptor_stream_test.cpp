// SPDX-License-Identifier: MIT
#include "exchange/descriptor_stream.hpp"

#include "base/error.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace merestone;
using merestone::tests::readFile;
using merestone::tests::ScratchFolder;

TEST(DescriptorStream, WritesWhatItIsGivenInOrder) {
    const ScratchFolder folder;
    std::string expected;
    DescriptorStream out(folder / "out", "out");
    for (int i = 0; i < 20000; ++i) {
        out << "line " << i << '\n';
        expected += "line " + std::to_string(i) + "\n";
    }
    const std::string large(200000, 'x');
    out << large;
    EXPECT_TRUE(out.finish());
    EXPECT_EQ(readFile(folder / "out"), expected + large);
}

TEST(DescriptorStream, DoesNotWriteOverAFile) {
    const ScratchFolder folder;
    tests::writeFile(folder / "out", "old");
    EXPECT_THROW(DescriptorStream(folder / "out", "out"), Error);
    EXPECT_EQ(readFile(folder / "out"), "old");
}

TEST(DescriptorStream, ReportsAFullDisk) {
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full < 0) {
        GTEST_SKIP() << "no /dev/full";
    }
    DescriptorStream out(full, "standard output");
    out << "text";
    try {
        out.finish();
        ADD_FAILURE() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()), "cannot write to standard output: No space left on device");
    }
    close(full);
}

TEST(DescriptorStream, TellsAReaderThatHasGoneFromAnError) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    close(ends[0]);
    std::signal(SIGPIPE, SIG_IGN);
    DescriptorStream out(ends[1], "standard output");
    out << std::string(100000, 'x');
    EXPECT_FALSE(out.finish());
    std::signal(SIGPIPE, SIG_DFL);
    close(ends[1]);
}
