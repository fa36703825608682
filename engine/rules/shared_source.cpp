// SPDX-License-Identifier: MIT
#include "rules/shared_source.hpp"

#include "geometry/wkb.hpp"
#include "layers/row_filter.hpp"
#include "rules/load_layers.hpp"

#include <map>
#include <numeric>

namespace merestone {

namespace {

using Kind = FeatureChange::Kind;

/// What another layer's `where` says of every row of a layer; as reading the source decides it.
struct Admission {
    std::vector<char> keep;
    std::size_t undecided = 0;
};

Admission admission(const LayerRequest& request, const Layer& layer) {
    Admission result;
    result.keep.assign(layer.size(), 1);
    std::vector<SourceField> fields;
    std::vector<const Column*> columns;
    for (const Column& column : layer.columns()) {
        fields.push_back({column.name, column.type});
        columns.push_back(&column);
    }
    RowFilter filter(request, fields);
    if (filter.active()) {
        std::vector<int> positions(fields.size());
        std::iota(positions.begin(), positions.end(), 0);
        std::vector<std::int64_t> fids;
        for (std::size_t row = 0; row < layer.size(); ++row) {
            fids.push_back(layer.fid(row));
        }
        const std::span<const double> areas = filter.needsArea() ? layer.areas() : std::span<const double>();
        filter.apply(columns, positions, 0, fids, areas, result.keep);
        result.undecided = filter.undecided();
    }
    return result;
}

std::map<std::int64_t, std::size_t> rowsByFid(const Layer& layer) {
    std::map<std::int64_t, std::size_t> rows;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        rows.emplace(layer.fid(row), row);
    }
    return rows;
}

/// A feature with all that is known of it.
FeatureChange entering(const Layer& whole, std::size_t row, const FeatureChange& change) {
    FeatureChange added{Kind::added, change.fid, change.wkb, {}};
    if (added.wkb.empty() && whole.geometry().shape(row) != Shape::none) {
        added.wkb = toWkb(whole.geometry(), row);
    }
    for (const Column& column : whole.columns()) {
        added.values.emplace_back(column.name, column.text(row));
    }
    return added;
}

} // namespace

bool shareSource(const LayerSpec& a, const LayerSpec& b) {
    return a.name != b.name && a.source.text == b.source.text && a.layer == b.layer;
}

PartChange changeOfPart(const Plan& plan, const LayerSpec& partSpec, const Layer& part, const Layer& whole,
                        const std::vector<FeatureChange>& changes) {
    const Admission admitted = admission(requestFor(plan, partSpec), whole);
    const std::map<std::int64_t, std::size_t> inWhole = rowsByFid(whole);
    const std::map<std::int64_t, std::size_t> inPart = rowsByFid(part);
    PartChange result;
    result.undecided = admitted.undecided;
    std::vector<FeatureChange>& found = result.changes;
    for (const FeatureChange& change : changes) {
        const auto now = inWhole.find(change.fid);
        const bool belongs = now != inWhole.end() && admitted.keep[now->second] != 0;
        const bool belonged = inPart.contains(change.fid);
        if (belongs && belonged) {
            found.push_back(change);
            found.back().kind = Kind::modified;
        } else if (belongs) {
            found.push_back(entering(whole, now->second, change));
        } else if (belonged) {
            found.push_back({Kind::removed, change.fid, {}, {}});
        }
    }
    return result;
}

} // namespace merestone
