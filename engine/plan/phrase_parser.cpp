// SPDX-License-Identifier: MIT
#include "plan/phrase_parser.hpp"

#include "plan/measure_names.hpp"
#include "plan/plan_names.hpp"
#include "plan/rule_parts.hpp"
#include "prose/phrase_finder.hpp"

#include <algorithm>

namespace merestone {

namespace {

/// Whether the pattern can be read; reports if not.
bool isPattern(const PlacedText& pattern, Problems& problems) {
    try {
        (void)phraseSpellings(pattern.text);
        return true;
    } catch (const Error& error) {
        problems.add(pattern.place, error.what());
        return false;
    }
}

PhraseEntry parseEntry(const YamlNode& node, const std::string& list, Problems& problems) {
    MapReader reader(node, "a phrase of " + list, problems);
    PhraseEntry entry;
    const PlacedText find = reader.placed("find", MapReader::Need::required);
    entry.find = find.text;
    entry.why = reader.text("why");
    const PlacedText example = reader.placed("example", MapReader::Need::required);
    entry.example = example.text;
    const PlacedText counterexample = reader.placed("but_not");
    entry.counterexample = counterexample.text;
    reader.finish();
    if (find.empty() || !isPattern(find, problems)) {
        return entry;
    }
    const PhraseFinder finder({entry.find});
    if (!example.empty() && finder.find(Prose(entry.example)).empty()) {
        problems.add(example.place, "phrase " + inQuotes(entry.find) + " is not found in its example");
    }
    if (!counterexample.empty() && !finder.find(Prose(entry.counterexample)).empty()) {
        problems.add(counterexample.place, "phrase " + inQuotes(entry.find) + " is found where it must not be");
    }
    return entry;
}

void checkListName(const YamlEntry& entry, const std::string& what, Problems& problems) {
    if (const std::string why = whyNoId(entry.key);
        !why.empty() || entry.key.find('/') != std::string::npos || entry.key == "none") {
        problems.add(problems.placeOf(entry), what + " " + (why.empty() ? "cannot be called that" : why));
    }
}

std::shared_ptr<const PhraseList> parseList(const YamlEntry& entry, const Pack& pack, Problems& problems) {
    const std::string what = "phrase list " + inQuotes(entry.key);
    checkListName(entry, what, problems);
    MapReader reader(entry.value, what, problems);
    auto list = std::make_shared<PhraseList>();
    list->id = pack.id + "/" + entry.key;
    list->title = reader.text("title", MapReader::Need::required);
    (void)reader.find("source", MapReader::Need::required);
    list->source = readSource(reader, problems).value_or(RuleSource{});
    (void)reader.find("entries", MapReader::Need::required);
    for (const YamlNode* node : reader.list("entries")) {
        list->entries.push_back(parseEntry(*node, what, problems));
    }
    for (const PlacedText& exception : readNames(reader, "except", problems)) {
        if (isPattern(exception, problems)) {
            list->exceptions.push_back(exception.text);
        }
    }
    reader.finish();
    return list;
}

std::shared_ptr<const Register> parseRegister(const YamlEntry& entry, const Pack& pack, Problems& problems) {
    const std::string what = "register " + inQuotes(entry.key);
    checkListName(entry, what, problems);
    MapReader reader(entry.value, what, problems);
    auto result = std::make_shared<Register>();
    result->id = pack.id + "/" + entry.key;
    result->title = reader.text("title", MapReader::Need::required);
    (void)reader.find("source", MapReader::Need::required);
    result->source = readSource(reader, problems).value_or(RuleSource{});
    for (const PlacedText& pattern : readNames(reader, "written", problems)) {
        if (isPattern(pattern, problems) && pattern.text.find('@') == std::string::npos) {
            problems.add(pattern.place, "pattern " + inQuotes(pattern.text) + " has no '@' for the reference");
        }
        result->written.push_back(pattern.text);
    }
    result->holds = reader.text("holds");
    result->fact = reader.text("fact");
    result->complete = reader.flag("complete").value_or(false);
    if (result->holds.empty() == result->fact.empty()) {
        problems.add(problems.placeOf(entry), what + " needs one of 'holds' and 'fact'");
    }
    reader.finish();
    return result;
}

void checkMeasure(const Pack& pack, const MeasureSpec& measure, Problems& problems) {
    const MeasureName* kind = findMeasureName(measure.kind);
    for (const Parameter& option : measure.options) {
        const MeasureOption* type = kind == nullptr ? nullptr : findMeasureOption(*kind, option.name);
        const auto* name = std::get_if<std::string>(&option.value);
        if (type == nullptr || name == nullptr || !name->starts_with(pack.id + "/")) {
            continue;
        }
        const bool missing = (type->type == OptionType::phrases && pack.texts.findPhrases(*name) == nullptr) ||
                             (type->type == OptionType::registry && pack.texts.findRegister(*name) == nullptr);
        if (missing) {
            problems.add(option.place, "'" + option.name + "' of measure " + inQuotes(measure.name) +
                                           " names the list " + inQuotes(*name) + ", which the pack does not have");
        }
    }
    for (const MeasureSpec& inner : measure.inner) {
        checkMeasure(pack, inner, problems);
    }
}

template <class List>
const List* findById(const std::vector<std::shared_ptr<const List>>& lists, const std::string& id) {
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const auto& list) { return list->id == id; });
    return found == lists.end() ? nullptr : found->get();
}

} // namespace

std::vector<std::string> PhraseList::patterns() const {
    std::vector<std::string> result;
    for (const PhraseEntry& entry : entries) {
        result.push_back(entry.find);
    }
    return result;
}

const PhraseList* PackTexts::findPhrases(const std::string& id) const noexcept {
    return findById(phrases, id);
}

const Register* PackTexts::findRegister(const std::string& id) const noexcept {
    return findById(registers, id);
}

void parsePackTexts(MapReader& reader, Pack& pack, Problems& problems) {
    for (const YamlEntry* entry : reader.map("phrases")) {
        pack.texts.phrases.push_back(parseList(*entry, pack, problems));
    }
    for (const YamlEntry* entry : reader.map("registers")) {
        pack.texts.registers.push_back(parseRegister(*entry, pack, problems));
    }
}

void checkListsInUse(const Pack& pack, const RuleSpec& rule, Problems& problems) {
    for (const MeasureSpec& measure : rule.measures) {
        checkMeasure(pack, measure, problems);
    }
}

} // namespace merestone
