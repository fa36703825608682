// SPDX-License-Identifier: MIT
#include "submission/run_program.hpp"

#include "base/error.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <thread>

using namespace merestone;
using namespace merestone::tests;
using End = ProgramOutcome::End;

namespace {

ProgramOutcome shell(const std::string& script, const ProgramLimits& limits = {}) {
    return runProgram({"sh", "-c", script}, limits, RunContext{});
}

} // namespace

TEST(RunProgram, GivesOutputStatusAndTheFirstLineOfComplaint) {
    const ProgramOutcome outcome = shell("printf 'a\\nb'; echo first >&2; echo second >&2; exit 3");
    EXPECT_EQ(outcome.end, End::finished);
    EXPECT_EQ(outcome.status, 3);
    EXPECT_EQ(outcome.output, "a\nb");
    EXPECT_EQ(outcome.complaint, "first");
}

TEST(RunProgram, PassesArgumentsAsTheyAre) {
    const ProgramOutcome outcome = runProgram({"printf", "%s", "$(id); a b*\n'"}, ProgramLimits{}, RunContext{});
    EXPECT_EQ(outcome.output, "$(id); a b*\n'");
}

TEST(RunProgram, GivesNoInputAndNoEnvironmentOfOurs) {
    ASSERT_EQ(setenv("MERESTONE_SECRET", "x", 1), 0);
    EXPECT_EQ(shell("cat; printf '%s' \"$MERESTONE_SECRET$HOME\"").output, "");
    ASSERT_EQ(unsetenv("MERESTONE_SECRET"), 0);
}

TEST(RunProgram, SaysWhenThereIsNoSuchProgram) {
    EXPECT_EQ(runProgram({"merestone-no-such-program"}, ProgramLimits{}, RunContext{}).end, End::notFound);
    EXPECT_EQ(runProgram({}, ProgramLimits{}, RunContext{}).end, End::notFound);
}

TEST(RunProgram, EndsWhatTakesTooLongWithItsChildren) {
    const ScratchFolder scratch;
    ProgramLimits limits;
    limits.time = std::chrono::seconds(1);
    // A grandchild holds the pipe open; without its group it would outlive the program.
    const ProgramOutcome outcome = shell("(sleep 600; echo late) & sleep 600", limits);
    EXPECT_EQ(outcome.end, End::timedOut);
    EXPECT_EQ(outcome.output, "");
}

TEST(RunProgram, EndsWhatPrintsTooMuch) {
    ProgramLimits limits;
    limits.outputBytes = 1000;
    EXPECT_EQ(shell("while :; do echo abcdefgh; done", limits).end, End::tooMuchOutput);
}

TEST(RunProgram, RunsTheProgramAtAnAbsolutePath) {
    EXPECT_EQ(runProgram({"/bin/echo", "here"}, ProgramLimits{}, RunContext{}).output, "here\n");
    EXPECT_EQ(runProgram({"/no/such/program"}, ProgramLimits{}, RunContext{}).end, End::notFound);
}

TEST(RunProgram, WritesFilesAndSeesTheEnvironmentOnlyWhereThatIsAllowed) {
    const ScratchFolder scratch;
    const std::string file = (scratch / "written.txt").string();
    setenv("MERESTONE_TEST_WORD", "seen", 1);
    const std::string script = "echo $MERESTONE_TEST_WORD; echo text > '" + file + "'";
    EXPECT_EQ(shell(script).output, "\n");
    EXPECT_EQ(std::filesystem::file_size(file), 0U);
    ProgramLimits limits;
    limits.fileBytes.reset();
    limits.ownEnvironment = false;
    EXPECT_EQ(shell(script, limits).output, "seen\n");
    EXPECT_EQ(std::filesystem::file_size(file), 5U);
    unsetenv("MERESTONE_TEST_WORD");
    ProgramLimits told;
    told.variables = {"MERESTONE_TEST_WORD=told"};
    EXPECT_EQ(shell("echo $MERESTONE_TEST_WORD", told).output, "told\n");
}

TEST(RunProgram, StopsWhenAsked) {
    std::stop_source stop;
    RunContext context;
    context.stop = stop.get_token();
    std::jthread later([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    EXPECT_THROW((void)runProgram({"sleep", "600"}, ProgramLimits{}, context), Error);
}
