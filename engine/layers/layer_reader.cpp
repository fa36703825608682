// SPDX-License-Identifier: MIT
#include "layers/layer_reader.hpp"

#include "base/text.hpp"
#include "geometry/kernels.hpp"
#include "layers/layer_notes.hpp"
#include "layers/source_pool_state.hpp"

#include <algorithm>
#include <limits>
#include <new>

namespace merestone {

namespace {

constexpr std::size_t kBatch = 2048; // its WKB stays in the processor's cache
constexpr std::size_t kSampleRows = 256;
constexpr std::size_t kPointsOfEach = 8;

std::uintmax_t mostRows(const OpenedSource& source) {
    constexpr std::uintmax_t kLeastRowBytes = 8;
    constexpr std::uintmax_t kOfDatabase = 1'000'000;
    return source.file.size == 0 ? kOfDatabase : std::max<std::uintmax_t>(source.file.size / kLeastRowBytes, 1);
}

OpenedSource openOrTake(const LayerRequest& request, const RunContext& context, SourcePool* pool,
                        GdalMessages& messages) {
    if (pool != nullptr) {
        if (std::optional<OpenedSource> open = pool->state().take(request, context)) {
            return std::move(*open);
        }
    }
    return openDataset(request, context, messages);
}

} // namespace

/// What has been read so far. Columns stand in the order of `positions`: first those asked for, then those that only
/// the condition reads.
struct LayerReader::Rows {
    std::vector<int> positions;
    std::size_t wanted = 0; ///< so many of them go into the layer
    std::vector<ColumnBuilder> columns;
    std::vector<std::int64_t> fids;
    GeometryIntake intake;
    bool withGeometry = true;
    std::size_t seen = 0; ///< rows that the source handed out
    PackedGeometry geometry;
    ValidityReport validity;
    std::vector<LayerNote> notes;

    Rows(const ResolvedCrs& crs, const std::optional<Box>& window)
        : intake(crs.operation.get(), crs.swapAxes, window) {}
};

LayerReader::LayerReader(const LayerRequest& request, const RunContext& context, SourcePool* pool)
    : m_request(request), m_context(context), m_pool(pool), m_source(openOrTake(request, context, pool, m_messages)),
      m_layer(selectLayer(m_source, request)), m_fields(sourceFields(m_source, m_layer, context)),
      m_hasGeometry(OGR_L_GetGeomType(m_layer) != wkbNone), m_statedCount(OGR_L_GetFeatureCount(m_layer, FALSE)) {
    const bool named = !request.xField.empty() || !request.yField.empty() || !request.wktField.empty();
    if (named || !m_hasGeometry) {
        m_tableShape = findTableShape(request, m_fields, m_layer);
    }
    throwOnFailure();
}

void LayerReader::giveBack() {
    if (m_pool != nullptr) {
        m_pool->state().give(m_request, std::move(m_source));
    }
}

void LayerReader::throwOnFailure() const {
    m_context.throwIfStopped();
    if (m_source.guard && m_source.guard->timedOut()) {
        failRequest(m_request,
                    "a query stored in the file does not come to an end: export the layer to a new GeoPackage");
    }
    if (m_messages.outOfMemory()) {
        throw std::bad_alloc();
    }
    if (m_messages.failed() && m_source.format == Format::postgres) {
        failRequest(m_request, "reading from the database failed (" + m_messages.failure() +
                                   "): check the server, then run again");
    }
    if (m_messages.failed()) {
        failRequest(m_request, "reading " + std::string(formatTitle(m_source.format)) + " failed (" +
                                   m_messages.failure() + "): export it again from the program that made it");
    }
}

RowQuery LayerReader::query() const {
    RowQuery query;
    query.tableShape = m_tableShape;
    query.tableFields = m_fields;
    if (m_source.format != Format::shapefile && m_source.format != Format::zip) {
        query.encoding = m_request.encoding; // GDAL recodes those two itself
    }
    return query;
}

std::vector<Point> LayerReader::sample() {
    std::vector<Point> points;
    if (!hasGeometry()) {
        return points;
    }
    RowBatch batch;
    std::vector<ColumnBuilder> none;
    const std::unique_ptr<RowSource> source = openRows(m_request, m_source, m_layer, query(), m_context);
    source->next(batch, none, kSampleRows);
    throwOnFailure();
    GeometryIntake intake(nullptr, false, std::nullopt);
    std::vector<char> keep(batch.size(), 1);
    intake.add(batch, keep, m_context);
    const PackedGeometry geometry = intake.takeGeometry();
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        const std::span<const Point> all = geometry.points(row);
        points.insert(points.end(), all.begin(),
                      all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kPointsOfEach)));
    }
    return points;
}

void LayerReader::requireGeometry() const {
    if (!m_request.needsGeometry || hasGeometry()) {
        return;
    }
    std::string list;
    for (const SourceField& field : m_fields) {
        list += (list.empty() ? "" : ", ") + printable(field.name);
    }
    failRequest(m_request, "it has no geometry, and no columns called x and y, easting and northing, longitude and "
                           "latitude, or wkt; name them with `x:` and `y:` or `wkt:` (there are: " +
                               list + ")");
}

std::size_t LayerReader::count() {
    if (m_request.window) {
        const Box box = windowInSource(m_request, m_crs).value_or(*m_request.window);
        OGR_L_SetSpatialFilterRect(m_layer, box.minX, box.minY, box.maxX, box.maxY);
    }
    const long long count = OGR_L_GetFeatureCount(m_layer, TRUE);
    OGR_L_SetSpatialFilter(m_layer, nullptr);
    throwOnFailure();
    return static_cast<std::size_t>(std::max(count, 0LL));
}

LayerPtr LayerReader::read() {
    requireGeometry();
    RowFilter filter(m_request, m_fields);
    const bool geometry = hasGeometry() && (m_request.needsGeometry || filter.needsArea() || m_request.window);
    if (geometry) {
        m_crs = resolveCrs(m_request, m_source, m_layer, sample());
    }
    Rows rows(m_crs, geometry ? m_request.window : std::nullopt);
    rows.withGeometry = geometry;
    rows.positions = requestedFields(m_request, m_fields);
    rows.wanted = rows.positions.size();
    for (const int position : filter.fields()) {
        if (std::find(rows.positions.begin(), rows.positions.end(), position) == rows.positions.end()) {
            rows.positions.push_back(position);
        }
    }
    RowQuery full = query();
    full.geometry = geometry;
    full.filter = filter.pushDown();
    if (geometry) {
        full.sourceBox = windowInSource(m_request, m_crs);
    }
    for (const int position : rows.positions) {
        const SourceField& field = m_fields[static_cast<std::size_t>(position)];
        full.fields.push_back(field);
        rows.columns.emplace_back(field.name, field.type);
    }
    {
        const std::unique_ptr<RowSource> source = openRows(m_request, m_source, m_layer, std::move(full), m_context);
        readRows(*source, filter, rows);
        rows.notes = source->notes();
        addEncodingNotes(rows.notes, source->replacedTexts());
    }
    rows.geometry = rows.intake.takeGeometry();
    rows.validity = checkValidity(rows.geometry, m_request.invalid, m_context);
    mergeRefused(rows.intake.refused(), rows.validity);
    filterByArea(filter, rows);

    LayerInfo layerInfo = info(rows, filter);
    std::vector<Column> columns;
    for (std::size_t i = 0; i < rows.wanted; ++i) {
        columns.push_back(rows.columns[i].take());
    }
    addEncodingGuess(layerInfo.notes, m_source, m_request, columns);
    addIdNotes(layerInfo.notes, columns, m_request.idField);
    sortNotes(layerInfo.notes);
    return std::make_shared<const Layer>(m_request.name, std::move(layerInfo), std::move(rows.geometry),
                                         std::move(columns), std::move(rows.fids), std::move(rows.validity),
                                         m_request.idField, m_request.nameField);
}

void LayerReader::readRows(RowSource& source, RowFilter& filter, Rows& rows) {
    RowBatch batch;
    std::vector<const Column*> columns;
    const bool byRow = filter.active() && !filter.needsArea();
    for (const ColumnBuilder& builder : rows.columns) {
        columns.push_back(&builder.column());
    }
    std::vector<char> keep;
    while (true) {
        const std::size_t first = rows.fids.size();
        source.next(batch, rows.columns, kBatch);
        throwOnFailure();
        if (batch.size() == 0) {
            break;
        }
        rows.seen += batch.size();
        keep.assign(batch.size(), 1);
        if (byRow) {
            filter.apply(columns, rows.positions, first, batch.fids, {}, keep);
        }
        if (rows.withGeometry) {
            rows.intake.add(batch, keep, m_context);
        } else {
            rows.intake.addEmpty(static_cast<std::size_t>(std::count(keep.begin(), keep.end(), 1)));
        }
        const bool all = std::find(keep.begin(), keep.end(), 0) == keep.end();
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (keep[i] != 0) {
                rows.fids.push_back(batch.fids[i]);
            }
        }
        if (!all) {
            for (ColumnBuilder& column : rows.columns) {
                column.compact(first, keep);
            }
        }
        if (first == 0) {
            reserve(rows);
        }
        reportProgress(rows.seen);
    }
}

void LayerReader::reserve(Rows& rows) {
    if (m_request.window || !m_request.where.empty() || m_statedCount <= static_cast<long long>(rows.fids.size())) {
        return;
    }
    const auto count = static_cast<std::size_t>(
        std::min<std::uintmax_t>(static_cast<std::uintmax_t>(m_statedCount), mostRows(m_source)));
    // From the first batch to all, with a tenth to spare: memory that is reserved and not touched costs nothing.
    constexpr std::size_t kPointBytesInFile = 16;
    const std::size_t estimate = rows.intake.pointCount() * count / std::max<std::size_t>(rows.fids.size(), 1);
    const std::size_t most = m_source.file.size == 0 ? estimate : m_source.file.size / kPointBytesInFile + kBatch;
    const bool packed = m_source.format == Format::geopackage || m_source.format == Format::shapefile ||
                        m_source.format == Format::flatgeobuf;
    rows.intake.reserve(count, packed ? std::min(estimate + estimate / 10, most) : estimate);
    rows.fids.reserve(count);
    for (ColumnBuilder& column : rows.columns) {
        column.reserve(count);
    }
}

void LayerReader::filterByArea(RowFilter& filter, Rows& rows) {
    if (!filter.active() || !filter.needsArea()) {
        return;
    }
    std::vector<double> areas(rows.geometry.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < areas.size(); ++row) {
        const GeometryState state = rows.validity.states[row];
        if (state == GeometryState::valid || state == GeometryState::repaired) {
            areas[row] = area(rows.geometry, row);
        }
    }
    std::vector<const Column*> columns;
    for (const ColumnBuilder& builder : rows.columns) {
        columns.push_back(&builder.column());
    }
    std::vector<char> keep(areas.size(), 1);
    filter.apply(columns, rows.positions, 0, rows.fids, areas, keep);
    keepRows(keep, rows.geometry, rows.fids, rows.validity);
    for (ColumnBuilder& column : rows.columns) {
        column.compact(0, keep);
    }
}

void LayerReader::reportProgress(std::size_t rows) {
    constexpr std::chrono::milliseconds kBetween{200};
    const auto now = std::chrono::steady_clock::now();
    if (!m_context.progress || now - m_lastReport < kBetween) {
        return;
    }
    m_lastReport = now;
    const double fraction =
        m_statedCount > 0 ? std::min(1.0, static_cast<double>(rows) / static_cast<double>(m_statedCount)) : 0.0;
    m_context.report("reading " + (m_request.name.empty() ? m_request.source : m_request.name), fraction);
}

LayerInfo LayerReader::info(const Rows& rows, const RowFilter& filter) const {
    LayerInfo result;
    result.source = m_request.source;
    result.sourceLayer = OGR_L_GetName(m_layer);
    result.driver = m_source.driver();
    result.crs = m_crs.source ? m_crs.source->label() : std::string();
    if (m_crs.operation) {
        result.operation = m_crs.operation->name();
        result.operationAccuracyMetres = m_crs.operation->accuracyMetres();
    }
    result.statedAccuracyMetres = m_request.statedAccuracyMetres;
    result.featuresInSource = m_statedCount >= 0 ? static_cast<std::size_t>(m_statedCount) : rows.seen;
    result.featuresRead = rows.fids.size();
    result.undecided = filter.undecided();
    result.isTable = !hasGeometry();
    result.notes = m_source.notes;
    result.notes.insert(result.notes.end(), m_crs.notes.begin(), m_crs.notes.end());
    result.notes.insert(result.notes.end(), rows.notes.begin(), rows.notes.end());
    addGeometryNotes(result.notes, rows.intake.counts(), rows.validity);
    addValueNotes(result.notes, rows.columns);
    addWarnings(result.notes, m_messages);
    const bool whole = !m_request.window && filter.pushDown().empty();
    if (whole && m_statedCount >= 0 && rows.seen != static_cast<std::size_t>(m_statedCount)) {
        result.notes.push_back({"count.disagrees",
                                "the source states " + std::to_string(m_statedCount) + " features and " +
                                    std::to_string(rows.seen) + " could be read: export it again",
                                0});
    }
    addUndecidedNote(result.notes, filter.undecided());
    return result;
}

} // namespace merestone
