// SPDX-License-Identifier: MIT
#include "exchange/publish.hpp"

#include "base/error.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace merestone;
using merestone::tests::readFile;
using merestone::tests::ScratchFolder;
using merestone::tests::writeFile;

namespace {

/// The text of the error, which must be one about output.
template <typename Action> std::string errorOf(Action action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::output);
        return error.what();
    }
    return "no error";
}

/// Runs `action` in a child process and gives the status that it returned.
template <typename Action> int inChild(Action action) {
    const pid_t child = fork();
    if (child == 0) {
        _exit(action());
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST(Publish, PutsANewFileInPlaceAndLeavesNothingElse) {
    const ScratchFolder folder;
    publishFile(folder / "out.txt", [](const auto& staged) { writeFile(staged, "new"); });
    EXPECT_EQ(readFile(folder / "out.txt"), "new");
    EXPECT_EQ(folder.entries(), 1U);
}

TEST(Publish, ReplacesAnOldFileAndKeepsItsPermissions) {
    const ScratchFolder folder;
    writeFile(folder / "out.txt", "old");
    ASSERT_EQ(chmod((folder / "out.txt").c_str(), 0640), 0);
    publishFile(folder / "out.txt", [](const auto& staged) { writeFile(staged, "new"); });
    EXPECT_EQ(readFile(folder / "out.txt"), "new");
    struct stat status {};
    ASSERT_EQ(stat((folder / "out.txt").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0640U);
}

TEST(Publish, LeavesTheOldFileWhenWritingFails) {
    const ScratchFolder folder;
    writeFile(folder / "out.txt", "old");
    EXPECT_THROW(publishFile(folder / "out.txt",
                             [](const auto& staged) {
                                 writeFile(staged, "half");
                                 throw Error(ErrorCode::output, "disk full");
                             }),
                 Error);
    EXPECT_EQ(readFile(folder / "out.txt"), "old");
    EXPECT_EQ(folder.entries(), 1U);
}

TEST(Publish, SaysSoWhenNothingWasWritten) {
    const ScratchFolder folder;
    const std::string text = errorOf([&] { publishFile(folder / "out.txt", [](const auto&) {}); });
    EXPECT_NE(text.find("No such file"), std::string::npos) << text;
    EXPECT_EQ(folder.entries(), 0U);
}

TEST(Publish, RefusesAFolderAsTarget) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder / "out");
    const std::string text = errorOf([&] { const StagedFile file(folder / "out"); });
    EXPECT_NE(text.find("is a folder"), std::string::npos) << text;
}

TEST(Publish, RefusesAFolderThatIsNotThere) {
    const ScratchFolder folder;
    const std::string text = errorOf([&] { const StagedFile file(folder / "missing/out.txt"); });
    EXPECT_NE(text.find("missing/out.txt"), std::string::npos) << text;
    EXPECT_NE(text.find("No such file"), std::string::npos) << text;
}

TEST(Publish, RefusesADevice) {
    const std::string text = errorOf([&] { const StagedFile file("/dev/null"); });
    EXPECT_NE(text.find("not a regular file"), std::string::npos) << text;
}

TEST(Publish, KnowsBeforeTheWorkThatAFolderIsReadOnly) {
    const ScratchFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    const int status = inChild([&] {
        if (geteuid() == 0 && setuid(65534) != 0) { // root may write anywhere
            return 2;
        }
        const std::string text = errorOf([&] { const StagedFile file(folder / "out.txt"); });
        return text.find("Permission denied") == std::string::npos ? 1 : 0;
    });
    EXPECT_EQ(status, 0);
}

TEST(Publish, ReplacesASymbolicLinkWithoutFollowingIt) {
    const ScratchFolder folder;
    writeFile(folder / "victim", "mine");
    std::filesystem::create_symlink(folder / "victim", folder / "out.txt");
    publishFile(folder / "out.txt", [](const auto& staged) { writeFile(staged, "new"); });
    EXPECT_EQ(readFile(folder / "victim"), "mine");
    EXPECT_FALSE(std::filesystem::is_symlink(folder / "out.txt"));
    EXPECT_EQ(readFile(folder / "out.txt"), "new");
}

TEST(Publish, RemovesWhatAKilledRunLeftBehind) {
    const ScratchFolder folder;
    writeFile(folder / "out.txt", "old");
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        StagedFile file(folder / "out.txt");
        writeFile(file.path(), "half");
        kill(getpid(), SIGKILL);
    }
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    EXPECT_EQ(readFile(folder / "out.txt"), "old");
    EXPECT_EQ(folder.entries(), 2U);
    publishFile(folder / "other.txt", [](const auto& staged) { writeFile(staged, "new"); });
    EXPECT_EQ(folder.entries(), 2U); // out.txt and other.txt
    EXPECT_EQ(readFile(folder / "out.txt"), "old");
}

TEST(Publish, LeavesTheStagingOfALivingRunAlone) {
    const ScratchFolder folder;
    StagedFile first(folder / "out.txt");
    writeFile(first.path(), "first");
    publishFile(folder / "out.txt", [](const auto& staged) { writeFile(staged, "second"); });
    EXPECT_EQ(readFile(folder / "out.txt"), "second");
    first.commit();
    EXPECT_EQ(readFile(folder / "out.txt"), "first");
}

TEST(Publish, DoesNotTouchFoldersOfOthersWithALikeName) {
    const ScratchFolder folder;
    std::filesystem::create_directories(folder / ".merestone-stage-mine/deeper");
    writeFile(folder / ".merestone-stage-mine/deeper/file", "kept");
    publishFile(folder / "out.txt", [](const auto& staged) { writeFile(staged, "new"); });
    EXPECT_EQ(readFile(folder / ".merestone-stage-mine/deeper/file"), "kept");
}
