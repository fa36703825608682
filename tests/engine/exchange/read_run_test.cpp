// SPDX-License-Identifier: MIT
#include "exchange/read_run.hpp"

#include "base/error.hpp"
#include "engine/exchange/sample_run.hpp"
#include "engine/exchange/scratch_folder.hpp"
#include "exchange/findings_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace merestone;
using namespace merestone::tests;

namespace {

std::string written(const RunResult& run) {
    std::ostringstream out;
    writeJson(out, run);
    return out.str();
}

/// The message of the error that reading this text gives; empty when it is read.
std::string refusal(const std::string& text) {
    const ScratchFolder folder;
    writeFile(folder / "run.json", text);
    try {
        static_cast<void>(readRun(folder / "run.json"));
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::input);
        return error.what();
    }
    return {};
}

RunResult withEverything() {
    RunResult run = sampleRun();
    run.plan.policySet = {"england-2026", "NPPF", "MHCLG", "2026-08"};
    run.plan.policySetAssumed = true;
    run.plan.standards = {{"birmingham", "Plan", "Birmingham City Council", "2017"}};
    RuleSetting setting{"minimum", true, {"2 ha", "plan", "this plan", "plan", {}}, {}};
    setting.overrides.push_back({"1 ha", "open-space/x", "Fields in Trust", "default", {"Doc", "1", "", false}});
    run.rules[0].settings = {setting};
    run.findings[0].standards = "minimum 2 ha";
    run.findings[0].message = "quotes \" and \xc3\xa9\n";
    return run;
}

} // namespace

TEST(ReadRun, GivesBackWhatWasWritten) {
    const ScratchFolder folder;
    const std::string text = written(withEverything());
    writeFile(folder / "run.json", text);
    EXPECT_EQ(written(readRun(folder / "run.json")), text);
}

TEST(ReadRun, GivesBackEvidenceAsGeometry) {
    const ScratchFolder folder;
    writeFile(folder / "run.json", written(sampleRun()));
    const RunResult run = readRun(folder / "run.json");
    EXPECT_EQ(run.findings[0].evidenceWkb, sampleRun().findings[0].evidenceWkb);
    EXPECT_EQ(run.findings[2].evidenceWkb, sampleRun().findings[2].evidenceWkb);
    EXPECT_TRUE(run.findings[1].evidenceWkb.empty());
}

TEST(ReadRun, SaysWhatIsWrongWithAFile) {
    EXPECT_NE(refusal("").find("is no JSON"), std::string::npos);
    EXPECT_NE(refusal("[1, 2").find("is no JSON"), std::string::npos);
    EXPECT_NE(refusal("[]").find("is not of format 1"), std::string::npos);
    EXPECT_NE(refusal("{\"merestone\": 2}").find("is not of format 1"), std::string::npos);
    EXPECT_NE(refusal("{\"merestone\": 1}").find("has no 'plan'"), std::string::npos);
    EXPECT_NE(refusal(std::string(100000, '[')).find("is no JSON"), std::string::npos);
    for (const std::string& message : {refusal("{\"merestone\": 1}"), refusal("\xff\xfe\n")}) {
        EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    }
}

TEST(ReadRun, NamesThePlaceOfAValueThatIsWrong) {
    const nlohmann::json whole = nlohmann::json::parse(written(sampleRun()));
    const auto broken = [&](const char* pointer, const nlohmann::json& value) {
        nlohmann::json copy = whole;
        copy[nlohmann::json::json_pointer(pointer)] = value;
        return refusal(copy.dump());
    };
    EXPECT_NE(broken("/findings/2/verdict", "illegal").find("/findings/2/verdict holds 'illegal'"), std::string::npos);
    EXPECT_NE(broken("/findings/2/measured", "24").find("/findings/2/measured is no number"), std::string::npos);
    EXPECT_NE(broken("/findings/2/evidence_wkt", "POLYGON((0").find("evidence_wkt is no geometry"), std::string::npos);
    EXPECT_NE(broken("/rules/0/waived", -1).find("/rules/0/waived is no count"), std::string::npos);
    EXPECT_NE(broken("/findings", 3).find("/findings is no list"), std::string::npos);
    EXPECT_EQ(broken("/findings/2/measured", nullptr), "");
}

TEST(ReadRun, SaysThatThereIsNoFile) {
    EXPECT_THROW(static_cast<void>(readRun("/nowhere/run.json")), Error);
    EXPECT_THROW(static_cast<void>(readRun("/tmp")), Error);
}
