// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/descriptor_stream.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace merestone {

/// A text that no spreadsheet takes for a formula: an apostrophe stands before what begins, on its first or a later
/// line, behind blanks or not, with = + - @ (in their wide forms too), a tabulator or a carriage return.
[[nodiscard]] std::string harmlessCell(std::string_view text);

/// A CSV file (RFC 4180): UTF-8, commas, lines ended by CR LF, texts in quotes, numbers bare, nothing at all for null.
class CsvFile {
public:
    /// A new file. Throws Error(output).
    explicit CsvFile(const std::filesystem::path& file);

    CsvFile& text(std::string_view text);
    CsvFile& number(double value);
    CsvFile& null();
    void endRow();
    /// Throws Error(output) when anything was lost.
    void finish();

    /// Texts that got an apostrophe.
    [[nodiscard]] std::size_t guarded() const noexcept { return m_guarded; }

private:
    void startCell();

    DescriptorStream m_out;
    bool m_first = true;
    std::size_t m_guarded = 0;
};

} // namespace merestone
