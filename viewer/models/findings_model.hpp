// SPDX-License-Identifier: MIT
#pragma once

#include "models/findings_list.hpp"

#include <QAbstractItemModel>
#include <QIcon>
#include <QModelIndexList>
#include <QSet>

#include <functional>
#include <optional>

namespace merestone::viewer {

/// A list of findings as a tree: policy, its rules, their findings. A new list of the same rules keeps what stands in
/// both, so that selection and what is unfolded survive it. Every answer takes the same time, however long the list is.
/// GUI thread.
class FindingsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { What, VerdictColumn, Measured, Required, Margin, SeverityColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int of Kind
        KeyRole,                 ///< QString: finding key, rule id or policy id
        VerdictRole,             ///< int of Verdict; policies give the worst of their rules
        WaivedRole               ///< bool: a waived finding, or a rule all of whose conflicts are waived
    };
    enum class Kind { policy, rule, finding };

    explicit FindingsModel(QObject* parent = nullptr);

    /// Null empties the model.
    void setList(FindingsListPtr list);
    [[nodiscard]] const FindingsListPtr& list() const noexcept { return m_list; }
    /// The picture of a verdict; none by default.
    void setIconMaker(std::function<QIcon(Verdict, bool waived)> maker) { m_iconMaker = std::move(maker); }

    /// Findings that are told apart as new, by their keys: those that other values have brought.
    void setFresh(const QStringList& keys);

    [[nodiscard]] static Kind kind(const QModelIndex& index);
    /// Null unless the index is a finding (a finding or a rule); valid until the next setList().
    [[nodiscard]] const Finding* finding(const QModelIndex& index) const;
    [[nodiscard]] const RuleResult* rule(const QModelIndex& index) const;
    /// The row of a finding, rule or policy; invalid when it is not listed.
    [[nodiscard]] QModelIndex indexOfKey(const QString& key) const;
    /// The finding that is listed after a row (or before it), round the end.
    [[nodiscard]] QModelIndex step(const QModelIndex& from, int direction) const;
    /// Keys of the listed findings in their order: what step() goes through.
    [[nodiscard]] QStringList findingKeys() const;
    /// Rows as lines of tab-separated values with a heading, for the clipboard; line breaks and tabs in texts become
    /// spaces, and nothing begins like a formula.
    [[nodiscard]] QString asTable(const QModelIndexList& rows) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Answers by sortWanted(): the order is a part of the list.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void sortWanted(merestone::viewer::FindingsColumn column, bool descending);

private:
    [[nodiscard]] std::optional<FindingsList::Place> placeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const FindingsList::Place& place, int column = 0) const;
    [[nodiscard]] QString keyOf(const QModelIndex& index) const;
    [[nodiscard]] QVariant text(const QModelIndex& index) const;
    [[nodiscard]] QVariant verdictCell(const QModelIndex& index) const;
    [[nodiscard]] QVariant findingCell(const Finding& finding, int column) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;
    [[nodiscard]] Verdict verdict(const QModelIndex& index) const;
    [[nodiscard]] bool waived(const QModelIndex& index) const;
    [[nodiscard]] bool isFresh(const QModelIndex& index) const;

    FindingsListPtr m_list;
    QSet<QString> m_fresh;
    std::function<QIcon(Verdict, bool)> m_iconMaker;
};

} // namespace merestone::viewer
