// SPDX-License-Identifier: MIT
#include "app/drafting_bar.hpp"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

namespace merestone::viewer {

DraftingBar::DraftingBar(QWidget* parent) : QToolBar(tr("Drafting"), parent), m_layer(new QComboBox) {
    setObjectName(QStringLiteral("drafting"));
    auto* label = new QLabel(tr("Draw &in: "));
    label->setBuddy(m_layer);
    m_layer->setAccessibleName(tr("Layer to draw in"));
    m_layer->setToolTip(tr("The layer of the plan that new features go into"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addWidget(label);
    addWidget(m_layer);
    connect(m_layer, &QComboBox::currentIndexChanged, this, &DraftingBar::layerChanged);
}

void DraftingBar::setLayers(const map::MapScene* scene, const QStringList& names) {
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
