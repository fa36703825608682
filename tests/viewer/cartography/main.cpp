// SPDX-License-Identifier: MIT
#include <QGuiApplication>

#include <gtest/gtest.h>

#include <clocale>

/// Fonts need an application; no screen does.
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleTest(&argc, argv);
    const QGuiApplication application(argc, argv);
    std::setlocale(LC_ALL, "C");
    return RUN_ALL_TESTS();
}
