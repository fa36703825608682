// SPDX-License-Identifier: MIT
#include "app/identify_panel.hpp"

#include "app/verdict_icon.hpp"
#include "geometry/kernels.hpp"
#include "models/wording.hpp"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>

namespace merestone::viewer {

namespace {

enum Role { LayerRole = Qt::UserRole + 1, RowRole, KeyRole };
constexpr std::size_t kMostFeatures = 200; ///< more than that nobody reads; the heading says how many there are

} // namespace

QString featureTitle(const map::MapScene& scene, const map::FeatureId& id) {
    const map::MapLayer& layer = scene.layers[id.layer];
    const QString code = QString::fromStdString(layer.features->id(id.row));
    const QString name = QString::fromStdString(layer.features->displayName(id.row));
    const QString both = name.isEmpty() || name == code ? code : code + QLatin1Char(' ') + name;
    return QStringLiteral("%1: %2").arg(layer.title, both);
}

IdentifyPanel::IdentifyPanel(QWidget* parent) : QTreeWidget(parent) {
    setAccessibleName(tr("What is here"));
    setColumnCount(2);
    setHeaderLabels({tr("Feature, attribute"), tr("Value")});
    setUniformRowHeights(true);
    setColumnWidth(0, std::max(180, header()->sectionSizeHint(0)));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copyRows = new QAction(tr("&Copy"), this);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &IdentifyPanel::copy);
    addAction(copyRows);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const QTreeWidgetItem* top = item == nullptr || item->parent() == nullptr ? item : item->parent();
        if (top != nullptr && top->data(0, KeyRole).isValid()) {
            Q_EMIT findingChosen(top->data(0, KeyRole).toString());
        } else if (top != nullptr) {
            Q_EMIT featureChosen(top->data(0, LayerRole).toULongLong(), top->data(0, RowRole).toULongLong());
        }
    });
}

void IdentifyPanel::show(const map::MapScene& scene, const std::vector<map::FeatureId>& features,
                         const std::vector<std::size_t>& marks) {
    const QSignalBlocker quiet(this);
    clear();
    for (const std::size_t mark : marks) {
        const Finding& finding = scene.findings->finding(mark);
        auto* item = new QTreeWidgetItem(this, {QString::fromStdString(finding.message), verdictText(finding.verdict)});
        item->setIcon(0, verdictIcon(finding.verdict, finding.waived.has_value()));
        item->setData(0, KeyRole, QString::fromStdString(finding.key));
    }
    for (std::size_t i = 0; i < features.size() && i < kMostFeatures; ++i) {
        addFeature(scene, features[i]);
    }
    if (features.size() > kMostFeatures) {
        new QTreeWidgetItem(this, {tr("… and %n more", nullptr, static_cast<int>(features.size() - kMostFeatures))});
    }
    if (topLevelItemCount() == 0) {
        new QTreeWidgetItem(this, {tr("Nothing is here.")});
    }
    constexpr int kFew = 3;
    for (int i = 0; i < topLevelItemCount() && topLevelItemCount() <= kFew; ++i) {
        topLevelItem(i)->setExpanded(true);
    }
}

void IdentifyPanel::addFeature(const map::MapScene& scene, const map::FeatureId& id) {
    const Layer& layer = *scene.layers[id.layer].features;
    auto* item = new QTreeWidgetItem(this, {featureTitle(scene, id)});
    item->setData(0, LayerRole, static_cast<qulonglong>(id.layer));
    item->setData(0, RowRole, static_cast<qulonglong>(id.row));
    const auto add = [item](const QString& name, const QString& value) { new QTreeWidgetItem(item, {name, value}); };
    if (layer.geometry().shape(id.row) == merestone::Shape::polygon) {
        add(tr("Area (planar grid)"), areaText(layer.areas()[id.row]));
        add(tr("Edge (planar grid)"), lengthText(length(layer.geometry(), id.row)));
    } else if (layer.geometry().shape(id.row) == merestone::Shape::line) {
        add(tr("Length (planar grid)"), lengthText(length(layer.geometry(), id.row)));
    }
    if (layer.state(id.row) == GeometryState::repaired) {
        add(tr("Geometry"), tr("invalid in the source; its repaired shape is used"));
    }
    for (const Column& column : layer.columns()) {
        add(QString::fromStdString(column.name),
            column.isNull(id.row) ? tr("(empty)") : QString::fromStdString(column.text(id.row)));
    }
}

void IdentifyPanel::copy() const {
    QStringList lines;
    for (const QTreeWidgetItem* item : selectedItems()) {
        lines << (item->text(1).isEmpty() ? item->text(0) : item->text(0) + QLatin1Char('\t') + item->text(1));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace merestone::viewer
