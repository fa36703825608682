// SPDX-License-Identifier: MIT
#include "expressions/evaluate.hpp"
#include "expressions/expression.hpp"
#include "expressions/parse.hpp"
#include "expressions/resolve.hpp"
#include "expressions/units.hpp"

#include <utility>

namespace merestone {

using namespace expressions;

struct Formula::Impl {
    Node tree;
    std::vector<std::size_t> used;
    std::optional<Unit> unit;
};

Formula::Formula() = default;
Formula::Formula(Formula&&) noexcept = default;
Formula& Formula::operator=(Formula&&) noexcept = default;
Formula::~Formula() = default;

Formula Formula::compile(const std::string& text, const std::vector<Symbol>& symbols, const Place& place) {
    const SourceText source("formula", text, place);
    auto impl = std::make_unique<Impl>();
    impl->tree = parse(source);
    impl->used = resolve(impl->tree, symbols, source);
    if (impl->tree.type != ValueType::number) {
        source.fail(impl->tree.position,
                    quoted(impl->tree) + " is no number; a formula gives one, like \"2.4 * homes\"");
    }
    impl->unit = checkUnits(impl->tree, symbols, source);
    Formula formula;
    formula.m_impl = std::move(impl);
    return formula;
}

const std::vector<std::size_t>& Formula::usedSymbols() const noexcept {
    return m_impl->used;
}

UncertainNumber Formula::evaluate(const ValueSource& values, std::uint32_t row) const {
    return withOpenUnknown(evaluateNumber(m_impl->tree, {values, row}));
}

const std::optional<Unit>& Formula::unit() const noexcept {
    return m_impl->unit;
}

} // namespace merestone
