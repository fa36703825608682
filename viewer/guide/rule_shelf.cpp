// SPDX-License-Identifier: MIT
#include "guide/rule_shelf.hpp"

#include "catalogue/formula_words.hpp"
#include "catalogue/rule_facts.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace merestone::viewer {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RuleShelf)
};

QString escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

} // namespace

RuleShelfPtr loadRules() {
    auto shelf = std::make_shared<RuleShelf>();
    const std::vector<std::filesystem::path> folders = pluginFolders();
    shelf->packs = loadPacks(folders);
    shelf->standards = loadStandards(folders, shelf->packs);
    shelf->entries = ruleEntries(shelf->packs, shelf->standards);
    std::erase_if(shelf->entries, [](const RuleEntry& entry) { return entry.rule->rule.subjects == "policies"; });
    return shelf;
}

QString ruleInWords(const RuleEntry& entry) {
    const PackRule& rule = *entry.rule;
    QStringList parts{QStringLiteral("<p><b>%1</b></p>").arg(escaped(rule.rule.title))};
    if (!rule.resident.empty()) {
        parts << QStringLiteral("<p><i>%1</i></p>").arg(escaped(rule.resident));
    }
    if (!rule.rule.require.empty()) {
        parts << QStringLiteral("<p>%1</p>")
                     .arg(Text::tr("It asks that %1.")
                              .arg(QString::fromStdString(conditionInWords(rule.rule.require.text, rule)))
                              .toHtmlEscaped());
    }
    parts << QStringLiteral("<p>%1</p>").arg(escaped(rule.rule.explanation));
    QStringList sources;
    for (const auto& [version, source] : sourceTexts(rule)) {
        if (!source.empty()) {
            sources << escaped(source);
        }
    }
    if (!sources.isEmpty()) {
        parts << QStringLiteral("<p>%1 %2</p>")
                     .arg(Text::tr("Source:").toHtmlEscaped(), sources.join(QLatin1String("; ")));
    }
    return parts.join(QString());
}

QString topicTitle(const std::string& topic) {
    QString text = QString::fromStdString(topicText(topic));
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

} // namespace merestone::viewer
