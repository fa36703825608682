// SPDX-License-Identifier: MIT
#include "app/edit_tool.hpp"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace merestone::viewer {

void EditTool::setTarget(const QString& layer, const LayerPtr& features, std::size_t row) {
    clear();
    m_layer = layer;
    m_fid = features->fid(row);
    m_title = QString::fromStdString(features->id(row));
    m_shape.emplace(features->geometry(), row);
}

void EditTool::clear() {
    abandon(); // what was shown while it was dragged is taken back
    m_shape.reset();
    m_before.reset();
    m_held.reset();
}

bool EditTool::refresh(const LayerPtr& features) {
    if (m_before || !m_shape) {
        return true;
    }
    for (std::size_t row = 0; features != nullptr && row < features->size(); ++row) {
        if (features->fid(row) == m_fid && features->usable(row)) {
            const std::optional<Point> held = heldCorner();
            m_shape.emplace(features->geometry(), row);
            // A ring may have been turned round: the same corner is where it was.
            m_held = held ? m_shape->cornerNear(*held, 0.0) : std::nullopt;
            return true;
        }
    }
    clear();
    return false;
}

bool EditTool::press(Point at, double toleranceMetres) {
    if (!m_shape) {
        return false;
    }
    m_held = m_shape->cornerNear(at, toleranceMetres);
    if (!m_held && !m_shape->contains(at)) {
        return false;
    }
    m_before = m_shape;
    m_last = at;
    m_moved = false;
    return true;
}

void EditTool::move(Point at) {
    if (!m_before) {
        return;
    }
    if (m_held) {
        m_shape->moveCorner(*m_held, at);
    } else {
        m_shape->moveBy(at.x - m_last.x, at.y - m_last.y);
    }
    m_last = at;
    m_moved = true;
    Q_EMIT previewed(m_layer, changeTo(*m_shape));
}

void EditTool::release() {
    if (const std::optional<EditShape> before = std::exchange(m_before, std::nullopt); before && m_moved) {
        finish(m_held ? tr("Move a corner of %1").arg(m_title) : tr("Move %1").arg(m_title));
    }
}

void EditTool::abandon() {
    if (const std::optional<EditShape> before = std::exchange(m_before, std::nullopt)) {
        m_shape = before;
        if (m_moved) {
            Q_EMIT abandoned(m_layer, m_fid);
        }
    }
}

void EditTool::addCorner(Point at, double toleranceMetres) {
    if (!m_shape || m_before) {
        return;
    }
    if (const auto edge = m_shape->edgeNear(at, toleranceMetres)) {
        m_held = m_shape->insertCorner(*edge, at);
        finish(tr("Add a corner to %1").arg(m_title));
    }
}

bool EditTool::removeCorner() {
    if (!m_shape || !m_held || m_before || !m_shape->removeCorner(*std::exchange(m_held, std::nullopt))) {
        return false;
    }
    finish(tr("Remove a corner of %1").arg(m_title));
    return true;
}

bool EditTool::removeHole() {
    if (!m_shape || !m_held || m_before || !m_shape->isInHole(*m_held)) {
        return false;
    }
    m_shape->removeHole(*std::exchange(m_held, std::nullopt));
    finish(tr("Fill a hole of %1").arg(m_title));
    return true;
}

void EditTool::holdNext(bool forward) {
    if (!m_shape || m_before) {
        return;
    }
    std::vector<EditShape::Place> all;
    const auto runs = m_shape->corners();
    for (std::size_t run = 0; run < runs.size(); ++run) {
        for (std::size_t corner = 0; corner < runs[run].size(); ++corner) {
            all.push_back({run, corner});
        }
    }
    const auto held = m_held ? std::find(all.begin(), all.end(), *m_held) : all.end();
    if (held == all.end()) {
        m_held = forward ? all.front() : all.back();
    } else {
        const auto position = static_cast<std::size_t>(held - all.begin());
        m_held = all[(position + (forward ? 1 : all.size() - 1)) % all.size()];
    }
}

std::optional<Point> EditTool::heldCorner() const {
    return m_shape && m_held ? std::optional<Point>(m_shape->corner(*m_held)) : std::nullopt;
}

void EditTool::moveHeld(double dx, double dy) {
    if (const std::optional<Point> corner = heldCorner(); corner && !m_before) {
        m_shape->moveCorner(*m_held, {corner->x + dx, corner->y + dy});
        finish(tr("Move a corner of %1").arg(m_title));
    }
}

void EditTool::addCornerAfterHeld() {
    if (!m_shape || !m_held || m_before) {
        return;
    }
    const auto run = m_shape->corners()[m_held->run];
    const bool isLast = m_held->corner + 1 == run.size();
    if (isLast && !m_shape->isArea()) {
        return; // nothing follows the end of a line
    }
    const Point a = run[m_held->corner];
    const Point b = run[(m_held->corner + 1) % run.size()];
    m_held = m_shape->insertCorner(*m_held, {(a.x + b.x) / 2, (a.y + b.y) / 2});
    finish(tr("Add a corner to %1").arg(m_title));
}

FeatureChange EditTool::changeTo(const EditShape& shape) const {
    return {FeatureChange::Kind::modified, m_fid, shape.wkb(), {}};
}

void EditTool::finish(const QString& text) {
    Q_EMIT finished(m_layer, changeTo(*m_shape), text);
}

void EditTool::draw(QPainter& painter, const map::MapView& view, const map::Theme& theme) const {
    if (!m_shape) {
        return;
    }
    constexpr double kHandle = 4.0;
    const auto runs = m_shape->corners();
    for (std::size_t run = 0; run < runs.size(); ++run) {
        QPolygonF outline;
        for (const Point& corner : runs[run]) {
            outline << view.toUnits(corner);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.highlight, 2.0));
        if (m_shape->isArea()) {
            painter.drawPolygon(outline);
        } else {
            painter.drawPolyline(outline);
        }
        painter.setPen(QPen(theme.ink, 1.0));
        for (int i = 0; i < outline.size(); ++i) {
            const bool isHeld = m_held == EditShape::Place{run, static_cast<std::size_t>(i)};
            painter.setBrush(isHeld ? theme.highlight : theme.halo);
            painter.drawRect(QRectF(outline[i] - QPointF(kHandle, kHandle), QSizeF(2 * kHandle, 2 * kHandle)));
        }
    }
}

} // namespace merestone::viewer
