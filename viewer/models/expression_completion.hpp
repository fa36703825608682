// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

#include <QString>
#include <QStringList>

namespace merestone::viewer {

/// What may be written where somebody is writing a condition.
struct ExpressionCompletion {
    int from = 0;       ///< what stands from here to the cursor is replaced
    QStringList offers; ///< best first; empty when there is nothing to offer
};

/// At a cursor in a condition on the fields of a layer: fields and words of the language that begin with what stands
/// before it; behind a comparison, the values that the field has. Texts come with their quotes. At most a few dozen.
[[nodiscard]] ExpressionCompletion completionAt(const QString& condition, int cursor, const Layer& layer);

} // namespace merestone::viewer
