// SPDX-License-Identifier: MIT
#include "models/findings_model.hpp"

#include "models/wording.hpp"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace merestone::viewer {

namespace {

using Place = FindingsList::Place;

// What an index carries tells its parent: nothing for a policy, else the policy, and for findings the rule as well.
constexpr int kRuleBits = 16;

quintptr idOf(const Place& place) {
    if (!place.rule) {
        return 0;
    }
    const quintptr policy = place.policy + 1;
    return place.finding ? (policy << kRuleBits) + *place.rule + 1 : policy << kRuleBits;
}

/// One cell of a table that may be pasted into a spreadsheet.
QString cellText(QString text) {
    text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    const bool looksLikeFormula =
        !text.isEmpty() && QStringLiteral("=+@").contains(text[0]); // "-" begins margins, which are figures
    return looksLikeFormula ? QLatin1Char('\'') + text : text;
}

} // namespace

FindingsModel::FindingsModel(QObject* parent) : QAbstractItemModel(parent) {}

void FindingsModel::setList(FindingsListPtr list) {
    if (m_list == nullptr || list == nullptr || !list->isOfSameRules(*m_list)) {
        beginResetModel();
        m_list = std::move(list);
        endResetModel();
        return;
    }
    // Also where only figures are others: views look at each row of a range that they are told of by dataChanged().
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList(); // what is chosen and unfolded: a few
    QStringList keys;
    for (const QModelIndex& index : before) {
        keys << keyOf(index);
    }
    m_list = std::move(list);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        after << indexOfKey(keys[i]).siblingAtColumn(before[i].column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

std::optional<Place> FindingsModel::placeOf(const QModelIndex& index) const {
    if (!index.isValid() || m_list == nullptr) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const quintptr policy = index.internalId() >> kRuleBits;
    const quintptr rule = index.internalId() & ((quintptr{1} << kRuleBits) - 1);
    if (policy == 0) {
        return Place{row, {}, {}};
    }
    return rule == 0 ? Place{policy - 1, row, {}} : Place{policy - 1, rule - 1, row};
}

QModelIndex FindingsModel::indexOf(const Place& place, int column) const {
    const std::size_t row = place.finding ? *place.finding : place.rule.value_or(place.policy);
    return createIndex(static_cast<int>(row), column, idOf(place));
}

FindingsModel::Kind FindingsModel::kind(const QModelIndex& index) {
    const quintptr id = index.isValid() ? index.internalId() : 0;
    if (id == 0) {
        return Kind::policy;
    }
    return (id & ((quintptr{1} << kRuleBits) - 1)) == 0 ? Kind::rule : Kind::finding;
}

const Finding* FindingsModel::finding(const QModelIndex& index) const {
    const std::optional<Place> place = placeOf(index);
    if (!place || !place->finding) {
        return nullptr;
    }
    return &m_list->finding(m_list->policies()[place->policy].rules[*place->rule].findings[*place->finding]);
}

const RuleResult* FindingsModel::rule(const QModelIndex& index) const {
    const std::optional<Place> place = placeOf(index);
    return !place || !place->rule ? nullptr : m_list->policies()[place->policy].rules[*place->rule].result;
}

QModelIndex FindingsModel::indexOfKey(const QString& key) const {
    const std::optional<Place> place = m_list == nullptr ? std::nullopt : m_list->placeOf(key.toStdString());
    return place ? indexOf(*place) : QModelIndex();
}

QModelIndex FindingsModel::step(const QModelIndex& from, int direction) const {
    const std::optional<Place> next = m_list == nullptr ? std::nullopt : m_list->step(placeOf(from), direction);
    return next ? indexOf(*next) : QModelIndex();
}

QString FindingsModel::keyOf(const QModelIndex& index) const {
    if (const Finding* found = finding(index)) {
        return QString::fromStdString(found->key);
    }
    const std::optional<Place> place = placeOf(index);
    if (!place) {
        return {};
    }
    const FindingsList::Policy& policy = m_list->policies()[place->policy];
    return QString::fromStdString(place->rule ? policy.rules[*place->rule].result->id : policy.id);
}

QStringList FindingsModel::findingKeys() const {
    QStringList keys;
    if (m_list == nullptr) {
        return keys;
    }
    for (const FindingsList::Policy& policy : m_list->policies()) {
        for (const FindingsList::Rule& rule : policy.rules) {
            for (const std::uint32_t number : rule.findings) {
                keys << QString::fromStdString(m_list->finding(number).key);
            }
        }
    }
    return keys;
}

QString FindingsModel::asTable(const QModelIndexList& rows) const {
    QStringList lines;
    QStringList heading{tr("Key")};
    for (int column = 0; column < ColumnCount; ++column) {
        heading << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    lines << heading.join(QLatin1Char('\t'));
    for (const QModelIndex& row : rows) {
        QStringList cells{cellText(keyOf(row))};
        for (int column = 0; column < ColumnCount; ++column) {
            cells << cellText(row.siblingAtColumn(column).data().toString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void FindingsModel::setFresh(const QStringList& keys) {
    const QSet<QString> before = std::exchange(m_fresh, QSet<QString>(keys.begin(), keys.end()));
    constexpr qsizetype kFew = 20; // a view looks for each of them in all its rows
    const QSet<QString> changed = before + m_fresh;
    if (changed.size() > kFew) {
        Q_EMIT layoutAboutToBeChanged();
        Q_EMIT layoutChanged();
        return;
    }
    for (const QString& key : changed) {
        if (const QModelIndex row = indexOfKey(key); row.isValid()) {
            Q_EMIT dataChanged(row, row.siblingAtColumn(ColumnCount - 1));
        }
    }
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const auto number = static_cast<std::size_t>(row);
    const std::optional<Place> above = placeOf(parent);
    if (!above) {
        return indexOf({number, {}, {}}, column);
    }
    return indexOf(above->rule ? Place{above->policy, above->rule, number} : Place{above->policy, number, {}}, column);
}

QModelIndex FindingsModel::parent(const QModelIndex& child) const {
    const std::optional<Place> place = placeOf(child);
    if (!place || !place->rule) {
        return {};
    }
    return indexOf(place->finding ? Place{place->policy, place->rule, {}} : Place{place->policy, {}, {}});
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0 || m_list == nullptr) {
        return 0;
    }
    const std::optional<Place> above = placeOf(parent);
    if (!above) {
        return static_cast<int>(m_list->policies().size());
    }
    if (above->finding) {
        return 0;
    }
    const FindingsList::Policy& policy = m_list->policies()[above->policy];
    return static_cast<int>(above->rule ? policy.rules[*above->rule].findings.size() : policy.rules.size());
}

int FindingsModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

Qt::ItemFlags FindingsModel::flags(const QModelIndex& index) const {
    // A view need not ask each of many findings for what is below it.
    return QAbstractItemModel::flags(index) |
           (kind(index) == Kind::finding ? Qt::ItemNeverHasChildren : Qt::NoItemFlags);
}

void FindingsModel::sort(int column, Qt::SortOrder order) {
    if (column >= 0 && column < ColumnCount) {
        Q_EMIT sortWanted(static_cast<FindingsColumn>(column), order == Qt::DescendingOrder);
    }
}

Verdict FindingsModel::verdict(const QModelIndex& index) const {
    if (const Finding* found = finding(index)) {
        return found->verdict;
    }
    const RuleResult* ofRule = rule(index);
    return ofRule == nullptr ? m_list->policies()[placeOf(index)->policy].verdict : ofRule->verdict;
}

bool FindingsModel::waived(const QModelIndex& index) const {
    if (const Finding* found = finding(index)) {
        return static_cast<bool>(found->waived);
    }
    const RuleResult* ofRule = rule(index);
    return ofRule != nullptr && isWaived(*ofRule);
}

bool FindingsModel::isFresh(const QModelIndex& index) const {
    return kind(index) == Kind::finding && !m_fresh.isEmpty() && m_fresh.contains(keyOf(index));
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::DecorationRole:
        return index.column() == What && m_iconMaker ? QVariant(m_iconMaker(verdict(index), waived(index)))
                                                     : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == What
                   ? QVariant(verdictText(verdict(index)) + QStringLiteral(": ") + text(index).toString())
                   : text(index);
    case Qt::TextAlignmentRole:
        return index.column() == Measured || index.column() == Margin ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                      : QVariant();
    case Qt::FontRole:
        if (isFresh(index)) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case KindRole:
        return static_cast<int>(kind(index));
    case KeyRole:
        return keyOf(index);
    case VerdictRole:
        return static_cast<int>(verdict(index));
    case WaivedRole:
        return waived(index);
    default:
        return {};
    }
}

QVariant FindingsModel::verdictCell(const QModelIndex& index) const {
    const QString word = verdictText(verdict(index));
    const FindingsList::Policy& policy = m_list->policies()[placeOf(index)->policy];
    if (kind(index) == Kind::policy && policy.isEmpty) {
        return tr("no rules");
    }
    if (kind(index) == Kind::rule) {
        const std::size_t alike = policy.rules[*placeOf(index)->rule].alike;
        if (alike > 0) {
            return tr("%1 (%2)").arg(word, QLocale().toString(static_cast<qulonglong>(alike)));
        }
    }
    if (isFresh(index)) {
        return tr("%1, new").arg(word);
    }
    return kind(index) != Kind::policy && waived(index) ? tr("%1, waived").arg(word) : word;
}

QVariant FindingsModel::text(const QModelIndex& index) const {
    if (index.column() == VerdictColumn) {
        return verdictCell(index);
    }
    if (const Finding* found = finding(index)) {
        return findingCell(*found, index.column());
    }
    const Place place = *placeOf(index);
    const FindingsList::Policy& policy = m_list->policies()[place.policy];
    if (!place.rule) {
        return index.column() == What ? QVariant(policy.title) : QVariant();
    }
    const FindingsList::Rule& ofRule = policy.rules[*place.rule];
    if (index.column() == What) {
        return ofRule.title;
    }
    return index.column() == SeverityColumn ? QVariant(severityText(ofRule.result->severity)) : QVariant();
}

QVariant FindingsModel::findingCell(const Finding& finding, int column) const {
    switch (column) {
    case What:
        return findingText(finding);
    case Measured:
        return figure(finding.measured, finding.unit);
    case Required:
        return requirementText(finding);
    case Margin:
        return figure(finding.margin, finding.unit);
    case SeverityColumn:
        return severityText(finding.severity);
    default:
        return {};
    }
}

QString FindingsModel::toolTip(const QModelIndex& index) const {
    if (const Finding* found = finding(index)) {
        return QString::fromStdString(found->message);
    }
    if (const RuleResult* ofRule = rule(index)) {
        const std::string& more = ofRule->reason.empty() ? ofRule->explanation : ofRule->reason;
        return QString::fromStdString(ofRule->id + (more.empty() ? "" : ": ") + more);
    }
    return m_list->policies()[placeOf(index)->policy].title;
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case What:
        return tr("Policy, rule, finding");
    case VerdictColumn:
        return tr("Verdict");
    case Measured:
        return tr("Measured");
    case Required:
        return tr("Required");
    case Margin:
        return tr("Margin");
    case SeverityColumn:
        return tr("Severity");
    default:
        return {};
    }
}

} // namespace merestone::viewer
