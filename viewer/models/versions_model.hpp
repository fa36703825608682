// SPDX-License-Identifier: MIT
#pragma once

#include "models/compare_versions.hpp"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace merestone::viewer {

/// What has become of each finding from one version of a plan to the next. GUI thread.
class VersionsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Became, Rule, What, Before, Now, Changed, ColumnCount };
    enum Role {
        TrendRole = Qt::UserRole, ///< int of Trend
        BeforeKeyRole,            ///< QString; empty: none
        NowKeyRole,
        SortRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setVersions(VersionsPtr versions); ///< null empties the model
    [[nodiscard]] VersionsPtr versions() const noexcept { return m_versions; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    VersionsPtr m_versions;
};

/// Which of them are listed: one way that they have gone, or all, and words that must all be found.
class VersionsFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit VersionsFilter(QObject* parent = nullptr);

    void setTrend(std::optional<Trend> trend); ///< nothing: all
    void setSearch(const QString& words);
    /// All listed rows as lines of tab-separated values with a heading, for the clipboard; nothing begins like a
    /// formula.
    [[nodiscard]] QString asTable() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<Trend> m_trend;
    QStringList m_words;
};

} // namespace merestone::viewer
