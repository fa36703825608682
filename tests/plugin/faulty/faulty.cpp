// SPDX-License-Identifier: MIT
#include "measures/options.hpp"
#include "plugin/plugin.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <thread>

namespace {

using namespace merestone;

[[noreturn]] void sleepForEver() {
    while (true) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

/// What each kind of this plugin does, after its name in measures.yaml.
class Faulty final : public Measure {
public:
    explicit Faulty(MeasureRequest&& request) : m_kind(request.spec.kind), m_field(request.findField("field", true)) {
        m_unit = m_kind == "height_of" ? metres() : plainNumber();
        m_method = "by fault";
        if (m_kind == "throws_when_made") {
            throw std::invalid_argument("cannot be made");
        }
        if (m_kind == "hangs_when_made") {
            sleepForEver();
        }
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        if (m_kind == "throws") {
            throw std::runtime_error("out of its depth");
        }
        if (m_kind == "throws_number") {
            throw 42;
        }
        if (m_kind == "hangs") {
            while (subjects.size() > 0) { // touches what it was given, for ever
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        }
        while (m_kind == "hangs_politely") {
            context.throwIfStopped();
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        MeasureColumn column;
        column.values.assign(m_kind == "gives_too_little" ? 1 : rows.size(), 1.0);
        for (std::size_t i = 0; m_kind == "height_of" && i < rows.size(); ++i) {
            column.values[i] = (*m_field)[rows[i]];
        }
        return column;
    }

    Evidence evidence(const Layer&, std::uint32_t) const override {
        if (m_kind == "throws_evidence") {
            throw std::runtime_error("why indeed");
        }
        return {};
    }

private:
    std::string m_kind;
    std::shared_ptr<const std::vector<double>> m_field;
};

std::unique_ptr<Measure> make(MeasureRequest&& request) {
    return std::make_unique<Faulty>(std::move(request));
}

void registerMeasures(MeasureRegistrar& registrar) {
    for (const char* kind : {"throws", "throws_number", "throws_when_made", "throws_evidence", "gives_too_little",
                             "hangs", "hangs_politely", "hangs_when_made", "one", "height_of"}) {
        registrar.add(kind, make);
    }
}

/// Leaves a trace in the file that MERESTONE_TEST_TRACE names as soon as the shared object is loaded, so that a test
/// sees whether any code of it has run.
struct Trace {
    Trace() {
        if (const char* file = std::getenv("MERESTONE_TEST_TRACE")) {
            if (std::FILE* trace = std::fopen(file, "w")) {
                std::fclose(trace);
            }
        }
    }
};
const Trace kTrace;

} // namespace

MERESTONE_PLUGIN(registerMeasures)
