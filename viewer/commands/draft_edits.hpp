// SPDX-License-Identifier: MIT
#pragma once

#include "commands/edit_document.hpp"

#include <cstdint>
#include <vector>

namespace merestone::viewer {

// Edits of whole features, each one step to undo. All return why it cannot be done, one sentence, and then nothing has
// changed; empty when it is done.

/// A new feature of the union of other features: "make this site from these parcels". It has no attributes but an id.
QString makeFeature(EditDocument& document, const QString& layer, const Layer& source,
                    const std::vector<std::uint32_t>& rows);
/// Features of one layer made into one. The first of them stays, with its id and all its attributes.
QString mergeFeatures(EditDocument& document, const QString& layer, const std::vector<std::int64_t>& fids);
/// A feature split along a line. The largest piece stays the feature; the others are new ones, with copies of all its
/// attributes but its id, for somebody to share out.
QString splitFeature(EditDocument& document, const QString& layer, std::int64_t fid, const PackedGeometry& line);
/// A hole in a feature.
QString cutHole(EditDocument& document, const QString& layer, std::int64_t fid, const PackedGeometry& ring);

} // namespace merestone::viewer
