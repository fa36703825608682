// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/trend.hpp"
#include "models/plan_session.hpp"

#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace merestone::viewer {

/// One finding of two versions of a plan, in words.
struct VersionRow {
    Trend trend = Trend::same;
    QString rule;
    QString what;
    QString before; ///< verdict and figure; empty: it was not there
    QString now;
    QString changed;     ///< what is different: "moved or reshaped; measured: …"
    QString beforeKey;   ///< of the finding in the earlier run; empty: none
    QString nowKey;      ///< likewise in the later one
    double change = 0.0; ///< of the margin, for sorting; 0 where there is none
};

/// Two versions side by side. Immutable, any thread.
struct VersionsComparison {
    RunPtr before; ///< never null
    RunPtr now;    ///< never null
    RunComparison comparison;
    std::vector<VersionRow> rows; ///< what asks for attention first
    QString summary;              ///< rich text: verdicts before and now, policy by policy, rules, notes
};
using VersionsPtr = std::shared_ptr<const VersionsComparison>;

/// Throws Error(cancelled) when stopped.
[[nodiscard]] VersionsPtr compareVersions(RunPtr before, RunPtr now, const std::stop_token& stop);

/// "Worse", "New" …, with a sign before it that tells without colour.
[[nodiscard]] QString trendText(Trend trend);

/// Writes the page that `merestone compare --format html` writes. Throws Error(output).
void writeVersionsPage(const std::filesystem::path& file, const VersionsComparison& versions);

} // namespace merestone::viewer
