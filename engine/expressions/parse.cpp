// SPDX-License-Identifier: MIT
#include "expressions/parse.hpp"

#include "base/text.hpp"
#include "expressions/tokens.hpp"

#include <cpl_error.h>
#include <ogr_swq.h> // GDAL's SQL tree is public but not stable: this file alone knows it

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <string_view>
#include <utility>

namespace merestone::expressions {

namespace {

/// Gathers this thread's first GDAL error while it lives; the caller's error state comes back afterwards.
class GdalErrors {
public:
    GdalErrors() { CPLPushErrorHandlerEx(&GdalErrors::record, this); }
    ~GdalErrors() { CPLPopErrorHandler(); }
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    [[nodiscard]] const std::string& first() const noexcept { return m_first; }

private:
    static void CPL_STDCALL record(CPLErr level, CPLErrorNum, const char* message) noexcept {
        auto& self = *static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
        if (level >= CE_Failure && self.m_first.empty() && message != nullptr) {
            self.m_first = message;
        }
    }

    CPLErrorStateBackuper m_before;
    std::string m_first;
};

/// GDAL's numbers for kinds of token are not public, but its lexer tells them.
int tokenCode(const char* text) {
    swq_parse_context context;
    context.pszInput = context.pszNext = context.pszLastValid = text;
    swq_expr_node* node = nullptr;
    const int code = swqlex(&node, &context);
    delete node;
    return code;
}

TokenKind kindOf(int code, char first) {
    static const int nameCode = tokenCode("x");
    static const int textCode = tokenCode("'x'");
    if (code == nameCode) {
        return TokenKind::name;
    }
    if (code == textCode) {
        return TokenKind::text;
    }
    if (first >= '0' && first <= '9') {
        return TokenKind::number;
    }
    const char letter = static_cast<char>(first | 0x20);
    return letter >= 'a' && letter <= 'z' ? TokenKind::word : TokenKind::mark;
}

std::vector<Token> lex(const SourceText& source) {
    const GdalErrors errors;
    const char* const begin = source.text().c_str();
    swq_parse_context context;
    context.pszInput = context.pszNext = context.pszLastValid = begin;
    context.nStartToken = 0;
    std::vector<Token> tokens;
    for (;;) {
        swq_expr_node* raw = nullptr;
        const int code = swqlex(&raw, &context);
        const std::unique_ptr<swq_expr_node> node(raw);
        Token token;
        token.begin = static_cast<std::size_t>(context.pszLastValid - begin);
        token.end = static_cast<std::size_t>(context.pszNext - begin);
        if (!errors.first().empty()) {
            source.fail(token.begin, "the quote that begins here is never closed; add the missing quote");
        }
        if (code <= 0 || token.end <= token.begin) {
            return tokens;
        }
        token.kind = kindOf(code, begin[token.begin]);
        if (token.kind == TokenKind::name && node && node->string_value != nullptr) {
            token.name = node->string_value;
        }
        tokens.push_back(std::move(token));
    }
}

constexpr std::string_view kSelect = "SELECT * FROM t WHERE ";

/// Where GDAL's message says that it stopped: it shows up to 40 characters before the place and 40 behind, and a
/// caret in a line of its own. Equal surroundings elsewhere in a long text may win.
std::size_t stoppedAt(const std::string& message, const std::vector<Token>& tokens, const std::string& all) {
    constexpr std::size_t kWindow = 40;
    const std::size_t header = message.find('\n');
    const std::size_t caretLine = message.rfind('\n');
    if (header == std::string::npos || caretLine <= header) {
        return tokens.size();
    }
    const std::string shown = message.substr(header + 1, caretLine - header - 1);
    const std::size_t caret = message.size() - caretLine - 2;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t place = kSelect.size() + tokens[i].begin;
        const std::size_t from = place - std::min(place, kWindow);
        if (place - from == caret && all.compare(from, caret + kWindow, shown) == 0) {
            return i;
        }
    }
    return tokens.size();
}

/// The text with its names replaced by n0, n1, …: so each column of the tree leads back to its place in the text.
std::string withNumberedNames(const std::vector<Token>& tokens, const SourceText& source) {
    std::string result(kSelect);
    std::size_t copied = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == TokenKind::name) {
            result.append(source.text(), copied, tokens[i].begin - copied);
            result += "n" + std::to_string(i);
            copied = tokens[i].end;
        }
    }
    return result.append(source.text(), copied, std::string::npos);
}

/// The text with names in place of reserved words, of the same length.
std::string withoutReservedWords(const std::vector<Token>& tokens, const SourceText& source) {
    std::string result = std::string(kSelect) + source.text();
    for (const Token& token : tokens) {
        if (token.reserved) {
            const std::size_t length = token.end - token.begin;
            result.replace(kSelect.size() + token.begin, length, length, 'x');
        }
    }
    return result;
}

/// Parses once more for a message that counts columns in the text as it was written.
[[noreturn]] void failAsGdal(const std::vector<Token>& tokens, const SourceText& source) {
    const std::string statement = withoutReservedWords(tokens, source);
    const GdalErrors errors;
    swq_select select;
    select.preparse(statement.c_str(), TRUE);
    if (errors.first().find("memory exhausted") != std::string::npos) {
        source.fail(kNoPosition, "too many nested parts or list entries; simplify it, or put the list into a layer");
    }
    const std::size_t at = stoppedAt(errors.first(), tokens, statement);
    source.fail(at < tokens.size() ? tokens[at].begin : source.text().size(), explainStop(tokens, at, source));
}

struct Operation {
    swq_op gdal;
    NodeKind kind;
    Comparator comparator = Comparator::equal;
};

constexpr Operation kOperations[] = {
    {SWQ_OR, NodeKind::disjunction},
    {SWQ_AND, NodeKind::conjunction},
    {SWQ_NOT, NodeKind::negation},
    {SWQ_EQ, NodeKind::compare, Comparator::equal},
    {SWQ_NE, NodeKind::compare, Comparator::notEqual},
    {SWQ_GE, NodeKind::compare, Comparator::greaterOrEqual},
    {SWQ_LE, NodeKind::compare, Comparator::lessOrEqual},
    {SWQ_LT, NodeKind::compare, Comparator::less},
    {SWQ_GT, NodeKind::compare, Comparator::greater},
    {SWQ_LIKE, NodeKind::like},
    {SWQ_ILIKE, NodeKind::like},
    {SWQ_ISNULL, NodeKind::isNull},
    {SWQ_IN, NodeKind::in},
    {SWQ_BETWEEN, NodeKind::between},
    {SWQ_ADD, NodeKind::add},
    {SWQ_SUBTRACT, NodeKind::subtract},
    {SWQ_MULTIPLY, NodeKind::multiply},
    {SWQ_DIVIDE, NodeKind::divide},
};

/// Turns GDAL's tree into ours.
class Conversion {
public:
    Conversion(const std::vector<Token>& tokens, const SourceText& source) : m_tokens(tokens), m_source(source) {}

    [[nodiscard]] Node convert(const swq_expr_node& from, std::size_t depth) const {
        if (depth > kDeepestExpression) {
            m_source.fail(kNoPosition, "more than " + std::to_string(kDeepestExpression) +
                                           " operations inside each other; simplify it");
        }
        switch (from.eNodeType) {
        case SNT_CONSTANT:
            return constant(from);
        case SNT_COLUMN:
            return name(from.string_value);
        case SNT_OPERATION:
            break;
        }
        return operation(from, depth);
    }

private:
    [[nodiscard]] Node constant(const swq_expr_node& from) const {
        Node node;
        if (from.field_type == SWQ_STRING) {
            if (from.is_null != 0 || from.string_value == nullptr || std::signbit(from.float_value)) {
                m_source.fail(kNoPosition, "a minus stands before a text; take it out");
            }
            node.kind = NodeKind::text;
            node.type = ValueType::text;
            node.text = from.string_value;
        } else {
            node.number = from.field_type == SWQ_FLOAT ? from.float_value : static_cast<double>(from.int_value);
        }
        return node;
    }

    /// `numbered` is "n17": the seventeenth token.
    [[nodiscard]] Node name(const char* numbered) const {
        const std::string_view text = numbered == nullptr ? "" : numbered;
        std::size_t index = m_tokens.size();
        if (text.size() > 1) {
            std::from_chars(text.data() + 1, text.data() + text.size(), index);
        }
        if (index >= m_tokens.size()) {
            m_source.fail(kNoPosition, "GDAL could not tell its names apart; rewrite it more simply");
        }
        Node node;
        node.kind = NodeKind::name;
        node.text = m_tokens[index].name;
        node.position = m_tokens[index].begin;
        node.quoted = m_source.text()[node.position] == '"';
        return node;
    }

    [[nodiscard]] Node operation(const swq_expr_node& from, std::size_t depth) const {
        Node node;
        if (from.nOperation == SWQ_CUSTOM_FUNC) {
            node = function(from);
        } else {
            setKind(node, from.nOperation);
        }
        addChildren(node, from, depth);
        for (const Node& child : node.children) {
            node.position = std::min(node.position, child.position); // kNoPosition is the largest
        }
        if (node.kind == NodeKind::like && node.children.size() == 3) {
            takeEscape(node);
        }
        return node;
    }

    /// GDAL rebalances chains of AND and OR and may exchange their parts: they become one node in the text's order.
    void addChildren(Node& node, const swq_expr_node& from, std::size_t depth) const {
        const bool chain = node.kind == NodeKind::conjunction || node.kind == NodeKind::disjunction;
        for (int i = 0; i < from.nSubExprCount; ++i) {
            Node child = convert(*from.papoSubExpr[i], depth + 1);
            if (chain && child.kind == node.kind) {
                std::move(child.children.begin(), child.children.end(), std::back_inserter(node.children));
            } else {
                node.children.push_back(std::move(child));
            }
        }
        if (chain) {
            std::stable_sort(node.children.begin(), node.children.end(),
                             [](const Node& a, const Node& b) { return a.position < b.position; });
        }
    }

    [[nodiscard]] Node function(const swq_expr_node& from) const {
        static const std::vector<std::string> names{"abs", "least", "greatest", "coalesce"};
        constexpr NodeKind kKinds[] = {NodeKind::absolute, NodeKind::least, NodeKind::greatest, NodeKind::coalesce};
        const Node called = name(from.string_value);
        const auto found = std::find(names.begin(), names.end(), lowered(called.text));
        if (found == names.end()) {
            const std::string near = didYouMean(called.text, names);
            m_source.fail(called.position, "unknown function '" + printable(called.text) + "'" +
                                               (near.empty() ? "; there are abs, least, greatest and coalesce" : near));
        }
        Node node;
        node.kind = kKinds[found - names.begin()];
        node.position = called.position;
        const bool one = node.kind == NodeKind::absolute;
        if (one ? from.nSubExprCount != 1 : from.nSubExprCount < 2) {
            m_source.fail(called.position,
                          "the function '" + *found + "' takes " + (one ? "one value" : "two values or more"));
        }
        return node;
    }

    void takeEscape(Node& node) const {
        const Node& escape = node.children.back();
        if (escape.kind != NodeKind::text || escape.text.size() != 1 || escape.text == "%" || escape.text == "_") {
            m_source.fail(node.position, "ESCAPE takes one ASCII character other than % and _, like '!'");
        }
        node.escape = escape.text[0];
        node.children.pop_back();
    }

    void setKind(Node& node, swq_op operation) const {
        const auto* found = std::find_if(std::begin(kOperations), std::end(kOperations),
                                         [&](const Operation& known) { return known.gdal == operation; });
        if (found == std::end(kOperations)) {
            m_source.fail(kNoPosition, "it uses an operation of SQL that is not offered here; rewrite it without");
        }
        node.kind = found->kind;
        node.comparator = found->comparator;
        node.caseless = operation == SWQ_ILIKE;
    }

    const std::vector<Token>& m_tokens;
    const SourceText& m_source;
};

bool prepared(swq_select& select, const std::string& statement) {
    const GdalErrors errors;
    return select.preparse(statement.c_str(), TRUE) == CE_None && select.where_expr != nullptr;
}

} // namespace

Node parse(const SourceText& source) {
    std::vector<Token> tokens = lex(source);
    nameReservedWords(tokens, source);
    checkTokens(tokens, source);
    swq_select select;
    if (!prepared(select, withNumberedNames(tokens, source))) {
        failAsGdal(tokens, source);
    }
    return Conversion(tokens, source).convert(*select.where_expr, 0);
}

} // namespace merestone::expressions
