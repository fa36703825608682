// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/expression.hpp"

#include <limits>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

inline void PrintTo(Truth truth, std::ostream* out) {
    *out << (truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown");
}

inline constexpr double kNull = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kInf = std::numeric_limits<double>::infinity();

/// A number with a symmetric measurement error, or with bounds for missing data.
inline UncertainNumber measured(double value, double error) {
    return {value, value - error, value + error, value, value};
}
inline UncertainNumber incomplete(double value, double low, double high) {
    return {value, value, value, low, high};
}

/// One row of named values. Each call of text() spoils the view given before, as the contract allows.
class TableSource : public ValueSource {
public:
    TableSource& number(const std::string& name, UncertainNumber value, const char* unit = nullptr) {
        Symbol symbol{name, ValueKind::number, {}, true};
        if (unit != nullptr) {
            symbol.unit = *unit == '\0' ? Unit{} : parseUnit(unit).value();
        }
        return add(std::move(symbol), value, {});
    }
    TableSource& number(const std::string& name, double value, const char* unit = nullptr) {
        return number(name, UncertainNumber::exact(value), unit);
    }
    TableSource& text(const std::string& name, std::optional<std::string> value) {
        return add({name, ValueKind::text, {}, true}, {}, std::move(value));
    }

    [[nodiscard]] const std::vector<Symbol>& symbols() const noexcept { return m_symbols; }
    [[nodiscard]] UncertainNumber number(std::size_t symbol, std::uint32_t) const override { return m_numbers[symbol]; }
    [[nodiscard]] std::optional<std::string_view> text(std::size_t symbol, std::uint32_t) const override {
        m_given.assign(m_given.size(), '#');
        if (!m_texts[symbol]) {
            return std::nullopt;
        }
        m_given = *m_texts[symbol];
        return m_given;
    }

private:
    TableSource& add(Symbol symbol, UncertainNumber value, std::optional<std::string> text) {
        m_symbols.push_back(std::move(symbol));
        m_numbers.push_back(value);
        m_texts.push_back(std::move(text));
        return *this;
    }

    std::vector<Symbol> m_symbols;
    std::vector<UncertainNumber> m_numbers;
    std::vector<std::optional<std::string>> m_texts;
    mutable std::string m_given;
};

inline const Place kPlace{"plan.yaml", 12, 5};

inline Outcome evaluate(const std::string& text, const TableSource& source) {
    return Condition::compile(text, source.symbols(), kPlace).evaluate(source, 0);
}
inline Truth truth(const std::string& text, const TableSource& source) {
    return evaluate(text, source).truth;
}
inline UncertainNumber value(const std::string& formula, const TableSource& source) {
    return Formula::compile(formula, source.symbols(), kPlace).evaluate(source, 0);
}

/// The message behind the place, or "" when the text compiles.
inline std::string compileError(const std::string& text, const std::vector<Symbol>& symbols) {
    try {
        (void)Condition::compile(text, symbols, kPlace);
    } catch (const Error& error) {
        const std::string message = error.what();
        const std::string place = "plan.yaml:12:5: condition ";
        if (error.code() != ErrorCode::plan || message.rfind(place, 0) != 0) {
            return "not worded as an error of the plan: " + message;
        }
        return message.substr(place.size());
    }
    return {};
}

} // namespace merestone
