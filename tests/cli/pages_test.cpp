// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

using namespace merestone::tests;

namespace {

/// All long options that the help texts of all commands show.
std::set<std::string> documentedOptions() {
    std::set<std::string> options;
    const std::vector<std::vector<std::string>> commands{
        {},        {"check"},         {"compare"},       {"verify"},        {"inspect"},
        {"rules"}, {"rules", "list"}, {"rules", "show"}, {"rules", "test"}, {"new"},
        {"map"}};
    for (std::vector<std::string> command : commands) {
        command.push_back("--help");
        const std::string help = merestoneProgram(command).out;
        const std::regex option("\\n  (?:-\\w,)?--([a-z-]+)");
        for (std::sregex_iterator match(help.begin(), help.end(), option), end; match != end; ++match) {
            options.insert((*match)[1]);
        }
    }
    return options;
}

std::string generated(const std::string& kind) {
    const ProgramResult result = merestoneProgram({"--generate", kind});
    EXPECT_EQ(result.status, 0) << result.err;
    return result.out;
}

bool isInstalled(const std::string& program) {
    return otherProgram(program, {"--version"}).status == 0;
}

/// What bash offers when the last word is being typed.
std::set<std::string> bashOffers(const std::vector<std::string>& words) {
    const ScratchFolder folder;
    writeFile(folder / "merestone", generated("bash"));
    std::string script = "source '" + (folder / "merestone").string() + "'; COMP_WORDS=(";
    for (const std::string& word : words) {
        script += "'" + word + "' ";
    }
    script += "); COMP_CWORD=" + std::to_string(words.size() - 1) + "; _merestone; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const ProgramResult result = otherProgram("bash", {"-c", script});
    EXPECT_EQ(result.err, "");
    std::istringstream lines(result.out);
    std::set<std::string> offers;
    for (std::string line; std::getline(lines, line);) {
        offers.insert(line);
    }
    return offers;
}

} // namespace

TEST(Pages, MentionEveryOptionThatTheHelpShows) {
    const std::set<std::string> options = documentedOptions();
    ASSERT_GE(options.size(), 17U);
    std::string man = generated("man");
    man = std::regex_replace(man, std::regex("\\\\-"), "-");
    const std::string fish = generated("fish");
    for (const std::string& option : options) {
        EXPECT_TRUE(contains(man, "--" + option)) << option;
        EXPECT_TRUE(contains(generated("bash"), "--" + option)) << option;
        EXPECT_TRUE(contains(generated("zsh"), "--" + option)) << option;
        EXPECT_TRUE(contains(fish, " -l " + option + " ")) << option;
    }
}

TEST(Pages, RefuseAnotherShell) {
    const ProgramResult result = merestoneProgram({"--generate", "powershell"});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err));
}

TEST(ManPage, IsReadByGroffWithoutWarnings) {
    if (!isInstalled("groff")) {
        GTEST_SKIP() << "groff is not installed";
    }
    const ScratchFolder folder;
    writeFile(folder / "merestone.1", generated("man"));
    const ProgramResult result = otherProgram("groff", {"-man", "-Tutf8", "-ww", (folder / "merestone.1").string()});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    EXPECT_TRUE(contains(result.out, "merestone check plan.yaml --save results"));
}

TEST(BashCompletion, OffersCommandsOptionsAndWords) {
    EXPECT_EQ(bashOffers({"merestone", ""}), (std::set<std::string>{"check", "compare", "verify", "inspect", "export",
                                                                    "map", "report", "rules", "new", "submission"}));
    EXPECT_EQ(bashOffers({"merestone", "rules", "s"}), (std::set<std::string>{"show"}));
    EXPECT_EQ(bashOffers({"merestone", "check", "--format", ""}),
              (std::set<std::string>{"text", "json", "junit", "sarif", "csv"}));
    EXPECT_EQ(bashOffers({"merestone", "check", "plan.yaml", "--max"}), (std::set<std::string>{"--max-findings"}));
}
