// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "rules/shared_measures.hpp"

#include <optional>

namespace merestone {

/// What a rule says of one row (or pair), before it is put into words.
struct Judgement {
    Verdict verdict = Verdict::cannotTell;
    std::string reason;
    bool excused = false; ///< an exception is claimed: the message about the failure would contradict it
    Comparison comparison;
};

/// Judges rows of one rule on values that are all there. Const; one for each thread's RowValues.
class Judge {
public:
    /// `wantsFigures`: also for subjects that pass.
    Judge(const CompiledRule& rule, const Plan& plan, const LayerMap& layers, bool wantsFigures)
        : m_rule(rule), m_plan(plan), m_layers(layers), m_wantsFigures(wantsFigures) {}

    [[nodiscard]] Judgement judge(const RowValues& values, std::uint32_t row) const;
    /// Whether the rule applies to a row: yes, no, or unknown (also when data that may be missing decide it).
    [[nodiscard]] Truth applies(const RowValues& values, std::uint32_t row) const;

    /// Which layers may lack something that the rule looks for.
    [[nodiscard]] std::string whyMissing() const;

private:
    [[nodiscard]] bool isAboutText(const Condition& condition) const;
    [[nodiscard]] std::string whyUnknown(const Condition& condition, const RowValues& values, std::uint32_t row) const;
    [[nodiscard]] std::string whyNoArea(const CompiledMeasure& measure) const;
    [[nodiscard]] std::string whyBorderline(const RowValues& values, const Comparison& comparison) const;
    void excuse(Judgement& judgement, const RowValues& values, std::uint32_t row) const;

    const CompiledRule& m_rule;
    const Plan& m_plan;
    const LayerMap& m_layers;
    bool m_wantsFigures;
};

} // namespace merestone
