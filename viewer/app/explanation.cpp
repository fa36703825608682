// SPDX-License-Identifier: MIT
#include "app/explanation.hpp"

#include "exchange/wording.hpp"
#include "models/wording.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace merestone::viewer {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Explanation", text);
}

QString escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

/// A table of two columns, of the rows that have something to say.
class Facts {
public:
    void add(const QString& label, const QString& html) {
        if (!html.isEmpty()) {
            m_rows += QStringLiteral("<tr><th align='left' valign='top'>%1&nbsp;&nbsp;</th><td>%2</td></tr>")
                          .arg(label.toHtmlEscaped(), html);
        }
    }
    [[nodiscard]] QString html() const {
        return m_rows.isEmpty() ? QString() : QStringLiteral("<table cellspacing='3'>%1</table>").arg(m_rows);
    }

private:
    QString m_rows;
};

QString heading(const QString& verdict, const QString& title) {
    return QStringLiteral("<p><b>%1</b><br/>%2</p>").arg(verdict.toHtmlEscaped(), title.toHtmlEscaped());
}

QString marginText(const Finding& finding) {
    const QString amount =
        figure(finding.margin ? std::optional(std::abs(*finding.margin)) : std::nullopt, finding.unit);
    if (amount.isEmpty() || *finding.margin == 0.0) {
        return {};
    }
    return *finding.margin > 0.0 ? translated(QT_TRANSLATE_NOOP("Explanation", "%1 to spare")).arg(amount)
                                 : translated(QT_TRANSLATE_NOOP("Explanation", "%1 on the wrong side")).arg(amount);
}

void addFigures(Facts& facts, const Finding& finding) {
    if (figureText(finding).empty()) {
        return; // nothing was measured, or a plain yes-or-no check, whose figures say nothing
    }
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Measured")),
              QStringLiteral("<b>%1</b>").arg(figure(finding.measured, finding.unit).toHtmlEscaped()));
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Required")), requirementText(finding).toHtmlEscaped());
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Margin")), marginText(finding).toHtmlEscaped());
    if (finding.uncertainty > 0.0 && std::isfinite(finding.uncertainty)) {
        facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Uncertainty")),
                  QStringLiteral("± %1").arg(figure(finding.uncertainty, finding.unit).toHtmlEscaped()));
    }
}

void addRuleFacts(Facts& facts, const RuleResult& rule, const RuleSpec* spec) {
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Rule")),
              QStringLiteral("%1 (%2)").arg(escaped(rule.id), severityText(rule.severity).toHtmlEscaped()));
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "From")), viewer::sourceText(rule.source).toHtmlEscaped());
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Why the rule")), escaped(rule.explanation));
    if (spec != nullptr) {
        facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Requires")),
                  QStringLiteral("<code>%1</code>").arg(escaped(spec->require.text)));
    }
    QStringList settings;
    for (const std::string& text : settingTexts(rule.settings)) {
        settings << escaped(text);
    }
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Figures used")), settings.join(QStringLiteral("<br/>")));
}

QString waiverText(const WaiverNote& waiver) {
    QString text =
        translated(QT_TRANSLATE_NOOP("Explanation", "%1 (by %2)")).arg(escaped(waiver.reason), escaped(waiver.by));
    if (!waiver.until.empty()) {
        text += translated(QT_TRANSLATE_NOOP("Explanation", ", until %1")).arg(escaped(waiver.until));
    }
    return text;
}

} // namespace

QString explainFinding(const Finding& finding, const RuleResult& rule, const RuleSpec* spec) {
    QString verdict = verdictText(finding.verdict);
    verdict[0] = verdict[0].toUpper();
    QString html = heading(verdict, QString::fromStdString(rule.title));
    html += QStringLiteral("<p>%1</p>").arg(escaped(finding.message));
    Facts facts;
    addFigures(facts, finding);
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "What would make it pass")),
              spec == nullptr ? QString() : escaped(spec->advice.text));
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Waived")),
              finding.waived ? waiverText(*finding.waived) : QString());
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Why not sure")), escaped(finding.reason));
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Feature")),
              viewer::featureText(finding.subject).toHtmlEscaped());
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "And")),
              finding.other ? viewer::featureText(*finding.other).toHtmlEscaped() : QString());
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Place")), escaped(placeText(finding)));
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "How it was measured")), escaped(finding.method));
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Whose figures")), escaped(finding.standards));
    addRuleFacts(facts, rule, spec);
    return html + facts.html();
}

QString explainRule(const RuleResult& rule, const RuleSpec* spec) {
    QString verdict = verdictText(rule.verdict);
    verdict[0] = verdict[0].toUpper();
    QString html = heading(verdict, QString::fromStdString(rule.title.empty() ? rule.id : rule.title));
    if (spec != nullptr && !spec->resident.empty()) {
        html += QStringLiteral("<p>%1</p>").arg(escaped(spec->resident));
    }
    Facts facts;
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Why")), escaped(rule.reason));
    QStringList counts;
    const QLocale locale;
    for (const auto& [counted, count] : rule.counts) {
        if (count > 0) {
            counts << QStringLiteral("%1 %2").arg(locale.toString(static_cast<qulonglong>(count)),
                                                  verdictText(counted));
        }
    }
    if (rule.waived > 0) {
        counts << translated(QT_TRANSLATE_NOOP("Explanation", "%1 of the conflicts waived"))
                      .arg(locale.toString(static_cast<qulonglong>(rule.waived)));
    }
    facts.add(translated(QT_TRANSLATE_NOOP("Explanation", "Features")),
              counts.join(QStringLiteral(", ")).toHtmlEscaped());
    addRuleFacts(facts, rule, spec);
    return html + facts.html();
}

const RuleSpec* findRule(const Plan& plan, std::string_view id) {
    for (const PolicySpec& policy : plan.policies) {
        for (const RuleSpec& rule : policy.rules) {
            if (rule.id == id) {
                return &rule;
            }
        }
    }
    return nullptr;
}

} // namespace merestone::viewer
