// SPDX-License-Identifier: MIT
#pragma once

#include "commands/edit_document.hpp"

#include <QLocale>

namespace merestone::viewer {

/// What was typed into a field, as the engine writes it; or why it cannot stand there, one sentence.
struct FieldValue {
    std::string text; ///< C locale, ISO dates, "1" and "0" for yes and no; empty is null
    QString problem;
};

/// Reads what a person typed: numbers as `locale` or the C locale writes them, dates as 2031-03-31.
[[nodiscard]] FieldValue readValue(ColumnType type, const QString& typed, const QLocale& locale);
/// A value as a person reads it; empty for null.
[[nodiscard]] QString shownValue(const Column& column, std::size_t row, const QLocale& locale);

/// Sets one field of a feature, as a step to undo. Why not, when the value cannot stand there: an id that another
/// feature has, or none. Empty when it is done, also when nothing was to be done.
QString setField(EditDocument& document, const QString& layer, std::int64_t fid, const std::string& field,
                 const QString& typed, const QLocale& locale);

} // namespace merestone::viewer
