// SPDX-License-Identifier: MIT
#include "plan_texts.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

using testing::changed;
using testing::mistakesIn;
using testing::openSpacePack;
using testing::smallPack;
using Lines = std::vector<std::string>;

/// A plan whose one rule is the given use; `use` is written from column 9 on, in line 8.
std::string planWith(const std::string& use) {
    return "merestone: 1\nplan: {title: T}\nlayers:\n  homes: {source: a.gpkg}\n  parks: {source: b.gpkg}\n"
           "policies:\n  - {id: G1, rules: [\n    " +
           use + "]}\n";
}

std::vector<Pack> packs() {
    return {parsePack(smallPack(), "x/greens.yaml"), parsePack(openSpacePack(), "x/os.yaml")};
}

RuleSpec ruleOf(const std::string& use, const std::vector<Pack>& from) {
    return parsePlan(planWith(use), "plan.yaml", from).policies.at(0).rules.at(0);
}

struct Mistake {
    const char* name;
    const char* use;
    Lines lines;
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
    *out << mistake.name;
}

class UseMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(UseMistake, IsNamedWithItsPlaceAndRemedy) {
    PlanOptions options;
    options.packFolders = {"/some/plugins"};
    EXPECT_EQ(mistakesIn(planWith(GetParam().use), packs(), options), GetParam().lines);
}

INSTANTIATE_TEST_SUITE_P(
    Uses, UseMistake,
    ::testing::Values(
        Mistake{"None", "{use: greens/near, for: homes, layers: {green: parks}}", {}},
        Mistake{
            "UnknownPack",
            "{use: green/near, for: homes}",
            {"8:11: no pack 'green' is loaded; did you mean 'greens'?; packs looked for in /some/plugins; name other "
             "folders with --plugin-path"}},
        Mistake{"PackOfAPluginThatIsNotThere",
                "{use: takeaways/near-schools, for: homes}",
                {"8:11: no pack 'takeaways' is loaded; it comes with Merestone's plugin 'centres': install that; packs "
                 "looked for in /some/plugins; name other folders with --plugin-path"}},
        Mistake{"UnknownRule",
                "{use: greens/far, for: homes}",
                {"8:11: pack 'greens' has no rule 'far'; known rules: near"}},
        Mistake{"NoSlash",
                "{use: greens, for: homes}",
                {"8:11: 'use: greens' must name a pack and a rule, such as 'open-space/access'"}},
        Mistake{"NoSubjects",
                "{use: greens/near, layers: {green: parks}}",
                {"8:5: rule 'greens/near' needs the key 'for'"}},
        Mistake{"UnknownSubjects",
                "{use: greens/near, for: homs, layers: {green: parks}}",
                {"8:29: 'for' of rule 'greens/near' names the unknown layer 'homs'; did you mean 'homes'?"}},
        Mistake{"MissingRole",
                "{use: greens/near, for: homes}",
                {"8:5: rule 'greens/near' needs a layer for 'green' (The greens): write layers: {green: NAME}"}},
        Mistake{"UnknownRole",
                "{use: greens/near, for: homes, layers: {green: parks, gren: parks}}",
                {"8:59: unknown layer role 'gren' of rule 'greens/near'; did you mean 'green'?"}},
        Mistake{"UnknownLayer",
                "{use: greens/near, for: homes, layers: {green: prks}}",
                {"8:52: layer role 'green' of rule 'greens/near' names the unknown layer 'prks'; did you mean "
                 "'parks'?"}},
        Mistake{"UnknownParameter",
                "{use: greens/near, for: homes, layers: {green: parks}, with: {wihtin: 1 m}}",
                {"8:67: unknown parameter 'wihtin' of rule 'greens/near'; did you mean 'within'?"}},
        Mistake{"BareParameter",
                "{use: greens/near, for: homes, layers: {green: parks}, with: {within: 300}}",
                {"8:75: parameter 'within' of rule 'greens/near' needs a unit: write '300 m'"}},
        Mistake{"ParameterInHectares",
                "{use: greens/near, for: homes, layers: {green: parks}, with: {within: 3 ha}}",
                {"8:75: parameter 'within' of rule 'greens/near' is in ha, an area, but must be a length (such as m)"}},
        Mistake{"RequirementOfThePack",
                "{use: greens/near, for: homes, layers: {green: parks}, require: \"1 = 1\"}",
                {"8:60: 'require' of rule 'greens/near' is fixed by the pack; write a rule of your own to change it"}},
        Mistake{"UnknownKey",
                "{use: greens/near, for: homes, layer: {green: parks}}",
                {"8:5: rule 'greens/near' needs a layer for 'green' (The greens): write layers: {green: NAME}",
                 "8:36: unknown key 'layer' in rule 'greens/near'; did you mean 'layers'?"}},
        Mistake{"WrongWord",
                "{use: open-space/access, for: homes, layers: {open_space: parks}, with: {start: egde}}",
                {"8:85: 'from' of measure 'nearest_space' cannot be 'egde'; did you mean 'edge'?"}},
        Mistake{"ConditionThatIsNone",
                "{use: greens/near, for: homes, layers: {green: parks}, where: \"size >\", with: {within: 1 km}}",
                {"8:67: 'where' of rule 'G1.near' cannot be read: condition \"size >\", column 7: it ends too early; "
                 "something is missing after the last word"}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Use, TakesTheIdOfThePolicyUnlessItHasItsOwn) {
    EXPECT_EQ(ruleOf("{use: greens/near, for: homes, layers: {green: parks}}", packs()).id, "G1.near");
    EXPECT_EQ(ruleOf("{use: greens/near, id: mine, for: homes, layers: {green: parks}}", packs()).id, "mine");
}

TEST(Use, TwiceInAPolicyNeedsAnId) {
    const char* use = "{use: greens/near, for: homes, layers: {green: parks}}";
    EXPECT_EQ(mistakesIn(planWith(std::string(use) + ",\n    " + use), packs()),
              Lines{"9:5: rule id 'G1.near' is taken by line 8; give each its own"});
}

TEST(Use, OverridesWhatAPlanMayDecide) {
    const RuleSpec rule =
        ruleOf("{use: open-space/access, for: homes, layers: {open_space: parks}, title: T, severity: "
               "note, source: {document: D}, message: M, advice: A, where: \"a = 1 OR b = 2\", "
               "unless: [{when: \"c = 1\", reason: R}], effective: {from: 2026-01-01}}",
               packs());
    EXPECT_EQ(rule.title, "T");
    EXPECT_EQ(rule.severity, Severity::note);
    EXPECT_EQ(rule.source.document, "D");
    EXPECT_TRUE(rule.source.confirmed); // the plan's own source, not the pack's doubt
    EXPECT_EQ(rule.message.text, "M");
    EXPECT_EQ(rule.advice.text, "A");
    EXPECT_EQ(rule.where.text, "(dwellings > 0) AND (a = 1 OR b = 2)");
    EXPECT_EQ(rule.unless.size(), 1U);
    EXPECT_EQ(rule.effectiveFrom, "2026-01-01");
    EXPECT_EQ(rule.explanation, "What is measured, and why.");
}

TEST(Use, PutsParametersIntoTexts) {
    const RuleSpec rule =
        ruleOf("{use: open-space/access, for: homes, layers: {open_space: parks}, with: {homes: \"homes built\", "
               "counts: \"a = 1 OR b = 2\", start: centroid}, where: \"c = 3\"}",
               packs());
    EXPECT_EQ(rule.where.text, "(a = 1 OR b = 2) AND (c = 3)");
    EXPECT_EQ(rule.message.text.substr(0, 28), "{name} ({homes built} homes)");
    EXPECT_EQ(std::get<std::string>(rule.measures[0].options.at(0).value), "centroid");
    EXPECT_EQ(rule.parameters.size(), 2U); // quantities only
}

TEST(Use, KeepsTheMeaningOfConditionsPutIntoOthers) {
    const std::string pack =
        changed(openSpacePack(), "where: \"{counts}\"", "where: \"{counts} AND kind = '{start}' AND NOT {homes} = 0\"");
    const RuleSpec rule = ruleOf("{use: open-space/access, for: homes, layers: {open_space: parks}, with: {homes: "
                                 "\"select\", counts: \"a = 1 OR b = 2\"}}",
                                 {parsePack(pack, "p.yaml")});
    EXPECT_EQ(rule.where.text, "(a = 1 OR b = 2) AND kind = 'edge' AND NOT \"select\" = 0");
}

TEST(Use, CannotBreakOutOfQuotes) {
    const std::string pack = changed(changed(openSpacePack(), "where: \"{counts}\"", "where: \"kind = '{note}'\""),
                                     "      start:", "      note: {text: a, help: h}\n      start:");
    const RuleSpec rule =
        ruleOf("{use: open-space/access, for: homes, layers: {open_space: parks}, with: {note: \"x' OR "
               "'1'='1\"}}",
               {parsePack(pack, "p.yaml")});
    EXPECT_EQ(rule.where.text, "kind = 'x'' OR ''1''=''1'");
}

TEST(Use, ResolvesParametersInOptions) {
    const std::string pack = changed(
        changed(smallPack(), "{distance: green}", "{count_within: green, radius: within, count_self: own, of: 1}"),
        "within: {default: 400 m, help: How near}",
        "within: {default: 400 m, help: h}\n      own: {default: false, help: h}");
    EXPECT_EQ(testing::mistakesInPack(pack), Lines{"14:67: unknown key 'of' in measure 'gap'; known keys: count_self, "
                                                   "count_within, from, radius, to, unit and where"});
    const RuleSpec rule =
        ruleOf("{use: greens/near, for: homes, layers: {green: parks}, with: {within: 1 km, own: true}}",
               {parsePack(changed(pack, ", of: 1", ""), "p.yaml")});
    ASSERT_EQ(rule.measures[0].options.size(), 2U);
    EXPECT_EQ(std::get<Quantity>(rule.measures[0].options[0].value).unit.symbol, "km");
    EXPECT_TRUE(std::get<bool>(rule.measures[0].options[1].value));
    EXPECT_EQ(rule.measures[0].options[0].place.file, "plan.yaml");
}

TEST(Use, BindsRolesInNestedMeasuresPairsAndOptions) {
    const std::string pack = R"(pack: p
title: T
owner: O
version: 1
rules:
  - id: r
    title: T
    source: {document: D}
    layers:
      one: {help: h}
      two: {help: h}
    parameters:
      near: {default: 10 m, help: h}
    for: one
    against: two
    within: near
    measure:
      even: {balance: one, value: {area_within: two}, per: {area: self}}
      walk: {distance: two, to: access_point, access_points: one, belongs_to: id}
      gap: {distance: other}
    require: "even > 0 AND walk > 0 AND gap > 0"
)";
    const RuleSpec rule =
        ruleOf("{use: p/r, layers: {one: homes, two: parks}, with: {near: 20 m}}", {parsePack(pack, "p.yaml")});
    EXPECT_EQ(rule.subjects, "homes");
    EXPECT_EQ(rule.against, "parks");
    ASSERT_TRUE(rule.againstWithin.has_value());
    EXPECT_DOUBLE_EQ(rule.againstWithin->value, 20.0);
    EXPECT_EQ(rule.measures[0].target, "homes");
    EXPECT_EQ(rule.measures[0].inner.at(0).target, "parks");
    EXPECT_EQ(rule.measures[0].inner.at(1).target, "self");
    EXPECT_EQ(std::get<std::string>(rule.measures[1].options.at(1).value), "homes");
    EXPECT_EQ(rule.measures[2].target, "other");
    EXPECT_EQ(mistakesIn(planWith("{use: p/r, layers: {one: homes, two: parks}, with: {near: -1 m}}"),
                         {parsePack(pack, "p.yaml")}),
              Lines{"8:63: 'within' of rule 'G1.r' must not be negative"});
    EXPECT_EQ(testing::mistakesInPack(changed(pack, "default: 10 m", "default: 1 ha")),
              Lines{"16:13: 'within' of rule 'r' is in ha, an area, but must be a length (such as m)"});
    EXPECT_EQ(testing::mistakesInPack(changed(pack, "default: 10 m", "text: a")),
              Lines{"16:13: 'within' of rule 'r' must be a length, but parameter 'near' is none"});
    const RuleSpec same = ruleOf("{use: p/r, layers: {one: homes, two: homes}}", {parsePack(pack, "p.yaml")});
    EXPECT_EQ(same.against, "self");
    EXPECT_EQ(
        mistakesIn(planWith("{use: p/r, for: plan, layers: {one: homes, two: homes}}"), {parsePack(pack, "p.yaml")}),
        Lines{"8:5: rule 'G1.r' compares pairs of features; it cannot be 'for: plan'"});
}

TEST(Use, WithoutAnOptionalLayerSaysWhyItCannotRun) {
    const std::string pack = changed(smallPack(), "{help: The greens}", "{help: The greens, required: false}");
    const RuleSpec rule = ruleOf("{use: greens/near, for: homes}", {parsePack(pack, "p.yaml")});
    EXPECT_EQ(rule.notRunReason, "needs a layer for 'green'");
    EXPECT_EQ(
        ruleOf("{use: greens/near, for: homes, layers: {green: parks}}", {parsePack(pack, "p.yaml")}).notRunReason, "");
}

TEST(Use, NeedsTheParametersThatHaveNoDefault) {
    const std::string pack =
        changed(smallPack(), "{default: 400 m, help: How near}", "{quantity: dwellings, help: Homes}");
    const std::string without = "{use: greens/near, for: homes, layers: {green: parks}}";
    EXPECT_EQ(mistakesIn(planWith(without), {parsePack(pack, "p.yaml")}),
              Lines{"8:5: rule 'greens/near' needs the parameter 'within' (Homes): write with: {within: …}"});
    const RuleSpec rule = ruleOf("{use: greens/near, for: homes, layers: {green: parks}, with: {within: 30 homes}}",
                                 {parsePack(pack, "p.yaml")});
    EXPECT_DOUBLE_EQ(std::get<Quantity>(rule.parameters.at(0).value).value, 30.0);
}

TEST(Use, NeedsTheRulesThatThePlanMadeOfThosePackRules) {
    const std::string second = "  - {id: shape, title: T, source: {document: D}, for: plan, judgement: true}\n";
    const std::string pack = changed(smallPack(), "    source: {document: A document}\n",
                                     "    source: {document: D}\n    needs: [shape]\n") +
                             second;
    const std::string near = "{use: greens/near, for: homes, layers: {green: parks}}";
    const std::vector<Pack> one = {parsePack(pack, "p.yaml")};
    EXPECT_TRUE(ruleOf(near, one).needs.empty()); // the plan does not use the other rule
    const Plan plan = parsePlan(planWith(near + ", {use: greens/shape}"), "plan.yaml", one);
    const RuleSpec& rule = plan.policies[0].rules[0];
    ASSERT_EQ(rule.needs.size(), 1U);
    EXPECT_EQ(rule.needs[0].text, "G1.shape");
    EXPECT_TRUE(ruleOf("{use: greens/near, needs: [], for: homes, layers: {green: parks}}", one).needs.empty());
}

TEST(Use, WithoutAnyPacksSaysHowToNameAFolder) {
    EXPECT_EQ(mistakesIn(planWith("{use: greens/near}")),
              Lines{"8:11: no pack 'greens' is loaded; packs looked for in no folder; name one with --plugin-path"});
}

} // namespace
} // namespace merestone
