// SPDX-License-Identifier: MIT
#include "rules/message.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace merestone {

namespace {

constexpr std::array<std::string_view, 7> kFacts{"id", "name", "other", "measured", "limit", "margin", "quote"};

const std::string& factText(const MessageFacts& facts, int which) {
    const std::array<const std::string*, 7> texts{&facts.id,    &facts.name,   &facts.other, &facts.measured,
                                                  &facts.limit, &facts.margin, &facts.quote};
    return *texts[static_cast<std::size_t>(which)];
}

/// ":.2f" -> 2; nothing for any other format.
std::optional<int> decimalsOf(std::string_view format) {
    if (format.size() == 3 && format[0] == '.' && format[1] >= '0' && format[1] <= '9' && format[2] == 'f') {
        return format[1] - '0';
    }
    return std::nullopt;
}

std::string fixedDecimals(double value, int decimals) {
    std::string text = rounded(value, decimals);
    if (decimals == 0) {
        return text;
    }
    std::size_t dot = text.find('.');
    if (dot == std::string::npos) {
        dot = text.size();
        text += '.';
    }
    text.resize(std::max(text.size(), dot + 1 + static_cast<std::size_t>(decimals)), '0');
    return text;
}

} // namespace

MessageTemplate::MessageTemplate(const PlacedText& text, const NameTable& names) {
    std::string literal;
    const auto flush = [&] {
        if (!literal.empty()) {
            m_pieces.push_back({literal, -1, -1, std::nullopt});
            literal.clear();
        }
    };
    for (std::size_t i = 0; i < text.text.size(); ++i) {
        const char c = text.text[i];
        const bool doubled = i + 1 < text.text.size() && text.text[i + 1] == c;
        if ((c == '{' || c == '}') && doubled) {
            literal += c;
            ++i;
        } else if (c == '{') {
            const std::size_t end = text.text.find('}', i);
            if (end == std::string::npos) {
                throw Error(ErrorCode::plan,
                            text.place.text() + ": '{' without '}' in a message; write '{{' for a brace");
            }
            flush();
            addPlaceholder(text.text.substr(i + 1, end - i - 1), text, names);
            i = end;
        } else {
            literal += c;
        }
    }
    flush();
}

void MessageTemplate::addPlaceholder(const std::string& inside, const PlacedText& text, const NameTable& names) {
    const std::size_t colon = inside.find(':');
    const std::string name = inside.substr(0, colon);
    Piece piece;
    if (colon != std::string::npos) {
        piece.decimals = decimalsOf(std::string_view(inside).substr(colon + 1));
        if (!piece.decimals) {
            throw Error(ErrorCode::plan, text.place.text() + ": cannot format '{" + printable(inside) +
                                             "}'; write for example {" + printable(name) + ":.2f}");
        }
    }
    // A column called "name" or "id" is the very thing these two stand for, so the facts come first.
    const auto fact = std::find(kFacts.begin(), kFacts.end(), name);
    if (fact != kFacts.end()) {
        piece.fact = static_cast<int>(fact - kFacts.begin());
    } else {
        piece.symbol = names.find(name);
        if (piece.symbol < 0) {
            std::vector<std::string> known = names.names();
            known.insert(known.end(), kFacts.begin(), kFacts.end());
            throw Error(ErrorCode::plan, text.place.text() + ": a message mentions '{" + printable(name) +
                                             "}', which is no measure, parameter or field" + didYouMean(name, known));
        }
    }
    m_pieces.push_back(std::move(piece));
}

std::string MessageTemplate::render(const RowValues& values, std::uint32_t row, const MessageFacts& facts) const {
    std::string result;
    for (const Piece& piece : m_pieces) {
        if (piece.fact >= 0) {
            result += factText(facts, piece.fact);
        } else if (piece.symbol < 0) {
            result += piece.literal;
        } else {
            const std::size_t symbol = static_cast<std::size_t>(piece.symbol);
            const Symbol& described = values.names().symbols()[symbol];
            if (described.kind == ValueKind::text) {
                const auto text = values.text(symbol, row);
                result += text ? std::string(*text) : "(unknown)";
                continue;
            }
            const double value = values.number(symbol, row).value;
            if (std::isnan(value)) {
                result += "(unknown)";
            } else if (std::isinf(value)) {
                result += "(none found)";
            } else if (piece.decimals) {
                result += fixedDecimals(value, *piece.decimals);
            } else {
                result += described.unit ? formatQuantity(value, *described.unit) : rounded(value, 2);
            }
        }
    }
    return result;
}

std::vector<std::size_t> MessageTemplate::usedSymbols() const {
    std::vector<std::size_t> used;
    for (const Piece& piece : m_pieces) {
        if (piece.symbol >= 0) {
            used.push_back(static_cast<std::size_t>(piece.symbol));
        }
    }
    return used;
}

} // namespace merestone
