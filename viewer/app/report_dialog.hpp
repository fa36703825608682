// SPDX-License-Identifier: MIT
#pragma once

#include "app/output_dialog.hpp"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace merestone::viewer {

/// Asks for the file of a report, HTML or PDF, and writes it as `merestone report` does.
class ReportDialog : public OutputDialog {
    Q_OBJECT

public:
    ReportDialog(PlanSession& session, EditDocument& document, QWidget* parent);

    [[nodiscard]] QStringList arguments() const override;

protected:
    [[nodiscard]] QString whyNot() const override;
    void targetChanged() override;
    void wrote() override;

private:
    void takeKind();
    void addBaseline();

    QString m_planFolder;
    QComboBox* m_kind;
    QSpinBox* m_pictures;
    QSpinBox* m_findings;
    QLineEdit* m_baseline;
    QCheckBox* m_openAtEnd;
};

} // namespace merestone::viewer
