// SPDX-License-Identifier: MIT
#include "expressions/evaluate.hpp"

namespace merestone::expressions {

namespace {

bool mayFlip(const Judgement& judgement) {
    return judgement.truth != Truth::unknown && !judgement.isCertain(judgement.truth);
}

Comparison between(const Node& node, const Row& row, bool turned) {
    Comparison result;
    result.present = true;
    result.unit = node.unit;
    result.measured = evaluateNumber(node.children[0], row);
    const UncertainNumber lower = evaluateNumber(node.children[1], row);
    const UncertainNumber upper = evaluateNumber(node.children[2], row);
    const bool aboveBroken = compared(result.measured, Comparator::greaterOrEqual, lower).truth != Truth::no &&
                             compared(result.measured, Comparator::lessOrEqual, upper).truth == Truth::no;
    const Comparator comparator = aboveBroken ? Comparator::lessOrEqual : Comparator::greaterOrEqual;
    result.limit = aboveBroken ? upper : lower;
    result.comparator = sign(turned ? opposite(comparator) : comparator);
    return result;
}

Comparison decide(const Node& node, const Row& row, bool turned);

/// The part of an AND or OR whose truth is the truth of the whole; where all are alike, the first that may flip, else
/// the first that compares numbers.
Comparison decideChain(const Node& node, const Row& row, bool turned) {
    const Truth whole = evaluateCondition(node, row).truth;
    const Truth neutral = node.kind == NodeKind::conjunction ? Truth::yes : Truth::no;
    if (whole != neutral) {
        for (const Node& child : node.children) {
            if (evaluateCondition(child, row).truth == whole) {
                return decide(child, row, turned);
            }
        }
    }
    Comparison first;
    for (const Node& child : node.children) {
        Comparison candidate = decide(child, row, turned);
        if (candidate.present && mayFlip(evaluateCondition(child, row))) {
            return candidate;
        }
        if (!first.present) {
            first = candidate;
        }
    }
    return first;
}

Comparison decide(const Node& node, const Row& row, bool turned) {
    switch (node.kind) {
    case NodeKind::conjunction:
    case NodeKind::disjunction:
        return decideChain(node, row, turned);
    case NodeKind::negation:
        return decide(node.children[0], row, !turned);
    case NodeKind::compare:
        if (node.children[0].type == ValueType::number) {
            return {true, evaluateNumber(node.children[0], row), evaluateNumber(node.children[1], row),
                    sign(turned ? opposite(node.comparator) : node.comparator), node.unit};
        }
        return {};
    case NodeKind::between:
        return node.children[0].type == ValueType::number ? between(node, row, turned) : Comparison{};
    default:
        return {};
    }
}

} // namespace

Comparison decidingComparison(const Node& node, const Row& row) {
    Comparison result = decide(node, row, false);
    result.measured = withOpenUnknown(result.measured);
    result.limit = withOpenUnknown(result.limit);
    return result;
}

} // namespace merestone::expressions
