// SPDX-License-Identifier: MIT
#include "models/findings_list.hpp"

#include "models/findings_lister.hpp"
#include "models/findings_model.hpp"
#include "runs.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <utility>

namespace merestone::viewer {
namespace {

using tests::runWith;

class List : public testing::Test {
protected:
    void SetUp() override {
        m_run = runWith({"S1", "S2", "S10"});
        m_run->findings[1].waived = WaiverNote{"agreed", "group", ""};
        m_run->findings[2].verdict = Verdict::cannotTell;
        list({});
    }
    void list(const FindingsChoice& choice) {
        m_model.setList(std::make_shared<const FindingsList>(m_run, nullptr, choice));
    }
    void search(const char* words) {
        FindingsChoice choice;
        choice.words = QString::fromLatin1(words).split(QLatin1Char(' '));
        list(choice);
    }
    void sort(FindingsColumn column, bool descending = false) {
        FindingsChoice choice;
        choice.column = column;
        choice.descending = descending;
        list(choice);
    }
    [[nodiscard]] QStringList subjects() const {
        QStringList ids;
        for (const QString& key : m_model.findingKeys()) {
            ids << key.section(QLatin1Char(':'), 1);
        }
        return ids;
    }
    [[nodiscard]] QString stepped(const QString& from, int direction) const {
        return m_model.step(m_model.indexOfKey(from), direction).data(FindingsModel::KeyRole).toString();
    }

    std::shared_ptr<RunResult> m_run;
    FindingsModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(List, HoldsEverythingAtFirst) {
    EXPECT_EQ(subjects(), QStringList({"S1", "S2", "S10"}));
    EXPECT_EQ(m_model.rowCount(m_model.index(0, 0)), 2) << "a rule that passes is listed as well";
}

TEST_F(List, NarrowsToVerdicts) {
    FindingsChoice choice;
    choice.verdicts = {Verdict::cannotTell};
    list(choice);
    EXPECT_EQ(subjects(), QStringList({"S10"}));
    EXPECT_EQ(m_model.rowCount(m_model.index(0, 0)), 1);
}

TEST_F(List, HidesWaivedOrShowsThemAlone) {
    FindingsChoice choice;
    choice.waived = FindingsChoice::Waived::hidden;
    list(choice);
    EXPECT_EQ(subjects(), QStringList({"S1", "S10"}));
    choice.waived = FindingsChoice::Waived::alone;
    list(choice);
    EXPECT_EQ(subjects(), QStringList({"S2"}));
}

TEST_F(List, FindsAllWordsInAnyOrder) {
    search("EMPTY s10");
    EXPECT_EQ(subjects(), QStringList({"S10"}));
    search("name of");
    EXPECT_EQ(subjects().size(), 3);
    search("nowhere");
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(List, KeepsToALayer) {
    FindingsChoice choice;
    choice.layer = "sites";
    list(choice);
    EXPECT_EQ(subjects().size(), 3);
    choice.layer = "parks";
    list(choice);
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(List, SortsFiguresAsNumbers) {
    sort(FindingsColumn::measured);
    EXPECT_EQ(subjects(), QStringList({"S10", "S2", "S1"}));
    sort(FindingsColumn::what);
    EXPECT_EQ(subjects(), QStringList({"S1", "S2", "S10"}));
    sort(FindingsColumn::what, true);
    EXPECT_EQ(subjects(), QStringList({"S10", "S2", "S1"}));
}

TEST_F(List, FiguresThatAreMissingComeLastAndTiesKeepTheOrderOfThePlan) {
    m_run->findings[0].measured.reset();
    m_run->findings[2].measured = m_run->findings[1].measured;
    sort(FindingsColumn::measured);
    EXPECT_EQ(subjects(), QStringList({"S2", "S10", "S1"}));
    sort(FindingsColumn::measured, true);
    EXPECT_EQ(subjects(), QStringList({"S1", "S2", "S10"}));
}

TEST_F(List, SortsRulesByVerdictToo) {
    sort(FindingsColumn::verdict, true);
    EXPECT_EQ(m_model.index(0, 0, m_model.index(0, 0)).data(FindingsModel::KeyRole).toString(), "H1.shape");
    EXPECT_EQ(subjects(), QStringList({"S10", "S2", "S1"})) << "a waived conflict is the milder one";
}

TEST_F(List, IsSteppedThroughRoundItsEnds) {
    EXPECT_EQ(stepped({}, 1), "H1.density|sites:S1");
    EXPECT_EQ(stepped({}, -1), "H1.density|sites:S10");
    EXPECT_EQ(stepped("H1.density", 1), "H1.density|sites:S1") << "from a rule as from nowhere";
    EXPECT_EQ(stepped("H1.density|sites:S1", 1), "H1.density|sites:S2");
    EXPECT_EQ(stepped("H1.density|sites:S10", 1), "H1.density|sites:S1");
    EXPECT_EQ(stepped("H1.density|sites:S1", -1), "H1.density|sites:S10");
    m_run->findings[2].rule = "H1.shape"; // as sorted as before
    list({});
    EXPECT_EQ(stepped("H1.density|sites:S2", 1), m_model.findingKeys().last()) << "into the next rule";
    search("nowhere");
    EXPECT_EQ(stepped({}, 1), "");
}

TEST_F(List, CopiesATableWithoutFormulas) {
    m_run->findings[0].message = "=1+1\tand\nmore";
    list({});
    const QString table = m_model.asTable({m_model.indexOfKey("H1.density|sites:S1")});
    const QStringList lines = table.split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), 3);
    EXPECT_EQ(lines[0].section(QLatin1Char('\t'), 0, 2), "Key\tPolicy, rule, finding\tVerdict");
    EXPECT_EQ(lines[1].section(QLatin1Char('\t'), 0, 2), "H1.density|sites:S1\t'=1+1 and more\tpolicy conflict");
}

/// More findings than are listed at once.
std::shared_ptr<RunResult> longRun() {
    std::vector<std::string> sites;
    for (std::size_t i = 0; i <= FindingsLister::kMostAtOnce; ++i) {
        sites.push_back("S" + std::to_string(i));
    }
    return runWith(sites);
}

TEST(Lister, MakesAShortListAtOnce) {
    FindingsLister lister;
    QSignalSpy listed(&lister, &FindingsLister::listed);
    lister.want(runWith({"S1"}), nullptr, {});
    EXPECT_EQ(listed.count(), 1);
    EXPECT_FALSE(lister.isBusy());
    lister.want(nullptr, nullptr, {});
    ASSERT_EQ(listed.count(), 2);
    EXPECT_EQ(listed[1][0].value<FindingsListPtr>(), nullptr);
}

TEST(Lister, MakesALongListElsewhereAndTheNewestWins) {
    FindingsLister lister;
    QSignalSpy listed(&lister, &FindingsLister::listed);
    const auto run = longRun();
    FindingsChoice backwards;
    backwards.descending = true;
    lister.want(run, nullptr, {});
    lister.want(run, nullptr, backwards);
    EXPECT_EQ(listed.count(), 0);
    EXPECT_TRUE(lister.isBusy());
    ASSERT_TRUE(listed.wait(60000));
    const auto list = listed[0][0].value<FindingsListPtr>();
    EXPECT_EQ(list->policies()[0].rules[0].result->id, "H1.shape");
    EXPECT_EQ(list->policies()[0].rules[1].findings.front(), FindingsLister::kMostAtOnce);
    EXPECT_FALSE(lister.isBusy());
    EXPECT_FALSE(listed.wait(100)) << "what was overtaken is never told";
}

} // namespace
} // namespace merestone::viewer
