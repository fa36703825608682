// SPDX-License-Identifier: MIT
#pragma once

#include "commands/edit_document.hpp"
#include "models/field_facts.hpp"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace merestone::viewer {

/// The attributes of one feature of the plan's own drawings, to be filled in: each field with its type and unit, the
/// rules that read it, and a mark where a rule cannot be decided without it. What is typed is checked, and becomes a
/// change that can be undone when the field is left; the findings follow.
class AttributeForm : public QWidget {
    Q_OBJECT

public:
    AttributeForm(EditDocument& document, PlanSession& session);

    void show(const QString& layer, std::int64_t fid);
    void clear();
    /// The feature is shown as it is now; nothing that is being typed is lost.
    void refresh();
    [[nodiscard]] bool isEmpty() const noexcept { return m_rows.empty(); }
    /// Puts the keyboard into the first field that is needed and empty, or else the first.
    void focusFirst();
    /// The editor of a field, a QLineEdit or a QComboBox; null when there is none.
    [[nodiscard]] QWidget* editor(const QString& field) const;
    /// What stands below a field: what it is, who reads it, and what is wrong with it.
    [[nodiscard]] QString hint(const QString& field) const;

Q_SIGNALS:
    void problem(const QString& text);

private:
    struct Row {
        FieldFacts facts;
        QLineEdit* line = nullptr; ///< or
        QComboBox* choice = nullptr;
        QLabel* hint = nullptr;
        QString shown; ///< as it was last put there by us
        QString problem;
    };

    void build(const Layer& features);
    void addRow(QFormLayout& form, const FieldFacts& facts);
    void showValues(const Layer& features, std::size_t row);
    void showHint(const Row& row) const;
    void take(std::size_t row);
    [[nodiscard]] QString typed(const Row& row) const;

    EditDocument& m_document;
    PlanSession& m_session;
    QLabel* m_title;
    QScrollArea* m_fields;
    QString m_layer;
    std::int64_t m_fid = 0;
    std::vector<Row> m_rows;
    // Worked out once for a plan and a layer.
    std::shared_ptr<const Plan> m_factsPlan;
    QString m_factsLayer;
    std::vector<FieldFacts> m_facts;
};

} // namespace merestone::viewer
