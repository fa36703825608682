// SPDX-License-Identifier: MIT
#include "guide/policy_page.hpp"

#include "catalogue/rule_facts.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace merestone::viewer {

namespace {

constexpr int kWordsHeight = 200;                          ///< pixels; what it asks for stands below, in sight
const char* const kFirstRule = "local-green-space/extent"; ///< which most plans need

QString fromStd(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

PolicyPage::PolicyPage(GuideJob& job, PlanSession& session)
    : GuidePage(
          job,
          tr("Our first policy: choose what the plan is to ask. Each rule says whose standard it is; the figures are "
             "yours to change. What you write is checked at once.")),
      m_session(session), m_topic(new QComboBox), m_rule(new QComboBox), m_words(new QTextBrowser), m_id(new QLineEdit),
      m_title(new QLineEdit), m_text(new QLineEdit), m_write(new QPushButton(tr("&Write the policy"))) {
    makeChoices();
    connect(m_topic, &QComboBox::currentIndexChanged, this, &PolicyPage::fillRules);
    connect(m_rule, &QComboBox::currentIndexChanged, this, &PolicyPage::showRule);
    connect(m_write, &QPushButton::clicked, this, &PolicyPage::write);
    connect(&m_session, &PlanSession::snapshotChanged, this, &PolicyPage::planChanged);
    planChanged();
}

void PolicyPage::makeChoices() {
    m_topic->setObjectName(QStringLiteral("topic"));
    m_rule->setObjectName(QStringLiteral("rule"));
    m_rule->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // titles are long
    m_rule->setMinimumContentsLength(12);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setAccessibleName(tr("What the rule asks"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(kWordsHeight);
    m_id->setObjectName(QStringLiteral("id"));
    m_title->setObjectName(QStringLiteral("title"));
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setPlaceholderText(tr("the words of your plan"));
    m_write->setObjectName(QStringLiteral("write"));
    m_write->setEnabled(false);
    form().addRow(tr("&Topic"), m_topic);
    form().addRow(tr("&Rule"), m_rule);
    column().addWidget(m_words);
    auto* policy = new QFormLayout;
    policy->addRow(tr("&Number of the policy"), m_id);
    policy->addRow(tr("Hea&ding"), m_title);
    policy->addRow(tr("W&ords"), m_text);
    column().addLayout(policy);
    column().addWidget(m_write);
    column().addStretch(1);
}

void PolicyPage::showEvent(QShowEvent* event) {
    GuidePage::showEvent(event);
    if (m_shelf == nullptr && !job().isBusy()) {
        job().start([](const RunContext&) { return loadRules(); },
                    [this](RuleShelfPtr shelf) {
                        m_shelf = std::move(shelf);
                        fillTopics();
                    });
    }
}

void PolicyPage::fillTopics() {
    std::string first;
    for (const RuleEntry& entry : m_shelf->entries) {
        const QString topic = fromStd(entry.topic);
        if (m_topic->findData(topic) < 0) {
            m_topic->addItem(topicTitle(entry.topic), topic);
        }
        first = entry.id == kFirstRule ? entry.topic : first;
    }
    m_topic->setCurrentIndex(std::max(0, m_topic->findData(fromStd(first))));
    m_rule->setCurrentIndex(std::max(0, m_rule->findData(QLatin1String(kFirstRule))));
}

void PolicyPage::fillRules() {
    m_rule->clear();
    for (const RuleEntry& entry : m_shelf->entries) {
        if (fromStd(entry.topic) == m_topic->currentData().toString()) {
            m_rule->addItem(fromStd(entry.rule->rule.title), fromStd(entry.id));
        }
    }
}

const RuleEntry* PolicyPage::rule() const {
    if (m_shelf == nullptr) {
        return nullptr;
    }
    const std::string id = m_rule->currentData().toString().toStdString();
    const auto found = std::find_if(m_shelf->entries.begin(), m_shelf->entries.end(),
                                    [&id](const RuleEntry& entry) { return entry.id == id; });
    return found == m_shelf->entries.end() ? nullptr : &*found;
}

/// Puts up what the chosen rule needs: a layer for each of its roles, and its figures.
void PolicyPage::showRule() {
    delete m_settings;
    m_settings = nullptr;
    m_layers.clear();
    m_parameters.clear();
    const RuleEntry* entry = rule();
    m_write->setEnabled(entry != nullptr && m_session.snapshot() != nullptr);
    if (entry == nullptr) {
        m_words->clear();
        return;
    }
    m_words->setHtml(ruleInWords(*entry));
    m_title->setText(fromStd(entry->rule->rule.title));
    m_settings = new QWidget;
    m_settingsColumn = new QVBoxLayout(m_settings); // a form would squeeze what the fields are about
    m_settingsColumn->setContentsMargins(0, 0, 0, 0);
    column().insertWidget(column().indexOf(m_words) + 1, m_settings);
    if (entry->rule->rule.subjects.empty()) {
        addLayerChoice(tr("The layer whose features are checked"), {}, true);
    }
    for (const PackLayer& layer : entry->rule->layers) {
        addLayerChoice(fromStd(layer.help), layer.name, layer.required);
    }
    for (const PackParameter& parameter : entry->rule->parameters) {
        addParameter(parameter);
    }
    QWidget* before = m_words;
    for (const LayerChoice& choice : m_layers) {
        setTabOrder(before, choice.box);
        before = choice.box;
    }
    for (const ParameterChoice& choice : m_parameters) {
        setTabOrder(before, choice.edit);
        before = choice.edit;
    }
    setTabOrder(before, m_id);
}

void PolicyPage::addLayerChoice(const QString& label, const std::string& role, bool isRequired) {
    auto* box = new QComboBox;
    box->setObjectName(role.empty() ? QStringLiteral("for") : QStringLiteral("layer.") + fromStd(role));
    box->setAccessibleName(label);
    box->addItem(isRequired ? tr("choose a layer") : tr("none"), QString());
    if (const SnapshotPtr snapshot = m_session.snapshot(); snapshot != nullptr) {
        for (const LayerSpec& layer : snapshot->plan->layers) {
            box->addItem(fromStd(layer.title.empty() ? layer.name : layer.title), fromStd(layer.name));
            if (layer.name == role) {
                box->setCurrentIndex(box->count() - 1);
            }
        }
    }
    auto* text = words(label);
    text->setBuddy(box);
    m_settingsColumn->addWidget(text);
    m_settingsColumn->addWidget(box);
    m_layers.push_back({role, label, isRequired, box});
}

void PolicyPage::addParameter(const PackParameter& parameter) {
    ParameterChoice choice;
    choice.name = parameter.name;
    choice.label = fromStd(parameter.help.empty() ? parameter.name : parameter.help);
    choice.written = fromStd(parameter.written);
    choice.isRequired = !parameter.defaultValue.has_value();
    if (choice.written.isEmpty() && parameter.defaultValue) {
        choice.written = fromStd(readableValue(*parameter.defaultValue));
    }
    choice.edit = new QLineEdit(choice.written);
    choice.edit->setObjectName(QStringLiteral("with.") + fromStd(parameter.name));
    choice.edit->setAccessibleName(choice.label);
    const std::string unit = unitText(parameter);
    choice.edit->setPlaceholderText(unit.empty() ? fromStd(std::string(parameterKindName(parameter.kind)))
                                                 : tr("a figure with its unit: 1 %1").arg(fromStd(unit)));
    auto* text = words(choice.label);
    text->setBuddy(choice.edit);
    m_settingsColumn->addWidget(text);
    m_settingsColumn->addWidget(choice.edit);
    m_parameters.push_back(choice);
}

/// The layers to choose from are others, and the number of the policy may be taken.
void PolicyPage::planChanged() {
    m_id->setText(freeId());
    showRule();
}

QString PolicyPage::freeId() const {
    std::set<std::string> taken;
    if (const SnapshotPtr snapshot = m_session.snapshot(); snapshot != nullptr) {
        for (const PolicySpec& policy : snapshot->plan->policies) {
            taken.insert(policy.id);
        }
    }
    int number = 1;
    while (taken.count("P" + std::to_string(number)) > 0) {
        ++number;
    }
    return QStringLiteral("P%1").arg(number);
}

/// Gathers what was chosen; says what is missing and gives false.
bool PolicyPage::take(NewPolicy& policy) {
    const auto miss = [this](const QString& what, QWidget* where) {
        Q_EMIT complained(tr("Still to be filled in: %1.").arg(what));
        where->setFocus();
        return false;
    };
    policy.use = rule()->id;
    policy.id = m_id->text().trimmed().toStdString();
    policy.title = m_title->text().simplified().toStdString();
    policy.text = m_text->text().simplified().toStdString();
    if (policy.id.empty() || policy.title.empty()) {
        return miss(tr("number and heading of the policy"), policy.id.empty() ? m_id : m_title);
    }
    for (const LayerChoice& choice : m_layers) {
        const std::string layer = choice.box->currentData().toString().toStdString();
        if (layer.empty() && choice.isRequired) {
            return miss(choice.label, choice.box);
        }
        if (choice.role.empty()) {
            policy.subjects = layer;
        } else if (!layer.empty()) {
            policy.layers.emplace_back(choice.role, layer);
        }
    }
    for (const ParameterChoice& choice : m_parameters) {
        const QString value = choice.edit->text().trimmed();
        if (value.isEmpty() && choice.isRequired) {
            return miss(choice.label, choice.edit);
        }
        if (!value.isEmpty() && value != choice.written) { // a default is left to the pack and to standards
            policy.parameters.emplace_back(choice.name, value.toStdString());
        }
    }
    return true;
}

void PolicyPage::write() {
    NewPolicy policy;
    if (rule() == nullptr || m_session.file().isEmpty() || !take(policy)) {
        return;
    }
    const std::filesystem::path plan = m_session.file().toStdString();
    job().start(
        [plan, policy, options = m_session.options()](const RunContext&) { return writePolicy(plan, policy, options); },
        [this, id = fromStd(policy.id)](const Written& step) {
            Q_EMIT wrote(step, tr("The policy %1 stands in %2.").arg(id, fromStd(step.plan.string())));
        });
}

} // namespace merestone::viewer
