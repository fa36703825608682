// SPDX-License-Identifier: MIT
#include "models/findings_model.hpp"

#include "models/rule_titles.hpp"
#include "models/wording.hpp"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace merestone::viewer {

/// One row. Points into m_run.
struct FindingsModel::Node {
    Kind kind = Kind::policy;
    Node* parent = nullptr;
    int row = 0;
    std::string key;
    QString title; ///< of a policy
    const RuleResult* rule = nullptr;
    const Finding* finding = nullptr;
    Nodes children;

    [[nodiscard]] Verdict verdict() const {
        switch (kind) {
        case Kind::finding:
            return finding->verdict;
        case Kind::rule:
            return rule->verdict;
        case Kind::policy:
            break;
        }
        Verdict worst = Verdict::notApplicable;
        for (const auto& child : children) {
            worst = std::min(worst, child->verdict());
        }
        return worst;
    }
    [[nodiscard]] bool waived() const {
        if (kind == Kind::finding) {
            return finding->waived.has_value();
        }
        if (kind == Kind::rule) {
            const auto fails = rule->counts.find(Verdict::fail);
            return rule->verdict == Verdict::fail && fails != rule->counts.end() && fails->second > 0 &&
                   rule->waived >= fails->second;
        }
        return false;
    }
    void renumber() {
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i]->row = static_cast<int>(i);
            children[i]->parent = this;
        }
    }
};

FindingsModel::FindingsModel(QObject* parent) : QAbstractItemModel(parent) {}

FindingsModel::~FindingsModel() = default;

FindingsModel::Nodes FindingsModel::treeOf(const RunResult& run) {
    Nodes policies;
    std::unordered_map<std::string, Node*> policyById;
    std::unordered_map<std::string, Node*> ruleById;
    const auto addPolicy = [&](const std::string& id, const std::string& title) {
        auto node = std::make_unique<Node>();
        node->key = id;
        node->title = QString::fromStdString(id.empty() || title.empty() ? id + title : id + " " + title);
        node->row = static_cast<int>(policies.size());
        policyById[id] = node.get();
        policies.push_back(std::move(node));
    };
    for (const auto& [id, title] : run.policies) {
        addPolicy(id, title);
    }
    for (const RuleResult& rule : run.rules) {
        if (policyById.count(rule.policy) == 0) {
            addPolicy(rule.policy, {});
        }
        auto node = std::make_unique<Node>();
        node->kind = Kind::rule;
        node->key = rule.id;
        node->rule = &rule;
        ruleById[rule.id] = node.get();
        policyById[rule.policy]->children.push_back(std::move(node));
    }
    for (const Finding& finding : run.findings) {
        const auto rule = ruleById.find(finding.rule.str());
        if (rule != ruleById.end()) {
            auto node = std::make_unique<Node>();
            node->kind = Kind::finding;
            node->key = finding.key;
            node->finding = &finding;
            node->rule = rule->second->rule;
            rule->second->children.push_back(std::move(node));
        }
    }
    for (const auto& policy : policies) {
        policy->renumber();
        for (const auto& rule : policy->children) {
            rule->renumber();
        }
    }
    return policies;
}

bool FindingsModel::hasSameRules(const Nodes& fresh) const {
    const auto sameKeys = [](const Nodes& a, const Nodes& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const auto& x, const auto& y) { return x->key == y->key; });
    };
    return sameKeys(m_policies, fresh) &&
           std::equal(m_policies.begin(), m_policies.end(), fresh.begin(), fresh.end(),
                      [&](const auto& x, const auto& y) { return sameKeys(x->children, y->children); });
}

void FindingsModel::setRun(RunPtr run, const Plan* plan) {
    std::map<std::string, QString> titles = run == nullptr ? decltype(m_titles)() : ruleTitles(*run, plan);
    Nodes fresh = run == nullptr ? Nodes() : treeOf(*run);
    if (m_run == nullptr || run == nullptr || !hasSameRules(fresh)) {
        beginResetModel();
        m_titles = std::move(titles);
        m_run = std::move(run);
        m_policies = std::move(fresh);
        endResetModel();
        return;
    }
    m_titles = std::move(titles);
    const RunPtr old = std::exchange(m_run, std::move(run)); // rows that are not rewired yet still point into it
    for (std::size_t p = 0; p < m_policies.size(); ++p) {
        Node& policy = *m_policies[p];
        for (std::size_t r = 0; r < policy.children.size(); ++r) {
            rewire(*policy.children[r], *fresh[p]->children[r]);
        }
        policy.title = fresh[p]->title;
        Q_EMIT dataChanged(indexOf(policy), indexOf(policy, ColumnCount - 1));
    }
}

void FindingsModel::rewire(Node& rule, Node& fresh) {
    removeGone(rule, fresh);
    rule.rule = fresh.rule;
    insertNew(rule, fresh);
    Q_EMIT dataChanged(indexOf(rule), indexOf(rule, ColumnCount - 1));
    if (!rule.children.empty()) {
        Q_EMIT dataChanged(indexOf(*rule.children.front()), indexOf(*rule.children.back(), ColumnCount - 1));
    }
}

void FindingsModel::removeGone(Node& rule, const Node& fresh) {
    std::unordered_map<std::string_view, const Node*> kept;
    for (const auto& child : fresh.children) {
        kept.emplace(child->key, child.get());
    }
    for (std::size_t end = rule.children.size(); end > 0;) {
        std::size_t begin = end;
        while (begin > 0 && kept.count(rule.children[begin - 1]->key) == 0) {
            --begin;
        }
        if (begin < end) {
            const auto at = [&rule](std::size_t i) { return rule.children.begin() + static_cast<std::ptrdiff_t>(i); };
            beginRemoveRows(indexOf(rule), static_cast<int>(begin), static_cast<int>(end - 1));
            rule.children.erase(at(begin), at(end));
            rule.renumber();
            endRemoveRows();
            end = begin;
        } else {
            --end;
        }
    }
    for (const auto& child : rule.children) { // before anything new arrives: the old run goes when this is done
        child->finding = kept.at(child->key)->finding;
        child->rule = fresh.rule;
    }
}

/// What is left of the old findings is in the order of the new ones, as both runs are sorted by sortFindings().
void FindingsModel::insertNew(Node& rule, Node& fresh) {
    std::unordered_set<std::string> known;
    for (const auto& child : rule.children) {
        known.insert(child->key);
    }
    for (std::size_t begin = 0; begin < fresh.children.size();) {
        std::size_t end = begin;
        while (end < fresh.children.size() && known.count(fresh.children[end]->key) == 0) {
            ++end;
        }
        if (begin < end) {
            beginInsertRows(indexOf(rule), static_cast<int>(begin), static_cast<int>(end - 1));
            const auto at = [](Nodes& nodes, std::size_t i) { return nodes.begin() + static_cast<std::ptrdiff_t>(i); };
            rule.children.insert(at(rule.children, begin), std::make_move_iterator(at(fresh.children, begin)),
                                 std::make_move_iterator(at(fresh.children, end)));
            rule.renumber();
            endInsertRows();
        }
        begin = end + 1; // the one at `end` was there before
    }
}

FindingsModel::Kind FindingsModel::kind(const QModelIndex& index) const {
    const Node* node = nodeOf(index);
    return node == nullptr ? Kind::policy : node->kind;
}

const Finding* FindingsModel::finding(const QModelIndex& index) const {
    const Node* node = nodeOf(index);
    return node == nullptr ? nullptr : node->finding;
}

const RuleResult* FindingsModel::rule(const QModelIndex& index) const {
    const Node* node = nodeOf(index);
    return node == nullptr ? nullptr : node->rule;
}

QModelIndex FindingsModel::indexOfKey(const QString& key) const {
    const std::string wanted = key.toStdString();
    for (const auto& policy : m_policies) {
        if (policy->key == wanted) {
            return indexOf(*policy);
        }
        for (const auto& rule : policy->children) {
            if (rule->key == wanted) {
                return indexOf(*rule);
            }
            for (const auto& finding : rule->children) {
                if (finding->key == wanted) {
                    return indexOf(*finding);
                }
            }
        }
    }
    return {};
}

const FindingsModel::Node* FindingsModel::nodeOf(const QModelIndex& index) {
    return static_cast<const Node*>(index.constInternalPointer());
}

QModelIndex FindingsModel::indexOf(const Node& node, int column) const {
    return createIndex(node.row, column, &node);
}

void FindingsModel::setFresh(const QStringList& keys) {
    const QSet<QString> before = std::exchange(m_fresh, QSet<QString>(keys.begin(), keys.end()));
    for (const QString& key : before + m_fresh) {
        if (const QModelIndex changed = indexOfKey(key); changed.isValid()) {
            Q_EMIT dataChanged(changed, changed.siblingAtColumn(ColumnCount - 1));
        }
    }
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const Node* above = nodeOf(parent);
    const Nodes& nodes = above == nullptr ? m_policies : above->children;
    return indexOf(*nodes[static_cast<std::size_t>(row)], column);
}

QModelIndex FindingsModel::parent(const QModelIndex& child) const {
    const Node* node = nodeOf(child);
    return node == nullptr || node->parent == nullptr ? QModelIndex() : indexOf(*node->parent);
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0) {
        return 0;
    }
    const Node* node = nodeOf(parent);
    return static_cast<int>((node == nullptr ? m_policies : node->children).size());
}

int FindingsModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Node& node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::ToolTipRole:
        return toolTip(node);
    case Qt::DecorationRole:
        return index.column() == What && m_iconMaker ? QVariant(m_iconMaker(node.verdict(), node.waived()))
                                                     : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == What
                   ? QVariant(verdictText(node.verdict()) + QStringLiteral(": ") + text(node, What).toString())
                   : text(node, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Measured || index.column() == Margin ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                      : QVariant();
    case Qt::FontRole:
        if (node.kind == Kind::finding && m_fresh.contains(QString::fromStdString(node.key))) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case KindRole:
        return static_cast<int>(node.kind);
    case KeyRole:
        return QString::fromStdString(node.key);
    case VerdictRole:
        return static_cast<int>(node.verdict());
    case WaivedRole:
        return node.waived();
    case LayerRole:
        return node.finding == nullptr ? QString() : QString::fromStdString(node.finding->subject.layer);
    case SearchRole:
        return searchText(node);
    case SortRole:
        return sortValue(node, index.column());
    default:
        return {};
    }
}

QVariant FindingsModel::text(const Node& node, int column) const {
    if (column == VerdictColumn) {
        const QString word = verdictText(node.verdict());
        if (node.kind == Kind::policy && node.children.empty()) {
            return tr("no rules");
        }
        if (node.kind == Kind::rule && !node.children.empty()) {
            const auto same = std::count_if(node.children.begin(), node.children.end(),
                                            [&node](const auto& child) { return child->verdict() == node.verdict(); });
            return same > 0 ? tr("%1 (%2)").arg(word, QLocale().toString(static_cast<qlonglong>(same))) : word;
        }
        if (node.kind == Kind::finding && m_fresh.contains(QString::fromStdString(node.key))) {
            return tr("%1, new").arg(word);
        }
        return node.waived() ? tr("%1, waived").arg(word) : word;
    }
    if (node.kind == Kind::policy) {
        return column == What ? QVariant(node.title) : QVariant();
    }
    if (node.kind == Kind::rule) {
        if (column == What) {
            return m_titles.at(node.rule->id);
        }
        return column == SeverityColumn ? QVariant(severityText(node.rule->severity)) : QVariant();
    }
    const Finding& finding = *node.finding;
    switch (column) {
    case What:
        return finding.message.empty() ? featureText(finding.subject) : QString::fromStdString(finding.message);
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

QVariant FindingsModel::sortValue(const Node& node, int column) const {
    const auto number = [](const std::optional<double>& value) {
        return value && std::isfinite(*value) ? *value : std::numeric_limits<double>::infinity();
    };
    switch (column) {
    case VerdictColumn:
        return static_cast<int>(node.verdict()) * 2 + (node.waived() ? 1 : 0);
    case Measured:
        return node.finding == nullptr ? QVariant(node.row) : QVariant(number(node.finding->measured));
    case Required:
        return node.finding == nullptr ? QVariant(node.row) : QVariant(number(node.finding->limit));
    case Margin:
        return node.finding == nullptr ? QVariant(node.row) : QVariant(number(node.finding->margin));
    case SeverityColumn:
        return node.rule == nullptr ? QVariant(node.row) : QVariant(static_cast<int>(node.rule->severity));
    default:
        return node.row; // the order of the plan; of findings: by the number of their subjects
    }
}

QString FindingsModel::searchText(const Node& node) const {
    QString text = QString::fromStdString(node.key) + QLatin1Char(' ') + this->text(node, What).toString();
    if (node.finding != nullptr) {
        text += QLatin1Char(' ') + featureText(node.finding->subject);
        if (node.finding->other) {
            text += QLatin1Char(' ') + featureText(*node.finding->other);
        }
    }
    return text;
}

QString FindingsModel::toolTip(const Node& node) const {
    if (node.kind == Kind::finding) {
        return QString::fromStdString(node.finding->message);
    }
    if (node.kind == Kind::rule) {
        const std::string& more = node.rule->reason.empty() ? node.rule->explanation : node.rule->reason;
        return QString::fromStdString(node.rule->id + (more.empty() ? "" : ": ") + more);
    }
    return node.title;
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
