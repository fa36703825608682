// SPDX-License-Identifier: MIT
#include "base/timed_call.hpp"
#include "engine/measures/made_request.hpp"
#include "measures/measure_registry.hpp"
#include "measures/measure_traits.hpp"
#include "measures/options.hpp"

#include <atomic>
#include <cmath>
#include <gtest/gtest.h>
#include <thread>

namespace merestone {
namespace {

using namespace std::chrono_literals;
using testing_support::layerOf;

/// How the measure of this test behaves; set before it is called.
struct Behaviour {
    std::function<MeasureColumn(std::size_t rows, const RunContext& context)> evaluate;
    std::function<Evidence(const Layer& subjects)> evidence;
    std::function<UncertainNumber()> pair;
    std::function<void()> make;
    Unit unit;
};
Behaviour behaviour;
std::atomic<bool> release{false};

class ActedMeasure final : public Measure {
public:
    ActedMeasure() {
        m_unit = behaviour.unit;
        m_method = "acted";
    }
    MeasureColumn evaluate(const Layer&, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        return behaviour.evaluate(rows.size(), context);
    }
    Evidence evidence(const Layer& subjects, std::uint32_t) const override { return behaviour.evidence(subjects); }
    UncertainNumber pairValue(const Layer&, std::uint32_t, const Layer&, std::uint32_t) const override {
        return behaviour.pair();
    }
};

std::unique_ptr<Measure> makeActed(MeasureRequest&&) {
    behaviour.make();
    return std::make_unique<ActedMeasure>();
}

std::unique_ptr<Measure> makeNothing(MeasureRequest&&) {
    return nullptr;
}

MeasureKind kindOf(const std::string& kind, const std::string& unit = "m") {
    MeasureKind result;
    result.name.kind = kind;
    result.name.unit = unit;
    result.name.help = "Acted.";
    return result;
}

class GuardedMeasure : public testing::Test {
protected:
    static void SetUpTestSuite() {
        addMeasureKinds({kindOf("acted"), kindOf("stuck")}, "stage", [](const std::string&) { return makeActed; });
        addMeasureKinds({kindOf("unmade")}, "unmade", [](const std::string&) -> MeasureFactory {
            throw Error(ErrorCode::plan, "shelf/unmade.so: is not there");
        });
        addMeasureKinds({kindOf("slow_to_load")}, "slow", [](const std::string&) -> MeasureFactory {
            std::this_thread::sleep_for(2s); // ends within the moment that late calls are given: nobody is left behind
            return makeActed;
        });
        addMeasureKinds({kindOf("empty_handed")}, "void", [](const std::string&) { return makeNothing; });
    }

    void SetUp() override {
        behaviour.evaluate = [](std::size_t rows, const RunContext&) { return columnOf(rows); };
        behaviour.evidence = [](const Layer&) { return Evidence{}; };
        behaviour.pair = [] { return UncertainNumber::exact(1.0); };
        behaviour.make = [] {};
        behaviour.unit = metres();
    }

    static MeasureColumn columnOf(std::size_t rows) {
        MeasureColumn column;
        column.values.assign(rows, 4.0);
        return column;
    }

    [[nodiscard]] std::unique_ptr<Measure> make(const std::string& kind = "acted") const {
        MeasureRequest request;
        request.spec.kind = kind;
        request.spec.target = "self";
        request.subjects = m_layer;
        request.context.measureTime = 1s;
        return makeMeasure(std::move(request));
    }
    [[nodiscard]] MeasureColumn evaluated(const Measure& measure, const RunContext& context = {}) const {
        const std::vector<std::uint32_t> rows{0, 1};
        return measure.evaluate(*m_layer, rows, context);
    }
    /// The message of the error with which `work` fails; a test failure when it does not.
    template <class Work> static std::string whyFailed(const Work& work) {
        try {
            work();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::plan);
            return error.what();
        }
        ADD_FAILURE() << "nothing was thrown";
        return {};
    }
    [[nodiscard]] std::string whyNotEvaluated() const {
        const auto measure = make();
        return whyFailed([&] { (void)evaluated(*measure); });
    }

    LayerPtr m_layer = layerOf({"POINT(0 0)", "POINT(1 0)"});
};

TEST_F(GuardedMeasure, PassesGoodAnswersOn) {
    const auto measure = make();
    EXPECT_EQ(measure->unit().symbol, "m");
    EXPECT_EQ(measure->method(), "acted");
    EXPECT_EQ(evaluated(*measure).values, (std::vector<double>{4.0, 4.0}));
    EXPECT_EQ(measure->pairValue(*m_layer, 0, *m_layer, 1).value, 1.0);
    EXPECT_EQ(measure->evidence(*m_layer, 0).wkb, "");
}

TEST_F(GuardedMeasure, UnknownValuesNeedNoBounds) {
    behaviour.evaluate = [](std::size_t rows, const RunContext&) {
        MeasureColumn column = columnOf(rows);
        column.low = {3.0, std::nan("")};
        column.high = {5.0, std::nan("")};
        column.values[1] = std::nan("");
        return column;
    };
    EXPECT_TRUE(std::isnan(evaluated(*make()).values[1]));
}

TEST_F(GuardedMeasure, TellsWhatWasThrownAndByWhom) {
    behaviour.evaluate = [](std::size_t, const RunContext&) -> MeasureColumn { throw std::runtime_error("no\nidea"); };
    EXPECT_EQ(whyNotEvaluated(), "measure 'acted' of plugin 'stage' failed: no\\x0Aidea");
    behaviour.evaluate = [](std::size_t, const RunContext&) -> MeasureColumn { throw 42; };
    EXPECT_EQ(whyNotEvaluated(),
              "measure 'acted' of plugin 'stage' failed, and threw something that says nothing about the reason");
    behaviour.evaluate = [](std::size_t, const RunContext&) -> MeasureColumn { throw std::bad_alloc(); };
    EXPECT_NE(whyNotEvaluated().find("failed: std::bad_alloc"), std::string::npos);
    behaviour.evaluate = [](std::size_t, const RunContext&) -> MeasureColumn {
        throw Error(ErrorCode::cancelled, "I had enough");
    };
    EXPECT_NE(whyNotEvaluated().find("failed: I had enough"), std::string::npos) << "nobody had asked it to stop";
}

TEST_F(GuardedMeasure, FactoriesAndEvidenceAreGuarded) {
    behaviour.evidence = [](const Layer&) -> Evidence { throw std::out_of_range("row"); };
    behaviour.pair = []() -> UncertainNumber { throw std::out_of_range("pair"); };
    const auto measure = make();
    EXPECT_NE(whyFailed([&] { (void)measure->evidence(*m_layer, 0); }).find("failed: row"), std::string::npos);
    EXPECT_NE(whyFailed([&] { (void)measure->pairValue(*m_layer, 0, *m_layer, 1); }).find("failed: pair"),
              std::string::npos);
    behaviour.make = [] { throw std::logic_error("not today"); };
    EXPECT_NE(whyFailed([&] { (void)make(); }).find("failed: not today"), std::string::npos);
    EXPECT_EQ(whyFailed([&] { (void)make("empty_handed"); }),
              "measure 'empty_handed' of plugin 'void' was not made: its factory gave nothing");
}

TEST_F(GuardedMeasure, AnswersThatMakeNoSenseAreRefused) {
    behaviour.evaluate = [](std::size_t, const RunContext&) { return columnOf(1); };
    EXPECT_EQ(whyNotEvaluated(), "measure 'acted' of plugin 'stage' gave 1 values for 2 features");
    behaviour.evaluate = [](std::size_t rows, const RunContext&) {
        MeasureColumn column = columnOf(rows);
        column.low = {5.0, 4.0};
        return column;
    };
    EXPECT_NE(whyNotEvaluated().find("not between its uncertainty bounds"), std::string::npos);
    behaviour.evaluate = [](std::size_t rows, const RunContext&) {
        MeasureColumn column = columnOf(rows);
        column.certainHigh = {4.0};
        return column;
    };
    EXPECT_NE(whyNotEvaluated().find("certain bounds for some values only"), std::string::npos);
    behaviour.pair = [] { return UncertainNumber{1.0, 2.0, 3.0, 1.0, 1.0}; };
    EXPECT_NE(whyFailed([&] { (void)make()->pairValue(*m_layer, 0, *m_layer, 1); }).find("bounds"), std::string::npos);
    behaviour.unit = squareMetres();
    EXPECT_EQ(whyFailed([&] { (void)make(); }),
              "measure 'acted' of plugin 'stage' gives values in 'm2' where 'm' is due");
}

TEST_F(GuardedMeasure, EvidenceIsAboutLayersThatItKnows) {
    const LayerPtr stranger = layerOf({"POINT(0 0)"});
    const auto measure = make();
    behaviour.evidence = [](const Layer& subjects) { return Evidence{"", &subjects, 1, ""}; };
    EXPECT_EQ(measure->evidence(*m_layer, 0).otherRow, 1U);
    behaviour.evidence = [](const Layer& subjects) { return Evidence{"", &subjects, 2, ""}; };
    EXPECT_NE(whyFailed([&] { (void)measure->evidence(*m_layer, 0); }).find("names a feature"), std::string::npos);
    behaviour.evidence = [&](const Layer&) { return Evidence{"", stranger.get(), 0, ""}; };
    EXPECT_NE(whyFailed([&] { (void)measure->evidence(*m_layer, 0); }).find("names a feature"), std::string::npos);
    behaviour.evidence = [&](const Layer&) { return Evidence{"no shape", nullptr, 0, ""}; };
    EXPECT_NE(whyFailed([&] { (void)measure->evidence(*m_layer, 0); }).find("no shape"), std::string::npos);
}

TEST_F(GuardedMeasure, WhyThereIsNoFactoryIsToldAsItIs) {
    EXPECT_EQ(whyFailed([&] { (void)make("unmade"); }), "shelf/unmade.so: is not there");
    EXPECT_NE(whyFailed([&] { (void)make("slow_to_load"); }).find("did not answer within 1 s"), std::string::npos);
}

TEST_F(GuardedMeasure, LateAnswersAreGivenUpAndTheLayerStays) {
    behaviour.evaluate = [](std::size_t rows, const RunContext& context) {
        while (!release) { // deaf to the stop token
            context.report("still at it", 0.5);
            std::this_thread::sleep_for(1ms);
        }
        return columnOf(rows);
    };
    const auto measure = make("stuck");
    std::atomic<int> reports{0};
    {
        RunContext context;
        context.progress = [&reports](std::string_view, double) { ++reports; };
        EXPECT_EQ(
            whyFailed([&] { (void)evaluated(*measure, context); }),
            "measure 'stuck' of plugin 'stage' did not answer within 1 s; give it more time or leave the rule out");
    }
    const int seen = reports;
    EXPECT_GT(seen, 0);
    EXPECT_EQ(abandonedCalls(), 1U);
    EXPECT_NE(whyFailed([&] { (void)make("stuck"); }).find("is still busy"), std::string::npos);
    EXPECT_EQ(make()->pairValue(*m_layer, 0, *m_layer, 1).value, 1.0) << "a kind that has nothing to do with it";
    const std::weak_ptr<const Layer> layer = m_layer;
    m_layer.reset();
    EXPECT_FALSE(layer.expired()) << "the call that was left alone still uses it";
    release = true;
    while (abandonedCalls() > 0) {
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(reports, seen) << "a call that was given up reached into a run that is over";
    EXPECT_TRUE(layer.expired());
    EXPECT_NE(make("stuck"), nullptr) << "it has ended what it was busy with";
}

TEST_F(GuardedMeasure, AStoppedRunIsCancelledAndNoFault) {
    std::stop_source stop;
    stop.request_stop();
    RunContext context;
    context.stop = stop.get_token();
    const auto measure = make();
    behaviour.evaluate = [](std::size_t, const RunContext& inner) -> MeasureColumn {
        while (true) {
            inner.throwIfStopped();
            std::this_thread::sleep_for(1ms);
        }
    };
    try {
        (void)evaluated(*measure, context);
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cancelled);
    }
}

TEST(MeasureKinds, TwoPluginsCannotBringOne) {
    const FactorySource source = [](const std::string&) { return makeNothing; };
    addMeasureKinds({kindOf("disputed")}, "first", source);
    try {
        addMeasureKinds({kindOf("undisputed"), kindOf("disputed")}, "second", source);
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "plugin 'second' cannot bring the measure 'disputed': plugin 'first' brings it "
                                   "already; use one of the two");
    }
    EXPECT_EQ(findMeasureName("undisputed"), nullptr) << "half a plugin was added";
    EXPECT_EQ(pluginOfMeasure("disputed"), "first");
    EXPECT_EQ(pluginOfMeasure("area"), "");
    EXPECT_NE(whyNoMeasureKind(kindOf("area")), "");
    EXPECT_NE(whyNoMeasureKind(kindOf("radius")), "") << "an option of count_within is called so";
}

TEST(MeasureKinds, ReachIsWhatTheKindStates) {
    MeasureKind wide = kindOf("wide_looking");
    wide.name.target = MeasureTarget::layer;
    wide.name.options.push_back({"search", OptionType::length, false, {}, "2 km", "How far."});
    wide.reach = {MeasureReach::Kind::option, "search"};
    MeasureKind boundless = kindOf("boundless");
    boundless.reach = {MeasureReach::Kind::everywhere, ""};
    addMeasureKinds({wide, boundless}, "eyes", [](const std::string&) { return makeNothing; });
    MeasureSpec spec;
    spec.kind = "wide_looking";
    EXPECT_EQ(measureReach(spec), 2000.0);
    spec.options.push_back({"search", Quantity{0.3, Unit{Dimension{.metres = 1}, 1000.0, "km"}}, {}});
    EXPECT_EQ(measureReach(spec), 300.0);
    spec.kind = "boundless";
    EXPECT_TRUE(std::isinf(measureReach(spec)));
}

} // namespace
} // namespace merestone
