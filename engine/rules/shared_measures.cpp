// SPDX-License-Identifier: MIT
#include "rules/shared_measures.hpp"

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "measures/measure_traits.hpp"
#include "measures/options.hpp"
#include "plan/measure_names.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

namespace merestone {

namespace {

constexpr std::size_t kGrain = 8192;

LayerPtr layerNamed(const LayerMap& layers, const std::string& name) {
    const auto found = layers.find(name);
    if (found == layers.end()) {
        throw Error(ErrorCode::internal, "layer '" + name + "' was not loaded");
    }
    return found->second;
}

/// Spreads the values of some rows over a column of all rows.
void scatter(const std::vector<double>& from, std::span<const std::uint32_t> rows, std::vector<double>& to,
             const std::vector<double>& fallback) {
    if (from.empty() && to.empty()) {
        return;
    }
    if (to.empty()) {
        to = fallback; // earlier rows were exact: their bounds are their values
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        to[rows[i]] = from.empty() ? fallback[rows[i]] : from[i];
    }
}

void noteLayers(const CompiledMeasure& compiled, std::vector<std::string>& layers) {
    if (!compiled.targetLayer.empty()) {
        layers.push_back(compiled.targetLayer);
    }
    if (!compiled.accessLayer.empty()) {
        layers.push_back(compiled.accessLayer);
    }
    for (const RelatedUse& related : compiled.related) {
        layers.push_back(related.layer);
    }
    for (const FieldUse& field : compiled.fields) {
        layers.push_back(field.layer); // the subjects' own fields among them
    }
    for (const CompiledMeasure& inner : compiled.inner) {
        noteLayers(inner, layers);
    }
}

double farthestReach(const CompiledMeasure& compiled) {
    double reach = measureReach(compiled.spec);
    for (const CompiledMeasure& inner : compiled.inner) {
        reach = std::max(reach, farthestReach(inner));
    }
    return reach;
}

/// Counts and sums carry the unit that the plan gives them; the measure itself only adds up.
bool countsOrSums(const std::string& kind) {
    return kind == "count_within" || kind == "sum_within" || kind == "nearest" || kind == "total" ||
           kind == "neighbours" || kind == "run_length" || kind == "apportioned";
}

} // namespace

Coverage coverageOf(const Plan& plan, const LayerMap& layers, const std::string& layer) {
    Coverage coverage;
    if (const auto found = layers.find(layer); found != layers.end()) {
        coverage.hasUnplaced = found->second->info().undecided > 0;
    }
    const LayerSpec* spec = plan.findLayer(layer);
    if (spec == nullptr) {
        coverage.kind = Completeness::Kind::everywhere; // the plan itself
        return coverage;
    }
    coverage.kind = spec->complete.kind;
    if (coverage.kind == Completeness::Kind::unknown && isPlanRole(spec->role)) {
        coverage.kind = Completeness::Kind::everywhere; // a plan knows what it draws
    }
    if (coverage.kind == Completeness::Kind::within) {
        coverage.area = layerNamed(layers, spec->complete.coverageLayer);
    }
    return coverage;
}

bool hasUnplaced(const Layer& layer) noexcept {
    for (std::size_t row = 0; row < layer.size(); ++row) {
        if (!layer.usable(row) && layer.state(row) != GeometryState::leftOut) {
            return true;
        }
    }
    return false;
}

SelectionPtr SharedMeasures::select(const CompiledMeasure& compiled, const RunContext& context) {
    const bool shapeless = takesShapeless(compiled.spec) && layerNamed(*m_layers, compiled.targetLayer)->info().isTable;
    std::string key = compiled.targetLayer + "|" + compiled.spec.where.text + (shapeless ? "|shapeless too" : "");
    if (compiled.where) {
        for (const std::size_t symbol : compiled.where->usedSymbols()) {
            const NameTable::Origin& origin = compiled.targetNames->origin(symbol);
            key += "|" + shortest(origin.number) + origin.text;
        }
    }
    SelectionPtr& cached = m_selections[key];
    if (cached) {
        return cached;
    }
    auto selection = std::make_shared<Selection>();
    selection->layer = layerNamed(*m_layers, compiled.targetLayer);
    const Layer& layer = *selection->layer;
    std::vector<Truth> truths(layer.size(), Truth::yes);
    if (compiled.where) {
        const RowValues values(*compiled.targetNames, layer, {});
        parallelFor(layer.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                truths[row] = compiled.where->evaluate(values, static_cast<std::uint32_t>(row)).truth;
            }
        });
    }
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        if (truths[row] == Truth::no || layer.state(row) == GeometryState::leftOut) {
            continue;
        }
        if (!layer.usable(row) && !shapeless) {
            selection->hasUnplaced = true;
        } else {
            (truths[row] == Truth::yes ? selection->rows : selection->maybe).push_back(row);
        }
    }
    cached = selection;
    return cached;
}

SelectionPtr SharedMeasures::selectAll(const std::string& layerName) {
    SelectionPtr& cached = m_selections[layerName + "|"];
    if (!cached) {
        auto selection = std::make_shared<Selection>();
        selection->layer = layerNamed(*m_layers, layerName);
        for (std::uint32_t row = 0; row < selection->layer->size(); ++row) {
            if (selection->layer->usable(row)) {
                selection->rows.push_back(row);
            } else if (selection->layer->state(row) != GeometryState::leftOut) {
                selection->hasUnplaced = true;
            }
        }
        cached = selection;
    }
    return cached;
}

void SharedMeasures::addRelated(MeasureRequest& request, const CompiledMeasure& compiled, const RunContext& context) {
    for (const RelatedUse& use : compiled.related) {
        RelatedLayer related{use.option, selectAll(use.layer), coverageOf(*m_plan, *m_layers, use.layer)};
        related.coverage.hasUnplaced = related.coverage.hasUnplaced || related.features->hasUnplaced;
        request.related.push_back(std::move(related));
    }
    for (const FieldUse& use : compiled.fields) {
        const Layer& layer = *layerNamed(*m_layers, use.layer);
        auto values = std::make_shared<std::vector<double>>(layer.size());
        const RowValues source(*use.names, layer, {});
        parallelFor(layer.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                (*values)[row] = use.factor * use.formula->evaluate(source, static_cast<std::uint32_t>(row)).value;
            }
        });
        request.fields.push_back({use.option, use.owner == FieldOwner::subject, std::move(values)});
    }
}

SelectionPtr SharedMeasures::accessPoints(const CompiledMeasure& compiled, const Selection& owners) const {
    std::set<std::string> ids;
    for (const std::uint32_t row : owners.rows) {
        ids.insert(owners.layer->id(row));
    }
    auto selection = std::make_shared<Selection>();
    selection->layer = layerNamed(*m_layers, compiled.accessLayer);
    const Column* column = selection->layer->column(compiled.belongsTo);
    for (std::uint32_t row = 0; row < selection->layer->size(); ++row) {
        if (!selection->layer->usable(row)) {
            continue;
        }
        if (column == nullptr || column->isNull(row)) {
            selection->maybe.push_back(row); // it may be an entrance to one of them
        } else if (ids.contains(column->text(row))) {
            selection->rows.push_back(row);
        }
    }
    return selection;
}

std::shared_ptr<const std::vector<double>> SharedMeasures::weights(const CompiledMeasure& compiled,
                                                                   const RunContext& context) const {
    if (!compiled.of && !compiled.ofCondition) {
        return nullptr;
    }
    const Layer& layer = *layerNamed(*m_layers, compiled.targetLayer);
    auto result = std::make_shared<std::vector<double>>(layer.size());
    double factor = 1.0;
    if (compiled.of && compiled.of->unit() && compiled.unit && countsOrSums(compiled.spec.kind)) {
        factor = conversionFactor(*compiled.of->unit(), *compiled.unit);
    }
    const RowValues values(*compiled.targetNames, layer, {});
    parallelFor(layer.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = static_cast<std::uint32_t>(i);
            if (compiled.ofCondition) {
                const Truth truth = compiled.ofCondition->evaluate(values, row).truth;
                (*result)[i] = truth == Truth::unknown ? std::nan("") : truth == Truth::yes ? 1.0 : 0.0;
            } else {
                (*result)[i] = factor * compiled.of->evaluate(values, row).value;
            }
        }
    });
    return result;
}

std::unique_ptr<Measure> SharedMeasures::build(const CompiledMeasure& compiled, const std::string& subjects,
                                               const RunContext& context) {
    MeasureRequest request;
    request.spec = compiled.spec;
    request.subjects = layerNamed(*m_layers, subjects);
    request.plan = m_plan;
    request.context = context;
    if (countsOrSums(compiled.spec.kind) && wordOption(compiled.spec, "of", "count") != "area") {
        request.spec.unit.reset();
        request.weightUnit = compiled.unit.value_or(Unit{});
    } else if (compiled.of && !pluginOfMeasure(compiled.spec.kind).empty()) {
        request.weightUnit = compiled.of->unit().value_or(Unit{});
    }
    if (!compiled.targetLayer.empty()) {
        request.target = select(compiled, context);
        request.coverage = coverageOf(*m_plan, *m_layers, compiled.targetLayer);
        request.coverage.hasUnplaced = request.coverage.hasUnplaced || request.target->hasUnplaced;
        request.weights = weights(compiled, context);
    }
    if (!compiled.accessLayer.empty()) {
        request.access = accessPoints(compiled, *request.target);
        request.ownerCoverage = request.coverage;
        request.coverage = coverageOf(*m_plan, *m_layers, compiled.accessLayer);
    }
    addRelated(request, compiled, context);
    for (const CompiledMeasure& inner : compiled.inner) {
        const std::string& of = compiled.spec.kind == "balance" ? compiled.targetLayer : subjects;
        request.inner.push_back(build(inner, of, context));
    }
    return makeMeasure(std::move(request));
}

SharedMeasures::Entry& SharedMeasures::entry(const CompiledMeasure& compiled, const std::string& subjects,
                                             const RunContext& context) {
    Entry& result = m_entries[compiled.key];
    if (!result.measure) {
        result.measure = build(compiled, subjects, context);
        result.layers.clear();
        noteLayers(compiled, result.layers);
        result.reach = farthestReach(compiled);
        result.subjects = subjects;
    }
    return result;
}

const Measure& SharedMeasures::make(const CompiledMeasure& compiled, const std::string& subjects,
                                    const RunContext& context) {
    return *entry(compiled, subjects, context).measure;
}

SharedMeasures::Shared SharedMeasures::compute(const CompiledMeasure& compiled, const std::string& subjects,
                                               std::span<const std::uint32_t> rows, const RunContext& context) {
    Entry& shared = entry(compiled, subjects, context);
    const Layer& layer = *layerNamed(*m_layers, subjects);
    if (shared.column.values.empty()) {
        shared.column.values.assign(layer.size(), std::nan(""));
        shared.computed.assign(layer.size(), false);
    }
    std::vector<std::uint32_t> missing;
    for (const std::uint32_t row : rows) {
        if (!shared.computed[row]) {
            missing.push_back(row);
        }
    }
    if (!missing.empty()) {
        const MeasureColumn fresh = shared.measure->evaluate(layer, missing, context);
        MeasureColumn& all = shared.column;
        for (std::size_t i = 0; i < missing.size(); ++i) {
            all.values[missing[i]] = fresh.values[i];
        }
        scatter(fresh.low, missing, all.low, all.values);
        scatter(fresh.high, missing, all.high, all.values);
        scatter(fresh.certainLow, missing, all.certainLow, all.values);
        scatter(fresh.certainHigh, missing, all.certainHigh, all.values);
        for (const std::uint32_t row : missing) { // not before: a measure that fails must fail for the next rule, too
            shared.computed[row] = true;
        }
    }
    return {shared.measure.get(), &shared.column};
}

const MeasureColumn* SharedMeasures::column(const CompiledMeasure& compiled) const {
    const auto found = m_entries.find(compiled.key);
    return found == m_entries.end() || found->second.column.values.empty() ? nullptr : &found->second.column;
}

void SharedMeasures::belongTo(const Plan& plan, const LayerMap& layers) noexcept {
    m_plan = &plan;
    m_layers = &layers;
}

void SharedMeasures::forget(const std::set<std::string>& keys) {
    std::erase_if(m_entries, [&keys](const auto& entry) { return keys.contains(entry.first); });
}

void SharedMeasures::keepOnly(const std::set<std::string>& keys) {
    std::erase_if(m_entries, [&keys](const auto& entry) { return !keys.contains(entry.first); });
}

void SharedMeasures::layerChanged(const std::string& layer, std::span<const Box> touched) {
    for (auto& [key, entry] : m_entries) {
        const bool measuresIt = std::find(entry.layers.begin(), entry.layers.end(), layer) != entry.layers.end();
        if (entry.subjects == layer) {
            entry.column = MeasureColumn();
            entry.computed.clear();
        } else if (measuresIt && !entry.computed.empty()) {
            const Layer& subjects = *layerNamed(*m_layers, entry.subjects);
            for (const std::uint32_t row : rowsWithin(subjects, touched, entry.reach)) {
                entry.computed[row] = false;
            }
        }
        if (measuresIt) {
            entry.measure.reset(); // what it measures against has to be looked at anew
        }
    }
    std::erase_if(m_selections, [&layer](const auto& selection) { return selection.first.starts_with(layer + "|"); });
}

std::vector<std::uint32_t> rowsWithin(const Layer& layer, std::span<const Box> boxes, double reach) {
    constexpr double kMarginMetres = 50.0; // accuracies widen a reach by less than this
    std::vector<std::uint32_t> rows;
    if (std::isinf(reach)) {
        rows.resize(layer.size());
        std::iota(rows.begin(), rows.end(), 0U);
        return rows;
    }
    for (const Box& box : boxes) {
        if (!box.empty()) {
            layer.index().query(box.grown(reach + kMarginMetres), [&rows](std::uint32_t row) {
                rows.push_back(row);
                return true;
            });
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace merestone
