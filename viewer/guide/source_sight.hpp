// SPDX-License-Identifier: MIT
#pragma once

#include "layers/inspect.hpp"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace merestone::viewer {

/// What there is to say about one layer of a file before it becomes part of a plan, and what is suggested for it.
struct SourceSight {
    QString file;      ///< absolute
    QString layer;     ///< inside the file; empty when it has only one
    QString words;     ///< in plain sentences, a line each
    QString problem;   ///< why it cannot be used as it is, one line; empty when it can
    QString crs;       ///< that it was said to have, as the file has none
    QString guess;     ///< the CRS that its figures fit, where it has none; empty: none, or it was not needed
    LayerPtr features; ///< in the British National Grid; null with a problem
    QStringList fields;
    QString idField; ///< that tells its features apart; empty: none does
    QString nameField;
    QString role;    ///< what it seems to be to a plan
    QString because; ///< why, one sentence
    QString name;    ///< for the plan file, from the file's or the layer's
};

/// Looks at every layer of a file, as `merestone inspect` does. `crs`: what to read it as where it says nothing. A
/// file that cannot be opened gives one sight with the problem. Throws Error(cancelled) alone. Any thread.
[[nodiscard]] std::vector<SourceSight> lookAt(const QString& file, const QString& crs, const RunContext& context);

/// A name as layers have it in plan files: "Parks & Gardens" becomes "parks_gardens".
[[nodiscard]] QString layerNameFrom(const QString& text);

} // namespace merestone::viewer
