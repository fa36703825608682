// SPDX-License-Identifier: MIT
#include "plan/placeholders.hpp"

#include "plan/plan_names.hpp"

#include <algorithm>
#include <optional>

namespace merestone {

namespace {

std::string doubled(std::string_view text, char character) {
    std::string result;
    for (const char c : text) {
        result.append(c == character ? 2 : 1, c);
    }
    return result;
}

const std::string& textOf(const BoundParameter& parameter) {
    return std::get<std::string>(parameter.value);
}

/// `quote` is the quote that the place stands in, 0 outside; `alone` means that it is the whole condition.
std::string asCondition(const BoundParameter& parameter, char quote, bool alone) {
    const std::string& text = textOf(parameter);
    if (quote != 0) {
        return doubled(text, quote);
    }
    switch (parameter.kind) {
    case PackParameter::Kind::field:
        return isConditionName(text) ? text : '"' + text + '"';
    case PackParameter::Kind::condition:
        return alone ? text : "(" + text + ")";
    default:
        return "'" + doubled(text, '\'') + "'";
    }
}

/// `{name}` at the front of `text`: the name, nothing if there is none.
std::optional<std::string_view> placeholderAt(std::string_view text) {
    if (text.empty() || text.front() != '{') {
        return std::nullopt;
    }
    const std::size_t end = text.find('}');
    const std::string_view name = end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
    return whyNoValueName(name).empty() ? std::optional(name) : std::nullopt;
}

const BoundParameter* findTextual(std::span<const BoundParameter> parameters, std::string_view name) noexcept {
    const BoundParameter* found = findBound(parameters, name);
    return found != nullptr && isTextual(found->kind) ? found : nullptr;
}

/// ":.2f", one digit.
bool isNumberFormat(std::string_view format) noexcept {
    return format.size() == 4 && format.substr(0, 2) == ":." && format[2] >= '0' && format[2] <= '9' &&
           format[3] == 'f';
}

} // namespace

const BoundParameter* findBound(std::span<const BoundParameter> parameters, std::string_view name) noexcept {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const BoundParameter& parameter) { return sameName(parameter.name, name); });
    return found == parameters.end() ? nullptr : &*found;
}

bool isTextual(PackParameter::Kind kind) noexcept {
    return kind == PackParameter::Kind::field || kind == PackParameter::Kind::condition ||
           kind == PackParameter::Kind::text;
}

std::string fillCondition(std::string_view text, std::span<const BoundParameter> parameters) {
    std::string result;
    char quote = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::optional<std::string_view> name = placeholderAt(text.substr(i));
        const BoundParameter* parameter = name ? findTextual(parameters, *name) : nullptr;
        if (parameter != nullptr) {
            const std::size_t length = name->size() + 2;
            result += asCondition(*parameter, quote, length == text.size());
            i += length;
            continue;
        }
        const char c = text[i++];
        if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else if (quote == c) {
            quote = 0;
        }
        result += c;
    }
    return result;
}

std::string fillMessage(std::string_view text, std::span<const BoundParameter> parameters) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '{' || text.substr(i, 2) == "{{") {
            const std::size_t length = text[i] == '{' ? 2 : 1;
            result += text.substr(i, length);
            i += length;
            continue;
        }
        const std::string_view inside = text.substr(i + 1, text.find('}', i) - i - 1);
        const std::string_view name = inside.substr(0, inside.find(':'));
        const BoundParameter* parameter = findTextual(parameters, name);
        if (parameter == nullptr) {
            result += text[i++];
        } else if (parameter->kind == PackParameter::Kind::field) {
            result += "{" + textOf(*parameter) + std::string(inside.substr(name.size())) + "}";
            i += inside.size() + 2;
        } else {
            result += doubled(textOf(*parameter), '{');
            i += inside.size() + 2;
        }
    }
    return result;
}

std::string fillName(std::string_view text, std::span<const BoundParameter> parameters) {
    const std::optional<std::string_view> name = placeholderAt(text);
    const BoundParameter* parameter =
        name && name->size() + 2 == text.size() ? findTextual(parameters, *name) : nullptr;
    return parameter == nullptr ? std::string(text) : textOf(*parameter);
}

std::vector<std::string> placeholdersIn(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t i = text.find('{'); i != std::string_view::npos; i = text.find('{', i + 1)) {
        if (const auto name = placeholderAt(text.substr(i))) {
            names.emplace_back(*name);
        }
    }
    return names;
}

std::string whyNoMessage(std::string_view text) {
    for (std::size_t i = text.find('{'); i != std::string_view::npos; i = text.find('{', i)) {
        if (text.substr(i, 2) == "{{") {
            i += 2;
            continue;
        }
        const std::size_t end = text.find('}', i);
        if (end == std::string_view::npos) {
            return "a '{' is not closed; write '{{' for a brace";
        }
        const std::string_view inside = text.substr(i + 1, end - i - 1);
        const std::string_view name = inside.substr(0, inside.find(':'));
        const std::string_view format = inside.substr(name.size());
        if (name.empty() || name.find('{') != std::string_view::npos) {
            return "a placeholder must hold a name: '{name}'; write '{{' for a brace";
        }
        if (!format.empty() && !isNumberFormat(format)) {
            return "the number format of '{" + std::string(inside.substr(0, 40)) + "}' must be like ':.2f'";
        }
        i = end + 1;
    }
    return {};
}

} // namespace merestone
