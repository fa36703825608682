// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"
#include "commands/edit_shape.hpp"
#include "layers/layer.hpp"
#include "rules/checker.hpp"

#include <QObject>

#include <optional>

class QPainter;

namespace merestone::viewer {

/// Changes the outline of one feature with the mouse: a corner, an edge (a double click puts a corner there), or the
/// whole. While it is dragged, previewed() tells of every step; finished() tells of the change as a whole.
class EditTool : public QObject {
    Q_OBJECT

public:
    /// Takes a feature to change; its corners are shown.
    void setTarget(const QString& layer, const LayerPtr& features, std::size_t row);
    void clear();
    [[nodiscard]] bool hasTarget() const noexcept { return m_shape.has_value(); }
    /// The same feature in newer layers; nothing while it is dragged. False when it is gone.
    bool refresh(const LayerPtr& features);
    [[nodiscard]] const QString& layer() const noexcept { return m_layer; }
    [[nodiscard]] std::int64_t fid() const noexcept { return m_fid; }

    /// Whether the mouse has taken hold of something.
    bool press(Point at, double toleranceMetres);
    void move(Point at);
    /// Whether a corner follows the mouse, not the whole.
    [[nodiscard]] bool dragsCorner() const noexcept { return m_before && m_held; }
    void release();
    /// Escape: as if nothing had been dragged.
    void abandon();
    void addCorner(Point at, double toleranceMetres);
    // By keyboard: hold the next corner (or the one before), move it, put one half-way to the next.
    void holdNext(bool forward);
    [[nodiscard]] std::optional<Point> heldCorner() const;
    void moveHeld(double dx, double dy);
    void addCornerAfterHeld();
    /// Takes out the corner that was last held. False when there is none, or too few would be left.
    bool removeCorner();
    /// Fills the hole that the held corner is one of. False when it is none.
    bool removeHole();

    void draw(QPainter& painter, const map::MapView& view, const map::Theme& theme) const;

Q_SIGNALS:
    /// What was previewed led to nothing.
    void abandoned(const QString& layer, std::int64_t fid);
    void previewed(const QString& layer, const merestone::FeatureChange& change);
    void finished(const QString& layer, const merestone::FeatureChange& change, const QString& text);

private:
    [[nodiscard]] FeatureChange changeTo(const EditShape& shape) const;
    void finish(const QString& text);

    QString m_layer;
    std::int64_t m_fid = 0;
    QString m_title;
    std::optional<EditShape> m_shape;
    std::optional<EditShape> m_before; ///< while something is dragged
    std::optional<EditShape::Place> m_held;
    Point m_last;
    bool m_moved = false;
};

} // namespace merestone::viewer
