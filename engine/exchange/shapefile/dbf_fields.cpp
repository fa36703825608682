// SPDX-License-Identifier: MIT
#include "exchange/shapefile/dbf_fields.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace merestone {

namespace {

constexpr std::size_t kMostTextBytes = 254;
constexpr int kMostNumberWidth = 24; ///< what programs read; dBase itself stops at 20
constexpr int kMostDecimals = 15;
constexpr int kDateWidth = 8;
constexpr std::size_t kDayLength = 10; ///< of 2026-09-01 at the beginning of a date with a time
constexpr double kMostInteger = 1e17;  ///< 18 characters with a sign

/// `value` with so many decimals, never in the form with an exponent; empty if it is longer than any field.
std::string fixed(double value, int decimals) {
    std::array<char, 64> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

/// How many decimals a value has in the shortest form that reads back to it.
int decimalsOf(double value) {
    std::array<char, 400> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    const std::string_view text(buffer.data(),
                                error == std::errc() ? static_cast<std::size_t>(end - buffer.data()) : 0);
    const std::size_t point = text.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

std::size_t cutLength(const std::string& text) {
    std::size_t length = std::min(text.size(), kMostTextBytes);
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        --length; // never through a character
    }
    return length;
}

} // namespace

DbfField::DbfField(const ExportTable& table, const ExportField& field, std::string shortName)
    : m_table(&table), m_field(&field), m_column(&table.column(field)), m_name(std::move(shortName)) {}

DbfField DbfField::dayOf(const ExportTable& table, const ExportField& field, std::string shortName) {
    DbfField day(table, field, std::move(shortName));
    day.m_type = OFTDate;
    day.m_width = kDateWidth;
    return day;
}

DbfField::DbfField(const ExportTable& table, const ExportField& field, std::string shortName, ExportReport& report)
    : DbfField(table, field, std::move(shortName)) {
    switch (field.type) {
    case FieldType::text:
        fitText(report);
        break;
    case FieldType::dateTime:
        note(report, "has a time of day, which the format does not know: written as text", 0);
        fitText(report);
        break;
    case FieldType::date:
        m_type = OFTDate;
        m_width = kDateWidth;
        break;
    case FieldType::boolean:
        m_type = OFTInteger;
        note(report, "yes and no are written as 1 and 0", 0);
        break;
    case FieldType::integer:
        fitInteger(report);
        break;
    case FieldType::real:
        fitReal(report);
        break;
    }
    if (!m_column->isText()) {
        const auto nulls = std::count_if(table.rows.begin(), table.rows.end(),
                                         [this](std::uint32_t row) { return m_column->isNull(row); });
        if (nulls > 0) {
            note(report, "empty numbers are marked with asterisks, which some programs read as 0",
                 static_cast<std::size_t>(nulls));
        }
    }
}

void DbfField::note(ExportReport& report, const std::string& what, std::size_t count) const {
    report.losses.push_back({"Shapefile", m_table->name, m_field->name, what, count});
}

void DbfField::fitText(ExportReport& report) {
    std::size_t longest = 1;
    std::size_t cut = 0;
    std::size_t empty = 0;
    std::size_t blanks = 0;
    for (const std::uint32_t row : m_table->rows) {
        if (m_column->isNull(row)) {
            continue;
        }
        const std::string& text = m_column->dictionary[m_column->codes[row]];
        longest = std::max(longest, cutLength(text));
        cut += text.size() > kMostTextBytes ? 1 : 0;
        empty += text.empty() ? 1 : 0;
        blanks += !text.empty() && text.back() == ' ' ? 1 : 0;
    }
    m_width = static_cast<int>(longest);
    if (cut > 0) {
        note(report, "texts were cut to 254 bytes", cut);
    }
    if (empty > 0) {
        note(report, "empty texts cannot be told from missing ones", empty);
    }
    if (blanks > 0) {
        note(report, "texts lost the blanks at their end", blanks);
    }
}

void DbfField::fitInteger(ExportReport& report) {
    m_type = OFTInteger64;
    std::size_t tooLarge = 0;
    for (const std::uint32_t row : m_table->rows) {
        if (m_column->isNull(row)) {
            continue;
        }
        if (!fits(m_column->numbers[row])) {
            ++tooLarge;
            continue;
        }
        m_width = std::max(m_width, static_cast<int>(fixed(m_column->numbers[row], 0).size()));
    }
    if (tooLarge > 0) {
        note(report, "numbers have too many digits and were left empty", tooLarge);
    }
}

bool DbfField::fits(double value) const {
    if (m_type == OFTInteger64) {
        return std::abs(value) < kMostInteger;
    }
    const std::string text = fixed(value, 0);
    return !text.empty() && text.size() <= static_cast<std::size_t>(kMostNumberWidth);
}

void DbfField::fitReal(ExportReport& report) {
    m_type = OFTReal;
    int whole = 1;
    std::size_t tooLarge = 0;
    for (const std::uint32_t row : m_table->rows) {
        const double value = m_column->numbers[row];
        if (std::isnan(value)) {
            continue;
        }
        if (!fits(value)) {
            ++tooLarge;
            continue;
        }
        // Rounding may add a digit: 9.99 is 10.0.
        whole = std::max(whole, static_cast<int>(fixed(value, 0).size()) + (value < 0 ? 1 : 0));
        m_decimals = std::max(m_decimals, std::min(decimalsOf(value), kMostDecimals));
    }
    m_decimals = std::clamp(m_decimals, 1, std::max(1, kMostNumberWidth - whole - 1));
    m_width = std::min(kMostNumberWidth, whole + 1 + m_decimals);
    std::size_t rounded = 0;
    for (const std::uint32_t row : m_table->rows) {
        const double value = m_column->numbers[row];
        if (std::isnan(value) || !fits(value)) {
            continue;
        }
        const std::string text = fixed(value, m_decimals);
        double back = 0.0;
        std::from_chars(text.data(), text.data() + text.size(), back);
        rounded += back != value ? 1 : 0;
    }
    if (rounded > 0) {
        note(report, "numbers were rounded to " + std::to_string(m_decimals) + " decimals", rounded);
    }
    if (tooLarge > 0) {
        note(report, "numbers have too many digits and were left empty", tooLarge);
    }
}

std::unique_ptr<OGRFieldDefn> DbfField::definition() const {
    auto definition = std::make_unique<OGRFieldDefn>(m_name.c_str(), m_type);
    definition->SetWidth(m_width);
    definition->SetPrecision(m_decimals);
    return definition;
}

void DbfField::set(OGRFeature& feature, int index, std::uint32_t row) const {
    const bool isNumber = !m_column->isText();
    if (m_column->isNull(row) || (isNumber && m_type != OFTInteger && !fits(m_column->numbers[row]))) {
        feature.SetFieldNull(index);
    } else if (!isNumber) {
        const std::string& text = m_column->dictionary[m_column->codes[row]];
        feature.SetField(index, text.substr(0, m_type == OFTDate ? kDayLength : cutLength(text)).c_str());
    } else if (m_type == OFTReal) {
        feature.SetField(index, m_column->numbers[row]);
    } else {
        feature.SetField(index, static_cast<GIntBig>(m_column->numbers[row]));
    }
}

} // namespace merestone
