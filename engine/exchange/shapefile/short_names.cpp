// SPDX-License-Identifier: MIT
#include "exchange/shapefile/short_names.hpp"

#include "base/utf8.hpp"

namespace merestone {

namespace {

constexpr std::size_t kMostBytes = 10;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isVowel(char c) {
    return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
}

std::string asciiName(const std::string& name) {
    std::string result;
    for (std::string_view rest = name; !rest.empty();) {
        const DecodedCharacter character = decodeFirst(rest);
        const char c = rest.front();
        const bool fits = character.length == 1 && (isLetter(c) || (c >= '0' && c <= '9'));
        result += fits ? c : '_';
        rest.remove_prefix(character.length);
    }
    return !result.empty() && isLetter(result.front()) ? result : "f_" + result;
}

std::string abbreviated(std::string name) {
    for (std::size_t i = name.size(); name.size() > kMostBytes && i-- > 1;) {
        if (isVowel(name[i]) && name[i - 1] != '_') {
            name.erase(i, 1);
        }
    }
    for (std::size_t i = name.size(); name.size() > kMostBytes && i-- > 1;) {
        if (name[i] == '_') {
            name.erase(i, 1);
        }
    }
    return name.substr(0, kMostBytes);
}

} // namespace

std::vector<std::string> shapefileNames(const ExportTable& table) {
    std::vector<std::string> taken;
    std::vector<std::string> names;
    for (const ExportField& field : table.fields) {
        names.push_back(uniqueName(abbreviated(asciiName(field.name)), taken, kMostBytes));
    }
    return names;
}

std::string shapefileDayName(const ExportField& field, std::vector<std::string>& taken) {
    return uniqueName(abbreviated(asciiName(field.name + "_day")), taken, kMostBytes);
}

} // namespace merestone
