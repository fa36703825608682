// SPDX-License-Identifier: MIT
#include "rules/load_layers.hpp"

#include "base/parallel.hpp"
#include "rules/layer_use.hpp"
#include "rules/plan_layer.hpp"
#include "rules/policies_layer.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace merestone {

namespace {

constexpr double kShownMarginMetres = 500.0; ///< round the area, of layers that are only shown on maps

class Loader {
public:
    Loader(const Plan& plan, const CompiledRules& compiled, const std::map<std::string, LayerSchema>& schemas,
           Scope scope, const RunContext& context, SourcePool& pool, const std::set<std::string>& leaveOut)
        : m_plan(plan), m_compiled(compiled), m_schemas(schemas), m_scope(scope), m_context(context), m_pool(pool),
          m_leaveOut(leaveOut) {}

    LayerMap load() {
        noteUsedLayers();
        read(true);
        m_layers[kPlanLayer] = makePlanLayer(m_plan, areaLayers(m_plan, m_layers));
        m_layers[kPoliciesLayer] = makePoliciesLayer(m_plan);
        findWindows();
        read(false);
        readWider();
        return std::move(m_layers);
    }
    /// The boxes of the layers that were not read whole.
    [[nodiscard]] std::map<std::string, Box> windows() const {
        std::map<std::string, Box> boxes;
        for (const LayerSpec& spec : m_plan.layers) {
            const auto window = m_windows.find(spec.name);
            if (window != m_windows.end() && window->second.used && !window->second.everything &&
                !isReadWhole(m_plan, spec)) {
                boxes[spec.name] = window->second.box;
            }
        }
        return boxes;
    }

private:
    void noteUsedLayers();
    void findWindows();
    [[nodiscard]] Box subjectBox(const std::string& layer) const;
    void read(bool planDrawings);
    void read(const std::vector<const LayerSpec*>& wanted);
    void readWider();
    [[nodiscard]] LayerPtr readOne(const LayerSpec& spec) const;

    const Plan& m_plan;
    const CompiledRules& m_compiled;
    const std::map<std::string, LayerSchema>& m_schemas;
    Scope m_scope;
    const RunContext& m_context;
    SourcePool& m_pool;
    const std::set<std::string>& m_leaveOut;
    std::map<std::string, LayerWindow> m_windows;
    LayerMap m_layers;
};

void Loader::noteUsedLayers() {
    for (const CompiledRule& rule : m_compiled.rules) {
        collectUse(rule, [this](const std::string& layer, double) { m_windows[layer].used = true; });
    }
    for (const LayerSpec& spec : m_plan.layers) {
        if (spec.role == "neighbourhood_area") {
            m_windows[spec.name].used = true;
        }
        if (m_windows[spec.name].used && spec.complete.kind == Completeness::Kind::within) {
            m_windows[spec.complete.coverageLayer].used = true;
        }
    }
    for (const std::string& layer : m_leaveOut) {
        m_windows[layer].used = false;
    }
}

Box Loader::subjectBox(const std::string& layer) const {
    const Box area = m_layers.at(kPlanLayer)->boxes()[0];
    const auto found = m_layers.find(layer);
    if (layer == kPlanLayer || layer == kPoliciesLayer || found == m_layers.end()) {
        return area; // subjects of a reference layer are those in the plan area
    }
    Box box;
    for (const Box& feature : found->second->boxes()) {
        box.extend(feature);
    }
    return box;
}

void Loader::findWindows() {
    const bool hasArea = !m_layers.at(kPlanLayer)->boxes()[0].empty();
    for (auto& [name, window] : m_windows) {
        window.everything = m_scope == Scope::everything || !hasArea;
    }
    for (const CompiledRule& rule : m_compiled.rules) {
        const Box subjects = subjectBox(rule.spec->subjects);
        collectUse(rule, [&](const std::string& layer, double reach) {
            LayerWindow& window = m_windows[layer];
            if (std::isinf(reach)) {
                window.everything = true;
            } else if (!subjects.empty()) {
                window.box.extend(subjects.grown(reach + kWindowMarginMetres));
            }
        });
    }
}

LayerPtr Loader::readOne(const LayerSpec& spec) const {
    LayerRequest request = requestFor(m_plan, spec);
    if (const auto needed = m_compiled.columns.find(spec.name); needed != m_compiled.columns.end()) {
        request.columns.assign(needed->second.begin(), needed->second.end());
    }
    const LayerWindow& window = m_windows.at(spec.name);
    if (!isReadWhole(m_plan, spec) && !window.everything) {
        request.window = window.box;
    }
    request.needsGeometry = m_schemas.at(spec.name).hasGeometry;
    return readLayer(request, m_context, &m_pool);
}

void Loader::read(bool planDrawings) {
    std::vector<const LayerSpec*> wanted;
    for (const LayerSpec& spec : m_plan.layers) {
        if (m_windows[spec.name].used && isReadWhole(m_plan, spec) == planDrawings) {
            wanted.push_back(&spec);
        }
    }
    read(wanted);
}

void Loader::read(const std::vector<const LayerSpec*>& wanted) {
    std::mutex mutex;
    std::size_t done = 0;
    parallelFor(wanted.size(), 1, m_context, [&](std::size_t begin, std::size_t) {
        LayerPtr layer = readOne(*wanted[begin]);
        const std::lock_guard lock(mutex);
        m_layers[wanted[begin]->name] = std::move(layer);
        m_context.report("reading layers", static_cast<double>(++done) / static_cast<double>(wanted.size()));
    });
}

/// Subjects stick out of the area, and rules look round all of them. Where one sticks out so far that what lies round
/// it was not read, the layers concerned are read again.
void Loader::readWider() {
    const Box area = m_layers.at(kPlanLayer)->boxes()[0];
    std::map<std::string, Box> needed;
    for (const CompiledRule& rule : m_compiled.rules) {
        const auto subjects = m_layers.find(rule.spec->subjects);
        if (m_scope == Scope::everything || area.empty() || subjects == m_layers.end()) {
            continue;
        }
        Box box;
        for (const Box& feature : subjects->second->boxes()) {
            if (feature.meets(area)) {
                box.extend(feature);
            }
        }
        if (!box.empty()) {
            collectUse(rule, [&](const std::string& layer, double reach) {
                if (!std::isinf(reach)) {
                    needed[layer].extend(box.grown(reach + kAccuracyMarginMetres));
                }
            });
        }
    }
    std::vector<const LayerSpec*> wanted;
    for (const LayerSpec& spec : m_plan.layers) {
        LayerWindow& window = m_windows[spec.name];
        const auto need = needed.find(spec.name);
        if (window.used && !window.everything && !isReadWhole(m_plan, spec) && need != needed.end() &&
            !window.box.contains(need->second)) {
            window.box.extend(need->second.grown(kWindowMarginMetres));
            wanted.push_back(&spec);
        }
    }
    read(wanted);
}

} // namespace

LayerRequest requestFor(const Plan& plan, const LayerSpec& spec) {
    LayerRequest request;
    request.name = spec.name;
    request.source = spec.source.text;
    request.baseDirectory = plan.directory;
    request.sourceLayer = spec.layer;
    request.where = spec.where.text;
    request.idField = spec.id.text;
    request.nameField = spec.nameField.text;
    request.xField = spec.x.text;
    request.yField = spec.y.text;
    request.wktField = spec.wkt.text;
    request.declaredCrs = spec.crs;
    request.encoding = spec.encoding;
    request.workingCrs = plan.crs;
    request.statedAccuracyMetres = spec.accuracyMetres;
    request.invalid = spec.leaveOutInvalid ? InvalidPolicy::leaveOut : InvalidPolicy::repair;
    return request;
}

std::map<std::string, LayerSchema> describeLayers(const Plan& plan, const RunContext& context, SourcePool& pool) {
    std::vector<LayerSchema> described(plan.layers.size());
    std::vector<std::optional<PlanProblem>> troubles(plan.layers.size());
    parallelFor(plan.layers.size(), 1, context, [&](std::size_t i, std::size_t) {
        const LayerSpec& spec = plan.layers[i];
        try {
            const SourceDescription source = describeSource(requestFor(plan, spec), context, &pool);
            described[i] = {spec.name, source.fields, source.geometryType != "None"};
        } catch (const Error& error) {
            if (error.code() == ErrorCode::cancelled) {
                throw;
            }
            troubles[i] = PlanProblem{spec.source.place, error.what()};
        }
    });
    std::vector<PlanProblem> problems;
    for (const std::optional<PlanProblem>& trouble : troubles) {
        if (trouble) {
            problems.push_back(*trouble);
        }
    }
    if (!problems.empty()) {
        throw PlanError(std::move(problems));
    }
    std::map<std::string, LayerSchema> schemas;
    schemas[kPlanLayer] = planSchema();
    schemas[kPoliciesLayer] = policiesSchema();
    for (LayerSchema& schema : described) {
        schemas[schema.name] = std::move(schema);
    }
    return schemas;
}

LayerMap loadOtherLayers(const Plan& plan, const LayerMap& loaded, const std::map<std::string, LayerSchema>& schemas,
                         Scope scope, const RunContext& context, SourcePool& pool) {
    std::vector<const LayerSpec*> wanted;
    for (const LayerSpec& spec : plan.layers) {
        if (loaded.count(spec.name) == 0) {
            wanted.push_back(&spec);
        }
    }
    const Box area = loaded.at(kPlanLayer)->boxes()[0];
    std::vector<LayerPtr> read(wanted.size());
    parallelFor(wanted.size(), 1, context, [&](std::size_t i, std::size_t) {
        const LayerSpec& spec = *wanted[i];
        LayerRequest request = requestFor(plan, spec);
        request.columns = schemas.at(spec.name).names();
        request.needsGeometry = schemas.at(spec.name).hasGeometry;
        if (scope == Scope::area && !area.empty() && !isReadWhole(plan, spec)) {
            request.window = area.grown(kShownMarginMetres);
        }
        read[i] = readLayer(request, context, &pool);
    });
    LayerMap layers;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        layers[wanted[i]->name] = std::move(read[i]);
    }
    return layers;
}

LayerMap loadLayers(const Plan& plan, const CompiledRules& compiled, const std::map<std::string, LayerSchema>& schemas,
                    Scope scope, const RunContext& context, SourcePool& pool, const std::set<std::string>& leaveOut,
                    std::map<std::string, Box>* windows) {
    Loader loader(plan, compiled, schemas, scope, context, pool, leaveOut);
    LayerMap layers = loader.load();
    if (windows != nullptr) {
        *windows = loader.windows();
    }
    return layers;
}

LayerPtr loadLayer(const Plan& plan, const CompiledRules& compiled, const std::string& layer,
                   const std::optional<Box>& window, bool hasGeometry, const RunContext& context) {
    LayerRequest request = requestFor(plan, *plan.findLayer(layer));
    if (const auto needed = compiled.columns.find(layer); needed != compiled.columns.end()) {
        request.columns.assign(needed->second.begin(), needed->second.end());
    }
    request.window = window;
    request.needsGeometry = hasGeometry;
    return readLayer(request, context);
}

std::vector<LayerPtr> areaLayers(const Plan& plan, const LayerMap& layers) {
    std::vector<LayerPtr> areas;
    for (const LayerSpec& spec : plan.layers) {
        const auto found = layers.find(spec.name);
        if (spec.role == "neighbourhood_area" && found != layers.end()) {
            areas.push_back(found->second);
        }
    }
    return areas;
}

} // namespace merestone
