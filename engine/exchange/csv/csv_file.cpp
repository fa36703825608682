// SPDX-License-Identifier: MIT
#include "exchange/csv/csv_file.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace merestone {

namespace {

bool isBlank(char32_t c) {
    return c == U' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 || c == 0xFEFF;
}

bool startsFormula(char32_t c) {
    switch (c) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'\t':
    case U'\r':
    case 0xFF1D: // the same four, as wide as Chinese characters
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
        return true;
    default:
        return false;
    }
}

/// Whether a line begins like a formula, behind blanks or not.
bool isRisky(std::string_view line) {
    while (!line.empty()) {
        const DecodedCharacter character = decodeFirst(line);
        if (!isBlank(character.codepoint)) {
            return startsFormula(character.codepoint);
        }
        line.remove_prefix(character.length);
    }
    return false;
}

} // namespace

std::string harmlessCell(std::string_view text) {
    std::string result;
    for (bool more = true; more;) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        result += isRisky(line) ? "'" : "";
        result += line;
        more = end != std::string_view::npos;
        if (more) {
            result += '\n';
            text.remove_prefix(end + 1);
        }
    }
    return result;
}

CsvFile::CsvFile(const std::filesystem::path& file) : m_out(file, file.filename().string()) {}

void CsvFile::startCell() {
    if (!m_first) {
        m_out << ',';
    }
    m_first = false;
}

CsvFile& CsvFile::text(std::string_view text) {
    startCell();
    const std::string valid = toUtf8(text);
    const std::string cell = harmlessCell(valid);
    m_guarded += cell.size() != valid.size() ? 1 : 0;
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    m_out << quoted << '"';
    return *this;
}

CsvFile& CsvFile::number(double value) {
    startCell();
    m_out << shortest(value);
    return *this;
}

CsvFile& CsvFile::null() {
    startCell();
    return *this;
}

void CsvFile::endRow() {
    m_out << "\r\n";
    m_first = true;
}

void CsvFile::finish() {
    m_out.finish();
}

} // namespace merestone
