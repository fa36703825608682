// SPDX-License-Identifier: MIT
#pragma once

#include <cstring> // ctemplate 2.4 uses it without including it

#include <ctemplate/template.h>

#include <memory>
#include <ostream>
#include <string_view>

namespace merestone {

/// The templates of a report, each parsed once. They escape every value by the context that it stands in (text,
/// attribute, address); only the report's own style, script and base64 are marked as safe in the templates.
class Templates {
public:
    /// Throws Error(internal) when a template cannot be parsed.
    Templates();
    ~Templates();
    Templates(const Templates&) = delete;
    Templates& operator=(const Templates&) = delete;

    /// Writes a template with its values. Throws Error(internal) for a name that there is not.
    void write(std::ostream& out, const char* name, const ctemplate::TemplateDictionary& values) const;
    /// A file of the templates' folder as it is: "report.css".
    [[nodiscard]] static std::string_view text(std::string_view name);

private:
    std::unique_ptr<ctemplate::TemplateCache> m_cache;
};

} // namespace merestone
