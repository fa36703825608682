// SPDX-License-Identifier: MIT
#include "plan/measure_table.hpp"

namespace merestone {

namespace {

using Options = std::vector<MeasureOption>;

MeasureOption wordOption(const char* name, std::vector<std::string> words, const char* help) {
    const std::string defaultText = words.front();
    return {name, OptionType::word, false, std::move(words), defaultText, help};
}

MeasureOption lengthOption(const char* name, const char* defaultText, const char* help) {
    return {name, OptionType::length, false, {}, defaultText, help};
}

MeasureOption optionalLayer(const char* name, const char* help) {
    return {name, OptionType::layer, false, {}, "", help};
}

MeasureOption requiredOption(const char* name, OptionType type, const char* help) {
    return {name, type, true, {}, "", help};
}

MeasureName subjectMeasure(const char* kind, const char* unit, const char* help, Options options = {}) {
    return {kind, MeasureTarget::subject, unit, false, true, std::move(options), help};
}

MeasureName relationMeasure(const char* kind, const char* unit, const char* help, Options options = {}) {
    return {kind, MeasureTarget::layerOrOther, unit, false, true, std::move(options), help};
}

MeasureName layerMeasure(const char* kind, const char* unit, const char* help, Options options) {
    return {kind, MeasureTarget::layer, unit, false, true, std::move(options), help};
}

MeasureOption fromOption() {
    return wordOption("from", {"edge", "centroid"}, "Where on the subject the distance starts.");
}

MeasureOption toOption() {
    return wordOption("to", {"edge", "centroid"}, "Where on the target's features the distance ends.");
}

/// Options that all counts within reach of a subject share, after what they count.
Options countOptions(Options first) {
    first.push_back({"radius",
                     OptionType::length,
                     false,
                     {},
                     "",
                     "How far away a feature may lie and still count; left out, those that lie in or touch the "
                     "subject count."});
    first.push_back(fromOption());
    first.push_back(toOption());
    first.push_back({"count_self",
                     OptionType::flag,
                     false,
                     {},
                     "false",
                     "Whether the subject itself counts when the target is its own layer."});
    return first;
}

/// Where a measure to the nearest feature starts and ends.
Options routeOptions(Options further) {
    Options options{fromOption(),
                    wordOption("to", {"edge", "centroid", "access_point"}, "Where on the target's features it ends."),
                    lengthOption("search", "5 km", "Features further away than this are not looked for."),
                    optionalLayer("access_points", "Layer of the entrances, for `to: access_point`."),
                    {"belongs_to",
                     OptionType::field,
                     false,
                     {},
                     "",
                     "Field of the entrances that holds the id of the feature they belong to."}};
    options.insert(options.end(), further.begin(), further.end());
    return options;
}

MeasureOption gapOption() {
    return lengthOption("gap", "0.5 m", "Features no further apart than this are neighbours.");
}

MeasureOption toleranceOption() {
    return lengthOption("tolerance", "0.5 m", "Slivers whose mean width is below this are left out.");
}

MeasureOption amountOption(const char* help) {
    return {"of", OptionType::formula, true, {"count", "area"}, "", help};
}

} // namespace

std::vector<MeasureName> subjectMeasureNames() {
    return {
        subjectMeasure("area", "m2", "Area of the subject on the planar grid."),
        subjectMeasure("length", "m", "Length of a line, or the perimeter of a polygon."),
        subjectMeasure("width", "m", "Width of a polygon.",
                       {wordOption("kind", {"mean", "widest"},
                                   "`mean` is twice the area over the perimeter; `widest` the diameter of the biggest "
                                   "circle that fits in.")}),
        subjectMeasure("compactness", "",
                       "Four pi times the area over the squared perimeter: 1 for a circle, near 0 for a ribbon."),
        subjectMeasure("parts", "", "Number of separate parts of the subject.",
                       {lengthOption("joined_within", "0 m", "Parts closer together than this count as one.")}),
        subjectMeasure("vertices", "", "Number of corner points of the subject."),
        subjectMeasure("valid", "", "1 if the geometry is valid as drawn, 0 if it had to be repaired."),
        subjectMeasure("duplicate_points", "", "Number of points that repeat the point before them."),
        subjectMeasure("inscribed_rectangle", "m2", "Area of the biggest rectangle that fits into the subject.",
                       {{"ratio",
                         OptionType::number,
                         false,
                         {},
                         "",
                         "Length of the rectangle divided by its width; 1 is a square; left out, any shape will do."}}),
    };
}

std::vector<MeasureName> relationMeasureNames() {
    MeasureName nearest{"nearest",
                        MeasureTarget::layer,
                        "",
                        true,
                        true,
                        {requiredOption("of", OptionType::field, "The field of the nearest feature to give.")},
                        "Value of a field of the nearest feature of the target."};
    return {
        relationMeasure("area_within", "m2", "Area of the subject that lies inside the target."),
        relationMeasure("share_within", "%", "Share of the subject's area that lies inside the target."),
        relationMeasure("area_outside", "m2", "Area of the subject that lies outside the target."),
        relationMeasure("length_outside", "m",
                        "Length of a line that lies outside the target; unknown for polygons and points."),
        relationMeasure("overlap_area", "m2",
                        "Sum of the overlaps with each feature of the target; where those overlap one another, land "
                        "counts more than once."),
        relationMeasure("symmetric_difference", "m2",
                        "Area that belongs to the subject or to the union of the target, but not to both."),
        relationMeasure("hausdorff", "m",
                        "Furthest that any point of one outline lies from the other: how far two drawings of one "
                        "thing are apart."),
        relationMeasure("distance", "m", "Straight-line distance to the nearest feature of the target.",
                        routeOptions({})),
        nearest,
    };
}

std::vector<MeasureName> networkMeasureNames() {
    return {
        layerMeasure(
            "network_distance", "m",
            "Distance on foot to the nearest feature of the target: straight to the nearest way, along the ways, and "
            "straight from them; 0 where the two meet, unknown where no way is near the subject.",
            routeOptions(
                {requiredOption("network", OptionType::layer,
                                "Layer of the streets and paths that can be walked, both ways. They join at common "
                                "corners and where one ends on another."),
                 {"node_crossings",
                  OptionType::flag,
                  false,
                  {},
                  "false",
                  "Whether ways also join where they cross without a common corner; without it, such crossings are "
                  "bridges."},
                 lengthOption("snap", "100 m",
                              "Longest straight leg between a feature and its nearest way. A feature that ways meet is "
                              "reached wherever they meet it."),
                 optionalLayer("barriers",
                               "Layer of lines and areas that cannot be walked across: ways are cut where they meet "
                               "one, and no leg crosses one."),
                 optionalLayer("crossings", "Layer of the places where ways lead across barriers all the same."),
                 lengthOption("crossing_reach", "10 m",
                              "How near a crossing must lie to the stretch of a way that it leads across a "
                              "barrier.")})),
    };
}

std::vector<MeasureName> shareMeasureNames() {
    MeasureOption people{"people", OptionType::field, true, {}, "", "Field with the people of an output area."};
    people.fieldUnit = "people";
    MeasureOption crowd{"people",
                        OptionType::field,
                        false,
                        {},
                        "",
                        "Field with the people of an output area, for `by: people`; without it all addresses count "
                        "alike."};
    crowd.fieldUnit = "people";
    crowd.owner = FieldOwner::related;
    crowd.relatedOption = "output_areas";
    MeasureName apportioned = layerMeasure(
        "apportioned", "",
        "Part of the target's amounts (budget lines) that falls to the subject; sub-areas that tile an area add up to "
        "it. Unknown where an amount has no such shape.",
        {requiredOption("of", OptionType::formula, "The amount: a field or a formula of fields."),
         wordOption("by", {"place", "length", "area", "people"},
                    "How an amount is shared out: all of it where its `place` lies (the centre of a line or area), by "
                    "the share of its `length` or of its `area` inside, or by the share of the `people` on its area."),
         optionalLayer("addresses", "Layer of the homes, for `by: people`."),
         optionalLayer("output_areas", "Layer of the output areas whose people are shared out to their addresses."),
         crowd});
    apportioned.unitVaries = true;
    return {
        layerMeasure("people_within", "people",
                     "People of the target (output areas) who live inside the subject: of each area the share of its "
                     "addresses inside, or the share of its ground where it has none.",
                     {people, optionalLayer("addresses", "Layer of the homes; left out, ground decides."),
                      lengthOption("search", "5 km",
                                   "How far beyond the subject addresses are looked for; an output area that reaches "
                                   "further is shared out with uncertainty.")}),
        apportioned,
    };
}

std::vector<MeasureName> streetMeasureNames() {
    const Options options{
        requiredOption("along", OptionType::layer,
                       "Layer of the streets' centrelines. At a junction a street goes on along the same line, else "
                       "along the one that turns off least, up to 45 degrees; the others there are side roads."),
        lengthOption("gap", "15 m",
                     "Longest gap along the street between two properties that follow one another; between the points "
                     "of those that are points."),
        {"side_road_breaks",
         OptionType::flag,
         false,
         {},
         "true",
         "Whether a side road on the properties' own side parts them."},
        lengthOption("setback", "50 m", "A property further than this from every street is on none: unknown.")};
    std::vector<MeasureName> names{
        layerMeasure("street_run", "",
                     "Number of properties in the unbroken run that the subject makes with those of the target that "
                     "meet `where`, on its side of its street, up to 2 km each way; the subject counts, whatever it is "
                     "now. Every feature of the layer stands in the order; those that do not meet `where` end a run.",
                     options),
        layerMeasure("street_neighbours", "",
                     "How many of the subject's two direct neighbours on its side of its street meet `where`.",
                     options),
    };
    for (MeasureName& name : names) {
        name.planWide = false;
    }
    return names;
}

std::vector<MeasureName> outlineMeasureNames() {
    return {
        layerMeasure("boundary_along", "%",
                     "Share of the subject's outline that runs along the outlines of the target.",
                     {lengthOption("within", "2 m", "How near the two must be to run along one another.")}),
        layerMeasure("drift", "m",
                     "How far the subject's outline as a whole lies from the base lines of the target: the shift that "
                     "explains its offsets best. Unknown where less than half of it has a base line within reach, or "
                     "where those all run one way.",
                     {lengthOption("within", "10 m", "Base lines further away than this are not meant."),
                      wordOption("of", {"length", "east", "north"},
                                 "The length of the shift, or its part to the east or north (minus: west or south).")}),
    };
}

std::vector<MeasureName> viewMeasureNames() {
    MeasureOption height{"height", OptionType::field, true, {}, "", "Field with the height of a building's top."};
    height.fieldUnit = "m";
    MeasureOption eye{"eye",   OptionType::lengthOrField,
                      false,   {},
                      "1.6 m", "Height of the eye at the start of the view, or the view's field that holds it."};
    eye.fieldUnit = "m";
    eye.owner = FieldOwner::subject;
    MeasureOption end{"target_height",
                      OptionType::lengthOrField,
                      true,
                      {},
                      "",
                      "Height of what is looked at, at the end of the view, or the view's field that holds it. All "
                      "heights are above one level: flat ground, or a datum."};
    end.fieldUnit = "m";
    end.owner = FieldOwner::subject;
    MeasureOption bearing{"bearing",
                          OptionType::field,
                          true,
                          {},
                          "",
                          "Field of the subject and of the target with the bearing that a wall looks towards, in "
                          "degrees clockwise from grid north."};
    bearing.owner = FieldOwner::both;
    return {
        layerMeasure("visibility", "%",
                     "Share of a view that no building of the target stands in: of the angle of a cone (an area whose "
                     "first corner is the viewpoint), or all or nothing of a line from the viewpoint to what is looked "
                     "at.",
                     {height, eye, end}),
        layerMeasure(
            "facing_distance", "m", "Distance from a wall to the nearest wall of the target that looks back at it.",
            {bearing,
             {"angle",
              OptionType::number,
              false,
              {},
              "30",
              "Degrees by which the other wall may be turned from looking straight back."},
             lengthOption("search", "100 m", "Walls further away than this are not looked for."),
             optionalLayer("blocked_by", "Layer of what hides walls from one another where it stands between them.")}),
    };
}

std::vector<MeasureName> countingMeasureNames() {
    MeasureName sum = layerMeasure(
        "sum_within", "", "Sum of a formula over the features of the target within reach of the subject.",
        countOptions({requiredOption("of", OptionType::formula, "What to add up: a field or a formula of fields.")}));
    sum.unitVaries = true;
    MeasureName neighbours =
        layerMeasure("neighbours", "", "Number of features of the target that lie next to the subject.", {gapOption()});
    MeasureName run = layerMeasure(
        "run_length", "",
        "Number of features in the unbroken chain of neighbours that the subject belongs to; with `of`, their sum of "
        "it.",
        {gapOption(),
         {"of", OptionType::formula, false, {}, "", "Number to add up over the chain, for example `OGR_GEOM_AREA`."}});
    run.unitVaries = true;
    MeasureName component = layerMeasure(
        "component", "",
        "The connected group of the target's features that the subject belongs to (one of another layer: all groups "
        "within the gap of it): how many, how large, or whether it reaches another layer (1 or 0).",
        {lengthOption("gap", "20 m", "Features no further apart than this are connected."),
         wordOption("of", {"count", "area", "reaches"},
                    "The number of features, their areas added up, or whether one of them comes within the gap of a "
                    "feature of the layer `reaches`."),
         optionalLayer("reaches", "Layer that the group should reach, for `of: reaches`.")});
    component.unitVaries = true;
    neighbours.planWide = false;
    run.planWide = false;
    component.planWide = false;
    return {
        layerMeasure("count_within", "", "Number of features of the target within reach of the subject.",
                     countOptions({})),
        sum,
        layerMeasure("share_of_count", "%",
                     "Share of the features of the target within reach of the subject that meet a condition.",
                     countOptions({requiredOption("of", OptionType::condition, "The condition that is counted.")})),
        neighbours,
        run,
        component,
    };
}

std::vector<MeasureName> coverageMeasureNames() {
    return {
        layerMeasure("gaps", "m2", "Area of the subject that no feature of the target covers.", {toleranceOption()}),
        layerMeasure("overlaps", "m2", "Area where features of the target overlap one another, pair by pair.",
                     {toleranceOption()}),
    };
}

std::vector<MeasureName> planMeasureNames() {
    MeasureName total = layerMeasure(
        "total", "", "Sum over all features of the target, wherever they lie.",
        {amountOption(
            "What to add up: `count`, `area` (lines and points have none) or a formula of fields. Only `area` "
            "needs shapes: the target may be a table.")});
    MeasureName perHead = layerMeasure(
        "per_head", "m2/person", "How much of the target inside the subject there is for each person.",
        {{"of",
          OptionType::formula,
          false,
          {"count", "area"},
          "area",
          "What to share out: `area` or `count` inside the subject, or a formula of fields."},
         requiredOption("people", OptionType::measureOrNumber, "Number of people, or a measure that gives it.")});
    const MeasureOption policyField{
        "of", OptionType::field, false, {}, "policy", "Field that holds the id of the policy a feature belongs to."};
    MeasureName inPolicies =
        subjectMeasure("in_policies", "",
                       "1 if the subject's policy reference is the id of a policy of the plan, else 0.", {policyField});
    inPolicies.planWide = false;
    total.unitVaries = true;
    perHead.unitVaries = true;
    return {
        total,
        perHead,
        layerMeasure(
            "balance", "", "Smallest ratio over the largest one among sub-areas: 1 when all have the same.",
            {requiredOption("value", OptionType::measure, "Measure taken for each sub-area."),
             {"per",
              OptionType::measure,
              false,
              {},
              "",
              "Measure of each sub-area that the value is divided by; left out, the values themselves are compared."}}),
        inPolicies,
        layerMeasure("policies_without_features", "",
                     "Number of policies that say they are drawn on the target and have no feature there.",
                     {policyField}),
    };
}

std::vector<MeasureName> textMeasureNames() {
    const MeasureOption field{"of", OptionType::field, false, {}, "text", "Field that holds the text."};
    const auto phrases = [](const char* name, const char* help) {
        return MeasureOption{name, OptionType::phrases, false, {}, "none", help};
    };
    const auto free = [](const char* name, const char* help) {
        return MeasureOption{name, OptionType::text, false, {}, "none", help};
    };
    std::vector<MeasureName> names{
        subjectMeasure("mentions", "", "Number of times that a text holds one of the phrases of a list.",
                       {field, requiredOption("phrases", OptionType::phrases, "List of the phrases."),
                        phrases("without", "Where a phrase of this list stands nearby, a mention does not count."),
                        wordOption("nearby", {"sentence", "text"}, "Where `without` is looked for."),
                        free("also", "More phrases, parted by `;`."),
                        free("except", "Phrases that do not count, parted by `;`.")}),
        subjectMeasure("unknown_references", "",
                       "Number of references in a text to something that is not there; unknown where that cannot be "
                       "looked up.",
                       {field, requiredOption("to", OptionType::registry, "Register of what there is."),
                        phrases("unless", "Documents that a reference is to when their name stands right before it, or "
                                          "behind an 'of' or 'in'.")}),
        subjectMeasure("years_outside_period", "", "Number of years in a text that lie outside the plan's period.",
                       {field, requiredOption("phrases", OptionType::phrases,
                                              "List of the phrases around a year; `@` stands for it.")}),
    };
    for (MeasureName& name : names) {
        name.planWide = false;
    }
    return names;
}

} // namespace merestone
