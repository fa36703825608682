// SPDX-License-Identifier: MIT
#include "catalogue/formula_words.hpp"

#include "base/text.hpp"
#include "plan/measure_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace merestone {

namespace {

bool isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// The pieces of a condition: names, numbers, quoted texts, placeholders and signs.
std::vector<std::string> tokensOf(const std::string& text) {
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        std::size_t end = i + 1;
        if (c == ' ' || c == '\n') {
            i = end;
            continue;
        }
        if (c == '\'' || c == '"' || c == '{') {
            end = std::min(text.find(c == '{' ? '}' : c, i + 1), text.size() - 1) + 1;
        } else if (isNameChar(c)) {
            while (end < text.size() && isNameChar(text[end])) {
                ++end;
            }
        } else if (end < text.size() && (c == '<' || c == '>' || c == '!') && (text[end] == '=' || text[end] == '>')) {
            ++end;
        }
        tokens.push_back(text.substr(i, end - i));
        i = end;
    }
    return tokens;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kWords{{{"<=", "is at most"},
                                                                                {">=", "is at least"},
                                                                                {"<", "is less than"},
                                                                                {">", "is more than"},
                                                                                {"=", "is"},
                                                                                {"<>", "is not"},
                                                                                {"!=", "is not"},
                                                                                {"*", "times"},
                                                                                {"/", "divided by"},
                                                                                {"+", "plus"},
                                                                                {"-", "minus"},
                                                                                {"and", "and"},
                                                                                {"or", "or"},
                                                                                {"not", "not"},
                                                                                {"between", "lies between"},
                                                                                {"in", "is one of"},
                                                                                {"is", "is"},
                                                                                {"null", "unknown"},
                                                                                {"like", "looks like"},
                                                                                {"abs", "the size of"},
                                                                                {"ogr_geom_area", "its area"},
                                                                                {"least", "the least of"}}};

std::string spaced(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

const PackParameter* parameterOf(const PackRule& rule, const std::string& name) {
    for (const PackParameter& parameter : rule.parameters) {
        if (lowered(parameter.name) == lowered(name)) {
            return &parameter;
        }
    }
    return nullptr;
}

/// Named for the bound that it is: "is at least least (40)" would say so twice.
bool isBound(const std::string& name) {
    const std::string words = "_" + lowered(name) + "_";
    return words.starts_with("_least_") || words.starts_with("_most_") || words.ends_with("_least_") ||
           words.ends_with("_most_");
}

/// "within (400 m)", "40 dwellings/ha (least)"; "'counts_when' holds (by default: always)".
std::string parameterWords(const PackParameter& parameter, const PackRule& rule) {
    if (parameter.kind == PackParameter::Kind::field && parameter.defaultValue) {
        return "'" + readableValue(*parameter.defaultValue) + "'";
    }
    if (parameter.kind == PackParameter::Kind::condition && parameter.defaultValue) {
        const std::string condition = readableValue(*parameter.defaultValue);
        const std::string words = condition == "1 = 1"   ? "always"
                                  : condition == "1 = 0" ? "never"
                                                         : conditionInWords(condition, rule);
        return "'" + parameter.name + "' holds (by default: " + words + ")";
    }
    if (!parameter.defaultValue) {
        return "'" + parameter.name + "'" + (parameter.kind == PackParameter::Kind::condition ? " holds" : "");
    }
    const std::string name = spaced(parameter.name);
    const std::string value = readableValue(*parameter.defaultValue);
    return isBound(parameter.name) ? value + " (" + name + ")" : name + " (" + value + ")";
}

std::string wordFor(const std::string& token, const PackRule& rule, bool call) {
    std::string name = token;
    if (name.size() > 2 && name.front() == '{') {
        name = name.substr(1, name.size() - 2);
    }
    if (const PackParameter* parameter = parameterOf(rule, name); parameter != nullptr && !call) {
        const bool figure = parameter->kind == PackParameter::Kind::quantity ||
                            parameter->kind == PackParameter::Kind::number ||
                            parameter->kind == PackParameter::Kind::flag;
        return !figure || parameter->defaultValue ? parameterWords(*parameter, rule)
               : isBound(parameter->name)         ? "'" + spaced(parameter->name) + "'"
                                                  : spaced(parameter->name);
    }
    for (const auto& [sign, word] : kWords) {
        if (lowered(token) == sign) {
            return std::string(word);
        }
    }
    return token.front() == '\'' || token.front() == '"' ? token : spaced(name);
}

} // namespace

std::string conditionInWords(const std::string& condition, const PackRule& rule) {
    const std::vector<std::string> tokens = tokensOf(condition);
    std::string text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool call = i + 1 < tokens.size() && tokens[i + 1] == "(";
        const bool close = tokens[i] == ")" || tokens[i] == ",";
        const bool opened = !text.empty() && text.back() == '(';
        text += (text.empty() || close || opened ? "" : " ") + wordFor(tokens[i], rule, call);
    }
    return text;
}

std::string measureInWords(const MeasureSpec& measure, const PackRule& rule) {
    const MeasureName* kind = findMeasureName(measure.kind);
    std::string text = kind == nullptr ? measure.kind : kind->help;
    if (!text.empty() && text.back() == '.') {
        text.pop_back();
    }
    const std::string target = measure.target == "other" ? "the other feature" : "'" + measure.target + "'";
    for (const std::string_view wanted : {"the target's", "the target"}) {
        for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + target.size())) {
            text.replace(at, wanted.size(), wanted.ends_with("'s") ? target + "'s" : target);
        }
    }
    if (!measure.where.empty()) {
        text += "; only those where " + conditionInWords(measure.where.text, rule);
    }
    for (const Parameter& option : measure.options) {
        const auto* words = std::get_if<std::string>(&option.value);
        text += "; " + spaced(option.name) + ": " +
                (words == nullptr ? readableValue(option.value) : conditionInWords(*words, rule));
    }
    for (const MeasureSpec& inner : measure.inner) {
        text += "; " + spaced(inner.name) + ": " + lowered(measureInWords(inner, rule).substr(0, 1)) +
                measureInWords(inner, rule).substr(1);
    }
    return text;
}

std::string measureAsWritten(const MeasureSpec& measure) {
    std::string text = "{" + measure.kind + ": " + measure.target;
    if (!measure.where.empty()) {
        text += ", where: \"" + measure.where.text + "\"";
    }
    for (const Parameter& option : measure.options) {
        const bool* flag = std::get_if<bool>(&option.value);
        text += ", " + option.name + ": " + (flag == nullptr ? readableValue(option.value) : *flag ? "true" : "false");
    }
    for (const MeasureSpec& inner : measure.inner) {
        text += ", " + inner.name + ": " + measureAsWritten(inner);
    }
    if (measure.unit) {
        text += ", unit: " + measure.unit->symbol;
    }
    return text + "}";
}

} // namespace merestone
