// SPDX-License-Identifier: MIT
#include "commands/draft_edits.hpp"

#include "base/text.hpp"
#include "commands/shape_operations.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace merestone::viewer {

namespace {

using Kind = FeatureChange::Kind;

QString text(const char* english) {
    return QCoreApplication::translate("DraftEdits", english);
}

QString gone() {
    return text(QT_TRANSLATE_NOOP("DraftEdits", "That feature is not there any more."));
}

QString idOf(const EditDocument& document, const QString& layer, std::size_t row) {
    return QString::fromStdString(document.features(layer)->id(row));
}

/// The other pieces of a feature have what it has, but for the id.
EditDocument::Values attributesOf(const Layer& features, std::size_t row) {
    EditDocument::Values values;
    for (const Column& column : features.columns()) {
        if (lowered(column.name) != lowered(features.idField()) && !column.isNull(row)) {
            values.emplace_back(column.name, column.text(row));
        }
    }
    return values;
}

} // namespace

QString makeFeature(EditDocument& document, const QString& layer, const Layer& source,
                    const std::vector<std::uint32_t>& rows) {
    if (QString reason = document.whyNot(layer); !reason.isEmpty()) {
        return reason;
    }
    if (rows.empty()) {
        return text(QT_TRANSLATE_NOOP("DraftEdits", "Choose the features to make it of first."));
    }
    const Shape shape = source.geometry().shape(rows.front());
    const bool alike = std::all_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
        return source.usable(row) && source.geometry().shape(row) == shape;
    });
    if (!alike || shape != document.shapeOf(layer)) {
        return text(QT_TRANSLATE_NOOP("DraftEdits", "What is chosen is not what '%1' is made of.")).arg(layer);
    }
    const ShapeOutcome whole = united(source.geometry(), rows);
    if (!whole.problem.isEmpty()) {
        return whole.problem;
    }
    return document.change(layer, document.newFeature(layer, whole.wkbs.front()),
                           text(QT_TRANSLATE_NOOP("DraftEdits", "Make a feature in %1")).arg(layer));
}

QString mergeFeatures(EditDocument& document, const QString& layer, const std::vector<std::int64_t>& fids) {
    const LayerPtr features = document.features(layer);
    if (features == nullptr || fids.size() < 2) {
        return text(QT_TRANSLATE_NOOP("DraftEdits", "Choose at least two features of one layer of the plan first."));
    }
    std::vector<std::uint32_t> rows;
    for (const std::int64_t fid : fids) {
        const std::optional<std::size_t> row = document.rowOf(layer, fid);
        if (!row || !features->usable(*row)) {
            return gone();
        }
        rows.push_back(static_cast<std::uint32_t>(*row));
    }
    const ShapeOutcome whole = united(features->geometry(), rows);
    if (!whole.problem.isEmpty()) {
        return whole.problem;
    }
    std::vector<FeatureChange> changes{{Kind::modified, fids.front(), whole.wkbs.front(), {}}};
    for (std::size_t i = 1; i < fids.size(); ++i) {
        changes.push_back({Kind::removed, fids[i], {}, {}});
    }
    return document.changeAll(
        layer, changes,
        text(QT_TRANSLATE_NOOP("DraftEdits", "Merge features into %1")).arg(idOf(document, layer, rows.front())));
}

QString splitFeature(EditDocument& document, const QString& layer, std::int64_t fid, const PackedGeometry& line) {
    const std::optional<std::size_t> row = document.rowOf(layer, fid);
    if (!row) {
        return gone();
    }
    const LayerPtr features = document.features(layer);
    const ShapeOutcome pieces = cutAlong(features->geometry(), *row, line);
    if (!pieces.problem.isEmpty()) {
        return pieces.problem;
    }
    if (QString reason = document.whyNot(layer); !reason.isEmpty()) {
        return reason;
    }
    std::vector<FeatureChange> changes{{Kind::modified, fid, pieces.wkbs.front(), {}}};
    for (std::size_t i = 1; i < pieces.wkbs.size(); ++i) {
        changes.push_back(document.newFeature(layer, pieces.wkbs[i], attributesOf(*features, *row)));
    }
    return document.changeAll(layer, changes,
                              text(QT_TRANSLATE_NOOP("DraftEdits", "Split %1")).arg(idOf(document, layer, *row)));
}

QString cutHole(EditDocument& document, const QString& layer, std::int64_t fid, const PackedGeometry& ring) {
    const std::optional<std::size_t> row = document.rowOf(layer, fid);
    if (!row) {
        return gone();
    }
    const ShapeOutcome rest = withHole(document.features(layer)->geometry(), *row, ring);
    if (!rest.problem.isEmpty()) {
        return rest.problem;
    }
    return document.change(layer, {Kind::modified, fid, rest.wkbs.front(), {}},
                           text(QT_TRANSLATE_NOOP("DraftEdits", "Cut a hole in %1")).arg(idOf(document, layer, *row)));
}

} // namespace merestone::viewer
