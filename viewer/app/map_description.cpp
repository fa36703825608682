// SPDX-License-Identifier: MIT
#include "app/map_description.hpp"

#include "app/map_canvas.hpp"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace merestone::viewer {

namespace {

constexpr double kZoomStep = 1.5;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MapDescription)
};

/// Those whose boxes meet the view.
int featuresSeen(const map::MapLayer& layer, const Box& seen) {
    if (seen.contains(layer.features->index().bounds())) {
        return static_cast<int>(layer.features->size());
    }
    int count = 0;
    layer.features->index().query(seen, [&count](std::uint32_t) {
        ++count;
        return true;
    });
    return count;
}

QStringList layersSeen(const map::MapScene& scene, const map::MapView& view) {
    const QLocale locale;
    QStringList seen;
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) { // the topmost first
        if (!layer->visible || view.scaleDenominator() > layer->style->maxDenominator) {
            continue;
        }
        if (const int count = featuresSeen(*layer, view.box()); count > 0) {
            //: A layer, and how many of its features.
            seen << Words::tr("%1: %2").arg(layer->title, locale.toString(count));
        }
    }
    return seen;
}

int findingsSeen(const map::MapScene& scene, const Box& seen) {
    return static_cast<int>(
        std::count_if(scene.findings->marks.begin(), scene.findings->marks.end(),
                      [&](const map::FindingMark& mark) { return scene.shows(mark) && mark.box.meets(seen); }));
}

/// The canvas as a screen reader meets it. Made by Qt when something asks, and gone with the widget.
class CanvasInterface : public QAccessibleWidget {
public:
    explicit CanvasInterface(MapCanvas* canvas) : QAccessibleWidget(canvas, QAccessible::Canvas) {}

    [[nodiscard]] QString text(QAccessible::Text which) const override {
        if (which == QAccessible::Description || which == QAccessible::Value) {
            return mapDescription(canvas().scene().get(), canvas().view(), canvas().finding());
        }
        return QAccessibleWidget::text(which);
    }
    [[nodiscard]] QStringList actionNames() const override {
        return QStringList{increaseAction(),    decreaseAction(), scrollLeftAction(),
                           scrollRightAction(), scrollUpAction(), scrollDownAction()}
               << QAccessibleWidget::actionNames();
    }
    void doAction(const QString& action) override {
        const double x = std::round(canvas().width() / 2.0);
        const double y = std::round(canvas().height() / 2.0);
        if (action == increaseAction()) {
            canvas().zoomBy(kZoomStep);
        } else if (action == decreaseAction()) {
            canvas().zoomBy(1.0 / kZoomStep);
        } else if (action == scrollLeftAction()) {
            canvas().setView(canvas().view().panned({x, 0}));
        } else if (action == scrollRightAction()) {
            canvas().setView(canvas().view().panned({-x, 0}));
        } else if (action == scrollUpAction()) {
            canvas().setView(canvas().view().panned({0, y}));
        } else if (action == scrollDownAction()) {
            canvas().setView(canvas().view().panned({0, -y}));
        } else {
            QAccessibleWidget::doAction(action);
        }
    }

private:
    [[nodiscard]] MapCanvas& canvas() const { return *static_cast<MapCanvas*>(widget()); }
};

QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
    auto* canvas = qobject_cast<MapCanvas*>(object);
    return canvas == nullptr ? nullptr : new CanvasInterface(canvas); // Qt deletes it
}

} // namespace

QString mapDescription(const map::MapScene* scene, const map::MapView& view, const std::string& key) {
    if (scene == nullptr) {
        return Words::tr("No plan is open.");
    }
    const QLocale locale;
    QStringList sentences;
    sentences << Words::tr("Scale 1 to %1, centre easting %2, northing %3.")
                     .arg(locale.toString(std::round(view.scaleDenominator()), 'f', 0),
                          locale.toString(view.centre.x(), 'f', 0), locale.toString(view.centre.y(), 'f', 0));
    const QStringList layers = layersSeen(*scene, view);
    sentences << (layers.isEmpty() ? Words::tr("No feature is seen.")
                                   : Words::tr("What is seen: %1.").arg(locale.createSeparatedList(layers)));
    sentences << Words::tr("%n finding(s) are seen.", nullptr, findingsSeen(*scene, view.box()));
    if (const auto mark = scene->findings->byKey.find(key); mark != scene->findings->byKey.end()) {
        const map::FindingMark& chosen = scene->findings->marks[mark->second];
        const QString message = QString::fromStdString(scene->findings->finding(mark->second).message);
        sentences << (chosen.box.meets(view.box()) ? Words::tr("Chosen: %1").arg(message)
                                                   : Words::tr("Chosen, and not seen here: %1").arg(message));
    }
    return sentences.join(QLatin1Char(' '));
}

void makeCanvasAccessible() {
    QAccessible::installFactory(interfaceOf); // one that is there already is not added again
}

void tellThatMapChanged(MapCanvas& canvas) {
    if (QAccessible::isActive()) {
        QAccessibleEvent event(&canvas, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace merestone::viewer
