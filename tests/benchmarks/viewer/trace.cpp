// SPDX-License-Identifier: MIT
// merestone_viewer_trace PLAN: opens a plan in the real window, without a screen, uses it as people do, and says for
// each phase how long the longest turns of the GUI thread's event loop were and in what event. Nothing is saved.
#include "report.hpp"
#include "turn_watch.hpp"
#include "visit.hpp"

#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <clocale>
#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: merestone_viewer_trace PLAN\n", stderr);
        return 2;
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir settings; // those of the user stay as they are
    qputenv("XDG_STATE_HOME", settings.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    try {
        merestone::benchmark::TurnWatch watch(argc, argv);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        std::setlocale(LC_NUMERIC, "C");
        merestone::benchmark::Visit visit(watch, QFileInfo(QString::fromLocal8Bit(argv[1])).absoluteFilePath());
        visit.run();
        merestone::benchmark::tellMemory();
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "merestone_viewer_trace: %s\n", error.what());
    }
    return 2;
}
