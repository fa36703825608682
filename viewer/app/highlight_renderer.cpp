// SPDX-License-Identifier: MIT
#include "app/highlight_renderer.hpp"

#include "cartography/draw_map.hpp"

#include <QMetaObject>
#include <QPainter>

#include <utility>

namespace merestone::viewer {

namespace {

std::size_t cornersOf(const PackedGeometry& geometry, std::size_t feature) {
    std::size_t corners = 0;
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        corners += geometry.run(run).size();
    }
    return corners;
}

std::size_t cornersOf(const map::MapScene& scene, const map::FeatureId& id) {
    const bool isThere = id.layer < scene.layers.size() && id.row < scene.layers[id.layer].features->size();
    return isThere ? cornersOf(scene.layers[id.layer].features->geometry(), id.row) : 0;
}

QImage pictureOf(const Highlight& highlight) {
    const map::MapView& view = highlight.view;
    QImage image((view.size * view.devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (!image.isNull()) {
        image.setDevicePixelRatio(view.devicePixelRatio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        highlight.draw(painter);
    }
    return image;
}

} // namespace

bool Highlight::isLarge() const {
    constexpr std::size_t kMany = 600;
    std::size_t corners = 0;
    for (const map::FeatureId& feature : features) {
        corners += cornersOf(*scene, feature);
    }
    if (const auto found = scene->findings->byKey.find(finding); found != scene->findings->byKey.end()) {
        const map::FindingMark& mark = scene->findings->marks[found->second];
        corners += mark.subject ? cornersOf(*scene, *mark.subject) : 0;
        corners += mark.other ? cornersOf(*scene, *mark.other) : 0;
        corners += mark.hasEvidence ? cornersOf(scene->findings->evidence, found->second) : 0;
    }
    return corners > kMany;
}

void Highlight::draw(QPainter& painter) const {
    const map::Theme& colours = map::theme(theme);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!features.empty()) {
        map::drawSelection(painter, *scene, features, view, colours);
    }
    if (const auto mark = scene->findings->byKey.find(finding); mark != scene->findings->byKey.end()) {
        map::drawFinding(painter, *scene, mark->second, view, colours);
    }
}

HighlightRenderer::HighlightRenderer(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

HighlightRenderer::~HighlightRenderer() {
    m_pool.waitForDone();
}

void HighlightRenderer::request(Highlight highlight) {
    m_waiting = std::move(highlight);
    m_wanted = true;
    if (!m_running) {
        start();
    }
}

void HighlightRenderer::drop() {
    m_waiting.reset();
    m_wanted = false;
}

void HighlightRenderer::start() {
    m_running = true;
    m_pool.start([this, highlight = *std::exchange(m_waiting, std::nullopt)] {
        const QImage image = pictureOf(highlight);
        QMetaObject::invokeMethod(
            this,
            [this, image, view = highlight.view] {
                m_running = false;
                if (m_waiting) {
                    start();
                } else if (std::exchange(m_wanted, false)) {
                    Q_EMIT ready(image, view);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace merestone::viewer
