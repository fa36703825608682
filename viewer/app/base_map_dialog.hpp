// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QLineEdit;

namespace merestone::viewer {

/// Asks which picture is to lie beneath the plan, and what licence it has.
class BaseMapDialog : public QDialog {
    Q_OBJECT

public:
    BaseMapDialog(const QString& file, const QString& licence, QWidget* parent);

    [[nodiscard]] QString file() const;
    [[nodiscard]] QString licence() const;

private:
    void browse();

    QLineEdit* m_file;
    QLineEdit* m_licence;
};

} // namespace merestone::viewer
