// SPDX-License-Identifier: MIT
#include "models/versions_model.hpp"

#include <algorithm>

namespace merestone::viewer {

namespace {

/// One cell of a table that may be pasted into a spreadsheet.
QString cellText(QString text) {
    text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    const bool looksLikeFormula = !text.isEmpty() && QStringLiteral("=+-@").contains(text[0]);
    return looksLikeFormula ? QLatin1Char('\'') + text : text;
}

} // namespace

void VersionsModel::setVersions(VersionsPtr versions) {
    beginResetModel();
    m_versions = std::move(versions);
    endResetModel();
}

int VersionsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_versions == nullptr ? 0 : static_cast<int>(m_versions->rows.size());
}

int VersionsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VersionsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const VersionRow& row = m_versions->rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TrendRole:
        return static_cast<int>(row.trend);
    case BeforeKeyRole:
        return row.beforeKey;
    case NowKeyRole:
        return row.nowKey;
    case SortRole:
        if (index.column() == Became) {
            return index.row(); // what asks for attention first
        }
        return index.column() == Changed ? QVariant(row.change) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return row.changed.isEmpty() ? row.what : row.what + QLatin1Char('\n') + row.changed;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Became:
        return trendText(row.trend);
    case Rule:
        return row.rule;
    case What:
        return row.what;
    case Before:
        return row.before;
    case Now:
        return row.now;
    default:
        return row.changed;
    }
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Became:
        return tr("Became");
    case Rule:
        return tr("Rule");
    case What:
        return tr("Finding");
    case Before:
        return tr("Before");
    case Now:
        return tr("Now");
    case Changed:
        return tr("What has changed");
    default:
        return {};
    }
}

VersionsFilter::VersionsFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(VersionsModel::SortRole);
}

void VersionsFilter::setTrend(std::optional<Trend> trend) {
    m_trend = trend;
    invalidateFilter();
}

void VersionsFilter::setSearch(const QString& words) {
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool VersionsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_trend && index.data(VersionsModel::TrendRole).toInt() != static_cast<int>(*m_trend)) {
        return false;
    }
    QString text =
        index.data(VersionsModel::NowKeyRole).toString() + index.data(VersionsModel::BeforeKeyRole).toString();
    for (int column = 0; column < VersionsModel::ColumnCount; ++column) {
        text += QLatin1Char(' ') + index.siblingAtColumn(column).data().toString();
    }
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString VersionsFilter::asTable() const {
    QStringList lines;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            const QVariant cell = row < 0 ? headerData(column, Qt::Horizontal) : index(row, column).data();
            cells << cellText(cell.toString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace merestone::viewer
