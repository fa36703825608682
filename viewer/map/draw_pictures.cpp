// SPDX-License-Identifier: MIT
#include "map/draw_pictures.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "cartography/furniture.hpp"
#include "cartography/map_sheet.hpp"
#include "cartography/write_map.hpp"
#include "exchange/descriptor_stream.hpp"
#include "exchange/json_writer.hpp"
#include "exchange/publish.hpp"
#include "map/draw_plan.hpp"
#include "map/load_plan.hpp"
#include "map/picture_request.hpp"

#include <QPainter>

#include <atomic>
#include <unistd.h>

namespace merestone::map {

namespace {

constexpr double kUnitsPerMm = MapView::kScreenUnitsPerMm;
constexpr double kBarMost = 0.3; ///< of the width of a picture
constexpr double kBarInset = 8;  ///< units from the corner

SheetOptions sheetOf(const PictureRequest& picture, const LoadedPlan& loaded, const std::string& plan) {
    SheetOptions sheet;
    sheet.sizeMm = QSizeF(picture.width, picture.height) / kUnitsPerMm;
    sheet.furniture = picture.furniture;
    if (!picture.box.empty()) {
        sheet.box = {picture.box[0], picture.box[1], picture.box[2], picture.box[3]};
    }
    if (!picture.finding.empty()) {
        sheet.finding = markOf(*loaded.scene, picture.finding, plan);
        sheet.box = picture.box.empty() ? surroundings(*loaded.scene, *sheet.finding) : sheet.box;
        sheet.heading = QString::fromStdString(loaded.run->findings[*sheet.finding].message);
    }
    return sheet;
}

/// A scale bar on a patch of its own in the lower left corner.
void drawBar(QPainter& painter, const SheetLayout& layout, const Theme& colours) {
    const double most = layout.map.width() * kBarMost;
    const double length = roundLength(most * layout.view.metresPerUnit) / layout.view.metresPerUnit;
    QColor patch = colours.background;
    patch.setAlpha(225);
    constexpr double kHeight = 32;
    constexpr double kForText = 44;
    painter.fillRect(QRectF(layout.map.left(), layout.map.bottom() - kHeight, length + kForText, kHeight), patch);
    drawScaleBar(painter, layout.view, colours, QPointF(layout.map.left() + kBarInset, layout.map.bottom() - kBarInset),
                 most);
}

SheetLayout drawOne(const PictureRequest& picture, const LoadedPlan& loaded, const cli::Options& options,
                    const std::stop_token& stop) {
    const SheetOptions sheet = sheetOf(picture, loaded, options.targets.front());
    const SheetLayout layout = layOut(*loaded.scene, sheet, kUnitsPerMm, picture.ratio);
    Paper paper;
    paper.kind = *fileKindOf(picture.file);
    paper.sizeMm = sheet.sizeMm;
    paper.unitsPerMm = kUnitsPerMm;
    paper.pixelsPerUnit = picture.ratio;
    paper.mostColours = picture.mostColours;
    paper.title = sheet.heading.isEmpty() ? loaded.scene->title : sheet.heading;
    const Theme& colours = theme(themeOf(options.map.theme));
    publishFile(std::filesystem::path(options.output) / picture.file, [&](const std::filesystem::path& file) {
        writeMap(file, paper, [&](QPainter& painter) {
            if (!drawSheet(painter, *loaded.scene, layout, sheet, colours, stop)) {
                throw Error(ErrorCode::cancelled, "stopped");
            }
            if (!picture.furniture && picture.scaleBar) {
                drawBar(painter, layout, colours);
            }
        });
    });
    return layout;
}

void writeNumbers(JsonWriter& json, const char* name, std::initializer_list<double> numbers) {
    json.key(name);
    json.beginArray();
    for (const double number : numbers) {
        json.value(number);
    }
    json.endArray();
}

void writeAnswer(const std::vector<PictureRequest>& pictures, const std::vector<SheetLayout>& layouts) {
    DescriptorStream out(STDOUT_FILENO, "standard output");
    JsonWriter json(out);
    json.beginObject();
    json.key("pictures");
    json.beginArray();
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const QRectF& map = layouts[i].map;
        const Box box = layouts[i].view.box();
        json.onOneLine();
        json.beginObject();
        json.member("file", pictures[i].file);
        writeNumbers(json, "map", {map.x(), map.y(), map.width(), map.height()});
        writeNumbers(json, "box", {box.minX, box.minY, box.maxX, box.maxY});
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.finish();
    out.finish();
}

} // namespace

void drawPictures(const cli::Options& options, const RunContext& context) {
    const cli::MapOptions& map = options.map;
    if (map.width != 0 || map.height != 0 || map.scaleDenominator != 0.0 || !map.finding.empty() || !map.box.empty() ||
        !map.layers.empty() || map.plain || map.noFindings || map.noLabels) {
        throw Error(ErrorCode::usage,
                    "--batch: what is shown and how large stands in the file; of the options that say "
                    "so only --theme goes with it");
    }
    const PicturesRequest request = readPicturesRequest(options.map.request);
    if (std::error_code error; !std::filesystem::is_directory(options.output, error)) {
        throw Error(ErrorCode::output, printable(options.output) + ": is no folder; make it first");
    }
    const LoadedPlan loaded = loadPlan(options, request.run, context);
    std::vector<SheetLayout> layouts(request.pictures.size());
    std::atomic<std::size_t> done = 0;
    parallelFor(request.pictures.size(), 1, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            layouts[i] = drawOne(request.pictures[i], loaded, options, context.stop);
            const auto share = static_cast<double>(++done) / static_cast<double>(request.pictures.size());
            context.report("drawing", share);
        }
    });
    writeAnswer(request.pictures, layouts);
}

} // namespace merestone::map
