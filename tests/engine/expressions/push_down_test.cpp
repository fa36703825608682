// SPDX-License-Identifier: MIT
#include "engine/expressions/random_condition.hpp"
#include "engine/expressions/table_source.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace merestone {
namespace {

std::string filterOf(const std::string& text, const TableSource& source) {
    return Condition::compile(text, source.symbols(), kPlace).pushDown();
}

TableSource columns() {
    TableSource source;
    source.number("a", 1).number("b", 1).number("c", 1).number("d", 1).text("t", "x").text("u", "x");
    return source;
}

const char* const kNumberUnknown = " OR \"a\" IS NULL OR NOT (\"a\" BETWEEN -1e+308 AND 1e+308))";

TEST(PushDown, KeepsRowsThatAreUnknownToUs) {
    EXPECT_EQ(filterOf("a >= 5", columns()), std::string("(\"a\" >= 5") + kNumberUnknown);
    EXPECT_EQ(filterOf("5 >= a", columns()), std::string("(\"a\" <= 5") + kNumberUnknown);
    EXPECT_EQ(filterOf("a = 5", columns()), std::string("(\"a\" = 5") + kNumberUnknown);
    EXPECT_EQ(filterOf("a BETWEEN 1 AND 5", columns()), std::string("(\"a\" BETWEEN 1 AND 5") + kNumberUnknown);
    EXPECT_EQ(filterOf("a IN (7, 5)", columns()), std::string("(\"a\" = 5 OR \"a\" = 7") + kNumberUnknown);
    EXPECT_EQ(filterOf("a IS NULL", columns()), std::string("(\"a\" IS NULL") + kNumberUnknown);
    EXPECT_EQ(filterOf("t = 'x'", columns()), "(\"t\" IN ('x', '') OR \"t\" IS NULL)");
    EXPECT_EQ(filterOf("t IN ('y', 'x')", columns()), "(\"t\" IN ('x', 'y', '') OR \"t\" IS NULL)");
}

TEST(PushDown, WidensDecimalsThatASourceMayRound) {
    EXPECT_EQ(filterOf("a > 0.5", columns()), std::string("(\"a\" >= 0.4999995") + kNumberUnknown);
    EXPECT_EQ(filterOf("a < 0.5", columns()), std::string("(\"a\" <= 0.5000005") + kNumberUnknown);
    EXPECT_EQ(filterOf("a = 0.5", columns()), std::string("(\"a\" BETWEEN 0.4999995 AND 0.5000005") + kNumberUnknown);
}

TEST(PushDown, OfAndDropsWhatCannotBePushed) {
    const std::string safe = filterOf("t = 'x'", columns());
    EXPECT_EQ(filterOf("t = 'x' AND a + b > 3", columns()), safe);
    EXPECT_EQ(filterOf("t LIKE 'x' AND t = 'x'", columns()), safe);
    EXPECT_EQ(filterOf("t = 'x' AND u = 'y'", columns()), "(" + safe + " AND " + filterOf("u = 'y'", columns()) + ")");
}

TEST(PushDown, OfOrNeedsBothSides) {
    EXPECT_EQ(filterOf("t = 'x' OR a + b > 3", columns()), "");
    EXPECT_EQ(filterOf("t = 'x' OR u = 'y'", columns()),
              "(" + filterOf("t = 'x'", columns()) + " OR " + filterOf("u = 'y'", columns()) + ")");
    EXPECT_EQ(filterOf("(t = 'x' AND t LIKE 'x') OR (u = 'y' AND a > b)", columns()),
              filterOf("t = 'x' OR u = 'y'", columns()));
}

class NotPushed : public testing::TestWithParam<const char*> {};

TEST_P(NotPushed, BecauseSourcesDiffer) {
    EXPECT_EQ(filterOf(GetParam(), columns()), "");
}

INSTANTIATE_TEST_SUITE_P(Of, NotPushed,
                         testing::Values("NOT a > 3", "NOT (t = 'x')", "a > b", "a + 1 > 3", "t LIKE 'x%'",
                                         "t ILIKE 'x'", "t <> 'x'", "t > 'x'", "t BETWEEN 'a' AND 'b'",
                                         "t = '2031-03-31'", "t = '2031/03/31'", "t = 'caf\xC3\xA9'",
                                         "t IN ('x', 'caf\xC3\xA9')", "t = 'a\\b'", "t IN ('x', u)", "a IN (1, b)",
                                         "a <> 0.5", "1 = 1", "coalesce(a, 0) > 1", "a / 0 IS NULL"));

TEST(PushDown, TakesColumnsOfTheSourceOnly) {
    TableSource source;
    source.number("FID", 1).number("OGR_GEOM_AREA", 1);
    EXPECT_EQ(filterOf("FID = 3", source), "");
    EXPECT_EQ(filterOf("fid = 3 AND ogr_geom_area > 200", source), "");
    std::vector<Symbol> symbols{{"limit_m", ValueKind::number, {}, false}, {"Area", ValueKind::number, {}, true}};
    EXPECT_EQ(Condition::compile("limit_m = 3", symbols, kPlace).pushDown(), "");
    EXPECT_EQ(Condition::compile("limit_m = 3 AND area = 4", symbols, kPlace).pushDown(),
              "(\"Area\" = 4 OR \"Area\" IS NULL OR NOT (\"Area\" BETWEEN -1e+308 AND 1e+308))");
}

TEST(PushDown, QuotesNamesAndTexts) {
    TableSource source;
    source.text("land use", "x").text("it\"s", "x").text("caf\xC3\xA9", "x");
    EXPECT_EQ(filterOf("\"land use\" = 'it''s'", source), "(\"land use\" IN ('it''s', '') OR \"land use\" IS NULL)");
    EXPECT_EQ(filterOf("\"it\\\"s\" = 'x'", source), "");
    EXPECT_EQ(filterOf("caf\xC3\xA9 = 'x'", source), "");
    EXPECT_EQ(filterOf("\"land use\" = ''' OR ''1''=''1'", source),
              "(\"land use\" IN (''' OR ''1''=''1', '') OR \"land use\" IS NULL)");
}

TEST(PushDown, OfAHugeListIsNotWorthIt) {
    std::string text = "a IN (0";
    for (int i = 1; i < 3500; ++i) {
        text += "," + std::to_string(i);
    }
    EXPECT_EQ(filterOf(text + ")", columns()), "");
}

struct SourceRow {
    std::vector<double> numbers; ///< NaN is null here
    std::optional<std::string> text;
    bool nanInSource = false; ///< write NaN rather than null
};

/// A layer of GDAL's with the columns a, b, c, d (real) and t (text).
class OgrTable {
public:
    OgrTable(const char* driver, const std::string& path, const std::vector<SourceRow>& rows) {
        GDALAllRegister();
        m_dataset.reset(
            GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        m_layer = m_dataset->CreateLayer("rows", nullptr, wkbNone, nullptr);
        for (const char* name : {"a", "b", "c", "d"}) {
            OGRFieldDefn field(name, OFTReal);
            m_layer->CreateField(&field);
        }
        OGRFieldDefn text("t", OFTString);
        m_layer->CreateField(&text);
        for (const SourceRow& row : rows) {
            write(row);
        }
    }

    /// Numbers of the rows that pass; fails the test if the source refuses the filter.
    [[nodiscard]] std::set<std::size_t> passing(const std::string& filter) {
        EXPECT_EQ(m_layer->SetAttributeFilter(filter.empty() ? nullptr : filter.c_str()), OGRERR_NONE) << filter;
        std::set<std::size_t> rows;
        m_layer->ResetReading();
        while (const OGRFeatureUniquePtr feature{m_layer->GetNextFeature()}) {
            rows.insert(static_cast<std::size_t>(feature->GetFID() - m_firstFid));
        }
        return rows;
    }

private:
    void write(const SourceRow& row) {
        OGRFeature feature(m_layer->GetLayerDefn());
        for (int i = 0; i < 4; ++i) {
            const double value = row.numbers[static_cast<std::size_t>(i)];
            if (std::isnan(value) && !row.nanInSource) {
                feature.SetFieldNull(i);
            } else {
                feature.SetField(i, value);
            }
        }
        if (row.text) {
            feature.SetField(4, row.text->c_str());
        } else {
            feature.SetFieldNull(4);
        }
        ASSERT_EQ(m_layer->CreateFeature(&feature), OGRERR_NONE);
        if (m_firstFid < 0) {
            m_firstFid = feature.GetFID();
        }
    }

    struct Closer {
        void operator()(GDALDataset* dataset) const noexcept { GDALClose(dataset); }
    };
    std::unique_ptr<GDALDataset, Closer> m_dataset;
    OGRLayer* m_layer = nullptr;
    GIntBig m_firstFid = -1;
};

std::vector<SourceRow> randomRows(RandomExpressions& random) {
    const std::vector<std::optional<std::string>> texts{std::nullopt, "", "x", "X", "x ", "housing", "it's", "%"};
    std::vector<SourceRow> rows;
    for (int i = 0; i < 150; ++i) {
        SourceRow row;
        for (int column = 0; column < 4; ++column) {
            const std::size_t kind = random.below(10);
            row.numbers.push_back(kind == 0   ? kNull
                                  : kind == 1 ? (random.below(2) == 0 ? kInf : -kInf)
                                  : kind == 2 ? static_cast<double>(static_cast<float>(random.uniform(-3, 3)))
                                              : static_cast<double>(random.below(27)) / 2 - 3);
        }
        row.nanInSource = random.below(2) == 0;
        row.text = texts[random.below(texts.size())];
        rows.push_back(row);
    }
    return rows;
}

/// Columns hold NaN for infinity, and a reader may take an empty text for null.
bool mayHold(const Condition& condition, const SourceRow& row) {
    for (const bool emptyIsNull : {true, false}) {
        TableSource source;
        const char* names[] = {"a", "b", "c", "d"};
        for (std::size_t i = 0; i < 4; ++i) {
            source.number(names[i], std::isfinite(row.numbers[i]) ? row.numbers[i] : kNull);
        }
        source.text("t", emptyIsNull && row.text == "" ? std::nullopt : row.text);
        if (condition.evaluate(source, 0).truth != Truth::no) {
            return true;
        }
    }
    return false;
}

std::string randomAtom(RandomExpressions& random) {
    const std::vector<std::string> literals{"0", "1", "-2", "3", "0.5", "2.5", "-0.1", "7"};
    const std::vector<std::string> signs{"<", "<=", "=", "<>", ">", ">="};
    const auto pick = [&](const std::vector<std::string>& list) { return list[random.below(list.size())]; };
    const std::string column(1, static_cast<char>('a' + random.below(4)));
    switch (random.below(9)) {
    case 0:
        return "t = '" + pick({"x", "X", "housing", "it''s", "", "%"}) + "'";
    case 1:
        return "t IN ('x', '" + pick({"housing", "nothing", ""}) + "')";
    case 2:
        return pick({"t IS NULL", "t IS NOT NULL", "t <> 'x'", "t LIKE 'x%'", "NOT t = 'x'", "t > 'X'"});
    case 3:
        return column + " BETWEEN " + pick(literals) + " AND " + pick(literals);
    case 4:
        return column + " IN (" + pick(literals) + ", " + pick(literals) + ")";
    case 5:
        return column + pick({" IS NULL", " IS NOT NULL"});
    case 6:
        return pick(literals) + " " + pick(signs) + " " + column;
    default:
        return column + " " + pick(signs) + " " + pick(literals);
    }
}

std::string randomFilter(RandomExpressions& random, int depth) {
    if (depth == 0 || random.below(3) == 0) {
        return random.below(8) == 0 ? random.condition(1).text : randomAtom(random);
    }
    const std::string left = randomFilter(random, depth - 1);
    if (random.below(6) == 0) {
        return "NOT (" + left + ")";
    }
    return "(" + left + (random.below(2) == 0 ? " AND " : " OR ") + randomFilter(random, depth - 1) + ")";
}

class AgainstGdal : public testing::TestWithParam<std::pair<const char*, const char*>> {};

// The oracle is the source itself: whatever its logic of nulls, it must let through all that may hold for us.
TEST_P(AgainstGdal, NoRowThatMayHoldIsLost) {
    RandomExpressions random(77);
    const std::vector<SourceRow> rows = randomRows(random);
    OgrTable table(GetParam().first, GetParam().second, rows);
    ASSERT_EQ(table.passing("").size(), rows.size());
    int pushed = 0;
    std::size_t dropped = 0;
    for (int round = 0; round < 1500; ++round) {
        const std::string text = randomFilter(random, 3);
        const Condition condition = Condition::compile(text, columns().symbols(), kPlace);
        const std::string filter = condition.pushDown();
        if (filter.empty()) {
            continue;
        }
        ++pushed;
        const std::set<std::size_t> passing = table.passing(filter);
        dropped += rows.size() - passing.size();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (passing.count(i) == 0) {
                ASSERT_FALSE(mayHold(condition, rows[i])) << text << "  as  " << filter << "  row " << i;
            }
        }
    }
    EXPECT_GT(pushed, 300);
    EXPECT_GT(dropped, static_cast<std::size_t>(pushed)); // it does filter
}

INSTANTIATE_TEST_SUITE_P(Source, AgainstGdal,
                         testing::Values(std::pair{"Memory", ""}, std::pair{"GPKG", "/vsimem/push_down.gpkg"}),
                         [](const auto& test) { return std::string(test.param.first); });

} // namespace
} // namespace merestone
