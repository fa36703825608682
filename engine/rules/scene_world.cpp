// SPDX-License-Identifier: MIT
#include "rules/scene_world.hpp"

#include "base/text.hpp"
#include "geometry/geos.hpp"
#include "geometry/validity.hpp"
#include "plan/read_plan.hpp"
#include "rules/scene_columns.hpp"

#include <algorithm>

namespace merestone {

namespace {

/// A text in double quotes that any YAML reader takes as it is.
std::string quotedText(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (c == '\t') {
            result += "\\t";
        } else {
            result += c;
        }
    }
    return result + "\"";
}

/// Whether a plain scalar may stay plain inside braces and brackets; numbers and true/false always may.
bool staysPlain(const std::string& text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(),
                       [](char c) {
                           const bool letterOrDigit =
                               (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                           return letterOrDigit || c == '.' || c == '-' || c == '+' || c == '_' || c == ' ' ||
                                  c == '%' || c == '/';
                       }) &&
           text.front() != '-' && text.front() != '%';
}

/// One line of YAML with the same value; quotes are kept, since only plain text can be a number.
std::string flowText(const YamlNode& node) {
    std::string result;
    switch (node.kind) {
    case YamlNode::Kind::null:
        return "null";
    case YamlNode::Kind::scalar:
        return node.plain && (staysPlain(node.text) || (node.text.size() > 1 && staysPlain(node.text.substr(1)) &&
                                                        node.text.front() == '-' && node.text[1] != ' '))
                   ? node.text
                   : quotedText(node.text);
    case YamlNode::Kind::list:
        for (const YamlNode& item : node.items) {
            result += (result.empty() ? "" : ", ") + flowText(item);
        }
        return "[" + result + "]";
    case YamlNode::Kind::map:
        break;
    }
    for (const YamlEntry& entry : node.entries) {
        result += (result.empty() ? "" : ", ") + quotedText(entry.key) + ": " + flowText(entry.value);
    }
    return "{" + result + "}";
}

bool hasName(const SceneLayer& layer) {
    const auto isName = [](const YamlEntry& value) { return value.key == "name"; };
    return std::any_of(layer.features.begin(), layer.features.end(), [&](const SceneFeature& feature) {
        return std::any_of(feature.values.begin(), feature.values.end(), isName);
    });
}

std::string layerText(const SceneLayer& layer) {
    std::string text = "  " + quotedText(layer.name) + ": {source: scene.geojson, id: id";
    if (hasName(layer)) {
        text += ", name: name";
    }
    for (const YamlEntry& setting : layer.settings) {
        text += ", " + quotedText(setting.key) + ": " + flowText(setting.value);
    }
    return text + "}\n";
}

std::string planKeys(const SceneCase& scene) {
    std::string text = "plan:\n";
    if (scene.plan.find("title") == nullptr) {
        text += "  title: A scene\n";
    }
    for (const YamlEntry& entry : scene.plan.entries) {
        text += "  " + quotedText(entry.key) + ": " + flowText(entry.value) + "\n";
    }
    return text;
}

/// A policy of the case; its title may be left out.
std::string policyText(const YamlNode& policy) {
    YamlNode full = policy;
    if (full.isMap() && full.find("title") == nullptr) {
        YamlEntry title;
        title.key = "title";
        title.value.kind = YamlNode::Kind::scalar;
        title.value.plain = false;
        title.value.text = "A policy";
        full.entries.push_back(std::move(title));
    }
    return "  - " + flowText(full) + "\n";
}

PackedGeometry geometryOf(const SceneLayer& layer) {
    PackedGeometry geometry;
    for (const SceneFeature& feature : layer.features) {
        if (feature.wkt.empty()) {
            geometry.endFeature(Shape::none);
            continue;
        }
        try {
            const GeosGeometry shape = fromWkt(feature.wkt.text);
            appendGeos(geometry, *shape);
        } catch (const Error& error) {
            throw Error(ErrorCode::geometry, feature.wkt.place.text() + ": " + error.what());
        }
    }
    return geometry;
}

LayerPtr layerOf(const SceneLayer& layer, const LayerSpec& spec, const std::string& crs, const RunContext& context) {
    PackedGeometry geometry = geometryOf(layer);
    ValidityReport validity =
        checkValidity(geometry, spec.leaveOutInvalid ? InvalidPolicy::leaveOut : InvalidPolicy::repair, context);
    LayerInfo info;
    info.source = "scene";
    info.sourceLayer = layer.name;
    info.driver = "scene";
    info.crs = crs;
    info.statedAccuracyMetres = spec.accuracyMetres;
    info.featuresInSource = layer.features.size();
    info.featuresRead = layer.features.size();
    info.isTable = !layer.features.empty() && std::all_of(layer.features.begin(), layer.features.end(),
                                                          [](const SceneFeature& f) { return f.wkt.empty(); });
    std::vector<std::int64_t> fids;
    for (std::size_t row = 0; row < layer.features.size(); ++row) {
        fids.push_back(static_cast<std::int64_t>(row) + 1);
    }
    return std::make_shared<const Layer>(layer.name, std::move(info), std::move(geometry), sceneColumns(layer),
                                         std::move(fids), std::move(validity), "id", spec.nameField.text);
}

} // namespace

std::string scenePlanText(const SceneFile& scenes, const SceneCase& scene) {
    std::string text = "merestone: 1\n" + planKeys(scene) + "layers:\n";
    for (const SceneLayer& layer : scene.layers) {
        text += layerText(layer);
    }
    text += "policies:\n";
    for (const YamlNode& policy : scene.policies.items) {
        text += policyText(policy);
    }
    text += "  - id: scene\n    title: The rule of the scene\n    rules:\n";
    text += "      - use: " + quotedText(scenes.rule.text) + "\n        id: " + kSceneRule + "\n";
    if (!scene.subjects.empty()) {
        text += "        for: " + quotedText(scene.subjects) + "\n";
    }
    if (!scene.bind.isNull()) {
        text += "        layers: " + flowText(scene.bind) + "\n";
    }
    if (!scene.parameters.isNull()) {
        text += "        with: " + flowText(scene.parameters) + "\n";
    }
    return text;
}

SceneWorld makeSceneWorld(const SceneFile& scenes, const SceneCase& scene, const std::vector<Pack>& packs,
                          const std::vector<Standards>& standards, const RunContext& context) {
    SceneWorld world;
    PlanOptions options;
    options.standards = &standards;
    world.plan = parsePlan(scenePlanText(scenes, scene), scenes.file, packs, options);
    world.plan.policies.back().isHeading = true; // it only holds the rule of the scene
    for (const SceneLayer& layer : scene.layers) {
        const LayerSpec* spec = world.plan.findLayer(layer.name);
        if (spec == nullptr) {
            throw Error(ErrorCode::plan, layer.place.text() + ": layer '" + printable(layer.name) +
                                             "' cannot be used; give it another name");
        }
        world.layers.push_back(layerOf(layer, *spec, world.plan.crs, context));
    }
    return world;
}

} // namespace merestone
