// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/backdrop.hpp"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <stop_token>

namespace merestone::viewer {

/// Reads pictures of a base map on a thread of its own, apart from the drawing of the plan, which never waits for it.
/// The newest request wins. GUI thread; never blocks, but for the destructor, which stops the reading.
class BackdropLoader : public QObject {
    Q_OBJECT

public:
    using Picture = std::shared_ptr<const map::BackdropPicture>;

    explicit BackdropLoader(QObject* parent = nullptr);
    ~BackdropLoader() override;

    /// Makes sure that a picture of this view is there or on its way; null: of nothing. What could not be read is tried
    /// again for another view or source, and told once for each source.
    void want(const std::shared_ptr<const map::Backdrop>& source, const map::MapView& view);
    /// The last one of the source that is wanted; null when there is none yet.
    [[nodiscard]] const Picture& picture() const noexcept { return m_picture; }
    [[nodiscard]] bool isBusy() const noexcept { return m_running || m_waiting; }

Q_SIGNALS:
    void loaded(); ///< picture() is another
    void failed(const QString& reason);

private:
    void start();
    void finish(const std::shared_ptr<const map::Backdrop>& source, const Picture& picture, const QString& failure);

    QThreadPool m_pool;
    std::stop_source m_stop;
    std::shared_ptr<const map::Backdrop> m_source;
    std::optional<map::MapView> m_view; ///< that was asked for last
    Picture m_picture;
    bool m_running = false;
    bool m_waiting = false; ///< m_view has not been begun yet
    bool m_told = false;    ///< that this source cannot be read
};

} // namespace merestone::viewer
