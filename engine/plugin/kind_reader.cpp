// SPDX-License-Identifier: MIT
#include "plugin/kind_reader.hpp"

#include "plan/map_reader.hpp"
#include "plan/plan_names.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

const std::vector<std::string>& targetWords() {
    static const std::vector<std::string> words{"self", "layer", "layer or other"};
    return words;
}

/// The words for the types that an option of a plugin can have, in the order of kTypes.
const std::vector<std::string>& typeWords() {
    static const std::vector<std::string> words{"length", "area",  "number",  "word",      "field",
                                                "flag",   "layer", "formula", "condition", "text"};
    return words;
}

constexpr std::array kTypes{OptionType::length,    OptionType::area, OptionType::number, OptionType::word,
                            OptionType::field,     OptionType::flag, OptionType::layer,  OptionType::formula,
                            OptionType::condition, OptionType::text};

/// Where `word` stands among `words`; the first place when it is none of them, which was reported.
std::size_t placeAmong(const std::string& word, const std::vector<std::string>& words) {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? 0 : static_cast<std::size_t>(found - words.begin());
}

/// One sentence for the reference documentation.
std::string readHelp(MapReader& reader, Problems& problems) {
    const PlacedText help = reader.placed("help", MapReader::Need::required);
    if (!help.empty() && (help.text.back() != '.' || help.text.find('\n') != std::string::npos)) {
        problems.add(help.place, reader.label("help") + " must be one sentence that ends with a full stop");
    }
    return help.text;
}

/// Whose field an option names: `of: subject`, `target`, `both`, or the option that names the layer.
void readOwner(MeasureOption& option, MapReader& reader) {
    const std::string of = reader.text("of");
    option.owner = of == "subject"                ? FieldOwner::subject
                   : of == "both"                 ? FieldOwner::both
                   : of.empty() || of == "target" ? FieldOwner::target
                                                  : FieldOwner::related;
    option.relatedOption = option.owner == FieldOwner::related ? of : "";
    option.fieldUnit = reader.text("unit");
}

MeasureOption readOption(const YamlEntry& entry, const std::string& kind, Problems& problems) {
    MapReader reader(entry.value, "option " + inQuotes(entry.key) + " of measure " + inQuotes(kind), problems);
    MeasureOption option;
    option.name = entry.key;
    if (reader.find("type", MapReader::Need::required) != nullptr) {
        option.type = kTypes[placeAmong(reader.word("type", typeWords()), typeWords())];
    }
    option.required = reader.flag("required").value_or(false);
    option.defaultText = reader.text("default");
    for (const YamlNode* word : reader.list("words")) {
        option.words.push_back(word->text);
    }
    option.help = readHelp(reader, problems);
    if (option.type == OptionType::field) {
        readOwner(option, reader);
    }
    if (option.type == OptionType::word && !option.required && option.defaultText.empty() && !option.words.empty()) {
        option.defaultText = option.words.front();
    }
    reader.finish();
    if (option.required && !option.defaultText.empty()) {
        problems.add(entry.value, reader.what() + " is required, so that its default never holds; drop one of them");
    }
    return option;
}

MeasureReach readReach(MapReader& reader) {
    const std::string text = reader.text("reach");
    if (text.empty() || text == "touching") {
        return {};
    }
    return text == "everywhere" ? MeasureReach{MeasureReach::Kind::everywhere, ""}
                                : MeasureReach{MeasureReach::Kind::option, text};
}

} // namespace

MeasureKind readMeasureKind(const YamlEntry& entry, Problems& problems) {
    MapReader reader(entry.value, "measure " + inQuotes(entry.key), problems);
    const std::size_t before = problems.count();
    MeasureKind kind;
    MeasureName& name = kind.name;
    name.kind = entry.key;
    if (reader.find("target", MapReader::Need::required) != nullptr) {
        constexpr std::array kTargets{MeasureTarget::subject, MeasureTarget::layer, MeasureTarget::layerOrOther};
        name.target = kTargets[placeAmong(reader.word("target", targetWords()), targetWords())];
    }
    name.unit = reader.text("unit");
    name.planWide = reader.flag("whole_plan").value_or(true);
    name.help = readHelp(reader, problems);
    kind.reach = readReach(reader);
    for (const YamlEntry* option : reader.map("options")) {
        name.options.push_back(readOption(*option, entry.key, problems));
    }
    reader.finish();
    if (problems.count() == before) { // else it would say again what was said
        if (const std::string why = whyNoMeasureKind(kind); !why.empty()) {
            problems.add(problems.placeOf(entry), "measure " + inQuotes(entry.key) + " cannot be: " + why);
        }
    }
    return kind;
}

} // namespace merestone
