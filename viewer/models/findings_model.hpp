// SPDX-License-Identifier: MIT
#pragma once

#include "models/plan_session.hpp"

#include <QAbstractItemModel>
#include <QIcon>
#include <QSet>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace merestone::viewer {

/// The outcome of a run as a tree: policy, its rules, their findings. A new run of the same plan changes only the rows
/// that differ, so that selection, scroll position and what is unfolded survive it. GUI thread.
class FindingsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { What, VerdictColumn, Measured, Required, Margin, SeverityColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int of Kind
        KeyRole,                 ///< QString: finding key, rule id or policy id
        VerdictRole,             ///< int of Verdict; policies give the worst of their rules
        WaivedRole,              ///< bool: a waived finding, or a rule all of whose conflicts are waived
        LayerRole,               ///< QString: layer of a finding's subject
        SearchRole,              ///< QString: everything that a search looks at
        SortRole                 ///< what a column is sorted by
    };
    enum class Kind { policy, rule, finding };

    explicit FindingsModel(QObject* parent = nullptr);
    ~FindingsModel() override;

    /// Null empties the model. The plan tells rules with the same title apart; it may be null.
    void setRun(RunPtr run, const Plan* plan = nullptr);
    [[nodiscard]] RunPtr run() const noexcept { return m_run; }
    /// The picture of a verdict; none by default.
    void setIconMaker(std::function<QIcon(Verdict, bool waived)> maker) { m_iconMaker = std::move(maker); }

    /// Findings that are told apart as new, by their keys: those that other values have brought.
    void setFresh(const QStringList& keys);

    [[nodiscard]] Kind kind(const QModelIndex& index) const;
    /// Null unless the index is a finding (a finding or a rule); valid until the next setRun().
    [[nodiscard]] const Finding* finding(const QModelIndex& index) const;
    [[nodiscard]] const RuleResult* rule(const QModelIndex& index) const;
    /// The row of a finding, rule or policy; invalid when it is gone.
    [[nodiscard]] QModelIndex indexOfKey(const QString& key) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    using Nodes = std::vector<std::unique_ptr<Node>>;

    [[nodiscard]] static Nodes treeOf(const RunResult& run);
    [[nodiscard]] bool hasSameRules(const Nodes& fresh) const;
    void rewire(Node& rule, Node& fresh);
    void removeGone(Node& rule, const Node& fresh);
    void insertNew(Node& rule, Node& fresh);
    [[nodiscard]] QModelIndex indexOf(const Node& node, int column = 0) const;
    [[nodiscard]] static const Node* nodeOf(const QModelIndex& index);
    [[nodiscard]] QVariant text(const Node& node, int column) const;
    [[nodiscard]] QVariant sortValue(const Node& node, int column) const;
    [[nodiscard]] QString searchText(const Node& node) const;
    [[nodiscard]] QString toolTip(const Node& node) const;

    RunPtr m_run;
    QSet<QString> m_fresh;
    Nodes m_policies;
    std::map<std::string, QString> m_titles; ///< of rules, by id
    std::function<QIcon(Verdict, bool)> m_iconMaker;
};

} // namespace merestone::viewer
