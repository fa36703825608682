// SPDX-License-Identifier: MIT
#include "app/frame_renderer.hpp"

#include "cartography/text_shape.hpp"

#include <exception>

namespace merestone::viewer {

namespace {

constexpr qint64 kYoungMs = 120; ///< a picture this young is let finish

struct Frame {
    QImage image; ///< null when it was stopped or failed
    QString failure;
};

/// On the pool's thread, which alone uses `map`.
Frame draw(map::RetainedMap& map, const FrameRequest& request, const std::stop_token& stop) {
    try {
        map::DrawOptions options;
        options.labelScale = request.labelScale;
        options.backdrop = request.backdrop;
        const QImage image = map.draw(*request.scene, request.view, map::theme(request.theme), stop, options);
        if (image.isNull() && request.view.valid() && !stop.stop_requested()) {
            return {{}, FrameRenderer::tr("There is not enough memory for a picture of this size.")};
        }
        return {image, {}};
    } catch (const std::exception& error) {
        return {{}, QString::fromUtf8(error.what())};
    }
}

} // namespace

FrameRenderer::FrameRenderer(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1); // apart from the checker's threads, so that neither waits for the other
    m_pool.start([] {            // the first letters take the system a while to find
        for (const map::TextStyle style : {map::TextStyle::plain, map::TextStyle::bold, map::TextStyle::italic}) {
            (void)map::TextShapes().get(QStringLiteral("Aa"), style);
        }
    });
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
        const Frame frame = draw(m_map, request, stop);
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
