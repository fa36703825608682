// SPDX-License-Identifier: MIT
#include "layers/row_filter.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {

namespace {

constexpr const char* kFid = "FID";
constexpr const char* kArea = "OGR_GEOM_AREA";

/// The columns of the batch under the numbers of the symbols: fields first, then FID, then OGR_GEOM_AREA.
class RowValues : public ValueSource {
public:
    RowValues(std::vector<const Column*> bySymbol, std::size_t first, std::span<const std::int64_t> fids,
              std::span<const double> areas)
        : m_bySymbol(std::move(bySymbol)), m_first(first), m_fids(fids), m_areas(areas) {}

    [[nodiscard]] UncertainNumber number(std::size_t symbol, std::uint32_t row) const override {
        if (symbol < m_bySymbol.size()) {
            return UncertainNumber::exact(m_bySymbol[symbol]->numbers[row]);
        }
        const std::size_t at = row - m_first;
        if (symbol == m_bySymbol.size()) {
            return UncertainNumber::exact(static_cast<double>(m_fids[at]));
        }
        return UncertainNumber::exact(m_areas.empty() ? std::numeric_limits<double>::quiet_NaN() : m_areas[at]);
    }
    [[nodiscard]] std::optional<std::string_view> text(std::size_t symbol, std::uint32_t row) const override {
        const Column& column = *m_bySymbol[symbol];
        if (column.isNull(row)) {
            return std::nullopt;
        }
        return column.dictionary[column.codes[row]];
    }

private:
    std::vector<const Column*> m_bySymbol;
    std::size_t m_first;
    std::span<const std::int64_t> m_fids;
    std::span<const double> m_areas;
};

} // namespace

RowFilter::RowFilter(const LayerRequest& request, const std::vector<SourceField>& fields)
    : m_fieldCount(fields.size()) {
    if (request.where.empty()) {
        return;
    }
    std::vector<Symbol> symbols;
    for (const SourceField& field : fields) {
        const bool isText = field.type == ColumnType::text || field.type == ColumnType::date;
        Symbol symbol{field.name, isText ? ValueKind::text : ValueKind::number, std::nullopt};
        // The source finds a name that stands twice, or in another letter case, as it likes.
        const auto called = [&field](const SourceField& other) { return lowered(other.name) == lowered(field.name); };
        symbol.sourceColumn = std::count_if(fields.begin(), fields.end(), called) == 1;
        symbols.push_back(std::move(symbol));
    }
    // A column that is called so hides the special field.
    symbols.push_back({findField(fields, kFid) < 0 ? kFid : "", ValueKind::number, std::nullopt});
    symbols.push_back({findField(fields, kArea) < 0 ? kArea : "", ValueKind::number, std::nullopt});
    m_condition = Condition::compile(request.where, symbols, Place{requestPlace(request) + ": `where`", 0, 0});
    for (const std::size_t symbol : m_condition->usedSymbols()) {
        if (symbol < m_fieldCount) {
            m_fields.push_back(static_cast<int>(symbol));
        }
        m_needsFid = m_needsFid || symbol == m_fieldCount;
        m_needsArea = m_needsArea || symbol == m_fieldCount + 1;
    }
}

std::string RowFilter::pushDown() const {
    // A source knows neither our FIDs' column nor areas in the working CRS.
    return m_condition && !m_needsArea && !m_needsFid ? m_condition->pushDown() : std::string();
}

void RowFilter::apply(const std::vector<const Column*>& columns, const std::vector<int>& positions, std::size_t first,
                      std::span<const std::int64_t> fids, std::span<const double> areas, std::vector<char>& keep) {
    std::vector<const Column*> bySymbol(m_fieldCount, nullptr);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        bySymbol[static_cast<std::size_t>(positions[i])] = columns[i];
    }
    const RowValues values(std::move(bySymbol), first, fids, areas);
    for (std::size_t i = 0; i < keep.size(); ++i) {
        if (keep[i] == 0) {
            continue;
        }
        const Truth truth = m_condition->evaluate(values, static_cast<std::uint32_t>(first + i)).truth;
        m_undecided += truth == Truth::unknown ? 1 : 0;
        keep[i] = truth == Truth::yes ? 1 : 0;
    }
}

} // namespace merestone
