// SPDX-License-Identifier: MIT
#include "app/linked_maps.hpp"

#include <QPainter>
#include <QSplitter>
#include <QVBoxLayout>

namespace merestone::viewer {

/// A mark over a map that the mouse does not notice.
class LinkedMaps::Cross : public QWidget {
public:
    explicit Cross(QWidget* over) : QWidget(over) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFixedSize(kSide, kSide);
        hide();
    }
    void showAt(QPointF place) {
        move((place - QPointF(kSide / 2.0, kSide / 2.0)).toPoint());
        show();
        raise();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        constexpr int kMiddle = kSide / 2;
        // Dark within light is seen on every ground.
        for (const QPen& pen : {QPen(Qt::white, 4), QPen(Qt::black, 1.5)}) {
            painter.setPen(pen);
            painter.drawLine(kMiddle, 1, kMiddle, kSide - 2);
            painter.drawLine(1, kMiddle, kSide - 2, kMiddle);
        }
    }

private:
    static constexpr int kSide = 25;
};

LinkedMaps::LinkedMaps(QWidget* parent) : QWidget(parent), m_before(new MapCanvas), m_now(new MapCanvas) {
    m_before->setAccessibleName(tr("Map of the version before"));
    m_now->setAccessibleName(tr("Map of the version now"));
    auto* sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(m_before);
    sides->addWidget(m_now);
    sides->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(sides);
    link(*m_before, *m_now, *new Cross(m_now));
    link(*m_now, *m_before, *new Cross(m_before));
}

void LinkedMaps::link(MapCanvas& from, MapCanvas& to, Cross& cross) {
    connect(&from, &MapCanvas::viewChanged, this, [this, &from, &to] {
        if (!m_isFollowing) {
            m_isFollowing = true;
            to.setView(from.view());
            m_isFollowing = false;
        }
    });
    connect(&from, &MapCanvas::pointed, this, [&to, &cross](double easting, double northing) {
        cross.showAt(to.view().toUnits(Point{easting, northing}));
    });
    connect(&from, &MapCanvas::left, &cross, &QWidget::hide);
}

void LinkedMaps::showFinding(const QString& beforeKey, const QString& nowKey) {
    Box place;
    for (const auto& [canvas, key] : {std::pair(m_before, beforeKey), std::pair(m_now, nowKey)}) {
        canvas->setFinding(key.toStdString());
        if (canvas->scene() != nullptr) {
            const map::FindingMarks& marks = *canvas->scene()->findings;
            const std::string wanted = key.toStdString();
            const auto mark = marks.byKey.find(wanted);
            place.extend(mark == marks.byKey.end() ? Box() : marks.marks[mark->second].box);
        }
    }
    if (!place.empty()) {
        m_now->zoomTo(place);
    }
}

} // namespace merestone::viewer
