// SPDX-License-Identifier: MIT
#pragma once

#include "report/html_report.hpp"
#include "report/templates.hpp"

#include <map>
#include <string_view>
#include <unordered_map>

namespace merestone {

/// Rows of a table on paper: a PDF of more takes minutes and gigabytes to make, and nobody reads it.
inline constexpr std::size_t kMostRowsOnPaper = 2000;

/// A rule with what people must look at.
struct RuleView {
    const RuleResult* result = nullptr;
    const RuleSpec* spec = nullptr;   ///< null: a check that no plan writes
    std::vector<const Finding*> open; ///< not waived, the worst first
    bool told = false;                ///< does not simply pass, and not every conflict is waived
    bool allWaived = false;           ///< every conflict is waived
};

struct PolicyView {
    std::string id;
    std::string title;
    std::string text;
    bool isHeading = false; ///< holds checks only; it is no policy of the plan
    std::vector<RuleView> rules;
    Verdict verdict = Verdict::notApplicable; ///< the worst of its rules; notApplicable without rules
    bool allWaived = false;
    std::size_t conflicts = 0; ///< not waived
    std::size_t waived = 0;
    std::size_t undecided = 0;
    bool told = false; ///< one of its rules is
};

/// A report's content, sorted once. Points into the content, which must stay where it is.
struct ReportModel {
    ReportModel(const ReportContent& content, const ReportOptions& options);

    const ReportContent& content;
    const ReportOptions& options;
    const RunResult& run;
    const Plan& plan;
    std::vector<PolicyView> policies; ///< in the plan's order; last the checks of its data
    std::vector<const Finding*> waived;
    std::map<std::string_view, const FindingChange*> changes;
    std::unordered_map<std::string_view, const RuleResult*> rules;

    /// How many of a rule's open findings are told one by one.
    [[nodiscard]] std::size_t toldOf(const RuleView& rule) const noexcept;
    /// Null when it was not drawn; an empty key is the whole plan.
    [[nodiscard]] const ReportPicture* picture(std::string_view key) const;

private:
    std::unordered_map<std::string_view, const ReportPicture*> m_pictures;
};

/// The plan's policies with their rules and open findings.
[[nodiscard]] std::vector<PolicyView> policyViews(const RunResult& run, const Plan& plan);

/// "about 240 metres across": how far a picture reaches from side to side.
[[nodiscard]] std::string acrossText(const ReportPicture& picture);

// The parts of the page, in its order. Each writes whole elements.
void writeSummary(std::ostream& out, const Templates& templates, const ReportModel& model);
void writeWholeMap(std::ostream& out, const Templates& templates, const ReportModel& model);
void writeFindings(std::ostream& out, const Templates& templates, const ReportModel& model);
void writeAgreement(std::ostream& out, const Templates& templates, const ReportModel& model);
void writeWaivers(std::ostream& out, const Templates& templates, const ReportModel& model);
void writeChanges(std::ostream& out, const Templates& templates, const ReportModel& model);
void writeRules(std::ostream& out, const Templates& templates, const ReportModel& model);
void writeTable(std::ostream& out, const Templates& templates, const ReportModel& model);
/// The data and how the report was made; ends the page.
void writeMaking(std::ostream& out, const Templates& templates, const ReportModel& model);

} // namespace merestone
