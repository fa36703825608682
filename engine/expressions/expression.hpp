// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.hpp"
#include "base/unit.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

enum class ValueKind { number, text };

/// A name that an expression may use: a column, a measure or a parameter.
struct Symbol {
    std::string name;
    ValueKind kind = ValueKind::number;
    std::optional<Unit> unit;  ///< nothing: a bare number (a column whose unit nobody declared)
    bool sourceColumn = false; ///< a column of the source itself: only such symbols are ever pushed down
    bool plainNumber = false;  ///< stands for a number without a unit, as if that were written: "2" in "2 * height"
};

/// A number with what is known of its error. `value` is NaN when unknown (null). [low, high] is where it may lie
/// because of measurement uncertainty; [certainLow, certainHigh] where it may lie because data may be missing.
/// Both contain `value`. Infinity is a value (the distance to something that is not there), NaN is not.
struct UncertainNumber {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    double certainLow = 0.0;
    double certainHigh = 0.0;

    static UncertainNumber exact(double v) { return {v, v, v, v, v}; }
};

/// Where an expression gets the values of its symbols. `row` is the row it is evaluated for.
class ValueSource {
public:
    virtual ~ValueSource() = default;
    /// Called for number symbols.
    [[nodiscard]] virtual UncertainNumber number(std::size_t symbol, std::uint32_t row) const = 0;
    /// Called for text symbols; nothing for null. The view must live until the next call.
    [[nodiscard]] virtual std::optional<std::string_view> text(std::size_t symbol, std::uint32_t row) const = 0;
};

enum class Truth : std::uint8_t { no, yes, unknown };

/// The value of a condition for one row.
struct Outcome {
    Truth truth = Truth::unknown;  ///< Kleene's three-valued logic on the values as they stand
    bool flipsWithinError = false; ///< another truth is possible within the measurement uncertainty
    bool flipsWithMissing = false; ///< another truth is possible if data that may be missing were there
};

/// The comparison that decides a condition, for the reader: in `AND` the first one that does not hold, in `OR` the
/// first that holds, otherwise the first that an error or missing data would flip, otherwise the first. The sides are
/// as written; under NOT the comparator is turned round. Not present when a comparison of texts, IN, LIKE or IS NULL
/// decides.
struct Comparison {
    bool present = false;        ///< false when the condition is no comparison of numbers
    UncertainNumber measured;    ///< left side
    UncertainNumber limit;       ///< right side; for BETWEEN the bound that is broken, or the lower one
    const char* comparator = ""; ///< "<=", "=", …; for BETWEEN ">=" or "<="
    std::optional<Unit> unit;    ///< of both sides, nothing when bare
};

/// A condition in OGR SQL WHERE syntax, parsed by GDAL, checked and evaluated by us (GDAL's evaluation takes
/// NOT (null > 3) for true, 7 / 2 for 3 and x / 0 for large: each would be a false pass).
///
/// Ours: Kleene three-valued logic; division of reals; null, NaN, division by zero, infinity minus infinity and zero
/// times infinity are unknown; text compares byte-wise and case-sensitively, only ILIKE ignores (ASCII) case; in LIKE
/// `%` is any text and `_` one character, ESCAPE names an escape character; `=` between a number and a text is a
/// compile error, and so is the word NULL outside IS NULL. Functions: abs(x), least(a, b, …), greatest(a, b, …),
/// coalesce(a, b, …); least and greatest are unknown when one argument is.
///
/// Names are found as written, else ignoring ASCII case; double quotes protect names with blanks. Words that only other
/// parts of SQL reserve (limit, order, left …) are names here.
///
/// Units are checked on the tree: sides of a comparison, sum or difference must have the same dimension and are
/// brought to the left side's unit; a literal or bare column takes the unit of what it stands beside, at face value;
/// in a product or quotient a bare operand counts as a plain count whose kind (dwellings, people) is free, except
/// that a literal times a bare column stays bare. A symbol with the plain unit is such a count too.
///
/// Immutable; evaluate from any number of threads.
class Condition {
public:
    /// Throws Error(plan) naming `place`, the text, the column in it, and the nearest known name or the units that
    /// do not match.
    static Condition compile(const std::string& text, const std::vector<Symbol>& symbols, const Place& place);
    /// The names that a condition or formula uses (not quoted, in order of appearance, each once whatever its case)
    /// without knowing any symbol. Throws like compile() when the text cannot be parsed.
    static std::vector<std::string> names(const std::string& text, const Place& place);

    Condition(Condition&&) noexcept;
    Condition& operator=(Condition&&) noexcept;
    ~Condition();

    [[nodiscard]] const std::string& text() const noexcept;
    /// Positions in the symbol list that it reads.
    [[nodiscard]] const std::vector<std::size_t>& usedSymbols() const noexcept;
    [[nodiscard]] Outcome evaluate(const ValueSource& values, std::uint32_t row) const;
    [[nodiscard]] Comparison comparison(const ValueSource& values, std::uint32_t row) const;
    /// A filter in OGR SQL that every row which may make this condition true or unknown passes, safe to give to any
    /// OGR source although its logic differs; empty when nothing useful can be pushed down. Only symbols marked
    /// `sourceColumn` appear in it (SQLite takes a name that it does not know for a text, which loses every row), and
    /// never FID or OGR_…; evaluate the condition on what the source gives, and read without the filter if the
    /// source refuses it.
    [[nodiscard]] std::string pushDown() const;

private:
    struct Node;
    Condition();
    std::unique_ptr<const Node> m_root;
    std::string m_text;
    std::vector<std::size_t> m_used;
};

/// A number made of symbols, in the same syntax ("2.4 * dwellings"), for `of:` and message figures.
class Formula {
public:
    static Formula compile(const std::string& text, const std::vector<Symbol>& symbols, const Place& place);
    Formula(Formula&&) noexcept;
    Formula& operator=(Formula&&) noexcept;
    ~Formula();
    [[nodiscard]] const std::vector<std::size_t>& usedSymbols() const noexcept;
    [[nodiscard]] UncertainNumber evaluate(const ValueSource& values, std::uint32_t row) const;
    [[nodiscard]] const std::optional<Unit>& unit() const noexcept;

private:
    struct Impl;
    Formula();
    std::unique_ptr<const Impl> m_impl;
};

} // namespace merestone
