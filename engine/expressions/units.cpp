// SPDX-License-Identifier: MIT
#include "expressions/units.hpp"

#include "base/text.hpp"
#include "expressions/unit_knowledge.hpp"

#include <string>
#include <utility>

namespace merestone::expressions {

namespace {

class UnitCheck {
public:
    UnitCheck(const std::vector<Symbol>& symbols, const SourceText& source) : m_symbols(symbols), m_source(source) {}

    /// The unit of a number; of anything else nothing that matters.
    UnitKnowledge visit(Node& node) {
        switch (node.kind) {
        case NodeKind::numberSymbol:
            return m_symbols[node.symbol].plainNumber ? UnitKnowledge{} : knowledgeOf(m_symbols[node.symbol].unit);
        case NodeKind::multiply:
        case NodeKind::divide:
            return visitProduct(node);
        case NodeKind::absolute:
            return visit(node.children[0]);
        case NodeKind::add:
        case NodeKind::subtract:
            return unify(node, "added to or taken from each other");
        case NodeKind::least:
        case NodeKind::greatest:
        case NodeKind::coalesce:
            return unify(node, "put into one list");
        case NodeKind::compare:
        case NodeKind::between:
        case NodeKind::in:
            return visitComparison(node);
        default:
            break;
        }
        for (Node& child : node.children) {
            visit(child);
        }
        return {};
    }

private:
    UnitKnowledge visitProduct(Node& node) {
        UnitKnowledge left = visit(node.children[0]);
        UnitKnowledge right = visit(node.children[1]);
        // -x is written -1 * x by GDAL; that says nothing about what x counts.
        if (isSign(node.children[0]) && node.kind == NodeKind::multiply) {
            return right;
        }
        const auto result = node.kind == NodeKind::multiply ? productOf(left, right) : quotientOf(left, right);
        if (!result) {
            m_source.fail(node.position, quoted(node) + " has a unit beyond all sense; simplify it");
        }
        return *result;
    }

    UnitKnowledge visitComparison(Node& node) {
        const bool numbers = node.children[0].type == ValueType::number;
        UnitKnowledge result = unify(node, "compared");
        if (numbers && result.isKnown()) {
            node.unit = result.unit;
        }
        return {};
    }

    /// Brings all operands to the unit of the first one that has any.
    UnitKnowledge unify(Node& node, const char* verb) {
        std::vector<UnitKnowledge> known;
        std::size_t first = node.children.size();
        bool bare = false;
        bool fromBare = false;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            known.push_back(visit(node.children[i]));
            if (known[i].isKnown() && first == node.children.size()) {
                first = i;
            }
            bare = bare || known[i].kind == UnitKnowledge::Kind::bare;
            fromBare = fromBare || known[i].fromBare;
        }
        if (first == node.children.size()) {
            return {bare ? UnitKnowledge::Kind::bare : UnitKnowledge::Kind::literal, Unit{}, false, fromBare};
        }
        UnitKnowledge result = known[first];
        for (std::size_t i = first + 1; i < node.children.size(); ++i) {
            if (!known[i].isKnown()) {
                continue;
            }
            if (!compatible(result, known[i])) {
                failMismatch(node, node.children[first], result, node.children[i], known[i], verb);
            }
            convert(node.children[i], known[i].unit, result.unit);
            result = merged(result, known[i]);
        }
        return result;
    }

    /// Wraps the node so that it is given in the unit `to`; nothing when the factors are equal, to stay exact.
    static void convert(Node& node, const Unit& from, const Unit& to) {
        if (from.factor == to.factor) {
            return;
        }
        Node scale;
        scale.kind = NodeKind::scale;
        scale.position = node.position;
        const bool larger = from.factor > to.factor;
        scale.number = larger ? from.factor / to.factor : 1.0;
        scale.divisor = larger ? 1.0 : to.factor / from.factor;
        scale.children.push_back(std::move(node));
        node = std::move(scale);
    }

    [[noreturn]] void failMismatch(const Node& whole, const Node& a, const UnitKnowledge& left, const Node& b,
                                   const UnitKnowledge& right, const char* verb) const {
        std::string message = quoted(a) + " is " + inUnit(left.unit) + " but " + quoted(b) + " is " +
                              inUnit(right.unit) + "; only quantities of one kind can be " + verb +
                              ": change the unit of one, or take another measure";
        if (left.fromBare || right.fromBare) {
            message += ", or declare the units of the columns under 'units' of the layer";
        }
        m_source.fail(a.position != kNoPosition ? a.position : whole.position, message);
    }

    static std::string inUnit(const Unit& unit) {
        return unit.dimension == Dimension{} && unit.factor == 1.0 ? "a plain number" : "in " + printable(unit.symbol);
    }

    static bool isSign(const Node& node) { return node.kind == NodeKind::number && node.number == -1.0; }

    const std::vector<Symbol>& m_symbols;
    const SourceText& m_source;
};

} // namespace

std::optional<Unit> checkUnits(Node& root, const std::vector<Symbol>& symbols, const SourceText& source) {
    const UnitKnowledge result = UnitCheck(symbols, source).visit(root);
    return root.type == ValueType::number && result.isKnown() ? std::optional(result.unit) : std::nullopt;
}

} // namespace merestone::expressions
