// SPDX-License-Identifier: MIT
#include "measures/reference_register.hpp"

#include "base/text.hpp"
#include "measures/options.hpp"
#include "measures/text_finds.hpp"

#include <algorithm>
#include <iterator>

namespace merestone {

namespace {

constexpr std::string_view kOwnPolicies = "policies";

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool hasDigit(std::string_view text) noexcept {
    return std::any_of(text.begin(), text.end(), isDigit);
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

/// The text of a fact; a bare number is its digits.
std::optional<std::string> factText(const Plan& plan, const std::string& name) {
    for (const auto& [key, value] : plan.facts) {
        if (key != name) {
            continue;
        }
        if (const auto* text = std::get_if<std::string>(&value)) {
            return *text;
        }
        if (const auto* quantity = std::get_if<Quantity>(&value)) {
            return shortest(quantity->value);
        }
    }
    return std::nullopt;
}

class ReferenceSearch final : public TextSearch {
public:
    explicit ReferenceSearch(const MeasureRequest& request)
        : m_unless(phrasesOf(request, "unless")), m_register(registerOf(request), *request.plan),
          m_written(registerOf(request).written), m_title(registerOf(request).title) {}

    std::optional<std::vector<TextFind>> find(const Prose& prose) const override {
        std::vector<TextFind> finds;
        const std::vector<PhraseMatch> elsewhere = m_unless.find(prose);
        for (const PhraseMatch& match : m_written.find(prose)) {
            if (match.reference && !isElsewhere(prose, match, elsewhere)) {
                lookUpAll(prose, match, prose.sentence(prose.tokens()[match.first].sentence).second, finds);
            }
        }
        return finds;
    }
    std::string method() const override { return "references compared with: " + m_title; }

private:
    static const Register& registerOf(const MeasureRequest& request) {
        const std::string name = wordOption(request.spec, "to", "");
        const Register* found = request.plan->texts ? request.plan->texts->findRegister(name) : nullptr;
        if (found == nullptr) {
            throw Error(ErrorCode::plan, request.spec.place.text() + ": no pack has the register '" + printable(name) +
                                             "'; registers are named as pack/register, such as lint/nppf-2024");
        }
        return *found;
    }

    /// "Local Plan policy H5" and "Policy TP30 of the Birmingham Development Plan" are to another document; "Policy H9
    /// and the Local Plan" is not.
    static bool isElsewhere(const Prose& prose, const PhraseMatch& match, const std::vector<PhraseMatch>& documents) {
        const std::uint32_t sentence = prose.tokens()[match.first].sentence;
        const std::size_t behind = match.last;
        const std::string_view joint = behind < prose.tokens().size() ? prose.word(behind) : std::string_view();
        const bool belongs = joint == "of" || joint == "in" || joint == "from" || joint == "under";
        const auto isOf = [&](const PhraseMatch& document) {
            return prose.tokens()[document.first].sentence == sentence;
        };
        // They are in the order of the text: one may end right before the reference, one may begin behind it.
        const auto next =
            std::lower_bound(documents.begin(), documents.end(), behind,
                             [](const PhraseMatch& each, std::size_t token) { return each.first < token; });
        if (next != documents.end() && isOf(*next) && next->first - behind <= (belongs ? kLongestGap : 0)) {
            return true;
        }
        const auto later =
            std::lower_bound(documents.begin(), documents.end(), match.first,
                             [](const PhraseMatch& each, std::size_t token) { return each.first < token; });
        return later != documents.begin() && std::prev(later)->last == match.first && isOf(*std::prev(later));
    }

    /// "Policies H1, H2 and H4": what follows after a comma or an "and" belongs to the same reference.
    void lookUpAll(const Prose& prose, const PhraseMatch& match, std::size_t end, std::vector<TextFind>& finds) const {
        std::size_t token = *match.reference;
        while (token < end) {
            const std::string reference = prose.reference(token);
            if (!hasDigit(reference)) {
                return; // "policy approach" refers to nothing
            }
            const std::size_t behind = prose.tokens()[token].begin + reference.size();
            const ReferenceRegister::Answer answer = m_register.lookUp(reference);
            std::size_t next = token + 1;
            while (next < end && prose.tokens()[next].begin < behind) {
                ++next; // "BH-1" are two words
            }
            if (answer != ReferenceRegister::Answer::there) {
                const bool certain = answer == ReferenceRegister::Answer::notThere;
                finds.push_back({std::min(match.first, token), std::max(next, match.last), certain});
            }
            token = continued(prose, behind, next, end);
        }
    }

    static std::size_t continued(const Prose& prose, std::size_t behind, std::size_t next, std::size_t end) {
        if (next >= end) {
            return end;
        }
        const std::string_view word = prose.word(next);
        if (word == "and" || word == "or" || word == "to") {
            return next + 1;
        }
        const std::string_view between =
            std::string_view(prose.text()).substr(behind, prose.tokens()[next].begin - behind);
        return between.find(',') != std::string_view::npos ? next : end;
    }

    PhraseFinder m_unless;
    ReferenceRegister m_register;
    PhraseFinder m_written;
    std::string m_title;
};

} // namespace

ReferenceRegister::ReferenceRegister(const Register& source, const Plan& plan) : m_complete(source.complete) {
    if (source.fact == kOwnPolicies) {
        m_complete = true;
        for (const PolicySpec& policy : plan.policies) {
            if (!policy.isHeading) {
                m_ids.insert(lowered(policy.id));
            }
        }
        m_known = !m_ids.empty();
        return;
    }
    const std::optional<std::string> text = source.fact.empty() ? source.holds : factText(plan, source.fact);
    m_known = text.has_value();
    const std::string entries = text.value_or("");
    for (std::size_t begin = 0; begin < entries.size();) {
        const std::size_t end = std::min(entries.find(',', begin), entries.size());
        add(trimmed(std::string_view(entries).substr(begin, end - begin)));
        begin = end + 1;
    }
}

void ReferenceRegister::add(std::string_view entry) {
    const std::size_t dash = entry.find('-');
    if (dash != std::string_view::npos) {
        const auto from = numberValue(trimmed(entry.substr(0, dash)));
        const auto to = numberValue(trimmed(entry.substr(dash + 1)));
        if (from && to) {
            m_ranges.emplace_back(*from, *to);
            return;
        }
    }
    if (!entry.empty()) {
        m_ids.insert(lowered(entry));
    }
}

bool ReferenceRegister::holds(const std::string& reference) const {
    if (m_ids.contains(reference)) {
        return true;
    }
    const std::optional<double> number = numberValue(reference);
    return number && std::any_of(m_ranges.begin(), m_ranges.end(),
                                 [&](const auto& range) { return *number >= range.first && *number <= range.second; });
}

bool ReferenceRegister::holdsRange(const std::string& reference) const {
    const std::size_t dash = reference.find('-');
    return dash != std::string::npos && holds(reference.substr(0, dash)) && holds(reference.substr(dash + 1));
}

ReferenceRegister::Answer ReferenceRegister::lookUp(std::string_view reference) const {
    if (!m_known) {
        return Answer::unknown;
    }
    const std::string whole = lowered(reference);
    std::string base = whole.substr(0, whole.find('('));
    if (holds(whole) || holds(base) || holdsRange(base)) {
        return Answer::there;
    }
    const bool isPart = base.size() > 1 && !isDigit(base.back()) && isDigit(base[base.size() - 2]);
    if (isPart) { // "11d" is a part of paragraph 11
        base.pop_back();
        if (holds(base)) {
            return Answer::there;
        }
    }
    return m_complete ? Answer::notThere : Answer::unknown;
}

std::unique_ptr<TextSearch> makeReferenceSearch(const MeasureRequest& request) {
    return std::make_unique<ReferenceSearch>(request);
}

} // namespace merestone
