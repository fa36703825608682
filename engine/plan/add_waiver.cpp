// SPDX-License-Identifier: MIT
#include "plan/add_waiver.hpp"

#include "base/text.hpp"
#include "plan/yaml_document.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace merestone {

namespace {

constexpr std::string_view kKey = "waivers";

/// Always in double quotes, so that no text is taken for a number, a date or a list.
std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : toUtf8(text)) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        result += isControl ? ' ' : c; // a reason typed over several lines becomes one
    }
    return result + '"';
}

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

std::string itemText(const WaiverSpec& waiver, const std::string& indent, const std::string& lineEnd) {
    std::string text = indent + "- rule: " + quoted(waiver.rule) + lineEnd;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) {
            text += indent + "  " + key + ": " + value + lineEnd;
        }
    };
    add("subject", waiver.subject.empty() ? std::string() : quoted(waiver.subject));
    add("reason", quoted(waiver.reason));
    add("by", quoted(waiver.by));
    add("until", waiver.until);
    return text;
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

[[noreturn]] void refuse(const std::string& file, int line) {
    throw Error(ErrorCode::plan, Place{file, line, 0}.text() +
                                     ": the waivers cannot be added to as they are written; write 'waivers:' and each "
                                     "waiver below it, beginning with '  - rule:'");
}

/// Spaces before the dash of the list's first item; refuses a list in brackets.
std::string indentOf(const YamlNode& list, const std::vector<std::string>& lines, const std::string& file) {
    const int line = list.items.front().line;
    const std::string& text = lines.at(static_cast<std::size_t>(line - 1));
    const std::size_t dash = text.find_first_not_of(' ');
    if (dash == std::string::npos || text[dash] != '-') {
        refuse(file, line);
    }
    return std::string(dash, ' ');
}

bool same(const YamlNode& a, const YamlNode& b) {
    const auto sameEntry = [](const YamlEntry& x, const YamlEntry& y) {
        return x.key == y.key && same(x.value, y.value);
    };
    return a.kind == b.kind && a.text == b.text &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), sameEntry);
}

/// Whether `after` is `before` with one waiver more and nothing else different.
bool isOnlyAddition(YamlNode before, YamlNode after) {
    const auto isWaivers = [](const YamlEntry& entry) { return entry.key == kKey; };
    const auto list = std::find_if(after.entries.begin(), after.entries.end(), isWaivers);
    if (list == after.entries.end() || list->value.items.empty()) {
        return false;
    }
    list->value.items.pop_back();
    if (list->value.items.empty()) { // the plan had none: no key, or a key without a list
        after.entries.erase(list);
        std::erase_if(before.entries, isWaivers);
    }
    return same(before, after);
}

} // namespace

std::string addWaiver(const std::string& planText, const std::string& file, const WaiverSpec& waiver) {
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
                                  [](const YamlEntry& entry) { return entry.key == kKey; });
    if (key == root.entries.end()) {
        lines.push_back(lineEnd + std::string(kKey) + ":" + lineEnd + itemText(waiver, "  ", lineEnd));
    } else if (key->value.items.empty()) {
        std::string& line = lines[static_cast<std::size_t>(key->line - 1)];
        if (!key->value.isNull()) {
            const std::size_t brackets = line.find("[]");
            if (brackets == std::string::npos) {
                refuse(file, key->line);
            }
            line.erase(brackets, 2);
        }
        line += itemText(waiver, "  ", lineEnd);
    } else {
        const std::string indent = indentOf(key->value, lines, file);
        const std::size_t end = endOfSection(root, *key, lines);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(end), itemText(waiver, indent, lineEnd));
    }
    std::string result;
    for (const std::string& line : lines) {
        result += line;
    }
    if (!isOnlyAddition(root, parseYaml(result, file))) {
        refuse(file, key == root.entries.end() ? 0 : key->line);
    }
    return result;
}

} // namespace merestone
