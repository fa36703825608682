// SPDX-License-Identifier: MIT
#pragma once

#include "app/sheet_job.hpp"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace merestone::viewer {

/// Asks for a map on paper, shows how it will look, and saves or prints it: title, legend, scale, north arrow and
/// licences come with it, and what would be too small to be seen is told beforehand.
class MapDialog : public QDialog {
    Q_OBJECT

public:
    /// `seen`: what the window's map shows now.
    MapDialog(map::ScenePtr scene, const Box& seen, map::ThemeKind theme, QWidget* parent);

    /// Writes the map as it is chosen. The dialog closes when it is written, and says why where it could not be.
    void saveTo(const QString& file);
    /// The file that was written last; empty: none.
    [[nodiscard]] const QString& savedFile() const noexcept { return m_saved; }
    [[nodiscard]] SheetRequest request() const;
    void reject() override; ///< stops what is being written first, and stays open then

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeChoices();
    void makeLayout();
    void connectJob();
    void askForFile();
    void askForPrinter();
    void changed();
    void showPreview(const QImage& image, double denominator, const QStringList& tooSmall);
    void setBusy(bool busy);

    map::ScenePtr m_scene;
    Box m_seen;
    map::ThemeKind m_theme;
    QComboBox* m_page;
    QComboBox* m_part;
    QComboBox* m_scale;
    QLineEdit* m_heading;
    QCheckBox* m_findings;
    QCheckBox* m_labels;
    QSpinBox* m_dots;
    QLabel* m_preview;
    QLabel* m_note;
    QProgressBar* m_progress;
    QPushButton* m_save;
    QPushButton* m_print;
    QPushButton* m_close;
    QTimer m_wait; ///< merges changes that follow each other
    QString m_saved;
    bool m_busy = false;
    SheetJob m_job;
};

} // namespace merestone::viewer
