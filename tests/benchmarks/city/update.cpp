// SPDX-License-Identifier: MIT
// merestone_update PLAN LAYER [EDITS]: loads a plan, moves one feature of a layer after the other by a metre and back,
// has its rules re-evaluated each time, and prints how long that took. Status 1 if the last result is not the first
// one.
#include "base/error.hpp"
#include "geometry/wkb.hpp"
#include "plan/read_plan.hpp"
#include "rules/checker.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

namespace merestone {
namespace {

/// A feature moved east.
std::string moved(const PackedGeometry& geometry, std::size_t feature, double metres) {
    PackedGeometry copy;
    for (std::uint32_t part = geometry.firstPart(feature); part < geometry.firstPart(feature + 1); ++part) {
        for (std::uint32_t run = geometry.firstRun(part); run < geometry.firstRun(part + 1); ++run) {
            for (const Point p : geometry.run(run)) {
                copy.addPoint({p.x + metres, p.y});
            }
            copy.endRun();
        }
        copy.endPart();
    }
    copy.endFeature(geometry.shape(feature));
    return toWkb(copy, 0);
}

bool sameFindings(const RunResult& a, const RunResult& b) {
    return std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(),
                      [](const Finding& x, const Finding& y) {
                          return x.key == y.key && x.verdict == y.verdict && x.measured == y.measured;
                      });
}

int measureUpdates(const std::string& plan, const std::string& layerName, std::size_t edits) {
    using Clock = std::chrono::steady_clock;
    CheckOptions options;
    options.scope = Scope::everything;
    options.keepForUpdates = true;
    Checker checker(readPlan(plan, {}), options);
    RunContext context;
    context.threads = std::max(1U, std::thread::hardware_concurrency());
    checker.load(context);
    const RunResult before = checker.run(context);
    const LayerPtr layer = checker.layer(layerName);

    std::vector<double> milliseconds;
    for (std::size_t edit = 0; edit < edits; ++edit) {
        const std::size_t row = (edit * 7919) % layer->size();
        for (const double metres : {1.0, 0.0}) {
            FeatureChange change;
            change.fid = layer->fid(row);
            change.wkb = moved(layer->geometry(), row, metres);
            const auto start = Clock::now();
            checker.update(layerName, {change}, context);
            milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        }
    }
    const RunResult after = checker.result();
    std::sort(milliseconds.begin(), milliseconds.end());
    std::cout << "| edits | median ms | worst ms | findings |\n|---:|---:|---:|---|\n| " << milliseconds.size() << " | "
              << milliseconds[milliseconds.size() / 2] << " | " << milliseconds.back() << " | "
              << (sameFindings(before, after) ? "as before" : "differ") << " |\n";
    return sameFindings(before, after) ? 0 : 1;
}

} // namespace
} // namespace merestone

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: merestone_update PLAN LAYER [EDITS]\n";
        return 2;
    }
    try {
        return merestone::measureUpdates(argv[1], argv[2],
                                         argc > 3 ? std::max<std::size_t>(1, std::strtoul(argv[3], nullptr, 10)) : 100);
    } catch (const merestone::Error& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
