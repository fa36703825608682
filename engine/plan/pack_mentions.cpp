// SPDX-License-Identifier: MIT
#include "plan/pack_mentions.hpp"

#include "plan/plugin_files.hpp"
#include "plan/read_file.hpp"
#include "plan/standards.hpp"

#include <algorithm>
#include <set>

namespace merestone {

namespace {

bool isIdCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// The id of `pack: id` at the start of a line, when it is a plain word with nothing behind it but a comment.
std::string statedId(const std::string& text) {
    static const std::string key = "pack:";
    std::size_t at = text.starts_with(key) ? 0 : text.find("\n" + key);
    if (at == std::string::npos) {
        return {};
    }
    at = text.find_first_not_of(' ', at + key.size() + (text[at] == '\n' ? 1 : 0));
    if (at == std::string::npos) {
        return {};
    }
    std::size_t end = at;
    while (end < text.size() && isIdCharacter(text[end])) {
        ++end;
    }
    std::size_t rest = end;
    while (rest < text.size() && (text[rest] == ' ' || text[rest] == '\r')) {
        ++rest;
    }
    const bool isWhole = rest == text.size() || text[rest] == '\n' || (text[rest] == '#' && rest > end);
    return isWhole ? text.substr(at, end - at) : std::string();
}

/// Whether "id/" stands in a text as a name of its own: "space/" does not in "open-space/".
bool mentions(std::string_view text, const std::string& id) {
    const std::string wanted = id + "/";
    for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
        if (at == 0 || !isIdCharacter(text[at - 1])) {
            return true;
        }
    }
    return false;
}

} // namespace

PackMentions::PackMentions(const std::vector<std::filesystem::path>& folders) {
    for (const std::filesystem::path& path : pluginYamlFiles(folders)) {
        PackFile file{path, readSmallFile(path, "rule pack"), {}, false};
        if (isStandardsText(file.text)) {
            continue;
        }
        file.id = statedId(file.text);
        m_files.push_back(std::move(file));
    }
    for (PackFile& file : m_files) {
        if (file.id.empty()) {
            file.wanted = true;
            follow(file.text);
        }
    }
}

void PackMentions::follow(std::string_view text) {
    for (PackFile& file : m_files) {
        if (!file.wanted && mentions(text, file.id)) {
            file.wanted = true;
            follow(file.text);
        }
    }
}

std::vector<PackFile> PackMentions::wanted() const {
    std::vector<PackFile> files;
    std::copy_if(m_files.begin(), m_files.end(), std::back_inserter(files),
                 [](const PackFile& file) { return file.wanted; });
    return files;
}

std::vector<std::string> PackMentions::unwantedIds() const {
    std::set<std::string> ids;
    for (const PackFile& file : m_files) {
        if (!file.wanted) {
            ids.insert(file.id);
        }
    }
    return {ids.begin(), ids.end()};
}

} // namespace merestone
