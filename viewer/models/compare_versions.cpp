// SPDX-License-Identifier: MIT
#include "models/compare_versions.hpp"

#include "base/error.hpp"
#include "exchange/comparison_html.hpp"
#include "exchange/publish.hpp"
#include "models/wording.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <fstream>

namespace merestone::viewer {

namespace {

constexpr std::array kTrends{Trend::worse,   Trend::added, Trend::better,    Trend::gone,
                             Trend::differs, Trend::same,  Trend::notChecked};

QString translated(const char* text) {
    return QCoreApplication::translate("Versions", text);
}

QString count(std::size_t number) {
    return QLocale().toString(static_cast<qulonglong>(number));
}

/// "policy conflict, 24 dwellings/ha".
QString sideText(const Finding* finding) {
    if (finding == nullptr) {
        return {};
    }
    QString text = verdictText(finding->verdict);
    if (finding->waived) {
        text = translated(QT_TRANSLATE_NOOP("Versions", "%1, waived")).arg(text);
    }
    const QString measured = figure(finding->measured, finding->unit);
    return measured.isEmpty() ? text : text + QStringLiteral(", ") + measured;
}

QString subjectOf(const std::string& what) {
    static constexpr std::array<std::pair<const char*, const char*>, 10> kWords{{
        {"verdict", QT_TRANSLATE_NOOP("Versions", "verdict")},
        {"severity", QT_TRANSLATE_NOOP("Versions", "severity")},
        {"waiver", QT_TRANSLATE_NOOP("Versions", "waiver")},
        {"measured", QT_TRANSLATE_NOOP("Versions", "measured")},
        {"limit", QT_TRANSLATE_NOOP("Versions", "limit")},
        {"id", QT_TRANSLATE_NOOP("Versions", "renamed")},
        {"name", QT_TRANSLATE_NOOP("Versions", "name")},
        {"other", QT_TRANSLATE_NOOP("Versions", "other feature")},
        {"place", QT_TRANSLATE_NOOP("Versions", "moved or reshaped")},
        {"reason", QT_TRANSLATE_NOOP("Versions", "reason")},
    }};
    for (const auto& [code, words] : kWords) {
        if (what == code) {
            return translated(words);
        }
    }
    return QString::fromStdString(what); // the name of a parameter
}

QString differenceText(const Difference& difference) {
    const auto side = [&difference](const std::string& text) {
        if (text.empty()) {
            return translated(QT_TRANSLATE_NOOP("Versions", "none"));
        }
        if (difference.what == "verdict") {
            for (int verdict = 0; verdict <= static_cast<int>(Verdict::notApplicable); ++verdict) {
                if (verdictName(static_cast<Verdict>(verdict)) == text) {
                    return verdictText(static_cast<Verdict>(verdict));
                }
            }
        }
        return QString::fromStdString(text);
    };
    //: What has changed, what it is now, what it was
    return translated(QT_TRANSLATE_NOOP("Versions", "%1: %2, before: %3"))
        .arg(subjectOf(difference.what), side(difference.after), side(difference.before));
}

QString differencesText(const std::vector<Difference>& differences) {
    QStringList texts;
    for (const Difference& difference : differences) {
        texts << differenceText(difference);
    }
    return texts.join(QStringLiteral("; "));
}

VersionRow rowOf(const FindingChange& change) {
    VersionRow row;
    row.trend = trendOf(change);
    const Finding& latest = change.latest();
    row.rule = QString::fromStdString(latest.rule.str());
    row.what = latest.message.empty() ? featureText(latest.subject) : QString::fromStdString(latest.message);
    row.before = sideText(change.before);
    row.now = sideText(change.after);
    row.changed = differencesText(change.differences);
    row.beforeKey = change.before == nullptr ? QString() : QString::fromStdString(change.before->key);
    row.nowKey = change.after == nullptr ? QString() : QString::fromStdString(change.after->key);
    if (change.before != nullptr && change.after != nullptr && change.before->margin && change.after->margin) {
        row.change = *change.after->margin - *change.before->margin;
    }
    return row;
}

QString cells(const QStringList& texts, const char* element) {
    QString html = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < texts.size(); ++i) {
        html += QStringLiteral("<%1 align='%2'>%3&nbsp;</%1>")
                    .arg(QLatin1String(element), i == 0 ? QStringLiteral("left") : QStringLiteral("right"),
                         texts[i].toHtmlEscaped());
    }
    return html + QStringLiteral("</tr>");
}

QString verdictTable(const RunResult& before, const RunResult& now) {
    const Summary earlier = summarise(before);
    const Summary later = summarise(now);
    QString html =
        QStringLiteral("<table cellspacing='4'>") +
        cells({translated(QT_TRANSLATE_NOOP("Versions", "Features")),
               translated(QT_TRANSLATE_NOOP("Versions", "before")), translated(QT_TRANSLATE_NOOP("Versions", "now"))},
              "th");
    for (int number = 0; number <= static_cast<int>(Verdict::notApplicable); ++number) {
        const auto verdict = static_cast<Verdict>(number);
        const auto in = [verdict](const Summary& summary) {
            const auto found = summary.counts.find(verdict);
            return found == summary.counts.end() ? std::size_t{0} : found->second;
        };
        if (in(earlier) + in(later) > 0) {
            html += cells({verdictText(verdict), count(in(earlier)), count(in(later))}, "td");
        }
    }
    return html + QStringLiteral("</table>");
}

QString policyTable(const RunComparison& comparison) {
    const std::map<std::string, std::map<Trend, std::size_t>> trends = trendsByPolicy(comparison);
    if (trends.empty()) {
        return {};
    }
    std::vector<Trend> columns; // those that any policy has
    for (const Trend trend : kTrends) {
        if (std::any_of(trends.begin(), trends.end(),
                        [trend](const auto& policy) { return policy.second.count(trend) > 0; })) {
            columns.push_back(trend);
        }
    }
    QStringList heading{translated(QT_TRANSLATE_NOOP("Versions", "Policy"))};
    for (const Trend trend : columns) {
        heading << trendText(trend);
    }
    QString html = QStringLiteral("<table cellspacing='4'>") + cells(heading, "th");
    for (const auto& [policy, counts] : trends) {
        QStringList row{QString::fromStdString(policy)};
        for (const Trend trend : columns) {
            const auto found = counts.find(trend);
            row << (found == counts.end() ? QString() : count(found->second));
        }
        html += cells(row, "td");
    }
    return html + QStringLiteral("</table>");
}

QString ruleList(const RunComparison& comparison) {
    QString html;
    for (const RuleChange& change : comparison.rules) {
        const QString what =
            change.before == nullptr  ? translated(QT_TRANSLATE_NOOP("Versions", "only in the version now"))
            : change.after == nullptr ? translated(QT_TRANSLATE_NOOP("Versions", "only in the version before"))
                                      : differencesText(change.differences);
        html += QStringLiteral("<li><b>%1</b>: %2</li>")
                    .arg(QString::fromStdString(change.latest().id).toHtmlEscaped(), what.toHtmlEscaped());
    }
    return html.isEmpty()
               ? html
               : QStringLiteral("<p>%1</p><ul>%2</ul>")
                     .arg(translated(QT_TRANSLATE_NOOP("Versions", "Rules that differ")).toHtmlEscaped(), html);
}

QString summaryOf(const VersionsComparison& versions) {
    QString html = policyTable(versions.comparison) + verdictTable(*versions.before, *versions.now);
    html += ruleList(versions.comparison);
    for (const std::string& note : versions.comparison.notes) {
        html += QStringLiteral("<p>%1</p>").arg(QString::fromStdString(note).toHtmlEscaped());
    }
    return html;
}

void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw Error(ErrorCode::cancelled, "stopped");
    }
}

} // namespace

QString trendText(Trend trend) {
    switch (trend) {
    case Trend::worse:
        return translated(QT_TRANSLATE_NOOP("Versions", "▲ worse"));
    case Trend::added:
        return translated(QT_TRANSLATE_NOOP("Versions", "★ new"));
    case Trend::better:
        return translated(QT_TRANSLATE_NOOP("Versions", "▼ better"));
    case Trend::gone:
        return translated(QT_TRANSLATE_NOOP("Versions", "– no longer there"));
    case Trend::differs:
        return translated(QT_TRANSLATE_NOOP("Versions", "≈ changed"));
    case Trend::same:
        return translated(QT_TRANSLATE_NOOP("Versions", "○ stayed"));
    case Trend::notChecked:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Versions", "? not checked any more"));
}

VersionsPtr compareVersions(RunPtr before, RunPtr now, const std::stop_token& stop) {
    throwIfStopped(stop);
    auto versions = std::make_shared<VersionsComparison>();
    versions->before = std::move(before);
    versions->now = std::move(now);
    versions->comparison = compareRuns(*versions->before, *versions->now, RunContext{stop, {}});
    throwIfStopped(stop);
    for (const FindingChange& change : versions->comparison.changes) {
        versions->rows.push_back(rowOf(change));
    }
    std::stable_sort(versions->rows.begin(), versions->rows.end(), [](const VersionRow& a, const VersionRow& b) {
        const auto rank = [](Trend trend) { return std::find(kTrends.begin(), kTrends.end(), trend); };
        return rank(a.trend) < rank(b.trend);
    });
    versions->summary = summaryOf(*versions);
    throwIfStopped(stop);
    return versions;
}

void writeVersionsPage(const std::filesystem::path& file, const VersionsComparison& versions) {
    publishFile(file, [&](const std::filesystem::path& staged) {
        std::ofstream out(staged, std::ios::binary);
        writeComparisonHtml(out, *versions.before, *versions.now, versions.comparison);
        if (!out.flush()) {
            throw Error(ErrorCode::output, file.string() + ": cannot be written; is the disk full?");
        }
    });
}

} // namespace merestone::viewer
