// SPDX-License-Identifier: MIT
#include "plan/plan_text.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "plan/yaml_change.hpp"

#include <algorithm>
#include <vector>

namespace merestone {

namespace {

constexpr const char* kUsualIndent = "  ";

/// The lines of a text, each with its line end.
std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        const std::size_t next = end == std::string::npos ? text.size() : end + 1;
        lines.push_back(text.substr(begin, next - begin));
        begin = next;
    }
    return lines;
}

/// Blank, or a comment that stands at the very left: such lines at the end of a section belong to what follows.
bool belongsToWhatFollows(const std::string& line) {
    return line[0] == '#' || line.find_first_not_of(" \t\r\n") == std::string::npos;
}

/// Where the new item goes, as a line number from 0, between the key's line and the next key.
std::size_t endOfSection(const YamlNode& root, const YamlEntry& key, const std::vector<std::string>& lines) {
    std::size_t end = lines.size();
    for (const YamlEntry& entry : root.entries) {
        if (entry.line > key.line) {
            end = std::min(end, static_cast<std::size_t>(entry.line - 1));
        }
    }
    while (end > static_cast<std::size_t>(key.line) && belongsToWhatFollows(lines[end - 1])) {
        --end;
    }
    return end;
}

[[noreturn]] void refuse(const SectionItem& item, const std::string& file, int line) {
    throw Error(ErrorCode::plan, Place{file, line, 0}.text() + ": the " + std::string(item.key) +
                                     " cannot be added to as they are written; " + item.remedy);
}

bool isEmpty(const YamlNode& node) {
    return node.items.empty() && node.entries.empty();
}

/// Spaces before the section's first item; refuses one in brackets.
std::string indentOf(const YamlNode& node, const std::vector<std::string>& lines, const std::string& file,
                     const SectionItem& item) {
    const bool isList = item.kind == YamlNode::Kind::list;
    if (node.kind != item.kind) {
        refuse(item, file, node.line);
    }
    const int line = isList ? node.items.front().line : node.entries.front().line;
    const std::string& text = lines.at(static_cast<std::size_t>(line - 1));
    const std::size_t start = text.find_first_not_of(' ');
    const bool isBlock =
        start != std::string::npos &&
        (isList ? text[start] == '-' : static_cast<std::size_t>(node.entries.front().column) == start + 1);
    if (!isBlock) {
        refuse(item, file, line);
    }
    return std::string(start, ' ');
}

/// Whether `after` is `before` with one item more in the section and nothing else different.
bool isOnlyAddition(YamlNode before, YamlNode after, const SectionItem& item) {
    const auto isSection = [&item](const YamlEntry& entry) { return entry.key == item.key; };
    const auto section = std::find_if(after.entries.begin(), after.entries.end(), isSection);
    if (section == after.entries.end() || section->value.kind != item.kind || isEmpty(section->value)) {
        return false;
    }
    if (item.kind == YamlNode::Kind::list) {
        section->value.items.pop_back();
    } else {
        section->value.entries.pop_back();
    }
    if (isEmpty(section->value)) { // the plan had none: no key, or a key without a list
        after.entries.erase(section);
        std::erase_if(before.entries, isSection);
    }
    return sameYaml(before, after);
}

/// Takes "[]" or "{}" off the key's line.
void openSection(const YamlEntry& key, std::string& line, const std::string& file, const SectionItem& item) {
    if (key.value.isNull()) {
        return;
    }
    const std::size_t brackets = line.find(item.kind == YamlNode::Kind::list ? "[]" : "{}");
    if (brackets == std::string::npos) {
        refuse(item, file, key.line);
    }
    line.erase(brackets, 2);
}

} // namespace

std::string quotedYaml(const std::string& text) {
    return asScalar(text, true);
}

std::string addToSection(const std::string& planText, const std::string& file, const SectionItem& item) {
    const YamlNode root = parseYaml(planText, file);
    if (!root.isMap()) {
        throw Error(ErrorCode::plan, file + ": this is no plan: it must begin with 'merestone: 1'");
    }
    std::vector<std::string> lines = linesOf(planText);
    const std::string lineEnd = planText.find("\r\n") == std::string::npos ? "\n" : "\r\n";
    if (!lines.empty() && lines.back().back() != '\n') {
        lines.back() += lineEnd;
    }
    const auto key = std::find_if(root.entries.begin(), root.entries.end(),
                                  [&](const YamlEntry& entry) { return entry.key == item.key; });
    if (key == root.entries.end()) {
        lines.push_back(lineEnd + std::string(item.key) + ":" + lineEnd + item.text(kUsualIndent, lineEnd));
    } else if (isEmpty(key->value)) {
        std::string& line = lines[static_cast<std::size_t>(key->line - 1)];
        openSection(*key, line, file, item);
        line += item.text(kUsualIndent, lineEnd);
    } else {
        const std::string indent = indentOf(key->value, lines, file, item);
        const std::size_t end = endOfSection(root, *key, lines);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(end), item.text(indent, lineEnd));
    }
    std::string result;
    for (const std::string& line : lines) {
        result += line;
    }
    if (!isOnlyAddition(root, parseYaml(result, file), item)) {
        refuse(item, file, key == root.entries.end() ? 0 : key->line);
    }
    return result;
}

} // namespace merestone
