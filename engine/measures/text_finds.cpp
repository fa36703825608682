// SPDX-License-Identifier: MIT
#include "measures/text_finds.hpp"

#include "base/text.hpp"
#include "measures/options.hpp"

namespace merestone {

namespace {

/// "a; b" as it stands in `also` and `except`; "none" is nothing.
std::vector<std::string> partedBySemicolon(const std::string& text) {
    std::vector<std::string> parts;
    if (text == "none") {
        return parts;
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        if (part.find_first_not_of(' ') != std::string::npos) {
            parts.push_back(part);
        }
        begin = end + 1;
    }
    return parts;
}

PhraseFinder finderFor(const MeasureRequest& request, const std::vector<std::string>& phrases,
                       const std::vector<std::string>& exceptions = {}) {
    try {
        return PhraseFinder(phrases, exceptions);
    } catch (const Error& error) {
        throw Error(ErrorCode::plan, request.spec.place.text() + ": " + error.what());
    }
}

} // namespace

PhraseFinder phrasesOf(const MeasureRequest& request, const std::string& option) {
    const std::string name = wordOption(request.spec, option, "none");
    if (option == "except") {
        return finderFor(request, partedBySemicolon(name));
    }
    std::vector<std::string> phrases;
    std::vector<std::string> exceptions;
    if (name != "none") {
        const PhraseList* list = request.plan->texts ? request.plan->texts->findPhrases(name) : nullptr;
        if (list == nullptr) {
            throw Error(ErrorCode::plan, request.spec.place.text() + ": no pack has the phrase list '" +
                                             printable(name) + "'; lists are named as pack/list, such as lint/vague");
        }
        phrases = list->patterns();
        exceptions = list->exceptions;
    }
    if (option == "phrases") {
        for (const std::string& more : partedBySemicolon(wordOption(request.spec, "also", "none"))) {
            phrases.push_back(more);
        }
    }
    return finderFor(request, phrases, exceptions);
}

} // namespace merestone
