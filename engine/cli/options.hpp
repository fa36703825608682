// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace merestone::cli {

enum class Command {
    check,
    compare,
    verify,
    inspect,
    exportPlan,
    report,
    rulesList,
    rulesShow,
    rulesTest,
    newPlan,
    submission,
    map
};
enum class Format { text, json, markdown, junit, sarif, csv, html };
enum class Reach { area, everything };

enum class MapTheme { light, dark, highContrast };
enum class MapPage { a4, a4Portrait, a3, a3Portrait };

/// What `merestone map` draws, and how large.
struct MapOptions {
    std::vector<std::string> layers; ///< only these; empty: all that are shown by default
    std::string finding;             ///< key of the finding to show; empty: the whole plan
    std::string base;                ///< raster file beneath the plan; empty: none
    std::string baseLicence;         ///< of it, told on the map
    std::string request;             ///< --batch FILE: the pictures to draw; empty: the one that the rest describes
    MapTheme theme = MapTheme::light;
    MapPage page = MapPage::a4;
    double scaleDenominator = 0.0; ///< 2500 of 1:2500; 0: as large as the page allows
    std::vector<double> box;       ///< west, south, east, north in CRS metres; empty: the neighbourhood area
    unsigned width = 0;            ///< pixels; 0: the page decides
    unsigned height = 0;
    unsigned dotsPerInch = 150; ///< of a PNG of a page
    bool plain = false;         ///< the map alone, without title, legend and scale bar
    bool noFindings = false;
    bool noLabels = false;
};

/// What a command line asks for, as it was written and checked for form; defaults are those of the program.
struct Options {
    Command command = Command::check;

    std::vector<std::string> targets; ///< PLAN...; OLD NEW; RUN [PLAN]; PLAN|FILE...; ID; PATH...; DIR

    // check
    std::vector<std::string> policies;
    std::vector<std::string> rules;
    Reach scope = Reach::area;
    Severity failOn = Severity::must;
    std::string saveFolder;           ///< or a database, "PG:…"
    std::string schema = "merestone"; ///< of that database
    std::string baseline;             ///< the JSON of an earlier run; empty: none
    std::string today;
    std::size_t maxFindings = 10;
    bool listAll = false;
    std::size_t memoryMebibytes = 0;
    bool hashInputs = false;
    bool reproducible = false;

    // compare
    std::string layerFile; ///< --layer FILE; empty: none is written

    // export
    std::string exportFolder;
    std::vector<std::string> exportFormats; ///< gpkg, shapefile, geojson, csv, planning-data; empty: all
    bool wholeLayers = false;

    // report
    std::size_t mostPictures = 100; ///< of findings; 0: no maps at all

    // rules
    bool mutate = false;
    std::string equivalentChanges; ///< --equivalent FILE; empty: none
    std::string topic;
    std::string catalogue;
    std::string search;
    std::string picture; ///< --picture FILE; empty: none is drawn
    std::string scene;   ///< of the picture; empty: the one that shows most

    MapOptions map;
    bool starter = false; ///< new --starter

    // several commands
    Format format = Format::text;
    std::string output;                   ///< -o FILE; empty or "-": standard output
    unsigned jobs = 0;                    ///< 0: as many as the machine has hardware threads
    std::vector<std::string> pluginPaths; ///< besides the usual folders
    unsigned measureSeconds = 600;        ///< that a measure of a plugin may take; 0: for ever
    bool allowOutside = false;
    bool quiet = false;
};

} // namespace merestone::cli
