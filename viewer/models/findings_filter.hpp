// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <QModelIndexList>
#include <QSortFilterProxyModel>

#include <set>

namespace merestone::viewer {

/// Which findings are listed, and in what order. A rule or policy stays as long as something below it is wanted, or
/// it is wanted itself. Numbers sort as numbers; ties keep the order of the plan.
class FindingsFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Waived { shown, hidden, alone };

    explicit FindingsFilter(QObject* parent = nullptr);

    void setVerdicts(std::set<Verdict> verdicts); ///< empty: all
    void setWaived(Waived waived);
    void setLayer(const QString& layer); ///< of the subject; empty: all
    /// Words that must all be found, in any order and case.
    void setSearch(const QString& words);

    /// Keys of the listed findings in their order on screen: what N steps through.
    [[nodiscard]] QStringList findingKeys() const;
    /// Rows as lines of tab-separated values with a heading, for the clipboard; line breaks and tabs in texts become
    /// spaces, and nothing begins like a formula.
    [[nodiscard]] QString asTable(const QModelIndexList& rows) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void collectKeys(const QModelIndex& parent, QStringList& keys) const;

    std::set<Verdict> m_verdicts;
    Waived m_waived = Waived::shown;
    QString m_layer;
    QStringList m_words;
};

} // namespace merestone::viewer
