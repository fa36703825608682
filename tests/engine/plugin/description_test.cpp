// SPDX-License-Identifier: MIT
#include "engine/exchange/scratch_folder.hpp"
#include "plan/plan.hpp"
#include "plugin/plugin_description.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

const std::string kHead = "plugin: shape\nversion: \"0.1.0\"\nabi: 1\nlibrary: shape.so\n";

std::string described(const std::string& measure) {
    return kHead + "measures:\n  turn:\n" + measure;
}

/// Every mistake, one a line.
std::string mistakesIn(const std::string& text) {
    try {
        (void)parsePluginDescription(text, "shelf/shape/plugin.yaml");
    } catch (const PlanError& error) {
        return error.what();
    }
    return {};
}

void expectMistake(const std::string& text, const std::string& part) {
    const std::string mistakes = mistakesIn(text);
    EXPECT_NE(mistakes.find(part), std::string::npos) << "'" << mistakes << "' does not say '" << part << "'";
    EXPECT_EQ(mistakes.find("shelf/shape/plugin.yaml:"), 0U) << mistakes;
}

TEST(PluginDescription, HoldsAllThatAPlanMaySay) {
    const PluginDescription plugin = parsePluginDescription(
        described("    target: layer\n    unit: m2\n    reach: search\n    whole_plan: false\n    help: Turns.\n"
                  "    options:\n"
                  "      search: {type: length, default: 2 km, help: How far.}\n"
                  "      by: {type: word, words: [edge, centre], help: From where.}\n"
                  "      height: {type: field, of: both, unit: m, help: Height.}\n"
                  "      streets: {type: layer, required: true, help: The streets.}\n"
                  "      lanes: {type: field, of: streets, help: Lanes.}\n"
                  "      of: {type: formula, help: What.}\n"),
        "shelf/shape/plugin.yaml");
    EXPECT_EQ(plugin.name, "shape");
    EXPECT_EQ(plugin.version, "0.1.0");
    EXPECT_EQ(plugin.abi, 1U);
    EXPECT_EQ(plugin.folder, "shelf/shape");
    EXPECT_EQ(plugin.shelf, "shelf");
    ASSERT_EQ(plugin.kinds.size(), 1U);
    const MeasureName& name = plugin.kinds[0].name;
    EXPECT_EQ(name.kind, "turn");
    EXPECT_EQ(name.target, MeasureTarget::layer);
    EXPECT_EQ(name.unit, "m2");
    EXPECT_FALSE(name.planWide);
    EXPECT_EQ(plugin.kinds[0].reach.option, "search");
    ASSERT_EQ(name.options.size(), 6U);
    EXPECT_EQ(findMeasureOption(name, "by")->defaultText, "edge");
    EXPECT_EQ(findMeasureOption(name, "height")->owner, FieldOwner::both);
    EXPECT_EQ(findMeasureOption(name, "height")->fieldUnit, "m");
    EXPECT_TRUE(findMeasureOption(name, "streets")->required);
    EXPECT_EQ(findMeasureOption(name, "lanes")->relatedOption, "streets");
}

TEST(PluginDescription, OfTheGuideIsWithoutMistakes) {
    const std::string guide = tests::readFile(MERESTONE_PLUGIN_GUIDE);
    const std::string fence = "```yaml\n";
    const std::size_t begin = guide.find(fence + "measures:");
    ASSERT_NE(begin, std::string::npos);
    const std::size_t text = begin + fence.size();
    const PluginDescription plugin =
        parsePluginDescription(kHead + guide.substr(text, guide.find("```", text) - text), "shelf/shape/plugin.yaml");
    ASSERT_EQ(plugin.kinds.size(), 1U);
    EXPECT_EQ(plugin.kinds[0].name.kind, "shadow_share");
    EXPECT_EQ(plugin.kinds[0].name.options.size(), 2U);
}

TEST(PluginDescription, MistakesAreNamedAtTheirPlaces) {
    EXPECT_EQ(mistakesIn(described("    target: self\n    help: Turns.\n")), "");
    expectMistake("", "'plugin'");
    expectMistake("plugin: shape\n", "'library'");
    expectMistake(kHead, "'measures' is missing");
    expectMistake(described("    target: self\n"), "'help'");
    expectMistake(described("    target: sideways\n    help: Turns.\n"), "sideways");
    expectMistake(described("    target: self\n    unit: furlong\n    help: Turns.\n"), "one unit that is known");
    expectMistake(described("    target: self\n    help: Turns\n"), "full stop");
    expectMistake(described("    target: self\n    help: Turns.\n    colour: red\n"), "colour");
    expectMistake(described("    target: self\n    help: Turns.\n    reach: far\n"), "'far'");
    expectMistake("plugin: shape\nversion: 1\nabi: one\nlibrary: a.so\nmeasures: {}\n", "'abi' must be the number");
    expectMistake("plugin: shape\nversion: 1\nabi: 4294967296\nlibrary: a.so\nmeasures: {}\n", "'abi' must be");
    expectMistake(kHead + "measures:\n  area: {target: self, help: Mine.}\n", "the engine has a measure of that name");
}

TEST(PluginDescription, OfAnotherInterfaceMaySayWhatThisOneDoesNotKnow) {
    const std::string newer = "plugin: shape\nversion: 1\nabi: 2\nlibrary: a.so\ncolours: {}\nmeasures: {}\n";
    const std::string mistakes = mistakesIn(newer);
    EXPECT_NE(mistakes.find("plugin 'shape' is built for plugin interface 2 and this is 1"), std::string::npos)
        << mistakes;
    EXPECT_EQ(mistakes.find("colours"), std::string::npos) << mistakes;
}

TEST(PluginDescription, OptionsThatTheEngineCannotFillAreRefused) {
    const auto withOption = [](const std::string& option) {
        return described("    target: self\n    help: Turns.\n    options:\n      " + option + "\n");
    };
    expectMistake(withOption("x: {type: colour, help: X.}"), "colour");
    expectMistake(withOption("x: {type: measure, help: X.}"), "measure");
    expectMistake(withOption("x: {type: word, help: X.}"), "takes a word and names none");
    expectMistake(withOption("x: {type: field, help: X.}"), "not always a layer");
    expectMistake(withOption("x: {type: field, of: roads, help: X.}"), "no option that names a layer");
    expectMistake(withOption("of: {type: formula, help: X.}"), "takes a formula");
    expectMistake(withOption("of: {type: length, help: X.}"), "is no formula");
    expectMistake(withOption("where: {type: text, help: X.}"), "no name that an option can have");
    expectMistake(withOption("area: {type: text, help: X.}"), "has the name of a measure");
    expectMistake(withOption("x: {type: length, required: true, default: 1 m, help: X.}"), "drop one of them");
}

TEST(PluginDescription, TheLibraryIsAFileBesideIt) {
    for (const std::string library : {"../evil.so", "/tmp/evil.so", "sub/evil.so", ".", "..", "./evil.so", "\"\""}) {
        expectMistake("plugin: shape\nversion: 1\nabi: 1\nlibrary: " + library + "\nmeasures: {}\n", "library");
    }
}

TEST(PluginDescription, TwoPluginsOfOneNameAreRefusedByName) {
    const tests::ScratchFolder folder;
    for (const char* topic : {"a", "b"}) {
        std::filesystem::create_directories(folder / topic);
        tests::writeFile(folder / topic / "plugin.yaml", kHead + "measures: {}\n");
    }
    try {
        (void)describePlugins({folder.path()});
        FAIL() << "nothing was thrown";
    } catch (const PlanError& error) {
        const std::string text = error.what();
        EXPECT_NE(text.find((folder / "a" / "plugin.yaml").string()), std::string::npos) << text;
        EXPECT_EQ(text.find((folder / "b" / "plugin.yaml").string()), 0U) << text;
    }
}

} // namespace
} // namespace merestone
