// SPDX-License-Identifier: MIT
#include "models/findings_filter.hpp"

#include "models/findings_model.hpp"
#include "runs.hpp"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace merestone::viewer {
namespace {

using tests::runWith;

class Filter : public testing::Test {
protected:
    void SetUp() override {
        m_filter.setSourceModel(&m_model);
        auto run = runWith({"S1", "S2", "S10"});
        run->findings[1].waived = WaiverNote{"agreed", "group", ""};
        run->findings[2].verdict = Verdict::cannotTell;
        m_model.setRun(run);
    }
    [[nodiscard]] QStringList subjects() const {
        QStringList ids;
        for (const QString& key : m_filter.findingKeys()) {
            ids << key.section(QLatin1Char(':'), 1);
        }
        return ids;
    }

    FindingsModel m_model;
    FindingsFilter m_filter;
    QAbstractItemModelTester m_tester{&m_filter, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(Filter, ListsEverythingAtFirst) {
    EXPECT_EQ(subjects(), QStringList({"S1", "S2", "S10"}));
    EXPECT_EQ(m_filter.rowCount(m_filter.index(0, 0)), 2) << "a rule that passes is listed as well";
}

TEST_F(Filter, NarrowsToVerdicts) {
    m_filter.setVerdicts({Verdict::cannotTell});
    EXPECT_EQ(subjects(), QStringList({"S10"}));
    EXPECT_EQ(m_filter.rowCount(m_filter.index(0, 0)), 1);
}

TEST_F(Filter, HidesWaivedOrShowsThemAlone) {
    m_filter.setWaived(FindingsFilter::Waived::hidden);
    EXPECT_EQ(subjects(), QStringList({"S1", "S10"}));
    m_filter.setWaived(FindingsFilter::Waived::alone);
    EXPECT_EQ(subjects(), QStringList({"S2"}));
}

TEST_F(Filter, FindsAllWordsInAnyOrder) {
    m_filter.setSearch("EMPTY s10");
    EXPECT_EQ(subjects(), QStringList({"S10"}));
    m_filter.setSearch("name of");
    EXPECT_EQ(subjects().size(), 3);
    m_filter.setSearch("nowhere");
    EXPECT_EQ(m_filter.rowCount(), 0);
}

TEST_F(Filter, KeepsToALayer) {
    m_filter.setLayer("sites");
    EXPECT_EQ(subjects().size(), 3);
    m_filter.setLayer("parks");
    EXPECT_EQ(m_filter.rowCount(), 0);
}

TEST_F(Filter, SortsFiguresAsNumbers) {
    m_filter.sort(FindingsModel::Measured, Qt::AscendingOrder);
    EXPECT_EQ(subjects(), QStringList({"S10", "S2", "S1"}));
    m_filter.sort(FindingsModel::What, Qt::AscendingOrder);
    EXPECT_EQ(subjects(), QStringList({"S1", "S2", "S10"}));
}

TEST_F(Filter, CopiesATableWithoutFormulas) {
    auto run = runWith({"S1"});
    run->findings[0].message = "=1+1\tand\nmore";
    m_model.setRun(run);
    const QString table = m_filter.asTable({m_filter.mapFromSource(m_model.indexOfKey("H1.density|sites:S1"))});
    const QStringList lines = table.split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), 3);
    EXPECT_EQ(lines[0].section(QLatin1Char('\t'), 0, 2), "Key\tPolicy, rule, finding\tVerdict");
    EXPECT_EQ(lines[1].section(QLatin1Char('\t'), 0, 2), "H1.density|sites:S1\t'=1+1 and more\tpolicy conflict");
}

} // namespace
} // namespace merestone::viewer
