// SPDX-License-Identifier: MIT
#include "map/draw_plan.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cartography/furniture.hpp"
#include "cartography/map_sheet.hpp"
#include "cartography/write_map.hpp"
#include "cli/commands.hpp"
#include "exchange/publish.hpp"
#include "map/load_plan.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace merestone::map {

namespace {

constexpr double kVectorUnitsPerMm = MapView::kScreenUnitsPerMm;
constexpr double kPaperDots = 300.0; ///< per inch: how fine shapes on paper are
constexpr std::size_t kMostNamed = 6;

ScenePtr onlyLayers(ScenePtr scene, const std::vector<std::string>& wanted, const std::string& plan) {
    if (wanted.empty()) {
        return scene;
    }
    std::vector<std::string> known;
    for (const MapLayer& layer : scene->layers) {
        known.push_back(layer.name.toStdString());
    }
    for (const std::string& name : wanted) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            throw Error(ErrorCode::usage,
                        printable(plan) + ": has no layer '" + printable(name) + "'" + didYouMean(name, known));
        }
    }
    for (const std::string& name : known) {
        const bool visible = std::find(wanted.begin(), wanted.end(), name) != wanted.end();
        scene = withVisibility(*scene, QString::fromStdString(name), visible);
    }
    return scene;
}

Page pageOf(cli::MapPage page) {
    switch (page) {
    case cli::MapPage::a4Portrait:
        return Page::a4Portrait;
    case cli::MapPage::a3:
        return Page::a3;
    case cli::MapPage::a3Portrait:
        return Page::a3Portrait;
    case cli::MapPage::a4:
        break;
    }
    return Page::a4;
}

bool isPage(const cli::MapOptions& options) {
    return options.width == 0 && options.height == 0;
}

/// The size of the sheet: pixels as they were asked for (the other side in the shape of a page), else the page.
QSizeF sheetMillimetres(const cli::MapOptions& options) {
    const QSizeF page = pageMillimetres(pageOf(options.page));
    if (isPage(options)) {
        return page;
    }
    const double shape = page.width() / page.height();
    const double width = options.width != 0 ? options.width : std::round(options.height * shape);
    const double height = options.height != 0 ? options.height : std::round(options.width / shape);
    return QSizeF(width, height) / MapView::kScreenUnitsPerMm;
}

SheetOptions sheetOf(const cli::MapOptions& options, const MapScene& scene, const RunResult& run,
                     const std::string& plan) {
    SheetOptions sheet;
    sheet.sizeMm = sheetMillimetres(options);
    sheet.furniture = !options.plain;
    sheet.findings = !options.noFindings;
    sheet.labels = !options.noLabels;
    if (isPage(options)) {
        const bool large = options.page == cli::MapPage::a3 || options.page == cli::MapPage::a3Portrait;
        sheet.pageName = large ? QStringLiteral("A3") : QStringLiteral("A4");
    }
    if (options.scaleDenominator > 0) {
        sheet.scaleDenominator = options.scaleDenominator;
    }
    if (!options.box.empty()) {
        sheet.box = {options.box[0], options.box[1], options.box[2], options.box[3]};
    }
    if (!options.finding.empty()) {
        sheet.finding = markOf(scene, options.finding, plan);
        sheet.box = options.box.empty() ? surroundings(scene, *sheet.finding) : sheet.box;
        sheet.heading = QString::fromStdString(run.findings[*sheet.finding].message);
    }
    return sheet;
}

Paper paperOf(FileKind kind, const cli::MapOptions& options, const SheetOptions& sheet, const QString& title) {
    Paper paper;
    paper.kind = kind;
    paper.sizeMm = sheet.sizeMm;
    paper.unitsPerMm = kVectorUnitsPerMm;
    paper.title = title;
    if (kind == FileKind::png && isPage(options)) {
        paper.pixelsPerUnit = options.dotsPerInch / (kVectorUnitsPerMm * 25.4);
    }
    return paper;
}

/// What is too small to be seen on this paper, in one line.
void tellWhatIsTooSmall(const MapScene& scene, const SheetLayout& layout, const std::string& plan) {
    const std::vector<TooSmall> small = tooSmallOnPaper(scene, layout.view);
    if (small.empty()) {
        return;
    }
    std::string names;
    for (std::size_t i = 0; i < std::min(small.size(), kMostNamed); ++i) {
        names += (i == 0 ? "" : ", ") + printable(small[i].name.toStdString());
    }
    if (small.size() > kMostNamed) {
        names += " and " + std::to_string(small.size() - kMostNamed) + " more";
    }
    const double needed = std::floor(small.front().denominatorNeeded / 50.0) * 50.0;
    cli::complain(printable(plan) + ": smaller than 3 mm at " +
                  scaleText(layout.view.scaleDenominator()).toStdString() + ": " + names + "; draw at " +
                  scaleText(std::max(50.0, needed)).toStdString() + " or larger, or add a map of that part (--bbox)");
}

} // namespace

ThemeKind themeOf(cli::MapTheme theme) {
    switch (theme) {
    case cli::MapTheme::dark:
        return ThemeKind::dark;
    case cli::MapTheme::highContrast:
        return ThemeKind::highContrast;
    case cli::MapTheme::light:
        break;
    }
    return ThemeKind::light;
}

void drawPlan(const cli::Options& options, const RunContext& context) {
    const std::string& planFile = options.targets.front();
    const std::optional<FileKind> kind = fileKindOf(options.output);
    if (!kind) {
        throw Error(ErrorCode::usage, "-o: " + printable(options.output) + " must end in .png, .svg or .pdf");
    }
    if (options.map.noFindings && !options.map.finding.empty()) {
        throw Error(ErrorCode::usage, "--finding and --no-findings cannot go together");
    }
    StagedFile staged(options.output); // a place that cannot be written is told before the work
    const LoadedPlan loaded = loadPlan(options, {}, context);
    const ScenePtr scene = onlyLayers(loaded.scene, options.map.layers, planFile);
    const SheetOptions sheet = sheetOf(options.map, *scene, *loaded.run, planFile);
    const Paper paper = paperOf(*kind, options.map, sheet, scene->title);
    const double ratio = *kind == FileKind::png ? paper.pixelsPerUnit : kPaperDots / (25.4 * paper.unitsPerMm);
    const SheetLayout layout = layOut(*scene, sheet, paper.unitsPerMm, ratio);
    if (scene->bounds().empty()) {
        cli::complain(printable(planFile) + ": no layer has anything to show; the map is empty");
    }
    context.report("drawing", 0.9);
    bool done = false;
    writeMap(staged.path(), paper, [&](QPainter& painter) {
        done = drawSheet(painter, *scene, layout, sheet, theme(themeOf(options.map.theme)), context.stop);
    });
    context.throwIfStopped();
    if (!done) {
        throw Error(ErrorCode::internal, "the map was not drawn whole");
    }
    staged.commit();
    if (isPage(options.map) && !sheet.finding) {
        tellWhatIsTooSmall(*scene, layout, planFile);
    }
}

} // namespace merestone::map
