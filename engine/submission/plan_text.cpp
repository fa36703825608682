// SPDX-License-Identifier: MIT
#include "submission/plan_text.hpp"

#include "base/text.hpp"
#include "prose/prose.hpp"
#include "submission/headings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

namespace merestone {

namespace {

constexpr std::size_t kMostPolicies = 2000;
constexpr std::size_t kMostOfOneId = 10; ///< that are compared with one another
constexpr std::size_t kLongestHeading = 150;
constexpr std::size_t kLongestList = 20'000; ///< bytes of the numbers of captions

// Headings behind which a plan explains a policy.
constexpr std::array<std::string_view, 14> kEndings{"justification",     "reasoned justification",
                                                    "explanation",       "supporting text",
                                                    "delivery",          "implementation",
                                                    "monitoring",        "interpretation",
                                                    "evidence",          "conformity",
                                                    "policy context",    "community action",
                                                    "community actions", "projects"};

struct Heading {
    std::string id;
    std::string title;
};

/// A heading is not the start of a sentence such as "Policy H1 applies to all sites."
std::optional<Heading> policyHeading(std::string_view line) {
    const std::string_view rest = behindWord(line, "policy");
    const std::string_view id = idAt(rest);
    if (id.empty() || line.size() > kLongestHeading || isContentsLine(line)) {
        return std::nullopt;
    }
    const std::string_view behind = trimmed(rest.substr(id.size()));
    const bool parted = !behind.empty() && (behind.front() == ':' || behind.front() == '-' || behind.front() == '.');
    const std::string_view title = parted ? trimmed(behind.substr(1)) : behind;
    const bool isTitle = title.empty() || (isUpper(title.front()) && title.back() != '.');
    if (!parted && !isTitle) {
        return std::nullopt;
    }
    return Heading{std::string(id), std::string(title)};
}

/// The number of a caption "Map 3: The centre".
std::string_view captionNumber(std::string_view line, std::string_view word) {
    const std::string_view rest = behindWord(line, word);
    const std::string_view id = idAt(rest);
    if (id.empty() || isContentsLine(line)) {
        return {};
    }
    const std::string_view behind = trimmed(rest.substr(id.size()));
    const bool isCaption = behind.empty() || behind.front() == ':' || behind.front() == '-' || behind.front() == '.' ||
                           (isUpper(behind.front()) && behind.back() != '.');
    return isCaption ? id : std::string_view();
}

bool endsPolicy(std::string_view line) {
    std::string text = lowered(line);
    while (!text.empty() && (text.back() == ':' || text.back() == '.')) {
        text.pop_back();
    }
    return std::find(kEndings.begin(), kEndings.end(), text) != kEndings.end() || !captionNumber(line, "map").empty() ||
           !captionNumber(line, "figure").empty() || !captionNumber(line, "table").empty();
}

void note(std::string& list, std::string_view number) {
    if (!number.empty() && list.size() < kLongestList) {
        list += list.empty() ? "" : ", ";
        list += number;
    }
}

class Reading {
public:
    explicit Reading(PlanText& plan) : m_plan(plan) {}

    void take(std::string_view line, std::size_t page) {
        const std::string_view text = trimmed(line);
        if (m_plan.title.empty() && page == 1) {
            m_plan.title = text.substr(0, kLongestHeading);
        }
        note(m_plan.maps, captionNumber(text, "map"));
        note(m_plan.tables, captionNumber(text, "table"));
        const std::optional<Heading> heading = policyHeading(text);
        if (heading && m_plan.policies.size() < kMostPolicies) {
            m_plan.policies.push_back({heading->id, heading->title, "", page});
            m_open = true;
        } else if (m_open && endsPolicy(text)) {
            m_open = false;
        } else if (m_open) {
            m_plan.policies.back().text.append(line).append("\n");
        }
    }

private:
    PlanText& m_plan;
    bool m_open = false;
};

/// "Homes 12" announces "Homes"; a heading without text announces any later one of its id.
bool announces(const TextPolicy& entry, const TextPolicy& policy) {
    const std::size_t end = entry.title.find_last_not_of("0123456789");
    const bool hasNumber = end != std::string::npos && end + 1 < entry.title.size() && entry.title[end] == ' ';
    return entry.id == policy.id &&
           (entry.text.empty() || (hasNumber && lowered(trimmed(entry.title.substr(0, end))) == lowered(policy.title)));
}

/// Takes out what stands in a table of contents without dots.
void dropContents(std::vector<TextPolicy>& policies) {
    std::vector<TextPolicy> kept;
    std::map<std::string, std::vector<std::size_t>> later; // places by id, from behind
    std::vector<bool> isContents(policies.size(), false);
    for (std::size_t i = policies.size(); i-- > 0;) {
        std::vector<std::size_t>& same = later[policies[i].id];
        isContents[i] = std::any_of(same.begin(), same.end(), [&](std::size_t other) {
            return !policies[other].text.empty() && announces(policies[i], policies[other]);
        });
        if (!isContents[i] && same.size() < kMostOfOneId) {
            same.push_back(i);
        }
    }
    for (std::size_t i = 0; i < policies.size(); ++i) {
        if (!isContents[i]) {
            kept.push_back(std::move(policies[i]));
        }
    }
    policies = std::move(kept);
}

} // namespace

PlanText readPlanText(const std::string& text) {
    const Prose prose(text); // for its plain dashes and blanks
    const std::string& plain = prose.text();
    PlanText plan;
    Reading reading(plan);
    std::size_t page = 1;
    for (std::size_t begin = 0; begin < plain.size();) {
        const std::size_t end = std::min(plain.find_first_of("\n\f", begin), plain.size());
        reading.take(std::string_view(plain).substr(begin, end - begin), page);
        page += end < plain.size() && plain[end] == '\f' ? 1 : 0;
        begin = end + 1;
    }
    for (TextPolicy& policy : plan.policies) {
        const bool isBlank = policy.text.find_first_not_of(" \t\n") == std::string::npos;
        policy.text = isBlank ? "" : policy.text;
    }
    dropContents(plan.policies);
    plan.contents = readContents(plain);
    return plan;
}

} // namespace merestone
