// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/layer_request.hpp"
#include "cli/result_output.hpp"
#include "exchange/inspect_report.hpp"
#include "layers/database_name.hpp"
#include "layers/inspect.hpp"

#include <algorithm>

namespace merestone::cli {

namespace {

bool isPlanFile(const std::filesystem::path& file) {
    const std::string extension = lowered(file.extension().string());
    return extension == ".yaml" || extension == ".yml";
}

std::vector<LayerRequest> requestsFor(const Options& options) {
    std::vector<LayerRequest> requests;
    for (const std::string& target : options.targets) {
        if (isPlanFile(target)) {
            const Plan plan = planFor(options, target);
            for (const LayerSpec& layer : plan.layers) {
                requests.push_back(wholeLayer(layer, plan));
            }
        } else {
            LayerRequest request;
            request.name = isDatabaseName(target) ? shownDatabaseName(target) : target; // no password
            request.source = target;
            request.baseDirectory = ".";
            request.allColumns = true;
            requests.push_back(std::move(request));
        }
    }
    return requests;
}

/// A source that cannot be read does not keep the others from being looked at.
InspectedSource inspect(const LayerRequest& request, const RunContext& context) {
    InspectedSource source{request.name, "", {}};
    try {
        source.layers = inspectSource(request, context);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            throw;
        }
        source.error = error.what();
    }
    return source;
}

/// One line on standard error for each thing that could not be read.
bool complainAbout(const InspectedSource& source) {
    if (!source.error.empty()) {
        complain(source.error);
        return true;
    }
    bool failed = false;
    for (const InspectedLayer& layer : source.layers) {
        if (!layer.error.empty()) {
            complain(layer.error);
            failed = true;
        }
    }
    return failed;
}

} // namespace

int runInspect(const Options& options, const RunContext& context) {
    const std::vector<LayerRequest> requests = requestsFor(options);
    ResultOutput output(options.output);
    std::vector<InspectedSource> sources;
    for (const LayerRequest& request : requests) {
        context.throwIfStopped();
        context.report("looking at " + request.name,
                       static_cast<double>(sources.size()) / static_cast<double>(requests.size()));
        sources.push_back(inspect(request, context));
    }
    output.write([&](std::ostream& out) {
        if (options.format == Format::json) {
            writeInspectJson(out, sources);
        } else {
            writeInspectText(out, sources, output.style());
        }
    });
    const auto failed = std::count_if(sources.begin(), sources.end(), complainAbout);
    return failed > 0 ? 2 : 0;
}

} // namespace merestone::cli
