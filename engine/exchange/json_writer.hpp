// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

/// Writes JSON as it comes, without holding a document: one member or element a line, indented by two spaces.
/// What it writes is always valid UTF-8 (broken bytes become U+FFFD) and never NaN or infinity (they become null).
/// The calls must nest as JSON does; a key stands before each value inside an object. Call finish() at the end and
/// look at the stream's state: writing errors show there.
class JsonWriter {
public:
    explicit JsonWriter(std::ostream& out);
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    /// An object or array begun after this, up to its end, stands on one line.
    void onOneLine() { m_compactFrom = m_scopes.size(); }

    void key(std::string_view name);
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    /// Shortest form that reads back to the same double; null when it is not finite.
    void value(double number);
    void value(std::uint64_t number);
    void value(bool yes);
    void null();

    template <typename T> void member(std::string_view name, const T& content) {
        key(name);
        value(content);
    }
    template <typename T> void member(std::string_view name, const std::optional<T>& content) {
        key(name);
        if (content) {
            value(*content);
        } else {
            null();
        }
    }

    /// Elements for the array that is open, as text: what `write` writes into it. Does not touch this writer, so that
    /// several threads can each make a stretch of one long array; append() puts them in their order.
    template <typename Write> [[nodiscard]] std::string elements(const Write& write) const {
        JsonWriter apart(*this, Apart());
        write(apart);
        return std::move(apart.m_buffer);
    }
    void append(std::string_view elements);

    /// Ends the last line and hands everything to the stream.
    void finish();

private:
    static constexpr std::size_t kNotCompact = static_cast<std::size_t>(-1);
    struct Apart {};

    JsonWriter(const JsonWriter& other, Apart tag);

    void begin(char bracket);
    void end(char bracket);
    void startValue();
    void newLine();
    void appendText(std::string_view text);
    void flushIfLarge();

    std::ostream* m_out; ///< null: all stays in the buffer
    std::string m_buffer;
    std::vector<bool> m_scopes; ///< one for each open bracket: whether something stands in it already
    std::size_t m_compactFrom = kNotCompact;
    bool m_afterKey = false;
};

} // namespace merestone
