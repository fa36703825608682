// SPDX-License-Identifier: MIT
#include "report/fill.hpp"

#include "base/text.hpp"
#include "exchange/rule_text.hpp"
#include "exchange/wording.hpp"
#include "report/report_words.hpp"

namespace merestone {

using ctemplate::TemplateDictionary;

void put(TemplateDictionary& values, const char* name, std::string_view text) {
    values.SetValue(name, printable(shortened(text)));
}

void putWhole(TemplateDictionary& values, const char* name, std::string_view text) {
    values.SetValue(name, printable(text));
}

void putIf(TemplateDictionary& values, const char* name, std::string_view text) {
    if (!text.empty()) {
        put(*values.AddSectionDictionary(name), name, text);
    }
}

void putList(TemplateDictionary& values, const char* section, const char* item, const std::vector<std::string>& texts) {
    if (texts.empty()) {
        return;
    }
    TemplateDictionary& list = *values.AddSectionDictionary(section);
    for (const std::string& text : texts) {
        put(*list.AddSectionDictionary(item), "TEXT", text);
    }
}

void putVerdict(TemplateDictionary& values, Verdict verdict, bool waived) {
    const bool allWaived = waived && verdict == Verdict::fail;
    put(values, "VERDICT_NAME", allWaived ? "waived" : verdictName(verdict));
    put(values, "SIGN", markOf(verdict).shape);
    put(values, "WORDS", allWaived ? "policy conflict, waived" : verdictWords(verdict));
}

void putSource(TemplateDictionary& values, const RuleSource& source) {
    RuleSource named = source;
    named.confirmed = true; // told beside it
    const std::string text = sourceText(named);
    if (text.empty()) {
        return;
    }
    TemplateDictionary& section = *values.AddSectionDictionary("SOURCE");
    put(section, "SOURCE", text);
    if (!source.confirmed) {
        section.ShowSection("UNCONFIRMED");
    }
}

} // namespace merestone
