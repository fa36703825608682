// SPDX-License-Identifier: MIT
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/text_finds.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace merestone {

namespace {

constexpr std::size_t kQuotesAtMost = 3;

/// `mentions: self`.
class PhraseSearch final : public TextSearch {
public:
    explicit PhraseSearch(const MeasureRequest& request)
        : m_phrases(phrasesOf(request, "phrases")), m_without(phrasesOf(request, "without")),
          m_except(phrasesOf(request, "except")),
          m_withoutInSentence(wordOption(request.spec, "nearby", "sentence") == "sentence") {}

    std::optional<std::vector<TextFind>> find(const Prose& prose) const override {
        std::set<std::uint32_t> answered;
        for (const PhraseMatch& match : m_without.find(prose)) {
            answered.insert(prose.tokens()[match.first].sentence);
        }
        std::vector<TextFind> finds;
        if (!m_withoutInSentence && !answered.empty()) {
            return finds;
        }
        const std::vector<PhraseMatch> excepted = m_except.find(prose);
        for (const PhraseMatch& match : m_phrases.find(prose)) {
            // Both lists are in the order of the text: only the first that ends behind the beginning can overlap.
            const auto other =
                std::upper_bound(excepted.begin(), excepted.end(), match.first,
                                 [](std::size_t token, const PhraseMatch& each) { return token < each.last; });
            const bool isExcepted = other != excepted.end() && other->first < match.last;
            if (!isExcepted && !answered.contains(prose.tokens()[match.first].sentence)) {
                finds.push_back({match.first, match.last, true});
            }
        }
        return finds;
    }
    std::string method() const override { return "phrases of a list looked for in the text"; }

private:
    PhraseFinder m_phrases;
    PhraseFinder m_without;
    PhraseFinder m_except;
    bool m_withoutInSentence;
};

std::optional<int> yearOf(const std::string& date) {
    return date.size() >= 4 ? std::optional(std::atoi(date.substr(0, 4).c_str())) : std::nullopt;
}

/// `years_outside_period: self`.
class YearSearch final : public TextSearch {
public:
    explicit YearSearch(const MeasureRequest& request)
        : m_phrases(phrasesOf(request, "phrases")), m_from(yearOf(request.plan->summary.periodFrom)),
          m_to(yearOf(request.plan->summary.periodTo)) {}

    std::optional<std::vector<TextFind>> find(const Prose& prose) const override {
        if (!m_from || !m_to) {
            return std::nullopt;
        }
        std::vector<TextFind> finds;
        for (const PhraseMatch& match : m_phrases.find(prose)) {
            const std::string_view word = match.reference ? prose.word(*match.reference) : std::string_view();
            const std::optional<double> year = word.size() == 4 ? numberValue(word) : std::nullopt;
            if (year && *year >= 1900.0 && *year < 2200.0 && (*year < *m_from || *year > *m_to)) {
                finds.push_back({match.first, match.last, true});
            }
        }
        return finds;
    }
    std::string method() const override { return "years in the text compared with the plan's period"; }

private:
    PhraseFinder m_phrases;
    std::optional<int> m_from;
    std::optional<int> m_to;
};

/// Counts what a search finds in the text of a field. Unknown where there is no text.
class TextMeasure final : public Measure {
public:
    TextMeasure(const MeasureRequest& request, std::unique_ptr<TextSearch> search)
        : m_search(std::move(search)), m_field(wordOption(request.spec, "of", "text")) {
        m_method = m_search->method();
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        MeasureColumn result;
        for (const std::uint32_t row : rows) {
            context.throwIfStopped();
            const std::optional<Found> found = findIn(subjects, row);
            double certain = std::nan("");
            double possible = certain;
            if (found) {
                possible = static_cast<double>(found->finds.size());
                certain = static_cast<double>(std::count_if(found->finds.begin(), found->finds.end(),
                                                            [](const TextFind& find) { return find.certain; }));
            }
            result.values.push_back(certain);
            result.certainLow.push_back(certain);
            result.certainHigh.push_back(possible);
        }
        return result;
    }

    Evidence evidence(const Layer& subjects, std::uint32_t row) const override {
        Evidence result;
        const std::optional<Found> found = findIn(subjects, row);
        if (!found) {
            return result;
        }
        std::size_t quoted = 0;
        for (const TextFind& find : found->finds) {
            if (quoted == kQuotesAtMost) {
                result.quote += " and " + std::to_string(found->finds.size() - quoted) + " more";
                break;
            }
            result.quote += quoted == 0 ? "" : ", ";
            if (found->prose.hasPages()) {
                const std::size_t page = found->prose.page(found->prose.tokens()[find.first].begin);
                result.quote += "on page " + std::to_string(page) + " ";
            }
            result.quote += "\"" + found->prose.quote(find.first, find.last) + "\"";
            ++quoted;
        }
        return result;
    }

private:
    struct Found {
        Prose prose;
        std::vector<TextFind> finds;
    };

    [[nodiscard]] std::optional<Found> findIn(const Layer& subjects, std::uint32_t row) const {
        const Column* column = subjects.column(m_field);
        if (column == nullptr || column->isNull(row)) {
            return std::nullopt;
        }
        Prose prose(column->text(row));
        std::optional<std::vector<TextFind>> finds = m_search->find(prose);
        if (!finds) {
            return std::nullopt;
        }
        return Found{std::move(prose), std::move(*finds)};
    }

    std::unique_ptr<TextSearch> m_search;
    std::string m_field;
};

std::unique_ptr<TextSearch> searchFor(const MeasureRequest& request) {
    if (request.spec.kind == "mentions") {
        return std::make_unique<PhraseSearch>(request);
    }
    if (request.spec.kind == "years_outside_period") {
        return std::make_unique<YearSearch>(request);
    }
    return makeReferenceSearch(request);
}

} // namespace

std::unique_ptr<Measure> makeTextMeasure(MeasureRequest&& request) {
    return std::make_unique<TextMeasure>(request, searchFor(request));
}

} // namespace merestone
