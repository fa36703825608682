// SPDX-License-Identifier: MIT
#include "rules/evaluate_rule.hpp"

#include "base/parallel.hpp"
#include "geometry/nearest.hpp"
#include "measures/clearance.hpp"
#include "rules/judge.hpp"
#include "rules/pair_order.hpp"
#include "rules/rule_statistics.hpp"
#include "rules/write_finding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <system_error>

namespace merestone {

namespace {

constexpr std::size_t kGrain = 2048;

bool isListed(Verdict verdict, const EvaluationOptions& options) {
    return options.listAll || (verdict != Verdict::pass && verdict != Verdict::notApplicable);
}

/// The findings of one chunk of rows, kept apart so that threads do not meet; joined in the order of the chunks.
struct Chunk {
    std::vector<Finding> findings;
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> partners; ///< scratch
};

class RuleEvaluation {
public:
    RuleEvaluation(const CompiledRule& rule, const Plan& plan, const LayerMap& layers, SharedMeasures& measures,
                   const EvaluationOptions& options, const RunContext& context, RuleOutcome& outcome)
        : m_rule(rule), m_plan(plan), m_layers(layers), m_shared(measures), m_options(options), m_context(context),
          m_layer(*layers.at(rule.spec->subjects)), m_judge(rule, plan, layers, options.listAll), m_outcome(outcome) {}

    /// Judges `rows` anew and brings the outcome up to date with them.
    void run(std::span<const std::uint32_t> rows) {
        m_outcome.notRunReason = whyNotRun();
        if (!m_outcome.notRunReason.empty()) {
            return;
        }
        preparePairs();
        computeMeasures(m_rule.require, applicableRows(rows));
        const bool pairs = !m_rule.spec->against.empty();
        const std::size_t grain = evenGrain(rows.size(), kGrain);
        m_chunks.resize((rows.size() + grain - 1) / grain);
        parallelFor(rows.size(), grain, m_context, [&](std::size_t begin, std::size_t end) {
            RowValues values(m_rule.names, m_layer, m_columns);
            const FindingWriter writer(m_rule, m_measures);
            Chunk& chunk = m_chunks[begin / grain];
            for (std::size_t i = begin; i < end; ++i) {
                const std::uint32_t row = rows[i];
                if (m_outcome.applies[row] != Truth::yes) {
                    notApplied(row, values, writer, chunk);
                } else if (pairs) {
                    judgePairs(row, values, writer, chunk);
                } else {
                    judgeRow(row, values, writer, chunk);
                }
            }
        });
        joinChunks();
        collectStatistics();
    }

private:
    [[nodiscard]] std::string whyNotRun() const;
    void preparePairs();
    std::vector<std::uint32_t> applicableRows(std::span<const std::uint32_t> among);
    void computeMeasures(const std::optional<Condition>& condition, std::span<const std::uint32_t> rows);
    void notApplied(std::uint32_t row, const RowValues& values, const FindingWriter& writer, Chunk& chunk);
    void judgeRow(std::uint32_t row, const RowValues& values, const FindingWriter& writer, Chunk& chunk);
    void judgePairs(std::uint32_t row, RowValues& values, const FindingWriter& writer, Chunk& chunk);
    void findPartners(std::uint32_t row, std::vector<std::uint32_t>& found) const;
    [[nodiscard]] bool withinOneLayer() const {
        return m_rule.spec->against == "self" || m_rule.spec->against == m_rule.spec->subjects;
    }
    /// Of pairs within one layer: whether this row is the one that the pair is judged under.
    [[nodiscard]] bool judges(std::uint32_t row, std::uint32_t other) const {
        return other != row && (!m_isSubject[other] || m_pairOrder->isFirst(row, other));
    }
    [[nodiscard]] std::vector<std::uint32_t> rowsToAsk(std::span<const std::uint32_t> among) const;
    /// Metres up to which two features make a pair.
    [[nodiscard]] double pairReach() const {
        const std::optional<Quantity>& within = m_rule.spec->againstWithin;
        return within ? within->value * within->unit.factor : 0.0;
    }
    void joinChunks();
    void collectStatistics();

    const CompiledRule& m_rule;
    const Plan& m_plan;
    const LayerMap& m_layers;
    SharedMeasures& m_shared;
    const EvaluationOptions& m_options;
    const RunContext& m_context;
    const Layer& m_layer;
    Judge m_judge;
    RuleOutcome& m_outcome;
    std::vector<const Measure*> m_measures; ///< by position in the rule
    std::vector<const MeasureColumn*> m_columns;
    std::vector<Chunk> m_chunks;
    std::unique_ptr<Clearance> m_clearance; ///< of the other layer, when it is not complete everywhere
    std::optional<PairOrder> m_pairOrder;   ///< of pairs within one layer
    std::vector<bool> m_isSubject;          ///< of pairs within one layer, by row
};

std::string RuleEvaluation::whyNotRun() const {
    const RuleSpec& spec = *m_rule.spec;
    if (!m_rule.notRunReason.empty()) {
        return m_rule.notRunReason;
    }
    for (const CompiledMeasure& measure : m_rule.measures) {
        if (measure.pair && spec.against.empty()) {
            return "measure '" + measure.spec.name + "' compares with 'other', but the rule has no 'against'";
        }
    }
    return {};
}

void RuleEvaluation::computeMeasures(const std::optional<Condition>& condition, std::span<const std::uint32_t> rows) {
    m_measures.resize(m_rule.measures.size(), nullptr);
    m_columns.resize(m_rule.measures.size(), nullptr);
    // `where` needs only the measures that it names; the rest wait until it is known which rows they are for.
    std::vector<bool> wanted(m_rule.measures.size(), &condition == &m_rule.require);
    if (condition) {
        for (const std::size_t symbol : condition->usedSymbols()) {
            if (m_rule.names.origin(symbol).kind == NameTable::Kind::measure) {
                wanted[m_rule.names.origin(symbol).measure] = true;
            }
        }
    }
    for (std::size_t i = 0; i < m_rule.measures.size(); ++i) {
        const CompiledMeasure& measure = m_rule.measures[i];
        if (!wanted[i]) {
            continue;
        }
        if (measure.pair) {
            m_measures[i] = &m_shared.make(measure, m_rule.spec->subjects, m_context);
            (void)m_layer.areas();
            (void)m_layer.centroids();
            continue;
        }
        const SharedMeasures::Shared shared = m_shared.compute(measure, m_rule.spec->subjects, rows, m_context);
        m_measures[i] = shared.measure;
        m_columns[i] = shared.column;
    }
}

void RuleEvaluation::preparePairs() {
    const std::string& against = m_rule.spec->against;
    if (withinOneLayer()) {
        m_pairOrder.emplace(m_layer);
        m_isSubject.assign(m_layer.size(), false);
        for (const std::uint32_t row : m_options.subjects == nullptr ? m_outcome.scope : *m_options.subjects) {
            m_isSubject[row] = true;
        }
        return;
    }
    if (against.empty()) {
        return;
    }
    Coverage coverage = coverageOf(m_plan, m_layers, against);
    coverage.hasUnplaced = coverage.hasUnplaced || hasUnplaced(*m_layers.at(against));
    if (coverage.kind != Completeness::Kind::everywhere || coverage.hasUnplaced) {
        m_clearance = std::make_unique<Clearance>(coverage);
    }
}

/// The rows that `where` is asked about: within one layer also those that are not judged here, as a pair is one only if
/// the rule applies to both.
std::vector<std::uint32_t> RuleEvaluation::rowsToAsk(std::span<const std::uint32_t> among) const {
    std::vector<std::uint32_t> asked(among.begin(), among.end());
    if (withinOneLayer()) {
        std::vector<bool> known(m_layer.size(), false);
        for (const std::uint32_t row : m_outcome.scope) {
            known[row] = true;
        }
        for (std::uint32_t row = 0; row < m_layer.size(); ++row) {
            if (!known[row]) {
                asked.push_back(row);
            }
        }
        std::sort(asked.begin(), asked.end());
    }
    return asked;
}

std::vector<std::uint32_t> RuleEvaluation::applicableRows(std::span<const std::uint32_t> among) {
    if (m_rule.where) {
        const std::vector<std::uint32_t> asked = rowsToAsk(among);
        if (m_rule.whereNeedsMeasures) {
            computeMeasures(m_rule.where, asked);
        }
        m_columns.resize(m_rule.measures.size(), nullptr);
        const RowValues values(m_rule.names, m_layer, m_columns);
        parallelFor(asked.size(), kGrain, m_context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                m_outcome.applies[asked[i]] = m_judge.applies(values, asked[i]);
            }
        });
    }
    std::vector<std::uint32_t> rows;
    std::copy_if(among.begin(), among.end(), std::back_inserter(rows),
                 [this](std::uint32_t row) { return m_outcome.applies[row] == Truth::yes; });
    return rows;
}

void RuleEvaluation::notApplied(std::uint32_t row, const RowValues& values, const FindingWriter& writer, Chunk& chunk) {
    Judgement judgement;
    judgement.verdict = m_outcome.applies[row] == Truth::no ? Verdict::notApplicable : Verdict::cannotTell;
    judgement.reason = m_outcome.applies[row] == Truth::no ? "the rule's 'where' leaves it out"
                                                           : "a value that decides whether the rule applies is missing";
    m_outcome.verdicts[row] = judgement.verdict;
    if (isListed(judgement.verdict, m_options)) {
        chunk.findings.push_back(writer.write(judgement, values, row));
        chunk.rows.push_back(row);
    }
}

void RuleEvaluation::judgeRow(std::uint32_t row, const RowValues& values, const FindingWriter& writer, Chunk& chunk) {
    const Judgement judgement = m_judge.judge(values, row);
    m_outcome.verdicts[row] = judgement.verdict;
    if (isListed(judgement.verdict, m_options)) {
        chunk.findings.push_back(writer.write(judgement, values, row));
        chunk.rows.push_back(row);
    }
}

/// Rows of the other layer that make a pair with a subject: boxes meet, or edges within `within`.
void RuleEvaluation::findPartners(std::uint32_t row, std::vector<std::uint32_t>& found) const {
    const bool own = withinOneLayer();
    const Layer& others = own ? m_layer : *m_layers.at(m_rule.spec->against);
    const double reach = pairReach();
    found.clear();
    others.index().query(m_layer.boxes()[row].grown(reach), [&](std::uint32_t other) {
        if (!own || judges(row, other)) { // a pair is judged once
            found.push_back(other);
        }
        return true;
    });
    if (reach > 0.0) {
        std::erase_if(found, [&](std::uint32_t other) {
            return !(squaredDistance(m_layer.geometry(), row, others.geometry(), other) <= reach * reach);
        });
    }
    std::sort(found.begin(), found.end());
}

void RuleEvaluation::judgePairs(std::uint32_t row, RowValues& values, const FindingWriter& writer, Chunk& chunk) {
    const bool own = withinOneLayer();
    const Layer& others = own ? m_layer : *m_layers.at(m_rule.spec->against);
    Verdict worst = Verdict::pass;
    const auto note = [&](const Judgement& judgement, const FindingWriter::Pair* pair) {
        worst = std::min(worst, judgement.verdict);
        if (isListed(judgement.verdict, m_options)) {
            chunk.findings.push_back(writer.write(judgement, values, row, pair));
            chunk.rows.push_back(row);
        }
    };
    if (!m_layer.usable(row)) {
        for (std::size_t i = 0; i < m_rule.measures.size(); ++i) {
            if (m_rule.measures[i].pair) { // else the figures of the pair before would be judged
                values.setPairValue(i, UncertainNumber::exact(std::numeric_limits<double>::quiet_NaN()));
            }
        }
        note(m_judge.judge(values, row), nullptr); // its measures are unknown, so it cannot be told
        m_outcome.verdicts[row] = worst;
        return;
    }
    findPartners(row, chunk.partners);
    for (const std::uint32_t other : chunk.partners) {
        if (own && m_outcome.applies[other] != Truth::yes && m_rule.where) {
            continue; // both members of a pair must be subjects
        }
        for (std::size_t i = 0; i < m_rule.measures.size(); ++i) {
            if (m_rule.measures[i].pair) {
                values.setPairValue(i, m_measures[i]->pairValue(m_layer, row, others, other));
            }
        }
        const FindingWriter::Pair pair{&others, other};
        note(m_judge.judge(values, row), &pair);
    }
    if (worst == Verdict::pass && m_clearance && !(m_clearance->around(m_layer.geometry(), row) > pairReach())) {
        Judgement judgement;
        judgement.reason = m_judge.whyMissing(); // nothing was found, but not everything may be there to be found
        note(judgement, nullptr);
    }
    m_outcome.verdicts[row] = worst;
}

void RuleEvaluation::joinChunks() {
    std::size_t count = m_outcome.findings.size();
    for (const Chunk& chunk : m_chunks) {
        count += chunk.findings.size();
    }
    m_outcome.findings.reserve(count);
    m_outcome.rows.reserve(count);
    for (Chunk& chunk : m_chunks) {
        std::move(chunk.findings.begin(), chunk.findings.end(), std::back_inserter(m_outcome.findings));
        m_outcome.rows.insert(m_outcome.rows.end(), chunk.rows.begin(), chunk.rows.end());
        chunk = {};
    }
}

void RuleEvaluation::collectStatistics() {
    std::vector<std::uint32_t> rows;
    std::copy_if(m_outcome.scope.begin(), m_outcome.scope.end(), std::back_inserter(rows),
                 [this](std::uint32_t row) { return m_outcome.applies[row] == Truth::yes; });
    m_outcome.statistics = statisticsOf(m_rule, m_layer, m_columns, rows, m_context);
}

/// Runs an evaluation; what goes wrong becomes the reason why the rule could not run.
template <class Work> void guarded(RuleOutcome& outcome, const Work& work) {
    try {
        work();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            throw;
        }
        outcome = {};
        outcome.notRunReason = error.what();
    } catch (const std::bad_alloc&) { // no fault of this rule: the run is too big for the machine
        throw;
    } catch (const std::system_error&) { // likewise: no more threads
        throw;
    } catch (const std::exception& error) {
        outcome = {};
        outcome.notRunReason = std::string("internal error: ") + error.what();
    }
}

/// Takes out the findings about some rows.
void dropFindings(RuleOutcome& outcome, std::span<const std::uint32_t> rows) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < outcome.rows.size(); ++i) {
        if (!std::binary_search(rows.begin(), rows.end(), outcome.rows[i])) {
            if (kept != i) {
                outcome.findings[kept] = std::move(outcome.findings[i]);
                outcome.rows[kept] = outcome.rows[i];
            }
            ++kept;
        }
    }
    outcome.findings.resize(kept);
    outcome.rows.resize(kept);
}

} // namespace

RuleOutcome evaluateRule(const CompiledRule& rule, const Plan& plan, const LayerMap& layers, SharedMeasures& measures,
                         std::vector<std::uint32_t> scope, const EvaluationOptions& options,
                         const RunContext& context) {
    RuleOutcome outcome;
    guarded(outcome, [&] {
        const std::size_t size = layers.at(rule.spec->subjects)->size();
        outcome.scope = std::move(scope);
        outcome.verdicts.assign(size, Verdict::notRun);
        outcome.applies.assign(size, Truth::yes);
        RuleEvaluation(rule, plan, layers, measures, options, context, outcome).run(outcome.scope);
    });
    return outcome;
}

void reevaluateRows(RuleOutcome& outcome, const CompiledRule& rule, const Plan& plan, const LayerMap& layers,
                    SharedMeasures& measures, std::span<const std::uint32_t> rows, const EvaluationOptions& options,
                    const RunContext& context) {
    guarded(outcome, [&] {
        dropFindings(outcome, rows);
        RuleEvaluation(rule, plan, layers, measures, options, context, outcome).run(rows);
    });
}

} // namespace merestone
