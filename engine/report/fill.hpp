// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <cstring> // ctemplate 2.4 uses it without including it

#include <ctemplate/template_dictionary.h>

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

// Filling in of templates. Every text goes through printable(), and what is longer than people read is shortened.

/// Sets a value.
void put(ctemplate::TemplateDictionary& values, const char* name, std::string_view text);
/// The same, whole however long it is.
void putWhole(ctemplate::TemplateDictionary& values, const char* name, std::string_view text);
/// Shows the section of that name with the value in it, unless the text is empty.
void putIf(ctemplate::TemplateDictionary& values, const char* name, std::string_view text);
/// The section `section` with the section `item` in it for each text, whose value is TEXT; nothing for no texts.
void putList(ctemplate::TemplateDictionary& values, const char* section, const char* item,
             const std::vector<std::string>& texts);
/// VERDICT_NAME, SIGN and WORDS of a verdict; `waived`: every conflict of it is waived.
void putVerdict(ctemplate::TemplateDictionary& values, Verdict verdict, bool waived = false);
/// SOURCE and, within it, UNCONFIRMED, unless there is no source.
void putSource(ctemplate::TemplateDictionary& values, const RuleSource& source);

} // namespace merestone
