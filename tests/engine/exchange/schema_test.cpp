// SPDX-License-Identifier: MIT
#include "exchange/findings_json.hpp"

#include "engine/exchange/sample_run.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>
#include <sys/wait.h>

using namespace merestone;
using merestone::tests::ScratchFolder;

namespace {

constexpr int kNotInstalled = 77;

/// Exit status of an independent validator.
int validate(const std::string& document) {
    const ScratchFolder folder;
    tests::writeFile(folder / "run.json", document);
    const std::string command =
        std::string("'" MERESTONE_PYTHON "' '" MERESTONE_VALIDATOR "' '" MERESTONE_SCHEMA "' '") +
        (folder / "run.json").string() + "'";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string written(const RunResult& run) {
    std::ostringstream out;
    writeJson(out, run);
    return out.str();
}

class Schema : public ::testing::Test {
protected:
    void SetUp() override {
        if (validate(written(RunResult{})) == kNotInstalled) {
            GTEST_SKIP() << "python3-jsonschema is not installed";
        }
    }
};

} // namespace

TEST_F(Schema, AcceptsWhatIsWritten) {
    EXPECT_EQ(validate(written(tests::sampleRun())), 0);
    EXPECT_EQ(validate(written(RunResult{})), 0);
}

TEST_F(Schema, RefusesADocumentThatLacksAnything) {
    const auto whole = nlohmann::json::parse(written(tests::sampleRun()));
    for (const char* pointer : {"/findings", "/rules/0/source", "/findings/0/key", "/run/inputs/0/accuracy_m"}) {
        auto broken = whole;
        const nlohmann::json::json_pointer path(pointer);
        broken[path.parent_pointer()].erase(path.back());
        EXPECT_EQ(validate(broken.dump()), 1) << pointer;
    }
}

TEST_F(Schema, RefusesVerdictsAndKeysThatDoNotExist) {
    auto broken = nlohmann::json::parse(written(tests::sampleRun()));
    broken["findings"][0]["verdict"] = "illegal";
    EXPECT_EQ(validate(broken.dump()), 1);
    broken["findings"][0]["verdict"] = "fail";
    broken["findings"][0]["extra"] = 1;
    EXPECT_EQ(validate(broken.dump()), 1);
}
