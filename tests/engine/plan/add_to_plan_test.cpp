// SPDX-License-Identifier: MIT
#include "plan/add_to_plan.hpp"

#include "plan/read_plan.hpp"
#include "plan/yaml_document.hpp"

#include <gtest/gtest.h>

#include <string>

namespace merestone {
namespace {

LayerSpec parks() {
    LayerSpec layer;
    layer.name = "parks";
    layer.source.text = "our \"parks\".gpkg";
    layer.layer = "open space";
    layer.role = "reference";
    layer.id.text = "ref";
    layer.nameField.text = "name";
    layer.complete.kind = Completeness::Kind::everywhere;
    return layer;
}

const std::string kLayer = "parks: {source: \"our \\\"parks\\\".gpkg\", layer: \"open space\", role: reference, "
                           "id: \"ref\", name: \"name\", complete: true}\n";

TEST(AddLayer, FollowsTheLastLayerAndKeepsComments) {
    const std::string before = "merestone: 1\nplan: {title: Ours}\n"
                               "layers: # what we have\n"
                               "    area: {source: a.gpkg} # drawn by us\n"
                               "    # parks: {source: old.shp}\n";
    const std::string after = "\n# What we ask.\npolicies:\n";
    EXPECT_EQ(addLayer(before + after, "plan.yaml", parks()), before + "    " + kLayer + after);
}

TEST(AddLayer, BeginsTheSectionAndFillsAnEmptyOne) {
    EXPECT_EQ(addLayer("merestone: 1\n", "plan.yaml", parks()), "merestone: 1\n\nlayers:\n  " + kLayer);
    EXPECT_EQ(addLayer("layers: {}\nplan: {}\n", "plan.yaml", parks()), "layers: \n  " + kLayer + "plan: {}\n");
}

TEST(AddLayer, IsReadBackAsItWasMeant) {
    const Plan plan = parsePlan(addLayer("merestone: 1\nplan: {title: Ours}\n", "plan.yaml", parks()), "plan.yaml", {});
    ASSERT_EQ(plan.layers.size(), 1U);
    EXPECT_EQ(plan.layers[0].source.text, "our \"parks\".gpkg");
    EXPECT_EQ(plan.layers[0].layer, "open space");
    EXPECT_EQ(plan.layers[0].role, "reference");
    EXPECT_EQ(plan.layers[0].complete.kind, Completeness::Kind::everywhere);
}

TEST(AddLayer, RefusesWhatIsWrittenInBraces) {
    for (const char* text : {"layers: {area: {source: a.gpkg}}\n", "layers:\n  {area: {source: a.gpkg}}\n",
                             "layers: [a]\n", "layers: none\n"}) {
        try {
            (void)addLayer(text, "plan.yaml", parks());
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find("write 'layers:'"), std::string::npos) << error.what();
        }
    }
}

NewPolicy greenSpace() {
    NewPolicy policy;
    policy.id = "G1";
    policy.title = "Green: near \"everyone\"";
    policy.use = "open-space/access";
    policy.subjects = "homes";
    policy.layers = {{"open_space", "parks"}};
    policy.parameters = {{"within", "400 m"}, {"walking", "0.75"}, {"counts_when", "kind = 'home'"}};
    return policy;
}

TEST(AddPolicy, StandsBehindTheOthers) {
    const std::string before = "merestone: 1\npolicies:\n- id: A # first\n  title: A\n";
    EXPECT_EQ(addPolicy(before, "plan.yaml", greenSpace()), before + "- id: \"G1\"\n"
                                                                     "  title: \"Green: near \\\"everyone\\\"\"\n"
                                                                     "  rules:\n"
                                                                     "    - use: open-space/access\n"
                                                                     "      for: \"homes\"\n"
                                                                     "      layers:\n"
                                                                     "        open_space: \"parks\"\n"
                                                                     "      with:\n"
                                                                     "        within: 400 m\n"
                                                                     "        walking: 0.75\n"
                                                                     "        counts_when: \"kind = 'home'\"\n");
}

TEST(AddPolicy, NoTextBreaksOut) {
    NewPolicy policy = greenSpace();
    policy.title = "x\"\nwaivers: []\n#";
    policy.text = "first\nsecond: [\\";
    policy.parameters = {{"within", "400 m\nlayers: {}"}, {"note", "- a: b # c"}};
    const YamlNode root = parseYaml(addPolicy("merestone: 1\n", "plan.yaml", policy), "plan.yaml");
    ASSERT_EQ(root.entries.size(), 2U);
    const YamlNode& written = root.find("policies")->items.at(0);
    EXPECT_EQ(written.find("title")->text, "x\" waivers: [] #");
    EXPECT_EQ(written.find("text")->text, "first second: [\\");
    const YamlNode& rule = written.find("rules")->items.at(0);
    EXPECT_EQ(rule.find("with")->find("within")->text, "400 m layers: {}");
    EXPECT_EQ(rule.find("with")->find("note")->text, "- a: b # c");
}

} // namespace
} // namespace merestone
