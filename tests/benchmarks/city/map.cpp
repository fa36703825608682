// SPDX-License-Identifier: MIT
// merestone_map_benchmark PLAN [PICTURE.png]: how long drawing takes, the whole extent and steps of 100 m at 1 km
// across, at 1600 x 1000 pixels, each drawn anew and with what is kept of the last pictures, as the viewer draws. CPU
// seconds of the drawing thread, which other programs on the machine disturb least.
#include "cartography/draw_map.hpp"
#include "cartography/retained_map.hpp"
#include "plan/pack.hpp"
#include "plan/read_plan.hpp"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace merestone;
using namespace merestone::map;

constexpr int kWidth = 1600;
constexpr int kHeight = 1000;
constexpr int kRedraws = 7;
constexpr int kSteps = 40;

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double residentMebibytes() {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("VmRSS:", 0) == 0) {
            return std::stod(line.substr(6)) / 1024.0;
        }
    }
    return 0.0;
}

double drawn(QImage& image, const MapScene& scene, const MapView& view, const DrawOptions& options = {}) {
    const double start = threadMilliseconds();
    QPainter painter(&image);
    drawMap(painter, scene, view, theme(ThemeKind::light), {}, options);
    painter.end();
    return threadMilliseconds() - start;
}

double drawn(RetainedMap& map, QImage& image, const MapScene& scene, const MapView& view) {
    const double start = threadMilliseconds();
    image = map.draw(scene, view, theme(ThemeKind::light));
    return threadMilliseconds() - start;
}

void tell(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %7.1f ms   best %7.1f ms   worst %7.1f ms\n", what, times[times.size() / 2],
                times.front(), times.back());
}

void measureWhole(const MapScene& scene, QImage& image, const MapView& whole) {
    std::printf("%-34s %14.1f ms\n", "whole extent, first time", drawn(image, scene, whole));
    RetainedMap map;
    drawn(map, image, scene, whole);
    std::vector<double> anew;
    std::vector<double> kept;
    for (int i = 0; i < kRedraws; ++i) {
        anew.push_back(drawn(image, scene, whole));
        kept.push_back(drawn(map, image, scene, whole));
    }
    tell("whole extent anew", anew);
    tell("whole extent, layers kept", kept);
}

void measureSteps(const MapScene& scene, QImage& image, MapView near) {
    DrawOptions noLabels;
    noLabels.labels = false;
    RetainedMap map;
    drawn(map, image, scene, near);
    QImage other(image.size(), image.format());
    std::vector<double> anew;
    std::vector<double> bare;
    std::vector<double> steps;
    for (int i = 0; i < kSteps; ++i) {
        near = near.panned({-100.0 / near.metresPerUnit, (i % 4 - 1.5) * 10});
        steps.push_back(drawn(map, image, scene, near));
        anew.push_back(drawn(other, scene, near));
        bare.push_back(drawn(other, scene, near, noLabels));
    }
    tell("1 km across, drawn anew", anew);
    tell("the same without labels", bare);
    tell("step of 100 m, 1 km across", steps);
    std::printf("%.0f MiB of pictures kept\n", static_cast<double>(map.bytes()) / (1024.0 * 1024.0));
}

void measure(const MapScene& scene, QImage& image) {
    const MapView whole = MapView::fitting(scene.bounds(), QSizeF(kWidth, kHeight), 0.0);
    measureWhole(scene, image, whole);
    MapView near = whole;
    near.metresPerUnit = 1000.0 / kWidth;
    measureSteps(scene, image, near);
}

int run(const std::string& planFile, const char* picture) {
    CheckOptions options;
    options.scope = Scope::everything;
    options.loadEverything = true;
    const std::vector<std::filesystem::path> folders = pluginFolders();
    Checker checker(readPlan(planFile, loadPacks(folders)), options);
    checker.load({{}, {}, std::max(1U, std::thread::hardware_concurrency())});
    const ScenePtr scene = makeScene(checker, nullptr);
    QImage image(kWidth, kHeight, QImage::Format_ARGB32_Premultiplied);
    std::printf("%zu layers, %.0f MiB before drawing\n", scene->layers.size(), residentMebibytes());
    measure(*scene, image);
    std::printf("%.0f MiB after drawing\n", residentMebibytes());
    return picture == nullptr || image.save(QString::fromLocal8Bit(picture)) ? 0 : 2;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    std::setlocale(LC_ALL, "C");
    if (argc < 2) {
        std::fputs("usage: merestone_map_benchmark PLAN [PICTURE.png]\n", stderr);
        return 2;
    }
    try {
        return run(argv[1], argc > 2 ? argv[2] : nullptr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 2;
}
