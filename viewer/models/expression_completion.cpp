// SPDX-License-Identifier: MIT
#include "models/expression_completion.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace merestone::viewer {

namespace {

constexpr int kMostOffers = 40;
constexpr std::size_t kMostValuesSeen = 20000; ///< of a field: this is done at every key stroke
constexpr qsizetype kLongestValue = 120;       ///< nobody chooses a longer text from a list
constexpr std::array<const char*, 9> kWords{"AND",     "BETWEEN", "ILIKE", "IN", "IS NOT NULL",
                                            "IS NULL", "LIKE",    "NOT",   "OR"};

struct Token {
    enum class Kind { word, name, text, mark };
    Kind kind = Kind::mark;
    int begin = 0;
    QString content;   ///< without quotes
    bool open = false; ///< its closing quote is missing
};

bool isWordLetter(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.');
}

/// A text or a name in quotes; a quote inside stands twice.
Token quotedToken(const QString& all, int& at) {
    const QChar quote = all[at];
    Token token{quote == QLatin1Char('\'') ? Token::Kind::text : Token::Kind::name, at, {}, true};
    for (++at; at < all.size() && token.open; ++at) {
        if (all[at] != quote) {
            token.content += all[at];
        } else if (at + 1 < all.size() && all[at + 1] == quote) {
            token.content += all[at++];
        } else {
            token.open = false;
        }
    }
    return token;
}

std::vector<Token> tokensOf(const QString& all) {
    std::vector<Token> tokens;
    for (int at = 0; at < all.size();) {
        const QChar c = all[at];
        if (c == QLatin1Char('\'') || c == QLatin1Char('"')) {
            tokens.push_back(quotedToken(all, at));
        } else if (isWordLetter(c)) {
            Token token{Token::Kind::word, at, {}, false};
            while (at < all.size() && isWordLetter(all[at])) {
                token.content += all[at++];
            }
            tokens.push_back(std::move(token));
        } else {
            if (!c.isSpace()) {
                tokens.push_back({Token::Kind::mark, at, QString(c), false});
            }
            ++at;
        }
    }
    return tokens;
}

bool isAnyOf(const QString& word, std::initializer_list<const char*> known) {
    return std::any_of(known.begin(), known.end(),
                       [&word](const char* one) { return word.compare(QLatin1String(one), Qt::CaseInsensitive) == 0; });
}

QString asName(const QString& field) {
    const bool plain = !field.isEmpty() && !field[0].isDigit() && std::all_of(field.begin(), field.end(), [](QChar c) {
        return c == QLatin1Char('_') || (c.isLetterOrNumber() && c.unicode() < 128);
    }) && !isAnyOf(field, {"and", "or", "not", "in", "is", "null", "like", "ilike", "between", "escape"});
    return plain ? field : QLatin1Char('"') + QString(field).replace(QLatin1Char('"'), QLatin1String("\"\"")) + '"';
}

QString asText(const QString& value) {
    return QLatin1Char('\'') + QString(value).replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

const Column* columnOf(const Token& token, const Layer& layer) {
    const bool mayBe = token.kind == Token::Kind::word || token.kind == Token::Kind::name;
    return mayBe ? layer.column(token.content.toStdString()) : nullptr;
}

/// The field whose value is due behind these tokens: "kind =", "kind IN ('a',", "kind LIKE".
const Column* comparedField(const std::vector<Token>& tokens, std::size_t count, const Layer& layer) {
    bool compared = false;
    for (std::size_t i = count; i > 0; --i) {
        const Token& token = tokens[i - 1];
        if (const Column* column = columnOf(token, layer)) {
            return compared ? column : nullptr;
        }
        if (token.kind == Token::Kind::word && !isAnyOf(token.content, {"in", "like", "ilike", "not"})) {
            return nullptr; // "AND", say: a new comparison begins
        }
        if (token.kind == Token::Kind::mark && token.content == QLatin1String(")")) {
            return nullptr;
        }
        if (i == count && token.kind == Token::Kind::text) {
            return nullptr; // the value is there already
        }
        compared = compared || isAnyOf(token.content, {"in", "like", "ilike"}) ||
                   (token.kind == Token::Kind::mark && QStringLiteral("=<>").contains(token.content));
    }
    return nullptr;
}

QStringList valuesOf(const Column& column, const QString& prefix) {
    QStringList values;
    const std::size_t most = std::min(column.dictionary.size(), kMostValuesSeen);
    for (std::size_t i = 0; column.isText() && i < most; ++i) {
        const QString value = QString::fromStdString(column.dictionary[i]);
        if (value.size() <= kLongestValue && value.startsWith(prefix, Qt::CaseInsensitive)) {
            values << value;
        }
    }
    values.sort(Qt::CaseInsensitive);
    QStringList offers;
    for (const QString& value : values.mid(0, kMostOffers)) {
        offers << asText(value);
    }
    return offers;
}

QStringList namesLike(const Layer& layer, const QString& prefix, bool wordsToo) {
    QStringList offers;
    for (const Column& column : layer.columns()) {
        const QString name = QString::fromStdString(column.name);
        if (name.startsWith(prefix, Qt::CaseInsensitive) && offers.size() < kMostOffers) {
            offers << asName(name);
        }
    }
    for (const char* word : kWords) {
        if (wordsToo && QString::fromLatin1(word).startsWith(prefix, Qt::CaseInsensitive)) {
            offers << QString::fromLatin1(word);
        }
    }
    for (const char* special : {"FID", "OGR_GEOM_AREA"}) {
        if (wordsToo && QString::fromLatin1(special).startsWith(prefix, Qt::CaseInsensitive)) {
            offers << QString::fromLatin1(special);
        }
    }
    return offers;
}

} // namespace

ExpressionCompletion completionAt(const QString& condition, int cursor, const Layer& layer) {
    const QString before = condition.left(cursor);
    const std::vector<Token> tokens = tokensOf(before);
    ExpressionCompletion found;
    found.from = cursor;
    if (tokens.empty()) {
        return found;
    }
    const Token& last = tokens.back();
    const bool isWord = last.kind == Token::Kind::word && last.begin + last.content.size() == cursor;
    const Column* field = comparedField(tokens, last.open || isWord ? tokens.size() - 1 : tokens.size(), layer);
    if (last.open && last.kind == Token::Kind::text) {
        found.from = last.begin;
        found.offers = field == nullptr ? QStringList() : valuesOf(*field, last.content);
    } else if (last.open || isWord) {
        found.from = last.begin;
        found.offers = namesLike(layer, last.content, isWord);
        if (isWord && field != nullptr) {
            found.offers = valuesOf(*field, last.content) + found.offers;
        }
    } else if (field != nullptr) {
        found.offers = valuesOf(*field, {});
    }
    const bool isComplete =
        found.offers.size() == 1 && found.offers[0].compare(before.mid(found.from), Qt::CaseInsensitive) == 0;
    if (isComplete) {
        found.offers.clear();
    }
    return found;
}

} // namespace merestone::viewer
