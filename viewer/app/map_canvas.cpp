// SPDX-License-Identifier: MIT
#include "app/map_canvas.hpp"

#include "app/map_description.hpp"
#include "app/scale_bar.hpp"
#include "cartography/furniture.hpp"

#include <QFontInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace merestone::viewer {

namespace {

constexpr int kGatherMs = 8;         ///< events that come together become one picture
constexpr double kWheelStep = 120.0; ///< what Qt gives for one notch
constexpr double kZoomPerNotch = 1.25;
constexpr double kToleranceUnits = 6.0; ///< how near the mouse must be to a line or point
constexpr double kDragUnits = 4.0;      ///< a press that moves less is a click
constexpr double kClosest = 0.005;      ///< metres a unit
constexpr double kFarthest = 2000.0;
constexpr double kKeyStep = 0.2; ///< of the width, for an arrow key

} // namespace

MapCanvas::MapCanvas(QWidget* parent) : QWidget(parent) {
    makeCanvasAccessible(); // before anything is told of it: Qt keeps the interface that it makes then
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(120, 90);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map"));
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &MapCanvas::requestFrame);
    connect(&m_renderer, &FrameRenderer::failed, this, &MapCanvas::drawingFailed);
    connect(&m_renderer, &FrameRenderer::frameReady, this, [this](const QImage& image, const map::MapView& view) {
        m_frame = image;
        m_frameView = view;
        update();
        if (isSettled()) {
            Q_EMIT settled();
        }
    });
    connectHighlights();
    connect(&m_loader, &BackdropLoader::loaded, this, [this] { wantFrame(); });
    connect(&m_loader, &BackdropLoader::failed, this, &MapCanvas::drawingFailed);
    tellThatMapChanged(*this);
}

void MapCanvas::setScene(map::ScenePtr scene) {
    if (scene == nullptr) {
        m_frame = QImage();
        m_needsFit = true;
        m_selection.clear();
        m_findingKey.clear();
    }
    m_scene = std::move(scene);
    m_snap.reset(); // it names a feature of the scene before
    if (m_needsFit && m_scene != nullptr) {
        zoomToEverything();
    }
    wantFrame();
    update();
    tellThatMapChanged(*this);
}

void MapCanvas::setTheme(map::ThemeKind theme) {
    m_theme = theme;
    wantFrame();
    update();
}

void MapCanvas::setTool(Tool tool) {
    m_tool = tool;
    m_drag = Drag::none;
    m_measure.start(tool == Tool::measureArea);
    m_edit.abandon();
    m_edit.clear();
    beginDrawing();
    setCursor(tool == Tool::browse ? Qt::ArrowCursor : Qt::CrossCursor);
    Q_EMIT measured({});
    Q_EMIT toolChanged();
    update();
}

void MapCanvas::setFinding(const std::string& key) {
    if (std::exchange(m_findingKey, key) != key) {
        requestHighlight(true);
    }
    update();
    tellThatMapChanged(*this);
}

void MapCanvas::setSelection(std::vector<map::FeatureId> features) {
    const bool isOther = features != m_selection;
    m_selection = std::move(features);
    if (isOther) {
        requestHighlight(true);
    }
    update();
}

void MapCanvas::setView(const map::MapView& view) {
    if (!view.valid()) {
        return;
    }
    m_view = view;
    m_view.size = QSizeF(size());
    m_view.devicePixelRatio = devicePixelRatioF();
    m_view.metresPerUnit = std::clamp(view.metresPerUnit, kClosest, kFarthest);
    wantFrame();
    update();
    tellThatMapChanged(*this);
    Q_EMIT viewChanged();
}

void MapCanvas::setScale(double denominator) {
    map::MapView view = m_view;
    view.setScaleDenominator(denominator);
    setView(view);
}

void MapCanvas::zoomBy(double factor) {
    setView(m_view.zoomed(factor, QPointF(width() / 2.0, height() / 2.0)));
}

void MapCanvas::zoomTo(const Box& box) {
    if (!box.empty()) {
        constexpr double kMargin = 0.2; // what lies round a place tells where it is
        setView(map::MapView::fitting(box, QSizeF(size()), kMargin, 150.0));
    }
}

void MapCanvas::zoomToEverything() {
    const Box box = m_scene == nullptr ? Box() : m_scene->bounds();
    if (!box.empty() && width() > 0 && height() > 0) {
        setView(map::MapView::fitting(box, QSizeF(size())));
        m_needsFit = !isVisible(); // the size is not the last word before it is shown
    }
}

/// Never puts off what is wanted already: changes that come in quick succession would bring no picture at all.
void MapCanvas::wantFrame() {
    if (!m_wait.isActive()) {
        m_wait.start(m_frame.isNull() ? 0 : kGatherMs);
    }
}

void MapCanvas::requestFrame() {
    if (m_scene != nullptr && m_view.valid()) {
        m_loader.want(m_scene->backdrop.source, m_view);
        requestHighlight(false);
        m_renderer.request({m_scene, m_view, m_theme, labelScale(), m_loader.picture()});
    }
}

void MapCanvas::drawFrame(QPainter& painter) const {
    painter.fillRect(rect(), map::theme(m_theme).background);
    if (m_frame.isNull()) {
        return;
    }
    drawPicture(painter, m_frame, m_frameView);
}

void MapCanvas::drawOverlay(QPainter& painter) const {
    const map::Theme& theme = map::theme(m_theme);
    painter.setRenderHint(QPainter::Antialiasing);
    drawHighlight(painter);
    m_measure.draw(painter, m_view, theme);
    m_edit.draw(painter, m_view, theme);
    paintDrawing(painter);
    drawScaleBar(painter, m_view, theme);
    map::drawLicence(painter, m_scene->backdrop.licence, rect(), m_view.unitsPerMm, theme);
}

void MapCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawFrame(painter);
    if (m_scene != nullptr) {
        drawOverlay(painter);
    }
    if (m_drag == Drag::box) {
        QColor fill = palette().color(QPalette::Highlight);
        painter.setPen(QPen(fill, 1.5, Qt::DashLine));
        fill.setAlphaF(0.15F);
        painter.setBrush(fill);
        painter.drawRect(QRectF(m_pressed, m_last).normalized());
    }
    if (hasFocus()) { // whoever uses the keyboard must see where it goes
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void MapCanvas::resizeEvent(QResizeEvent*) {
    if (m_needsFit) {
        zoomToEverything();
    } else {
        setView(m_view);
    }
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / kWheelStep;
    setView(m_view.zoomed(std::pow(kZoomPerNotch, notches), event->position()));
    event->accept();
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    m_pressed = m_last = event->position();
    if (event->button() == Qt::MiddleButton) {
        m_drag = Drag::pan;
    } else if (event->button() == Qt::LeftButton && m_tool == Tool::edit &&
               m_edit.press(m_view.toMetres(m_pressed), toleranceMetres())) {
        m_drag = Drag::edit;
        update();
    } else if (event->button() == Qt::LeftButton) {
        const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
        m_boxSelects = (m_tool == Tool::browse || m_tool == Tool::choose) && shift;
        m_drag = m_tool == Tool::zoomBox || m_boxSelects ? Drag::box : Drag::maybePan;
    }
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    const Point metres = m_view.toMetres(at);
    m_byKeys = false;
    Q_EMIT pointed(metres.x, metres.y);
    if (m_drag == Drag::maybePan && (at - m_pressed).manhattanLength() > kDragUnits) {
        m_drag = Drag::pan;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag == Drag::edit) {
        if ((at - m_pressed).manhattanLength() > kDragUnits || m_last != m_pressed) {
            m_edit.move(m_edit.dragsCorner() ? placed(at, event->modifiers()) : metres);
            update();
        } else {
            return; // a hand that trembles moves nothing
        }
    } else if (m_drag == Drag::pan) {
        setView(m_view.panned(m_view.wholePixels(at - m_last)));
        // What was rounded off is moved with the next event.
        m_last += m_view.wholePixels(at - m_last);
        return;
    } else if (m_drag == Drag::box) {
        update();
    } else if (isMeasuring() && !m_measure.empty()) {
        m_measure.moveTo(metres);
        Q_EMIT measured(m_measure.text());
        update();
    } else if (isDrawing()) {
        pointDrawn(at, event->modifiers());
    }
    m_last = at;
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Drag drag = std::exchange(m_drag, Drag::none);
    setCursor(m_tool == Tool::browse ? Qt::ArrowCursor : Qt::CrossCursor);
    if (drag == Drag::edit) {
        m_snap.reset();
        m_edit.release();
        update();
    } else if (drag == Drag::box) {
        finishBox(event->position());
    } else if (drag == Drag::maybePan && m_scene != nullptr) {
        if (isMeasuring()) {
            addMeasured(event->position());
        } else if (isDrawing()) {
            addDrawn(event->position(), event->modifiers());
        } else {
            Q_EMIT clicked(m_view.toMetres(event->position()), toleranceMetres());
        }
    }
}

double MapCanvas::toleranceMetres() const noexcept {
    return kToleranceUnits * m_view.metresPerUnit;
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (isMeasuring()) {
        m_measure.close();
        update();
    } else if (isDrawing()) {
        Q_EMIT drawn();
    } else if (m_tool == Tool::edit) {
        m_edit.addCorner(m_view.toMetres(event->position()), toleranceMetres());
        update();
    } else if (event->button() == Qt::LeftButton) {
        setView(m_view.zoomed(2.0, event->position()));
    }
}

void MapCanvas::addMeasured(QPointF at) {
    m_measure.add(m_view.toMetres(at));
    Q_EMIT measured(m_measure.text());
    update();
}

void MapCanvas::finishBox(QPointF at) {
    update();
    if ((at - m_pressed).manhattanLength() < kDragUnits) {
        return;
    }
    Box box;
    box.extend(m_view.toMetres(m_pressed));
    box.extend(m_view.toMetres(at));
    if (m_boxSelects) {
        Q_EMIT boxed(box);
    } else {
        setView(map::MapView::fitting(box, QSizeF(size()), 0.0, 1.0));
        setTool(Tool::browse);
    }
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    if (drawingKey(*event) || editingKey(*event)) {
        return;
    }
    const double step = m_view.wholePixels({std::min(width(), height()) * kKeyStep, 0.0}).x();
    switch (event->key()) {
    case Qt::Key_Left:
        setView(m_view.panned({step, 0}));
        break;
    case Qt::Key_Right:
        setView(m_view.panned({-step, 0}));
        break;
    case Qt::Key_Up:
        setView(m_view.panned({0, step}));
        break;
    case Qt::Key_Down:
        setView(m_view.panned({0, -step}));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: // the middle of the map stands for the mouse
        if (isMeasuring()) {
            addMeasured(QPointF(width() / 2.0, height() / 2.0));
        } else if (m_scene != nullptr) {
            Q_EMIT clicked({m_view.centre.x(), m_view.centre.y()}, toleranceMetres());
        }
        break;
    case Qt::Key_Backspace:
        m_edit.removeCorner();
        m_measure.dropLast();
        Q_EMIT measured(m_measure.text());
        update();
        break;
    case Qt::Key_Escape:
        if (m_drag == Drag::edit) {
            m_drag = Drag::none;
            m_edit.abandon();
            update();
        } else if (m_tool == Tool::choose && !m_selection.empty()) {
            Q_EMIT chosenDropped();
        } else {
            setTool(Tool::browse);
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

double MapCanvas::labelScale() const {
    constexpr double kUsualPixels = 16.0; // 12 points at 96 dots per inch; desktops begin with 9 to 12
    constexpr double kLargest = 3.0;      // beyond that the names leave no map to see
    return std::clamp(QFontInfo(font()).pixelSize() / kUsualPixels, 1.0, kLargest);
}

void MapCanvas::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        wantFrame();
    }
    QWidget::changeEvent(event);
}

void MapCanvas::leaveEvent(QEvent*) {
    Q_EMIT left();
}

} // namespace merestone::viewer
