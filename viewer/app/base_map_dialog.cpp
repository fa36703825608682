// SPDX-License-Identifier: MIT
#include "app/base_map_dialog.hpp"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace merestone::viewer {

BaseMapDialog::BaseMapDialog(const QString& file, const QString& licence, QWidget* parent)
    : QDialog(parent), m_file(new QLineEdit(file)), m_licence(new QLineEdit(licence)) {
    setWindowTitle(tr("Base map"));
    m_file->setObjectName(QStringLiteral("file"));
    m_file->setAccessibleName(tr("File of the picture"));
    m_file->setMinimumWidth(360);
    m_licence->setObjectName(QStringLiteral("licence"));
    m_licence->setAccessibleName(tr("Licence of the picture"));
    m_licence->setPlaceholderText(tr("As its publisher asks for it; it is shown on the map"));
    auto* find = new QPushButton(tr("&Browse…"));
    connect(find, &QPushButton::clicked, this, &BaseMapDialog::browse);
    auto* row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(find);
    auto* explanation =
        new QLabel(tr("A GeoTIFF, MBTiles, or a description of a WMTS. Only the last asks a server: the "
                      "one that it names."));
    explanation->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QFormLayout(this);
    layout->addRow(explanation);
    layout->addRow(tr("&File"), row);
    qobject_cast<QLabel*>(layout->labelForField(row))->setBuddy(m_file);
    layout->addRow(tr("&Licence"), m_licence);
    layout->addRow(buttons);
    QPushButton* use = buttons->button(QDialogButtonBox::Ok);
    use->setEnabled(!file.isEmpty());
    connect(m_file, &QLineEdit::textChanged, use, [use](const QString& text) { use->setEnabled(!text.isEmpty()); });
}

QString BaseMapDialog::file() const {
    return m_file->text().trimmed();
}

QString BaseMapDialog::licence() const {
    return m_licence->text().simplified();
}

void BaseMapDialog::browse() {
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Choose a picture"), QFileInfo(m_file->text()).path(),
                                                        tr("Base maps (*.tif *.tiff *.mbtiles *.xml);;All files (*)"));
    if (!chosen.isEmpty()) {
        m_file->setText(chosen);
    }
}

} // namespace merestone::viewer
