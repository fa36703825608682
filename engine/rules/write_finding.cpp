// SPDX-License-Identifier: MIT
#include "rules/write_finding.hpp"

#include "base/text.hpp"
#include "geometry/geos.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"
#include "measures/measure_traits.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

/// How far the measured value is on the right side of the limit, in the unit of both; negative on the wrong side.
std::optional<double> marginOf(const Comparison& comparison) {
    const double difference = comparison.limit.value - comparison.measured.value;
    if (!std::isfinite(difference)) {
        return std::nullopt;
    }
    switch (comparison.comparator[0]) {
    case '<':
        return comparison.comparator[1] == '>' ? std::abs(difference) : difference;
    case '>':
        return -difference;
    default:
        return -std::abs(difference);
    }
}

std::optional<double> finite(double value) {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string figureText(const std::optional<double>& value, const std::optional<Unit>& unit) {
    if (!value) {
        return "(none)";
    }
    return unit ? formatQuantity(*value, *unit) : rounded(*value, 2);
}

/// A point on the feature, to find a subject whose defect has no shape of its own.
std::string placeOf(const Layer& layer, std::uint32_t row) {
    if (!layer.usable(row)) {
        for (const GeometryDefect& defect : layer.defects()) {
            if (defect.feature == row && defect.hasPlace) {
                return wkbPoint(defect.place);
            }
        }
        return {};
    }
    const PackedGeometry& geometry = layer.geometry();
    const Point centre = centroid(geometry, row);
    if (geometry.shape(row) == Shape::polygon && !containsPoint(geometry, row, centre)) {
        return wkbPoint(pointOnSurface(*toGeos(geometry, row)));
    }
    return wkbPoint(centre);
}

bool showsDefect(Verdict verdict) {
    return verdict == Verdict::fail || verdict == Verdict::borderline || verdict == Verdict::needsJudgement;
}

} // namespace

FeatureRef referTo(const Layer& layer, std::uint32_t row) {
    return {layer.name(), layer.id(row), layer.displayName(row)};
}

FeatureRef FindingWriter::refer(const Layer& layer, std::uint32_t row) const {
    return {shared(layer.name()), layer.id(row), layer.displayName(row)};
}

FindingWriter::FindingWriter(const CompiledRule& rule, std::vector<const Measure*> measures)
    : m_rule(rule), m_measures(std::move(measures)) {
    std::string methods;
    for (const Measure* measure : m_measures) {
        if (!measure->method().empty() && methods.find(measure->method()) == std::string::npos) {
            methods += (methods.empty() ? "" : "; ") + measure->method();
        }
    }
    m_method = SharedText(methods);
    m_words = {rule.spec->id, rule.spec->policy, rule.spec->subjects, "<", "<=", "=", "<>", ">=", ">"};
    for (std::size_t i = 0; i < m_measures.size(); ++i) {
        m_words.emplace_back(m_measures[i]->unit().symbol);
        m_words.emplace_back(rule.measures[i].targetLayer);
    }
    std::string standards;
    for (const std::string& setting : settingTexts(m_rule.spec->settings)) {
        standards += (standards.empty() ? "" : "; ") + setting;
    }
    if (!standards.empty()) {
        m_standards = SharedText(standards);
    }
}

SharedText FindingWriter::shared(const std::string& word) const {
    const auto known = std::find(m_words.begin(), m_words.end(), word);
    return known != m_words.end() ? *known : SharedText(word);
}

void FindingWriter::addFigures(Finding& finding, const Comparison& comparison) const {
    if (!comparison.present) {
        return;
    }
    finding.measured = finite(comparison.measured.value);
    finding.limit = finite(comparison.limit.value);
    finding.comparator = shared(comparison.comparator);
    finding.unit = comparison.unit ? shared(comparison.unit->symbol) : SharedText();
    const double halfWidth = (comparison.measured.high - comparison.measured.low) / 2;
    finding.uncertainty = std::isfinite(halfWidth) ? halfWidth : 0.0;
    finding.margin = marginOf(comparison);
}

Evidence FindingWriter::evidenceFor(const Layer& layer, std::uint32_t row, const Pair* other) const {
    if (!m_rule.require) {
        return {};
    }
    // The measures that the requirement looks at, in the order in which it names them.
    for (const std::size_t symbol : m_rule.require->usedSymbols()) {
        const NameTable::Origin& origin = m_rule.names.origin(symbol);
        if (origin.kind != NameTable::Kind::measure) {
            continue;
        }
        const Measure& measure = *m_measures[origin.measure];
        const bool pair = m_rule.measures[origin.measure].pair;
        const std::string& kind = m_rule.measures[origin.measure].spec.kind;
        if (!pair && !layer.usable(row) && kind != "valid" && !readsText(kind)) {
            continue;
        }
        Evidence evidence = pair && other != nullptr ? measure.pairEvidence(layer, row, *other->layer, other->row)
                                                     : measure.evidence(layer, row);
        if (!evidence.wkb.empty() || !evidence.quote.empty()) {
            return evidence;
        }
    }
    return {};
}

std::string FindingWriter::sentence(const Finding& finding, const RowValues& values, std::uint32_t row, bool excused,
                                    const std::string& quote) const {
    const std::optional<Unit> unit =
        finding.comparator.empty() ? std::nullopt : std::optional(Unit{{}, 1.0, finding.unit});
    MessageFacts facts;
    facts.id = finding.subject.id;
    facts.quote = quote;
    facts.name = finding.subject.name.empty() ? finding.subject.id : finding.subject.name;
    if (finding.other) {
        facts.other = finding.other->name.empty() ? finding.other->id : finding.other->name;
    }
    facts.measured = figureText(finding.measured, unit);
    facts.limit = figureText(finding.limit, unit);
    facts.margin = figureText(finding.margin, unit);
    const std::string title = m_rule.spec->title.empty() ? m_rule.spec->id : m_rule.spec->title;
    if (finding.verdict == Verdict::cannotTell) {
        return facts.name + ": cannot tell (" + title + ")";
    }
    if (m_rule.message.empty() || excused || !showsDefect(finding.verdict)) {
        const std::string figures = finding.measured
                                        ? ": " + facts.measured + ", required " + finding.comparator + " " + facts.limit
                                        : std::string();
        return facts.name + ": " + title + figures;
    }
    std::string text = m_rule.message.render(values, row, facts);
    if (!m_rule.advice.empty()) {
        text += (text.ends_with('.') ? " " : ". ") + m_rule.advice.render(values, row, facts);
    }
    return text;
}

Finding FindingWriter::write(const Judgement& judgement, const RowValues& values, std::uint32_t row,
                             const Pair* other) const {
    const Layer& layer = values.layer();
    const RuleSpec& spec = *m_rule.spec;
    Finding finding;
    finding.rule = shared(spec.id);
    finding.policy = shared(spec.policy);
    finding.severity = spec.severity;
    finding.verdict = judgement.verdict;
    finding.subject = refer(layer, row);
    addFigures(finding, judgement.comparison);

    Evidence evidence;
    if (showsDefect(judgement.verdict)) {
        evidence = evidenceFor(layer, row, other);
    }
    if (other != nullptr) {
        finding.other = refer(*other->layer, other->row);
    } else if (evidence.otherLayer != nullptr) {
        finding.other = refer(*evidence.otherLayer, evidence.otherRow);
    }
    finding.evidenceWkb = evidence.wkb.empty() ? placeOf(layer, row) : std::move(evidence.wkb);
    finding.method = m_method;
    std::string reason = judgement.reason;
    finding.standards = m_standards;
    if (layer.state(row) == GeometryState::repaired) {
        reason += std::string(reason.empty() ? "" : "; ") + "its geometry was invalid and the repaired shape was used";
    }
    finding.reason = std::move(reason);
    finding.message = sentence(finding, values, row, judgement.excused, evidence.quote);
    // The nearest or biggest other feature may change from draft to draft; only a pair is known by both.
    finding.key = findingKey(finding.rule, finding.subject, other != nullptr ? &*finding.other : nullptr);
    return finding;
}

} // namespace merestone
