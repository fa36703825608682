// SPDX-License-Identifier: MIT
#include "report/templates.hpp"

#include "base/error.hpp"

#include <string>
#include <utility>

namespace merestone {

namespace {

constexpr std::pair<std::string_view, std::string_view> kFiles[] = {
#include "report/templates.inc"
};

constexpr std::string_view kEnding = ".html";
constexpr std::string_view kEscaping = "{{%AUTOESCAPE context=\"HTML\"}}\n";

} // namespace

Templates::Templates() : m_cache(std::make_unique<ctemplate::TemplateCache>()) {
    for (const auto& [name, content] : kFiles) {
        if (!name.ends_with(kEnding)) {
            continue;
        }
        // A template without its first line would escape nothing.
        if (!content.starts_with(kEscaping) ||
            !m_cache->StringToTemplateCache(std::string(name), content.data(), content.size(),
                                            ctemplate::STRIP_BLANK_LINES)) {
            throw Error(ErrorCode::internal, "the report's template " + std::string(name) + " cannot be used");
        }
    }
}

Templates::~Templates() = default;

void Templates::write(std::ostream& out, const char* name, const ctemplate::TemplateDictionary& values) const {
    std::string text;
    if (!m_cache->ExpandWithData(name, ctemplate::STRIP_BLANK_LINES, &values, nullptr, &text)) {
        throw Error(ErrorCode::internal, std::string("the report's template ") + name + " cannot be filled");
    }
    out << text;
}

std::string_view Templates::text(std::string_view name) {
    for (const auto& [file, content] : kFiles) {
        if (file == name) {
            return content;
        }
    }
    throw Error(ErrorCode::internal, "the report has no file " + std::string(name));
}

} // namespace merestone
