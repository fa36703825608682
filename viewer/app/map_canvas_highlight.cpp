// SPDX-License-Identifier: MIT
#include "app/map_canvas.hpp"

#include <QPainter>

#include <utility>

namespace merestone::viewer {

// What is chosen on the map: drawn at once where it is small, else elsewhere, and shown when it is there.

void MapCanvas::connectHighlights() {
    connect(&m_highlights, &HighlightRenderer::ready, this, [this](const QImage& image, const map::MapView& view) {
        m_highlight = image;
        m_highlightView = view;
        update();
        if (isSettled()) {
            Q_EMIT settled();
        }
    });
}

Highlight MapCanvas::highlight() const {
    return {m_scene, m_view, m_theme, m_selection, m_findingKey};
}

/// `isOther`: not what was highlighted before, whose picture is not shown any longer.
void MapCanvas::requestHighlight(bool isOther) {
    if (isOther || m_scene == nullptr) {
        m_highlight = QImage();
    }
    if (Highlight wanted = highlight(); m_scene != nullptr && m_view.valid() && wanted.isLarge()) {
        m_highlights.request(std::move(wanted));
    } else {
        m_highlights.drop();
    }
}

void MapCanvas::drawHighlight(QPainter& painter) const {
    const Highlight wanted = highlight();
    if (!wanted.isLarge()) {
        wanted.draw(painter);
    } else if (!m_highlight.isNull()) {
        drawPicture(painter, m_highlight, m_highlightView);
    }
}

/// A picture of another view lies where its land is in this one.
void MapCanvas::drawPicture(QPainter& painter, const QImage& image, const map::MapView& view) const {
    const bool isPresent =
        view.centre == m_view.centre && view.metresPerUnit == m_view.metresPerUnit && view.size == m_view.size;
    if (isPresent) {
        painter.drawImage(QPointF(0, 0), image); // no scaling, no blur
        return;
    }
    const Box box = view.box();
    painter.drawImage(QRectF(m_view.toUnits(Point{box.minX, box.maxY}), m_view.toUnits(Point{box.maxX, box.minY})),
                      image);
}

} // namespace merestone::viewer
