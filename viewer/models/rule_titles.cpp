// SPDX-License-Identifier: MIT
#include "models/rule_titles.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace merestone::viewer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleTitles)
};

using Rules = std::vector<const RuleResult*>;

QString layerTitle(const Plan& plan, const std::string& name) {
    const LayerSpec* layer = plan.findLayer(name);
    return QString::fromStdString(layer == nullptr || layer->title.empty() ? name : layer->title);
}

/// The layers that a rule is about, "Sites" or "Sites, Flood zones"; empty when that is not known.
QString layersOf(const RuleResult& rule, const Plan* plan) {
    if (plan == nullptr) {
        return {};
    }
    for (const PolicySpec& policy : plan->policies) {
        for (const RuleSpec& spec : policy.rules) {
            if (spec.id == rule.id) {
                QStringList layers{layerTitle(*plan, spec.subjects)};
                if (!spec.against.empty() && spec.against != "self") {
                    layers << layerTitle(*plan, spec.against);
                }
                return layers.join(QStringLiteral(", "));
            }
        }
    }
    return {};
}

QString valueOf(const RuleResult& rule, const std::string& parameter) {
    const auto found = std::find_if(rule.settings.begin(), rule.settings.end(),
                                    [&](const RuleSetting& setting) { return setting.parameter == parameter; });
    return found == rule.settings.end() ? QString() : QString::fromStdString(found->used.value);
}

/// The parameters that not all of these rules have alike: "distance 300 m".
QString parametersOf(const RuleResult& rule, const Rules& alike) {
    QStringList told;
    for (const RuleSetting& setting : rule.settings) {
        const QString value = valueOf(rule, setting.parameter);
        const bool differs = std::any_of(alike.begin(), alike.end(), [&](const RuleResult* other) {
            return valueOf(*other, setting.parameter) != value;
        });
        if (differs && !value.isEmpty()) {
            told << Words::tr("%1 %2", "parameter, value").arg(QString::fromStdString(setting.parameter), value);
        }
    }
    return told.join(QStringLiteral(", "));
}

bool tellApart(const std::vector<QString>& texts) {
    return std::set<QString>(texts.begin(), texts.end()).size() == texts.size() &&
           std::none_of(texts.begin(), texts.end(), [](const QString& text) { return text.isEmpty(); });
}

/// One text for each of the rules, no two alike.
std::vector<QString> distinctions(const Rules& alike, const Plan* plan) {
    std::vector<QString> layers;
    std::vector<QString> parameters;
    std::vector<QString> both;
    std::vector<QString> ids;
    for (const RuleResult* rule : alike) {
        layers.push_back(layersOf(*rule, plan));
        parameters.push_back(parametersOf(*rule, alike));
        both.push_back(layers.back() + QStringLiteral("; ") + parameters.back());
        ids.push_back(QString::fromStdString(rule->id));
    }
    for (const std::vector<QString>* texts : {&layers, &parameters, &both}) {
        if (tellApart(*texts)) {
            return *texts;
        }
    }
    return ids;
}

} // namespace

std::map<std::string, QString> ruleTitles(const RunResult& run, const Plan* plan) {
    std::map<std::pair<std::string, std::string>, Rules> byTitle; // within each policy
    std::map<std::string, QString> titles;
    for (const RuleResult& rule : run.rules) {
        titles[rule.id] = QString::fromStdString(rule.title.empty() ? rule.id : rule.title);
        if (!rule.title.empty()) {
            byTitle[{rule.policy, rule.title}].push_back(&rule);
        }
    }
    for (const auto& [key, alike] : byTitle) {
        const std::vector<QString> texts = alike.size() > 1 ? distinctions(alike, plan) : std::vector<QString>();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            //: The title of a rule, and what tells it from another with the same title.
            titles[alike[i]->id] = Words::tr("%1 (%2)").arg(titles[alike[i]->id], texts[i]);
        }
    }
    return titles;
}

} // namespace merestone::viewer
