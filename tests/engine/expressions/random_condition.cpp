// SPDX-License-Identifier: MIT
#include "engine/expressions/random_condition.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace merestone {

namespace {

using Value = std::optional<double>;
using Truth3 = std::optional<bool>;

Value known(double value) {
    return std::isnan(value) ? Value() : Value(value);
}

Value calculate(char operation, const Value& a, const Value& b) {
    if (!a || !b) {
        return {};
    }
    switch (operation) {
    case '+':
        return known(*a + *b);
    case '-':
        return known(*a - *b);
    case '*':
        return known(*a * *b);
    default:
        return *b == 0 ? Value() : known(*a / *b);
    }
}

Truth3 compare(const std::string& sign, const Value& a, const Value& b) {
    if (!a || !b) {
        return {};
    }
    const bool less = *a < *b;
    const bool equal = *a == *b;
    if (sign == "<") {
        return less;
    }
    if (sign == "<=") {
        return less || equal;
    }
    if (sign == "=") {
        return equal;
    }
    if (sign == "<>") {
        return !equal;
    }
    return sign == ">" ? !less && !equal : !less;
}

// Kleene's tables by way of least and greatest truth: no < unknown < yes.
int rank(const Truth3& t) {
    return !t ? 1 : *t ? 2 : 0;
}
Truth3 fromRank(int rank) {
    return rank == 1 ? Truth3() : Truth3(rank == 2);
}

} // namespace

NaiveNumber RandomExpressions::leaf() {
    static const std::vector<std::string> literals{"0", "1", "2", "3", "0.5", "-1", "-2.5", "10"};
    if (below(3) == 0) {
        const std::string text = literals[below(literals.size())];
        return {text, [value = std::stod(text)](const NaiveRow&) { return Value(value); }};
    }
    const std::size_t column = below(4);
    return {std::string(1, static_cast<char>('a' + column)), [column](const NaiveRow& row) { return row[column]; }};
}

NaiveNumber RandomExpressions::calculation(int depth) {
    const char operation = "+-*/"[below(4)];
    const NaiveNumber left = number(depth - 1);
    const NaiveNumber right = number(depth - 1);
    return {"(" + left.text + " " + operation + " " + right.text + ")",
            [=](const NaiveRow& row) { return calculate(operation, left.value(row), right.value(row)); }};
}

NaiveNumber RandomExpressions::function(int depth) {
    const NaiveNumber first = number(depth - 1);
    const NaiveNumber second = number(depth - 1);
    const std::string arguments = "(" + first.text + ", " + second.text + ")";
    switch (below(5)) {
    case 0:
        return {"abs(" + first.text + ")", [=](const NaiveRow& row) {
                    const Value value = first.value(row);
                    return value ? Value(std::fabs(*value)) : Value();
                }};
    case 1:
        return {"-" + std::string("(") + first.text + ")", [=](const NaiveRow& row) {
                    const Value value = first.value(row);
                    return value ? Value(-*value) : Value();
                }};
    case 2:
        return {"coalesce" + arguments, [=](const NaiveRow& row) {
                    const Value value = first.value(row);
                    return value ? value : second.value(row);
                }};
    default:
        break;
    }
    const bool least = below(2) == 0;
    return {(least ? "least" : "greatest") + arguments, [=](const NaiveRow& row) {
                const Value a = first.value(row);
                const Value b = second.value(row);
                return !a || !b ? Value() : Value((*a < *b) == least ? *a : *b);
            }};
}

NaiveNumber RandomExpressions::number(int depth) {
    if (depth <= 0 || below(3) == 0) {
        return leaf();
    }
    return below(4) == 0 ? function(depth) : calculation(depth);
}

NaiveCondition RandomExpressions::comparison(int depth) {
    static const std::vector<std::string> signs{"<", "<=", "=", "<>", ">", ">="};
    const std::string sign = signs[below(signs.size())];
    const NaiveNumber left = number(depth);
    const NaiveNumber right = number(depth);
    return {left.text + " " + sign + " " + right.text,
            [=](const NaiveRow& row) { return compare(sign, left.value(row), right.value(row)); }};
}

NaiveCondition RandomExpressions::list(int depth) {
    const NaiveNumber value = number(depth);
    const NaiveNumber first = number(depth - 1);
    const NaiveNumber second = number(depth - 1);
    switch (below(3)) {
    case 0:
        return {value.text + " IS NULL", [=](const NaiveRow& row) { return Truth3(!value.value(row)); }};
    case 1:
        return {value.text + " IN (" + first.text + ", " + second.text + ")", [=](const NaiveRow& row) {
                    const Value v = value.value(row);
                    return fromRank(
                        std::max(rank(compare("=", v, first.value(row))), rank(compare("=", v, second.value(row)))));
                }};
    default:
        return {value.text + " BETWEEN " + first.text + " AND " + second.text, [=](const NaiveRow& row) {
                    const Value v = value.value(row);
                    return fromRank(
                        std::min(rank(compare(">=", v, first.value(row))), rank(compare("<=", v, second.value(row)))));
                }};
    }
}

NaiveCondition RandomExpressions::condition(int depth) {
    if (depth <= 0) {
        return comparison(1);
    }
    const std::size_t kind = below(6);
    if (kind == 0) {
        return comparison(depth);
    }
    if (kind == 1) {
        return list(depth);
    }
    const NaiveCondition left = condition(depth - 1);
    if (kind == 2) {
        return {"NOT (" + left.text + ")", [=](const NaiveRow& row) { return fromRank(2 - rank(left.value(row))); }};
    }
    const NaiveCondition right = condition(depth - 1);
    const bool conjunction = below(2) == 0;
    return {"(" + left.text + (conjunction ? " AND " : " OR ") + right.text + ")", [=](const NaiveRow& row) {
                const int a = rank(left.value(row));
                const int b = rank(right.value(row));
                return fromRank(conjunction ? std::min(a, b) : std::max(a, b));
            }};
}

} // namespace merestone
