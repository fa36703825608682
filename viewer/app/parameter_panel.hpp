// SPDX-License-Identifier: MIT
#pragma once

#include "commands/edit_document.hpp"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace merestone::viewer {

/// The values that a plan is checked by, to be tried out: parameters of pack rules, limits of the plan's own rules,
/// facts. Each with what it would be otherwise and whose figure that is. What is typed is taken when the plan's parser
/// takes it, becomes a step that can be undone, and is told in conflicts before and now.
class ParameterPanel : public QWidget {
    Q_OBJECT

public:
    ParameterPanel(EditDocument& document, PlanSession& session);

    /// The rule whose values are shown while *Only the chosen rule* is ticked; empty: those of all.
    void setRule(const QString& rule);
    /// Chooses a value and puts the keyboard there. False when it is not listed.
    bool choose(const ValueAt& at);
    void focusFirst();
    /// What has become of the last change, or why it was not taken.
    [[nodiscard]] QString outcome() const;
    [[nodiscard]] QTreeWidget& list() noexcept { return *m_list; }
    [[nodiscard]] QPushButton& resetButton() noexcept { return *m_reset; }

private:
    enum Column { Name, Value, Otherwise, ColumnCount };

    void fill();
    void addRule(const QString& rule, const std::vector<const PlanValue*>& values);
    void showValue(QTreeWidgetItem& item, const PlanValue& value);
    void mark();
    void filter();
    void explain();
    void take(QTreeWidgetItem* item, int column);
    void resetChosen();
    void tell(const QString& text);
    [[nodiscard]] const PlanValue* valueOf(const QTreeWidgetItem* item) const;

    EditDocument& m_document;
    PlanSession& m_session;
    std::shared_ptr<const std::vector<PlanValue>> m_values;
    QString m_rule;
    QCheckBox* m_onlyRule;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QLabel* m_explanation;
    QLabel* m_outcome;
    QPushButton* m_reset;
    bool m_wantsOnlyRule = true; ///< whether it is ticked when there is a rule that is chosen
    bool m_filling = false;
};

} // namespace merestone::viewer
