// SPDX-License-Identifier: MIT
#include "cartography/text_shape.hpp"

#include "cartography/map_font.hpp"

#include <QFontMetricsF>
#include <QPainterPathStroker>

#include <algorithm>

namespace merestone::map {

namespace {

constexpr int kFontPixels = 64;  ///< outlines are taken at this size, where hinting no longer shows
constexpr double kHaloEm = 0.26; ///< width of the pen round the letters
constexpr std::size_t kMostShapes = 4000;
constexpr char16_t kFirstComplexScript = 0x0590; ///< Hebrew; before it come Latin, Greek, Cyrillic, Armenian

QPainterPath haloOf(const QPainterPath& path) {
    QPainterPathStroker stroker;
    stroker.setWidth(kHaloEm);
    stroker.setJoinStyle(Qt::RoundJoin);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setCurveThreshold(0.05);
    QPainterPath halo = stroker.createStroke(path);
    halo.addPath(path);
    halo.setFillRule(Qt::WindingFill);
    return halo;
}

QPainterPath outlineOf(const QString& text, const QFont& font) {
    QPainterPath path;
    path.addText(0, 0, font, text);
    const QTransform shrink = QTransform::fromScale(1.0 / kFontPixels, 1.0 / kFontPixels);
    return shrink.map(path);
}

TextShapePtr makeShape(const QString& text, TextStyle style) {
    QFont font = mapFont(kFontPixels);
    font.setBold(style == TextStyle::bold);
    font.setItalic(style == TextStyle::italic);
    const QFontMetricsF metrics(font);
    auto shape = std::make_shared<TextShape>();
    shape->path = outlineOf(text, font);
    shape->path.setFillRule(Qt::WindingFill);
    shape->halo = haloOf(shape->path);
    shape->width = metrics.horizontalAdvance(text) / kFontPixels;
    const bool simple =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < kFirstComplexScript; });
    for (qsizetype i = 0; simple && i < text.size(); ++i) {
        TextShape::Glyph glyph;
        glyph.x = metrics.horizontalAdvance(text.left(i)) / kFontPixels;
        glyph.width = metrics.horizontalAdvance(text.at(i)) / kFontPixels;
        glyph.path = outlineOf(text.mid(i, 1), font);
        glyph.path.setFillRule(Qt::WindingFill);
        glyph.halo = haloOf(glyph.path);
        shape->glyphs.push_back(std::move(glyph));
    }
    return shape;
}

} // namespace

QFont mapFont(int pixels) {
    QFont font;
    font.setFamilies({QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans"), QStringLiteral("Liberation Sans"),
                      QStringLiteral("Arial")});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(std::max(1, pixels));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

TextShapePtr TextShapes::get(const QString& text, TextStyle style) {
    auto& shapes = m_shapes[static_cast<std::size_t>(style)];
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = shapes.find(text); found != shapes.end()) {
            return found->second;
        }
    }
    TextShapePtr made = makeShape(text, style);
    const std::lock_guard lock(m_mutex);
    if (shapes.size() >= kMostShapes) {
        shapes.clear();
    }
    return shapes.emplace(text, std::move(made)).first->second;
}

} // namespace merestone::map
