// SPDX-License-Identifier: MIT
#include "app/map_canvas.hpp"

#include "commands/tracing.hpp"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace merestone::viewer {

namespace {

constexpr double kSnapUnits = 10.0; ///< how near the mouse must be to what it snaps to
constexpr double kFarNudge = 10.0;  ///< units that a corner is moved by a key with Shift

} // namespace

void MapCanvas::beginDrawing() {
    m_snap.reset();
    m_draw.begin(m_tool == Tool::draw ? m_drawnShape : m_tool == Tool::split ? Shape::line : Shape::polygon);
}

void MapCanvas::setDrawnShape(Shape shape) {
    m_drawnShape = shape;
    beginDrawing();
    update();
}

void MapCanvas::setSnapping(bool on) {
    m_snapping = on;
    m_snap.reset();
    update();
}

/// The place that the mouse means: on a corner or an edge that is near it, but not on the feature that is dragged.
Point MapCanvas::placed(QPointF at, Qt::KeyboardModifiers keys) {
    const Point metres = m_view.toMetres(at);
    m_snap.reset();
    if (m_snapping && m_scene != nullptr && !keys.testFlag(Qt::AltModifier)) {
        std::optional<SnapExcept> except;
        if (m_edit.hasTarget()) {
            except = SnapExcept{m_edit.layer(), m_edit.fid()};
        }
        m_snap = snapTo(*m_scene, metres, kSnapUnits * m_view.metresPerUnit, except);
    }
    return m_snap ? m_snap->place : metres;
}

/// From the place before to this one: straight, or along what is on the map.
std::vector<Point> MapCanvas::pathTo(Point place, Qt::KeyboardModifiers keys) const {
    const bool traces = m_tracing != keys.testFlag(Qt::ShiftModifier);
    if (!traces || !m_snap || m_draw.empty() || m_draw.shape() == Shape::point) {
        return {place};
    }
    return traced(*m_scene, m_draw.points().back(), place);
}

void MapCanvas::pointDrawn(QPointF at, Qt::KeyboardModifiers keys) {
    const Point place = placed(at, keys);
    m_draw.pointAt(pathTo(place, keys));
    showDrawn();
}

void MapCanvas::addDrawn(QPointF at, Qt::KeyboardModifiers keys) {
    const Point place = placed(at, keys);
    m_draw.add(pathTo(place, keys));
    showDrawn();
    if (m_draw.shape() == Shape::point) {
        Q_EMIT drawn();
    }
}

void MapCanvas::showDrawn() {
    if (const QString text = m_draw.text(); !text.isEmpty()) {
        Q_EMIT measured(text);
    }
    update();
}

bool MapCanvas::drawingKey(const QKeyEvent& event) {
    if (!isDrawing() || m_scene == nullptr) {
        return false;
    }
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_byKeys = true; // the map moves, and with it the place that Space takes
        m_snap.reset();
        return false;
    case Qt::Key_Space:
        m_byKeys = true;
        addDrawn(middle, event.modifiers());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT drawn();
        return true;
    case Qt::Key_Backspace:
        m_draw.dropLast();
        showDrawn();
        return true;
    case Qt::Key_Escape:
        if (m_draw.empty()) {
            return false; // nothing to give up but the tool
        }
        m_draw.clear();
        Q_EMIT measured({});
        update();
        return true;
    default:
        return false;
    }
}

/// Corners of the feature that is changed, without a mouse.
bool MapCanvas::editingKey(const QKeyEvent& event) {
    if (m_tool != Tool::edit || !m_edit.hasTarget() || m_drag == Drag::edit) {
        return false;
    }
    const double step = m_view.metresPerUnit * (event.modifiers().testFlag(Qt::ShiftModifier) ? kFarNudge : 1.0);
    const bool nudges = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
        m_edit.holdNext(event.key() == Qt::Key_BracketRight);
        break;
    case Qt::Key_Insert:
        m_edit.addCornerAfterHeld();
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!nudges) {
            return false;
        }
        m_edit.moveHeld(event.key() == Qt::Key_Left ? -step : step, 0.0);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!nudges) {
            return false;
        }
        m_edit.moveHeld(0.0, event.key() == Qt::Key_Down ? -step : step);
        break;
    default:
        return false;
    }
    update();
    return true;
}

void MapCanvas::paintDrawing(QPainter& painter) const {
    const map::Theme& theme = map::theme(m_theme);
    if (isDrawing()) {
        m_draw.draw(painter, m_view, theme);
    }
    if (m_snap && (isDrawing() || m_drag == Drag::edit)) {
        drawSnap(painter, *m_snap, m_view, theme);
    }
    if (isDrawing() && m_byKeys) { // the place that Space takes
        constexpr double kArm = 12.0;
        const QPointF middle(width() / 2.0, height() / 2.0);
        for (const QPen& pen : {QPen(theme.halo, 4.0), QPen(theme.ink, 1.5)}) {
            painter.setPen(pen);
            painter.drawLine(middle - QPointF(kArm, 0), middle + QPointF(kArm, 0));
            painter.drawLine(middle - QPointF(0, kArm), middle + QPointF(0, kArm));
        }
    }
}

} // namespace merestone::viewer
