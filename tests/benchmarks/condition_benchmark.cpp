// SPDX-License-Identifier: MIT
#include "expressions/expression.hpp"

#include <benchmark/benchmark.h>

#include <ogr_feature.h>

#include <array>
#include <memory>
#include <string>

namespace merestone {
namespace {

constexpr std::uint32_t kRows = 10'000;
constexpr const char* kCondition = "use_class IN ('C3', 'C4') AND dwellings / size >= 0.004 AND storeys <= 3";
constexpr std::array kClasses{"C3", "C4", "E", "SG"};

double dwellings(std::uint32_t row) {
    return row % 7;
}
double size(std::uint32_t row) {
    return 100.0 + row % 400;
}
double storeys(std::uint32_t row) {
    return row % 5;
}

class Rows final : public ValueSource {
public:
    [[nodiscard]] UncertainNumber number(std::size_t symbol, std::uint32_t row) const override {
        return UncertainNumber::exact(symbol == 1 ? dwellings(row) : symbol == 2 ? size(row) : storeys(row));
    }
    [[nodiscard]] std::optional<std::string_view> text(std::size_t /*symbol*/, std::uint32_t row) const override {
        return kClasses[row % kClasses.size()];
    }
};

void condition(benchmark::State& state) {
    const std::vector<Symbol> symbols{{"use_class", ValueKind::text, {}},
                                      {"dwellings", ValueKind::number, {}},
                                      {"size", ValueKind::number, {}},
                                      {"storeys", ValueKind::number, {}}};
    const Condition compiled = Condition::compile(kCondition, symbols, Place{});
    const Rows rows;
    for (auto _ : state) {
        for (std::uint32_t row = 0; row < kRows; ++row) {
            benchmark::DoNotOptimize(compiled.evaluate(rows, row));
        }
    }
    state.SetItemsProcessed(state.iterations() * kRows);
}
BENCHMARK(condition)->Unit(benchmark::kMillisecond);

struct FeatureDeleter {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};
struct DefinitionRelease {
    void operator()(OGRFeatureDefn* definition) const { definition->Release(); }
};

/// GDAL evaluating the same on features, in its two-valued logic.
void conditionGdal(benchmark::State& state) {
    const std::unique_ptr<OGRFeatureDefn, DefinitionRelease> definition(new OGRFeatureDefn("rows"));
    definition->Reference();
    OGRFieldDefn text("use_class", OFTString);
    definition->AddFieldDefn(&text);
    for (const char* name : {"dwellings", "size", "storeys"}) {
        OGRFieldDefn field(name, OFTReal);
        definition->AddFieldDefn(&field);
    }
    std::vector<std::unique_ptr<OGRFeature, FeatureDeleter>> features;
    for (std::uint32_t row = 0; row < kRows; ++row) {
        features.emplace_back(OGRFeature::CreateFeature(definition.get()));
        features.back()->SetField(0, kClasses[row % kClasses.size()]);
        features.back()->SetField(1, dwellings(row));
        features.back()->SetField(2, size(row));
        features.back()->SetField(3, storeys(row));
    }
    OGRFeatureQuery query;
    if (query.Compile(definition.get(), kCondition) != OGRERR_NONE) {
        state.SkipWithError("GDAL refuses the condition");
        return;
    }
    for (auto _ : state) {
        for (const auto& feature : features) {
            benchmark::DoNotOptimize(query.Evaluate(feature.get()));
        }
    }
    state.SetItemsProcessed(state.iterations() * kRows);
}
BENCHMARK(conditionGdal)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace merestone
