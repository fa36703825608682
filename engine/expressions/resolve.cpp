// SPDX-License-Identifier: MIT
#include "expressions/resolve.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace merestone::expressions {

namespace {

constexpr std::size_t kMostNamesListed = 12;

const char* nameOf(ValueType type) {
    switch (type) {
    case ValueType::number:
        return "a number";
    case ValueType::text:
        return "text";
    case ValueType::condition:
        return "a condition";
    }
    return "";
}

class Resolver {
public:
    Resolver(const std::vector<Symbol>& symbols, const SourceText& source) : m_symbols(symbols), m_source(source) {}

    void visit(Node& node) {
        for (Node& child : node.children) {
            visit(child);
        }
        switch (node.kind) {
        case NodeKind::name:
            lookUp(node);
            break;
        case NodeKind::add:
        case NodeKind::subtract:
        case NodeKind::multiply:
        case NodeKind::divide:
        case NodeKind::absolute:
        case NodeKind::least:
        case NodeKind::greatest:
            requireAll(node, ValueType::number, "numbers can be calculated with");
            node.type = ValueType::number;
            break;
        case NodeKind::coalesce:
            requireSame(node);
            node.type = node.children[0].type;
            break;
        case NodeKind::like:
            requireAll(node, ValueType::text, "texts can be compared with LIKE");
            node.type = ValueType::condition;
            break;
        case NodeKind::compare:
        case NodeKind::between:
        case NodeKind::in:
        case NodeKind::isNull:
            requireSame(node);
            node.type = ValueType::condition;
            sortLiterals(node);
            break;
        case NodeKind::conjunction:
        case NodeKind::disjunction:
        case NodeKind::negation:
            requireConditions(node);
            node.type = ValueType::condition;
            break;
        default:
            break;
        }
    }

    [[nodiscard]] std::vector<std::size_t> used() const { return {m_used.begin(), m_used.end()}; }

private:
    void lookUp(Node& node) {
        const std::size_t found = find(node);
        const Symbol& symbol = m_symbols[found];
        node.kind = symbol.kind == ValueKind::number ? NodeKind::numberSymbol : NodeKind::textSymbol;
        node.type = symbol.kind == ValueKind::number ? ValueType::number : ValueType::text;
        node.text = symbol.name;
        node.symbol = found;
        node.sourceColumn = symbol.sourceColumn;
        m_used.insert(found);
    }

    /// As written first; else the only spelling that differs in case alone. Earlier symbols hide later ones.
    [[nodiscard]] std::size_t find(const Node& node) const {
        const auto begin = m_symbols.begin();
        const auto end = m_symbols.end();
        auto found = std::find_if(begin, end, [&](const Symbol& symbol) { return symbol.name == node.text; });
        if (found != end) {
            return static_cast<std::size_t>(found - begin);
        }
        const std::string wanted = lowered(node.text);
        found = std::find_if(begin, end, [&](const Symbol& symbol) { return lowered(symbol.name) == wanted; });
        if (found == end) {
            failUnknown(node);
        }
        const auto other = std::find_if(found, end, [&](const Symbol& symbol) {
            return lowered(symbol.name) == wanted && symbol.name != found->name;
        });
        if (other != end) {
            m_source.fail(node.position, "'" + printable(node.text) + "' may be '" + printable(found->name) + "' or '" +
                                             printable(other->name) + "'; write it as it is spelt there");
        }
        return static_cast<std::size_t>(found - begin);
    }

    [[noreturn]] void failUnknown(const Node& node) const {
        const std::string name = printable(node.text);
        std::vector<std::string> names;
        for (const Symbol& symbol : m_symbols) {
            if (!symbol.name.empty()) {
                names.push_back(symbol.name);
            }
        }
        std::string remedy = didYouMean(node.text, names);
        const std::string word = lowered(node.text);
        if (remedy.empty() && node.quoted) {
            remedy = "; a text stands in single quotes: '" + name + "'";
        } else if (remedy.empty() && (word == "true" || word == "false")) {
            remedy =
                std::string("; a column of yes and no holds 1 and 0: compare it with ") + (word == "true" ? "1" : "0");
        } else if (remedy.empty()) {
            remedy = names.empty() ? "; no names are known here" : "; known are " + listed(names);
        }
        m_source.fail(node.position, "unknown name '" + name + "'" + remedy);
    }

    static std::string listed(const std::vector<std::string>& names) {
        std::string result;
        for (std::size_t i = 0; i < std::min(names.size(), kMostNamesListed); ++i) {
            result += (i == 0 ? "" : ", ") + printable(names[i]);
        }
        return result + (names.size() > kMostNamesListed ? ", ..." : "");
    }

    void requireAll(const Node& node, ValueType type, const char* rule) const {
        for (const Node& child : node.children) {
            if (child.type != type) {
                m_source.fail(child.position, quoted(child) + " is " + nameOf(child.type) + ", but only " + rule +
                                                  "; use another column or comparison");
            }
        }
    }

    void requireConditions(const Node& node) const {
        for (const Node& child : node.children) {
            requireCondition(child, m_source);
        }
    }

    /// All operands numbers, or all texts.
    void requireSame(const Node& node) const {
        const Node& first = node.children[0];
        for (const Node& child : node.children) {
            if (child.type == ValueType::condition) {
                m_source.fail(child.position, quoted(child) + " is a condition and has no value to compare; join "
                                                              "conditions with AND, OR and NOT");
            }
            if (child.type != first.type) {
                m_source.fail(node.position, mismatch(first, child));
            }
        }
    }

    static std::string mismatch(const Node& a, const Node& b) {
        const Node& text = a.type == ValueType::text ? a : b;
        const Node& number = a.type == ValueType::text ? b : a;
        std::string remedy = "compare numbers with numbers and texts with texts";
        if (number.kind == NodeKind::number) {
            remedy = "write the number as a text, '" + shortest(number.number) + "', or use a column of numbers";
        } else if (text.kind == NodeKind::text) {
            remedy = "write a number, without quotes";
        }
        return quoted(a) + " is " + nameOf(a.type) + " but " + quoted(b) + " is " + nameOf(b.type) + "; " + remedy;
    }

    /// Long lists of literals are searched by halving.
    static void sortLiterals(Node& node) {
        const auto begin = node.children.begin() + 1;
        const bool literals = std::all_of(begin, node.children.end(), [](const Node& item) {
            return item.kind == NodeKind::number || item.kind == NodeKind::text;
        });
        if (node.kind == NodeKind::in && literals) {
            std::sort(begin, node.children.end(), [](const Node& a, const Node& b) {
                return a.type == ValueType::number ? a.number < b.number : a.text < b.text;
            });
            node.sortedLiterals = true;
        }
    }

    const std::vector<Symbol>& m_symbols;
    const SourceText& m_source;
    std::set<std::size_t> m_used;
};

void gatherNames(const Node& node, std::vector<const Node*>& names) {
    if (node.kind == NodeKind::name) {
        names.push_back(&node);
    }
    for (const Node& child : node.children) {
        gatherNames(child, names);
    }
}

} // namespace

void requireCondition(const Node& node, const SourceText& source) {
    if (node.type != ValueType::condition) {
        const std::string value = node.type == ValueType::text ? "'yes'" : "1";
        source.fail(node.position, quoted(node) + " is " + nameOf(node.type) +
                                       ", not a condition; compare it with something, like \"" +
                                       printable(describe(node)) + " = " + value + "\"");
    }
}

std::vector<std::size_t> resolve(Node& root, const std::vector<Symbol>& symbols, const SourceText& source) {
    Resolver resolver(symbols, source);
    resolver.visit(root);
    return resolver.used();
}

std::vector<std::string> namesIn(const Node& root) {
    std::vector<const Node*> nodes;
    gatherNames(root, nodes);
    std::sort(nodes.begin(), nodes.end(), [](const Node* a, const Node* b) { return a->position < b->position; });
    std::vector<std::string> result;
    std::set<std::string> seen;
    for (const Node* node : nodes) {
        if (seen.insert(lowered(node->text)).second) {
            result.push_back(node->text);
        }
    }
    return result;
}

} // namespace merestone::expressions
