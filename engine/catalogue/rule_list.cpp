// SPDX-License-Identifier: MIT
#include "catalogue/rule_list.hpp"

#include "catalogue/rule_facts.hpp"
#include "catalogue/text_table.hpp"
#include "exchange/wording.hpp"

namespace merestone {

namespace {

TextTable::Cell parametersOf(const PackRule& rule) {
    TextTable::Cell cell;
    for (const PackParameter& parameter : rule.parameters) {
        const std::string unit = unitText(parameter);
        const bool open = !parameter.defaultValue;
        cell.push_back(parameter.name + (open ? " " : " = ") + defaultText(parameter) +
                       (open && !unit.empty() ? " in " + unit : ""));
    }
    return cell;
}

TextTable::Cell sourcesOf(const PackRule& rule) {
    TextTable::Cell cell;
    for (const auto& [policySet, text] : sourceTexts(rule)) {
        cell.push_back(policySet.empty() ? text : policySet + ": " + text);
    }
    return cell;
}

} // namespace

void writeRuleList(std::ostream& out, TextStyle style, const std::vector<RuleEntry>& entries) {
    TextTable table(out, style, {{"rule", 27}, {"catalogue", 10}, {"severity", 8}, {"parameters", 28}, {"source", 25}});
    TextLayout layout(out, style);
    const Pack* pack = nullptr;
    for (const RuleEntry& entry : entries) {
        if (entry.pack != pack) {
            if (pack != nullptr) {
                layout.blank();
            }
            pack = entry.pack;
            layout.paragraph("", topicText(entry.topic) + ", " + packText(*pack) + ", plugin " + entry.topic,
                             Tone::strong);
            layout.blank();
            table.heading();
        }
        table.row({{entry.id, entry.rule->rule.title},
                   entry.rule->catalogue,
                   {std::string(severityName(entry.rule->rule.severity))},
                   parametersOf(*entry.rule),
                   sourcesOf(*entry.rule)});
        layout.blank();
    }
    layout.paragraph("", counted(entries.size(), "rule", "rules") +
                             ". merestone rules show ID tells everything about one.");
}

} // namespace merestone
