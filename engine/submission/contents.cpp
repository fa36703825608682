// SPDX-License-Identifier: MIT
#include "submission/contents.hpp"

#include "base/text.hpp"
#include "submission/headings.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string_view>

namespace merestone {

namespace {

constexpr std::size_t kMostEntries = 500;
constexpr std::size_t kMostOtherLines = 2; ///< in a row, inside a table of contents: titles of two lines, subheadings
constexpr std::size_t kLongestLine = 300;
constexpr std::size_t kMostDigits = 4; ///< of a page number

struct Line {
    std::string_view text;
    std::size_t page = 1;
};

/// Lines that are not blank.
std::vector<Line> linesOf(std::string_view text) {
    std::vector<Line> lines;
    std::size_t page = 1;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        if (!line.empty()) {
            lines.push_back({line, page});
        }
        page += end < text.size() && text[end] == '\f' ? 1 : 0;
        begin = end + 1;
    }
    return lines;
}

/// Letters and digits in lower case, in words: "1. The Plan" and "1 The plan" are one title.
std::string plainTitle(std::string_view text) {
    std::string plain;
    bool isGap = false;
    for (const char c : lowered(text.substr(0, kLongestLine))) {
        const bool isWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (isWord && isGap && !plain.empty()) {
            plain += ' ';
        }
        isGap = !isWord;
        plain += isWord ? std::string(1, c) : std::string();
    }
    return plain;
}

std::optional<ContentsEntry> entryOf(std::string_view line) {
    const std::size_t digits = line.find_last_not_of("0123456789") + 1;
    if (!isContentsLine(line) || line.size() - digits > kMostDigits) {
        return std::nullopt;
    }
    ContentsEntry entry;
    entry.statedPage = static_cast<std::size_t>(std::strtoul(std::string(line.substr(digits)).c_str(), nullptr, 10));
    const std::size_t end = line.substr(0, digits).find_last_not_of(" \t.");
    entry.title = std::string(line.substr(0, end == std::string_view::npos ? 0 : end + 1));
    entry.policy = std::string(idAt(behindWord(entry.title, "policy")));
    return entry.title.empty() ? std::nullopt : std::optional(entry);
}

/// The entries, and the line behind the last of them.
struct Table {
    std::vector<ContentsEntry> entries;
    std::size_t end = 0;
};

Table tableIn(const std::vector<Line>& lines) {
    Table table;
    bool isInside = false;
    std::size_t others = 0;
    for (std::size_t i = 0; i < lines.size() && table.entries.size() < kMostEntries; ++i) {
        const std::string plain = plainTitle(lines[i].text);
        if (!isInside) {
            isInside = plain == "contents" || plain == "table of contents" || plain == "contents page";
            continue;
        }
        if (std::optional<ContentsEntry> entry = entryOf(lines[i].text)) {
            table.entries.push_back(std::move(*entry));
            table.end = i + 1;
            others = 0;
        } else if (++others > kMostOtherLines) {
            break;
        }
    }
    return table;
}

using PagesByTitle = std::map<std::string, std::set<std::size_t>>;

/// On which pages behind the table each of its titles is a line, or two lines.
PagesByTitle headings(const std::vector<Line>& lines, const Table& table) {
    PagesByTitle pages;
    for (const ContentsEntry& entry : table.entries) {
        pages[plainTitle(entry.title)];
    }
    std::string before;
    for (std::size_t i = table.end; i < lines.size(); ++i) {
        std::string plain = lines[i].text.size() <= kLongestLine ? plainTitle(lines[i].text) : std::string();
        if (const auto found = pages.find(plain); found != pages.end()) {
            found->second.insert(lines[i].page);
        }
        if (const auto found = pages.find(before + " " + plain); found != pages.end()) {
            found->second.insert(lines[i - 1].page);
        }
        before = std::move(plain);
    }
    return pages;
}

/// By how much the pages of the document are ahead of the numbers printed on them, as most titles have it; of equally
/// many the smallest.
long shiftOf(const std::vector<ContentsEntry>& entries, const PagesByTitle& pages) {
    std::map<long, std::size_t> votes;
    for (const ContentsEntry& entry : entries) {
        for (const std::size_t page : pages.at(plainTitle(entry.title))) {
            ++votes[static_cast<long>(page) - static_cast<long>(entry.statedPage)];
        }
    }
    long shift = 0;
    std::size_t most = 0;
    for (const auto& [candidate, count] : votes) {
        if (count > most || (count == most && std::labs(candidate) < std::labs(shift))) {
            shift = candidate;
            most = count;
        }
    }
    return shift;
}

} // namespace

std::vector<ContentsEntry> readContents(const std::string& text) {
    const std::vector<Line> lines = linesOf(text);
    Table table = tableIn(lines);
    const PagesByTitle pages = headings(lines, table);
    const long shift = shiftOf(table.entries, pages);
    const bool hasPages = text.find('\f') != std::string::npos;
    for (ContentsEntry& entry : table.entries) {
        const long expected = static_cast<long>(entry.statedPage) + shift;
        entry.expectedPage = static_cast<std::size_t>(std::max(expected, 0L));
        for (const std::size_t page : pages.at(plainTitle(entry.title))) {
            const auto distance = [&](std::size_t from) { return std::labs(static_cast<long>(from) - expected); };
            entry.isThere = true;
            if (!hasPages) {
                break;
            }
            if (!entry.foundPage || distance(page) < distance(*entry.foundPage)) {
                entry.foundPage = page;
            }
        }
    }
    return std::move(table.entries);
}

} // namespace merestone
