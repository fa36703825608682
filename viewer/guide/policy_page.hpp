// SPDX-License-Identifier: MIT
#pragma once

#include "guide/guide_page.hpp"
#include "guide/rule_shelf.hpp"
#include "models/plan_session.hpp"

#include <vector>

class QComboBox;
class QTextBrowser;

namespace merestone::viewer {

/// "Our first policy": a rule of the packs in plain words, with the plan's layers and figures, written as a policy.
class PolicyPage : public GuidePage {
    Q_OBJECT

public:
    PolicyPage(GuideJob& job, PlanSession& session);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeChoices();
    void fillTopics();
    void fillRules();
    void showRule();
    void addLayerChoice(const QString& label, const std::string& role, bool isRequired);
    void addParameter(const PackParameter& parameter);
    void planChanged();
    void write();
    [[nodiscard]] bool take(NewPolicy& policy);
    /// The chosen rule; null before the rules are there.
    [[nodiscard]] const RuleEntry* rule() const;
    [[nodiscard]] QString freeId() const;

    struct LayerChoice {
        std::string role; ///< empty: the layer whose features are checked
        QString label;
        bool isRequired;
        QComboBox* box;
    };
    struct ParameterChoice {
        std::string name;
        QString label;
        QString written; ///< the default as the pack has it; empty: the plan must say
        bool isRequired;
        QLineEdit* edit;
    };

    PlanSession& m_session;
    RuleShelfPtr m_shelf;
    QComboBox* m_topic;
    QComboBox* m_rule;
    QTextBrowser* m_words;
    QLineEdit* m_id;
    QLineEdit* m_title;
    QLineEdit* m_text;
    QWidget* m_settings = nullptr; ///< layers and parameters of the chosen rule
    QVBoxLayout* m_settingsColumn = nullptr;
    QPushButton* m_write;
    std::vector<LayerChoice> m_layers;
    std::vector<ParameterChoice> m_parameters;
};

} // namespace merestone::viewer
