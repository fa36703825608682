// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "plan/plan.hpp"

#include <QDialog>

class QCheckBox;
class QDateEdit;
class QDialogButtonBox;
class QLineEdit;
class QPlainTextEdit;

namespace merestone::viewer {

/// Asks why a conflict is accepted, by whom, and until when. It can be accepted only with a reason and a name.
class WaiveDialog : public QDialog {
    Q_OBJECT

public:
    WaiveDialog(const Finding& finding, QWidget* parent);

    [[nodiscard]] WaiverSpec waiver() const;

private:
    void checkComplete();

    std::string m_rule;
    std::string m_subject;
    QPlainTextEdit* m_reason;
    QLineEdit* m_by;
    QCheckBox* m_hasEnd;
    QDateEdit* m_until;
    QDialogButtonBox* m_buttons;
};

} // namespace merestone::viewer
