// SPDX-License-Identifier: MIT
#include "app/drafting_bar.hpp"

#include <QComboBox>
#include <QLabel>
#include <QShortcut>
#include <QSignalBlocker>

namespace merestone::viewer {

DraftingBar::DraftingBar(QWidget* parent)
    : QToolBar(tr("Drafting"), parent), m_layer(new QComboBox), m_source(new QComboBox) {
    setObjectName(QStringLiteral("drafting"));
    auto* label = new QLabel(tr("Draw &in: "));
    label->setBuddy(m_layer);
    m_layer->setAccessibleName(tr("Layer to draw in"));
    m_layer->setToolTip(tr("The layer of the plan that new features go into"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addWidget(label);
    addWidget(m_layer);
    auto* from = new QLabel(tr(" Choose &from: "));
    from->setBuddy(m_source);
    m_source->setAccessibleName(tr("Layer to choose features from"));
    m_source->setToolTip(tr("The layer whose features are chosen, to make a feature of them or to merge them"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addWidget(from);
    addWidget(m_source);
    connect(m_layer, &QComboBox::currentIndexChanged, this, &DraftingBar::layerChanged);
    for (QComboBox* choice : {m_layer, m_source}) {
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape}) {
            auto* shortcut = new QShortcut(QKeySequence(key), choice);
            shortcut->setContext(Qt::WidgetShortcut);
            connect(shortcut, &QShortcut::activated, this, &DraftingBar::chosen);
        }
    }
}

void DraftingBar::setLayers(const map::MapScene* scene, const QStringList& names) {
    setSources(scene);
    QStringList present;
    for (int i = 0; i < m_layer->count(); ++i) {
        present << m_layer->itemData(i).toString();
    }
    if (present == names) {
        return;
    }
    const QString before = layer();
    {
        const QSignalBlocker quiet(m_layer);
        m_layer->clear();
        for (const QString& name : names) {
            const map::MapLayer* shown = scene == nullptr ? nullptr : scene->layer(name);
            m_layer->addItem(shown == nullptr ? name : shown->title, name);
        }
        setLayer(before);
        m_layer->setEnabled(!names.isEmpty());
    }
    if (layer() != before) {
        Q_EMIT layerChanged();
    }
}

/// Every layer of the map. Plots of land are what a site is mostly made of, so they are offered first.
void DraftingBar::setSources(const map::MapScene* scene) {
    QStringList names{QString()};
    for (std::size_t i = scene == nullptr ? 0 : scene->layers.size(); i-- > 0;) {
        names << scene->layers[i].name;
    }
    QStringList present;
    for (int i = 0; i < m_source->count(); ++i) {
        present << m_source->itemData(i).toString();
    }
    if (present == names) {
        return;
    }
    const QString before = source();
    m_source->clear();
    for (const QString& name : names) {
        m_source->addItem(name.isEmpty() ? tr("whatever is on top") : scene->layer(name)->title, name);
    }
    setSource(before);
    for (const QString& name : names) {
        if (source().isEmpty() && name.contains(QLatin1String("parcel"), Qt::CaseInsensitive)) {
            setSource(name);
        }
    }
}

QString DraftingBar::source() const {
    return m_source->currentData().toString();
}

void DraftingBar::setSource(const QString& name) {
    if (const int found = m_source->findData(name); found >= 0) {
        m_source->setCurrentIndex(found);
    }
}

QString DraftingBar::layer() const {
    return m_layer->currentData().toString();
}

QString DraftingBar::layerTitle() const {
    return m_layer->currentText();
}

void DraftingBar::setLayer(const QString& name) {
    if (const int found = m_layer->findData(name); found >= 0) {
        m_layer->setCurrentIndex(found);
    }
}

} // namespace merestone::viewer
