// SPDX-License-Identifier: MIT
#include "prose/phrase_finder.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace merestone {

namespace {

using Kind = PhraseStep::Kind;

constexpr std::size_t kException = std::numeric_limits<std::size_t>::max(); ///< number of phrases that do not count

constexpr std::array<std::string_view, 21> kNumberWords{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

bool fits(const PhraseStep& step, const Prose& prose, std::size_t token) {
    const std::string_view word = prose.word(token);
    switch (step.kind) {
    case Kind::word:
        return std::find(step.words.begin(), step.words.end(), word) != step.words.end() ||
               std::any_of(step.prefixes.begin(), step.prefixes.end(),
                           [word](const std::string& prefix) { return word.starts_with(prefix); });
    case Kind::number:
        return numberValue(word).has_value();
    case Kind::year: {
        const std::optional<double> value = word.size() == 4 ? numberValue(word) : std::nullopt;
        return value && *value >= 1900.0 && *value < 2200.0;
    }
    case Kind::anyWord:
    case Kind::reference:
        return true;
    case Kind::end:
    case Kind::gap:
        break;
    }
    return false;
}

/// Walks along one spelling; gaps are kept as short as they can be.
class Walk {
public:
    Walk(const PhraseSpelling& steps, const Prose& prose, std::size_t end)
        : m_steps(steps), m_prose(prose), m_end(end) {}

    /// The token behind the phrase when it stands at `token`.
    std::optional<std::size_t> from(std::size_t step, std::size_t token) {
        for (; step < m_steps.size(); ++step, ++token) {
            if (m_steps[step].kind == Kind::gap) {
                return acrossGap(step + 1, token);
            }
            if (m_steps[step].kind == Kind::end) {
                return token == m_end ? std::optional(token) : std::nullopt;
            }
            if (token >= m_end || !fits(m_steps[step], m_prose, token)) {
                return std::nullopt;
            }
            if (m_steps[step].kind == Kind::reference) {
                reference = token;
            }
        }
        return token;
    }

    std::optional<std::size_t> reference;
    std::size_t skipped = 0; ///< words that gaps jumped over

private:
    std::optional<std::size_t> acrossGap(std::size_t step, std::size_t token) {
        for (std::size_t jumped = 0; jumped <= kLongestGap; ++jumped) {
            if (const auto end = from(step, token + jumped)) {
                skipped += jumped;
                return end;
            }
        }
        return std::nullopt;
    }

    const PhraseSpelling& m_steps;
    const Prose& m_prose;
    std::size_t m_end;
};

} // namespace

std::optional<double> numberValue(std::string_view word) noexcept {
    const auto found = std::find(kNumberWords.begin(), kNumberWords.end(), word);
    if (found != kNumberWords.end()) {
        return static_cast<double>(found - kNumberWords.begin());
    }
    if (word.empty() || word.front() < '0' || word.front() > '9' || word.size() > 20) {
        return std::nullopt;
    }
    std::array<char, 24> digits{};
    const auto end = std::copy_if(word.begin(), word.end(), digits.begin(), [](char c) { return c != ','; });
    double value = 0.0;
    const auto [read, error] = std::from_chars(digits.begin(), end, value);
    return error == std::errc() && read == end ? std::optional(value) : std::nullopt;
}

PhraseFinder::PhraseFinder(const std::vector<std::string>& phrases, const std::vector<std::string>& exceptions) {
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        add(phrases[i], i);
    }
    for (const std::string& exception : exceptions) {
        add(exception, kException);
    }
}

void PhraseFinder::add(const std::string& phrase, std::size_t number) {
    for (PhraseSpelling& steps : phraseSpellings(phrase)) {
        const std::size_t index = m_spellings.size();
        const PhraseStep& first = steps.front();
        for (const std::string& word : first.words) {
            m_byFirstWord[word].push_back(index);
        }
        if (first.kind != Kind::word || !first.prefixes.empty()) {
            m_others.push_back(index);
        }
        m_spellings.push_back({std::move(steps), number});
    }
}

void PhraseFinder::tryAll(const std::vector<std::size_t>& spellings, const Prose& prose, std::size_t token,
                          std::optional<PhraseMatch>& best) const {
    const std::size_t end = prose.sentence(prose.tokens()[token].sentence).second;
    for (const std::size_t index : spellings) {
        Walk walk(m_spellings[index].steps, prose, end);
        const std::optional<std::size_t> last = walk.from(0, token);
        if (!last) {
            continue;
        }
        PhraseMatch match;
        match.first = token;
        match.last = *last;
        match.phrase = m_spellings[index].phrase;
        match.skipped = walk.skipped;
        match.reference = walk.reference;
        if (!best || match.skipped < best->skipped || (match.skipped == best->skipped && match.last > best->last)) {
            best = match;
        }
    }
}

std::optional<PhraseMatch> PhraseFinder::at(const Prose& prose, std::size_t token) const {
    std::optional<PhraseMatch> best;
    if (const auto found = m_byFirstWord.find(prose.word(token)); found != m_byFirstWord.end()) {
        tryAll(found->second, prose, token, best);
    }
    tryAll(m_others, prose, token, best);
    return best;
}

std::vector<PhraseMatch> PhraseFinder::find(const Prose& prose, std::size_t begin, std::size_t end) const {
    std::vector<PhraseMatch> matches;
    for (std::size_t token = begin; token < end;) {
        if (const std::optional<PhraseMatch> match = at(prose, token)) {
            if (match->phrase != kException) {
                matches.push_back(*match);
            }
            token = match->last;
        } else {
            ++token;
        }
    }
    return matches;
}

} // namespace merestone
