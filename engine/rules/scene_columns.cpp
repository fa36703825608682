// SPDX-License-Identifier: MIT
#include "rules/scene_columns.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace merestone {

namespace {

const YamlNode* valueOf(const SceneFeature& feature, const std::string& key) {
    for (const YamlEntry& entry : feature.values) {
        if (entry.key == key) {
            return &entry.value;
        }
    }
    return nullptr;
}

bool isDate(const std::string& text) {
    constexpr std::string_view kPattern = "dddd-dd-dd";
    return text.size() == kPattern.size() && std::equal(text.begin(), text.end(), kPattern.begin(), [](char c, char p) {
               return p == 'd' ? c >= '0' && c <= '9' : c == p;
           });
}

std::optional<double> numberOf(const std::string& text) {
    double value = 0.0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

ColumnType typeOf(const YamlNode& node) {
    if (!node.plain) {
        return ColumnType::text;
    }
    if (node.text == "true" || node.text == "false") {
        return ColumnType::boolean;
    }
    if (isDate(node.text)) {
        return ColumnType::date;
    }
    if (!numberOf(node.text)) {
        return ColumnType::text;
    }
    return node.text.find_first_not_of("+-0123456789") == std::string::npos ? ColumnType::integer : ColumnType::real;
}

bool isNumber(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::real;
}

/// The type of a column that holds values of both types; nothing when they do not go together.
std::optional<ColumnType> common(std::optional<ColumnType> so, ColumnType next) {
    if (!so || *so == next) {
        return next;
    }
    return isNumber(*so) && isNumber(next) ? std::optional(ColumnType::real) : std::nullopt;
}

[[noreturn]] void refuse(const Place& place, const std::string& field, const std::string& what) {
    throw Error(ErrorCode::plan, place.text() + ": field '" + printable(field) + "' " + what);
}

ColumnType columnType(const SceneLayer& layer, const SceneField* declared, const std::string& name) {
    std::optional<ColumnType> type;
    if (declared != nullptr) {
        type = declared->type;
    }
    for (const SceneFeature& feature : layer.features) {
        const YamlNode* value = valueOf(feature, name);
        if (value == nullptr || value->isNull()) {
            continue;
        }
        type = common(type, typeOf(*value));
        if (!type) {
            refuse(Place{layer.place.file, value->line, value->column}, name,
                   "holds different kinds of value; put all texts in quotes, and none of the numbers");
        }
    }
    if (!type) {
        refuse(layer.place, name,
               "has no value in any feature; say what it is, for example 'fields: {" + name + ": text}'");
    }
    return *type;
}

std::uint32_t codeOf(Column& column, const std::string& text) {
    const auto found = std::find(column.dictionary.begin(), column.dictionary.end(), text);
    if (found == column.dictionary.end()) {
        column.dictionary.push_back(text);
        return static_cast<std::uint32_t>(column.dictionary.size() - 1);
    }
    return static_cast<std::uint32_t>(found - column.dictionary.begin());
}

void addValue(Column& column, const std::string* text) {
    if (column.isText()) {
        column.codes.push_back(text == nullptr ? Column::kNull : codeOf(column, *text));
    } else if (text == nullptr) {
        column.numbers.push_back(std::numeric_limits<double>::quiet_NaN());
    } else if (column.type == ColumnType::boolean) {
        column.numbers.push_back(*text == "true" ? 1.0 : 0.0);
    } else {
        column.numbers.push_back(numberOf(*text).value_or(std::numeric_limits<double>::quiet_NaN()));
    }
}

Column idColumn(const SceneLayer& layer) {
    Column column;
    column.name = "id";
    for (const SceneFeature& feature : layer.features) {
        addValue(column, feature.id.empty() ? nullptr : &feature.id);
    }
    return column;
}

} // namespace

std::vector<Column> sceneColumns(const SceneLayer& layer) {
    std::vector<std::string> names;
    const auto note = [&names](const std::string& name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    };
    for (const SceneField& field : layer.fields) {
        note(field.name);
    }
    for (const SceneFeature& feature : layer.features) {
        for (const YamlEntry& entry : feature.values) {
            note(entry.key);
        }
    }
    std::vector<Column> columns{idColumn(layer)};
    for (const std::string& name : names) {
        const auto declared = std::find_if(layer.fields.begin(), layer.fields.end(),
                                           [&name](const SceneField& field) { return field.name == name; });
        Column column;
        column.name = name;
        column.type = columnType(layer, declared == layer.fields.end() ? nullptr : &*declared, name);
        for (const SceneFeature& feature : layer.features) {
            const YamlNode* value = valueOf(feature, name);
            addValue(column, value == nullptr || value->isNull() ? nullptr : &value->text);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace merestone
