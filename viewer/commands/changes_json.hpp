// SPDX-License-Identifier: MIT
#pragma once

#include "commands/edit_document.hpp"

#include <QByteArray>

#include <optional>

namespace merestone::viewer {

/// Unsaved changes of a plan as JSON, for the recovery copy: shapes as WKB in Base64, numbers of features as texts.
[[nodiscard]] QByteArray changesToJson(const QString& planFile, const EditDocument::Changes& changes,
                                       const ValueChanges& values = {});
/// Nothing when the bytes are not what changesToJson writes, or belong to another plan.
[[nodiscard]] std::optional<EditDocument::Changes> changesFromJson(const QByteArray& json, const QString& planFile);

/// The values in the same bytes; none when there are none, or one of them cannot be read.
[[nodiscard]] ValueChanges valuesFromJson(const QByteArray& json);

} // namespace merestone::viewer
