// SPDX-License-Identifier: MIT
#pragma once

namespace merestone::cli {

// What stands below the options of each command, in its help, on its man page.

inline constexpr const char* kExamples = R"(Examples:
  merestone new my-plan                    a plan to start from
  merestone inspect my-plan/plan.yaml      what is in the data, and what is wrong with it
  merestone check my-plan/plan.yaml        what agrees with the policies, what conflicts, where, by how much
  merestone rules list                     the rules that a plan can use

Exit status: 0 nothing conflicts, 1 conflicts found, 2 could not run, 3 a must rule could not be decided.)";

inline constexpr const char* kCheckExamples = R"(Examples:
  merestone check plan.yaml
  merestone check plan.yaml --policy H1 --max-findings 0
  merestone check plan.yaml --save results        findings with their places, for QGIS
  merestone check plan.yaml --format json -o findings.json --fail-on should
  merestone check plan.yaml --baseline findings.json      what is new since then
  merestone check submissions --format csv -o all.csv     each plan of a folder

Exit status: 0 nothing conflicts, 1 conflicts found, 2 could not run, 3 a must rule could not be decided.)";

inline constexpr const char* kCompareExamples = R"(Examples:
  merestone compare regulation-14.json regulation-15.json
  merestone compare old.json new.json --format html -o changes.html --layer changes.gpkg

Exit status: 0 no new conflict, 1 new conflicts, 2 could not run, 3 a must rule could be decided before and is not now.)";

inline constexpr const char* kVerifyExamples = R"(Examples:
  merestone check plan.yaml --hash --format json -o run.json
  merestone verify run.json
  merestone verify run.json moved/plan.yaml

Exit status: 0 the same result, 1 another result, 2 could not run.)";

inline constexpr const char* kInspectExamples = R"(Examples:
  merestone inspect plan.yaml
  merestone inspect parcels.gpkg schools.geojson)";

inline constexpr const char* kSubmissionExamples = R"(Examples:
  merestone submission my-submission
  merestone submission my-submission --format json -o submission.json
  merestone submission my-submission --as-of 2026-09-01
  merestone submission inbox --format csv -o inbox.csv      each folder in a folder

Exit status: 0 nothing conflicts, 1 conflicts found, 2 could not run, 3 a must rule could not be decided.)";

inline constexpr const char* kExportExamples = R"(Examples:
  merestone export plan.yaml --to handover
  merestone export plan.yaml --to handover --format gpkg,shapefile --all

Exit status: 0 everything was written, 2 could not run.)";

inline constexpr const char* kReportExamples = R"(Examples:
  merestone report plan.yaml -o report.html
  merestone report plan.yaml -o report.pdf --max-findings 5
  merestone report plan.yaml -o report.html --baseline regulation-14.json      with what has changed since

Exit status: 0 the report was written, 2 could not run.)";

inline constexpr const char* kRulesExamples = R"(Examples:
  merestone rules list
  merestone rules list --search "open space" --format json
  merestone rules show open-space/access --picture access.svg
  merestone rules test plugins
  merestone rules test --mutate --equivalent plugins/equivalent_changes.yaml plugins)";

} // namespace merestone::cli
