// SPDX-License-Identifier: MIT
#pragma once

#include "layers/geometry_intake.hpp"
#include "layers/open_dataset.hpp"

#include <vector>

namespace merestone {

// What reading noticed, in sentences. Each adds its notes to the list.

void addGeometryNotes(std::vector<LayerNote>& notes, const GeometryIntake::Counts& counts,
                      const ValidityReport& validity);
void addValueNotes(std::vector<LayerNote>& notes, const std::vector<ColumnBuilder>& columns);
void addEncodingNotes(std::vector<LayerNote>& notes, std::size_t replaced);
/// For a shapefile that does not say its encoding: whether its texts look like another one.
void addEncodingGuess(std::vector<LayerNote>& notes, const OpenedSource& source, const LayerRequest& request,
                      const std::vector<Column>& columns);
/// Ids that stand more than once, with examples, and ids that are missing. Returns how many are repeated.
std::size_t addIdNotes(std::vector<LayerNote>& notes, const std::vector<Column>& columns, const std::string& idField);
inline constexpr const char* kUndecidedNote = "where.undecided";
/// Features that were left out because the layer's `where` is unknown for them; nothing when there are none.
void addUndecidedNote(std::vector<LayerNote>& notes, std::size_t count);
void addWarnings(std::vector<LayerNote>& notes, const GdalMessages& messages);

/// Gravest first; within one gravity in the order in which they were noticed.
void sortNotes(std::vector<LayerNote>& notes);

/// Takes the features refused at the gate into the report of the check that came after it.
void mergeRefused(const std::vector<GeometryDefect>& refused, ValidityReport& validity);

/// Keeps of features, ids and states those whose `keep` is not 0.
void keepRows(const std::vector<char>& keep, PackedGeometry& geometry, std::vector<std::int64_t>& fids,
              ValidityReport& validity);

} // namespace merestone
