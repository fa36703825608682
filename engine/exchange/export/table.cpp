// SPDX-License-Identifier: MIT
#include "exchange/export/table.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace merestone {

namespace {

constexpr std::size_t kMostFieldBytes = 200; ///< far beyond what people write, and what every program reads

bool isLeapYear(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int number(std::string_view text, std::size_t from, std::size_t count) {
    int value = -1;
    std::from_chars(text.data() + from, text.data() + from + count, value);
    return value;
}

/// "2031-02-30" looks like a date and is none; writers would make something else of it.
bool isCalendarDay(std::string_view text) {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = number(text, 0, 4);
    const int month = number(text, 5, 2);
    const int day = number(text, 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1) {
        return false;
    }
    return day <= kDays[month - 1] + (month == 2 && isLeapYear(year) ? 1 : 0);
}

/// "2031-03-31T10:15:00Z": the one form of a time that all formats hold alike.
bool isTimeInUtc(std::string_view text) {
    constexpr std::string_view kPattern = "dddd-dd-ddTdd:dd:ddZ";
    if (text.size() != kPattern.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kPattern[i] == 'd' ? !digit : text[i] != kPattern[i]) {
            return false;
        }
    }
    return number(text, 11, 2) < 24 && number(text, 14, 2) < 60 && number(text, 17, 2) < 60;
}

/// A date column stays one where every value is a day, becomes times where every value is one in UTC, and else text,
/// which changes nothing.
FieldType dateType(const Column& column) {
    constexpr std::size_t kDay = 10;
    bool days = true;
    bool times = !column.dictionary.empty();
    for (const std::string& value : column.dictionary) {
        const bool known = value.size() >= kDay && isCalendarDay(value);
        days = days && known && value.size() == kDay;
        times = times && known && isTimeInUtc(value);
    }
    if (days) {
        return FieldType::date;
    }
    return times ? FieldType::dateTime : FieldType::text;
}

FieldType fieldType(const Column& column) {
    switch (column.type) {
    case ColumnType::integer:
        return FieldType::integer;
    case ColumnType::real:
        return FieldType::real;
    case ColumnType::boolean:
        return FieldType::boolean;
    case ColumnType::date:
        return dateType(column);
    case ColumnType::text:
        break;
    }
    return FieldType::text;
}

/// Cut to at most `most` bytes, never through a character.
std::string cut(std::string text, std::size_t most) {
    if (text.size() > most) {
        std::size_t length = most;
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
            --length;
        }
        text.resize(length);
    }
    return text;
}

/// Line ends, control characters and what turns the direction of text have no place in a name.
std::string printableName(const std::string& name) {
    std::string result;
    const std::string text = toUtf8(name);
    for (std::string_view rest = text; !rest.empty();) {
        const DecodedCharacter character = decodeFirst(rest);
        const std::string_view bytes = rest.substr(0, character.length);
        result += printable(bytes) == bytes ? std::string(bytes) : "_";
        rest.remove_prefix(character.length);
    }
    return result.empty() ? "field" : cut(result, kMostFieldBytes);
}

} // namespace

std::string uniqueName(std::string word, std::vector<std::string>& taken, std::size_t most) {
    word = cut(std::move(word), most);
    std::string candidate = word;
    const auto isTaken = [&](const std::string& name) {
        return std::find(taken.begin(), taken.end(), lowered(name)) != taken.end();
    };
    for (int i = 2; isTaken(candidate); ++i) {
        const std::string suffix = "_" + std::to_string(i);
        candidate = cut(word, most - suffix.size()) + suffix;
    }
    taken.push_back(lowered(candidate));
    return candidate;
}

const ExportField* ExportTable::fieldOf(std::string_view columnName) const noexcept {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const ExportField& field) {
        return layer->columns()[field.column].name == columnName;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<ExportField> exportFields(const Layer& layer) {
    // GeoPackages keep the feature number and the shape in columns of these names, and CSV files the shape as WKT.
    std::vector<std::string> taken{"fid", "geom", "wkt"};
    std::vector<ExportField> fields;
    for (std::size_t i = 0; i < layer.columns().size(); ++i) {
        const Column& column = layer.columns()[i];
        fields.push_back({uniqueName(printableName(column.name), taken, kMostFieldBytes), fieldType(column), i});
    }
    return fields;
}

} // namespace merestone
