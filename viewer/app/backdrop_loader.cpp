// SPDX-License-Identifier: MIT
#include "app/backdrop_loader.hpp"

#include <QMetaObject>

#include <exception>
#include <utility>

namespace merestone::viewer {

namespace {

bool isSame(const map::MapView& a, const map::MapView& b) {
    return a.centre == b.centre && a.metresPerUnit == b.metresPerUnit && a.size == b.size &&
           a.devicePixelRatio == b.devicePixelRatio;
}

} // namespace

BackdropLoader::BackdropLoader(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

BackdropLoader::~BackdropLoader() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void BackdropLoader::want(const std::shared_ptr<const map::Backdrop>& source, const map::MapView& view) {
    const bool isOther = source != m_source;
    if (isOther) {
        m_source = source;
        m_picture = nullptr;
        m_told = false;
    } else if (m_view && isSame(*m_view, view)) {
        return;
    }
    m_view = view;
    m_stop.request_stop();
    m_waiting = m_source != nullptr;
    if (m_waiting && !m_running) {
        start();
    }
}

void BackdropLoader::start() {
    m_waiting = false;
    m_running = true;
    m_stop = std::stop_source();
    m_pool.start([this, source = m_source, view = *m_view, stop = m_stop.get_token()] {
        auto picture = std::make_shared<map::BackdropPicture>();
        QString failure;
        try {
            *picture = source->read(view, stop);
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(
            this, [this, source, picture, failure] { finish(source, picture, failure); }, Qt::QueuedConnection);
    });
}

void BackdropLoader::finish(const std::shared_ptr<const map::Backdrop>& source, const Picture& picture,
                            const QString& failure) {
    m_running = false;
    if (m_waiting) {
        start();
    }
    if (source != m_source) {
        return;
    }
    if (!failure.isEmpty()) {
        if (!std::exchange(m_told, true)) {
            Q_EMIT failed(failure);
        }
    } else if (!picture->image.isNull()) {
        m_picture = picture;
        Q_EMIT loaded();
    }
}

} // namespace merestone::viewer
