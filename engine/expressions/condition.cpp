// SPDX-License-Identifier: MIT
#include "expressions/evaluate.hpp"
#include "expressions/expression.hpp"
#include "expressions/parse.hpp"
#include "expressions/push_down.hpp"
#include "expressions/resolve.hpp"
#include "expressions/units.hpp"

#include <utility>

namespace merestone {

using namespace expressions;

struct Condition::Node {
    expressions::Node tree;
};

Condition::Condition() = default;
Condition::Condition(Condition&&) noexcept = default;
Condition& Condition::operator=(Condition&&) noexcept = default;
Condition::~Condition() = default;

Condition Condition::compile(const std::string& text, const std::vector<Symbol>& symbols, const Place& place) {
    const SourceText source("condition", text, place);
    auto root = std::make_unique<Node>(Node{parse(source)});
    Condition condition;
    condition.m_used = resolve(root->tree, symbols, source);
    requireCondition(root->tree, source);
    checkUnits(root->tree, symbols, source);
    condition.m_root = std::move(root);
    condition.m_text = text;
    return condition;
}

std::vector<std::string> Condition::names(const std::string& text, const Place& place) {
    return namesIn(parse(SourceText("condition", text, place)));
}

const std::string& Condition::text() const noexcept {
    return m_text;
}

const std::vector<std::size_t>& Condition::usedSymbols() const noexcept {
    return m_used;
}

Outcome Condition::evaluate(const ValueSource& values, std::uint32_t row) const {
    const Judgement judgement = evaluateCondition(m_root->tree, {values, row});
    const auto flips = [&](const Possible& possible) {
        return judgement.truth != Truth::unknown && (judgement.truth == Truth::yes ? possible.no() : possible.yes());
    };
    return {judgement.truth, flips(judgement.withinError), flips(judgement.withMissing)};
}

Comparison Condition::comparison(const ValueSource& values, std::uint32_t row) const {
    return decidingComparison(m_root->tree, {values, row});
}

std::string Condition::pushDown() const {
    return expressions::pushDown(m_root->tree);
}

} // namespace merestone
