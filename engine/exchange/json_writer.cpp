// SPDX-License-Identifier: MIT
#include "exchange/json_writer.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace merestone {

namespace {

constexpr std::size_t kFlushBytes = std::size_t{64} * 1024;

bool needsEscape(char c) noexcept {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kHighBits = kOnes * 0x80U;

/// Nonzero when a byte of `word` is below `limit` (at most 128); bytes of 128 and more are seen by their high bit.
constexpr std::uint64_t hasBelow(std::uint64_t word, std::uint64_t limit) noexcept {
    return (word - kOnes * limit) & ~word & kHighBits;
}
constexpr std::uint64_t hasByte(std::uint64_t word, unsigned char byte) noexcept {
    return hasBelow(word ^ (kOnes * byte), 1);
}

/// Whether text can be copied as it is, which nearly all text can; eight bytes at a time.
bool isPlain(std::string_view text) noexcept {
    std::uint64_t word = 0;
    for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
        std::memcpy(&word, text.data(), sizeof word);
        if (((word & kHighBits) | hasBelow(word, 0x20) | hasByte(word, '"') | hasByte(word, '\\') |
             hasByte(word, 0x7F)) != 0) {
            return false;
        }
    }
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return needsEscape(c) || static_cast<unsigned char>(c) >= 0x80; });
}

void appendControl(std::string& to, unsigned char c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    to += "\\u00";
    to += kDigits[c >> 4U];
    to += kDigits[c & 0xFU];
}

void appendEscaped(std::string& to, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '"':
            to += "\\\"";
            break;
        case '\\':
            to += "\\\\";
            break;
        case '\n':
            to += "\\n";
            break;
        case '\t':
            to += "\\t";
            break;
        case '\r':
            to += "\\r";
            break;
        default:
            if (needsEscape(c)) {
                appendControl(to, static_cast<unsigned char>(c));
            } else {
                to += c;
            }
        }
    }
}

} // namespace

JsonWriter::JsonWriter(std::ostream& out) : m_out(&out) {
    m_buffer.reserve(kFlushBytes + kFlushBytes / 4);
}

JsonWriter::JsonWriter(const JsonWriter& other, Apart) : m_out(nullptr), m_scopes(other.m_scopes) {
    m_scopes.back() = true; // each element begins with the comma after the one before; append() drops the very first
}

void JsonWriter::append(std::string_view elements) {
    if (!m_scopes.back() && !elements.empty()) {
        elements.remove_prefix(1);
        m_scopes.back() = true;
    }
    m_buffer += elements;
    flushIfLarge();
}

void JsonWriter::beginObject() {
    begin('{');
}

void JsonWriter::endObject() {
    end('}');
}

void JsonWriter::beginArray() {
    begin('[');
}

void JsonWriter::endArray() {
    end(']');
}

void JsonWriter::begin(char bracket) {
    startValue();
    m_buffer += bracket;
    m_scopes.push_back(false);
}

void JsonWriter::end(char bracket) {
    const bool filled = m_scopes.back();
    m_scopes.pop_back();
    if (filled && m_scopes.size() < m_compactFrom) {
        newLine();
    }
    m_buffer += bracket;
    if (m_scopes.size() == m_compactFrom) {
        m_compactFrom = kNotCompact;
    }
    flushIfLarge();
}

void JsonWriter::newLine() {
    m_buffer += '\n';
    m_buffer.append(2 * m_scopes.size(), ' ');
}

/// The comma and the line break before a value or a key.
void JsonWriter::startValue() {
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_scopes.empty()) {
        return;
    }
    const bool compact = m_scopes.size() > m_compactFrom;
    if (m_scopes.back()) {
        m_buffer += compact ? ", " : ",";
    }
    m_scopes.back() = true;
    if (!compact) {
        newLine();
    }
}

void JsonWriter::key(std::string_view name) {
    startValue();
    appendText(name);
    m_buffer += ": ";
    m_afterKey = true;
}

void JsonWriter::value(std::string_view text) {
    startValue();
    appendText(text);
    flushIfLarge();
}

void JsonWriter::value(double number) {
    if (!std::isfinite(number)) {
        null();
        return;
    }
    startValue();
    std::array<char, 32> digits{};
    const double shown = number == 0.0 ? 0.0 : number; // "-0" would differ from "0" for no reason
    const auto [last, error] = std::to_chars(digits.data(), digits.data() + digits.size(), shown);
    m_buffer.append(digits.data(), error == std::errc() ? last : digits.data());
}

void JsonWriter::value(std::uint64_t number) {
    startValue();
    std::array<char, 24> digits{};
    const auto [last, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    m_buffer.append(digits.data(), error == std::errc() ? last : digits.data());
}

void JsonWriter::value(bool yes) {
    startValue();
    m_buffer += yes ? "true" : "false";
}

void JsonWriter::null() {
    startValue();
    m_buffer += "null";
}

void JsonWriter::appendText(std::string_view text) {
    m_buffer += '"';
    if (isPlain(text)) {
        m_buffer += text;
    } else if (isUtf8(text)) {
        appendEscaped(m_buffer, text);
    } else {
        appendEscaped(m_buffer, toUtf8(text));
    }
    m_buffer += '"';
}

void JsonWriter::flushIfLarge() {
    if (m_out != nullptr && m_buffer.size() >= kFlushBytes) {
        m_out->write(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
        m_buffer.clear();
    }
}

void JsonWriter::finish() {
    m_buffer += '\n';
    m_out->write(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    m_buffer.clear();
    m_out->flush();
}

} // namespace merestone
