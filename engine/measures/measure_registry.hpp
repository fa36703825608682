// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure.hpp"
#include "plan/measure_names.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// How far from a subject a feature of the target can lie and still matter. It decides how much of a source is read
/// and what is measured anew after a change.
struct MeasureReach {
    enum class Kind {
        touching,   ///< it must lie in the subject or touch it
        option,     ///< as far as a length option says; where that has no default and is left out, it must touch
        everywhere, ///< the target layer counts as a whole
    };
    Kind kind = Kind::touching;
    std::string option; ///< of Kind::option
};

/// A kind of measure that a plugin brings, as a plan may write it.
struct MeasureKind {
    MeasureName name;
    MeasureReach reach;
};

/// Gives what makes the kinds of a plugin, by their names; asked when the first of them is to be made, and not before.
/// Throws Error when there is none.
using FactorySource = std::function<MeasureFactory(const std::string& kind)>;

/// Why a plugin cannot bring this kind, or an empty string. What it may have: a name and options of lower-case words,
/// none of them the name of another kind of the engine or of an option that stands beside one; a fixed unit; options
/// of the types length, area, number, word, field, flag, layer and text; a formula or condition under the name `of`
/// alone, and only where the target is a layer; fields of numbers of a layer that is known.
[[nodiscard]] std::string whyNoMeasureKind(const MeasureKind& kind);

/// Adds all of these kinds for as long as the program runs, or none of them. Throws Error(plan) that names the plugin,
/// the kind and the reason, and both plugins where two bring one kind. Any thread.
void addMeasureKinds(const std::vector<MeasureKind>& kinds, const std::string& plugin, const FactorySource& source);

/// A kind that was added.
struct AddedMeasureKind {
    MeasureKind kind;
    std::string plugin;
    FactorySource source;
    std::shared_ptr<std::atomic<int>> busy; ///< calls of its code that were given up and have not returned yet
};
/// Nothing for the engine's own kinds and for those that nobody added. Any thread.
[[nodiscard]] std::optional<AddedMeasureKind> findAddedMeasureKind(std::string_view kind);

} // namespace merestone
