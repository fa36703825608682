// SPDX-License-Identifier: MIT
#include "app/automation.hpp"
#include "app/main_window.hpp"
#include "translations/language.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QRegularExpression>
#include <QSettings>
#include <QTextStream>

#include <algorithm>
#include <clocale>
#include <string_view>

namespace {

constexpr int kCouldNotRun = 2;

int complain(const QString& text) {
    QTextStream(stderr) << QStringLiteral("merestone-viewer: ") << text << Qt::endl;
    return kCouldNotRun;
}

void addOptions(QCommandLineParser& parser) {
    const auto text = [](const char* english) { return QCoreApplication::translate("main", english); };
    parser.setApplicationDescription(
        text(QT_TRANSLATE_NOOP("main", "Shows a neighbourhood plan and its findings on a map.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("PLAN"), text(QT_TRANSLATE_NOOP("main", "plan file to open")),
                                 QStringLiteral("[PLAN]"));
    parser.addOptions({
        {QStringLiteral("screenshot"), text(QT_TRANSLATE_NOOP("main", "save a picture of the window and quit")),
         QStringLiteral("FILE")},
        {QStringLiteral("check-and-quit"), text(QT_TRANSLATE_NOOP("main", "quit with the exit status of the check"))},
        {QStringLiteral("finding"), text(QT_TRANSLATE_NOOP("main", "show this finding first")), QStringLiteral("KEY")},
        {QStringLiteral("size"), text(QT_TRANSLATE_NOOP("main", "size of the window, such as 1600x1000")),
         QStringLiteral("WxH")},
        {QStringLiteral("theme"), text(QT_TRANSLATE_NOOP("main", "light, dark or high-contrast")),
         QStringLiteral("NAME")},
        {QStringLiteral("language"), text(QT_TRANSLATE_NOOP("main", "language of the window, such as pl")),
         QStringLiteral("CODE")},
        {QStringLiteral("today"), text(QT_TRANSLATE_NOOP("main", "the day that waivers are judged by")),
         QStringLiteral("DATE")},
        {QStringLiteral("allow-outside"),
         text(QT_TRANSLATE_NOOP("main", "let the plan's sources lie outside its folder"))},
    });
}

/// Errands and questions need no screen. Without one, anything else is told in one line; Qt would abort.
bool chooseScreen(int argc, char** argv) {
    const bool hasScreen = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
                           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (hasScreen) {
        return true;
    }
    const bool needsNone = std::any_of(argv + 1, argv + argc, [](const char* argument) {
        const std::string_view text(argument);
        return text == "--check-and-quit" || text.substr(0, 12) == "--screenshot" || text == "--help" || text == "-h" ||
               text == "--version" || text == "-v";
    });
    if (needsNone) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    return needsNone;
}

void restoreWindow(QMainWindow& window) {
    const QSettings settings;
    window.resize(1400, 900);
    window.restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    window.restoreState(settings.value(QStringLiteral("window/state")).toByteArray());
}

} // namespace

int main(int argc, char** argv) {
    if (!chooseScreen(argc, argv)) {
        return complain(QStringLiteral("there is no screen; run it in a desktop session, or with --screenshot FILE"));
    }
    QApplication application(argc, argv);
    // QApplication takes over the user's locale for C functions, too; files and figures must not depend on it.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setOrganizationName(QStringLiteral("Merestone"));
    QApplication::setApplicationName(QStringLiteral("merestone-viewer"));
    QApplication::setApplicationVersion(QStringLiteral(MERESTONE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("merestone-viewer"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/merestone.svg")));
    const QString language = merestone::viewer::languageOption(argc, argv);
    const QString noLanguage =
        merestone::viewer::speak(application, language.isEmpty() ? merestone::viewer::chosenLanguage() : language);
    if (!noLanguage.isEmpty() && !language.isEmpty()) { // one that was chosen once may be gone by now
        return complain(QStringLiteral("--language: ") + noLanguage);
    }
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);

    const auto value = [&parser](const char* name) { return parser.value(QLatin1String(name)); };
    const merestone::viewer::Errand errand{value("screenshot"), value("finding"),
                                           parser.isSet(QStringLiteral("check-and-quit"))};
    if (parser.positionalArguments().size() > 1) {
        return complain(QStringLiteral("one plan at a time; name one file"));
    }
    if (parser.positionalArguments().isEmpty() && errand.checkAndQuit) {
        return complain(QStringLiteral("--check-and-quit: name the plan to check"));
    }
    const auto theme =
        merestone::map::themeNamed(parser.isSet(QStringLiteral("theme")) ? value("theme") : QStringLiteral("light"));
    if (!theme) {
        return complain(QStringLiteral("--theme: '%1' is none of light, dark, high-contrast").arg(value("theme")));
    }
    const QRegularExpressionMatch size =
        QRegularExpression(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$")).match(value("size"));
    if (parser.isSet(QStringLiteral("size")) && !size.hasMatch()) {
        return complain(QStringLiteral("--size: '%1' is not a size such as 1600x1000").arg(value("size")));
    }

    merestone::viewer::MainWindow window;
    window.setTheme(*theme);
    if (errand.any()) {
        window.setUnattended();
    }
    if (size.hasMatch()) {
        window.resize(size.captured(1).toInt(), size.captured(2).toInt());
    } else {
        restoreWindow(window);
    }
    window.show();
    window.session().setToday(value("today"));
    if (!parser.positionalArguments().isEmpty()) {
        merestone::viewer::OpenOptions options;
        options.allowOutside = parser.isSet(QStringLiteral("allow-outside"));
        window.openPlan(parser.positionalArguments().constFirst(), options);
    }
    if (parser.positionalArguments().isEmpty() && !errand.any()) {
        window.offerGuide();
    }
    if (errand.any()) {
        new merestone::viewer::Automation(window, errand); // belongs to the window
    }
    return QApplication::exec();
}
