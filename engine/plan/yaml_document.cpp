// SPDX-License-Identifier: MIT
#include "plan/yaml_document.hpp"

#include "plan/plan.hpp"
#include "plan/yaml_text.hpp"
#include "plan/yaml_tree_builder.hpp"

#include <yaml.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <new>

namespace merestone {

namespace {

/// libyaml's parser and its event, freed with it.
class Parser {
public:
    explicit Parser(const std::string& text) {
        if (yaml_parser_initialize(&m_parser) == 0) {
            throw std::bad_alloc();
        }
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    ~Parser() {
        yaml_event_delete(&m_event);
        yaml_parser_delete(&m_parser);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    /// The next event, which holds until the one after it; null for a mistake, see state().
    const yaml_event_t* next() {
        yaml_event_delete(&m_event);
        return yaml_parser_parse(&m_parser, &m_event) == 0 ? nullptr : &m_event;
    }
    [[nodiscard]] const yaml_parser_t& state() const noexcept { return m_parser; }

private:
    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
};

/// libyaml's wording of a mistake, and what to do about it. It gives two places: where it stopped (the problem), and
/// where that began which it could not finish (the context).
struct Remedy {
    const char* context; ///< part of its wording; "" fits all
    const char* problem;
    bool atContext;
    const char* words;
};

constexpr const char* kMisplaced = "this does not belong to the list or mapping above it; indent items alike, and put "
                                   "quotes around text with special characters";
constexpr const char* kNoTags = "tags such as '!!str' are not used in plan files; remove it";
constexpr Remedy kRemedies[] = {
    {"quoted scalar", "unexpected end of stream", true, "this quote is never closed"},
    {"quoted scalar", "document indicator", true, "this quote is not closed before the line '---' or '...'"},
    {"quoted scalar", "", false,
     "'\\' begins an escape in double quotes, and this is none; use single quotes, or write '\\\\'"},
    {"an alias", "", true, "put quotes around text that begins with '*'"},
    {"an anchor", "", true, "put quotes around text that begins with '&'"},
    {"tag", "", true, kNoTags},
    {"", "undefined tag", false, kNoTags},
    {"simple key", "", true,
     "this line is neither 'key: value' nor an item of a list; indent it as what it belongs to, or put quotes around "
     "text with special characters"},
    {"", "mapping values are not allowed", false,
     "a ':' stands where no value can begin; put quotes around text that holds ': '"},
    {"", "block sequence entries are not allowed", false,
     "'- ' cannot begin a list here; put the list on its own lines"},
    {"", "mapping keys are not allowed", false, "a key cannot stand here; put each key on its own line"},
    {"", "cannot start any token", false, "this character cannot begin a value; put quotes around the text"},
    {"", "did not find expected", false, kMisplaced},
};

bool holds(const char* text, const char* part) {
    return *part == '\0' || (text != nullptr && std::strstr(text, part) != nullptr);
}

[[noreturn]] void refuse(const yaml_parser_t& parser, const YamlTreeBuilder& builder, const YamlText& text,
                         const std::string& file) {
    if (parser.error == YAML_MEMORY_ERROR) {
        throw std::bad_alloc();
    }
    const int line = static_cast<int>(parser.problem_mark.line) + 1;
    for (const int number : {line, line - 1}) {
        if (text.hasTabIndent(number)) {
            throw PlanError({{{file, number, 1}, "the line is indented with a tab; use spaces"}});
        }
    }
    const YamlNode* bracket = builder.openBracket();
    if (bracket != nullptr && holds(parser.context, "while parsing a flow")) {
        throw PlanError({{{file, bracket->line, bracket->column},
                          "this bracket is not closed, or a ',' is missing between its items"}});
    }
    const auto remedy = std::find_if(std::begin(kRemedies), std::end(kRemedies), [&](const Remedy& known) {
        return holds(parser.context, known.context) && holds(parser.problem, known.problem);
    });
    const bool known = remedy != std::end(kRemedies);
    const yaml_mark_t& mark = known && remedy->atContext ? parser.context_mark : parser.problem_mark;
    const std::string words =
        known ? remedy->words : "not YAML: " + std::string(parser.problem == nullptr ? "unreadable" : parser.problem);
    throw PlanError({{{file, static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1}, words}});
}

} // namespace

const YamlNode* YamlNode::find(std::string_view key) const noexcept {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

YamlNode parseYaml(const std::string& bytes, const std::string& file) {
    const YamlText text(bytes, file);
    YamlTreeBuilder builder(file);
    Parser parser(text.text());
    for (bool ended = false; !ended;) {
        const yaml_event_t* event = parser.next();
        if (event == nullptr) {
            refuse(parser.state(), builder, text, file);
        }
        builder.add(*event);
        ended = event->type == YAML_STREAM_END_EVENT;
    }
    return builder.take();
}

} // namespace merestone
