// SPDX-License-Identifier: MIT
#include "visit.hpp"

#include "app/filter_bar.hpp"
#include "app/findings_panel.hpp"
#include "app/identify_panel.hpp"
#include "app/search_box.hpp"
#include "report.hpp"

#include <QDockWidget>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTimer>
#include <QTreeView>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

namespace merestone::benchmark {

namespace {

using viewer::MapCanvas;
using viewer::SessionState;

constexpr int kPatienceMs = 240000;
constexpr int kFrameMs = 16; ///< between two events of a gesture
constexpr int kGestures = 12;

void expect(bool holds, const char* reason) {
    if (!holds) {
        throw std::runtime_error(reason);
    }
}

} // namespace

Visit::Visit(TurnWatch& watch, QString plan) : m_watch(watch), m_plan(std::move(plan)) {}

Visit::~Visit() = default;

void Visit::run() {
    tellHeading();
    start();
    load();
    check();
    showFindings();
    chooseFindings();
    stepThroughFindings();
    panAndZoom();
    identify();
    search();
    edit();
    undo();
    filter();
    close();
}

void Visit::start() {
    post([this] {
        m_window = std::make_unique<viewer::MainWindow>();
        m_window->setUnattended();
        m_window->resize(1600, 1000);
        m_window->show();
    });
    endPhase("start", [this] { return m_window != nullptr && m_window->isVisible(); });
}

void Visit::load() {
    post([this] { m_window->openPlan(m_plan, {}); });
    until("load", [this] {
        return m_window->session().snapshot() != nullptr || m_window->session().state() == SessionState::couldNotRun;
    });
    expect(m_window->session().snapshot() != nullptr, m_window->session().stateReason().toUtf8().constData());
    endPhase("load", [] { return true; });
    endPhase("first picture", [this] { return canvas().hasPicture(); });
    tellFirstPicture();
}

void Visit::check() {
    endPhase("check", [this] { return isQuiet(); });
}

/// Unfolds every rule, sorts, and filters by words and verdict.
void Visit::showFindings() {
    QTreeView& list = *m_window->findings().view();
    QAbstractItemModel& model = *list.model();
    for (int policy = 0; policy < model.rowCount(); ++policy) {
        const QModelIndex above = model.index(policy, 0);
        for (int rule = 0; rule < model.rowCount(above); ++rule) {
            step("unfold", [&, rule, above] { list.expand(model.index(rule, 0, above)); });
        }
    }
    endPhase("unfold every rule", [] { return true; });
    for (const int column : {2, 1, 0}) {
        step("sort", [&list, column] { list.sortByColumn(column, Qt::AscendingOrder); });
    }
    endPhase("sort", [] { return true; });
    auto* words = m_window->findings().findChild<QLineEdit*>();
    type(*words, QStringLiteral("1 2"));
    pause(300);
    step("filter findings", [words] { words->clear(); });
    pause(300);
    endPhase("filter findings", [this] { return isQuiet(); });
}

void Visit::chooseFindings() {
    QTreeView& list = *m_window->findings().view();
    const QAbstractItemModel& model = *list.model();
    for (int policy = 0; policy < model.rowCount(); ++policy) {
        const QModelIndex above = model.index(policy, 0);
        for (int rule = 0; rule < std::min(kGestures, model.rowCount(above)); ++rule) {
            step("choose", [&, rule, above] {
                const QModelIndex parent = model.index(rule, 0, above);
                const QModelIndex finding = model.index(model.rowCount(parent) / 2, 0, parent);
                list.scrollTo(finding);
                list.setCurrentIndex(finding);
            });
        }
    }
    endPhase("choose findings", [] { return true; });
    expect(m_window->findings().chosenFinding() != nullptr, "no finding could be chosen");
}

void Visit::stepThroughFindings() {
    const QString chosen = m_window->findings().chosenKey();
    for (int i = 0; i < kGestures; ++i) {
        step("step", [this, i] { m_window->findings().step(i < kGestures * 2 / 3 ? 1 : -1); });
    }
    endPhase("N and Shift+N", [] { return true; });
    expect(m_window->findings().chosenKey() != chosen, "the next finding was not chosen");
}

void Visit::panAndZoom() {
    step("zoom", [this] { canvas().zoomToEverything(); });
    const QPointF middle(canvas().width() / 2.0, canvas().height() / 2.0);
    for (int i = 0; i < 2 * kGestures; ++i) {
        wheel(middle, i < kGestures ? 1 : -1);
        pause(kFrameMs);
    }
    step("zoom", [this] { canvas().setScale(5000); });
    mouse(QEvent::MouseButtonPress, middle, Qt::LeftButton, Qt::LeftButton);
    for (int i = 0; i < 2 * kGestures; ++i) {
        mouse(QEvent::MouseMove, middle + QPointF(12.0 * i, 5.0 * i), Qt::NoButton, Qt::LeftButton);
        pause(kFrameMs);
    }
    mouse(QEvent::MouseButtonRelease, middle, Qt::LeftButton, Qt::NoButton);
    until("pan", [this] { return isQuiet(); });
    std::vector<double> pictures;
    for (int i = 0; i < 2 * kGestures; ++i) {
        pictures.push_back(delayOf(
            "pan", [this] { press(canvas(), Qt::Key_Left); },
            [this, before = canvas().view().centre] {
                return canvas().view().centre != before && canvas().isSettled();
            }));
    }
    tellDelays("from a step of the map to its picture", pictures);
    for (const int key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down}) {
        press(canvas(), key);
        pause(kFrameMs);
    }
    endPhase("pan and zoom", [this] { return isQuiet(); });
}

void Visit::identify() {
    for (int i = 0; i < kGestures; ++i) {
        click(QPointF(canvas().width() * (0.2 + 0.05 * i), canvas().height() * 0.5));
        pause(kFrameMs);
    }
    endPhase("identify", [this] { return isQuiet(); });
    expect(m_window->identified().topLevelItemCount() > 0, "nothing was identified");
}

void Visit::search() {
    const map::MapLayer& layer = largestLayer();
    const std::string name = layer.features->id(layer.features->size() / 2);
    type(m_window->search(), QString::fromStdString(name));
    until("search", [this] { return m_window->search().list().isVisible(); });
    press(m_window->search(), Qt::Key_Return);
    endPhase("search", [this] { return isQuiet(); });
}

/// Drags a corner of one of the plan's own areas, while the findings follow.
void Visit::edit() {
    QString layer;
    for (const QString& name : m_window->document().layers()) {
        const LayerPtr features = m_window->document().features(name);
        if (features->size() > 0 && m_window->document().shapeOf(name) == Shape::polygon &&
            m_window->session().snapshot()->plan->findLayer(name.toStdString())->role != "neighbourhood_area") {
            layer = name;
        }
    }
    if (layer.isEmpty()) {
        throw std::runtime_error("the plan has no areas of its own in a GeoPackage to be changed");
    }
    const LayerPtr features = m_window->document().features(layer);
    step("edit", [&] {
        canvas().setTool(MapCanvas::Tool::edit);
        canvas().zoomTo(features->boxes()[0]);
        canvas().editTool().setTarget(layer, features, 0);
    });
    const QPointF corner = canvas().view().toUnits(features->geometry().points(0)[0]);
    mouse(QEvent::MouseButtonPress, corner, Qt::LeftButton, Qt::LeftButton);
    for (int i = 0; i < 2 * kGestures; ++i) {
        mouse(QEvent::MouseMove, corner + QPointF(5.0 + i, 5.0 + i), Qt::NoButton, Qt::LeftButton);
        pause(2 * kFrameMs);
    }
    until("edit a corner", [this] { return isQuiet(); });
    std::vector<double> verdicts;
    std::vector<double> shown;
    for (int i = 0; i < 2 * kGestures; ++i) {
        const QPointF place = corner + QPointF(4.0 + i % 2, 4.0 + i % 3);
        const auto move = [&] { mouse(QEvent::MouseMove, place, Qt::NoButton, Qt::LeftButton); };
        const auto before = m_window->session().result();
        verdicts.push_back(delayOf("edit a corner", move, [&] { return m_window->session().result() != before; }));
        shown.push_back(verdicts.back() + delayOf(
                                              "edit a corner", [] {}, [this] { return isQuiet(); }));
    }
    tellDelays("from a move of the corner to the verdicts", verdicts);
    tellDelays("from a move of the corner to the list and the picture", shown);
    mouse(QEvent::MouseButtonRelease, corner + QPointF(4.0 + 2 * kGestures, 4.0 + 2 * kGestures), Qt::LeftButton,
          Qt::NoButton);
    endPhase("edit a corner", [this] { return isQuiet() && m_window->document().stack().count() > 0; });
}

void Visit::undo() {
    step("undo", [this] { m_window->document().stack().undo(); });
    endPhase("undo", [this] { return m_window->document().stack().index() == 0 && isQuiet(); });
}

void Visit::filter() {
    step("filter", [this] {
        canvas().setTool(MapCanvas::Tool::browse);
        m_window->findChild<QDockWidget*>(QStringLiteral("filter"))->show();
        m_window->filter().setLayer(largestLayer().name);
    });
    const Layer& features = *largestLayer().features;
    type(m_window->filter().edit(), QStringLiteral("FID >= %1").arg(features.fid(features.size() / 2)));
    pause(300);
    until("filter", [this] { return !m_window->filter().isBusy(); });
    for (int i = 0; i < kGestures; ++i) {
        step("filter", [this] { m_window->filter().step(1); });
    }
    endPhase("filter", [this] { return m_window->filter().onMap() != nullptr && isQuiet(); });
}

void Visit::close() {
    post([this] {
        m_window->document().clear(); // else it would ask what to do with the changes
        m_window->close();
    });
    endPhase("close", [this] { return !m_window->isVisible(); });
    post([this] { m_window.reset(); });
    endPhase("end", [this] { return m_window == nullptr; });
}

void Visit::endPhase(const char* name, const Condition& done) {
    until(name, done);
    tellPhase(name, m_watch.take());
}

void Visit::until(const char* phase, const Condition& done) {
    if (!m_watch.run(done, kPatienceMs)) {
        throw std::runtime_error(std::string("the phase '") + phase + "' does not come to its end");
    }
}

void Visit::step(const char* phase, const std::function<void()>& action) {
    post(action);
    pause(0);
    until(phase, [this] { return isQuiet(); });
}

void Visit::post(const std::function<void()>& action) {
    QMetaObject::invokeMethod(&m_watch, action, Qt::QueuedConnection);
}

double Visit::delayOf(const char* phase, const std::function<void()>& event, const Condition& brought) {
    QElapsedTimer clock;
    clock.start();
    event();
    until(phase, brought);
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

/// At least one turn.
void Visit::pause(int milliseconds) {
    bool isOver = false;
    QTimer::singleShot(milliseconds, &m_watch, [&isOver] { isOver = true; });
    until("pause", [&isOver] { return isOver; });
}

void Visit::press(QWidget& widget, int key, Qt::KeyboardModifiers modifiers, const QString& text) {
    QCoreApplication::postEvent(&widget, new QKeyEvent(QEvent::KeyPress, key, modifiers, text));
    QCoreApplication::postEvent(&widget, new QKeyEvent(QEvent::KeyRelease, key, modifiers, text));
}

void Visit::type(QWidget& widget, const QString& text) {
    for (const QChar letter : text) {
        press(widget, letter.toUpper().unicode(), {}, letter);
        pause(2 * kFrameMs);
    }
}

void Visit::mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons held) {
    QCoreApplication::postEvent(&canvas(), new QMouseEvent(type, at, canvas().mapToGlobal(at), button, held, {}));
}

void Visit::click(QPointF at) {
    mouse(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
    mouse(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
}

void Visit::wheel(QPointF at, int notches) {
    QCoreApplication::postEvent(&canvas(), new QWheelEvent(at, canvas().mapToGlobal(at), {}, {0, 120 * notches}, {}, {},
                                                           Qt::NoScrollPhase, false));
}

bool Visit::isQuiet() const {
    return m_window->session().state() == SessionState::upToDate && canvas().isSettled() &&
           !m_window->findings().isListing();
}

const map::MapLayer& Visit::largestLayer() const {
    const std::vector<map::MapLayer>& layers = canvas().scene()->layers;
    return *std::max_element(layers.begin(), layers.end(), [](const map::MapLayer& a, const map::MapLayer& b) {
        return a.features->size() < b.features->size();
    });
}

} // namespace merestone::benchmark
