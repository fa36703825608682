// SPDX-License-Identifier: MIT
#include "plan/plan_values.hpp"

#include "engine/plan/plan_texts.hpp"
#include "plan/yaml_document.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace merestone {
namespace {

using Kind = ValueAt::Kind;

constexpr const char* kPack = R"(pack: greens
title: Greens
owner: Somebody
version: "1"
rules:
  - id: near
    title: Homes lie near a green
    resident: r
    explanation: e
    layers: {greens: {help: All greens}}
    parameters:
      within: {default: 400 m, help: How near}
      smallest: {default: 0.2 ha, help: Smallest that counts}
      strict: {default: false, help: Whether it is strict}
      counts_when: {condition: "dwellings > 0", help: Which homes}
    where: "{counts_when}"
    measure: {nearest_green: {distance: greens, where: "OGR_GEOM_AREA >= smallest"}}
    require: "nearest_green <= within"
    source: {document: d, confirmed: false}
)";

constexpr const char* kPlan = R"yaml(merestone: 1 # format
plan:
  title: Values
  facts:
    wanted: 120 dwellings # of the housing strategy
    ring: 60 m
layers:
  sites: {source: s.gpkg, role: site_allocation}
  parks: {source: p.gpkg}
policies:
  - id: A
    title: a
    rules:
      - use: greens/near # the first
        for: sites
        layers: {greens: parks}
      - {use: greens/near, id: A.flow, for: sites, layers: {greens: parks}, with: {within: 300 m}}
      - id: A.block
        use: greens/near
        for: sites
        layers: {greens: parks}
        with:
          # as the forum agreed
          within: 300 m # in May
          counts_when: 'dwellings > 5'
      - id: A.own
        title: own
        for: sites
        against: parks
        within: 20 m
        measure:
          gap: {distance: other}
          near: {count_within: parks, radius: ring}
          homes: {total: sites, of: dwellings, unit: dwellings}
        require: "gap >= 15 AND \"land_use9\" <> 'x 7' AND (near < 3 OR homes > wanted)"
)yaml";

std::vector<Pack> packs() {
    return {parsePack(kPack, "/packs/greens/greens.yaml")};
}

std::vector<PlanValue> valuesOf(const std::string& text) {
    const std::vector<Pack> loaded = packs();
    return planValues(text, parsePlan(text, "plan.yaml", loaded), loaded);
}

PlanValue valueAt(const std::string& text, const ValueAt& at) {
    for (const PlanValue& value : valuesOf(text)) {
        if (value.at == at) {
            return value;
        }
    }
    ADD_FAILURE() << "no value " << at.rule << " " << at.name;
    return {};
}

ValueAt with(const std::string& rule, const std::string& name) {
    return {Kind::with, rule, name, 0};
}

std::string set(const ValueAt& at, const std::optional<std::string>& value, const std::string& text = kPlan) {
    return setPlanValue(text, "plan.yaml", at, value);
}

std::string errorOf(const ValueAt& at, const std::optional<std::string>& value, const std::string& text = kPlan) {
    try {
        (void)set(at, value, text);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::string changed(const std::string& from, const std::string& to) {
    return testing::changed(kPlan, from, to);
}

std::string countsWhenOfFlow(const std::string& text) {
    const YamlNode root = parseYaml(text, "plan.yaml");
    return root.find("policies")->items[0].find("rules")->items[1].find("with")->find("counts_when")->text;
}

TEST(PlanValues, ListsRuleByRuleThenFacts) {
    std::vector<std::string> names;
    for (const PlanValue& value : valuesOf(kPlan)) {
        names.push_back(value.at.rule + " " + value.at.name + " " + value.value);
    }
    EXPECT_EQ(names, (std::vector<std::string>{
                         "A.near within 400 m", "A.near smallest 0.2 ha", "A.near strict false",
                         "A.near counts_when dwellings > 0", "A.flow within 300 m", "A.flow smallest 0.2 ha",
                         "A.flow strict false", "A.flow counts_when dwellings > 0", "A.block within 300 m",
                         "A.block smallest 0.2 ha", "A.block strict false", "A.block counts_when dwellings > 5",
                         "A.own require 15", "A.own require 3", "A.own within 20 m", "A.own near.radius ring",
                         " wanted 120 dwellings", " ring 60 m"}));
}

TEST(PlanValues, TellsWhoseAValueIsAndWhatItWouldBe) {
    const PlanValue given = valueAt(kPlan, with("A.flow", "within"));
    EXPECT_TRUE(given.given);
    ASSERT_EQ(given.below.size(), 1U);
    EXPECT_EQ(given.below[0].value, "400 m");
    EXPECT_EQ(given.below[0].owner, "Somebody");
    EXPECT_EQ(given.help, "How near");
    const PlanValue left = valueAt(kPlan, with("A.near", "within"));
    EXPECT_FALSE(left.given);
    ASSERT_EQ(left.below.size(), 1U);
    EXPECT_EQ(left.below[0].level, "default");
}

TEST(PlanValues, KnowsTheUnitOfALimitAndTheReadersOfAFact) {
    EXPECT_EQ(valueAt(kPlan, {Kind::limit, "A.own", "require", 0}).unit, "m");
    EXPECT_EQ(valueAt(kPlan, {Kind::limit, "A.own", "require", 1}).unit, "");
    const std::string ratio = changed("gap >= 15 AND", "2 / gap >= 15 AND");
    EXPECT_EQ(valueAt(ratio, {Kind::limit, "A.own", "require", 1}).unit, "") << "that of the quotient";
    EXPECT_EQ(valueAt(kPlan, {Kind::fact, "", "wanted", 0}).rules, std::vector<std::string>{"A.own"});
    EXPECT_EQ(valueAt(kPlan, {Kind::fact, "", "ring", 0}).rules, std::vector<std::string>{"A.own"});
}

TEST(SetPlanValue, ReplacesWhatIsThereAndKeepsEverythingElse) {
    EXPECT_EQ(set(with("A.flow", "within"), "250 m"), changed("with: {within: 300 m}", "with: {within: 250 m}"));
    EXPECT_EQ(set(with("A.block", "within"), " 1 km "), changed("300 m # in May", "1 km # in May"));
    EXPECT_EQ(set(with("A.block", "counts_when"), "kind = 'a\"b'"), changed("'dwellings > 5'", "\"kind = 'a\\\"b'\""));
    EXPECT_EQ(set({Kind::fact, "", "wanted", 0}, "80 dwellings"), changed("120 dwellings", "80 dwellings"));
    EXPECT_EQ(set({Kind::within, "A.own", "within", 0}, "5 m"), changed("within: 20 m", "within: 5 m"));
    EXPECT_EQ(set({Kind::option, "A.own", "near.radius", 0}, "70 m"), changed("radius: ring", "radius: 70 m"));
}

TEST(SetPlanValue, ReplacesOneNumberOfACondition) {
    const std::string text = changed("\"gap >= 15 AND \\\"land_use9\\\" <> 'x 7' AND (near < 3 OR homes > wanted)\"",
                                     "\"gap >= 15 AND land_use <> 'x 7' AND near < 3\"");
    EXPECT_EQ(set({Kind::limit, "A.own", "require", 1}, "4.5", text), testing::changed(text, "near < 3", "near < 4.5"));
    EXPECT_EQ(set({Kind::limit, "A.own", "require", 0}, "1e3", text),
              testing::changed(text, "gap >= 15", "gap >= 1e3"));
    EXPECT_NE(errorOf({Kind::limit, "A.own", "require", 0}, "9 OR 1", text).find("a plain number such as 40"),
              std::string::npos);
    EXPECT_NE(errorOf({Kind::limit, "A.own", "require", 2}, "9", text).find("no such number"), std::string::npos);
    EXPECT_NE(errorOf({Kind::limit, "A.own", "require", 0}, "9").find("escaped quotes"), std::string::npos);
}

TEST(SetPlanValue, AddsAParameterWhereItBelongs) {
    EXPECT_EQ(
        set(with("A.near", "within"), "250 m"),
        changed("- use: greens/near # the first\n", "- use: greens/near # the first\n        with: {within: 250 m}\n"));
    EXPECT_EQ(set(with("A.flow", "smallest"), "1 ha"),
              changed("with: {within: 300 m}", "with: {within: 300 m, smallest: 1 ha}"));
    EXPECT_EQ(set(with("A.block", "smallest"), "1 ha"),
              changed("'dwellings > 5'\n", "'dwellings > 5'\n          smallest: 1 ha\n"));
    const std::string flow = changed(", with: {within: 300 m}", "");
    EXPECT_EQ(set(with("A.flow", "within"), "9 m", flow),
              testing::changed(flow, "{use: greens/near, id", "{use: greens/near, with: {within: 9 m}, id"));
}

TEST(SetPlanValue, LeavesAParameterToThePack) {
    EXPECT_EQ(set(with("A.flow", "within"), std::nullopt), changed(", with: {within: 300 m}", ""));
    EXPECT_EQ(set(with("A.block", "within"), std::nullopt), changed("          within: 300 m # in May\n", ""));
    EXPECT_EQ(set(with("A.near", "within"), std::nullopt), kPlan) << "it is already";
    const std::string added = set(with("A.flow", "smallest"), "1 ha");
    EXPECT_EQ(set(with("A.flow", "smallest"), std::nullopt, added), kPlan);
    EXPECT_EQ(set(with("A.flow", "within"), std::nullopt, added),
              changed("with: {within: 300 m}", "with: {smallest: 1 ha}"));
    EXPECT_EQ(set(with("A.near", "within"), std::nullopt, set(with("A.near", "within"), "250 m")), kPlan);
    EXPECT_NE(errorOf({Kind::fact, "", "wanted", 0}, std::nullopt).find("has no default"), std::string::npos);
}

TEST(SetPlanValue, WhatIsWrittenIsWhatComesOut) {
    for (const char* value :
         {"250 m", "-3", "a: b", "x # y", "{a", "}", "m, n: 3", "'", "\"", "\\", "ü", "true", "- a", "*a", "~"}) {
        const std::string text = set(with("A.flow", "counts_when"), value);
        EXPECT_EQ(countsWhenOfFlow(text), value) << text;
    }
}

TEST(SetPlanValue, KeepsWindowsLineEnds) {
    std::string text;
    for (const char c : std::string(kPlan)) {
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    }
    const std::string added = set(with("A.block", "smallest"), "1 ha", text);
    EXPECT_NE(added.find("'dwellings > 5'\r\n          smallest: 1 ha\r\n"), std::string::npos);
    EXPECT_EQ(set(with("A.block", "smallest"), std::nullopt, added), text);
}

TEST(SetPlanValue, RefusesWhatItCannotChangeAndSaysWhere) {
    const std::string folded = changed("counts_when: 'dwellings > 5'", "counts_when: >-\n            dwellings > 5");
    EXPECT_NE(errorOf(with("A.block", "counts_when"), "x = 1", folded)
                  .find("plan.yaml:25: rule 'A.block': 'counts_when' is written over several lines"),
              std::string::npos)
        << errorOf(with("A.block", "counts_when"), "x = 1", folded);
    EXPECT_NE(errorOf(with("A.gone", "within"), "1 m").find("open the plan again"), std::string::npos);
    EXPECT_NE(errorOf({Kind::fact, "", "gone", 0}, "1").find("open the plan again"), std::string::npos);
    EXPECT_THROW((void)set(with("A.flow", "within"), "1 m", "a: [\n"), PlanError);
}

TEST(SetPlanValue, LeavesToTheParserWhatCanStandThere) {
    const std::string text = set(with("A.flow", "within"), "250");
    EXPECT_NE(testing::mistakesIn(text, packs()).at(0).find("needs a unit"), std::string::npos);
}

} // namespace
} // namespace merestone
