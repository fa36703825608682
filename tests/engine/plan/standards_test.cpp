// SPDX-License-Identifier: MIT
#include "mistake.hpp"
#include "plan_texts.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

using testing::changed;
using testing::linesOf;
using testing::Mistake;
using testing::mistakesIn;
using testing::smallPack;
using Lines = std::vector<std::string>;

std::string standardsText() {
    return R"(standards: town
title: The town's own standards
owner: Town Council
version: "1"
effective: {from: 2020-01-01}
values:
  - rule: greens/near
    with: {within: 300 m}
    source: {document: Town plan, clause: G2, confirmed: false}
)";
}

std::string national(const std::string& id, const std::string& effective, const std::string& values) {
    return "standards: " + id + "\ntitle: Framework\nowner: Ministry\nversion: '1'\nlevel: national\neffective: {" +
           effective + "}\nvalues:\n" + values;
}

constexpr const char* kNationalValue =
    "  - {rule: greens/near, with: {within: 0.5 km}, source: {document: Framework, clause: 7}}\n";

std::vector<Pack> packs(const std::string& text = smallPack()) {
    return {parsePack(text, "x/greens.yaml")};
}

Lines mistakesInStandards(const std::string& text) {
    try {
        (void)parseStandards(text, "standards.yaml", packs());
    } catch (const PlanError& error) {
        return linesOf(error);
    }
    return {};
}

class StandardsMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(StandardsMistake, IsNamedWithItsPlaceAndRemedy) {
    EXPECT_EQ(mistakesInStandards(changed(standardsText(), GetParam().from, GetParam().to)), GetParam().lines);
}

INSTANTIATE_TEST_SUITE_P(
    Standards, StandardsMistake,
    ::testing::Values(
        Mistake{"None", "title", "title", {}},
        Mistake{"UnknownKey",
                "owner",
                "owners",
                {"1:1: the standards file needs the key 'owner'",
                 "3:1: unknown key 'owners' in the standards file; did you mean 'owner'?"}},
        Mistake{"UnknownRule",
                "greens/near",
                "greens/neer",
                {"7:11: there is no rule 'greens/neer'; did you mean 'greens/near'?"}},
        Mistake{"RuleOfAPackThatIsNotInstalled", "greens/near", "takeaways/near-schools", {}},
        Mistake{"UnknownParameter",
                "{within: 300 m}",
                "{witin: 300 m}",
                {"8:12: unknown parameter 'witin' of rule 'greens/near'; did you mean 'within'?"}},
        Mistake{"WrongUnit",
                "300 m",
                "3 ha",
                {"8:20: parameter 'within' of rule 'greens/near' is in ha, an area, but must be a length (such as m)"}},
        Mistake{"NoSource",
                "    source: {document: Town plan, clause: G2, confirmed: false}\n",
                "",
                {"7:5: the values for 'greens/near' needs the key 'source'"}},
        Mistake{"BadLevel",
                "version: \"1\"",
                "version: \"1\"\nlevel: locl",
                {"5:8: 'level' of the standards file cannot be 'locl'; did you mean 'local'?"}},
        Mistake{"GivenTwice",
                "    source: {document: Town plan, clause: G2, confirmed: false}\n",
                "    source: {document: Town plan}\n  - rule: greens/near\n    with: {within: 1 m}\n    source: "
                "{document: D}\n",
                {"11:12: parameter 'within' of rule 'greens/near' has a value already, in line 8"}},
        Mistake{"Several",
                "{within: 300 m}",
                "{within: 300, far: 2}",
                {"8:20: parameter 'within' of rule 'greens/near' needs a unit: write '300 m'",
                 "8:25: unknown parameter 'far' of rule 'greens/near'; known parameters: within"}}),
    testing::nameOf);

/// Plan with one use of greens/near; `plan` and `with` are further keys.
RuleSpec ruleWith(const std::vector<Standards>& standards, const std::string& planKeys, const std::string& with,
                  const std::string& pack = smallPack(), Plan* whole = nullptr) {
    PlanOptions options;
    options.standards = &standards;
    Plan plan = parsePlan("merestone: 1\nplan: {title: T" + planKeys +
                              "}\nlayers:\n  homes: {source: a.gpkg}\n  parks: {source: b.gpkg}\n"
                              "policies:\n  - {id: G1, rules: [{use: greens/near, for: homes, layers: {green: parks}" +
                              with + "}]}\n",
                          "plan.yaml", packs(pack), options);
    RuleSpec rule = plan.policies.at(0).rules.at(0);
    if (whole != nullptr) {
        *whole = std::move(plan);
    }
    return rule;
}

std::vector<Standards> shelf() {
    std::vector<Standards> all;
    all.push_back(parseStandards(national("new", "from: 2026-08-18", kNationalValue), "new.yaml", packs()));
    all.push_back(parseStandards(national("old", "to: 2026-08-17", ""), "old.yaml", packs()));
    all.push_back(parseStandards(standardsText(), "town.yaml", packs()));
    return all;
}

std::string within(const RuleSpec& rule) {
    EXPECT_EQ(rule.parameters.size(), 1U);
    return readableValue(rule.parameters.at(0).value);
}

TEST(Layering, TheNationalVersionLiesAboveTheDefault) {
    const RuleSpec rule = ruleWith(shelf(), ", submitted: 2026-08-18", "");
    EXPECT_EQ(within(rule), "0.5 km");
    EXPECT_EQ(settingTexts(rule.settings), Lines{"within 0.5 km (Ministry, Framework, 7; by default 400 m)"});
}

TEST(Layering, TheDayBeforeTheOldVersionIsInForce) {
    const RuleSpec rule = ruleWith(shelf(), ", submitted: 2026-08-17", "");
    EXPECT_EQ(within(rule), "400 m");
    EXPECT_TRUE(settingTexts(rule.settings).empty());
}

TEST(Layering, ALocalValueOverridesANationalOneAndSaysBoth) {
    const RuleSpec rule = ruleWith(shelf(), ", submitted: 2026-09-01, standards: [town]", "");
    EXPECT_EQ(within(rule), "300 m");
    EXPECT_EQ(settingTexts(rule.settings),
              Lines{"within 300 m (Town Council, Town plan, G2, to be confirmed; nationally 0.5 km, Ministry, "
                    "Framework, 7)"});
    ASSERT_EQ(rule.settings.at(0).overrides.size(), 2U);
    EXPECT_EQ(rule.settings.at(0).overrides.at(0).from, "new");
    EXPECT_EQ(rule.settings.at(0).overrides.at(1).from, "greens/near");
}

TEST(Layering, ThePlansOwnValueIsAboveAll) {
    const RuleSpec rule = ruleWith(shelf(), ", submitted: 2026-09-01, standards: [town]", ", with: {within: 250 m}");
    EXPECT_EQ(within(rule), "250 m");
    ASSERT_EQ(rule.settings.at(0).overrides.size(), 3U);
    EXPECT_EQ(rule.settings.at(0).used.level, "plan");
    EXPECT_EQ(settingTexts(rule.settings),
              Lines{"within 250 m (this plan; locally 300 m, Town Council, Town plan, G2, to be confirmed; nationally "
                    "0.5 km, Ministry, Framework, 7)"});
}

TEST(Layering, LaterStandardsOverrideEarlierOnes) {
    std::vector<Standards> all = shelf();
    std::string other = changed(standardsText(), "standards: town", "standards: county");
    other = changed(other, "300 m", "350 m");
    all.push_back(parseStandards(other, "county.yaml", packs()));
    EXPECT_EQ(within(ruleWith(all, ", standards: [town, county]", "")), "350 m");
    EXPECT_EQ(within(ruleWith(all, ", standards: [county, town]", "")), "300 m");
}

TEST(Layering, WithoutADayOfSubmissionTheNewestIsTakenAndSaid) {
    Plan plan;
    EXPECT_EQ(within(ruleWith(shelf(), "", "", smallPack(), &plan)), "0.5 km");
    EXPECT_EQ(plan.summary.policySet.id, "new");
    EXPECT_TRUE(plan.summary.policySetAssumed);
}

TEST(Layering, AStandardCanGiveAParameterThatHasNoDefault) {
    const std::string pack = changed(smallPack(), "{default: 400 m,", "{quantity: m,");
    const std::vector<Standards> all = {parseStandards(standardsText(), "town.yaml", packs(pack))};
    EXPECT_EQ(within(ruleWith(all, ", standards: [town]", "", pack)), "300 m");
}

Lines mistakesOf(const std::string& planKeys) {
    const std::vector<Standards> all = shelf();
    PlanOptions options;
    options.standards = &all;
    return mistakesIn("merestone: 1\nplan: {title: T" + planKeys + "}\nlayers: {}\npolicies: []\n", packs(), options);
}

TEST(Layering, NamesThatCannotBeFollowedAreRefused) {
    EXPECT_EQ(mistakesOf(", standards: [twon]"), Lines{"2:30: no standards 'twon' are loaded; did you mean 'town'?"});
    EXPECT_EQ(mistakesOf(", standards: [town, town]"), Lines{"2:36: standards 'town' are named twice"});
    EXPECT_EQ(mistakesOf(", standards: [new]"),
              Lines{"2:30: standards 'new' are a version of national policy, which the plan's day of submission "
                    "chooses; leave them out and write 'submitted: DATE'"});
    EXPECT_EQ(mistakesOf(", submitted: 2019-05-01, standards: [town]"),
              Lines{"2:53: standards 'town' are in force from 2020-01-01, not on 2019-05-01, when the plan was "
                    "submitted; leave them out or name those of that time"});
}

std::string packWithSources(const std::string& sources) {
    return changed(smallPack(), "    source: {document: A document}\n", sources);
}

TEST(PolicySets, ARuleHasTheSourceOfThePlansVersion) {
    const std::string pack =
        packWithSources("    sources: {old: {document: Old, clause: para 1}, new: {document: New, clause: HC1}}\n");
    EXPECT_EQ(ruleWith(shelf(), ", submitted: 2026-08-17", "", pack).source.clause, "para 1");
    const RuleSpec rule = ruleWith(shelf(), ", submitted: 2026-08-18", "", pack);
    EXPECT_EQ(rule.source.clause, "HC1");
    EXPECT_TRUE(rule.notApplicableReason.empty());
    EXPECT_EQ(ruleWith({}, "", "", pack).source.clause, "HC1");
}

TEST(PolicySets, ARuleOfOneVersionDoesNotApplyInAnother) {
    const std::string pack = packWithSources("    sources: {new: {document: New, clause: HC1}}\n");
    EXPECT_EQ(ruleWith(shelf(), ", submitted: 2026-08-17", "", pack).notApplicableReason,
              "belongs to new; this plan, submitted on 2026-08-17, is checked by old");
    EXPECT_TRUE(ruleWith(shelf(), "", "", pack).notApplicableReason.empty());
    EXPECT_TRUE(ruleWith({}, "", "", pack).notApplicableReason.empty());
}

TEST(PolicySets, ASourceBesidesIsForAllOtherVersions) {
    const std::string pack =
        packWithSources("    source: {document: Anywhere}\n    sources: {new: {document: New, clause: HC1}}\n");
    const RuleSpec old = ruleWith(shelf(), ", submitted: 2026-08-17", "", pack);
    EXPECT_EQ(old.source.document, "Anywhere");
    EXPECT_TRUE(old.notApplicableReason.empty());
    EXPECT_EQ(ruleWith(shelf(), "", "", pack).source.document, "New");
}

} // namespace
} // namespace merestone
