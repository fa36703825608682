// SPDX-License-Identifier: MIT
#include "models/value_text.hpp"

#include "base/text.hpp"
#include "models/wording.hpp"

#include <QCoreApplication>

#include <charconv>

namespace merestone::viewer {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("ValueText", text);
}

/// "Birmingham City Council, Development Plan 2017, TP9, to be confirmed".
QString whose(const SettingValue& value) {
    QString text = QString::fromStdString(value.owner);
    if (!value.source.document.empty()) {
        text += QStringLiteral(", ") + sourceText(value.source);
    }
    return text;
}

QString levelText(const std::string& level) {
    if (level == "default") {
        return translated(QT_TRANSLATE_NOOP("ValueText", "default of the rule"));
    }
    if (level == "national") {
        return translated(QT_TRANSLATE_NOOP("ValueText", "national standard"));
    }
    if (level == "sector") {
        return translated(QT_TRANSLATE_NOOP("ValueText", "standard of the sector"));
    }
    return translated(QT_TRANSLATE_NOOP("ValueText", "local standard"));
}

} // namespace

QString shownPlanValue(const std::string& value, bool figure, const QLocale& locale) {
    double number = 0.0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (!figure || error != std::errc()) {
        return QString::fromStdString(value);
    }
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString shown = QString::fromStdString(shortest(number));
    shown.replace(QLatin1Char('.'), plain.decimalPoint());
    return shown + QString::fromUtf8(end, value.data() + value.size() - end);
}

std::string typedPlanValue(const QString& text, bool figure, const QLocale& locale) {
    const QString typed = text.simplified();
    qsizetype end = 0;
    while (figure && end < typed.size() && !typed[end].isLetter() && typed[end] != QLatin1Char('%')) {
        ++end;
    }
    bool isNumber = false;
    const QString digits = typed.left(end).trimmed();
    double number = locale.toDouble(digits, &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(digits, &isNumber);
    }
    if (!figure || !isNumber) {
        return typed.toStdString();
    }
    const QString unit = typed.mid(end).trimmed();
    return shortest(number) + (unit.isEmpty() ? std::string() : " " + unit.toStdString());
}

QString valueName(const PlanValue& value) {
    const QString name = QString::fromStdString(value.at.name);
    switch (value.at.kind) {
    case ValueAt::Kind::limit:
        //: A number in the requirement of a rule, counted from 1
        return value.at.number == 0 ? translated(QT_TRANSLATE_NOOP("ValueText", "Limit"))
                                    : translated(QT_TRANSLATE_NOOP("ValueText", "Limit %1"))
                                          .arg(QLocale().toString(static_cast<qulonglong>(value.at.number) + 1));
    case ValueAt::Kind::option:
        return QString(name)
            .replace(QLatin1Char('.'), QStringLiteral(": "))
            .replace(QLatin1Char('_'), QLatin1Char(' '));
    case ValueAt::Kind::with:
    case ValueAt::Kind::fact:
    case ValueAt::Kind::within:
        break;
    }
    return QString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString explainValue(const PlanValue& value, const QLocale& locale) {
    QStringList lines;
    const QString help = QString::fromStdString(value.help).toHtmlEscaped();
    if (value.at.kind == ValueAt::Kind::limit) {
        lines << translated(QT_TRANSLATE_NOOP("ValueText", "A number in the requirement %1"))
                     .arg(QStringLiteral("<code>%1</code>").arg(help));
    } else if (!help.isEmpty()) {
        lines << help;
    }
    if (value.at.kind == ValueAt::Kind::with) {
        lines << (value.given ? translated(QT_TRANSLATE_NOOP("ValueText", "The plan gives it."))
                              : translated(QT_TRANSLATE_NOOP("ValueText", "The plan leaves it to the rule.")));
    } else if (value.at.kind == ValueAt::Kind::fact) {
        lines << translated(QT_TRANSLATE_NOOP("ValueText", "A fact of the plan."));
    } else {
        lines << translated(QT_TRANSLATE_NOOP("ValueText", "The plan's own rule; it has no default."));
    }
    for (const SettingValue& below : value.below) {
        //: A value, then what kind of standard it is, then whose
        lines << translated(QT_TRANSLATE_NOOP("ValueText", "%1: %2 (%3)"))
                     .arg(shownPlanValue(below.value, value.figure, locale).toHtmlEscaped(),
                          levelText(below.level).toHtmlEscaped(), whose(below).toHtmlEscaped());
    }
    QStringList rules;
    for (const std::string& rule : value.rules) {
        rules << QString::fromStdString(rule).toHtmlEscaped();
    }
    lines << (rules.isEmpty()
                  ? translated(QT_TRANSLATE_NOOP("ValueText", "No rule reads it."))
                  : translated(QT_TRANSLATE_NOOP("ValueText", "Read by %1.")).arg(rules.join(QStringLiteral(", "))));
    return lines.join(QStringLiteral("<br/>"));
}

} // namespace merestone::viewer
