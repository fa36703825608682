// SPDX-License-Identifier: MIT
#include "expressions/push_down.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace merestone::expressions {

namespace {

constexpr std::size_t kLongestFilter = 32768;
constexpr double kLargestExactInteger = 9007199254740992.0; // 2^53
constexpr double kSlack = 1e-6; // of the value: a source may hold decimals in single precision

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
}

/// Special fields have other names, or none, in each kind of source.
bool isSpecial(std::string_view name) {
    const std::string low = lowered(name);
    return low == "fid" || low.starts_with("ogr_");
}

bool isColumn(const Node& node) {
    const bool symbol = node.kind == NodeKind::numberSymbol || node.kind == NodeKind::textSymbol;
    return symbol && node.sourceColumn && !isSpecial(node.text) && !node.text.empty() && isAscii(node.text) &&
           node.text.find_first_of("\"\\") == std::string::npos;
}

/// Texts that every source compares alike. Dates are stored in as many ways as there are formats, other than ASCII
/// in as many encodings, and a backslash is an escape to some.
bool isSafeText(const Node& node) {
    const auto digit = [&](std::size_t i) { return node.text[i] >= '0' && node.text[i] <= '9'; };
    const bool date = node.text.size() > 4 && digit(0) && digit(1) && digit(2) && digit(3) &&
                      (node.text[4] == '-' || node.text[4] == '/');
    return node.kind == NodeKind::text && !date && isAscii(node.text) && node.text.find('\\') == std::string::npos;
}

bool isWhole(double value) {
    return std::abs(value) < kLargestExactInteger && std::floor(value) == value;
}

std::string identifier(const Node& column) {
    return '"' + column.text + '"';
}

std::string literal(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        result += c;
        if (c == '\'') {
            result += c;
        }
    }
    return result + "'";
}

std::string below(double value) {
    return shortest(isWhole(value) ? value : value - std::abs(value) * kSlack);
}

std::string above(double value) {
    return shortest(isWhole(value) ? value : value + std::abs(value) * kSlack);
}

/// Unknown to us are null, NaN and infinity; comparisons of the latter differ between sources.
std::string orUnknownNumber(const std::string& filter, const std::string& column) {
    return "(" + filter + " OR " + column + " IS NULL OR NOT (" + column + " BETWEEN -1e+308 AND 1e+308))";
}

std::string numberEquals(const std::string& column, double value) {
    return isWhole(value) ? column + " = " + shortest(value)
                          : column + " BETWEEN " + below(value) + " AND " + above(value);
}

std::string compareNumber(const Node& columnNode, Comparator comparator, double value) {
    const std::string column = identifier(columnNode);
    switch (comparator) {
    case Comparator::equal:
        return orUnknownNumber(numberEquals(column, value), column);
    case Comparator::notEqual:
        return isWhole(value) ? orUnknownNumber(column + " <> " + shortest(value), column) : "";
    case Comparator::less:
        return orUnknownNumber(column + (isWhole(value) ? " < " : " <= ") + above(value), column);
    case Comparator::lessOrEqual:
        return orUnknownNumber(column + " <= " + above(value), column);
    case Comparator::greater:
        return orUnknownNumber(column + (isWhole(value) ? " > " : " >= ") + below(value), column);
    case Comparator::greaterOrEqual:
        return orUnknownNumber(column + " >= " + below(value), column);
    }
    return {};
}

/// An empty text may be how the source writes null.
std::string textIsOneOf(const Node& columnNode, const std::string& literals) {
    const std::string column = identifier(columnNode);
    return "(" + column + " IN (" + literals + ", '') OR " + column + " IS NULL)";
}

std::string fromCompare(const Node& node) {
    const bool swapped = isColumn(node.children[1]);
    const Node& column = swapped ? node.children[1] : node.children[0];
    const Node& constant = swapped ? node.children[0] : node.children[1];
    if (!isColumn(column)) {
        return {};
    }
    const Comparator comparator = swapped ? mirrored(node.comparator) : node.comparator;
    if (constant.kind == NodeKind::number) {
        return compareNumber(column, comparator, constant.number);
    }
    return comparator == Comparator::equal && isSafeText(constant) ? textIsOneOf(column, literal(constant.text)) : "";
}

std::string fromBetween(const Node& node) {
    const Node& column = node.children[0];
    const Node& lower = node.children[1];
    const Node& upper = node.children[2];
    if (!isColumn(column) || lower.kind != NodeKind::number || upper.kind != NodeKind::number) {
        return {};
    }
    const std::string name = identifier(column);
    return orUnknownNumber(name + " BETWEEN " + below(lower.number) + " AND " + above(upper.number), name);
}

std::string fromIn(const Node& node) {
    const Node& column = node.children[0];
    if (!isColumn(column)) {
        return {};
    }
    std::string filter;
    for (auto item = node.children.begin() + 1; item != node.children.end(); ++item) {
        if (item->kind == NodeKind::number) {
            filter += (filter.empty() ? "" : " OR ") + numberEquals(identifier(column), item->number);
        } else if (isSafeText(*item)) {
            filter += (filter.empty() ? "" : ", ") + literal(item->text);
        } else {
            return {};
        }
    }
    return column.type == ValueType::number ? orUnknownNumber(filter, identifier(column)) : textIsOneOf(column, filter);
}

std::string fromIsNull(const Node& node) {
    const Node& column = node.children[0];
    const std::string name = identifier(column);
    if (!isColumn(column)) {
        return {};
    }
    return column.type == ValueType::number ? orUnknownNumber(name + " IS NULL", name)
                                            : "(" + name + " IS NULL OR " + name + " = '')";
}

std::string fromNode(const Node& node);

/// AND stays right without the parts that cannot be pushed down; OR does not.
std::string fromChain(const Node& node) {
    const bool conjunction = node.kind == NodeKind::conjunction;
    std::string filter;
    std::size_t parts = 0;
    for (const Node& child : node.children) {
        const std::string part = fromNode(child);
        if (part.empty()) {
            if (!conjunction) {
                return {};
            }
            continue;
        }
        filter += (parts == 0 ? "" : conjunction ? " AND " : " OR ") + part;
        ++parts;
    }
    return parts > 1 ? "(" + filter + ")" : filter;
}

std::string fromNode(const Node& node) {
    switch (node.kind) {
    case NodeKind::conjunction:
    case NodeKind::disjunction:
        return fromChain(node);
    case NodeKind::compare:
        return fromCompare(node);
    case NodeKind::between:
        return fromBetween(node);
    case NodeKind::in:
        return fromIn(node);
    case NodeKind::isNull:
        return fromIsNull(node);
    default:
        return {};
    }
}

} // namespace

std::string pushDown(const Node& root) {
    std::string filter = fromNode(root);
    return filter.size() > kLongestFilter ? std::string() : filter;
}

} // namespace merestone::expressions
