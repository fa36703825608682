// SPDX-License-Identifier: MIT
#pragma once

#include "app/output_dialog.hpp"

#include <vector>

class QCheckBox;
class QComboBox;

namespace merestone::viewer {

/// Asks for the folder and the formats of an export, and writes it as `merestone export` does: with a project for QGIS,
/// and a text on exactly what each format lost, which is shown at the end.
class ExportDialog : public OutputDialog {
    Q_OBJECT

public:
    ExportDialog(PlanSession& session, EditDocument& document, QWidget* parent);

    [[nodiscard]] QStringList arguments() const override;

protected:
    [[nodiscard]] QString whyNot() const override;

private:
    QComboBox* m_extent;
    std::vector<QCheckBox*> m_formats;
};

} // namespace merestone::viewer
