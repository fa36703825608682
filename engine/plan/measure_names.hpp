// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What may stand behind a kind of measure: `{distance: TARGET}`.
enum class MeasureTarget {
    subject,      ///< `self`: the subject alone
    layer,        ///< the name of a layer
    layerOrOther, ///< a layer, or `other`: the second feature of a pair (in rules with `against`)
};

/// How the value of an option is written.
enum class OptionType {
    length,          ///< "400 m", or the name of a parameter or fact
    area,            ///< "0.2 ha", or the name of a parameter or fact
    number,          ///< "1.5", or the name of a parameter or fact
    word,            ///< one of MeasureOption::words, or the name of a text parameter
    field,           ///< a field of the target layer, or the name of a field parameter
    flag,            ///< true or false, or the name of a yes/no parameter
    layer,           ///< the name of a layer
    measure,         ///< a nested measure
    measureOrNumber, ///< a nested measure, a number, or the name of a parameter or fact
    formula,         ///< a number made of fields of the target ("2.4 * dwellings"), or one of the words
    condition,       ///< a condition on the target's features
    phrases,         ///< a list of phrases: "lint/vague", in the pack itself "vague"; or "none"
    registry,        ///< a register: "lint/nppf-2024", in the pack itself "nppf-2024"
    text,            ///< any text
    lengthOrField,   ///< "1.6 m", the name of a parameter or fact, or a field of numbers
};

/// Whose field an option of type `field` or `lengthOrField` names.
enum class FieldOwner {
    target,  ///< the measure's target
    subject, ///< the layer that the rule is about
    both,    ///< each of the two has it
    related, ///< the layer that another option names
};

/// A key beside the kind: `{count_within: hmos, radius: 100 m}`.
struct MeasureOption {
    std::string name;
    OptionType type = OptionType::length;
    bool required = false;
    std::vector<std::string> words; ///< of OptionType::word, and those that a formula may be instead
    std::string defaultText;        ///< what holds when it is left out; empty: see help
    std::string help;               ///< one sentence
    FieldOwner owner = FieldOwner::target;
    std::string relatedOption = {}; ///< for FieldOwner::related: the option that names the layer
    std::string fieldUnit = {};     ///< of a field of numbers whose unit nobody declared; empty: a plain number
};

/// What a plan file may say about one kind of measure. This table and what plugins add to it decide which kinds and
/// options a plan may name; the measures behind it and the reference documentation are built on it.
struct MeasureName {
    std::string kind;
    MeasureTarget target = MeasureTarget::subject;
    std::string unit;        ///< of the value, as parseUnit reads it; empty: a plain number
    bool unitVaries = false; ///< the unit comes from `of:`, so that `unit:` may name any dimension
    bool planWide = true;    ///< may stand in a rule `for: plan`
    std::vector<MeasureOption> options;
    std::string help; ///< one sentence
};

/// The engine's own kinds in the order of the reference documentation.
[[nodiscard]] const std::vector<MeasureName>& measureNames();
/// A kind of the engine or of a plugin; null if there is no such kind. It stays where it is as long as the program
/// runs.
[[nodiscard]] const MeasureName* findMeasureName(std::string_view kind);
/// Null if the kind has no such option.
[[nodiscard]] const MeasureOption* findMeasureOption(const MeasureName& measure, std::string_view option) noexcept;
/// All kinds, for suggestions: the engine's, then those of plugins in the order of the alphabet.
[[nodiscard]] std::vector<std::string> measureKindNames();

// Kinds of plugins. These functions may be called from any thread.

/// Adds a kind that a plugin brings, for as long as the program runs. Throws Error(plan) that names both owners when
/// the kind is there already.
void addMeasureName(MeasureName name, const std::string& plugin);
/// The plugin that a kind came with; empty for the engine's own and for kinds that nobody added.
[[nodiscard]] std::string pluginOfMeasure(std::string_view kind);

} // namespace merestone
