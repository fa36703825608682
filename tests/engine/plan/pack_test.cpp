// SPDX-License-Identifier: MIT
#include "mistake.hpp"
#include "plan_texts.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

using testing::changed;
using testing::Mistake;
using testing::mistakesInPack;
using testing::nameOf;
using testing::openSpacePack;
using testing::smallPack;
using Lines = std::vector<std::string>;

TEST(Pack, ReadsItsHeadAndRules) {
    const Pack pack = parsePack(openSpacePack(), "open_space.yaml");
    EXPECT_EQ(pack.id, "open-space");
    EXPECT_EQ(pack.owner, "Merestone");
    EXPECT_EQ(pack.version, "2026.1");
    EXPECT_EQ(pack.file, "open_space.yaml");
    const PackRule* rule = pack.find("access");
    ASSERT_NE(rule, nullptr);
    EXPECT_EQ(pack.find("acces"), nullptr);
    EXPECT_EQ(rule->resident, "A bit of green within a five-minute walk of every home.");
    ASSERT_EQ(rule->layers.size(), 2U);
    EXPECT_TRUE(rule->layers[0].required);
    EXPECT_FALSE(rule->layers[1].required);
}

TEST(Pack, KnowsTheKindOfEachParameter) {
    const Pack pack = parsePack(changed(openSpacePack(), "      start: {text: edge, help: edge or centroid}\n",
                                        "      start: {text: edge, help: h}\n"
                                        "      share: {default: 10 %, help: h}\n"
                                        "      count: {default: 3, help: h}\n"
                                        "      strict: {default: true, help: h}\n"
                                        "      homes_due: {quantity: dwellings, help: h}\n"
                                        "      field_due: {field: null, help: h}\n"),
                                "p.yaml");
    const std::vector<PackParameter>& all = pack.rules[0].parameters;
    ASSERT_EQ(all.size(), 10U);
    using Kind = PackParameter::Kind;
    EXPECT_EQ(all[0].kind, Kind::quantity);
    EXPECT_EQ(all[0].unit.symbol, "ha");
    EXPECT_EQ(all[2].kind, Kind::field);
    EXPECT_EQ(std::get<std::string>(*all[2].defaultValue), "dwellings");
    EXPECT_EQ(all[3].kind, Kind::condition);
    EXPECT_EQ(all[4].kind, Kind::text);
    EXPECT_EQ(all[5].kind, Kind::quantity);
    EXPECT_EQ(all[5].unit.symbol, "%");
    EXPECT_EQ(all[6].kind, Kind::number);
    EXPECT_EQ(all[7].kind, Kind::flag);
    EXPECT_EQ(all[8].kind, Kind::quantity);
    EXPECT_FALSE(all[8].defaultValue.has_value());
    EXPECT_EQ(all[8].unit.dimension.dwellings, 1);
    EXPECT_EQ(all[9].kind, Kind::field);
    EXPECT_FALSE(all[9].defaultValue.has_value());
}

class PackMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(PackMistake, IsNamedWithItsPlaceAndRemedy) {
    EXPECT_EQ(mistakesInPack(changed(smallPack(), GetParam().from, GetParam().to)), GetParam().lines);
}

constexpr const char* kParameter = "within: {default: 400 m, help: How near}";
constexpr const char* kMeasure = "gap: {distance: green}";
constexpr const char* kRequire = "require: \"gap <= within\"";

INSTANTIATE_TEST_SUITE_P(
    Packs, PackMistake,
    ::testing::Values(
        Mistake{"NoOwner", "owner: Somebody\n", "", {"1:1: the pack file needs the key 'owner'"}},
        Mistake{"IdWithSlash",
                "pack: greens",
                "pack: greens/all",
                {"1:7: pack id 'greens/all' is no id here; '/' separates the pack from its rule"}},
        Mistake{"NoSource",
                "source: {document: A document}",
                "severity: must",
                {"6:5: rule 'near' needs the key 'source'"}},
        Mistake{"UnknownKey",
                "title: Near a green",
                "title: Near\n    residents: R",
                {"8:5: unknown key 'residents' in rule 'near'; did you mean 'resident'?"}},
        Mistake{"RoleWithoutHelp",
                "{help: The greens}",
                "{required: true}",
                {"9:14: layer role 'green' of rule 'near' needs the key 'help'"}},
        Mistake{"UnknownRole",
                kMeasure,
                "gap: {distance: greens}",
                {"13:23: 'distance' of measure 'gap' names the unknown layer role 'greens'; did you mean 'green'?"}},
        Mistake{"UnknownRoleAsSubjects",
                kRequire,
                "require: \"gap <= within\"\n    for: gren",
                {"15:10: 'for' of rule 'near' names the unknown layer role 'gren'; did you mean 'green'?"}},
        Mistake{"ParameterWithoutKind",
                kParameter,
                "within: {help: How near}",
                {"11:7: parameter 'within' of rule 'near' needs one of 'default', 'quantity', 'field', 'condition' and "
                 "'text'"}},
        Mistake{"ParameterOfTwoKinds",
                kParameter,
                "within: {default: 1 m, field: f, help: h}",
                {"11:7: parameter 'within' of rule 'near' needs one of 'default', 'quantity', 'field', 'condition' and "
                 "'text'"}},
        Mistake{"ParameterWithTextDefault",
                kParameter,
                "within: {default: far, help: h}",
                {"11:25: 'default' of parameter 'within' of rule 'near' must be a number, a quantity or true/false; "
                 "write 'field:', 'condition:' or 'text:' for the others"}},
        Mistake{"ParameterWithReservedName",
                kParameter,
                "limit: {default: 1 m, help: h}",
                {"11:7: parameter 'limit' of rule 'near' is a reserved word; choose another name"}},
        Mistake{"FieldThatIsNone",
                kParameter,
                "within: {field: \"a{b}\", help: h}",
                {"11:23: 'field' of parameter 'within' of rule 'near' cannot be the name of a field: 'a{b}'"}},
        Mistake{"UnknownPlaceholder",
                kRequire,
                "require: \"gap <= 1 AND {wihtin}\"",
                {"14:14: '{wihtin}' is no parameter; did you mean 'within'?"}},
        Mistake{"NumberInBraces",
                kRequire,
                "require: \"gap <= {within}\"",
                {"14:14: '{within}' is a number: write within without braces"}},
        Mistake{"UnknownParameterInOption",
                kMeasure,
                "gap: {distance: green, search: wihtin}",
                {"13:38: 'search' of measure 'gap' must be a length, not 'wihtin', and there is no parameter 'wihtin'; "
                 "did you mean 'within'?"}},
        Mistake{"ParameterOfOtherDimension", kParameter, "within: {default: 4 ha, help: h}", {}},
        Mistake{"NeedsUnknown",
                kRequire,
                "require: \"gap <= within\"\n    needs: [neer]",
                {"15:13: rule 'near' needs the unknown rule 'neer'; did you mean 'near'?"}},
        Mistake{"NeedsItself",
                kRequire,
                "require: \"gap <= within\"\n    needs: [near]",
                {"6:5: rules need one another in a circle: greens/near -> greens/near; remove one of these needs"}},
        Mistake{"MeasureNamedAsParameter",
                kMeasure,
                "within: {distance: green}",
                {"13:7: measure 'within' has the name of a parameter; rename it"}}),
    nameOf);

TEST(Pack, ChecksOptionsAgainstTheDimensionOfTheirParameter) {
    const std::string text = changed(changed(smallPack(), kParameter, "within: {default: 4 ha, help: h}"), kMeasure,
                                     "gap: {distance: green, search: within}");
    EXPECT_EQ(mistakesInPack(text), Lines{"11:7: 'search' of measure 'gap' (within) is in ha, an area, but must be a "
                                          "length (such as m)"});
}

TEST(Pack, ChecksConditionsAsTheyExpand) {
    const std::string text = changed(changed(smallPack(), kParameter, "within: {condition: \"a > 1\", help: h}"),
                                     kRequire, "require: \"gap <= 1 AND AND {within}\"");
    const Lines lines = mistakesInPack(text);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].substr(0, 48), "14:14: 'require' of rule 'near' cannot be read: ");
}

TEST(Pack, RefusesTwoRulesOfOneId) {
    const std::string second = "  - {id: near, title: T, for: plan, judgement: true, source: {document: D}}\n";
    EXPECT_EQ(mistakesInPack(smallPack() + second), Lines{"16:5: rule id 'near' stands twice in the pack"});
}

TEST(Pack, MayLeaveChoicesOfWordsToThePlan) {
    const std::string text = changed(changed(smallPack(), kParameter,
                                             "within: {default: 4 m, help: h}\n"
                                             "      start: {text: null, help: h}"),
                                     kMeasure, "gap: {distance: green, from: start}");
    EXPECT_EQ(mistakesInPack(text), Lines{});
}

TEST(Pack, IsNoPlan) {
    EXPECT_EQ(mistakesInPack("[]"), Lines{"1:1: this is no rule pack: it must begin with 'pack: NAME'"});
    EXPECT_EQ(mistakesInPack(""), Lines{"1:1: this is no rule pack: it must begin with 'pack: NAME'"});
}

} // namespace
} // namespace merestone
