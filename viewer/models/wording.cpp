// SPDX-License-Identifier: MIT
#include "models/wording.hpp"

#include "exchange/wording.hpp"
#include "rules/compiled_rule.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace merestone::viewer {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Wording", text);
}

QString translated(const char* text, std::size_t count) {
    return QCoreApplication::translate("Wording", text, nullptr, static_cast<int>(count));
}

int decimalsFor(double value) {
    constexpr int kUsual = 2;
    constexpr int kMost = 9;
    int decimals = kUsual;
    while (decimals < kMost && value != 0.0 && std::abs(value) < 0.5 * std::pow(10.0, -decimals)) {
        ++decimals;
    }
    return decimals;
}

/// Without zeros at the end: "40", not "40.00".
QString numberText(double value) {
    const QLocale locale;
    QString text = locale.toString(value, 'f', decimalsFor(value));
    if (text.contains(locale.decimalPoint())) {
        while (text.endsWith(locale.zeroDigit())) {
            text.chop(1);
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(locale.decimalPoint().size());
        }
    }
    return text;
}

} // namespace

QString verdictText(Verdict verdict) {
    switch (verdict) {
    case Verdict::fail:
        return translated(QT_TRANSLATE_NOOP("Wording", "policy conflict"));
    case Verdict::borderline:
        return translated(QT_TRANSLATE_NOOP("Wording", "borderline"));
    case Verdict::cannotTell:
        return translated(QT_TRANSLATE_NOOP("Wording", "cannot tell"));
    case Verdict::needsJudgement:
        return translated(QT_TRANSLATE_NOOP("Wording", "needs judgement"));
    case Verdict::notRun:
        return translated(QT_TRANSLATE_NOOP("Wording", "not run"));
    case Verdict::pass:
        return translated(QT_TRANSLATE_NOOP("Wording", "passes"));
    case Verdict::notApplicable:
        return translated(QT_TRANSLATE_NOOP("Wording", "not applicable"));
    }
    return translated(QT_TRANSLATE_NOOP("Wording", "not run"));
}

QString severityText(Severity severity) {
    switch (severity) {
    case Severity::must:
        return translated(QT_TRANSLATE_NOOP("Wording", "must"));
    case Severity::should:
        return translated(QT_TRANSLATE_NOOP("Wording", "should"));
    case Severity::note:
        return translated(QT_TRANSLATE_NOOP("Wording", "note"));
    }
    return {};
}

QString figure(const std::optional<double>& value, const std::string& unit) {
    if (!value || !std::isfinite(*value)) {
        return {};
    }
    const QString number = numberText(*value);
    return unit.empty() ? number : number + QChar(0x00A0) + QString::fromStdString(unit);
}

QString requirementText(const Finding& finding) {
    const QString limit = figure(finding.limit, finding.unit);
    if (limit.isEmpty()) {
        return {};
    }
    const std::string& comparator = finding.comparator;
    if (comparator == ">=") {
        return translated(QT_TRANSLATE_NOOP("Wording", "at least %1")).arg(limit);
    }
    if (comparator == "<=") {
        return translated(QT_TRANSLATE_NOOP("Wording", "at most %1")).arg(limit);
    }
    if (comparator == ">") {
        return translated(QT_TRANSLATE_NOOP("Wording", "more than %1")).arg(limit);
    }
    if (comparator == "<") {
        return translated(QT_TRANSLATE_NOOP("Wording", "less than %1")).arg(limit);
    }
    if (comparator == "=") {
        return translated(QT_TRANSLATE_NOOP("Wording", "exactly %1")).arg(limit);
    }
    return translated(QT_TRANSLATE_NOOP("Wording", "anything but %1")).arg(limit);
}

QString featureText(const FeatureRef& feature) {
    if (feature.layer == kPlanLayer && feature.id == kPlanLayer) {
        return translated(QT_TRANSLATE_NOOP("Wording", "the plan"));
    }
    const QString name = QString::fromStdString(feature.name);
    QString text = QString::fromStdString(feature.id);
    if (!name.isEmpty() && feature.name != feature.id) {
        text = text.isEmpty() ? translated(QT_TRANSLATE_NOOP("Wording", "'%1'")).arg(name)
                              : translated(QT_TRANSLATE_NOOP("Wording", "%1 '%2'")).arg(text, name);
    }
    const QString layer = QString::fromStdString(feature.layer.str());
    if (layer.isEmpty() || text.isEmpty()) {
        return text + layer;
    }
    return translated(QT_TRANSLATE_NOOP("Wording", "%1 in %2")).arg(text, layer);
}

QString sourceText(const RuleSource& source) {
    RuleSource named = source;
    named.confirmed = true;
    const QString text = QString::fromStdString(merestone::sourceText(named));
    return source.confirmed || text.isEmpty()
               ? text
               : translated(QT_TRANSLATE_NOOP("Wording", "%1 (to be confirmed)")).arg(text);
}

QString summaryText(const RunResult& run) {
    const Summary summary = summarise(run);
    const auto counted = [&summary](Verdict verdict) {
        const auto found = summary.counts.find(verdict);
        return found == summary.counts.end() ? std::size_t{0} : found->second;
    };
    const std::size_t open = counted(Verdict::fail) - std::min(counted(Verdict::fail), summary.waived);
    QString text = open == 0 ? translated(QT_TRANSLATE_NOOP("Wording", "No policy conflict"))
                             : translated(QT_TRANSLATE_N_NOOP("Wording", "%n policy conflict(s)"), open);
    if (summary.waived > 0) {
        text = translated(QT_TRANSLATE_N_NOOP("Wording", "%1 (%n waived besides)"), summary.waived).arg(text);
    }
    constexpr std::array<std::pair<Verdict, const char*>, 4> kOthers{
        {{Verdict::borderline, QT_TRANSLATE_N_NOOP("Wording", "%1, %n borderline")},
         {Verdict::cannotTell, QT_TRANSLATE_N_NOOP("Wording", "%1, %n cannot tell")},
         {Verdict::needsJudgement, QT_TRANSLATE_N_NOOP("Wording", "%1, %n need(s) judgement")},
         {Verdict::notRun, QT_TRANSLATE_N_NOOP("Wording", "%1, %n not run")}}};
    for (const auto& [verdict, words] : kOthers) {
        if (const std::size_t count = counted(verdict); count > 0) {
            text = translated(words, count).arg(text);
        }
    }
    const auto passing = std::count_if(run.rules.begin(), run.rules.end(),
                                       [](const RuleResult& rule) { return rule.verdict == Verdict::pass; });
    return translated(QT_TRANSLATE_N_NOOP("Wording", "%1; %2 of %n rule(s) pass."), run.rules.size())
        .arg(text, QLocale().toString(static_cast<qlonglong>(passing)));
}

QString stageText(const QString& stage) {
    constexpr std::array kWhole{QT_TRANSLATE_NOOP("Wording", "reading layers"),
                                QT_TRANSLATE_NOOP("Wording", "looking at the layers"),
                                QT_TRANSLATE_NOOP("Wording", "drawing"),
                                QT_TRANSLATE_NOOP("Wording", "drawing maps"),
                                QT_TRANSLATE_NOOP("Wording", "making the PDF"),
                                QT_TRANSLATE_NOOP("Wording", "comparing the findings"),
                                QT_TRANSLATE_NOOP("Wording", "done")};
    for (const char* whole : kWhole) {
        if (stage == QLatin1String(whole)) {
            return translated(whole);
        }
    }
    constexpr std::array<std::pair<QLatin1String, const char*>, 5> kBeginnings{
        {{QLatin1String("reading "), QT_TRANSLATE_NOOP("Wording", "reading %1")},
         {QLatin1String("looking at "), QT_TRANSLATE_NOOP("Wording", "looking at %1")},
         {QLatin1String("writing "), QT_TRANSLATE_NOOP("Wording", "writing %1")},
         {QLatin1String("copying "), QT_TRANSLATE_NOOP("Wording", "copying %1")},
         {QLatin1String("checking "), QT_TRANSLATE_NOOP("Wording", "checking %1")}}};
    for (const auto& [beginning, words] : kBeginnings) {
        if (stage.startsWith(beginning)) {
            return translated(words).arg(stage.mid(beginning.size()));
        }
    }
    return stage;
}

QString lengthText(double metres) {
    constexpr double kMetresPerKilometre = 1000.0;
    const QLocale locale;
    if (std::abs(metres) < kMetresPerKilometre) {
        return translated(QT_TRANSLATE_NOOP("Wording", "%1 m")).arg(locale.toString(metres, 'f', 1));
    }
    return translated(QT_TRANSLATE_NOOP("Wording", "%1 km")).arg(locale.toString(metres / kMetresPerKilometre, 'f', 3));
}

QString areaText(double squareMetres) {
    constexpr double kSquareMetresPerHectare = 10000.0;
    const QLocale locale;
    if (std::abs(squareMetres) < kSquareMetresPerHectare) {
        return translated(QT_TRANSLATE_NOOP("Wording", "%1 m²")).arg(locale.toString(squareMetres, 'f', 1));
    }
    return translated(QT_TRANSLATE_NOOP("Wording", "%1 ha"))
        .arg(locale.toString(squareMetres / kSquareMetresPerHectare, 'f', 4));
}

} // namespace merestone::viewer
