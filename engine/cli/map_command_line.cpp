// SPDX-License-Identifier: MIT
#include "cli/choice.hpp"
#include "cli/command_line.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace merestone::cli {

namespace {

constexpr double kLeastScale = 10;
constexpr double kMostScale = 10e6;
constexpr unsigned kMostPixels = 20000;
constexpr unsigned kLeastDots = 30;
constexpr unsigned kMostDots = 600;

constexpr const char* kMapExamples = R"(Examples:
  merestone map plan.yaml -o map.png
  merestone map plan.yaml -o policies-map.pdf --page a3 --scale 1:2500
  merestone map plan.yaml -o S2.svg --finding "H1.density|sites:S2"      a finding with its surroundings
  merestone map plan.yaml -o plain.png --width 1600 --height 1000 --plain --theme dark

The file's ending says what is written: .png, .svg or .pdf. The keys of findings are in `merestone check --format json`.)";

/// The whole text as a number, in the C locale; nothing for anything else.
bool readNumber(const std::string& text, double& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

void readScale(const std::string& text, double& scale) {
    std::string number = text.rfind("1:", 0) == 0 ? text.substr(2) : text;
    number.erase(std::remove(number.begin(), number.end(), ','), number.end());
    if (!readNumber(number, scale) || scale < kLeastScale || scale > kMostScale) {
        throw CLI::ValidationError("--scale", "'" + text + "' is no scale such as 1:2500");
    }
}

void readBox(const std::string& text, std::vector<double>& box) {
    box.clear();
    std::size_t begin = 0;
    bool good = true;
    while (good && begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        good = readNumber(text.substr(begin, end - begin), box.emplace_back());
        begin = end + 1;
    }
    if (!good || box.size() != 4 || box[0] >= box[2] || box[1] >= box[3]) {
        throw CLI::ValidationError("--bbox",
                                   "'" + text + "' is no box; write WEST,SOUTH,EAST,NORTH in metres of the plan's CRS");
    }
}

void addNumber(CLI::App& command, const std::string& name, unsigned least, unsigned most, unsigned& target,
               const std::string& type, const std::string& help) {
    const auto read = [&target, name, least, most](const std::string& text) {
        double value = 0;
        if (!readNumber(text, value) || value < least || value > most || value != std::floor(value)) {
            throw CLI::ValidationError(name, "'" + text + "' is not a number from " + std::to_string(least) + " to " +
                                                 std::to_string(most));
        }
        target = static_cast<unsigned>(value);
    };
    CLI::Option* option = command.add_option_function<std::string>(name, read, help)->type_name(type);
    if (target != 0) {
        option->default_str(std::to_string(target));
    }
}

} // namespace

void CommandLine::defineMap() {
    CLI::App& map = *m_app->add_subcommand("map", "Draw a map of a plan and its findings, as PNG, SVG or PDF");
    MapOptions& options = m_options.map;
    map.add_option_function<std::string>(
           "PLAN", [this](const std::string& text) { m_options.targets = {text}; }, "The plan file")
        ->required()
        ->type_name("");
    map.add_option("-o,--output", m_options.output, "The file to write: .png, .svg or .pdf; with --batch a folder")
        ->type_name("FILE")
        ->required();
    addChoice<MapPage>(map, "--page", options.page,
                       {{"a4", MapPage::a4},
                        {"a4-portrait", MapPage::a4Portrait},
                        {"a3", MapPage::a3},
                        {"a3-portrait", MapPage::a3Portrait}},
                       "Size of the page");
    map.add_option_function<std::string>(
           "--scale", [&options](const std::string& text) { readScale(text, options.scaleDenominator); },
           "Scale on paper, such as 1:2500")
        ->type_name("SCALE")
        ->default_str("as large as fits");
    map.add_option_function<std::string>(
           "--bbox", [&options](const std::string& text) { readBox(text, options.box); },
           "What to show: WEST,SOUTH,EAST,NORTH in metres of the plan's CRS")
        ->type_name("BOX")
        ->default_str("the neighbourhood area");
    map.add_option("--layer", options.layers, "Only this layer; repeatable")
        ->type_name("NAME")
        ->allow_extra_args(false);
    map.add_option("--finding", options.finding, "Show this finding with its surroundings")->type_name("KEY");
    CLI::Option* base =
        map.add_option("--base", options.base, "Lay this picture beneath the plan: GeoTIFF, MBTiles or a WMTS file")
            ->type_name("FILE");
    map.add_option("--base-licence", options.baseLicence, "Licence of that picture, told on the map")
        ->type_name("TEXT")
        ->needs(base);
    addChoice<MapTheme>(
        map, "--theme", options.theme,
        {{"light", MapTheme::light}, {"dark", MapTheme::dark}, {"high-contrast", MapTheme::highContrast}}, "Colours");
    addNumber(map, "--width", 1, kMostPixels, options.width, "PIXELS", "Width in pixels, instead of a page");
    addNumber(map, "--height", 1, kMostPixels, options.height, "PIXELS", "Height in pixels, instead of a page");
    addNumber(map, "--dpi", kLeastDots, kMostDots, options.dotsPerInch, "N", "Dots per inch of a PNG of a page");
    map.add_option("--batch", options.request, "Draw the pictures that this JSON file lists into the folder of -o")
        ->type_name("FILE");
    map.add_flag("--plain", options.plain, "The map alone: no title, legend, scale bar, north arrow");
    map.add_flag("--no-findings", options.noFindings, "Check nothing, and show no findings");
    map.add_flag("--no-labels", options.noLabels, "Write no names on the map");
    map.add_option("--today", m_options.today, "Date that waivers are judged by, such as 2026-09-01")
        ->type_name("DATE")
        ->default_str("the system's date");
    map.add_flag("--allow-outside", m_options.allowOutside, "Let the plan name data outside its own folder");
    definePlugins(map);
    defineRun(map);
    map.footer(kMapExamples);
    map.final_callback([this] { m_options.command = Command::map; });
}

} // namespace merestone::cli
