// SPDX-License-Identifier: MIT
#include "catalogue/formula_words.hpp"
#include "catalogue/rule_facts.hpp"
#include "catalogue/rule_list.hpp"
#include "catalogue/text_table.hpp"
#include "exchange/wording.hpp"
#include "plan/measure_names.hpp"

namespace merestone {

namespace {

constexpr std::size_t kLabelWidth = 11;

class Explanation {
public:
    Explanation(std::ostream& out, TextStyle style, const RuleEntry& entry)
        : m_out(out), m_style(style), m_layout(out, style), m_entry(entry), m_rule(*entry.rule), m_spec(m_rule.rule) {}

    void write() {
        m_layout.paragraph("", m_entry.id + ": " + m_spec.title, Tone::strong);
        if (!m_rule.resident.empty()) {
            m_layout.paragraph("  ", m_rule.resident);
        }
        m_layout.blank();
        writeAbout();
        writeFormula();
        writeParameters();
        writeStandards();
        writeScenes();
        writeUse();
    }

private:
    void line(const std::string& label, const std::string& text) {
        if (!text.empty()) {
            const std::size_t pad = label.size() < kLabelWidth ? kLabelWidth - label.size() : 1;
            m_layout.paragraph("  " + label + std::string(pad, ' '), text);
        }
    }
    void section(const std::string& title) {
        m_layout.blank();
        m_layout.paragraph("", title, Tone::strong);
    }

    void writeAbout() {
        line("topic", topicText(m_entry.topic));
        line("pack", packText(*m_entry.pack));
        line("plugin", m_entry.topic + ", in " + m_entry.pack->file.parent_path().parent_path().string());
        line("severity", std::string(severityName(m_spec.severity)));
        for (const auto& [policySet, text] : sourceTexts(m_rule)) {
            line(policySet.empty() ? "source" : "source in", policySet.empty() ? text : policySet + ": " + text);
        }
        line("", m_spec.source.url);
        std::string ids;
        for (const std::string& id : m_rule.catalogue) {
            ids += (ids.empty() ? "" : ", ") + id;
        }
        line("catalogue", ids);
        line("in force", m_spec.effectiveFrom.empty() ? "" : "for plans submitted from " + m_spec.effectiveFrom);
        line("in force", m_spec.effectiveTo.empty() ? "" : "for plans submitted until " + m_spec.effectiveTo);
        line("why", m_spec.explanation);
    }

    void writeFormula() {
        section("What it asks");
        line("for", m_spec.subjects.empty() ? "the layer that the plan names" : m_spec.subjects);
        line("against", m_spec.against);
        line("where", m_spec.where.empty() ? "" : conditionInWords(m_spec.where.text, m_rule));
        for (const MeasureSpec& measure : m_spec.measures) {
            const std::string plugin = pluginOfMeasure(measure.kind);
            line("measure", measure.name + ": " + measureInWords(measure, m_rule) +
                                (plugin.empty() ? "" : " (measure of plugin '" + plugin + "')"));
        }
        line("require", m_spec.require.empty() ? "" : conditionInWords(m_spec.require.text, m_rule));
        line("judgement", m_spec.judgement ? "only a person can decide; the figures are given" : "");
        for (const UnlessSpec& unless : m_spec.unless) {
            line("unless", conditionInWords(unless.when.text, m_rule) + ": " + unless.reason.text);
        }
        line("message", m_spec.message.text);
        line("advice", m_spec.advice.text);
        section("As written");
        line("where", m_spec.where.text);
        for (const MeasureSpec& measure : m_spec.measures) {
            line("measure", measure.name + ": " + measureAsWritten(measure));
        }
        line("require", m_spec.require.text);
        for (const PackLayer& layer : m_rule.layers) {
            line("layer", layer.name + (layer.required ? "" : " (optional)") + ": " + layer.help);
        }
    }

    void writeParameters() {
        if (m_rule.parameters.empty()) {
            return;
        }
        section("Parameters");
        TextTable table(m_out, m_style, {{"name", 18}, {"default", 25}, {"unit", 15}, {"what it is", 42}});
        table.heading();
        for (const PackParameter& parameter : m_rule.parameters) {
            const std::string unit = unitText(parameter);
            table.row({{parameter.name},
                       {defaultText(parameter)},
                       {unit.empty() ? std::string(parameterKindName(parameter.kind)) : unit},
                       {parameter.help}});
        }
    }

    void writeStandards() {
        if (!m_entry.values.empty()) {
            section("Standards that change them");
            TextTable table(m_out, m_style, {{"parameter", 18}, {"standards", 18}, {"value", 20}, {"source", 44}});
            table.heading();
            for (const RuleEntry::Value& value : m_entry.values) {
                table.row({{value.value->parameter},
                           {value.standards->id},
                           {readableValue(value.value->value)},
                           {sourceText(value.value->source), value.value->note}});
            }
        }
        if (!m_entry.crosswalk.empty()) {
            section("From one version of national policy to the next");
            for (const RuleEntry::Crosswalk& row : m_entry.crosswalk) {
                m_layout.paragraph("  - ", crosswalkText(row));
            }
        }
    }

    void writeScenes() {
        if (m_entry.scenes.empty()) {
            return;
        }
        section("Scenes");
        for (const std::string& name : m_entry.scenes) {
            m_layout.paragraph("  - ", name);
        }
    }

    void writeUse() {
        section("In a plan, under the rules of a policy");
        m_layout.paragraph("  ", "- use: " + m_entry.id);
        if (m_spec.subjects.empty()) {
            m_layout.paragraph("    ", "for: LAYER");
        }
        std::string roles;
        for (const PackLayer& layer : m_rule.layers) {
            roles += (roles.empty() ? "" : ", ") + layer.name + ": LAYER";
        }
        if (!roles.empty()) {
            m_layout.paragraph("    ", "layers: {" + roles + "}");
        }
        std::string needed;
        for (const PackParameter& parameter : m_rule.parameters) {
            needed += parameter.defaultValue ? "" : (needed.empty() ? "" : ", ") + parameter.name + ": …";
        }
        if (!needed.empty()) {
            m_layout.paragraph("    ", "with: {" + needed + "}");
        }
    }

    std::ostream& m_out;
    TextStyle m_style;
    TextLayout m_layout;
    const RuleEntry& m_entry;
    const PackRule& m_rule;
    const RuleSpec& m_spec;
};

} // namespace

void writeRuleExplanation(std::ostream& out, TextStyle style, const RuleEntry& entry) {
    Explanation(out, style, entry).write();
}

} // namespace merestone
