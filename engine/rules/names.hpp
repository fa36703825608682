// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/expression.hpp"
#include "layers/layer.hpp"
#include "layers/read_layer.hpp"
#include "measures/measure.hpp"
#include "plan/plan.hpp"

#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// The fields of a layer as the source describes them, before its features are read.
struct LayerSchema {
    std::string name;
    std::vector<FieldDescription> fields;
    bool hasGeometry = true; ///< false for a mere table

    [[nodiscard]] const FieldDescription* find(std::string_view field) const noexcept;
    [[nodiscard]] std::vector<std::string> names() const;
};

/// The names that one condition or formula may use, and where each gets its value: measures first, then parameters
/// and facts, then the columns of one layer and the special fields FID and OGR_GEOM_AREA.
class NameTable {
public:
    void addMeasure(const std::string& name, const std::optional<Unit>& unit, std::size_t measure);
    void addParameter(const Parameter& parameter);
    void addColumns(const LayerSchema& schema, const std::vector<std::pair<std::string, Unit>>& units);

    [[nodiscard]] const std::vector<Symbol>& symbols() const noexcept { return m_symbols; }
    [[nodiscard]] std::vector<std::string> names() const;
    /// Position of a name in symbols(), ASCII case ignored; -1 if there is none.
    [[nodiscard]] int find(std::string_view name) const noexcept;

    enum class Kind { measure, number, text, column, fid, area };
    struct Origin {
        Kind kind = Kind::column;
        std::size_t measure = 0; ///< position in the rule's measures
        double number = 0.0;
        std::string text; ///< of a text parameter; name of a column
    };
    [[nodiscard]] const Origin& origin(std::size_t symbol) const noexcept { return m_origins[symbol]; }

private:
    void add(Symbol symbol, Origin origin);

    std::vector<Symbol> m_symbols;
    std::vector<Origin> m_origins;
};

/// The values behind a name table for the rows of one layer. Measures come as full columns by layer row; a pair's
/// measures are set apart, since they differ from pair to pair.
class RowValues final : public ValueSource {
public:
    RowValues(const NameTable& names, const Layer& layer, std::vector<const MeasureColumn*> measures);

    [[nodiscard]] UncertainNumber number(std::size_t symbol, std::uint32_t row) const override;
    [[nodiscard]] std::optional<std::string_view> text(std::size_t symbol, std::uint32_t row) const override;
    /// The value of a measure for the pair under evaluation; nothing is taken from its column then.
    void setPairValue(std::size_t measure, const UncertainNumber& value) { m_pairValues[measure] = value; }

    [[nodiscard]] const NameTable& names() const noexcept { return *m_names; }
    [[nodiscard]] const Layer& layer() const noexcept { return *m_layer; }
    /// Whether a symbol has no value in a row.
    [[nodiscard]] bool isUnknown(std::size_t symbol, std::uint32_t row) const;

private:
    const NameTable* m_names;
    const Layer* m_layer;
    std::vector<const MeasureColumn*> m_measures;
    std::vector<const Column*> m_columns; ///< by symbol; null where the symbol is no column
    std::vector<std::optional<UncertainNumber>> m_pairValues;
};

} // namespace merestone
