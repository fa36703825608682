// SPDX-License-Identifier: MIT
#include "plan/pack.hpp"
#include "rules/rule_mutants.hpp"
#include "rules/scene_mutation.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace merestone {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPack = R"(pack: parks
title: Parks
owner: Test
version: "1"
rules:
  - id: near
    title: Near a park
    layers:
      parks: {help: The parks}
    parameters:
      within: {default: 100 m, help: How near}
      share: {default: 0.20, help: A number}
      open_when: {condition: "size >= 5 AND name <> '<'", help: Which}
    where: "{open_when}"
    measure:
      gap_width: {distance: parks, where: "OGR_GEOM_AREA > 1"}
    require: "gap_width * share <= within * share"
    source: {document: D}
)";

TEST(RuleMutants, StepsAreOneUnitOfTheLastDigitWritten) {
    EXPECT_EQ(lastDigit("400 m"), 1.0);
    EXPECT_EQ(lastDigit("0.2 ha"), 0.1);
    EXPECT_EQ(lastDigit("-0.20"), 0.01);
    EXPECT_EQ(lastDigit("10 %"), 1.0);
}

TEST(RuleMutants, ComparatorsAreSwappedOutsideQuotesOnly) {
    const std::string text = "a <> '<=' AND \"b<\" < 3 OR c>=4";
    ASSERT_TRUE(swapComparator(text, 0));
    EXPECT_EQ(swapComparator(text, 0)->text, "a <> '<=' AND \"b<\" <= 3 OR c>=4");
    EXPECT_EQ(swapComparator(text, 1)->text, "a <> '<=' AND \"b<\" < 3 OR c>4");
    EXPECT_EQ(swapComparator(text, 1)->before, ">=");
    EXPECT_FALSE(swapComparator(text, 2));
}

TEST(RuleMutants, EveryDefaultAndComparatorHasItsOwn) {
    const Pack pack = parsePack(kPack, "parks.yaml");
    std::vector<std::string> whats;
    for (const RuleMutant& mutant : mutantsOf(pack.rules[0])) {
        whats.push_back(mutant.what);
        PackRule changed = pack.rules[0];
        mutant.apply(changed);
        EXPECT_TRUE(changed.rule.require.text != pack.rules[0].rule.require.text ||
                    changed.rule.measures[0].where.text != pack.rules[0].rule.measures[0].where.text ||
                    changed.parameters[0].defaultValue->index() != 0 ||
                    std::get<Quantity>(*changed.parameters[0].defaultValue).value != 100.0 ||
                    std::get<Quantity>(*changed.parameters[1].defaultValue).value != 0.2 ||
                    std::get<std::string>(*changed.parameters[2].defaultValue) !=
                        std::get<std::string>(*pack.rules[0].parameters[2].defaultValue))
            << mutant.what;
    }
    EXPECT_EQ(whats, (std::vector<std::string>{"within is 101 m instead of 100 m", "within is 99 m instead of 100 m",
                                               "share is 0.21 instead of 0.2", "share is 0.19 instead of 0.2",
                                               "'<' instead of '<=' in 'gap_width * share <= within * share'",
                                               "'>=' instead of '>' in 'OGR_GEOM_AREA > 1'",
                                               "'>' instead of '>=' in 'size >= 5 AND name <> '<''"}));
}

/// A folder with the pack of one rule and its scenes.
class Mutants : public ::testing::Test {
protected:
    Mutants() {
        std::string pattern = (fs::temp_directory_path() / "merestone-mutants-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }
    ~Mutants() override { fs::remove_all(m_folder); }

    /// Homes this far from a park, each with what it must get; `with` is put into the case.
    MutationReport run(const std::string& homes, const std::string& expect, const std::string& with = "",
                       const std::string& equivalent = "equivalent_changes: []") {
        const fs::path scenes = m_folder / "near.yaml";
        std::ofstream(scenes) << "scenes: tiny/near\ncases:\n  - name: homes\n    layers:\n      homes:\n"
                                 "        complete: true\n        features: ["
                              << homes
                              << "]\n      parks:\n        complete: true\n        features:\n"
                                 "          - {id: P, wkt: \"POINT(0 0)\"}\n    for: homes\n    bind: {parks: parks}\n"
                              << with << "    expect: {" << expect << "}\n";
        const Pack pack = parsePack(R"(pack: tiny
title: T
owner: O
version: "1"
rules:
  - id: near
    title: Near a park
    layers:
      parks: {help: The parks}
    parameters:
      within: {default: 100 m, help: How near}
    measure:
      gap_width: {distance: parks}
    require: "gap_width <= within"
    source: {document: D}
)",
                                    m_folder / "tiny.yaml");
        return mutateRules({scenes}, {pack}, {}, RunContext{}, parseEquivalentChanges(equivalent, "list.yaml"));
    }

    fs::path m_folder;
};

TEST_F(Mutants, ScenesAtTheLimitNoticeEveryChange) {
    const MutationReport report =
        run(R"x({id: A, wkt: "POINT(100 0)"}, {id: B, wkt: "POINT(101 0)"})x", "A: pass, B: fail");
    EXPECT_EQ(report.mutants, 3U);
    EXPECT_TRUE(report.survivors.empty()) << report.survivors.front();
    EXPECT_TRUE(report.problems.empty());
}

TEST_F(Mutants, BluntScenesAreNamedWithWhatTheyMiss) {
    const MutationReport report =
        run(R"x({id: A, wkt: "POINT(50 0)"}, {id: B, wkt: "POINT(500 0)"})x", "A: pass, B: fail");
    ASSERT_EQ(report.survivors.size(), 3U);
    EXPECT_NE(report.survivors[0].find("tiny.yaml:11:7: rule 'tiny/near': no scene notices within is 101 m instead of "
                                       "100 m"),
              std::string::npos)
        << report.survivors[0];
}

TEST_F(Mutants, AScenesOwnValueHidesTheDefault) {
    const MutationReport report = run(R"x({id: A, wkt: "POINT(100 0)"}, {id: B, wkt: "POINT(101 0)"})x",
                                      "A: pass, B: fail", "    with: {within: 100 m}\n");
    EXPECT_EQ(report.survivors.size(), 2U); // the comparison is still noticed
}

/// One entry of a list of equivalent changes.
std::string entry(const std::string& rule, const std::string& change) {
    return "equivalent_changes:\n  - {rule: " + rule + ", change: \"" + change + "\", reason: Because}\n";
}
constexpr const char* kBlunt =
    R"x({id: A, wkt: "POINT(100 0)"}, {id: B, wkt: "POINT(102 0)"})x"; // 101 m is not noticed

TEST_F(Mutants, AListedChangeIsNoSurvivor) {
    const MutationReport report =
        run(kBlunt, "A: pass, B: fail", "", entry("tiny/near", "within is 101 m instead of 100 m"));
    EXPECT_TRUE(report.survivors.empty());
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(report.equivalent, 1U);
    EXPECT_EQ(run(kBlunt, "A: pass, B: fail").survivors.size(), 1U);
}

TEST_F(Mutants, AListedChangeThatIsNotTrueAnyMoreIsAProblem) {
    const auto problem = [&](const std::string& listed) {
        const MutationReport report = run(kBlunt, "A: pass, B: fail", "", listed);
        return report.problems.size() == 1 ? report.problems.front() : std::to_string(report.problems.size());
    };
    EXPECT_EQ(
        problem(entry("tiny/near", "within is 99 m instead of 100 m")),
        "list.yaml:2:5: rule 'tiny/near': a scene notices that within is 99 m instead of 100 m; take the change off "
        "the list");
    EXPECT_EQ(
        problem(entry("tiny/near", "within is 90 m instead of 100 m")),
        "list.yaml:2:5: rule 'tiny/near': there is no change 'within is 90 m instead of 100 m'; correct it, or take "
        "it off the list");
    EXPECT_EQ(problem(entry("tiny/far", "within is 99 m instead of 100 m")),
              "list.yaml:2:5: rule 'tiny/far': no pack has such a rule; take the change off the list");
}

TEST(EquivalentChanges, MistakesAreNamedAtTheirPlace) {
    const auto message = [](const std::string& text) {
        try {
            (void)parseEquivalentChanges(text, "list.yaml");
        } catch (const PlanError& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    EXPECT_EQ(message("changes: []"),
              "list.yaml:1:1: the file must hold one list, 'equivalent_changes', of changes with 'rule', 'change' and "
              "'reason'");
    EXPECT_EQ(message("equivalent_changes:\n  - {rule: a/b, change: c}"),
              "list.yaml:2:5: a change needs the texts 'rule', 'change' and 'reason'");
    EXPECT_EQ(message("equivalent_changes:\n  - {rule: a/b, change: c, reason: d, why: e}"),
              "list.yaml:2:39: unknown key 'why' in a change; there are rule, change, reason");
    EXPECT_EQ(
        message("equivalent_changes:\n  - {rule: a/b, change: c, reason: d}\n  - {rule: a/b, change: c, reason: e}"),
        "list.yaml:3:5: this change of 'a/b' stands in the list twice");
    EXPECT_EQ(message("equivalent_changes:\n  - {rule: [a], change: c, reason: d}").substr(0, 38),
              "list.yaml:2:6: 'rule' must be one text");
}

TEST_F(Mutants, AWrongSceneIsAProblemAndNoWitness) {
    const MutationReport report = run(R"x({id: A, wkt: "POINT(100 0)"})x", "A: fail");
    EXPECT_EQ(report.problems.size(), 1U);
    EXPECT_EQ(report.rules, 0U);
}

} // namespace
} // namespace merestone
