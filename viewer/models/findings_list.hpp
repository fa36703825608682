// SPDX-License-Identifier: MIT
#pragma once

#include "models/plan_snapshot.hpp"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::viewer {

/// What the columns of the list of findings show.
enum class FindingsColumn { what, verdict, measured, required, margin, severity };

/// Which findings are listed, and in what order.
struct FindingsChoice {
    enum class Waived { shown, hidden, alone };
    std::set<Verdict> verdicts; ///< empty: all
    Waived waived = Waived::shown;
    QString layer;     ///< of the subject; empty: all
    QStringList words; ///< that must all be found, in any order and case
    FindingsColumn column = FindingsColumn::what;
    bool descending = false;

    [[nodiscard]] bool operator==(const FindingsChoice&) const = default;
    /// Whether rules and policies are listed only for the sake of what is below them.
    [[nodiscard]] bool narrows() const {
        return !verdicts.empty() || !words.isEmpty() || !layer.isEmpty() || waived == Waived::alone;
    }
};

/// The outcome of a run as it is listed: policies, their rules, their findings, chosen and in order. A rule or policy
/// stays as long as something below it is wanted, or it is wanted itself. Numbers sort as numbers; ties keep the order
/// of the plan, which is that of the subjects' numbers for findings. Immutable; made on any thread, so that the GUI
/// thread only looks things up, however many findings there are.
class FindingsList {
public:
    struct Rule {
        const RuleResult* result = nullptr;
        QString title;
        std::size_t alike = 0;               ///< findings with the rule's own verdict, listed or not
        std::vector<std::uint32_t> findings; ///< numbers in the run, as listed
    };
    struct Policy {
        std::string id;
        QString title;
        Verdict verdict = Verdict::notApplicable; ///< the worst of its rules, listed or not
        bool isEmpty = true;                      ///< it has no rules at all
        std::vector<Rule> rules;
    };
    /// Where a row is: a policy, one of its rules, one of its findings. None of the later two: the row of the former.
    struct Place {
        std::size_t policy = 0;
        std::optional<std::size_t> rule;
        std::optional<std::size_t> finding;
    };

    /// `run` is not null. The plan tells rules with the same title apart; it may be null. Gives up when it is stopped:
    /// what it holds then is good for nothing.
    FindingsList(RunPtr run, const Plan* plan, const FindingsChoice& choice, const std::stop_token& stop = {});

    [[nodiscard]] const RunPtr& run() const noexcept { return m_run; }
    [[nodiscard]] const std::vector<Policy>& policies() const noexcept { return m_policies; }
    [[nodiscard]] const Finding& finding(std::uint32_t number) const { return m_run->findings[number]; }
    /// Of a finding, rule or policy; nothing when it is not listed.
    [[nodiscard]] std::optional<Place> placeOf(std::string_view key) const;
    /// The finding after a place (or before it), round the end; with no place, the first or the last. Nothing when no
    /// finding is listed.
    [[nodiscard]] std::optional<Place> step(const std::optional<Place>& from, int direction) const;
    /// Whether both lists have the same policies and rules, so that one can take the place of the other.
    [[nodiscard]] bool isOfSameRules(const FindingsList& other) const;

private:
    struct Spot {
        std::uint32_t policy;
        std::uint32_t rule;
        std::uint32_t row;
    };

    void fill(const std::map<std::string, QString>& titles);
    void choose(const FindingsChoice& choice, const std::stop_token& stop);
    void sort(const FindingsChoice& choice);
    void remember();

    RunPtr m_run;
    std::vector<Policy> m_policies;
    std::vector<Spot> m_spots;          ///< of each finding of the run
    std::vector<std::uint32_t> m_byKey; ///< listed findings, by their keys
};
using FindingsListPtr = std::shared_ptr<const FindingsList>;

/// The figure that a finding is sorted by in a column; infinity where it has none. What is told by its place in the
/// plan: nothing.
[[nodiscard]] std::optional<double> sortFigure(const Finding& finding, FindingsColumn column);
/// What a search for words looks at.
[[nodiscard]] QString searchText(const Finding& finding);
[[nodiscard]] QString searchText(const RuleResult& rule, const QString& title);
/// The first column of a finding.
[[nodiscard]] QString findingText(const Finding& finding);
/// Whether all conflicts of a rule are waived.
[[nodiscard]] bool isWaived(const RuleResult& rule);

} // namespace merestone::viewer
