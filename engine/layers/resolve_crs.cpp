// SPDX-License-Identifier: MIT
#include "layers/resolve_crs.hpp"

#include "base/text.hpp"

#include <utility>

namespace merestone {

namespace {

Crs workingCrs(const LayerRequest& request) {
    Crs working = Crs::fromText(request, request.workingCrs, "plan: crs");
    if (!working.isInMetres()) {
        failRequest(request, "the plan's `crs: " + printable(request.workingCrs) +
                                 "` is no projected CRS in metres; write a code such as EPSG:27700");
    }
    return working;
}

/// The CRS of the source's coordinates: stated, declared, or an error.
Crs sourceCrs(const LayerRequest& request, const OpenedSource& source, const std::optional<Crs>& stated,
              std::span<const Point> sample, const Crs& working, std::vector<LayerNote>& notes) {
    std::optional<Crs> declared;
    if (!request.declaredCrs.empty()) {
        declared = Crs::fromText(request, request.declaredCrs, "crs");
    }
    if (!stated && !declared) {
        const std::vector<CrsGuess> guesses = guessCrs(sample);
        failRequest(request, "no CRS; " + guessText(guesses) + "; " + guessRemedy(guesses));
    }
    if (!stated) {
        return *declared;
    }
    if (!declared || stated->isSame(*declared)) {
        return *stated;
    }
    // GeoJSON without a `crs` member is WGS 84 by its standard, not by a statement of whoever wrote it.
    const bool implied = source.format == Format::geojson && stated->isSame(Crs::fromText(request, "EPSG:4326", "crs"));
    if (implied && !crsMisfit(sample, *stated, working, nullptr).text.empty()) {
        notes.push_back(
            {"crs.declared",
             "its coordinates are no degrees, as GeoJSON would have them, so they were read as the declared " +
                 declared->label(),
             0});
        return *declared;
    }
    failRequest(request, "the file says that it is in " + stated->label() +
                             " and the plan says `crs: " + declared->label() + "`: correct whichever is wrong");
}

void noteAccuracy(const Crs& from, const Crs& to, const CoordinateOperation& operation, std::vector<LayerNote>& notes) {
    std::string text = "transformed from " + from.label() + " to " + to.label() + " by '" + operation.name() +
                       "', good to " + rounded(operation.accuracyMetres(), 2) + " m";
    if (!operation.better().empty()) {
        text += "; with its grid installed (proj-data) '" + operation.better() + "' would be good to " +
                rounded(operation.betterAccuracyMetres(), 2) + " m";
    }
    notes.push_back({"crs.accuracy", text, 0});
}

/// A layer whose axes are exchanged is projected all the same; only the window gives it away.
void checkSwappedAgainstWindow(const LayerRequest& request, OGRLayerH layer, const ResolvedCrs& crs) {
    OGREnvelope envelope;
    if (!request.window || crs.operation || OGR_L_GetExtent(layer, &envelope, FALSE) != OGRERR_NONE) {
        return;
    }
    const Box extent{envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
    const Box swapped{extent.minY, extent.minX, extent.maxY, extent.maxX};
    if (!extent.empty() && !extent.meets(*request.window) && swapped.contains(*request.window)) {
        failRequest(request, "nothing of it lies in the plan's area, and all of that would with x and y exchanged: the "
                             "axes are swapped; exchange x and y (easting comes first)");
    }
}

} // namespace

ResolvedCrs resolveCrs(const LayerRequest& request, const OpenedSource& source, OGRLayerH layer,
                       std::span<const Point> sample) {
    ResolvedCrs result;
    const Crs working = workingCrs(request);
    const std::optional<Crs> stated = Crs::ofLayer(layer);
    std::vector<Point> points(sample.begin(), sample.end());
    if (stated && stated->deliversSwapped()) {
        result.swapAxes = true;
        for (Point& p : points) {
            std::swap(p.x, p.y);
        }
    }
    Crs from = sourceCrs(request, source, stated, points, working, result.notes);
    // Before the operation is asked for: no operation may be found only because the CRS is wrong.
    Misfit misfit = crsMisfit(points, from, working, nullptr);
    if (misfit.text.empty() && !from.isSame(working)) {
        result.operation = std::make_unique<CoordinateOperation>(request, from, working);
        misfit = crsMisfit(points, from, working, result.operation.get());
        noteAccuracy(from, working, *result.operation, result.notes);
    }
    if (!misfit.text.empty() && misfit.certain) {
        failRequest(request, misfit.text);
    }
    if (!misfit.text.empty()) {
        result.notes.push_back({"crs.outside", misfit.text, 0});
    }
    result.source = std::move(from);
    checkSwappedAgainstWindow(request, layer, result);
    return result;
}

std::optional<Box> windowInSource(const LayerRequest& request, const ResolvedCrs& crs) {
    if (!request.window) {
        return std::nullopt;
    }
    Box box = *request.window;
    if (crs.operation) {
        box = crs.operation->sourceBox(box);
    } else {
        constexpr double kMarginMetres = 0.01; // indexes hold single-precision boxes, rounded outward
        box = box.grown(kMarginMetres);
    }
    if (crs.swapAxes) {
        std::swap(box.minX, box.minY);
        std::swap(box.maxX, box.maxY);
    }
    return box;
}

} // namespace merestone
