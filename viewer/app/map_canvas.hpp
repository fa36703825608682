// SPDX-License-Identifier: MIT
#pragma once

#include "app/backdrop_loader.hpp"
#include "app/draw_tool.hpp"
#include "app/edit_tool.hpp"
#include "app/frame_renderer.hpp"
#include "app/highlight_renderer.hpp"
#include "app/measure_line.hpp"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace merestone::viewer {

/// The map. Shows the last finished picture, moved and scaled to where the view is now, until the next one is there;
/// on it, drawn at once: selection, the chosen finding, what is being measured, the scale bar. Wheel and drag change
/// the view alone. Everything that the mouse can do, the keyboard can.
class MapCanvas : public QWidget {
    Q_OBJECT

public:
    enum class Tool { browse, zoomBox, measureLength, measureArea, edit, draw, cutHole, split, choose };

    explicit MapCanvas(QWidget* parent = nullptr);

    void setScene(map::ScenePtr scene); ///< keeps the view; null empties the canvas
    void setTheme(map::ThemeKind theme);
    [[nodiscard]] map::ThemeKind theme() const noexcept { return m_theme; }
    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const noexcept { return m_tool; }
    /// The finding that is highlighted with both its features and its evidence; empty: none.
    void setFinding(const std::string& key);
    [[nodiscard]] const std::string& finding() const noexcept { return m_findingKey; }
    void setSelection(std::vector<map::FeatureId> features);

    [[nodiscard]] const map::MapView& view() const noexcept { return m_view; }
    void setView(const map::MapView& view);
    void setScale(double denominator);
    void zoomBy(double factor); ///< about the middle
    void zoomTo(const Box& box);
    void zoomToEverything();
    [[nodiscard]] bool hasPicture() const noexcept { return !m_frame.isNull(); }
    /// Whether the picture on screen is that of the present view and scene.
    [[nodiscard]] bool isSettled() const noexcept {
        return !m_wait.isActive() && !m_renderer.isBusy() && !m_loader.isBusy() && !m_highlights.isBusy();
    }
    [[nodiscard]] map::ScenePtr scene() const noexcept { return m_scene; }
    /// How much larger than usual the map's names are: as the letters of this widget, which the reader has chosen for
    /// all programs; never smaller.
    [[nodiscard]] double labelScale() const;
    [[nodiscard]] EditTool& editTool() noexcept { return m_edit; }
    [[nodiscard]] DrawTool& drawTool() noexcept { return m_draw; }
    void setDrawnShape(Shape shape); ///< what the tool `draw` draws from now on
    /// Whether the mouse goes to corners and edges that are near it; Alt turns it off for as long as it is held.
    void setSnapping(bool on);
    /// Whether a step follows the edges of what is on the map from the place before it; Shift turns it round for one.
    void setTracing(bool on) { m_tracing = on; }
    [[nodiscard]] const std::optional<Snap>& snap() const noexcept { return m_snap; }

Q_SIGNALS:
    void viewChanged();
    void pointed(double easting, double northing); ///< the mouse is there
    void left();                                   ///< the mouse is nowhere on the map
    void clicked(merestone::Point at, double toleranceMetres);
    void boxed(const merestone::Box& box); ///< a rectangle was drawn to select by
    void measured(const QString& text);
    void chosenDropped(); ///< Escape, with features chosen
    void drawn();         ///< drawTool() holds what was drawn, which is ended
    void toolChanged();
    void settled(); ///< a picture has arrived, and no other is awaited
    void drawingFailed(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Drag { none, maybePan, pan, box, edit };

    void wantFrame();
    void requestFrame();
    void drawFrame(QPainter& painter) const;
    void drawOverlay(QPainter& painter) const;
    void finishBox(QPointF at);
    void addMeasured(QPointF at);
    // map_canvas_highlight.cpp
    void connectHighlights();
    [[nodiscard]] Highlight highlight() const;
    void requestHighlight(bool isOther);
    void drawHighlight(QPainter& painter) const;
    void drawPicture(QPainter& painter, const QImage& image, const map::MapView& view) const;
    // map_canvas_drawing.cpp
    [[nodiscard]] bool isDrawing() const noexcept {
        return m_tool == Tool::draw || m_tool == Tool::cutHole || m_tool == Tool::split;
    }
    void beginDrawing();
    [[nodiscard]] Point placed(QPointF at, Qt::KeyboardModifiers keys);
    [[nodiscard]] std::vector<Point> pathTo(Point place, Qt::KeyboardModifiers keys) const;
    void pointDrawn(QPointF at, Qt::KeyboardModifiers keys);
    void addDrawn(QPointF at, Qt::KeyboardModifiers keys);
    [[nodiscard]] bool drawingKey(const QKeyEvent& event);
    [[nodiscard]] bool editingKey(const QKeyEvent& event);
    void showDrawn();
    void paintDrawing(QPainter& painter) const;
    [[nodiscard]] double toleranceMetres() const noexcept;
    [[nodiscard]] bool isMeasuring() const noexcept {
        return m_tool == Tool::measureLength || m_tool == Tool::measureArea;
    }

    FrameRenderer m_renderer;
    BackdropLoader m_loader;
    HighlightRenderer m_highlights;
    QTimer m_wait; ///< merges the requests of one gesture
    map::ScenePtr m_scene;
    map::MapView m_view;
    map::ThemeKind m_theme = map::ThemeKind::light;
    QImage m_frame;
    map::MapView m_frameView;
    QImage m_highlight; ///< where what is chosen is large
    map::MapView m_highlightView;
    bool m_needsFit = true;
    Tool m_tool = Tool::browse;
    Drag m_drag = Drag::none;
    QPointF m_pressed;
    QPointF m_last;
    bool m_boxSelects = false;
    std::string m_findingKey;
    std::vector<map::FeatureId> m_selection;
    MeasureLine m_measure;
    EditTool m_edit;
    DrawTool m_draw;
    Shape m_drawnShape = Shape::polygon;
    std::optional<Snap> m_snap; ///< where the mouse is, when it is on something
    bool m_snapping = true;
    bool m_tracing = false;
    bool m_byKeys = false; ///< the middle of the map stands for the mouse, and is marked
};

} // namespace merestone::viewer
