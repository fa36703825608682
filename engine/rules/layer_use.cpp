// SPDX-License-Identifier: MIT
#include "rules/layer_use.hpp"

#include "rules/shared_source.hpp"

#include "measures/measure_traits.hpp"

#include <algorithm>

namespace merestone {

namespace {

void collectMeasureUse(const CompiledMeasure& measure, const NoteUse& use) {
    const double reach = measureReach(measure.spec);
    if (!measure.targetLayer.empty()) {
        use(measure.targetLayer, reach);
    }
    if (!measure.accessLayer.empty()) {
        use(measure.accessLayer, reach);
    }
    for (const RelatedUse& related : measure.related) {
        use(related.layer, reach);
    }
    for (const CompiledMeasure& inner : measure.inner) {
        // Sub-areas lie in the plan area; their inner measures reach from there.
        collectMeasureUse(inner, use);
    }
}

} // namespace

void collectUse(const CompiledRule& rule, const NoteUse& use) {
    use(rule.spec->subjects, 0.0);
    if (!rule.spec->against.empty()) {
        const std::optional<Quantity>& within = rule.spec->againstWithin;
        use(rule.spec->against == "self" ? rule.spec->subjects : rule.spec->against,
            within ? within->value * within->unit.factor : 0.0);
    }
    for (const CompiledMeasure& measure : rule.measures) {
        collectMeasureUse(measure, use);
    }
}

bool isReadWhole(const Plan& plan, const LayerSpec& spec) {
    if (isPlanRole(spec.role)) {
        return true;
    }
    return std::any_of(plan.layers.begin(), plan.layers.end(), [&spec](const LayerSpec& other) {
        const bool isPartOfDrawing = isPlanRole(other.role) && shareSource(other, spec); // and changes with it
        return isPartOfDrawing ||
               (other.complete.kind == Completeness::Kind::within && other.complete.coverageLayer == spec.name);
    });
}

} // namespace merestone
