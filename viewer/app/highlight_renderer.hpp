// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

class QPainter;

namespace merestone::viewer {

/// What is outlined on the map: features, and a finding with its evidence. A value; the scene is shared and immutable.
struct Highlight {
    map::ScenePtr scene;
    map::MapView view;
    map::ThemeKind theme = map::ThemeKind::light;
    std::vector<map::FeatureId> features;
    std::string finding; ///< key; empty: none

    /// Whether it has so many corners that it is not drawn while somebody waits: a flood zone of 50,000 takes half a
    /// second.
    [[nodiscard]] bool isLarge() const;
    void draw(QPainter& painter) const;
};

/// Draws large highlights on a thread of its own, on a clear ground; the newest request wins. GUI thread; never blocks,
/// but for the destructor.
class HighlightRenderer : public QObject {
    Q_OBJECT

public:
    explicit HighlightRenderer(QObject* parent = nullptr);
    ~HighlightRenderer() override;

    void request(Highlight highlight);
    /// What is under way is of no interest any more.
    void drop();
    [[nodiscard]] bool isBusy() const noexcept { return m_wanted; }

Q_SIGNALS:
    void ready(const QImage& image, const merestone::map::MapView& view);

private:
    void start();

    QThreadPool m_pool;
    std::optional<Highlight> m_waiting;
    bool m_running = false;
    bool m_wanted = false; ///< somebody waits for what is under way
};

} // namespace merestone::viewer
