// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"
#include "rules/checker.hpp"

#include <string>
#include <vector>

namespace merestone::testing_support {

/// One feature of a layer made for a test: WKT, an id, and a number (NaN: null).
struct MadeFeature {
    std::string id;
    std::string wkt;
    double number = 0.0;
};

/// A layer with the columns `id` and `number`, in the order of the features; feature ids count from 1.
/// Shapes are good to `accuracyMetres`.
[[nodiscard]] LayerPtr makeLayer(const std::string& name, const std::vector<MadeFeature>& features,
                                 double accuracyMetres = 0.0);

/// A checker for a plan text whose layers are given; nothing is read from disk.
[[nodiscard]] Checker checkerFor(const std::string& planText, std::vector<LayerPtr> layers, CheckOptions options = {});

/// The only finding about a subject, or nothing.
[[nodiscard]] const Finding* findingAbout(const RunResult& run, const std::string& rule, const std::string& subject);

[[nodiscard]] const RuleResult& ruleOf(const RunResult& run, const std::string& id);

/// A square with its lower left corner at (x, y).
[[nodiscard]] std::string square(double x, double y, double side);

} // namespace merestone::testing_support
