// SPDX-License-Identifier: MIT
#include "cartography/map_scene.hpp"

#include "cartography/freed_elsewhere.hpp"
#include "cartography/layer_detail.hpp"
#include "cartography/make_marks.hpp"

#include <algorithm>

namespace merestone::map {

namespace {

/// A layer that shows a part of what another layer shows already: same source, cut down by a condition.
bool isPartOfAnother(const LayerSpec& spec, const Plan& plan) {
    return !spec.where.empty() && std::any_of(plan.layers.begin(), plan.layers.end(), [&spec](const LayerSpec& other) {
        return other.name != spec.name && other.where.empty() && other.source.text == spec.source.text &&
               other.layer == spec.layer;
    });
}

const MapLayer* findLayer(const std::vector<MapLayer>& layers, const QString& name) {
    const auto found =
        std::find_if(layers.begin(), layers.end(), [&name](const MapLayer& l) { return l.name == name; });
    return found == layers.end() ? nullptr : &*found;
}

/// "open_space" → "Open space".
QString readableName(const std::string& name) {
    QString text = QString::fromStdString(name);
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

MapLayer makeLayer(const LayerSpec& spec, const Plan& plan, LayerPtr features, const MapScene* previous) {
    const QString name = QString::fromStdString(spec.name);
    const MapLayer* before = previous == nullptr ? nullptr : findLayer(previous->layers, name);
    if (before != nullptr && before->features == features) {
        return *before;
    }
    MapLayer layer;
    layer.name = name;
    layer.title = spec.title.empty() ? readableName(spec.name) : QString::fromStdString(spec.title);
    layer.licence = QString::fromStdString(spec.licence);
    layer.visible = before == nullptr ? !isPartOfAnother(spec, plan) : before->visible;
    layer.isPlanDrawing = isPlanRole(spec.role);
    layer.style = std::make_shared<const LayerStyle>(chooseStyle(spec, features.get()));
    layer.detail = freedElsewhere(std::make_shared<LayerDetail>(features));
    layer.features = freedElsewhere(std::move(features));
    return layer;
}

std::string dominantRole(const Plan& plan, const QString& layer) {
    const LayerSpec* spec = plan.findLayer(layer.toStdString());
    return spec == nullptr ? std::string() : spec->role;
}

void fillTexts(MapScene& scene, const Plan& plan) {
    scene.title = QString::fromStdString(plan.summary.title);
    scene.body = QString::fromStdString(plan.summary.qualifyingBody);
    scene.authority = QString::fromStdString(plan.summary.localPlanningAuthority);
    scene.stage = QString::fromStdString(plan.summary.stage);
    scene.crsName = QString::fromStdString(plan.crs);
    scene.synthetic = plan.synthetic;
    const auto addLicence = [&scene](const QString& licence) {
        if (!licence.isEmpty() && !scene.licences.contains(licence)) {
            scene.licences << licence;
        }
    };
    addLicence(QString::fromStdString(plan.summary.licence));
    for (const MapLayer& layer : scene.layers) {
        addLicence(layer.licence);
    }
}

std::shared_ptr<const FindingMarks> marksOf(const std::vector<MapLayer>& layers, std::shared_ptr<const RunResult> run) {
    FindingsPtr findings =
        run == nullptr ? std::make_shared<const std::vector<Finding>>() : FindingsPtr(run, &run->findings);
    return freedElsewhere(std::make_shared<const FindingMarks>(makeMarks(layers, std::move(findings))));
}

} // namespace

Box MapScene::bounds() const {
    if (area) {
        return area->index().bounds();
    }
    Box all;
    for (const MapLayer& layer : layers) {
        if (layer.visible) {
            all.extend(layer.features->index().bounds());
        }
    }
    return all;
}

const MapLayer* MapScene::layer(const QString& name) const noexcept {
    return findLayer(layers, name);
}

ScenePtr makeScene(const Checker& checker, std::shared_ptr<const RunResult> run, const ScenePtr& previous) {
    const Plan& plan = checker.plan();
    auto scene = std::make_shared<MapScene>();
    for (const LayerSpec& spec : plan.layers) {
        if (LayerPtr features = checker.layer(spec.name)) {
            scene->layers.push_back(makeLayer(spec, plan, std::move(features), previous.get()));
        }
    }
    std::stable_sort(scene->layers.begin(), scene->layers.end(),
                     [](const MapLayer& a, const MapLayer& b) { return a.style->order < b.style->order; });
    for (const MapLayer& layer : scene->layers) {
        if (dominantRole(plan, layer.name) == "neighbourhood_area" && layer.features->size() > 0) {
            scene->area = layer.features;
        }
    }
    fillTexts(*scene, plan);
    scene->shownVerdicts =
        previous ? previous->shownVerdicts : std::set<Verdict>{Verdict::fail, Verdict::borderline, Verdict::cannotTell};
    scene->showWaived = previous && previous->showWaived;
    scene->findings = marksOf(scene->layers, std::move(run));
    return scene;
}

ScenePtr withFindings(const MapScene& scene, std::shared_ptr<const RunResult> run) {
    auto copy = std::make_shared<MapScene>(scene);
    copy->findings = marksOf(scene.layers, std::move(run));
    return copy;
}

ScenePtr withVisibility(const MapScene& scene, const QString& layer, bool visible) {
    auto copy = std::make_shared<MapScene>(scene);
    for (MapLayer& candidate : copy->layers) {
        if (candidate.name == layer) {
            candidate.visible = visible;
        }
    }
    return copy;
}

ScenePtr withBackdrop(const MapScene& scene, SceneBackdrop backdrop) {
    auto copy = std::make_shared<MapScene>(scene);
    if (!scene.backdrop.licence.isEmpty()) {
        copy->licences.removeLast();
    }
    if (!backdrop.licence.isEmpty()) {
        copy->licences << backdrop.licence;
    }
    copy->backdrop = std::move(backdrop);
    return copy;
}

} // namespace merestone::map
