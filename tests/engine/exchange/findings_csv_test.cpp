// SPDX-License-Identifier: MIT
#include "exchange/findings_csv.hpp"

#include "engine/exchange/checked_sample.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace merestone;
using namespace merestone::tests;

namespace {

std::string written(const CheckedPlans& plans) {
    std::ostringstream out;
    writeCsv(out, plans);
    return out.str();
}

/// The rows as an independent reader gives them.
nlohmann::json rowsOf(const CheckedPlans& plans) {
    const ScratchFolder folder;
    writeFile(folder / "run.csv", written(plans));
    writeFile(folder / "read.py",
              "import csv, json, sys\n"
              "print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding='utf-8', newline=''),"
              " strict=True))))\n");
    const std::string command = "'" MERESTONE_PYTHON "' '" + (folder / "read.py").string() + "' '" +
                                (folder / "run.csv").string() + "' > '" + (folder / "out").string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return nlohmann::json::parse(readFile(folder / "out"));
}

} // namespace

TEST(Csv, HasARowForEachFinding) {
    const nlohmann::json rows = rowsOf(checkedSample());
    ASSERT_EQ(rows.size(), 4U);
    const nlohmann::json& row = rows[2];
    EXPECT_EQ(row["plan"], "some/where/plan.yaml");
    EXPECT_EQ(row["rule"], "H1.density");
    EXPECT_EQ(row["rule_title"], "Homes per hectare");
    EXPECT_EQ(row["verdict"], "fail");
    EXPECT_EQ(row["measured"], "24");
    EXPECT_EQ(row["comparator"], "at least");
    EXPECT_EQ(row["margin"], "-16");
    EXPECT_EQ(row["easting"], "407835");
    EXPECT_EQ(row["northing"], "284235");
    EXPECT_EQ(row["source"], "Development Plan 2017, TP30 (to be confirmed)");
    EXPECT_EQ(rows[3]["waived"], "yes");
    EXPECT_EQ(rows[1]["measured"], "");
    EXPECT_EQ(rows[1]["easting"], "");
}

TEST(Csv, TellsRulesThatWereNotRunAndPlansThatCouldNotBeChecked) {
    RunResult run = sampleRun();
    run.rules[2].verdict = Verdict::notRun;
    run.rules[2].reason = "needs a layer";
    CheckedPlans plans = checkedSample(run);
    addFailedPlan(plans);
    const nlohmann::json rows = rowsOf(plans);
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[4]["rule"], "G1.designated");
    EXPECT_EQ(rows[4]["verdict"], "not_run");
    EXPECT_EQ(rows[4]["reason"], "needs a layer");
    EXPECT_EQ(rows[5]["plan"], "broken/plan.yaml");
    EXPECT_EQ(rows[5]["verdict"], "not_run");
}

TEST(Csv, TellsWhatIsNewAndWhatIsGone) {
    CheckedPlans plans = checkedSample();
    RunResult before = sampleRun();
    before.findings.erase(before.findings.begin());
    before.findings[1].subject.id = "S77";
    before.findings[1].subject.name = "Elsewhere";
    before.findings[1].key = "H1.density|sites:S77";
    before.findings[1].evidenceWkb = squareWkb(500000.0, 300000.0, 10.0);
    compareWith(*plans.front(), before);
    std::vector<std::string> changes;
    for (const nlohmann::json& row : rowsOf(plans)) {
        changes.push_back(row["change"]);
    }
    EXPECT_EQ(changes, (std::vector<std::string>{"new", "still_there", "new", "still_there", "fixed"}));
}

TEST(Csv, HoldsNoCellThatASpreadsheetWouldRun) {
    for (const auto& row : rowsOf(checkedSample(hostileRun()))) {
        for (const auto& [column, cell] : row.items()) {
            const std::string text = cell.get<std::string>();
            if (column != "margin") { // a number of ours
                EXPECT_TRUE(text.empty() || std::string("=+-@\t\r").find(text.front()) == std::string::npos) << text;
            }
        }
    }
}

TEST(CsvCell, QuotesAndDefuses) {
    EXPECT_EQ(csvCell("plain"), "plain");
    EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
    EXPECT_EQ(csvCell("say \"x\""), "\"say \"\"x\"\"\"");
    EXPECT_EQ(csvCell("=1+1"), "\"'=1+1\"");
    EXPECT_EQ(csvCell("  @SUM(A1)"), "\"'  @SUM(A1)\"");
    EXPECT_EQ(csvCell("-5"), "\"'-5\"");
    EXPECT_EQ(csvCell("\xEF\xBC\x9D"
                      "1"),
              "\"'\xEF\xBC\x9D"
              "1\"");
    EXPECT_EQ(csvCell("a\nb"), "a b");
    EXPECT_EQ(csvCell("\t=1"), "\"' =1\"");
    EXPECT_EQ(csvCell("a\n=1"), "\"'a =1\"") << "some programs look at each line";
    EXPECT_EQ(csvCell("\xC2\xA0=1"), "\"'\xC2\xA0=1\"") << "a blank that does not break a line";
    EXPECT_EQ(csvCell(""), "");
}
