// SPDX-License-Identifier: MIT
#include "models/findings_filter.hpp"

#include "models/findings_model.hpp"

#include <algorithm>

namespace merestone::viewer {

namespace {

/// One cell of a table that may be pasted into a spreadsheet.
QString cellText(QString text) {
    text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    const bool looksLikeFormula =
        !text.isEmpty() && QStringLiteral("=+@").contains(text[0]); // "-" begins margins, which are figures
    return looksLikeFormula ? QLatin1Char('\'') + text : text;
}

} // namespace

FindingsFilter::FindingsFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setRecursiveFilteringEnabled(true);
    setSortRole(FindingsModel::SortRole);
}

void FindingsFilter::setVerdicts(std::set<Verdict> verdicts) {
    m_verdicts = std::move(verdicts);
    invalidateFilter();
}

void FindingsFilter::setWaived(Waived waived) {
    m_waived = waived;
    invalidateFilter();
}

void FindingsFilter::setLayer(const QString& layer) {
    m_layer = layer;
    invalidateFilter();
}

void FindingsFilter::setSearch(const QString& words) {
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto kind = static_cast<FindingsModel::Kind>(index.data(FindingsModel::KindRole).toInt());
    const bool narrowed = !m_verdicts.empty() || !m_words.isEmpty() || !m_layer.isEmpty() || m_waived == Waived::alone;
    if (kind == FindingsModel::Kind::policy) {
        return !narrowed; // else only for the sake of what is below it
    }
    const bool waived = index.data(FindingsModel::WaivedRole).toBool();
    if ((m_waived == Waived::hidden && waived) || (m_waived == Waived::alone && !waived)) {
        return false;
    }
    if (!m_layer.isEmpty() && index.data(FindingsModel::LayerRole).toString() != m_layer) {
        return false;
    }
    const auto verdict = static_cast<Verdict>(index.data(FindingsModel::VerdictRole).toInt());
    if (!m_verdicts.empty() && m_verdicts.count(verdict) == 0) {
        return false;
    }
    const QString text = m_words.isEmpty() ? QString() : index.data(FindingsModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool FindingsFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QPartialOrdering order = QVariant::compare(left.data(sortRole()), right.data(sortRole()));
    if (order == QPartialOrdering::Equivalent || order == QPartialOrdering::Unordered) {
        return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
    }
    return order == QPartialOrdering::Less;
}

void FindingsFilter::collectKeys(const QModelIndex& parent, QStringList& keys) const {
    for (int row = 0; row < rowCount(parent); ++row) {
        const QModelIndex child = index(row, 0, parent);
        if (child.data(FindingsModel::KindRole).toInt() == static_cast<int>(FindingsModel::Kind::finding)) {
            keys << child.data(FindingsModel::KeyRole).toString();
        } else {
            collectKeys(child, keys);
        }
    }
}

QStringList FindingsFilter::findingKeys() const {
    QStringList keys;
    collectKeys({}, keys);
    return keys;
}

QString FindingsFilter::asTable(const QModelIndexList& rows) const {
    QStringList lines;
    QStringList heading{tr("Key")};
    for (int column = 0; column < columnCount(); ++column) {
        heading << headerData(column, Qt::Horizontal).toString();
    }
    lines << heading.join(QLatin1Char('\t'));
    for (const QModelIndex& row : rows) {
        QStringList cells{cellText(row.data(FindingsModel::KeyRole).toString())};
        for (int column = 0; column < columnCount(); ++column) {
            cells << cellText(row.siblingAtColumn(column).data().toString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace merestone::viewer
