// SPDX-License-Identifier: MIT
#include "cartography/layer_style.hpp"

#include "cartography/kind_words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace merestone::map {

namespace {

using Placement = LabelStyle::Placement;

/// Columns that usually hold what a feature is, the likeliest first.
constexpr std::array kClassFields{"land_use", "landuse",  "use_class", "use",      "kind", "type",    "class",
                                  "category", "activity", "primary",   "function", "zone", "subtype", "amenity"};
constexpr std::size_t kMostValues = 400; ///< a column with more different values holds no classes

Shape shapeOf(const Layer* layer) {
    if (layer != nullptr) {
        for (std::size_t row = 0; row < layer->size(); ++row) {
            if (layer->geometry().shape(row) != Shape::none) {
                return layer->geometry().shape(row);
            }
        }
    }
    return Shape::none;
}

std::optional<Kind> kindOfRole(const std::string& role) {
    if (role == "neighbourhood_area") {
        return Kind::neighbourhoodArea;
    }
    if (role == "site_allocation") {
        return Kind::siteAllocation;
    }
    if (role == "local_green_space") {
        return Kind::localGreenSpace;
    }
    if (role == "orphan_space") {
        return Kind::orphanSpace;
    }
    if (role == "policy_area") {
        return Kind::policyArea;
    }
    if (role == "centre") {
        return Kind::centre;
    }
    if (role == "sub_area") {
        return Kind::subArea;
    }
    if (role == "designated_area") {
        return Kind::designatedArea;
    }
    if (role == "other_neighbourhood_area") {
        return Kind::otherArea;
    }
    return std::nullopt;
}

/// A stable choice among the neutral looks, so that two unknown layers seldom look alike.
Kind neutralKind(const std::string& name, Shape shape) {
    if (shape == Shape::line) {
        return Kind::otherLine;
    }
    if (shape == Shape::point) {
        return Kind::otherPoint;
    }
    unsigned sum = 0;
    for (const char c : name) {
        sum = sum * 31 + static_cast<unsigned char>(c);
    }
    constexpr std::array kNeutral{Kind::otherArea1, Kind::otherArea2, Kind::otherArea3};
    return kNeutral[sum % kNeutral.size()];
}

/// The shape that a kind is drawn as; a kind is only taken for features of that shape.
bool fits(Kind kind, Shape shape) {
    const bool isPoint = kind >= Kind::address && kind <= Kind::asset;
    const bool isLine = kind >= Kind::railway && kind <= Kind::streetMain;
    switch (shape) {
    case Shape::point:
        return isPoint;
    case Shape::line:
        return isLine || kind == Kind::water || kind == Kind::subArea || kind == Kind::neighbourhoodArea;
    case Shape::polygon:
    case Shape::none:
        break;
    }
    return !isPoint && !isLine;
}

/// Classes by the words in a text column. Gives false when the column says nothing that is known.
bool classify(const Column& column, Kind fallback, Shape shape, LayerStyle& style) {
    if (!column.isText() || column.dictionary.empty() || column.dictionary.size() > kMostValues) {
        return false;
    }
    std::vector<Kind> kinds; // by code
    bool anyKnown = false;
    for (const std::string& value : column.dictionary) {
        const std::optional<Kind> kind = kindOfValue(value, shape);
        const bool known = kind && fits(*kind, shape);
        anyKnown = anyKnown || known;
        kinds.push_back(known ? *kind : fallback);
    }
    if (!anyKnown) {
        return false;
    }
    std::vector<Kind> present = kinds;
    present.push_back(fallback);
    std::sort(present.begin(), present.end());
    present.erase(std::unique(present.begin(), present.end()), present.end());
    style.classes.clear();
    for (const Kind kind : present) {
        style.classes.push_back({kind, kindTitle(kind)});
    }
    const auto classOf = [&present](Kind kind) {
        return static_cast<std::uint8_t>(std::lower_bound(present.begin(), present.end(), kind) - present.begin());
    };
    style.classOfRow.resize(column.codes.size());
    for (std::size_t row = 0; row < column.codes.size(); ++row) {
        style.classOfRow[row] = classOf(column.isNull(row) ? fallback : kinds[column.codes[row]]);
    }
    style.classField = QString::fromStdString(column.name);
    return true;
}

/// Kinds whose features differ among themselves in a way that a map shows.
bool isClassified(Kind kind) {
    return kind < Kind::building || (kind >= Kind::railway && kind <= Kind::floodZone3b) || kind == Kind::shopPoint ||
           kind == Kind::asset || kind >= Kind::otherArea1;
}

void classifyRows(const Layer& layer, Kind kind, Shape shape, LayerStyle& style) {
    for (const char* field : kClassFields) {
        const Column* column = layer.column(field);
        if (column != nullptr && classify(*column, kind, shape, style)) {
            return;
        }
    }
}

LabelStyle labelOf(Kind kind, const LayerSpec& spec) {
    LabelStyle label;
    const auto set = [&label](Placement placement, double maxDenominator, double size, int priority) {
        label.placement = placement;
        label.maxDenominator = maxDenominator;
        label.sizePoints = size;
        label.priority = priority;
    };
    switch (kind) {
    case Kind::siteAllocation:
        set(Placement::inside, 15000, 8, 90);
        label.both = true;
        break;
    case Kind::localGreenSpace:
    case Kind::centre:
    case Kind::policyArea:
        set(Placement::inside, 12000, 7.5, 80);
        break;
    case Kind::orphanSpace:
        set(Placement::inside, 2500, 6.5, 30);
        label.useId = true;
        break;
    case Kind::subArea:
    case Kind::otherArea:
        set(Placement::inside, 40000, 9, 50);
        break;
    case Kind::park:
    case Kind::woodland:
    case Kind::allotments:
    case Kind::cemetery:
    case Kind::sports:
    case Kind::schoolField:
        set(Placement::inside, 12000, 7, 60);
        break;
    case Kind::conservationArea:
        set(Placement::inside, 12000, 7, 55);
        break;
    case Kind::water:
        set(Placement::along, 15000, 7.5, 58);
        break;
    case Kind::street:
    case Kind::streetSecondary:
    case Kind::streetMain:
        set(Placement::along, 6000, 6.5, 40);
        break;
    case Kind::railway:
        set(Placement::along, 12000, 6.5, 45);
        break;
    case Kind::school:
    case Kind::health:
    case Kind::hall:
    case Kind::worship:
    case Kind::library:
    case Kind::pub:
    case Kind::nursery:
    case Kind::asset:
        set(Placement::beside, 5000, 6.5, 35);
        break;
    case Kind::listedBuilding:
    case Kind::stop:
        set(Placement::beside, 2500, 6, 25);
        break;
    case Kind::shopPoint:
    case Kind::takeaway:
        set(Placement::beside, 900, 6, 10);
        break;
    case Kind::land:
    case Kind::housing:
        set(Placement::inside, 700, 5.5, 5);
        break;
    default:
        break;
    }
    if (spec.nameField.empty() && !label.both) {
        label.useId = true;
    }
    if (spec.nameField.empty() && spec.id.empty()) {
        label.placement = Placement::none;
    }
    return label;
}

double maxDenominatorOf(Kind kind) {
    switch (kind) {
    case Kind::address:
        return 3000;
    case Kind::building:
    case Kind::buildingPublic:
        return 16000;
    case Kind::shopPoint:
    case Kind::takeaway:
        return 9000;
    case Kind::listedBuilding:
    case Kind::tree:
        return 30000;
    default:
        return 1e9;
    }
}

/// By role, else by the first of its names that says something.
std::optional<Kind> kindOf(const LayerSpec& spec, Shape shape) {
    if (const std::optional<Kind> byRole = kindOfRole(spec.role)) {
        return byRole;
    }
    for (const std::string* name : {&spec.name, &spec.layer, &spec.title, &spec.source.text}) {
        const std::optional<Kind> byName = kindOfLayerName(*name, shape);
        if (byName && fits(*byName, shape)) {
            return byName;
        }
    }
    return std::nullopt;
}

} // namespace

LayerStyle chooseStyle(const LayerSpec& spec, const Layer* layer) {
    const Shape shape = shapeOf(layer);
    const std::optional<Kind> kind = kindOf(spec, shape);
    LayerStyle style;
    const Kind base = kind.value_or(neutralKind(spec.name, shape));
    style.classes = {
        {base, kind ? kindTitle(*kind) : QString::fromStdString(spec.title.empty() ? spec.name : spec.title)}};
    style.order = static_cast<int>(base);
    if (base >= Kind::otherArea1) {
        // Unknown areas lie beneath what is known, unknown lines and points above it.
        style.order = shape == Shape::polygon ? static_cast<int>(Kind::land) : static_cast<int>(Kind::asset);
    }
    if (layer != nullptr && isClassified(base)) {
        classifyRows(*layer, base, shape, style);
    }
    style.label = labelOf(base, spec);
    style.maxDenominator = maxDenominatorOf(base);
    return style;
}

} // namespace merestone::map
