// SPDX-License-Identifier: MIT
#include "measures/options.hpp"

#include "base/text.hpp"

namespace merestone {

namespace {

[[noreturn]] void refuse(const MeasureSpec& spec, std::string_view option, const std::string& what) {
    throw Error(ErrorCode::plan,
                spec.place.text() + ": option '" + std::string(option) + "' of " + spec.kind + " " + what);
}

} // namespace

const Parameter* findOption(const MeasureSpec& spec, std::string_view name) noexcept {
    for (const Parameter& option : spec.options) {
        if (option.name == name) {
            return &option;
        }
    }
    return nullptr;
}

std::optional<double> lengthOption(const MeasureSpec& spec, std::string_view name) {
    const Parameter* option = findOption(spec, name);
    if (option == nullptr) {
        return std::nullopt;
    }
    const Quantity* quantity = std::get_if<Quantity>(&option->value);
    if (quantity == nullptr || !(quantity->unit.dimension == metres().dimension) || quantity->value < 0.0) {
        refuse(spec, name, "must be a length such as 400 m");
    }
    return quantity->value * quantity->unit.factor;
}

std::optional<double> numberOption(const MeasureSpec& spec, std::string_view name) {
    const Parameter* option = findOption(spec, name);
    if (option == nullptr) {
        return std::nullopt;
    }
    const Quantity* quantity = std::get_if<Quantity>(&option->value);
    if (quantity == nullptr || !(quantity->unit.dimension == Dimension{})) {
        refuse(spec, name, "must be a number");
    }
    return quantity->value * quantity->unit.factor;
}

std::string wordOption(const MeasureSpec& spec, std::string_view name, std::string_view fallback) {
    const Parameter* option = findOption(spec, name);
    if (option == nullptr) {
        return std::string(fallback);
    }
    const std::string* word = std::get_if<std::string>(&option->value);
    if (word == nullptr) {
        refuse(spec, name, "must be a word");
    }
    return *word;
}

bool flagOption(const MeasureSpec& spec, std::string_view name, bool fallback) {
    const Parameter* option = findOption(spec, name);
    if (option == nullptr) {
        return fallback;
    }
    const bool* flag = std::get_if<bool>(&option->value);
    if (flag == nullptr) {
        refuse(spec, name, "must be true or false");
    }
    return *flag;
}

Unit unitOf(const MeasureSpec& spec, const Unit& fallback) {
    if (!spec.unit) {
        return fallback;
    }
    if (!(spec.unit->dimension == fallback.dimension)) {
        throw Error(ErrorCode::plan, spec.place.text() + ": " + spec.kind + " is measured in '" + fallback.symbol +
                                         "' and cannot be given in '" + spec.unit->symbol + "'");
    }
    return *spec.unit;
}

Unit squareMetres() {
    return {Dimension{.metres = 2}, 1.0, "m2"};
}
Unit metres() {
    return {Dimension{.metres = 1}, 1.0, "m"};
}
Unit percent() {
    return {Dimension{}, 0.01, "%"};
}
Unit plainNumber() {
    return {};
}

} // namespace merestone
