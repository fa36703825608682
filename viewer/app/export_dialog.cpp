// SPDX-License-Identifier: MIT
#include "app/export_dialog.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace merestone::viewer {

ExportDialog::ExportDialog(PlanSession& session, EditDocument& document, QWidget* parent)
    : OutputDialog(session, document, {tr("&Export"), tr("&Open the folder")}, parent), m_extent(new QComboBox) {
    setWindowTitle(tr("Export for QGIS"));
    addTarget(tr("&Folder"), QFileInfo(session.file()).absolutePath() + QLatin1String("/export"), [this] {
        return QFileDialog::getExistingDirectory(this, tr("Choose a folder for the export"), target());
    });
    m_extent->addItems({tr("What lies within reach of the check"), tr("Everything in their files")});
    form().addRow(tr("Of other people's &layers"), m_extent);
    const std::array<std::pair<const char*, QString>, 5> formats{
        {{"gpkg", tr("&GeoPackage, with the QGIS project and styles")},
         {"shapefile", tr("Sh&apefiles")},
         {"geojson", tr("Geo&JSON")},
         {"csv", tr("CS&V, for spreadsheets")},
         {"planning-data", tr("&Tables for planning.data.gov.uk")}}};
    for (const auto& [name, text] : formats) {
        auto* box = new QCheckBox(text);
        box->setObjectName(QLatin1String(name)); // as --format has it
        box->setChecked(true);
        form().addRow(m_formats.empty() ? tr("Formats") : QString(), box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::choicesChanged);
        m_formats.push_back(box);
    }
    choicesChanged();
}

QStringList ExportDialog::arguments() const {
    QStringList formats;
    for (const QCheckBox* box : m_formats) {
        if (box->isChecked()) {
            formats << box->objectName();
        }
    }
    QStringList arguments = command(QStringLiteral("export"));
    arguments << QStringLiteral("--to") << target() << QStringLiteral("--format") << formats.join(QLatin1Char(','));
    if (m_extent->currentIndex() == 1) {
        arguments << QStringLiteral("--all");
    }
    return arguments;
}

QString ExportDialog::whyNot() const {
    const bool anyFormat =
        std::any_of(m_formats.begin(), m_formats.end(), [](const QCheckBox* box) { return box->isChecked(); });
    return anyFormat ? OutputDialog::whyNot() : tr("Choose a format.");
}

} // namespace merestone::viewer
