// SPDX-License-Identifier: MIT
#include "plan/plan_values.hpp"

#include "base/text.hpp"
#include "plan/value_place.hpp"

#include <algorithm>
#include <charconv>

namespace merestone {

namespace {

/// One value of a plan file's text on its way to another. The tree is changed alongside, so that what came out can be
/// held against what was meant.
class ValueChange {
public:
    ValueChange(const std::string& text, const std::string& file, const ValueAt& at)
        : m_text(text), m_file(file), m_at(at), m_root(parseYaml(text, file)) {}

    std::string set(const std::string& value) {
        YamlNode* node = findValueNode(m_root, m_at);
        if (node == nullptr && m_at.kind == ValueAt::Kind::with) {
            add(value);
        } else if (node == nullptr) {
            fail(0, "holds no such value any more; open the plan again");
        } else if (m_at.kind == ValueAt::Kind::limit) {
            replaceNumber(*node, value);
        } else {
            const TextSpan span = spanOf(*node);
            replace(span, asScalar(value, !node->plain));
            node->text = value;
        }
        return verified();
    }

    std::string reset() {
        YamlNode* rule = findRuleNode(m_root, m_at.rule);
        YamlNode* with = childOf(rule, "with");
        if (m_at.kind != ValueAt::Kind::with) {
            fail(0, "is the plan's own and has no default; write another value");
        }
        if (childOf(with, m_at.name) == nullptr) {
            return m_text; // it is left to the pack already
        }
        if (with->entries.size() > 1) {
            erase(*with, m_at.name);
        } else {
            erase(*rule, "with");
        }
        return verified();
    }

private:
    [[noreturn]] void fail(int line, const std::string& why) const {
        const std::string whose = m_at.rule.empty() ? "fact '" : "rule '" + m_at.rule + "': '";
        throw Error(ErrorCode::plan, Place{m_file, line, 0}.text() + ": " + whose + printable(m_at.name) + "' " + why);
    }

    [[nodiscard]] TextSpan spanOf(const YamlNode& node) const {
        const std::optional<TextSpan> span = scalarSpan(m_text, node);
        if (!span) {
            fail(node.line, "is written over several lines; change it in the file");
        }
        return *span;
    }

    void replace(const TextSpan& span, const std::string& with) {
        m_changed = m_text;
        m_changed.replace(span.begin, span.end - span.begin, with);
    }

    void replaceNumber(YamlNode& node, const std::string& value) {
        double number = 0.0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc() || end != value.data() + value.size()) {
            fail(node.line, "is compared with a plain number such as 40, not '" + printable(value) + "'");
        }
        const TextSpan span = spanOf(node);
        const std::size_t quote = node.plain ? 0 : 1;
        const std::vector<TextSpan> numbers = numbersIn(node.text);
        if (m_at.number >= numbers.size()) {
            fail(node.line, "has no such number any more; open the plan again");
        }
        if (m_text.compare(span.begin + quote, node.text.size(), node.text) != 0) {
            fail(node.line, "is written with doubled or escaped quotes; change it in the file");
        }
        const TextSpan in = numbers[m_at.number];
        replace({span.begin + quote + in.begin, span.begin + quote + in.end}, value);
        node.text.replace(in.begin, in.end - in.begin, value);
    }

    [[nodiscard]] bool isFlow(const YamlNode& map) const {
        const std::size_t at = offsetOf(m_text, map.line, map.column);
        return at < m_text.size() && m_text[at] == '{';
    }

    /// Puts a new line below the one that holds a byte.
    void insertLine(std::size_t after, int column, const std::string& line) {
        const std::string lineEnd = m_text.find("\r\n") == std::string::npos ? "\n" : "\r\n";
        const std::size_t end = m_text.find('\n', after);
        const std::string indented = std::string(static_cast<std::size_t>(column - 1), ' ') + line;
        m_changed = m_text;
        if (end == std::string::npos) {
            m_changed += lineEnd + indented + lineEnd;
        } else {
            m_changed.insert(end + 1, indented + lineEnd);
        }
    }

    /// A parameter that the plan did not give: behind the last that it gives, or in a `with` of its own behind `use`.
    void add(const std::string& value) {
        YamlNode* rule = findRuleNode(m_root, m_at.rule);
        if (rule == nullptr || rule->find("use") == nullptr) {
            fail(0, "belongs to no rule of a pack any more; open the plan again");
        }
        YamlNode* with = childOf(rule, "with");
        YamlNode scalar;
        scalar.kind = YamlNode::Kind::scalar;
        scalar.text = value;
        const std::string pair = m_at.name + ": " + asScalar(value, false);
        if (with != nullptr && !with->entries.empty()) {
            const YamlEntry& last = with->entries.back();
            const TextSpan span = spanOf(last.value);
            if (isFlow(*with)) {
                replace({span.end, span.end}, ", " + pair);
            } else {
                insertLine(span.end, last.column, pair);
            }
            with->entries.push_back({m_at.name, 0, 0, scalar});
            return;
        }
        if (with != nullptr) {
            fail(with->line, "has an empty 'with'; take that out of the file first");
        }
        const auto use = std::find_if(rule->entries.begin(), rule->entries.end(),
                                      [](const YamlEntry& entry) { return entry.key == "use"; });
        const TextSpan span = spanOf(use->value);
        if (isFlow(*rule)) {
            replace({span.end, span.end}, ", with: {" + pair + "}");
        } else {
            insertLine(span.end, use->column, "with: {" + pair + "}");
        }
        YamlEntry added{"with", 0, 0, {}};
        added.value.kind = YamlNode::Kind::map;
        added.value.entries.push_back({m_at.name, 0, 0, scalar});
        rule->entries.insert(use + 1, std::move(added));
    }

    /// The end of a value: of a scalar, or of a mapping of scalars with its bracket.
    [[nodiscard]] std::size_t endOf(const YamlNode& value) const {
        if (!value.isMap()) {
            return spanOf(value).end;
        }
        const std::size_t end = spanOf(value.entries.back().value).end;
        if (!isFlow(value)) {
            return end;
        }
        const std::size_t bracket = m_text.find('}', end);
        return bracket == std::string::npos ? end : bracket + 1;
    }

    void erase(YamlNode& map, const std::string& key) {
        const auto entry = std::find_if(map.entries.begin(), map.entries.end(),
                                        [&key](const YamlEntry& each) { return each.key == key; });
        std::size_t begin = offsetOf(m_text, entry->line, entry->column);
        std::size_t end = endOf(entry->value);
        if (!isFlow(map)) { // whole lines, with what is remarked on the value
            begin = m_text.rfind('\n', begin) + 1;
            const std::size_t lineEnd = m_text.find('\n', end);
            end = lineEnd == std::string::npos ? m_text.size() : lineEnd + 1;
        } else if (entry + 1 != map.entries.end()) { // up to the next
            end = offsetOf(m_text, (entry + 1)->line, (entry + 1)->column);
        } else if (entry != map.entries.begin()) { // from the end of the one before
            begin = endOf((entry - 1)->value);
        }
        replace({begin, end}, "");
        map.entries.erase(entry);
    }

    /// What came out, if it is what was meant and nothing else.
    [[nodiscard]] std::string verified() const {
        try {
            if (sameYaml(m_root, parseYaml(m_changed, m_file))) {
                return m_changed;
            }
        } catch (const PlanError&) { // told below: the text that is there has no such mistake
        }
        fail(0, "cannot be changed as the file is written; change it there");
    }

    const std::string& m_text;
    const std::string& m_file;
    const ValueAt& m_at;
    YamlNode m_root;
    std::string m_changed;
};

std::string withoutBlanks(const std::string& value) {
    const std::size_t begin = value.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? std::string()
                                      : value.substr(begin, value.find_last_not_of(" \t\r\n") - begin + 1);
}

} // namespace

std::string setPlanValue(const std::string& planText, const std::string& file, const ValueAt& at,
                         const std::optional<std::string>& value) {
    ValueChange change(planText, file, at);
    return value ? change.set(withoutBlanks(*value)) : change.reset();
}

} // namespace merestone
