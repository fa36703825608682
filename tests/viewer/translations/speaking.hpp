// SPDX-License-Identifier: MIT
#pragma once

#include "translations/language.hpp"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

#include <gtest/gtest.h>

namespace merestone::tests {

/// The application speaks a language for as long as this lives, and English as before afterwards. What is made
/// meanwhile must be gone before it.
class Speaking {
public:
    explicit Speaking(const QString& language) : m_before(QLocale()) {
        const QString trouble = viewer::speak(*qApp, language);
        EXPECT_TRUE(trouble.isEmpty()) << trouble.toStdString();
    }
    ~Speaking() {
        for (QTranslator* catalogue : qApp->findChildren<QTranslator*>(Qt::FindDirectChildrenOnly)) {
            QCoreApplication::removeTranslator(catalogue);
            delete catalogue;
        }
        QCoreApplication::sendPostedEvents(qApp); // the direction of layouts follows
        QLocale::setDefault(m_before);
    }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    QLocale m_before;
};

} // namespace merestone::tests
