// SPDX-License-Identifier: MIT
#include "commands/field_value.hpp"

#include "base/text.hpp"

#include <QCoreApplication>
#include <QDate>

#include <charconv>
#include <cmath>

namespace merestone::viewer {

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("FieldValue", english);
}

/// The shortest text that reads back as the same number.
std::string written(double number) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return {buffer, end};
}

FieldValue readNumber(bool isWhole, const QString& typed, const QLocale& locale) {
    bool isNumber = false;
    double number = locale.toDouble(typed, &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(typed, &isNumber);
    }
    if (!isNumber || !std::isfinite(number)) {
        return {{}, text(QT_TRANSLATE_NOOP("FieldValue", "'%1' is no number.")).arg(typed)};
    }
    constexpr double kMostWhole = 9007199254740992.0; // from here on a double skips whole numbers
    if (isWhole && (number != std::floor(number) || std::abs(number) > kMostWhole)) {
        return {{}, text(QT_TRANSLATE_NOOP("FieldValue", "'%1' is no whole number.")).arg(typed)};
    }
    return {isWhole ? std::to_string(static_cast<long long>(number)) : written(number), {}};
}

bool isOfAnother(const Layer& features, const Column& column, std::size_t row, const std::string& value) {
    for (std::size_t other = 0; other < features.size(); ++other) {
        if (other != row && column.text(other) == value) {
            return true;
        }
    }
    return false;
}

} // namespace

FieldValue readValue(ColumnType type, const QString& typed, const QLocale& locale) {
    const QString trimmed = typed.trimmed();
    if (trimmed.isEmpty()) {
        return {};
    }
    switch (type) {
    case ColumnType::integer:
    case ColumnType::real:
        return readNumber(type == ColumnType::integer, trimmed, locale);
    case ColumnType::boolean:
        if (trimmed != QLatin1String("0") && trimmed != QLatin1String("1")) {
            return {{}, text(QT_TRANSLATE_NOOP("FieldValue", "'%1' is neither yes nor no.")).arg(trimmed)};
        }
        break;
    case ColumnType::date:
        if (!QDate::fromString(trimmed, Qt::ISODate).isValid()) {
            return {{}, text(QT_TRANSLATE_NOOP("FieldValue", "'%1' is no date; write it as 2031-03-31.")).arg(trimmed)};
        }
        break;
    case ColumnType::text:
        break;
    }
    return {trimmed.toStdString(), {}};
}

QString shownValue(const Column& column, std::size_t row, const QLocale& locale) {
    if (column.isNull(row)) {
        return {};
    }
    if (column.isText() || column.type == ColumnType::boolean) {
        return QString::fromStdString(column.text(row));
    }
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(column.numbers[row], 'g', QLocale::FloatingPointShortest);
}

QString setField(EditDocument& document, const QString& layer, std::int64_t fid, const std::string& field,
                 const QString& typed, const QLocale& locale) {
    const std::optional<std::size_t> row = document.rowOf(layer, fid);
    const LayerPtr features = document.features(layer);
    const Column* column = row ? features->column(field) : nullptr;
    if (column == nullptr) {
        return text(QT_TRANSLATE_NOOP("FieldValue", "That feature is not there any more."));
    }
    const FieldValue value = readValue(column->type, typed, locale);
    if (!value.problem.isEmpty() || value.text == column->text(*row)) {
        return value.problem;
    }
    if (lowered(features->idField()) == lowered(field)) {
        if (value.text.empty()) {
            return text(QT_TRANSLATE_NOOP("FieldValue", "A feature needs an id, by which findings name it."));
        }
        if (isOfAnother(*features, *column, *row, value.text)) {
            return text(QT_TRANSLATE_NOOP("FieldValue", "'%1' is the id of another feature.")).arg(typed.trimmed());
        }
    }
    return document.change(layer, {FeatureChange::Kind::modified, fid, {}, {{column->name, value.text}}},
                           text(QT_TRANSLATE_NOOP("FieldValue", "Set %1 of %2"))
                               .arg(QString::fromStdString(column->name), QString::fromStdString(features->id(*row))));
}

} // namespace merestone::viewer
