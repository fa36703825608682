// SPDX-License-Identifier: MIT
#include "geometry/wkb.hpp"
#include "measures/factories.hpp"
#include "measures/interval.hpp"
#include "measures/options.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

/// `per_head`: what lies inside the subject (first inner measure) divided by its people (second).
class PerHeadMeasure final : public Measure {
public:
    explicit PerHeadMeasure(MeasureRequest&& request)
        : m_amount(std::move(request.inner.at(0))), m_people(std::move(request.inner.at(1))) {
        Unit own = m_amount->unit();
        own.dimension.people = static_cast<std::int8_t>(own.dimension.people - 1);
        own.symbol += own.symbol.empty() ? "per person" : "/person";
        m_unit = unitOf(request.spec, own);
        m_scale = own.factor / m_unit.factor;
        m_reach = std::max(m_amount->reach(), m_people->reach());
        m_method = m_amount->method() + "; people: " + m_people->method();
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        const MeasureColumn amount = m_amount->evaluate(subjects, rows, context);
        const MeasureColumn people = m_people->evaluate(subjects, rows, context);
        MeasureColumn column;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            appendTo(column, scaled(quotient(amount.at(i), people.at(i)), m_scale));
        }
        return column;
    }
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override {
        return m_amount->evidence(subjects, row);
    }

private:
    std::unique_ptr<Measure> m_amount;
    std::unique_ptr<Measure> m_people;
    double m_scale = 1.0;
};

/// `balance`: the smallest ratio of value to per over the sub-areas, divided by the largest; 1 is perfectly even.
class BalanceMeasure final : public Measure {
public:
    explicit BalanceMeasure(MeasureRequest&& request)
        : m_areas(request.target), m_value(std::move(request.inner.at(0))) {
        if (request.inner.size() > 1) {
            m_per = std::move(request.inner[1]);
        }
        m_unit = unitOf(request.spec, plainNumber());
        m_reach = std::max(m_value->reach(), m_per ? m_per->reach() : 0.0);
        m_method = "smallest over largest among the sub-areas; " + m_value->method();
        m_complete = request.coverage.kind != Completeness::Kind::unknown && !request.coverage.hasUnplaced &&
                     request.target->maybe.empty();
    }

    MeasureColumn evaluate(const Layer&, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        UncertainNumber balance = balanceOf(ratios(context));
        if (!m_complete) {
            balance.certainLow = 0.0; // another sub-area may have less than all of these
        }
        MeasureColumn column;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            appendTo(column, balance);
        }
        return column;
    }

    Evidence evidence(const Layer&, std::uint32_t) const override {
        const std::vector<UncertainNumber> all = ratios(RunContext{});
        const auto least =
            std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
        if (least == all.end()) {
            return {};
        }
        const std::uint32_t row = m_areas->rows[static_cast<std::size_t>(least - all.begin())];
        return {toWkb(m_areas->layer->geometry(), row), m_areas->layer.get(), row};
    }

private:
    [[nodiscard]] std::vector<UncertainNumber> ratios(const RunContext& context) const {
        const MeasureColumn value = m_value->evaluate(*m_areas->layer, m_areas->rows, context);
        MeasureColumn per;
        if (m_per) {
            per = m_per->evaluate(*m_areas->layer, m_areas->rows, context);
        }
        std::vector<UncertainNumber> result;
        for (std::size_t i = 0; i < m_areas->rows.size(); ++i) {
            result.push_back(m_per ? quotient(value.at(i), per.at(i)) : value.at(i));
        }
        return result;
    }
    [[nodiscard]] static UncertainNumber balanceOf(const std::vector<UncertainNumber>& all);

    SelectionPtr m_areas;
    std::unique_ptr<Measure> m_value;
    std::unique_ptr<Measure> m_per;
    bool m_complete = false;
};

UncertainNumber BalanceMeasure::balanceOf(const std::vector<UncertainNumber>& all) {
    if (all.empty()) {
        return UncertainNumber::exact(std::nan(""));
    }
    UncertainNumber least = all.front();
    UncertainNumber most = all.front();
    for (const UncertainNumber& ratio : all) {
        if (std::isnan(ratio.value)) {
            return UncertainNumber::exact(std::nan(""));
        }
        least = smaller(least, ratio);
        most = larger(most, ratio);
    }
    UncertainNumber result = quotient(least, most);
    result.high = std::min(result.high, 1.0);
    result.certainHigh = std::min(result.certainHigh, 1.0);
    return result;
}

} // namespace

std::unique_ptr<Measure> makePerHeadMeasure(MeasureRequest&& request) {
    return std::make_unique<PerHeadMeasure>(std::move(request));
}

std::unique_ptr<Measure> makeBalanceMeasure(MeasureRequest&& request) {
    return std::make_unique<BalanceMeasure>(std::move(request));
}

} // namespace merestone
