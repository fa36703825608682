// SPDX-License-Identifier: MIT
#pragma once

#include "rules/judge.hpp"

namespace merestone {

/// Puts judgements of one rule into findings: figures, sentence, evidence. Const; any thread.
class FindingWriter {
public:
    FindingWriter(const CompiledRule& rule, std::vector<const Measure*> measures);

    struct Pair {
        const Layer* layer;
        std::uint32_t row;
    };
    [[nodiscard]] Finding write(const Judgement& judgement, const RowValues& values, std::uint32_t row,
                                const Pair* other = nullptr) const;

private:
    /// The word, held once for all findings of the rule where it is one that they have in common.
    [[nodiscard]] SharedText shared(const std::string& word) const;
    [[nodiscard]] FeatureRef refer(const Layer& layer, std::uint32_t row) const;
    void addFigures(Finding& finding, const Comparison& comparison) const;
    [[nodiscard]] Evidence evidenceFor(const Layer& layer, std::uint32_t row, const Pair* other) const;
    [[nodiscard]] std::string sentence(const Finding& finding, const RowValues& values, std::uint32_t row, bool excused,
                                       const std::string& quote) const;

    const CompiledRule& m_rule;
    std::vector<const Measure*> m_measures;
    SharedText m_method;             ///< of all measures, the same in every finding
    std::vector<SharedText> m_words; ///< ids, units, layers and comparators that its findings have in common
    SharedText m_standards;          ///< whose figures the rule uses
};

[[nodiscard]] FeatureRef referTo(const Layer& layer, std::uint32_t row);

} // namespace merestone
