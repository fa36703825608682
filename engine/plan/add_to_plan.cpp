// SPDX-License-Identifier: MIT
#include "plan/add_to_plan.hpp"

#include "plan/plan_text.hpp"

#include <algorithm>
#include <cctype>

namespace merestone {

namespace {

/// Figures, units, yes and no are read as such without quotes only; anything else is a text.
std::string valueText(const std::string& value) {
    const auto isPlain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == ' ' || c == '.' || c == '%' || c == '/' ||
               c == '-';
    };
    const bool startsPlain = !value.empty() && std::isalnum(static_cast<unsigned char>(value.front())) != 0;
    return startsPlain && value.back() != ' ' && std::all_of(value.begin(), value.end(), isPlain) ? value
                                                                                                  : quotedYaml(value);
}

std::string layerText(const LayerSpec& layer) {
    std::string text = layer.name + ": {source: " + quotedYaml(layer.source.text);
    const auto add = [&text](const char* key, const std::string& value) {
        if (!value.empty()) {
            text += std::string(", ") + key + ": " + value;
        }
    };
    const auto addQuoted = [&add](const char* key, const std::string& value) {
        add(key, value.empty() ? value : quotedYaml(value));
    };
    addQuoted("layer", layer.layer);
    add("role", layer.role);
    addQuoted("id", layer.id.text);
    addQuoted("name", layer.nameField.text);
    addQuoted("crs", layer.crs);
    add("complete", layer.complete.kind == Completeness::Kind::everywhere ? "true" : "");
    addQuoted("title", layer.title);
    return text + "}";
}

std::string ruleText(const NewPolicy& policy, const std::string& indent, const std::string& lineEnd) {
    std::string text = indent + "- use: " + policy.use + lineEnd;
    const std::string inner = indent + "  ";
    if (!policy.subjects.empty()) {
        text += inner + "for: " + quotedYaml(policy.subjects) + lineEnd;
    }
    if (!policy.layers.empty()) {
        text += inner + "layers:" + lineEnd;
        for (const auto& [role, layer] : policy.layers) {
            text += inner + "  " + role + ": " + quotedYaml(layer) + lineEnd;
        }
    }
    if (!policy.parameters.empty()) {
        text += inner + "with:" + lineEnd;
        for (const auto& [name, value] : policy.parameters) {
            text += inner + "  " + name + ": " + valueText(value) + lineEnd;
        }
    }
    return text;
}

} // namespace

std::string addLayer(const std::string& planText, const std::string& file, const LayerSpec& layer) {
    SectionItem item;
    item.key = "layers";
    item.kind = YamlNode::Kind::map;
    item.remedy = "write 'layers:' and each layer on a line below it, indented by two spaces";
    item.text = [&layer](const std::string& indent, const std::string& lineEnd) {
        return indent + layerText(layer) + lineEnd;
    };
    return addToSection(planText, file, item);
}

std::string addPolicy(const std::string& planText, const std::string& file, const NewPolicy& policy) {
    SectionItem item;
    item.key = "policies";
    item.remedy = "write 'policies:' and each policy below it, beginning with '  - id:'";
    item.text = [&policy](const std::string& indent, const std::string& lineEnd) {
        std::string text = indent + "- id: " + quotedYaml(policy.id) + lineEnd;
        const std::string inner = indent + "  ";
        text += inner + "title: " + quotedYaml(policy.title) + lineEnd;
        if (!policy.text.empty()) {
            text += inner + "text: " + quotedYaml(policy.text) + lineEnd;
        }
        return text + inner + "rules:" + lineEnd + ruleText(policy, inner + "  ", lineEnd);
    };
    return addToSection(planText, file, item);
}

} // namespace merestone
