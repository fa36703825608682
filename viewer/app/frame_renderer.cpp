// SPDX-License-Identifier: MIT
#include "app/frame_renderer.hpp"

#include "cartography/draw_map.hpp"

#include <QPainter>

#include <cmath>
#include <exception>

namespace merestone::viewer {

namespace {

constexpr qint64 kYoungMs = 120; ///< a picture this young is let finish

struct Frame {
    QImage image; ///< null when it was stopped or failed
    QString failure;
};

Frame draw(const FrameRequest& request, const std::stop_token& stop) {
    Frame frame;
    try {
        const double ratio = request.view.devicePixelRatio;
        const QSize pixels(static_cast<int>(std::ceil(request.view.size.width() * ratio)),
                           static_cast<int>(std::ceil(request.view.size.height() * ratio)));
        QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
        if (image.isNull()) {
            return {{}, FrameRenderer::tr("There is not enough memory for a picture of this size.")};
        }
        image.setDevicePixelRatio(ratio);
        QPainter painter(&image);
        map::DrawOptions options;
        options.labelScale = request.labelScale;
        if (map::drawMap(painter, *request.scene, request.view, map::theme(request.theme), stop, options)) {
            painter.end();
            frame.image = image;
        }
    } catch (const std::exception& error) {
        frame.failure = QString::fromUtf8(error.what());
    }
    return frame;
}

} // namespace

FrameRenderer::FrameRenderer(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1); // apart from the checker's threads, so that neither waits for the other
}

FrameRenderer::~FrameRenderer() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void FrameRenderer::request(FrameRequest request) {
    m_waiting = std::move(request);
    if (!m_running) {
        start();
    } else if (m_age.elapsed() > kYoungMs) {
        m_stop.request_stop();
    }
}

void FrameRenderer::start() {
    const FrameRequest request = *m_waiting;
    m_waiting.reset();
    m_running = true;
    m_age.start();
    m_stop = std::stop_source();
    m_pool.start([this, request, stop = m_stop.get_token()] {
        const Frame frame = draw(request, stop);
        QMetaObject::invokeMethod(
            this, [this, frame, view = request.view] { finish(frame.image, view, frame.failure); },
            Qt::QueuedConnection);
    });
}

void FrameRenderer::finish(const QImage& image, const map::MapView& view, const QString& failure) {
    m_running = false;
    if (m_waiting) {
        start();
    }
    if (!failure.isEmpty()) {
        Q_EMIT failed(failure);
    } else if (!image.isNull()) {
        Q_EMIT frameReady(image, view);
    }
}

} // namespace merestone::viewer
