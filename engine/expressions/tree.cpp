// SPDX-License-Identifier: MIT
#include "expressions/tree.hpp"

#include "base/text.hpp"

#include <string_view>

namespace merestone::expressions {

namespace {

std::string joined(const Node& node, std::string_view separator, std::size_t first = 0) {
    std::string result;
    for (std::size_t i = first; i < node.children.size(); ++i) {
        result += (i == first ? "" : std::string(separator)) + describe(node.children[i]);
    }
    return result;
}

/// How tightly the operator of a calculation binds; values bind tightest.
int strength(const Node& node) {
    switch (node.kind) {
    case NodeKind::add:
    case NodeKind::subtract:
        return 1;
    case NodeKind::multiply:
    case NodeKind::divide:
        return 2;
    case NodeKind::scale:
        return strength(node.children[0]);
    default:
        return 3;
    }
}

std::string calculation(const Node& node, std::string_view operation) {
    const Node& left = node.children[0];
    const Node& right = node.children[1];
    if (node.kind == NodeKind::multiply && left.kind == NodeKind::number && left.number == -1.0) {
        return strength(right) < 3 ? "-(" + describe(right) + ")" : "-" + describe(right); // GDAL's way of writing -x
    }
    const bool ordered = node.kind == NodeKind::subtract || node.kind == NodeKind::divide; // a - (b - c)
    const bool leftInside = strength(left) < strength(node);
    const bool rightInside = strength(right) < strength(node) + (ordered ? 1 : 0);
    return (leftInside ? "(" + describe(left) + ")" : describe(left)) + " " + std::string(operation) + " " +
           (rightInside ? "(" + describe(right) + ")" : describe(right));
}

std::string describeCondition(const Node& node) {
    switch (node.kind) {
    case NodeKind::compare:
        return joined(node, std::string(" ") + sign(node.comparator) + " ");
    case NodeKind::between:
        return describe(node.children[0]) + " BETWEEN " + joined(node, " AND ", 1);
    case NodeKind::in:
        return describe(node.children[0]) + " IN (" + joined(node, ", ", 1) + ")";
    case NodeKind::like:
        return describe(node.children[0]) + (node.caseless ? " ILIKE " : " LIKE ") + describe(node.children[1]);
    case NodeKind::isNull:
        return describe(node.children[0]) + " IS NULL";
    case NodeKind::conjunction:
        return "(" + joined(node, " AND ") + ")";
    case NodeKind::disjunction:
        return "(" + joined(node, " OR ") + ")";
    default:
        return "NOT (" + joined(node, "") + ")";
    }
}

} // namespace

std::string describe(const Node& node) {
    switch (node.kind) {
    case NodeKind::number:
        return shortest(node.number);
    case NodeKind::text:
        return "'" + node.text + "'";
    case NodeKind::name:
    case NodeKind::numberSymbol:
    case NodeKind::textSymbol:
        return node.text;
    case NodeKind::add:
        return calculation(node, "+");
    case NodeKind::subtract:
        return calculation(node, "-");
    case NodeKind::multiply:
        return calculation(node, "*");
    case NodeKind::divide:
        return calculation(node, "/");
    case NodeKind::scale:
        return describe(node.children[0]);
    case NodeKind::absolute:
        return "abs(" + joined(node, ", ") + ")";
    case NodeKind::least:
        return "least(" + joined(node, ", ") + ")";
    case NodeKind::greatest:
        return "greatest(" + joined(node, ", ") + ")";
    case NodeKind::coalesce:
        return "coalesce(" + joined(node, ", ") + ")";
    default:
        return describeCondition(node);
    }
}

std::string quoted(const Node& node) {
    constexpr std::size_t kLongest = 60;
    std::string text = printable(describe(node));
    if (node.kind == NodeKind::number || node.kind == NodeKind::text) {
        return text;
    }
    if (text.size() > kLongest) {
        text = printable(text.substr(0, kLongest)) + " ...";
    }
    return "'" + text + "'";
}

const char* sign(Comparator comparator) noexcept {
    switch (comparator) {
    case Comparator::equal:
        return "=";
    case Comparator::notEqual:
        return "<>";
    case Comparator::less:
        return "<";
    case Comparator::lessOrEqual:
        return "<=";
    case Comparator::greater:
        return ">";
    case Comparator::greaterOrEqual:
        return ">=";
    }
    return "";
}

Comparator opposite(Comparator comparator) noexcept {
    switch (comparator) {
    case Comparator::equal:
        return Comparator::notEqual;
    case Comparator::notEqual:
        return Comparator::equal;
    case Comparator::less:
        return Comparator::greaterOrEqual;
    case Comparator::lessOrEqual:
        return Comparator::greater;
    case Comparator::greater:
        return Comparator::lessOrEqual;
    case Comparator::greaterOrEqual:
        return Comparator::less;
    }
    return comparator;
}

Comparator mirrored(Comparator comparator) noexcept {
    switch (comparator) {
    case Comparator::less:
        return Comparator::greater;
    case Comparator::lessOrEqual:
        return Comparator::greaterOrEqual;
    case Comparator::greater:
        return Comparator::less;
    case Comparator::greaterOrEqual:
        return Comparator::lessOrEqual;
    default:
        return comparator;
    }
}

} // namespace merestone::expressions
