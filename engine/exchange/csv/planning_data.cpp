// SPDX-License-Identifier: MIT
#include "exchange/csv/planning_data.hpp"

#include "base/text.hpp"
#include "exchange/csv/csv_file.hpp"
#include "geometry/wkb.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {

namespace {

constexpr const char* kFormat = "planning data";
constexpr int kDecimals = 6;

void writeHeader(CsvFile& csv, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        csv.text(name);
    }
    csv.endRow();
}

void writeTexts(CsvFile& csv, std::initializer_list<std::string> texts) {
    for (const std::string& text : texts) {
        if (text.empty()) {
            csv.null();
        } else {
            csv.text(text);
        }
    }
}

/// "balsall-heath-plan": what other records call the plan by.
std::string slug(const std::string& title) {
    std::string result;
    for (const char c : lowered(title)) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    while (!result.empty() && result.back() == '-') {
        result.pop_back();
    }
    return result;
}

class PlanningData {
public:
    PlanningData(const std::filesystem::path& folder, const ExportContent& content, const ToDegrees& toDegrees,
                 ExportReport& report)
        : m_folder(folder), m_content(content), m_plan(content.plan), m_toDegrees(toDegrees), m_report(report) {}

    void write() {
        writePolicies();
        writeAreas();
        writeMetrics();
    }

private:
    [[nodiscard]] std::filesystem::path file(const char* dataset) const {
        return m_folder / (std::string(dataset) + ".csv");
    }
    void finish(CsvFile& csv, const char* dataset, std::size_t rows) {
        csv.finish();
        m_report.files.push_back({m_folder.filename().string() + "/" + dataset + ".csv", kFormat, dataset, rows});
        if (csv.guarded() > 0) {
            lose(dataset, "cells got an apostrophe, so that no spreadsheet runs them as a formula", csv.guarded());
        }
    }
    void lose(const std::string& table, const std::string& what, std::size_t count) {
        m_report.losses.push_back({kFormat, table, "", what, count});
    }

    void writePolicies() {
        constexpr const char* kDataset = "development-policy";
        CsvFile csv(file(kDataset));
        writeHeader(csv, {"reference", "name", "description", "development-plan-document",
                          "development-policy-categories", "notes", "entry-date", "start-date", "end-date"});
        std::size_t rows = 0;
        for (const PolicySpec& policy : m_plan.policies) {
            if (policy.isHeading) {
                continue;
            }
            writeTexts(csv,
                       {policy.id, policy.title, policy.text, slug(m_plan.summary.title), "", m_plan.summary.licence,
                        m_plan.summary.submitted, m_plan.summary.periodFrom, m_plan.summary.periodTo});
            csv.endRow();
            ++rows;
        }
        finish(csv, kDataset, rows);
    }

    /// Policies by the layers that they are drawn on, in the plan's order.
    [[nodiscard]] std::string policiesOn(const std::string& layer) const {
        std::string ids;
        for (const PolicySpec& policy : m_plan.policies) {
            const bool drawn = std::any_of(policy.layers.begin(), policy.layers.end(),
                                           [&](const PlacedText& each) { return each.text == layer; });
            ids += drawn ? (ids.empty() ? "" : ";") + policy.id : "";
        }
        return ids;
    }

    void writeAreas() {
        constexpr const char* kDataset = "development-policy-area";
        CsvFile csv(file(kDataset));
        writeHeader(csv, {"reference", "name", "geometry", "point", "development-policies", "notes", "entry-date",
                          "start-date", "end-date"});
        std::size_t rows = 0;
        for (const ExportTable& table : m_content.tables) {
            const std::string policies = table.planLayer.empty() ? std::string() : policiesOn(table.planLayer);
            if (policies.empty()) {
                continue;
            }
            if (table.shape != Shape::polygon && table.shape != Shape::point) {
                lose(kDataset, table.name + ": only areas and points can be told", table.rows.size());
                continue;
            }
            for (const std::uint32_t row : table.rows) {
                rows += writeArea(csv, table, row, policies) ? 1 : 0;
            }
        }
        finish(csv, kDataset, rows);
        lose(kDataset, "coordinates are rounded to six decimals, about a decimetre", 0);
    }

    bool writeArea(CsvFile& csv, const ExportTable& table, std::uint32_t row, const std::string& policies) {
        const PackedGeometry& all = table.layer->geometry();
        if (all.shape(row) == Shape::none) {
            lose("development-policy-area", table.name + ": a feature without a shape was left out", 1);
            return false;
        }
        const std::string wkt = wkbToWkt(toWkb(m_toDegrees.feature(all, row, kDecimals), 0), kDecimals);
        const bool area = table.shape == Shape::polygon;
        writeTexts(csv, {unique(table.planLayer + "-" + table.layer->id(row)), table.layer->displayName(row),
                         area ? wkt : "", area ? "" : wkt, policies, table.licence, m_plan.summary.submitted,
                         m_plan.summary.periodFrom, m_plan.summary.periodTo});
        csv.endRow();
        return true;
    }

    std::string unique(const std::string& reference) {
        std::string candidate = reference;
        for (int i = 2; !m_references.insert(candidate).second; ++i) {
            candidate = reference + "-" + std::to_string(i);
        }
        return candidate;
    }

    /// A rule that was taken from a pack has its figures as parameters; of one written in the plan the limit that its
    /// findings state is the figure, where there is one and the same.
    void writeMetrics() {
        constexpr const char* kDataset = "development-policy-metric";
        CsvFile csv(file(kDataset));
        writeHeader(csv, {"reference", "development-policy", "development-metric", "value", "notes",
                          "period-start-date", "period-end-date"});
        std::map<std::string, std::set<std::string>> limits;
        for (const Finding& finding : m_content.run.findings) {
            if (finding.limit && !finding.comparator.empty()) {
                limits[finding.rule].insert(finding.comparator.str() + " " + shortest(*finding.limit) +
                                            (finding.unit.empty() ? "" : " " + finding.unit.str()));
            }
        }
        std::size_t rows = 0;
        std::size_t without = 0;
        for (const PolicySpec& policy : m_plan.policies) {
            for (const RuleSpec& rule : policy.rules) {
                const std::size_t before = rows;
                for (const Parameter& parameter : rule.parameters) {
                    if (std::holds_alternative<Quantity>(parameter.value)) {
                        rows += writeMetric(csv, rule, parameter.name, readableValue(parameter.value));
                    }
                }
                if (const auto limit = limits.find(rule.id);
                    rows == before && limit != limits.end() && limit->second.size() == 1) {
                    rows += writeMetric(csv, rule, rule.title, *limit->second.begin());
                }
                without += rows == before ? 1 : 0;
            }
        }
        finish(csv, kDataset, rows);
        if (without > 0) {
            lose(kDataset, "rules ask for no single figure, or none is known without a finding", without);
        }
    }

    std::size_t writeMetric(CsvFile& csv, const RuleSpec& rule, const std::string& metric, const std::string& value) {
        writeTexts(csv, {unique(rule.id + "-" + slug(metric)), rule.policy, metric, value, rule.title,
                         m_plan.summary.periodFrom, m_plan.summary.periodTo});
        csv.endRow();
        return 1;
    }

    const std::filesystem::path& m_folder;
    const ExportContent& m_content;
    const Plan& m_plan;
    const ToDegrees& m_toDegrees;
    ExportReport& m_report;
    std::set<std::string> m_references;
};

} // namespace

void writePlanningData(const std::filesystem::path& folder, const ExportContent& content, const ToDegrees& toDegrees,
                       ExportReport& report) {
    PlanningData(folder, content, toDegrees, report).write();
    toDegrees.note(report, kFormat);
}

} // namespace merestone
