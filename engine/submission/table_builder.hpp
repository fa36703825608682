// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace merestone {

/// A value of a table: nothing, a number or a text.
using Cell = std::variant<std::monostate, double, std::string>;

/// `text`, or nothing for an empty one.
[[nodiscard]] Cell textCell(const std::string& text);
[[nodiscard]] Cell numberCell(const std::optional<double>& value);
template <class Number>
requires std::is_arithmetic_v<Number>
[[nodiscard]] Cell numberCell(Number value) {
    return static_cast<double>(value);
}

/// Makes a layer without shapes, row by row, for rules about things that are not on a map.
class TableBuilder {
public:
    struct Field {
        std::string name;
        bool isText = true;
    };
    /// The first field identifies a row. `nameField` may be empty.
    TableBuilder(std::string layer, std::vector<Field> fields, std::string nameField);

    /// One cell for each field; a cell of the wrong kind becomes nothing.
    void add(const std::vector<Cell>& cells);
    [[nodiscard]] std::size_t size() const noexcept { return m_rows; }
    [[nodiscard]] LayerPtr build();

private:
    std::string m_layer;
    std::string m_nameField;
    std::vector<Column> m_columns;
    std::size_t m_rows = 0;
};

} // namespace merestone
