// SPDX-License-Identifier: MIT
#pragma once

#include "layers/column.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Turns the bytes of a source's text into valid UTF-8 and counts what could not be turned.
class TextDecoder {
public:
    /// `encoding` is what the bytes are in; empty: UTF-8.
    explicit TextDecoder(std::string encoding = {});
    /// The result lives until the next call or as long as `bytes`.
    [[nodiscard]] std::string_view decode(std::string_view bytes);
    /// Bytes (sequences) replaced by U+FFFD so far.
    [[nodiscard]] std::size_t replaced() const noexcept { return m_replaced; }

private:
    std::string m_encoding;
    std::string m_buffer;
    std::size_t m_replaced = 0;
};

/// A column under construction. Values are appended row by row; each distinct text is stored once.
class ColumnBuilder {
public:
    ColumnBuilder(std::string name, ColumnType type);

    [[nodiscard]] const Column& column() const noexcept { return m_column; }
    [[nodiscard]] std::size_t size() const noexcept { return m_column.size(); }
    void reserve(std::size_t rows);
    void addNull();
    /// A value that is not finite becomes null. In a text column the number is written out.
    void addNumber(double value);
    void addInteger(long long value);
    /// Valid UTF-8. In a number column a text that is no number becomes null and is counted.
    void addText(std::string_view text);
    /// How many texts a number column could not take.
    [[nodiscard]] std::size_t notNumbers() const noexcept { return m_notNumbers; }
    [[nodiscard]] const std::string& exampleNotNumber() const noexcept { return m_example; }

    /// Keeps of the rows from `first` on those whose `keep` (counted from `first`) is not 0.
    void compact(std::size_t first, const std::vector<char>& keep);
    /// The finished column; texts that no row uses any more are gone.
    [[nodiscard]] Column take();

private:
    [[nodiscard]] std::uint32_t code(std::string_view text);
    void growSlots();
    void dropUnusedTexts();

    Column m_column;
    std::vector<std::uint32_t> m_slots; ///< open addressing: codes by the hash of their text; a power of two
    std::size_t m_notNumbers = 0;
    std::string m_example;
    bool m_compacted = false;
};

/// A decimal number, the whole of `text` but for blanks around it; false if it is none.
[[nodiscard]] bool parseNumber(std::string_view text, double& value) noexcept;

} // namespace merestone
