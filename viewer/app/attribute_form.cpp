// SPDX-License-Identifier: MIT
#include "app/attribute_form.hpp"

#include "commands/field_value.hpp"
#include "models/wording.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace merestone::viewer {

namespace {

QString typeText(ColumnType type) {
    switch (type) {
    case ColumnType::integer:
        return AttributeForm::tr("Whole number");
    case ColumnType::real:
        return AttributeForm::tr("Number");
    case ColumnType::boolean:
        return AttributeForm::tr("Yes or no");
    case ColumnType::date:
        return AttributeForm::tr("Date, such as 2031-03-31");
    case ColumnType::text:
        break;
    }
    return AttributeForm::tr("Text");
}

/// "Whole number, dwellings. Decides H1.density 'Homes per hectare' (must)."
QString meaningOf(const FieldFacts& facts) {
    QStringList sentences;
    const QString unit = QString::fromStdString(facts.unit);
    const QString type = typeText(facts.type);
    sentences << (unit.isEmpty() ? AttributeForm::tr("%1.").arg(type) : AttributeForm::tr("%1, %2.").arg(type, unit));
    if (facts.isId) {
        sentences << AttributeForm::tr("The id by which findings name the feature.");
    }
    if (facts.isName) {
        sentences << AttributeForm::tr("The name by which findings tell people of the feature.");
    }
    constexpr std::size_t kMostUses = 6;
    for (std::size_t i = 0; i < std::min(facts.uses.size(), kMostUses); ++i) {
        const FieldUse& use = facts.uses[i];
        const QString rule =
            AttributeForm::tr("%1 '%2' (%3)")
                .arg(QString::fromStdString(use.rule), QString::fromStdString(use.title), severityText(use.severity));
        sentences << (use.decides ? AttributeForm::tr("Decides %1.").arg(rule)
                                  : AttributeForm::tr("Named by %1.").arg(rule));
    }
    if (facts.uses.size() > kMostUses) {
        sentences << AttributeForm::tr("And %n more rule(s).", nullptr,
                                       static_cast<int>(facts.uses.size() - kMostUses));
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

AttributeForm::AttributeForm(EditDocument& document, PlanSession& session)
    : m_document(document), m_session(session), m_title(new QLabel), m_fields(new QScrollArea) {
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_fields->setWidgetResizable(true);
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_fields, 1);
    connect(&document, &EditDocument::changed, this, &AttributeForm::refresh);
    connect(&session, &PlanSession::snapshotChanged, this, &AttributeForm::refresh);
    clear();
}

void AttributeForm::clear() {
    m_rows.clear();
    m_layer.clear();
    m_fields->setWidget(new QWidget);
    m_title->setText(tr("Click on one of the plan's own drawings to see what is said of it."));
}

void AttributeForm::show(const QString& layer, std::int64_t fid) {
    const std::optional<std::size_t> row = m_document.rowOf(layer, fid);
    if (!row || !m_document.whyNot(layer).isEmpty()) {
        clear();
        return;
    }
    const LayerPtr features = m_document.features(layer);
    const std::shared_ptr<const Plan> plan = m_session.snapshot()->plan;
    if (plan != m_factsPlan || layer != m_factsLayer) {
        m_facts = fieldFacts(*plan, m_session.snapshot()->layers, *features);
        m_factsPlan = plan;
        m_factsLayer = layer;
        m_layer.clear();
    }
    if (layer != m_layer || fid != m_fid) {
        m_layer = layer;
        m_fid = fid;
        build(*features);
    }
    showValues(*features, *row);
}

void AttributeForm::refresh() {
    if (!m_layer.isEmpty()) {
        show(QString(m_layer), m_fid);
    }
}

void AttributeForm::build(const Layer&) {
    m_rows.clear();
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const FieldFacts& facts : m_facts) {
        addRow(*form, facts);
    }
    m_fields->setWidget(page); // deletes the one before
}

void AttributeForm::addRow(QFormLayout& form, const FieldFacts& facts) {
    Row row;
    row.facts = facts;
    const QString name = QString::fromStdString(facts.name);
    const std::size_t number = m_rows.size();
    QWidget* editor = nullptr;
    if (facts.type == ColumnType::boolean) {
        editor = row.choice = new QComboBox;
        row.choice->addItem(tr("(empty)"), QString());
        row.choice->addItem(tr("yes"), QStringLiteral("1"));
        row.choice->addItem(tr("no"), QStringLiteral("0"));
        connect(row.choice, &QComboBox::activated, this, [this, number] { take(number); });
    } else {
        editor = row.line = new QLineEdit;
        connect(row.line, &QLineEdit::editingFinished, this, [this, number] { take(number); });
    }
    editor->setObjectName(QStringLiteral("field:") + name);
    editor->setAccessibleName(facts.isNeeded() ? tr("%1, needed by a rule").arg(name) : name);
    row.hint = new QLabel;
    row.hint->setTextFormat(Qt::PlainText);
    row.hint->setWordWrap(true);
    row.hint->setEnabled(true);
    auto* label = new QLabel(facts.isNeeded() ? tr("%1 *").arg(name) : name);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(editor);
    form.addRow(label, editor);
    form.addRow(row.hint);
    m_rows.push_back(std::move(row));
}

void AttributeForm::showValues(const Layer& features, std::size_t row) {
    const bool hasNeeded =
        std::any_of(m_rows.begin(), m_rows.end(), [](const Row& field) { return field.facts.isNeeded(); });
    const QString title = tr("%1 in '%2'").arg(QString::fromStdString(features.id(row)), m_layer);
    m_title->setText(hasNeeded ? tr("%1. A rule cannot be decided without what is marked *.").arg(title) : title);
    for (Row& field : m_rows) {
        const Column* column = features.column(field.facts.name);
        const QString value = column == nullptr ? QString() : shownValue(*column, row, locale());
        if (field.choice != nullptr) {
            field.choice->setCurrentIndex(std::max(0, field.choice->findData(value)));
        } else if (field.shown != value || (!field.line->isModified() && field.line->text() != value)) {
            field.line->setText(value); // but what is being typed stays
            field.problem.clear();
        }
        field.shown = value;
        showHint(field);
    }
}

void AttributeForm::showHint(const Row& row) const {
    QString text = meaningOf(row.facts);
    if (!row.problem.isEmpty()) {
        text = tr("%1 It is not taken over.").arg(row.problem) + QLatin1Char('\n') + text;
    } else if (row.facts.isNeeded() && row.shown.isEmpty()) {
        text = tr("Still empty.") + QLatin1Char(' ') + text;
    }
    row.hint->setText(text);
    QWidget* editor = row.line != nullptr ? static_cast<QWidget*>(row.line) : row.choice;
    editor->setAccessibleDescription(text);
    QPalette colours = palette();
    if (!row.problem.isEmpty()) { // told in words above all; the frame only draws the eye there
        colours.setColor(QPalette::Base, palette().color(QPalette::ToolTipBase));
        colours.setColor(QPalette::Text, palette().color(QPalette::ToolTipText));
    }
    editor->setPalette(colours);
}

QString AttributeForm::typed(const Row& row) const {
    return row.line != nullptr ? row.line->text() : row.choice->currentData().toString();
}

void AttributeForm::take(std::size_t number) {
    if (number >= m_rows.size() || typed(m_rows[number]) == m_rows[number].shown) {
        return;
    }
    // The change comes back by refresh(), which may find that the feature is gone and that there are no rows any more.
    const QString reason =
        setField(m_document, m_layer, m_fid, m_rows[number].facts.name, typed(m_rows[number]), locale());
    if (number >= m_rows.size()) {
        return;
    }
    m_rows[number].problem = reason;
    showHint(m_rows[number]);
    if (!reason.isEmpty()) {
        Q_EMIT problem(reason);
    } else if (m_rows[number].line != nullptr) {
        m_rows[number].line->setText(m_rows[number].shown); // "12.0" is 12
    }
}

void AttributeForm::focusFirst() {
    const auto wanted = std::find_if(m_rows.begin(), m_rows.end(),
                                     [](const Row& row) { return row.facts.isNeeded() && row.shown.isEmpty(); });
    if (!m_rows.empty()) {
        const Row& row = wanted == m_rows.end() ? m_rows.front() : *wanted;
        (row.line != nullptr ? static_cast<QWidget*>(row.line) : row.choice)->setFocus(Qt::ShortcutFocusReason);
    }
}

QWidget* AttributeForm::editor(const QString& field) const {
    return findChild<QWidget*>(QStringLiteral("field:") + field);
}

QString AttributeForm::hint(const QString& field) const {
    for (const Row& row : m_rows) {
        if (QString::fromStdString(row.facts.name) == field) {
            return row.hint->text();
        }
    }
    return {};
}

} // namespace merestone::viewer
