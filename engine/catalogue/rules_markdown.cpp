// SPDX-License-Identifier: MIT
#include "catalogue/formula_words.hpp"
#include "catalogue/rule_facts.hpp"
#include "catalogue/rule_list.hpp"
#include "exchange/wording.hpp"

#include <algorithm>
#include <map>

namespace merestone {

namespace {

constexpr std::string_view kMade =
    "<!-- Made by merestone rules list --format markdown; a test keeps it up to date. -->\n";

std::string code(std::string_view text) {
    std::string result = "`";
    for (const char c : text) {
        result += c == '|' ? "\\|" : c == '`' ? "'" : std::string(1, c);
    }
    return result + "`";
}

/// Text that Markdown shows as it is, in a table too; what stands between backticks is code.
std::string plain(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const std::size_t closing = c == '`' ? text.find('`', i + 1) : std::string_view::npos;
        if (closing != std::string_view::npos) {
            result += code(text.substr(i + 1, closing - i - 1));
            i = closing;
            continue;
        }
        switch (c) {
        case '|':
        case '*':
        case '`':
        case '[':
        case ']':
        case '\\':
            result += '\\';
            result += c;
            break;
        case '<':
            result += "&lt;";
            break;
        case '\n':
            result += ' ';
            break;
        default:
            result += c;
        }
    }
    return result;
}

/// The anchor that a heading gets: "open-space/per-head" becomes "open-spaceper-head".
std::string anchor(const std::string& heading) {
    std::string result;
    for (const char c : heading) {
        if (c == ' ') {
            result += '-';
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_') {
            result += c;
        } else if (c >= 'A' && c <= 'Z') {
            result += static_cast<char>(c - 'A' + 'a');
        }
    }
    return result;
}

std::string joinedIds(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) {
        text += (text.empty() ? "" : ", ") + plain(id);
    }
    return text;
}

std::string upperFirst(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

void writeFacts(std::ostream& out, const RuleEntry& entry) {
    const PackRule& rule = *entry.rule;
    out << "| | |\n|---|---|\n";
    const auto row = [&out](std::string_view name, const std::string& text) {
        if (!text.empty()) {
            out << "| " << name << " | " << text << " |\n";
        }
    };
    row("catalogue", joinedIds(rule.catalogue));
    row("severity", std::string(severityName(rule.rule.severity)));
    for (const auto& [policySet, text] : sourceTexts(rule)) {
        row(policySet.empty() ? "source" : "source in " + code(policySet), plain(text));
    }
    row("plans submitted", (rule.rule.effectiveFrom.empty() ? "" : "from " + rule.rule.effectiveFrom) +
                               (rule.rule.effectiveTo.empty() ? "" : " until " + rule.rule.effectiveTo));
    row("checks", rule.rule.subjects == "plan" ? "the plan as a whole"
                  : rule.rule.subjects.empty() ? "the layer that the plan names"
                                               : "each of " + code(rule.rule.subjects));
    row("against", rule.rule.against.empty() ? "" : code(rule.rule.against));
    for (const PackLayer& layer : rule.layers) {
        row("layer " + code(layer.name), plain(layer.help) + (layer.required ? "" : " (optional)"));
    }
    out << '\n';
}

void writeFormula(std::ostream& out, const PackRule& rule) {
    const RuleSpec& spec = rule.rule;
    out << "Where, of what it looks at:\n\n";
    for (const MeasureSpec& measure : spec.measures) {
        out << "- " << code(measure.name) << ": " << plain(measureInWords(measure, rule)) << "\n";
    }
    if (!spec.require.empty()) {
        out << "\nIt asks that " << plain(conditionInWords(spec.require.text, rule)) << ".";
    }
    out << (spec.judgement ? " Only a person can decide; the figures are given.\n" : "\n");
    out << "\n```yaml\n";
    if (!spec.where.empty()) {
        out << "where: \"" << spec.where.text << "\"\n";
    }
    if (!spec.measures.empty()) {
        out << "measure:\n";
    }
    for (const MeasureSpec& measure : spec.measures) {
        out << "  " << measure.name << ": " << measureAsWritten(measure) << "\n";
    }
    if (!spec.require.empty()) {
        out << "require: \"" << spec.require.text << "\"\n";
    }
    for (const UnlessSpec& unless : spec.unless) {
        out << "unless: \"" << unless.when.text << "\"\n";
    }
    out << "```\n\n";
}

void writeParameters(std::ostream& out, const RuleEntry& entry) {
    if (entry.rule->parameters.empty()) {
        return;
    }
    out << "| parameter | default | unit | standards | what it is |\n|---|---|---|---|---|\n";
    for (const PackParameter& parameter : entry.rule->parameters) {
        std::string standards;
        for (const RuleEntry::Value& value : entry.values) {
            if (value.value->parameter == parameter.name) {
                standards += (standards.empty() ? "" : "<br>") + plain(standardText(value));
            }
        }
        const std::string unit = unitText(parameter);
        out << "| " << code(parameter.name) << " | "
            << (parameter.defaultValue ? code(readableValue(*parameter.defaultValue)) : "to be given") << " | "
            << plain(unit.empty() ? std::string(parameterKindName(parameter.kind)) : unit) << " | " << standards
            << " | " << plain(parameter.help) << " |\n";
    }
    out << '\n';
}

void writeRule(std::ostream& out, const RuleEntry& entry) {
    const PackRule& rule = *entry.rule;
    out << "### " << entry.id << "\n\n**" << plain(rule.rule.title) << ".** "
        << (rule.resident.empty() ? "" : "“" + plain(rule.resident) + "”") << "\n\n";
    if (!rule.rule.explanation.empty()) {
        out << plain(rule.rule.explanation) << "\n\n";
    }
    writeFacts(out, entry);
    writeFormula(out, rule);
    writeParameters(out, entry);
    for (const RuleEntry::Crosswalk& row : entry.crosswalk) {
        out << "- " << plain(crosswalkText(row)) << "\n";
    }
    out << (entry.crosswalk.empty() ? "" : "\n");
    if (!entry.scenes.empty()) {
        out << "Scenes:\n\n";
        for (const std::string& name : entry.scenes) {
            out << "- " << plain(name) << "\n";
        }
        out << '\n';
    }
}

std::string topicLink(const RuleEntry& entry) {
    return entry.topic + ".md";
}

struct TopicCount {
    std::vector<std::string> packs;
    std::size_t rules = 0;
    std::size_t unconfirmed = 0;
};

std::map<std::string, TopicCount> countTopics(const std::vector<RuleEntry>& entries) {
    std::map<std::string, TopicCount> topics;
    for (const RuleEntry& entry : entries) {
        TopicCount& count = topics[entry.topic];
        if (std::find(count.packs.begin(), count.packs.end(), entry.pack->id) == count.packs.end()) {
            count.packs.push_back(entry.pack->id);
        }
        ++count.rules;
        count.unconfirmed += confirmationText(*entry.rule) == "confirmed" ? 0 : 1;
    }
    return topics;
}

using RulesById = std::vector<std::pair<std::string, std::vector<const RuleEntry*>>>;

RulesById rulesByCatalogueId(const std::vector<RuleEntry>& entries) {
    std::map<std::string, std::vector<const RuleEntry*>> byId;
    for (const RuleEntry& entry : entries) {
        for (const std::string& id : entry.rule->catalogue) {
            byId[id].push_back(&entry);
        }
    }
    RulesById sorted(byId.begin(), byId.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return catalogueOrder(a.first, b.first); });
    return sorted;
}

} // namespace

void writeRulesMarkdown(std::ostream& out, const std::vector<RuleEntry>& entries) {
    out << kMade;
    std::string topic;
    const Pack* pack = nullptr;
    for (const RuleEntry& entry : entries) {
        if (entry.topic != topic) {
            topic = entry.topic;
            out << "# " << upperFirst(topicText(topic)) << "\n\n";
        }
        if (entry.pack != pack) {
            pack = entry.pack;
            out << "## " << plain(pack->title) << "\n\nPack " << code(pack->id) << " of " << plain(pack->owner)
                << ", version " << plain(pack->version) << ".\n\n";
        }
        writeRule(out, entry);
    }
}

void writeCatalogueMarkdown(std::ostream& out, const std::vector<RuleEntry>& entries) {
    out << kMade << "# The rules\n\n"
        << counted(entries.size(), "rule", "rules")
        << " of the packs that come with Merestone. `merestone rules show ID` explains one at the terminal.\n\n"
        << "| topic | packs | rules | of these to be confirmed |\n|---|---|---|---|\n";
    for (const auto& [topic, count] : countTopics(entries)) {
        std::string packs;
        for (const std::string& pack : count.packs) {
            packs += (packs.empty() ? "" : ", ") + code(pack);
        }
        out << "| [" << topicText(topic) << "](" << topic << ".md) | " << packs << " | " << count.rules << " | "
            << count.unconfirmed << " |\n";
    }
    out << "\n## Which rules stand for which id of the rule catalogue\n\n| id | rules |\n|---|---|\n";
    for (const auto& [id, rules] : rulesByCatalogueId(entries)) {
        std::string links;
        for (const RuleEntry* entry : rules) {
            links += (links.empty() ? "" : ", ") +
                     ("[" + entry->id + "](" + topicLink(*entry) + "#" + anchor(entry->id) + ")");
        }
        out << "| " << plain(id) << " | " << links << " |\n";
    }
}

} // namespace merestone
