// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string_view>
#include <vector>

class QCoreApplication;

namespace merestone::viewer {

/// A language that the window can speak.
struct Language {
    QString code; ///< "pl", as in the names of catalogues
    QString name; ///< in the language itself: "Polski"
};

/// Those whose catalogues are built in, by code; English, which needs none, is always among them.
[[nodiscard]] std::vector<Language> languages();

/// The code that the user has chosen for the next start; empty: what the system says.
[[nodiscard]] QString chosenLanguage();
void chooseLanguage(const QString& code);

/// The value of `--language` on a command line, which is wanted before options can be explained in any language; empty
/// where there is none. "--language pl" and "--language=pl" are both read, the last one counts.
[[nodiscard]] QString languageOption(int argc, const char* const* argv);

/// Loads the catalogues of a language into the application, Qt's own where they are installed, and makes figures on
/// screen follow. `wanted` is empty for the system's language, the code of a language, or a .qm file that somebody
/// tries out. Call it once, before there are windows. Returns what is wrong, in one line, or nothing; then the
/// application speaks English.
[[nodiscard]] QString speak(QCoreApplication& application, const QString& wanted);

} // namespace merestone::viewer
