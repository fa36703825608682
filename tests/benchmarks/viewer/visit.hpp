// SPDX-License-Identifier: MIT
#pragma once

#include "app/main_window.hpp"
#include "turn_watch.hpp"

#include <QPointF>
#include <QString>

#include <functional>
#include <memory>

namespace merestone::benchmark {

/// Somebody who opens a plan and does with it what people do, by events such as mouse and keyboard make; every phase is
/// told on standard output as it ends. Throws std::runtime_error when a phase does not come to its end.
class Visit {
public:
    Visit(TurnWatch& watch, QString plan);
    ~Visit();

    void run();

private:
    using Condition = std::function<bool()>;

    // The phases, in their order.
    void start();
    void load();
    void check();
    void showFindings();
    void chooseFindings();
    void stepThroughFindings();
    void panAndZoom();
    void identify();
    void search();
    void edit();
    void undo();
    void filter();
    void close();

    /// Lets the event loop run until then, and tells of the phase.
    void endPhase(const char* name, const Condition& done);
    void until(const char* phase, const Condition& done);
    /// Does something in a turn of its own, and lets the loop run until the window has nothing left to do.
    void step(const char* phase, const std::function<void()>& action);
    void post(const std::function<void()>& action);
    void pause(int milliseconds);
    /// Posts an event and waits for what it brings; by the clock, milliseconds.
    [[nodiscard]] double delayOf(const char* phase, const std::function<void()>& event, const Condition& brought);
    void press(QWidget& widget, int key, Qt::KeyboardModifiers modifiers = {}, const QString& text = {});
    void type(QWidget& widget, const QString& text);
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons held);
    void click(QPointF at);
    void wheel(QPointF at, int notches);
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] const map::MapLayer& largestLayer() const;
    [[nodiscard]] viewer::MapCanvas& canvas() const { return m_window->canvas(); }

    TurnWatch& m_watch;
    QString m_plan;
    std::unique_ptr<viewer::MainWindow> m_window;
};

} // namespace merestone::benchmark
