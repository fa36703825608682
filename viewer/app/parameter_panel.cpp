// SPDX-License-Identifier: MIT
#include "app/parameter_panel.hpp"

#include "app/explanation.hpp"
#include "models/value_text.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>

namespace merestone::viewer {

namespace {

constexpr int kIndexRole = Qt::UserRole; ///< of a value in the list; none for a rule
constexpr int kRuleRole = Qt::UserRole + 1;

} // namespace

ParameterPanel::ParameterPanel(EditDocument& document, PlanSession& session)
    : m_document(document), m_session(session), m_onlyRule(new QCheckBox(tr("Only the chosen &rule"))),
      m_search(new QLineEdit), m_list(new QTreeWidget), m_explanation(new QLabel), m_outcome(new QLabel),
      m_reset(new QPushButton(tr("Take the &default"))) {
    m_onlyRule->setEnabled(false); // no rule is chosen yet
    m_onlyRule->setToolTip(tr("Show the values of the rule that is chosen among the findings"));
    m_search->setPlaceholderText(tr("Filter by text"));
    m_search->setAccessibleName(tr("Filter values by text"));
    m_search->setClearButtonEnabled(true);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Rule, value"), tr("Now"), tr("Otherwise")});
    m_list->setAccessibleName(tr("Values of the plan"));
    m_list->setUniformRowHeights(true);
    m_list->setColumnWidth(Name, 36 * m_list->fontMetrics().averageCharWidth());
    m_list->setColumnWidth(Value, 20 * m_list->fontMetrics().averageCharWidth());
    m_list->setEditTriggers(QAbstractItemView::SelectedClicked); // letters are shortcuts of the window
    for (QLabel* label : {m_explanation, m_outcome}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_explanation->setTextFormat(Qt::RichText);
    m_explanation->setAccessibleName(tr("What the chosen value is"));
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setAccessibleName(tr("What the last change did"));
    m_reset->setToolTip(tr("Leave the value to the standards and to the default of the rule"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_onlyRule);
    top->addWidget(m_search, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_outcome, 1);
    bottom->addWidget(m_reset);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_explanation);
    layout->addLayout(bottom);
    connect(m_onlyRule, &QCheckBox::toggled, this, &ParameterPanel::filter);
    connect(m_search, &QLineEdit::textChanged, this, &ParameterPanel::filter);
    connect(m_list, &QTreeWidget::itemChanged, this, &ParameterPanel::take);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (valueOf(item) != nullptr) {
            m_list->editItem(item, Value);
        }
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        explain();
        if (item != nullptr && item->data(Name, kIndexRole).isValid()) {
            m_list->setCurrentItem(item, Value); // so that typing changes the value
        }
    });
    connect(m_reset, &QPushButton::clicked, this, &ParameterPanel::resetChosen);
    connect(&session, &PlanSession::snapshotChanged, this, &ParameterPanel::fill);
    connect(&document.values(), &ValueEdits::modifiedChanged, this, &ParameterPanel::mark);
    connect(&document.values(), &ValueEdits::taken, this,
            [this](const ValueEffect& effect) { tell(effectText(effect)); });
    connect(&document.values(), &ValueEdits::refused, this, [this](const QString& reason) {
        m_values.reset(); // what was typed gives way to what holds
        fill();
        tell(tr("%1 It is not taken over.").arg(reason));
    });
    explain();
}

void ParameterPanel::tell(const QString& text) {
    m_outcome->setText(text);
}

QString ParameterPanel::outcome() const {
    return m_outcome->text();
}

const PlanValue* ParameterPanel::valueOf(const QTreeWidgetItem* item) const {
    const QVariant index = item == nullptr ? QVariant() : item->data(Name, kIndexRole);
    const auto number = static_cast<std::size_t>(index.toULongLong());
    return !index.isValid() || m_values == nullptr || number >= m_values->size() ? nullptr : &(*m_values)[number];
}

/// Rules stay, with what is folded and chosen, when only values have changed.
void ParameterPanel::fill() {
    const SnapshotPtr snapshot = m_session.snapshot();
    const auto values = snapshot == nullptr ? nullptr : snapshot->values;
    if (values == m_values) {
        return;
    }
    const PlanValue* chosen = valueOf(m_list->currentItem());
    const std::optional<ValueAt> at = chosen == nullptr ? std::nullopt : std::optional(chosen->at);
    m_filling = true;
    m_values = values;
    m_list->clear();
    std::vector<const PlanValue*> ofRule;
    for (std::size_t i = 0; values != nullptr && i < values->size(); ++i) {
        ofRule.push_back(&(*values)[i]);
        const bool isLast = i + 1 == values->size() || (*values)[i + 1].at.rule != (*values)[i].at.rule;
        if (isLast) {
            addRule(QString::fromStdString((*values)[i].at.rule), ofRule);
            ofRule.clear();
        }
    }
    m_filling = false;
    filter();
    if (at) {
        choose(*at);
    }
    explain();
}

void ParameterPanel::addRule(const QString& rule, const std::vector<const PlanValue*>& values) {
    auto* above = new QTreeWidgetItem(m_list);
    const RuleSpec* spec = findRule(*m_session.snapshot()->plan, rule.toStdString());
    const QString title = spec == nullptr ? QString() : QString::fromStdString(spec->title);
    above->setText(Name, rule.isEmpty()    ? tr("Facts of the plan")
                         : title.isEmpty() ? rule
                                           : tr("%1: %2").arg(rule, title));
    above->setToolTip(Name, above->text(Name));
    above->setFirstColumnSpanned(true);
    above->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    above->setData(Name, kRuleRole, rule);
    for (const PlanValue* value : values) {
        auto* item = new QTreeWidgetItem(above);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable);
        item->setData(Name, kIndexRole, static_cast<qulonglong>(value - m_values->data()));
        showValue(*item, *value);
    }
    above->setExpanded(true);
}

void ParameterPanel::showValue(QTreeWidgetItem& item, const PlanValue& value) {
    const QLocale language = locale();
    item.setText(Name, valueName(value));
    item.setText(Value, shownPlanValue(value.value, value.figure, language));
    const QString unit = QString::fromStdString(value.unit);
    if (!unit.isEmpty()) {
        item.setText(Name, tr("%1 (%2)").arg(item.text(Name), unit)); // the number stands without it in the plan
    }
    item.setText(Otherwise,
                 value.below.empty() ? QString() : shownPlanValue(value.below.front().value, value.figure, language));
    item.setToolTip(Name, QString::fromStdString(value.help));
    item.setToolTip(Value, item.text(Value));
    item.setData(Value, Qt::AccessibleTextRole, tr("%1: %2").arg(item.text(Name), item.text(Value)));
    const ValueChanges unsaved = m_document.values().unsaved();
    QFont font = m_list->font();
    font.setBold(unsaved.count(value.at) > 0);
    item.setFont(Value, font);
    if (font.bold()) {
        item.setToolTip(Value, tr("%1, not saved yet").arg(item.text(Value)));
    }
}

/// What is saved and what is not looks different.
void ParameterPanel::mark() {
    m_filling = true;
    for (QTreeWidgetItemIterator item(m_list); *item != nullptr; ++item) {
        if (const PlanValue* value = valueOf(*item)) {
            showValue(**item, *value);
        }
    }
    m_filling = false;
}

void ParameterPanel::filter() {
    const QStringList words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool onlyRule = m_onlyRule->isChecked();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem& rule = *m_list->topLevelItem(i);
        const QString id = rule.data(Name, kRuleRole).toString();
        bool any = false;
        for (int j = 0; j < rule.childCount(); ++j) {
            QTreeWidgetItem& item = *rule.child(j);
            const PlanValue* value = valueOf(&item);
            const bool reads = value != nullptr && std::find(value->rules.begin(), value->rules.end(),
                                                             m_rule.toStdString()) != value->rules.end();
            const QString text =
                rule.text(Name) + QLatin1Char(' ') + item.text(Name) + QLatin1Char(' ') + item.text(Value);
            const bool matches = std::all_of(words.begin(), words.end(), [&text](const QString& word) {
                return text.contains(word, Qt::CaseInsensitive);
            });
            const bool isShown = matches && (!onlyRule || id == m_rule || reads);
            item.setHidden(!isShown);
            any = any || isShown;
        }
        rule.setHidden(!any);
    }
}

void ParameterPanel::setRule(const QString& rule) {
    if (rule == m_rule) {
        return;
    }
    const bool had = !m_rule.isEmpty();
    m_rule = rule;
    const QSignalBlocker blocker(m_onlyRule);
    if (had) {
        m_wantsOnlyRule = m_onlyRule->isChecked();
    }
    m_onlyRule->setEnabled(!rule.isEmpty()); // nothing is ticked that does nothing
    m_onlyRule->setChecked(!rule.isEmpty() && m_wantsOnlyRule);
    filter();
}

bool ParameterPanel::choose(const ValueAt& at) {
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        for (int j = 0; j < m_list->topLevelItem(i)->childCount(); ++j) {
            QTreeWidgetItem* item = m_list->topLevelItem(i)->child(j);
            const PlanValue* value = valueOf(item);
            if (value != nullptr && value->at == at && !item->isHidden()) {
                m_list->setCurrentItem(item, Value);
                return true;
            }
        }
    }
    return false;
}

void ParameterPanel::focusFirst() {
    for (int i = 0; valueOf(m_list->currentItem()) == nullptr && i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* rule = m_list->topLevelItem(i);
        for (int j = 0; !rule->isHidden() && j < rule->childCount(); ++j) {
            if (!rule->child(j)->isHidden()) {
                m_list->setCurrentItem(rule->child(j), Value);
                break;
            }
        }
    }
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ParameterPanel::explain() {
    const PlanValue* value = valueOf(m_list->currentItem());
    m_explanation->setText(value == nullptr
                               ? tr("Choose a value and type another one to see what follows from it. Nothing reaches "
                                    "the plan file before you save.")
                                     .toHtmlEscaped()
                               : explainValue(*value, locale()));
    m_reset->setEnabled(value != nullptr && value->given && !value->below.empty());
}

void ParameterPanel::take(QTreeWidgetItem* item, int column) {
    const PlanValue* value = m_filling || column != Value ? nullptr : valueOf(item);
    if (value == nullptr) {
        return;
    }
    const std::string typed = typedPlanValue(item->text(Value), value->figure, locale());
    if (typed != value->value) {
        tell(tr("Working out what follows…"));
        m_document.values().propose(value->at, typed);
    } else {
        const QSignalBlocker blocker(m_list);
        showValue(*item, *value); // "400  m" is 400 m
    }
}

void ParameterPanel::resetChosen() {
    if (const PlanValue* value = valueOf(m_list->currentItem())) {
        tell(tr("Working out what follows…"));
        m_document.values().propose(value->at, std::nullopt);
    }
}

} // namespace merestone::viewer
