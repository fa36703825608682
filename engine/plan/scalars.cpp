// SPDX-License-Identifier: MIT
#include "plan/scalars.hpp"

#include "base/text.hpp"
#include "plan/dates.hpp"
#include "plan/plan_names.hpp"
#include "plan/quantities.hpp"

#include <algorithm>

namespace merestone {

namespace {

std::string trimmedText(const std::string& text) {
    constexpr std::string_view kBlanks = " \t\n";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

bool isBareFlag(const YamlNode& node) {
    return node.plain && (node.text == "true" || node.text == "false");
}

} // namespace

std::string kindName(const YamlNode& node) {
    switch (node.kind) {
    case YamlNode::Kind::null:
        return "empty";
    case YamlNode::Kind::list:
        return "a list";
    case YamlNode::Kind::map:
        return "a mapping";
    case YamlNode::Kind::scalar:
        break;
    }
    return "a text";
}

std::optional<std::string> readText(const YamlNode& node, const std::string& label, Problems& problems) {
    if (node.isList() || node.isMap()) {
        problems.add(node, label + " must be a single value, not " + kindName(node));
        return std::nullopt;
    }
    std::string text = trimmedText(node.text);
    if (text.empty()) {
        problems.add(node, label + " is empty; give it a value or remove the key");
        return std::nullopt;
    }
    return text;
}

std::optional<bool> readFlag(const YamlNode& node, const std::string& label, Problems& problems) {
    if (node.isScalar() && isBareFlag(node)) {
        return node.text == "true";
    }
    problems.add(node,
                 label + " must be true or false, not " + (node.isScalar() ? inQuotes(node.text) : kindName(node)));
    return std::nullopt;
}

std::optional<std::string> readWord(const YamlNode& node, std::span<const std::string> words, const std::string& label,
                                    Problems& problems) {
    std::optional<std::string> text = readText(node, label, problems);
    if (!text || std::find(words.begin(), words.end(), *text) != words.end()) {
        return text;
    }
    problems.add(node, label + " cannot be " + inQuotes(*text) + suggestion(*text, words, "values"));
    return std::nullopt;
}

std::optional<std::string> readDate(const YamlNode& node, DateForm form, const std::string& label, Problems& problems) {
    std::optional<std::string> text = readText(node, label, problems);
    if (!text || isIsoDate(*text) || (form == DateForm::dayOrYear && isYear(*text))) {
        return text;
    }
    problems.add(node, label + " is no date: " + inQuotes(*text) + "; write year-month-day, such as 2026-09-01" +
                           (form == DateForm::dayOrYear ? ", or a year" : ""));
    return std::nullopt;
}

std::optional<ParameterValue> readAnyValue(const YamlNode& node, const std::string& label, Problems& problems) {
    std::optional<std::string> text = readText(node, label, problems);
    if (!text) {
        return std::nullopt;
    }
    if (!node.plain) {
        return ParameterValue(std::move(*text));
    }
    if (isBareFlag(node)) {
        return ParameterValue(node.text == "true");
    }
    if (std::optional<Quantity> quantity = parseQuantity(*text)) {
        return ParameterValue(std::move(*quantity));
    }
    if (looksLikeQuantity(*text)) {
        problems.add(node, whyNoQuantity(*text, Unit{}, label) + " (put quotes around it if it is text)");
        return std::nullopt;
    }
    return ParameterValue(std::move(*text));
}

} // namespace merestone
