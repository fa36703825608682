// SPDX-License-Identifier: MIT
#include "models/layers_model.hpp"

#include "cartography/map_view.hpp"

#include <QCoreApplication>
#include <QIcon>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace merestone::viewer {

namespace {

constexpr int kSwatchWidth = 22;
constexpr int kSwatchHeight = 14;

/// What features of a layer are, by the first of them that has a shape.
Shape shapeOf(const Layer& layer) {
    for (std::size_t row = 0; row < layer.size(); ++row) {
        if (layer.geometry().shape(row) != Shape::none) {
            return layer.geometry().shape(row);
        }
    }
    return Shape::none;
}

/// What maps on paper say in English. The title of a layer, which a class may have too, is in no catalogue.
QString onScreen(const map::StyleClass& styleClass) {
    return QCoreApplication::translate("Kind", styleClass.title.toUtf8().constData());
}

Qt::BrushStyle brushOf(map::Pattern pattern) {
    switch (pattern) {
    case map::Pattern::none:
        return Qt::NoBrush;
    case map::Pattern::hatch:
    case map::Pattern::wideHatch:
        return Qt::BDiagPattern;
    case map::Pattern::hatchBack:
        return Qt::FDiagPattern;
    case map::Pattern::crossHatch:
        return Qt::DiagCrossPattern;
    case map::Pattern::dots:
        return Qt::Dense6Pattern;
    case map::Pattern::solid:
        break;
    }
    return Qt::SolidPattern;
}

void paintSwatch(QPainter& painter, const map::Symbol& symbol, Shape shape, const QRectF& box) {
    const double unitsPerMm = map::MapView::kScreenUnitsPerMm;
    const QPen stroke =
        symbol.stroke.isValid() ? QPen(symbol.stroke, std::max(1.0, symbol.strokeMm * unitsPerMm)) : QPen(Qt::NoPen);
    if (shape == Shape::point) {
        map::drawMarker(painter, symbol, box.center(), symbol.markerMm * unitsPerMm, unitsPerMm);
    } else if (shape == Shape::line) {
        const QLineF line(box.left(), box.center().y(), box.right(), box.center().y());
        if (symbol.casing.isValid()) {
            painter.setPen(QPen(symbol.casing, stroke.widthF() + 2 * symbol.casingMm * unitsPerMm));
            painter.drawLine(line);
        }
        painter.setPen(stroke);
        painter.drawLine(line);
    } else if (shape == Shape::polygon) {
        painter.setPen(stroke);
        painter.setBrush(symbol.fill.isValid() ? QBrush(symbol.fill, brushOf(symbol.pattern)) : QBrush(Qt::NoBrush));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
}

} // namespace

LayersModel::LayersModel(QObject* parent) : QStandardItemModel(parent) {
    connect(this, &QStandardItemModel::itemChanged, this, &LayersModel::itemTicked);
}

bool LayersModel::sameLayers(const map::MapScene& other) const {
    return m_scene != nullptr && std::equal(m_scene->layers.begin(), m_scene->layers.end(), other.layers.begin(),
                                            other.layers.end(), [](const map::MapLayer& a, const map::MapLayer& b) {
                                                return a.name == b.name && a.title == b.title &&
                                                       a.style->classes.size() == b.style->classes.size();
                                            });
}

map::ScenePtr LayersModel::withChoices(map::ScenePtr scene) const {
    auto copy = std::make_shared<map::MapScene>(*scene);
    for (map::MapLayer& layer : copy->layers) {
        if (const auto chosen = m_chosen.find(layer.name); chosen != m_chosen.end()) {
            layer.visible = chosen->second;
        }
    }
    copy->shownVerdicts = m_verdicts;
    copy->showWaived = m_waived;
    return copy;
}

void LayersModel::setScene(map::ScenePtr scene) {
    const bool isSame = scene != nullptr && sameLayers(*scene);
    m_scene = scene == nullptr ? nullptr : withChoices(std::move(scene));
    if (!isSame) {
        rebuild();
    }
    Q_EMIT sceneChanged();
}

void LayersModel::setTheme(map::ThemeKind theme) {
    if (theme != m_theme) {
        m_theme = theme;
        rebuild();
    }
}

void LayersModel::setShown(const std::set<Verdict>& verdicts, bool waived) {
    m_verdicts = verdicts;
    m_waived = waived;
    if (m_scene != nullptr) {
        m_scene = withChoices(m_scene);
        Q_EMIT sceneChanged();
    }
}

void LayersModel::itemTicked(QStandardItem* item) {
    const QString name = item->data(NameRole).toString();
    if (m_building || m_scene == nullptr || name.isEmpty()) {
        return;
    }
    m_chosen[name] = item->checkState() == Qt::Checked;
    m_scene = withChoices(m_scene);
    Q_EMIT sceneChanged();
}

QIcon LayersModel::swatch(const map::MapLayer& layer, std::size_t styleClass) const {
    constexpr int kFine = 2; // device pixels per unit: sharp on dense screens
    QPixmap pixmap(kSwatchWidth * kFine, kSwatchHeight * kFine);
    pixmap.setDevicePixelRatio(kFine);
    const map::Theme& theme = map::theme(m_theme);
    pixmap.fill(theme.background);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const map::Symbol& symbol = theme.symbol(layer.style->classes[styleClass].kind);
    paintSwatch(painter, symbol, shapeOf(*layer.features), QRectF(0, 0, kSwatchWidth, kSwatchHeight));
    return QIcon(pixmap);
}

void LayersModel::rebuild() {
    m_building = true; // filling it is no ticking
    clear();
    setHorizontalHeaderLabels({tr("Layer")});
    if (m_scene != nullptr) {
        for (auto layer = m_scene->layers.rbegin(); layer != m_scene->layers.rend(); ++layer) {
            auto* item = new QStandardItem(layer->title);
            item->setData(layer->name, NameRole);
            item->setCheckable(true);
            item->setEditable(false);
            item->setCheckState(layer->visible ? Qt::Checked : Qt::Unchecked);
            item->setToolTip(
                tr("%1, %n feature(s)", nullptr, static_cast<int>(layer->features->size())).arg(layer->name));
            const auto& classes = layer->style->classes;
            if (classes.size() == 1) {
                item->setIcon(swatch(*layer, 0));
            }
            for (std::size_t i = 0; classes.size() > 1 && i < classes.size(); ++i) {
                auto* entry = new QStandardItem(swatch(*layer, i), onScreen(classes[i]));
                entry->setEditable(false);
                item->appendRow(entry);
            }
            appendRow(item);
        }
    }
    m_building = false;
}

} // namespace merestone::viewer
