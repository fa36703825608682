// SPDX-License-Identifier: MIT
#include "plan/yaml_document.hpp"

#include "plan/limits.hpp"
#include "plan/plan.hpp"
#include "plan/plan_names.hpp"
#include "plan/yaml_text.hpp"
#include "plan/yaml_tree_builder.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

namespace merestone {

namespace {

/// yaml-cpp's wording of the mistakes that people make most, in words that say what to do.
std::string remedy(const std::string& message) {
    const auto says = [&](const char* part) { return message.find(part) != std::string::npos; };
    if (says("illegal map value")) {
        return "a ':' stands where no value can begin; put quotes around text that holds ': '";
    }
    if (says("end of map") || says("end of sequence")) {
        return "this does not belong to the list or mapping above it; indent items alike, and put quotes around text "
               "with special characters";
    }
    if (says("EOF in scalar") || says("unexpected character in scalar")) {
        return "a quote is opened and never closed";
    }
    if (says("illegal block entry")) {
        return "'- ' cannot begin a list here; put the list on its own lines";
    }
    if (says("illegal map key")) {
        return "a key cannot stand here; put each key on its own line";
    }
    if (says("unknown token")) {
        return "this character cannot begin a value; put quotes around the text";
    }
    return "not YAML: " + message;
}

[[noreturn]] void rethrow(const YAML::Exception& error, const YamlText& text, const YamlTreeBuilder& builder,
                          const std::string& file) {
    const int line = std::max(error.mark.line, 0) + 1;
    Place place{file, line, text.column(line, error.mark.column)};
    for (const int number : {line, line - 1}) {
        if (text.hasTabIndent(number)) {
            throw PlanError({{{file, number, 1}, "the line is indented with a tab; use spaces"}});
        }
    }
    // Where a bracket is not closed yaml-cpp gives the place where it gave up, often the end of the file.
    const YamlNode* bracket = error.msg.find("flow not found") == std::string::npos ? nullptr : builder.openBracket();
    if (bracket != nullptr) {
        throw PlanError({{{file, bracket->line, bracket->column},
                          "this bracket is not closed, or a ',' is missing between its items"}});
    }
    throw PlanError({{std::move(place), remedy(error.msg)}});
}

} // namespace

const YamlNode* YamlNode::find(std::string_view key) const noexcept {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

YamlNode parseYaml(const std::string& bytes, const std::string& file) {
    const YamlText text(bytes, file);
    std::istringstream stream(text.text());
    YamlTreeBuilder builder(text, file);
    try {
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(builder)) {
            // A second call finds what stands behind the document; never a third, since stray commas give empty
            // documents without end.
            parser.HandleNextDocument(builder);
        }
    } catch (const YAML::Exception& error) {
        rethrow(error, text, builder, file);
    }
    return builder.take();
}

} // namespace merestone
