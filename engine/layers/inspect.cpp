// SPDX-License-Identifier: MIT
#include "layers/inspect.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "layers/crs_fit.hpp"
#include "layers/field_summary.hpp"
#include "layers/layer_notes.hpp"
#include "layers/layer_reader.hpp"
#include "layers/source_path.hpp"

#include <algorithm>

namespace merestone {

namespace {

std::vector<std::string> layersOf(const LayerRequest& request, const RunContext& context) {
    GdalMessages messages;
    const OpenedSource source = openDataset(request, context, messages);
    return layerNames(source);
}

/// Guesses when the CRS is missing or cannot be right.
void addGuesses(InspectedLayer& result, LayerReader& reader) {
    const std::vector<Point> points = reader.sample();
    if (!points.empty()) {
        result.guesses = guessCrs(points);
        result.notes.push_back({"crs.guess", guessText(result.guesses) + "; " + guessRemedy(result.guesses), 0});
    }
}

InspectedLayer inspectLayer(const LayerRequest& request, const RunContext& context) {
    InspectedLayer result;
    try {
        LayerReader reader(request, context);
        result.description = reader.describe();
        LayerRequest whole = request;
        whole.allColumns = true;
        whole.needsGeometry = reader.hasGeometry();
        try {
            LayerReader wholeReader(whole, context);
            result.layer = wholeReader.read();
        } catch (const Error& error) {
            if (error.code() == ErrorCode::cancelled) {
                throw;
            }
            result.error = error.what();
            addGuesses(result, reader);
        }
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            throw;
        }
        result.error = result.error.empty() ? error.what() : result.error;
    }
    if (result.layer) {
        const std::vector<LayerNote>& notes = result.layer->info().notes;
        result.notes.insert(result.notes.end(), notes.begin(), notes.end());
        for (const Column& column : result.layer->columns()) {
            result.fields.push_back(summarise(column));
        }
        const auto duplicate =
            std::find_if(notes.begin(), notes.end(), [](const LayerNote& note) { return note.code == "id.duplicate"; });
        result.duplicateIds = duplicate == notes.end() ? 0 : duplicate->count;
    }
    sortNotes(result.notes);
    return result;
}

} // namespace

std::vector<InspectedLayer> inspectSource(const LayerRequest& request, const RunContext& context) {
    std::vector<InspectedLayer> results;
    if (!request.sourceLayer.empty()) {
        results.push_back(inspectLayer(request, context));
        return results;
    }
    std::vector<std::string> names;
    try {
        names = layersOf(request, context);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            throw;
        }
        results.emplace_back();
        results.back().description.path = isDatabase(request) ? requestPlace(request) : request.source;
        results.back().error = error.what();
        return results;
    }
    for (const std::string& name : names) {
        LayerRequest one = request;
        one.sourceLayer = names.size() > 1 ? name : std::string();
        results.push_back(inspectLayer(one, context));
    }
    return results;
}

} // namespace merestone
