// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// A phrase that text measures look for, as a pack lists it.
struct PhraseEntry {
    std::string find;           ///< pattern, see docs/text-rules.md
    std::string why;            ///< one sentence; may be empty
    std::string example;        ///< a sentence that holds it; the pack is refused if it does not
    std::string counterexample; ///< key `but_not`: a sentence that must not hold it; may be empty
};

/// `phrases: NAME: {…}` of a pack.
struct PhraseList {
    std::string id; ///< "lint/vague"
    std::string title;
    RuleSource source;
    std::vector<PhraseEntry> entries;
    std::vector<std::string> exceptions; ///< key `except`: where one of these stands, no phrase is found

    [[nodiscard]] std::vector<std::string> patterns() const; ///< of the entries
};

/// `registers: NAME: {…}` of a pack: what a document has, to check references to it.
struct Register {
    std::string id; ///< "lint/nppf-2024"
    std::string title;
    RuleSource source;
    std::vector<std::string> written; ///< patterns; '@' stands for the reference
    std::string holds;                ///< "1-239, A1, HO2"
    std::string fact;                 ///< name of the plan's fact that holds them instead; "policies": its own policies
    bool complete = false;            ///< what it does not hold does not exist
};

/// All lists of all packs, shared by the plans that were read with them. Immutable.
struct PackTexts {
    std::vector<std::shared_ptr<const PhraseList>> phrases;
    std::vector<std::shared_ptr<const Register>> registers;

    /// Null if there is none of that id.
    [[nodiscard]] const PhraseList* findPhrases(const std::string& id) const noexcept;
    [[nodiscard]] const Register* findRegister(const std::string& id) const noexcept;
};

} // namespace merestone
