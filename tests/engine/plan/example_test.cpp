// SPDX-License-Identifier: MIT
#include "plan/plan_template.hpp"
#include "plan_texts.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

using testing::changed;
using testing::examplePlan;
using testing::openSpacePack;
using testing::smallPlan;

Plan readExample() {
    return parsePlan(examplePlan(), "here/plan.yaml", {parsePack(openSpacePack(), "p.yaml")});
}

TEST(ExamplePlan, HasItsSummary) {
    const Plan plan = readExample();
    EXPECT_EQ(plan.file, "here/plan.yaml");
    EXPECT_EQ(plan.directory, "here");
    EXPECT_EQ(plan.formatVersion, 1);
    EXPECT_EQ(plan.crs, "EPSG:27700");
    EXPECT_FALSE(plan.synthetic);
    const PlanSummary& summary = plan.summary;
    EXPECT_EQ(summary.title, "Balsall Heath Neighbourhood Development Plan");
    EXPECT_EQ(summary.file, "here/plan.yaml");
    EXPECT_EQ(summary.stage, "regulation-14");
    EXPECT_EQ(summary.qualifyingBody, "Balsall Heath Neighbourhood Planning Forum");
    EXPECT_EQ(summary.localPlanningAuthority, "Birmingham City Council");
    EXPECT_EQ(summary.periodFrom, "2015");
    EXPECT_EQ(summary.periodTo, "2031");
    EXPECT_EQ(summary.submitted, "2026-09-01");
    EXPECT_EQ(summary.crs, "EPSG:27700");
    EXPECT_EQ(summary.licence, "Contains OS data © Crown copyright and database right 2026");
}

TEST(ExamplePlan, HasItsLayersInOrder) {
    const Plan plan = readExample();
    ASSERT_EQ(plan.layers.size(), 5U);
    const LayerSpec& sites = plan.layers[1];
    EXPECT_EQ(sites.name, "sites");
    EXPECT_EQ(sites.place.line, 14);
    EXPECT_EQ(sites.source.text, "plan.gpkg");
    EXPECT_EQ(sites.layer, "site_allocations");
    EXPECT_EQ(sites.role, "site_allocation");
    EXPECT_EQ(sites.id.text, "reference");
    EXPECT_EQ(sites.nameField.text, "site_name");
    EXPECT_EQ(sites.complete.kind, Completeness::Kind::unknown);
    const LayerSpec* parks = plan.findLayer("parks");
    ASSERT_NE(parks, nullptr);
    EXPECT_EQ(parks->where.text, "public = 'yes'");
    EXPECT_EQ(parks->where.place.line, 16);
    EXPECT_EQ(parks->where.place.column, 44);
    EXPECT_DOUBLE_EQ(parks->accuracyMetres, 2.0);
    EXPECT_EQ(parks->complete.kind, Completeness::Kind::everywhere);
    const LayerSpec* schools = plan.findLayer("schools");
    ASSERT_NE(schools, nullptr);
    EXPECT_EQ(schools->complete.kind, Completeness::Kind::within);
    EXPECT_EQ(schools->complete.coverageLayer, "area");
    EXPECT_EQ(plan.findLayer("Sites"), nullptr);
}

TEST(ExamplePlan, HasItsOwnRule) {
    const Plan plan = readExample();
    ASSERT_EQ(plan.policies.size(), 1U);
    const PolicySpec& policy = plan.policies[0];
    EXPECT_EQ(policy.id, "H1");
    EXPECT_EQ(policy.title, "Homes on allocated land");
    EXPECT_EQ(policy.text, "Sites are developed at no less than 40 dwellings per hectare …");
    ASSERT_EQ(policy.layers.size(), 1U);
    EXPECT_EQ(policy.layers[0].text, "sites");
    ASSERT_EQ(policy.rules.size(), 2U);
    const RuleSpec& rule = policy.rules[0];
    EXPECT_EQ(rule.id, "H1.density");
    EXPECT_EQ(rule.policy, "H1");
    EXPECT_EQ(rule.subjects, "sites");
    EXPECT_EQ(rule.where.text, "land_use = 'housing'");
    EXPECT_EQ(rule.require.text, "dwellings / net_area >= 40");
    EXPECT_EQ(rule.severity, Severity::must);
    EXPECT_EQ(rule.source.document, "Birmingham Development Plan 2017");
    EXPECT_EQ(rule.source.clause, "TP30");
    EXPECT_TRUE(rule.source.confirmed);
    EXPECT_EQ(rule.message.text, "{name} holds {dwellings} homes on {net_area:.2f} ha");
    EXPECT_EQ(rule.pack, "");
    ASSERT_EQ(rule.measures.size(), 1U);
    EXPECT_EQ(rule.measures[0].name, "net_area");
    EXPECT_EQ(rule.measures[0].kind, "area");
    EXPECT_EQ(rule.measures[0].target, "self");
    ASSERT_TRUE(rule.measures[0].unit.has_value());
    EXPECT_DOUBLE_EQ(rule.measures[0].unit->factor, 10000.0);
}

TEST(ExamplePlan, HasThePackRuleExpanded) {
    const Plan plan = readExample();
    const RuleSpec& rule = plan.policies[0].rules[1];
    EXPECT_EQ(rule.id, "H1.access");
    EXPECT_EQ(rule.pack, "open-space");
    EXPECT_EQ(rule.packRule, "access");
    EXPECT_EQ(rule.place.file, "here/plan.yaml");
    EXPECT_EQ(rule.place.line, 34);
    EXPECT_EQ(rule.title, "Homes lie within reach of open space");
    EXPECT_EQ(rule.resident, "A bit of green within a five-minute walk of every home.");
    EXPECT_EQ(rule.catalogue, std::vector<std::string>{"C10"});
    EXPECT_EQ(rule.subjects, "parcels");
    EXPECT_EQ(rule.where.text, "dwellings > 0");
    EXPECT_EQ(rule.require.text, "nearest_space <= within");
    EXPECT_EQ(rule.severity, Severity::should);
    EXPECT_FALSE(rule.source.confirmed);
    EXPECT_EQ(rule.message.text,
              "{name} ({dwellings} homes) is {nearest_space} from the nearest open space of {minimum_size} or more");
    EXPECT_EQ(rule.notRunReason, "");
    ASSERT_EQ(rule.measures.size(), 1U);
    EXPECT_EQ(rule.measures[0].target, "parks");
    EXPECT_EQ(rule.measures[0].where.text, "OGR_GEOM_AREA >= minimum_size");
    EXPECT_EQ(std::get<std::string>(rule.measures[0].options.at(0).value), "edge");
    ASSERT_EQ(rule.parameters.size(), 2U);
    EXPECT_EQ(rule.parameters[0].name, "minimum_size");
    EXPECT_DOUBLE_EQ(std::get<Quantity>(rule.parameters[0].value).value, 0.2);
    EXPECT_EQ(std::get<Quantity>(rule.parameters[1].value).unit.symbol, "m");
}

TEST(ExamplePlan, HasItsWaiver) {
    const Plan plan = readExample();
    ASSERT_EQ(plan.waivers.size(), 1U);
    EXPECT_EQ(plan.waivers[0].rule, "H1.density");
    EXPECT_EQ(plan.waivers[0].subject, "S4");
    EXPECT_EQ(plan.waivers[0].reason, "Corner site, agreed with the highways officer");
    EXPECT_EQ(plan.waivers[0].by, "Plan steering group");
    EXPECT_EQ(plan.waivers[0].until, "2027-03-31");
    EXPECT_EQ(plan.waivers[0].place.line, 39);
}

TEST(PlanSection, ReadsEveryKindOfFact) {
    const Plan plan =
        parsePlan(changed(smallPlan(), "{title: A plan}",
                          "{title: T, synthetic: true, period: {from: 2026-04-01, to: 2041}, facts: {homes: 300 "
                          "dwellings, towns: 7, quoted: '7', town: Birmingham, made: true, day: 2026-09-01}}"),
                  "plan.yaml", {});
    EXPECT_TRUE(plan.synthetic);
    EXPECT_EQ(plan.summary.periodFrom, "2026-04-01");
    EXPECT_EQ(plan.directory, ".");
    ASSERT_EQ(plan.facts.size(), 6U);
    EXPECT_EQ(plan.facts[0].first, "homes");
    EXPECT_EQ(std::get<Quantity>(plan.facts[0].second).unit.symbol, "dwellings");
    EXPECT_DOUBLE_EQ(std::get<Quantity>(plan.facts[1].second).value, 7.0);
    EXPECT_EQ(std::get<std::string>(plan.facts[2].second), "7");
    EXPECT_EQ(std::get<std::string>(plan.facts[3].second), "Birmingham");
    EXPECT_TRUE(std::get<bool>(plan.facts[4].second));
    EXPECT_EQ(std::get<std::string>(plan.facts[5].second), "2026-09-01");
}

TEST(Layer, ReadsEveryKey) {
    const Plan plan = parsePlan(
        changed(smallPlan(), "parks: {source: parks.gpkg}",
                "parks: {source: a/parks.csv, layer: l, where: \"a = 1\", role: centre, id: i, name: n, x: e, y: f, "
                "accuracy: 20 cm, complete: area, crs: EPSG:4326, encoding: ISO-8859-1, invalid: leave_out, units: "
                "{height: m, density: dwellings per hectare}, title: Our parks, licence: OGL}"),
        "plan.yaml", {});
    const LayerSpec& parks = plan.layers[1];
    EXPECT_EQ(parks.source.text, "a/parks.csv");
    EXPECT_EQ(parks.layer, "l");
    EXPECT_EQ(parks.role, "centre");
    EXPECT_EQ(parks.x.text, "e");
    EXPECT_EQ(parks.y.text, "f");
    EXPECT_DOUBLE_EQ(parks.accuracyMetres, 0.2);
    EXPECT_EQ(parks.complete.kind, Completeness::Kind::within);
    EXPECT_EQ(parks.complete.coverageLayer, "area");
    EXPECT_EQ(parks.crs, "EPSG:4326");
    EXPECT_EQ(parks.encoding, "ISO-8859-1");
    EXPECT_TRUE(parks.leaveOutInvalid);
    ASSERT_EQ(parks.units.size(), 2U);
    EXPECT_EQ(parks.units[1].first, "density");
    EXPECT_EQ(parks.units[1].second.dimension.dwellings, 1);
    EXPECT_EQ(parks.title, "Our parks");
    EXPECT_EQ(parks.licence, "OGL");
}

TEST(Layer, MayLieOutsideWhenTheUserAllowsIt) {
    PlanOptions options;
    options.allowOutside = true;
    const auto with = [](const char* source) { return changed(smallPlan(), "parks.gpkg", source); };
    EXPECT_EQ(testing::mistakesIn(with("../parks.gpkg"), {}, options), std::vector<std::string>{});
    EXPECT_EQ(testing::mistakesIn(with("/data/parks.gpkg"), {}, options), std::vector<std::string>{});
    EXPECT_EQ(testing::mistakesIn(with("/vsizip/parks.zip"), {}, options).size(), 1U);
    EXPECT_EQ(testing::mistakesIn(with("\"PG:service=council\"")), std::vector<std::string>{});
    EXPECT_EQ(testing::mistakesIn(with("data/..parks/a..b.gpkg")), std::vector<std::string>{});
}

TEST(OwnRule, ReadsEveryKey) {
    const Plan plan = parsePlan(changed(smallPlan(), "        require: \"gap <= 400\"\n", R"(        title: T
        explanation: E
        against: area
        within: 2 km
        where: "kind = 'a'"
        require: "gap <= 400 AND overlap > 0"
        judgement: true
        severity: note
        source: {document: D, clause: C, url: "https://example.org/", confirmed: false}
        message: M {gap}
        advice: A {{not a name}
        unless: [{when: "exempt = 1", reason: "{why}"}]
        needs: [H1.other]
        effective: {from: 2026-08-17, to: 2027-08-17}
      - {id: H1.other, for: area, judgement: true}
)"),
                                "plan.yaml", {});
    const RuleSpec& rule = plan.policies[0].rules[0];
    EXPECT_EQ(rule.against, "self"); // the layer of the subjects itself
    ASSERT_TRUE(rule.againstWithin.has_value());
    EXPECT_DOUBLE_EQ(rule.againstWithin->value, 2.0);
    EXPECT_EQ(rule.where.text, "kind = 'a'");
    EXPECT_TRUE(rule.judgement);
    EXPECT_EQ(rule.severity, Severity::note);
    EXPECT_EQ(rule.source.url, "https://example.org/");
    EXPECT_FALSE(rule.source.confirmed);
    EXPECT_EQ(rule.advice.text, "A {{not a name}");
    ASSERT_EQ(rule.unless.size(), 1U);
    EXPECT_EQ(rule.unless[0].when.text, "exempt = 1");
    EXPECT_EQ(rule.unless[0].reason.text, "{why}");
    ASSERT_EQ(rule.needs.size(), 1U);
    EXPECT_EQ(rule.needs[0].text, "H1.other");
    EXPECT_EQ(rule.effectiveFrom, "2026-08-17");
    EXPECT_EQ(rule.effectiveTo, "2027-08-17");
    EXPECT_TRUE(plan.policies[0].rules[1].require.empty());
}

TEST(Measure, ReadsNestedMeasuresAndFacts) {
    const std::string text = changed(
        changed(smallPlan(), "{title: A plan}", "{title: T, facts: {reach: 2 km, population: 15000, many: true}}"),
        "          gap: {distance: parks}\n", R"(          gap: {distance: parks, search: reach}
          even: {balance: parks, value: {area_within: area, unit: ha}, per: {sum_within: area, of: "people * 2"}}
          share: {per_head: parks, of: area, people: population}
          given: {per_head: parks, people: 15000}
          counted: {per_head: parks, people: {sum_within: area, of: people}}
          near: {count_within: parks, radius: 400 m, count_self: many}
)");
    const Plan plan = parsePlan(text, "plan.yaml", {});
    const std::vector<MeasureSpec>& measures = plan.policies[0].rules[0].measures;
    ASSERT_EQ(measures.size(), 6U);
    const Quantity search = std::get<Quantity>(measures[0].options.at(0).value);
    EXPECT_DOUBLE_EQ(search.value, 2.0);
    EXPECT_EQ(search.unit.symbol, "km");
    ASSERT_EQ(measures[1].inner.size(), 2U);
    EXPECT_EQ(measures[1].inner[0].name, "value");
    EXPECT_EQ(measures[1].inner[0].kind, "area_within");
    EXPECT_EQ(measures[1].inner[1].name, "per");
    EXPECT_EQ(std::get<std::string>(measures[1].inner[1].options.at(0).value), "people * 2");
    const Quantity people = std::get<Quantity>(measures[2].options.at(1).value);
    EXPECT_DOUBLE_EQ(people.value, 15000.0);
    EXPECT_EQ(people.unit.dimension.people, 1);
    EXPECT_DOUBLE_EQ(std::get<Quantity>(measures[3].options.at(0).value).value, 15000.0);
    ASSERT_EQ(measures[4].inner.size(), 1U);
    EXPECT_EQ(measures[4].inner[0].name, "people");
    EXPECT_TRUE(std::get<bool>(measures[5].options.at(1).value));
}

TEST(PlanTemplate, IsAPlanWithoutMistakes) {
    const std::string text(planTemplate());
    const Plan plan = parsePlan(text, "plan.yaml", {});
    EXPECT_EQ(plan.summary.stage, "drafting");
    EXPECT_FALSE(plan.layers.empty());
    EXPECT_FALSE(plan.policies.empty());
    EXPECT_EQ(text.find('\t'), std::string::npos);
}

TEST(PlanTemplate, StaysAPlanWithItsExamplesSwitchedOn) {
    std::string text;
    std::string_view rest = planTemplate();
    const std::size_t layout = rest.find("merestone: 1");
    ASSERT_NE(layout, std::string_view::npos);
    rest.remove_prefix(layout); // the notes at the head are prose
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string line(rest.substr(0, end));
        rest.remove_prefix(end + 1);
        const std::size_t hash = line.find("# ");
        const bool isNote = hash != std::string::npos && line.find_first_not_of(' ') == hash;
        const std::string_view shown = isNote ? std::string_view(line).substr(hash + 2) : std::string_view();
        const std::size_t word = shown.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
        const bool isKey = word != 0 && word != std::string_view::npos && shown[word] == ':';
        const bool isExample = isKey || shown.starts_with("- ") || shown.starts_with("  ");
        text += isExample ? line.erase(hash, 2) + "\n" : line + "\n";
    }
    EXPECT_NE(text.find("\nwaivers:\n"), std::string::npos) << text;
    EXPECT_NE(text.find("      - use: open-space/access\n"), std::string::npos) << text;
    text = changed(text, "subject: S4 # the id of the site", "subject: S4");
    EXPECT_EQ(testing::mistakesIn(text, {parsePack(openSpacePack(), "p.yaml")}), std::vector<std::string>{});
}

} // namespace
} // namespace merestone
