// SPDX-License-Identifier: MIT
#include "engine/rules/worlds.hpp"

#include "base/text.hpp"
#include "geometry/geos.hpp"
#include "plan/read_plan.hpp"

#include <algorithm>
#include <stdexcept>

namespace merestone::testing_support {

LayerPtr makeLayer(const std::string& name, const std::vector<MadeFeature>& features, double accuracyMetres) {
    PackedGeometry geometry;
    Column ids;
    ids.name = "id";
    Column numbers;
    numbers.name = "number";
    numbers.type = ColumnType::real;
    std::vector<std::int64_t> fids;
    for (const MadeFeature& feature : features) {
        if (feature.wkt.empty()) {
            geometry.endFeature(Shape::none);
        } else {
            appendGeos(geometry, *fromWkt(feature.wkt));
        }
        ids.codes.push_back(static_cast<std::uint32_t>(ids.dictionary.size()));
        ids.dictionary.push_back(feature.id);
        numbers.numbers.push_back(feature.number);
        fids.push_back(static_cast<std::int64_t>(fids.size()) + 1);
    }
    ValidityReport validity = checkValidity(geometry, InvalidPolicy::repair, RunContext{});
    LayerInfo info;
    info.crs = "EPSG:27700";
    info.isTable =
        std::all_of(features.begin(), features.end(), [](const MadeFeature& feature) { return feature.wkt.empty(); });
    info.statedAccuracyMetres = accuracyMetres;
    return std::make_shared<Layer>(name, info, std::move(geometry), std::vector<Column>{ids, numbers}, std::move(fids),
                                   std::move(validity), "id", "");
}

Checker checkerFor(const std::string& planText, std::vector<LayerPtr> layers, CheckOptions options) {
    Checker checker(parsePlan(planText, "test-plan.yaml", {}), std::move(options));
    checker.setLayers(std::move(layers));
    return checker;
}

const Finding* findingAbout(const RunResult& run, const std::string& rule, const std::string& subject) {
    const Finding* found = nullptr;
    for (const Finding& finding : run.findings) {
        if (finding.rule == rule && finding.subject.id == subject) {
            if (found != nullptr) {
                throw std::logic_error("more than one finding about " + subject);
            }
            found = &finding;
        }
    }
    return found;
}

const RuleResult& ruleOf(const RunResult& run, const std::string& id) {
    for (const RuleResult& rule : run.rules) {
        if (rule.id == id) {
            return rule;
        }
    }
    throw std::logic_error("no rule " + id);
}

std::string square(double x, double y, double side) {
    const std::string left = shortest(x);
    const std::string right = shortest(x + side);
    const std::string low = shortest(y);
    const std::string high = shortest(y + side);
    return "POLYGON((" + left + " " + low + "," + right + " " + low + "," + right + " " + high + "," + left + " " +
           high + "," + left + " " + low + "))";
}

} // namespace merestone::testing_support
