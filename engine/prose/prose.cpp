// SPDX-License-Identifier: MIT
#include "prose/prose.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

constexpr std::size_t kQuotedAround = 4; ///< words before and behind what is quoted
constexpr std::size_t kQuotedAtMost = 40;
constexpr std::size_t kQuotedBytes = 400;
constexpr std::size_t kLongestReference = 64;

struct Replacement {
    char32_t from;
    char32_t to; ///< last of a range
    std::string_view text;
};

// Sorted. What PDF files and word processors write in place of what is on a keyboard.
constexpr std::array kReplacements{
    Replacement{0xA0, 0xA0, " "},        Replacement{0xA3, 0xA3, " \u00A3 "}, Replacement{0xAD, 0xAD, ""},
    Replacement{0xB2, 0xB2, "2"},        Replacement{0xB3, 0xB3, "3"},        Replacement{0x2BC, 0x2BC, "'"},
    Replacement{0x2000, 0x200A, " "},    Replacement{0x200B, 0x200F, ""},     Replacement{0x2010, 0x2015, "-"},
    Replacement{0x2018, 0x201B, "'"},    Replacement{0x201C, 0x201F, "\""},   Replacement{0x2022, 0x2023, "\n\n"},
    Replacement{0x2028, 0x2029, "\n"},   Replacement{0x202A, 0x202E, ""},     Replacement{0x202F, 0x202F, " "},
    Replacement{0x2060, 0x2064, ""},     Replacement{0x2212, 0x2212, "-"},    Replacement{0x25A0, 0x25FF, "\n\n"},
    Replacement{0xE000, 0xF8FF, "\n\n"}, // bullets of symbol fonts
    Replacement{0xFB00, 0xFB00, "ff"},   Replacement{0xFB01, 0xFB01, "fi"},   Replacement{0xFB02, 0xFB02, "fl"},
    Replacement{0xFB03, 0xFB03, "ffi"},  Replacement{0xFB04, 0xFB04, "ffl"},  Replacement{0xFEFF, 0xFEFF, ""}};

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Bytes of characters beyond ASCII count as letters: names keep their accents.
bool isLetter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool isBlank(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\t' || c == '\f';
}

bool isPound(std::string_view text, std::size_t i) noexcept {
    return text.substr(i, 2) == "\u00A3";
}

std::string plainText(std::string_view bytes) {
    std::string result;
    result.reserve(bytes.size());
    while (!bytes.empty()) {
        const DecodedCharacter character = decodeFirst(bytes);
        const char32_t code = character.codepoint;
        const auto found = std::find_if(kReplacements.begin(), kReplacements.end(), [code](const Replacement& each) {
            return code >= each.from && code <= each.to;
        });
        if (!character.valid || (code < 0x20 && code != '\n' && code != '\t' && code != '\f') || code == 0x7F) {
            result += ' ';
        } else if (code >= 0x80 && found != kReplacements.end()) {
            result += found->text;
        } else {
            result += bytes.substr(0, character.length);
        }
        bytes.remove_prefix(character.length);
    }
    return result;
}

/// Takes words and sentences off the front of a text.
class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : m_text(text) {}

    void run(std::vector<ProseToken>& tokens) {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            const std::size_t begin = m_at;
            if (isDigit(c)) {
                takeNumber();
                tokens.push_back({begin, m_at, m_sentence});
            } else if (c == '%' || isPound(m_text, m_at)) {
                m_at += c == '%' ? 1 : 2;
                tokens.push_back({begin, m_at, m_sentence});
            } else if (isLetter(c)) {
                takeWord();
                tokens.push_back({begin, m_at, m_sentence});
                skipPossessive();
            } else {
                takeSign(tokens);
            }
        }
    }

private:
    [[nodiscard]] char at(std::size_t i) const noexcept { return i < m_text.size() ? m_text[i] : '\n'; }

    /// "1,000.5", but not the full stop behind a number.
    void takeNumber() {
        while (isDigit(at(m_at)) || ((at(m_at) == '.' || at(m_at) == ',') && isDigit(at(m_at + 1)))) {
            ++m_at;
        }
    }
    void takeWord() {
        while (m_at < m_text.size() && (isLetter(m_text[m_at]) || isDigit(m_text[m_at])) && !isPound(m_text, m_at)) {
            ++m_at;
        }
    }
    /// "the council's": the word is "council".
    void skipPossessive() {
        if (at(m_at) == '\'' && at(m_at + 1) == 's' && !isLetter(at(m_at + 2))) {
            m_at += 2;
        }
    }
    void takeSign(const std::vector<ProseToken>& tokens) {
        if (endsSentence() && !tokens.empty() && tokens.back().sentence == m_sentence) {
            ++m_sentence;
        }
        ++m_at;
    }
    [[nodiscard]] bool endsSentence() const noexcept {
        const char c = m_text[m_at];
        if (c == '!' || c == '?' || c == ';') {
            return true;
        }
        if (c == '\n') { // a blank line
            std::size_t next = m_at + 1;
            while (at(next) == ' ' || at(next) == '\t') {
                ++next;
            }
            return next < m_text.size() && m_text[next] == '\n';
        }
        return c == '.' && isBlank(at(m_at + 1)) && beginsSentence(m_at + 1);
    }
    /// "para. 103" and "approx. two" go on; "… homes. The …" does not.
    [[nodiscard]] bool beginsSentence(std::size_t i) const noexcept {
        while (i < m_text.size() && (isBlank(m_text[i]) || m_text[i] == '"' || m_text[i] == '\'' || m_text[i] == '(')) {
            ++i;
        }
        return i >= m_text.size() || (m_text[i] >= 'A' && m_text[i] <= 'Z');
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::uint32_t m_sentence = 0;
};

} // namespace

Prose::Prose(std::string_view bytes) : m_text(plainText(bytes)), m_lower(lowered(m_text)) {
    Tokenizer(m_text).run(m_tokens);
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (m_tokens[i].sentence >= m_sentences.size()) {
            m_sentences.push_back(i);
        }
    }
    for (std::size_t i = m_text.find('\f'); i != std::string::npos; i = m_text.find('\f', i + 1)) {
        m_pageEnds.push_back(i);
    }
}

std::string_view Prose::word(std::size_t token) const noexcept {
    const ProseToken& place = m_tokens[token];
    return std::string_view(m_lower).substr(place.begin, place.end - place.begin);
}

std::pair<std::size_t, std::size_t> Prose::sentence(std::uint32_t number) const noexcept {
    const std::size_t next = static_cast<std::size_t>(number) + 1;
    return {m_sentences[number], next < m_sentences.size() ? m_sentences[next] : m_tokens.size()};
}

std::string Prose::reference(std::size_t token) const {
    std::size_t end = m_tokens[token].end;
    const auto isPart = [this](std::size_t i) {
        return i < m_text.size() && (isLetter(m_text[i]) || isDigit(m_text[i]));
    };
    const std::size_t most = std::min(m_text.size(), end + kLongestReference);
    while (end < most) {
        const char c = m_text[end];
        const bool joins = c == '-' || c == '.' || c == '/' || c == '(';
        if (isPart(end) || (c == ')' && isPart(end - 1)) || (joins && isPart(end + 1))) {
            ++end;
        } else {
            break;
        }
    }
    return m_text.substr(m_tokens[token].begin, end - m_tokens[token].begin);
}

std::size_t Prose::page(std::size_t offset) const noexcept {
    const auto ends = std::lower_bound(m_pageEnds.begin(), m_pageEnds.end(), offset);
    return static_cast<std::size_t>(ends - m_pageEnds.begin()) + 1;
}

std::string Prose::quote(std::size_t first, std::size_t last) const {
    const auto [begin, end] = sentence(m_tokens[first].sentence);
    const std::size_t from = first - std::min(first - begin, kQuotedAround);
    const std::size_t wanted = std::min(std::max(last, first + 1) + kQuotedAround, first + kQuotedAtMost);
    const std::size_t to = std::max(std::min(wanted, end), first + 1);
    std::string result = from > begin ? "…" : "";
    bool blank = false;
    std::size_t behind = std::min(m_tokens[to - 1].end, m_tokens[from].begin + kQuotedBytes);
    while (behind < m_tokens[to - 1].end && (static_cast<unsigned char>(m_text[behind]) & 0xC0U) == 0x80U) {
        --behind; // never through the middle of a character
    }
    for (std::size_t i = m_tokens[from].begin; i < behind; ++i) {
        if (isBlank(m_text[i])) {
            blank = true;
            continue;
        }
        result += blank ? " " : "";
        result += m_text[i];
        blank = false;
    }
    return result + (to < end || behind < m_tokens[to - 1].end ? "…" : "");
}

} // namespace merestone
