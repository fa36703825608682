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

QFont fontOf(TextStyle style) {
    QFont font = mapFont(kFontPixels);
    font.setBold(style == TextStyle::bold);
    font.setItalic(style == TextStyle::italic);
    return font;
}

/// Whether letters can be set one by one.
bool isSimple(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < kFirstComplexScript; });
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

TextShapePtr TextShapes::known(const QString& text, TextStyle style) {
    const std::lock_guard lock(m_mutex);
    const auto& shapes = m_shapes[static_cast<std::size_t>(style)];
    const auto found = shapes.find(text);
    return found == shapes.end() ? nullptr : found->second;
}

/// Words are put together from letters that were made before: a halo takes long, and there are few letters.
TextShapePtr TextShapes::make(const QString& text, TextStyle style) {
    const QFont font = fontOf(style);
    const QFontMetricsF metrics(font);
    auto shape = std::make_shared<TextShape>();
    shape->width = metrics.horizontalAdvance(text) / kFontPixels;
    if (text.size() == 1 || !isSimple(text)) {
        shape->path = outlineOf(text, font);
        shape->halo = haloOf(shape->path);
    }
    for (qsizetype i = 0; text.size() > 1 && isSimple(text) && i < text.size(); ++i) {
        const double x = metrics.horizontalAdvance(text.left(i)) / kFontPixels;
        const TextShapePtr letter = get(text.mid(i, 1), style);
        shape->path.addPath(letter->path.translated(x, 0));
        shape->halo.addPath(letter->halo.translated(x, 0));
        shape->glyphs.push_back({letter, x, letter->width});
    }
    shape->path.setFillRule(Qt::WindingFill);
    shape->halo.setFillRule(Qt::WindingFill);
    return shape;
}

TextShapePtr TextShapes::get(const QString& text, TextStyle style) {
    if (TextShapePtr found = known(text, style)) {
        return found;
    }
    TextShapePtr made = make(text, style);
    const std::lock_guard lock(m_mutex);
    auto& shapes = m_shapes[static_cast<std::size_t>(style)];
    if (shapes.size() >= kMostShapes) {
        shapes.clear();
    }
    return shapes.emplace(text, std::move(made)).first->second;
}

QString cutForMap(const QString& text, qsizetype most) {
    if (text.size() <= most) {
        return text;
    }
    const bool insidePair = text.at(most - 1).isHighSurrogate();
    return text.left(insidePair ? most - 1 : most) + QChar(0x2026);
}

} // namespace merestone::map
