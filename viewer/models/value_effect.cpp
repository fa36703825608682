// SPDX-License-Identifier: MIT
#include "models/value_effect.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <set>
#include <string>

namespace merestone::viewer {

namespace {

std::set<std::string> conflictsOf(const RunResult& run, const std::set<std::string>& rules) {
    std::set<std::string> keys;
    for (const Finding& finding : run.findings) {
        if (finding.verdict == Verdict::fail && !finding.waived && rules.count(finding.rule.str()) > 0) {
            keys.insert(finding.key);
        }
    }
    return keys;
}

QString translated(const char* text, int number) {
    return QCoreApplication::translate("ValueEffect", text, nullptr, number);
}

} // namespace

ValueEffect effectOf(const RunResult& before, const RunResult& now, const RunDelta& delta) {
    std::set<std::string> rules;
    for (const RuleResult& rule : delta.rules) {
        rules.insert(rule.id);
    }
    ValueEffect effect;
    for (const RuleResult& rule : now.rules) {
        if (rules.count(rule.id) > 0) {
            effect.rules << QString::fromStdString(rule.id);
        }
    }
    const std::set<std::string> earlier = conflictsOf(before, rules);
    const std::set<std::string> later = conflictsOf(now, rules);
    effect.before = static_cast<int>(earlier.size());
    effect.now = static_cast<int>(later.size());
    for (const std::string& key : later) {
        if (earlier.count(key) == 0) {
            effect.fresh << QString::fromStdString(key);
        }
    }
    effect.gone = effect.before - (effect.now - static_cast<int>(effect.fresh.size()));
    return effect;
}

QString effectText(const ValueEffect& effect) {
    constexpr int kMostNames = 3;
    if (effect.rules.isEmpty()) {
        return QCoreApplication::translate("ValueEffect", "No rule reads it: nothing has changed.");
    }
    const QString rules =
        effect.rules.size() <= kMostNames
            ? effect.rules.join(QStringLiteral(", "))
            : translated(QT_TRANSLATE_N_NOOP("ValueEffect", "%n rule(s)"), static_cast<int>(effect.rules.size()));
    const QLocale locale;
    //: %1 is the rule or rules; %2 "4 conflicts before", %3 the number now
    QString text =
        QCoreApplication::translate("ValueEffect", "%1: %2, %3 now")
            .arg(rules, translated(QT_TRANSLATE_N_NOOP("ValueEffect", "%n conflict(s) before"), effect.before),
                 locale.toString(effect.now));
    if (!effect.fresh.isEmpty() || effect.gone > 0) {
        text += QLatin1Char(' ') + QCoreApplication::translate("ValueEffect", "(%1 new, %2 no longer there)")
                                       .arg(locale.toString(effect.fresh.size()), locale.toString(effect.gone));
    }
    return text;
}

} // namespace merestone::viewer
