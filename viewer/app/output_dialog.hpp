// SPDX-License-Identifier: MIT
#pragma once

#include "app/program_run.hpp"
#include "commands/edit_document.hpp"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace merestone::viewer {

/// What the dialogs have in common that hand the open plan on in files: they ask where to, run the program `merestone`
/// with progress and Stop, tell what it told, and open what it wrote. The program reads the plan's files, so that
/// drawings that are not saved must be saved first; the dialog says so and does it.
class OutputDialog : public QDialog {
    Q_OBJECT

public:
    /// What the program is started with; the first is its command.
    [[nodiscard]] virtual QStringList arguments() const = 0;
    /// Begins, as the button does.
    void start();
    /// The file or folder that was written last; empty: none.
    [[nodiscard]] const QString& written() const noexcept { return m_written; }
    void reject() override; ///< stops what is being written first, and stays open then

protected:
    /// Labels of the buttons.
    struct Words {
        QString start;
        QString open; ///< what was written
    };
    /// `session` has a plan open.
    OutputDialog(PlanSession& session, EditDocument& document, const Words& words, QWidget* parent);

    /// Adds the field for the target; `browse` asks for another one and gives it, or nothing.
    void addTarget(const QString& label, const QString& target, const std::function<QString()>& browse);
    [[nodiscard]] QFormLayout& form() noexcept { return *m_form; }
    /// The target as an absolute path; what is not is meant from the plan's folder.
    [[nodiscard]] QString target() const;
    void setTarget(const QString& target);
    /// Why it cannot begin, one sentence; empty when it can.
    [[nodiscard]] virtual QString whyNot() const;
    /// The command with what the plan was opened with.
    [[nodiscard]] QStringList command(const QString& name) const;
    /// After the last choice: whether the button can be pressed.
    void choicesChanged();
    /// Another target has been typed or chosen.
    virtual void targetChanged() {}
    /// It has been written.
    virtual void wrote() {}
    void openWritten();

private:
    void makeLayout();
    void connectRun();
    void setBusy(bool busy);
    void tell(const QString& text);

    PlanSession& m_session;
    EditDocument& m_document;
    QFormLayout* m_form;
    QLineEdit* m_target = nullptr;
    QWidget* m_choices;
    QWidget* m_unsaved;
    QLabel* m_note;
    QProgressBar* m_progress;
    QPlainTextEdit* m_told;
    QPushButton* m_start;
    QPushButton* m_open;
    QPushButton* m_close;
    QString m_written;
    QString m_running; ///< what is being written
    ProgramRun m_run;
};

} // namespace merestone::viewer
