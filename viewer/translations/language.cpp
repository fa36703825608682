// SPDX-License-Identifier: MIT
#include "translations/language.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QStringList>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace merestone::viewer {

namespace {

constexpr QLatin1String kFolder(":/translations");
constexpr QLatin1String kPrefix("merestone_");
constexpr QLatin1String kSuffix(".qm");
constexpr QLatin1String kEnglish("en");
constexpr QLatin1String kSetting("window/language");

/// What a catalogue calls its own language.
QString nameIn(const QString& file) {
    QTranslator catalogue;
    //: The name of the language that you translate into, in that language, as a list of languages shows it.
    const char* const name = QT_TRANSLATE_NOOP("Language", "English");
    const QString own = catalogue.load(file) ? catalogue.translate("Language", name) : QString();
    return own.isEmpty() ? QString::fromLatin1(name) : own;
}

QString catalogueOf(const QString& code) {
    return kFolder + QLatin1Char('/') + kPrefix + code + kSuffix;
}

/// Belongs to the application from then on.
bool install(QCoreApplication& application, std::unique_ptr<QTranslator> catalogue, bool isLoaded) {
    if (!isLoaded) {
        return false;
    }
    catalogue->setParent(&application);
    return QCoreApplication::installTranslator(catalogue.release());
}

/// The words of Qt's own buttons and menus.
void installQtsOwn(QCoreApplication& application, const QLocale& locale) {
    auto catalogue = std::make_unique<QTranslator>();
    const bool isLoaded = catalogue->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                                          QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    (void)install(application, std::move(catalogue), isLoaded); // without it these words are English
}

bool installFile(QCoreApplication& application, const QString& file) {
    auto catalogue = std::make_unique<QTranslator>();
    const bool isLoaded = catalogue->load(file);
    return install(application, std::move(catalogue), isLoaded);
}

void speakLikeTheSystem(QCoreApplication& application) {
    const QLocale system = QLocale::system();
    installQtsOwn(application, system);
    auto catalogue = std::make_unique<QTranslator>();
    const bool isLoaded = catalogue->load(system, QStringLiteral("merestone"), QStringLiteral("_"), kFolder);
    if (!install(application, std::move(catalogue), isLoaded)) {
        (void)installFile(application, catalogueOf(kEnglish)); // for the plurals of English
    }
}

/// Figures as the language writes them, unless the system's own settings are of that language, and know better.
void writeFiguresLike(const QString& code) {
    const QLocale wanted(code == kEnglish ? QStringLiteral("en_GB") : code);
    if (QLocale::system().language() != wanted.language()) {
        QLocale::setDefault(wanted);
    }
}

} // namespace

std::vector<Language> languages() {
    std::vector<Language> found;
    const QStringList files = QDir(kFolder).entryList({kPrefix + QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const QString code = file.mid(kPrefix.size(), file.size() - kPrefix.size() - kSuffix.size());
        found.push_back({code, nameIn(kFolder + QLatin1Char('/') + file)});
    }
    return found;
}

QString chosenLanguage() {
    return QSettings().value(kSetting).toString();
}

void chooseLanguage(const QString& code) {
    QSettings().setValue(kSetting, code);
}

QString languageOption(int argc, const char* const* argv) {
    constexpr std::string_view kOption = "--language";
    QString found;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        if (argument == kOption && i + 1 < argc) {
            found = QString::fromLocal8Bit(argv[++i]);
        } else if (argument.substr(0, kOption.size() + 1) == "--language=") {
            found = QString::fromLocal8Bit(argv[i] + kOption.size() + 1);
        }
    }
    return found;
}

QString speak(QCoreApplication& application, const QString& wanted) {
    if (wanted.isEmpty()) {
        speakLikeTheSystem(application);
        return {};
    }
    if (wanted.endsWith(kSuffix)) {
        return installFile(application, wanted)
                   ? QString()
                   : QStringLiteral("%1: cannot be read, or translates nothing yet; make it with lrelease").arg(wanted);
    }
    const std::vector<Language> known = languages();
    const bool isKnown =
        std::any_of(known.begin(), known.end(), [&](const Language& one) { return one.code == wanted; });
    if (!isKnown) {
        QStringList codes;
        for (const Language& one : known) {
            codes << one.code;
        }
        return QStringLiteral("there is no translation into '%1'; there are %2")
            .arg(wanted, codes.join(QStringLiteral(", ")));
    }
    writeFiguresLike(wanted);
    installQtsOwn(application, QLocale(wanted));
    (void)installFile(application, catalogueOf(wanted));
    return {};
}

} // namespace merestone::viewer
