// SPDX-License-Identifier: MIT
#include "cli/rules_text.hpp"

#include "cli/words.hpp"
#include "exchange/wording.hpp"

namespace merestone::cli {

namespace {

std::string_view kindName(PackParameter::Kind kind) {
    switch (kind) {
    case PackParameter::Kind::quantity:
        return "quantity";
    case PackParameter::Kind::number:
        return "number";
    case PackParameter::Kind::field:
        return "field";
    case PackParameter::Kind::condition:
        return "condition";
    case PackParameter::Kind::text:
        return "text";
    case PackParameter::Kind::flag:
        return "yes or no";
    }
    return "text";
}

/// Conditions and texts in quotes: "= zone = '3b'" would be hard to read.
std::string defaultText(const PackParameter& parameter) {
    const std::string value = readableValue(*parameter.defaultValue);
    const bool quoted = parameter.kind == PackParameter::Kind::condition || parameter.kind == PackParameter::Kind::text;
    return quoted ? "\"" + value + "\"" : value;
}

std::string parameterText(const PackParameter& parameter) {
    std::string text = parameter.name;
    text += parameter.defaultValue ? " = " + defaultText(parameter)
                                   : " (" + std::string(kindName(parameter.kind)) + ", to be given)";
    return parameter.help.empty() ? text : text + ": " + parameter.help;
}

std::string layerText(const PackLayer& layer) {
    std::string text = layer.name + (layer.required ? "" : " (optional)");
    return layer.help.empty() ? text : text + ": " + layer.help;
}

std::string packTitle(const Pack& pack) {
    std::string about = pack.owner;
    if (!pack.version.empty()) {
        about += (about.empty() ? "" : ", ") + pack.version;
    }
    return pack.id + ": " + pack.title + (about.empty() ? "" : " (" + about + ")");
}

std::string severityAndSource(const RuleSpec& rule) {
    const std::string source = sourceText(rule.source);
    return std::string(severityName(rule.severity)) + (source.empty() ? ", no source named" : "; " + source);
}

void line(TextLayout& layout, const std::string& label, const std::string& text) {
    if (!text.empty()) {
        layout.paragraph("  " + label + std::string(label.size() < 11 ? 11 - label.size() : 1, ' '), text);
    }
}

std::string measureText(const MeasureSpec& measure) {
    std::string text = measure.name + " = " + measure.kind + " of " + measure.target;
    for (const Parameter& option : measure.options) {
        text += ", " + option.name + " " + readableValue(option.value);
    }
    if (!measure.where.empty()) {
        text += ", where " + measure.where.text;
    }
    return text;
}

void writeRequirement(TextLayout& layout, const RuleSpec& rule) {
    line(layout, "for", rule.subjects);
    line(layout, "against", rule.against);
    line(layout, "where", rule.where.text);
    for (const MeasureSpec& measure : rule.measures) {
        line(layout, "measure", measureText(measure));
    }
    line(layout, "require", rule.require.text);
    line(layout, "judgement", rule.judgement ? "only a person can decide; the figures are given" : "");
}

void writeUse(TextLayout& layout, const Pack& pack, const PackRule& rule) {
    for (const PackLayer& layer : rule.layers) {
        line(layout, "layer", layerText(layer));
    }
    for (const PackParameter& parameter : rule.parameters) {
        line(layout, "parameter", parameterText(parameter));
    }
    layout.blank();
    layout.paragraph("  ", "In a plan, under the rules of a policy:");
    layout.paragraph("    ", "- use: " + fullId(pack, rule));
}

} // namespace

std::string fullId(const Pack& pack, const PackRule& rule) {
    return pack.id + "/" + rule.rule.id;
}

void writeRuleList(TextLayout& layout, const std::vector<Pack>& packs) {
    bool first = true;
    for (const Pack& pack : packs) {
        if (!first) {
            layout.blank();
        }
        first = false;
        layout.paragraph("", packTitle(pack), Tone::strong);
        for (const PackRule& rule : pack.rules) {
            layout.paragraph("  ", fullId(pack, rule) + ": " + rule.rule.title, Tone::good);
            layout.paragraph("      ", severityAndSource(rule.rule));
            for (const PackParameter& parameter : rule.parameters) {
                layout.paragraph("      - ", parameterText(parameter), Tone::faint);
            }
        }
    }
}

void writeRule(TextLayout& layout, const Pack& pack, const PackRule& rule) {
    layout.paragraph("", fullId(pack, rule) + ": " + rule.rule.title, Tone::strong);
    if (!rule.resident.empty()) {
        layout.paragraph("  ", rule.resident);
    }
    layout.blank();
    line(layout, "pack", packTitle(pack));
    line(layout, "severity", std::string(severityName(rule.rule.severity)));
    line(layout, "source", sourceText(rule.rule.source));
    line(layout, "", rule.rule.source.url);
    line(layout, "catalogue", joined(rule.catalogue, ", "));
    line(layout, "why", rule.rule.explanation);
    writeRequirement(layout, rule.rule);
    line(layout, "message", rule.rule.message.text);
    line(layout, "advice", rule.rule.advice.text);
    writeUse(layout, pack, rule);
}

} // namespace merestone::cli
