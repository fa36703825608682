// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/retained_map.hpp"
#include "cartography/theme.hpp"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <optional>
#include <stop_token>

namespace merestone::viewer {

/// A picture that is wanted. A value; the scene is shared and immutable.
struct FrameRequest {
    map::ScenePtr scene;
    map::MapView view;
    map::ThemeKind theme = map::ThemeKind::light;
    double labelScale = 1.0;
    std::shared_ptr<const map::BackdropPicture> backdrop; ///< of the scene's base map, as far as it is there
};

/// Draws pictures of the map on a thread of its own. The newest request wins: what is overtaken is stopped, or, when
/// it has only just begun, let finish, so that a steady drag still brings pictures. GUI thread; never blocks, but for
/// the destructor.
class FrameRenderer : public QObject {
    Q_OBJECT

public:
    explicit FrameRenderer(QObject* parent = nullptr);
    ~FrameRenderer() override;

    void request(FrameRequest request);
    /// Whether a picture is being drawn or waits for its turn.
    [[nodiscard]] bool isBusy() const noexcept { return m_running || m_waiting.has_value(); }

Q_SIGNALS:
    void frameReady(const QImage& image, const merestone::map::MapView& view);
    void failed(const QString& reason);

private:
    void start();
    void finish(const QImage& image, const map::MapView& view, const QString& failure);

    map::RetainedMap m_map; ///< what was drawn last; used by the pool's only thread, and so outlives the pool
    QThreadPool m_pool;
    std::stop_source m_stop;
    std::optional<FrameRequest> m_waiting;
    QElapsedTimer m_age;
    bool m_running = false;
};

} // namespace merestone::viewer
