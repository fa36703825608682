// SPDX-License-Identifier: MIT
#pragma once

#include "models/findings_lister.hpp"
#include "models/findings_model.hpp"
#include "models/plan_session.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTextBrowser;
class QTreeView;

namespace merestone::viewer {

/// The findings: how they stand to the plan, the list with its filters, and what there is to say about the chosen one.
/// Whatever is chosen stays chosen through a new run, as long as it is there.
class FindingsPanel : public QWidget {
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    void setState(const PlanSession& session);
    void setProgress(const QString& stage, double fraction);
    void setResult(const PlanSession& session);

    /// Marks findings as new, by their keys; no others are.
    void setFresh(const QStringList& keys) { m_model.setFresh(keys); }
    /// The rule that is chosen, or that the chosen finding is of; empty: none.
    [[nodiscard]] QString chosenRule() const;
    /// Whether a long list is still being made: what is chosen or asked for may not be in it yet.
    [[nodiscard]] bool isListing() const noexcept { return m_lister.isBusy(); }
    /// Chooses a finding or rule, unfolding what it lies under; loosens no filter. False when it is not listed.
    bool choose(const QString& key);
    /// Chooses the next listed finding after the chosen one (or before it), round the end.
    void step(int direction);
    void copy() const;
    void focusSearch();
    [[nodiscard]] QString chosenKey() const;
    /// Null unless a finding is chosen.
    [[nodiscard]] const Finding* chosenFinding() const;
    [[nodiscard]] QTreeView* view() const noexcept { return m_view; }

Q_SIGNALS:
    void chosenChanged(); ///< another finding, or none
    void chosenByUser();  ///< so the map goes there
    void checkWanted();
    void stopWanted();
    /// Which verdicts are listed (those that ask for attention, when all are), and whether waived ones alone.
    void filterChanged(const std::set<merestone::Verdict>& verdicts, bool waived);

private:
    QWidget* makeStateRow();
    QWidget* makeFilterRow();
    void makeView();
    void applyFilter();
    void list();
    void takeList(const FindingsListPtr& list);
    void unfold();
    void explain();
    void showExplanation(const QString& html);
    void showCounts();

    FindingsModel m_model;
    FindingsLister m_lister;
    FindingsChoice m_choice; ///< what is to be listed
    SnapshotPtr m_snapshot;
    RunPtr m_run;        ///< that is to be listed
    QString m_wanted;    ///< chosen before a run that has lost it; chosen again when it comes back
    QString m_explained; ///< as it is shown, in HTML
    bool m_restoring = false;
    bool m_unfolds = false; ///< when the list comes: it is another choice
    QLabel* m_stateText = nullptr;
    QLabel* m_counts = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_stop = nullptr;
    QComboBox* m_verdicts = nullptr;
    QComboBox* m_waived = nullptr;
    QLineEdit* m_search = nullptr;
    QTreeView* m_view = nullptr;
    QTextBrowser* m_explanation = nullptr;
};

} // namespace merestone::viewer
