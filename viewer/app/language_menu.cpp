// SPDX-License-Identifier: MIT
#include "app/language_menu.hpp"

#include "translations/language.hpp"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <utility>

namespace merestone::viewer {

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("LanguageMenu", english);
}

} // namespace

QMenu* makeLanguageMenu(QWidget* parent, std::function<void(const QString&)> say) {
    auto* menu = new QMenu(text(QT_TRANSLATE_NOOP("LanguageMenu", "Lan&guage")), parent);
    auto* group = new QActionGroup(menu);
    const QString chosen = chosenLanguage();
    const auto add = [&](const QString& name, const QString& code) {
        QAction* action = group->addAction(name);
        action->setCheckable(true);
        action->setChecked(code == chosen);
        QObject::connect(action, &QAction::triggered, menu, [code, say] {
            chooseLanguage(code);
            say(text(QT_TRANSLATE_NOOP("LanguageMenu", "The language changes when the program starts the next time.")));
        });
    };
    add(text(QT_TRANSLATE_NOOP("LanguageMenu", "As the &system says")), {});
    for (const Language& language : languages()) {
        add(language.name, language.code);
    }
    menu->addActions(group->actions());
    return menu;
}

} // namespace merestone::viewer
