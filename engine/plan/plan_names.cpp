// SPDX-License-Identifier: MIT
#include "plan/plan_names.hpp"

#include "base/text.hpp"
#include "plan/limits.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

constexpr std::size_t kListedCandidates = 40;

constexpr std::array<std::string_view, 34> kReservedWords = {
    "all",   "and",  "as",    "asc",    "between", "by",    "cast",   "desc",  "distinct", "end",    "escape", "except",
    "false", "from", "ilike", "in",     "is",      "join",  "left",   "like",  "limit",    "not",    "null",   "offset",
    "on",    "or",   "order", "select", "true",    "union", "values", "where", "with",     "exclude"};

// {measured}, {limit}, {margin}, {other}, {quote}, {id} and {name} mean something in every message.
constexpr std::array<std::string_view, 10> kTakenValueNames = {"measured", "limit", "margin", "other", "quote",
                                                               "id",       "name",  "self",   "fid",   "ogr_geom_area"};

constexpr std::array<std::string_view, 7> kTakenLayerNames = {"plan", "policies", "self",  "other",
                                                              "true", "false",    "within"};

bool isLetter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

template <std::size_t N> bool contains(const std::array<std::string_view, N>& words, std::string_view name) noexcept {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return sameName(word, name); });
}

bool looksLikeName(std::string_view name) noexcept {
    return !name.empty() && !isDigit(name.front()) &&
           std::all_of(name.begin(), name.end(), [](char c) { return isLetter(c) || isDigit(c) || c == '_'; });
}

std::string whyTooLong(std::string_view name) {
    return name.size() > kMaximumNameBytes
               ? "is longer than " + std::to_string(kMaximumNameBytes) + " characters; shorten it"
               : std::string();
}

} // namespace

bool sameName(std::string_view a, std::string_view b) noexcept {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool isConditionName(std::string_view name) noexcept {
    return looksLikeName(name) && !contains(kReservedWords, name);
}

std::string whyNoValueName(std::string_view name) {
    if (std::string reason = whyTooLong(name); !reason.empty()) {
        return reason;
    }
    if (!looksLikeName(name)) {
        return "cannot stand in a condition; use letters, digits and '_', and begin with a letter";
    }
    if (contains(kReservedWords, name) || contains(kTakenValueNames, name)) {
        return "is a reserved word; choose another name";
    }
    return {};
}

std::string whyNoLayerName(std::string_view name) {
    if (std::string reason = whyTooLong(name); !reason.empty()) {
        return reason;
    }
    const auto fits = [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '-'; };
    if (name.empty() || !std::all_of(name.begin(), name.end(), fits)) {
        return "is no name for a layer; use letters, digits, '_' and '-'";
    }
    if (contains(kTakenLayerNames, name)) {
        return "is a reserved word; choose another name";
    }
    return {};
}

bool isBuiltInLayer(std::string_view name) noexcept {
    return name == "plan" || name == "policies";
}

std::string whyNoId(std::string_view id) {
    if (std::string reason = whyTooLong(id); !reason.empty()) {
        return reason;
    }
    const auto fits = [](char c) {
        return isLetter(c) || isDigit(c) || std::string_view("._-/").find(c) != std::string_view::npos;
    };
    if (id.empty() || !std::all_of(id.begin(), id.end(), fits)) {
        return "is no id; use letters, digits, '.', '_', '-' and '/'";
    }
    return {};
}

std::string inQuotes(std::string_view text) {
    if (text.size() <= kMaximumQuotedBytes) {
        return "'" + printable(text) + "'";
    }
    std::size_t length = kMaximumQuotedBytes;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        --length; // never through the middle of a UTF-8 sequence
    }
    return "'" + printable(text.substr(0, length)) + "…'";
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates, std::string_view kinds) {
    if (candidates.empty() || candidates.size() > kMaximumCandidates) {
        return {};
    }
    if (std::string nearest = didYouMean(word, candidates); !nearest.empty()) {
        return nearest;
    }
    return candidates.size() > kListedCandidates ? std::string()
                                                 : "; known " + std::string(kinds) + ": " + listed(candidates);
}

std::string listed(std::span<const std::string> words) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        result += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + printable(words[i]);
    }
    return result;
}

} // namespace merestone
