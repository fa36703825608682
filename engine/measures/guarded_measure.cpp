// SPDX-License-Identifier: MIT
#include "measures/guarded_measure.hpp"

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "measures/measure_traits.hpp"
#include "measures/plugin_call.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

namespace merestone {

namespace {

using Rows = std::vector<std::uint32_t>;

/// The same layer, kept alive. Every layer of a run is shared; one that is not could go while a call still uses it.
LayerPtr shared(const Layer& layer) {
    LayerPtr pointer = layer.weak_from_this().lock();
    if (!pointer) {
        throw Error(ErrorCode::internal, "layer '" + layer.name() + "' is not shared, so no plugin can measure it");
    }
    return pointer;
}

bool isOrdered(double low, double value, double high) {
    return low <= value && value <= high;
}

/// Why bounds cannot be bounds of these values, or an empty string.
std::string whyNoBounds(const std::vector<double>& values, const std::vector<double>& low,
                        const std::vector<double>& high, const std::string& which) {
    if ((!low.empty() && low.size() != values.size()) || (!high.empty() && high.size() != values.size())) {
        return "gave " + which + " bounds for some values only";
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double below = low.empty() ? values[i] : low[i];
        const double above = high.empty() ? values[i] : high[i];
        if (!std::isnan(values[i]) && !isOrdered(below, values[i], above)) {
            return "gave a value that is not between its " + which + " bounds";
        }
    }
    return {};
}

/// Why this is no answer about `rows` features, or an empty string.
std::string whyNoColumn(const MeasureColumn& column, std::size_t rows) {
    if (column.values.size() != rows) {
        return "gave " + std::to_string(column.values.size()) + " values for " + std::to_string(rows) + " features";
    }
    if (std::string why = whyNoBounds(column.values, column.low, column.high, "uncertainty"); !why.empty()) {
        return why;
    }
    return whyNoBounds(column.values, column.certainLow, column.certainHigh, "certain");
}

class GuardedMeasure final : public Measure {
public:
    GuardedMeasure(PluginCall call, std::shared_ptr<const Measure> measure, const MeasureSpec& spec,
                   std::vector<LayerPtr> layers)
        : m_call(std::move(call)), m_measure(std::move(measure)), m_layers(std::move(layers)) {
        m_unit = m_measure->unit();
        m_method = printable(m_measure->method());
        m_reach = measureReach(spec);
        const Unit stated = measureUnit(spec, std::nullopt).value_or(Unit{});
        if (!(m_unit.dimension == stated.dimension) || m_unit.factor != stated.factor) {
            m_call.fail("gives values in '" + m_unit.symbol + "' where '" + stated.symbol + "' is due");
        }
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        MeasureColumn column = ask<MeasureColumn>(
            context, [measure = m_measure, layer = shared(subjects), wanted = Rows(rows.begin(), rows.end())](
                         const RunContext& inner) { return measure->evaluate(*layer, wanted, inner); });
        if (const std::string why = whyNoColumn(column, rows.size()); !why.empty()) {
            m_call.fail(why);
        }
        return column;
    }

    Evidence evidence(const Layer& subjects, std::uint32_t row) const override {
        const LayerPtr layer = shared(subjects);
        return checked(ask<Evidence>({}, [measure = m_measure, layer,
                                          row](const RunContext&) { return measure->evidence(*layer, row); }),
                       {layer.get()});
    }

    UncertainNumber pairValue(const Layer& subjects, std::uint32_t row, const Layer& others,
                              std::uint32_t otherRow) const override {
        const UncertainNumber number = ask<UncertainNumber>(
            {}, [measure = m_measure, layer = shared(subjects), other = shared(others), row,
                 otherRow](const RunContext&) { return measure->pairValue(*layer, row, *other, otherRow); });
        if (!std::isnan(number.value) && (!isOrdered(number.low, number.value, number.high) ||
                                          !isOrdered(number.certainLow, number.value, number.certainHigh))) {
            m_call.fail("gave a value that is not between its bounds");
        }
        return number;
    }

    Evidence pairEvidence(const Layer& subjects, std::uint32_t row, const Layer& others,
                          std::uint32_t otherRow) const override {
        const LayerPtr layer = shared(subjects);
        const LayerPtr other = shared(others);
        return checked(ask<Evidence>({},
                                     [measure = m_measure, layer, other, row, otherRow](const RunContext&) {
                                         return measure->pairEvidence(*layer, row, *other, otherRow);
                                     }),
                       {layer.get(), other.get()});
    }

private:
    /// The answer of a call that may be left alone: it stands in memory of its own until it is there.
    template <class Answer, class Work> Answer ask(const RunContext& context, Work work) const {
        const auto answer = std::make_shared<Answer>();
        m_call.run(context, [answer, work = std::move(work)](const RunContext& inner) { *answer = work(inner); });
        return std::move(*answer);
    }

    [[nodiscard]] Evidence checked(Evidence evidence, std::initializer_list<const Layer*> layers) const {
        if (evidence.otherLayer != nullptr) {
            const auto isNamed = [&](const LayerPtr& layer) { return layer.get() == evidence.otherLayer; };
            const bool known = std::find(layers.begin(), layers.end(), evidence.otherLayer) != layers.end() ||
                               std::any_of(m_layers.begin(), m_layers.end(), isNamed);
            if (!known || evidence.otherRow >= evidence.otherLayer->size()) {
                m_call.fail("names a feature as evidence that is not in the layers that it was given");
            }
        }
        PackedGeometry shape;
        if (const WkbOutcome outcome = appendWkb(shape, evidence.wkb); outcome.kind == WkbOutcome::Kind::refused) {
            m_call.fail(std::string("gave evidence that is no shape: ") + outcome.reason);
        }
        evidence.quote = printable(evidence.quote);
        return evidence;
    }

    PluginCall m_call;
    std::shared_ptr<const Measure> m_measure; ///< shared with calls that were left alone
    std::vector<LayerPtr> m_layers;           ///< that it may name in its evidence, beside those of a call
};

} // namespace

std::unique_ptr<Measure> makeGuardedMeasure(const AddedMeasureKind& kind, MeasureRequest&& request) {
    /// What the factory sees, which lives as long as its call.
    struct Making {
        MeasureRequest request;
        std::shared_ptr<const Plan> plan;
        std::shared_ptr<const Measure> measure;
        std::exception_ptr refusal; ///< why there is no factory
    };
    const RunContext context = request.context;
    const MeasureSpec spec = request.spec;
    std::vector<LayerPtr> layers;
    if (request.target) {
        layers.push_back(request.target->layer);
    }
    for (const RelatedLayer& related : request.related) {
        layers.push_back(related.features->layer);
    }
    PluginCall call("measure '" + spec.kind + "' of plugin '" + kind.plugin + "'", kind.busy, context.measureTime);

    const auto making = std::make_shared<Making>();
    making->request = std::move(request);
    if (making->request.plan != nullptr) {
        making->plan = std::make_shared<const Plan>(*making->request.plan); // the run's own may go before the call ends
        making->request.plan = making->plan.get();
    }
    // Finding the factory may load the plugin, whose code then runs for the first time: that is timed, too.
    call.run(context, [making, source = kind.source, name = spec.kind](const RunContext& inner) {
        MeasureFactory make = nullptr;
        try {
            make = source(name);
        } catch (const Error&) {
            making->refusal = std::current_exception(); // says all there is to say, and is no fault of the measure's
            return;
        }
        making->request.context = inner;
        making->measure = make(std::move(making->request));
    });
    if (making->refusal) {
        std::rethrow_exception(making->refusal);
    }
    if (!making->measure) {
        call.fail("was not made: its factory gave nothing");
    }
    return std::make_unique<GuardedMeasure>(std::move(call), making->measure, spec, std::move(layers));
}

} // namespace merestone
