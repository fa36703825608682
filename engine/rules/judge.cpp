// SPDX-License-Identifier: MIT
#include "rules/judge.hpp"

#include "base/text.hpp"
#include "measures/measure_traits.hpp"

#include <algorithm>
#include <set>

namespace merestone {

namespace {

std::string stateReason(GeometryState state) {
    switch (state) {
    case GeometryState::leftOut:
        return "its geometry is invalid and the plan leaves such features out";
    case GeometryState::unreadable:
        return "its geometry cannot be read or repaired";
    case GeometryState::empty:
        return "it has no geometry";
    case GeometryState::valid:
    case GeometryState::repaired:
        break;
    }
    return {};
}

void noteTargets(const CompiledMeasure& measure, std::set<std::string>& layers) {
    if (!measure.targetLayer.empty()) {
        layers.insert(measure.targetLayer);
    }
    for (const RelatedUse& related : measure.related) {
        layers.insert(related.layer);
    }
    for (const CompiledMeasure& inner : measure.inner) {
        noteTargets(inner, layers);
    }
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

} // namespace

Truth Judge::applies(const RowValues& values, std::uint32_t row) const {
    if (!m_rule.where) {
        return Truth::yes;
    }
    const Outcome outcome = m_rule.where->evaluate(values, row);
    // A rule that would apply if missing data were there must not look as if it did not matter.
    return outcome.truth == Truth::no && outcome.flipsWithMissing ? Truth::unknown : outcome.truth;
}

std::string Judge::whyUnknown(const Condition& condition, const RowValues& values, std::uint32_t row) const {
    if (std::string reason = stateReason(values.layer().state(row)); !reason.empty() && !isAboutText(condition)) {
        return reason;
    }
    std::vector<std::string> parts;
    for (const std::size_t symbol : condition.usedSymbols()) {
        if (!values.isUnknown(symbol, row)) {
            continue;
        }
        const std::string& name = values.names().symbols()[symbol].name;
        const bool isMeasure = values.names().origin(symbol).kind == NameTable::Kind::measure;
        if (isMeasure && readsText(m_rule.measures[values.names().origin(symbol).measure].spec.kind)) {
            const bool years =
                m_rule.measures[values.names().origin(symbol).measure].spec.kind == "years_outside_period";
            parts.emplace_back(years ? "there is no text to look at, or the plan has no period"
                                     : "there is no text to look at");
            continue;
        }
        if (isMeasure) {
            parts.push_back("'" + name + "' cannot be computed from the data" +
                            whyNoArea(m_rule.measures[values.names().origin(symbol).measure]));
        } else {
            parts.push_back("'" + name + "' is missing");
        }
    }
    return parts.empty() ? "a division by zero or a missing value" : joined(parts);
}

/// ": layer 'roads' holds lines or points, which have no area", or nothing.
std::string Judge::whyNoArea(const CompiledMeasure& measure) const {
    const std::string& name = measure.targetLayer.empty() ? m_rule.spec->against : measure.targetLayer;
    const auto layer = m_layers.find(name);
    if (!needsAreas(measure.spec.kind) || layer == m_layers.end()) {
        return {};
    }
    for (std::uint32_t row = 0; row < layer->second->size(); ++row) {
        if (layer->second->usable(row) && layer->second->geometry().shape(row) != Shape::polygon) {
            return ": layer '" + name + "' holds lines or points, which have no area";
        }
    }
    return {};
}

/// Tables have no shapes, and texts need none: that there is none explains nothing then.
bool Judge::isAboutText(const Condition& condition) const {
    const auto& used = condition.usedSymbols();
    return std::all_of(used.begin(), used.end(), [this](std::size_t symbol) {
        const NameTable::Origin& origin = m_rule.names.origin(symbol);
        return origin.kind == NameTable::Kind::measure ? readsText(m_rule.measures[origin.measure].spec.kind)
                                                       : origin.kind != NameTable::Kind::area;
    });
}

std::string Judge::whyMissing() const {
    for (const CompiledMeasure& measure : m_rule.measures) {
        if (measure.spec.kind == "unknown_references") {
            return "nobody can look up here whether everything that the text refers to is there";
        }
    }
    std::set<std::string> layers;
    for (const CompiledMeasure& measure : m_rule.measures) {
        noteTargets(measure, layers);
    }
    if (!m_rule.spec->against.empty() && m_rule.spec->against != "self") {
        layers.insert(m_rule.spec->against);
    }
    std::vector<std::string> parts;
    for (const std::string& layer : layers) {
        const Coverage coverage = coverageOf(m_plan, m_layers, layer);
        if (coverage.hasUnplaced || hasUnplaced(*m_layers.at(layer))) {
            parts.push_back("layer '" + layer + "' has features whose place or kind is not known");
        } else if (coverage.kind == Completeness::Kind::unknown) {
            parts.push_back("layer '" + layer + "' is not declared complete");
        } else if (coverage.kind == Completeness::Kind::within) {
            parts.push_back("layer '" + layer + "' is complete only within '" + coverage.area->name() + "'");
        }
    }
    return parts.empty() ? "features with missing values may count" : joined(parts);
}

std::string Judge::whyBorderline(const RowValues& values, const Comparison& comparison) const {
    std::string text = "the verdict flips within the measurement uncertainty";
    if (comparison.present && comparison.unit) {
        const double halfWidth = (comparison.measured.high - comparison.measured.low) / 2;
        text += " of " + formatQuantity(halfWidth, *comparison.unit);
    }
    std::set<std::string> layers{values.layer().name()};
    for (const CompiledMeasure& measure : m_rule.measures) {
        noteTargets(measure, layers);
    }
    for (const std::string& name : layers) {
        const auto found = m_layers.find(name);
        if (found != m_layers.end() && found->second->info().operationAccuracyMetres > 0.0) {
            text += "; '" + name + "' was transformed by " + found->second->info().operation + ", good to " +
                    rounded(found->second->info().operationAccuracyMetres, 2) + " m";
        }
    }
    return text;
}

void Judge::excuse(Judgement& judgement, const RowValues& values, std::uint32_t row) const {
    for (const CompiledUnless& unless : m_rule.unless) {
        if (unless.when.evaluate(values, row).truth != Truth::yes) {
            continue;
        }
        MessageFacts facts;
        facts.id = values.layer().id(row);
        facts.name = values.layer().displayName(row).empty() ? facts.id : values.layer().displayName(row);
        const std::string reason = unless.reason.render(values, row, facts);
        if (!reason.empty() && reason != "(unknown)") {
            judgement.verdict = Verdict::needsJudgement;
            judgement.excused = true;
            judgement.reason = "an exception is claimed: " + reason;
            return;
        }
    }
}

Judgement Judge::judge(const RowValues& values, std::uint32_t row) const {
    Judgement judgement;
    if (!m_rule.require) {
        judgement.verdict = Verdict::needsJudgement;
        judgement.reason = "only a person can decide this";
        return judgement;
    }
    const Outcome outcome = m_rule.require->evaluate(values, row);
    if (outcome.truth == Truth::yes && !outcome.flipsWithMissing && !outcome.flipsWithinError && !m_wantsFigures) {
        judgement.verdict = Verdict::pass; // most subjects end here, and nobody asks for their figures
        return judgement;
    }
    judgement.comparison = m_rule.require->comparison(values, row);
    if (outcome.truth == Truth::unknown) {
        judgement.reason = whyUnknown(*m_rule.require, values, row);
        return judgement;
    }
    if (outcome.flipsWithMissing) {
        judgement.reason = whyMissing();
        return judgement;
    }
    if (m_rule.spec->judgement && outcome.truth == Truth::no) {
        judgement.verdict = Verdict::needsJudgement;
        judgement.reason = "only a person can decide this; the figures are given";
    } else if (outcome.flipsWithinError) {
        judgement.verdict = Verdict::borderline;
        judgement.reason = whyBorderline(values, judgement.comparison);
    } else if (outcome.truth == Truth::no) {
        judgement.verdict = Verdict::fail;
        excuse(judgement, values, row);
    } else {
        judgement.verdict = Verdict::pass;
    }
    return judgement;
}

} // namespace merestone
