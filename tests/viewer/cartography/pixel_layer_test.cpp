// SPDX-License-Identifier: MIT
#include "cartography/pixel_layer.hpp"

#include <gtest/gtest.h>

using namespace merestone::map;

TEST(PixelLayer, ManySmallAreasThatFillAPixelCoverIt) {
    PixelLayer layer(QSize(8, 8));
    for (int x = 0; x < 16; ++x) {
        for (int y = 0; y < 16; ++y) {
            layer.addArea(QRectF(2 + x * 0.25, 2 + y * 0.25, 0.25, 0.25), 0.0625, QColor(255, 0, 0));
        }
    }
    const QImage image = layer.take();
    EXPECT_GE(qAlpha(image.pixel(4, 4)), 250);
    EXPECT_GE(qRed(image.pixel(4, 4)), 250);
    EXPECT_EQ(qAlpha(image.pixel(0, 7)), 0);
    EXPECT_TRUE(layer.empty());
}

TEST(PixelLayer, ALoneSpeckLeavesItsShare) {
    PixelLayer layer(QSize(4, 4));
    layer.addArea(QRectF(1, 1, 1, 1), 0.5, QColor(0, 0, 255));
    EXPECT_NEAR(qAlpha(layer.take().pixel(1, 1)), 127, 2);
}

TEST(PixelLayer, ALineIsAsWideAsAsked) {
    for (const QLineF& line : {QLineF(0, 5.5, 20, 5.5), QLineF(5.5, 0, 5.5, 20), QLineF(2, 2, 18, 9)}) {
        PixelLayer layer(QSize(20, 20));
        layer.addLine(line.p1(), line.p2(), 1.0, QColor(0, 0, 0));
        const QImage image = layer.take();
        double cover = 0;
        for (int y = 0; y < 20; ++y) {
            for (int x = 0; x < 20; ++x) {
                cover += qAlpha(image.pixel(x, y)) / 255.0;
            }
        }
        EXPECT_NEAR(cover, line.length(), 0.08 * line.length());
    }
}

TEST(PixelLayer, WhatLiesOutsideDoesNoHarm) {
    PixelLayer layer(QSize(4, 4));
    layer.addArea(QRectF(-100, -100, 2, 2), 4, Qt::red);
    layer.addLine({-1e9, -1e9}, {1e9, 1e9}, 1.0, Qt::red);
    layer.addLine({1e7, 0}, {1e7, 4}, 1.0, Qt::red);
    EXPECT_GT(qAlpha(layer.take().pixel(2, 2)), 0);
}
