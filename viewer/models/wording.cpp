// SPDX-License-Identifier: MIT
#include "models/wording.hpp"

#include "exchange/wording.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace merestone::viewer {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Wording", text);
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
    return QString::fromStdString(merestone::featureText(feature));
}

QString sourceText(const RuleSource& source) {
    return QString::fromStdString(merestone::sourceText(source));
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
