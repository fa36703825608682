// SPDX-License-Identifier: MIT
#include "expressions/evaluate.hpp"

#include "expressions/like.hpp"

#include <algorithm>
#include <string>

namespace merestone::expressions {

namespace {

bool needsSource(const Node& node) {
    return node.kind != NodeKind::text;
}

/// A text that stays while the source is asked for the next one; copied only if it has to be.
class HeldText {
public:
    HeldText(const Node& node, const Row& row, bool copy) : m_text(evaluateText(node, row)) {
        if (m_text && copy && needsSource(node)) {
            m_copy.assign(*m_text);
            m_text = m_copy;
        }
    }
    HeldText(const HeldText&) = delete;
    HeldText& operator=(const HeldText&) = delete;

    [[nodiscard]] bool isNull() const noexcept { return !m_text.has_value(); }
    [[nodiscard]] std::string_view get() const noexcept { return *m_text; }

private:
    std::optional<std::string_view> m_text;
    std::string m_copy;
};

bool holds(std::string_view a, Comparator comparator, std::string_view b) noexcept {
    const int order = a.compare(b);
    switch (comparator) {
    case Comparator::equal:
        return order == 0;
    case Comparator::notEqual:
        return order != 0;
    case Comparator::less:
        return order < 0;
    case Comparator::lessOrEqual:
        return order <= 0;
    case Comparator::greater:
        return order > 0;
    case Comparator::greaterOrEqual:
        return order >= 0;
    }
    return false;
}

Judgement compareTexts(const HeldText& left, Comparator comparator, const Node& right, const Row& row) {
    const auto text = evaluateText(right, row);
    if (left.isNull() || !text) {
        return {};
    }
    return Judgement::certain(holds(left.get(), comparator, *text));
}

Judgement evaluateCompare(const Node& node, const Row& row) {
    const Node& left = node.children[0];
    const Node& right = node.children[1];
    if (left.type == ValueType::number) {
        return compared(evaluateNumber(left, row), node.comparator, evaluateNumber(right, row));
    }
    return compareTexts(HeldText(left, row, needsSource(right)), node.comparator, right, row);
}

Judgement evaluateBetween(const Node& node, const Row& row) {
    const Node& lower = node.children[1];
    const Node& upper = node.children[2];
    if (node.children[0].type == ValueType::number) {
        const UncertainNumber value = evaluateNumber(node.children[0], row);
        return both(compared(value, Comparator::greaterOrEqual, evaluateNumber(lower, row)),
                    compared(value, Comparator::lessOrEqual, evaluateNumber(upper, row)));
    }
    const HeldText value(node.children[0], row, needsSource(lower) || needsSource(upper));
    const Judgement above = compareTexts(value, Comparator::greaterOrEqual, lower, row);
    return both(above, compareTexts(value, Comparator::lessOrEqual, upper, row));
}

Judgement numberIn(const Node& node, const Row& row) {
    const UncertainNumber value = evaluateNumber(node.children[0], row);
    if (isUnknown(value)) {
        return {};
    }
    const auto first = node.children.begin() + 1;
    if (node.sortedLiterals && isExact(value)) {
        const auto found = std::lower_bound(first, node.children.end(), value.value,
                                            [](const Node& item, double wanted) { return item.number < wanted; });
        return Judgement::certain(found != node.children.end() && found->number == value.value);
    }
    Judgement result = Judgement::certain(false);
    for (auto item = first; item != node.children.end(); ++item) {
        result = either(result, compared(value, Comparator::equal, evaluateNumber(*item, row)));
    }
    return result;
}

Judgement textIn(const Node& node, const Row& row) {
    const auto first = node.children.begin() + 1;
    const HeldText value(node.children[0], row, !node.sortedLiterals);
    if (value.isNull()) {
        return {};
    }
    if (node.sortedLiterals) {
        const auto found =
            std::lower_bound(first, node.children.end(), value.get(),
                             [](const Node& item, std::string_view wanted) { return item.text < wanted; });
        return Judgement::certain(found != node.children.end() && found->text == value.get());
    }
    Judgement result = Judgement::certain(false);
    for (auto item = first; item != node.children.end(); ++item) {
        result = either(result, compareTexts(value, Comparator::equal, *item, row));
    }
    return result;
}

Judgement evaluateLike(const Node& node, const Row& row) {
    const HeldText text(node.children[0], row, needsSource(node.children[1]));
    const auto pattern = evaluateText(node.children[1], row);
    if (text.isNull() || !pattern) {
        return {};
    }
    return Judgement::certain(isLike(text.get(), *pattern, {node.caseless, node.escape}));
}

Judgement evaluateIsNull(const Node& node, const Row& row) {
    const Node& child = node.children[0];
    return child.type == ValueType::number ? judgedUnknown(evaluateNumber(child, row))
                                           : Judgement::certain(!evaluateText(child, row));
}

/// AND and OR end early only where nothing that follows can matter.
Judgement evaluateChain(const Node& node, const Row& row) {
    const bool conjunction = node.kind == NodeKind::conjunction;
    const Truth final = conjunction ? Truth::no : Truth::yes;
    Judgement result = Judgement::certain(conjunction);
    for (const Node& child : node.children) {
        const Judgement next = evaluateCondition(child, row);
        result = conjunction ? both(result, next) : either(result, next);
        if (result.isCertain(final)) {
            return result;
        }
    }
    return result;
}

using Combination = UncertainNumber (*)(const UncertainNumber&, const UncertainNumber&) noexcept;

UncertainNumber folded(const Node& node, const Row& row, Combination combine) {
    UncertainNumber result = evaluateNumber(node.children[0], row);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        result = combine(result, evaluateNumber(node.children[i], row));
    }
    return result;
}

} // namespace

UncertainNumber evaluateNumber(const Node& node, const Row& row) {
    switch (node.kind) {
    case NodeKind::number:
        return UncertainNumber::exact(node.number);
    case NodeKind::numberSymbol:
        return withSoundBounds(row.values.number(node.symbol, row.row));
    case NodeKind::add:
        return folded(node, row, sum);
    case NodeKind::subtract:
        return folded(node, row, difference);
    case NodeKind::multiply:
        return folded(node, row, product);
    case NodeKind::divide:
        return folded(node, row, quotient);
    case NodeKind::scale:
        return scaled(evaluateNumber(node.children[0], row), node.number, node.divisor);
    case NodeKind::absolute:
        return absolute(evaluateNumber(node.children[0], row));
    case NodeKind::least:
        return folded(node, row, least);
    case NodeKind::greatest:
        return folded(node, row, greatest);
    case NodeKind::coalesce:
        return folded(node, row, firstKnown);
    default:
        return unknownNumber(); // resolve() lets nothing else stand for a number
    }
}

std::optional<std::string_view> evaluateText(const Node& node, const Row& row) {
    if (node.kind == NodeKind::text) {
        return node.text;
    }
    if (node.kind == NodeKind::textSymbol) {
        return row.values.text(node.symbol, row.row);
    }
    for (const Node& child : node.children) { // coalesce
        if (const auto text = evaluateText(child, row)) {
            return text;
        }
    }
    return std::nullopt;
}

Judgement evaluateCondition(const Node& node, const Row& row) {
    switch (node.kind) {
    case NodeKind::compare:
        return evaluateCompare(node, row);
    case NodeKind::between:
        return evaluateBetween(node, row);
    case NodeKind::in:
        return node.children[0].type == ValueType::number ? numberIn(node, row) : textIn(node, row);
    case NodeKind::like:
        return evaluateLike(node, row);
    case NodeKind::isNull:
        return evaluateIsNull(node, row);
    case NodeKind::conjunction:
    case NodeKind::disjunction:
        return evaluateChain(node, row);
    case NodeKind::negation:
        return negated(evaluateCondition(node.children[0], row));
    default:
        return {}; // resolve() lets nothing else stand for a condition
    }
}

} // namespace merestone::expressions
