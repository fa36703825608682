// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_filter.hpp"
#include "models/attribute_filter.hpp"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <stop_token>

namespace merestone::viewer {

/// A filter that is wanted. A value; the layer is shared and immutable.
struct FilterRequest {
    map::MapLayer layer;
    FieldUnits units;
    QString condition;
    bool fades = false; ///< all else is faded on the map
};

/// What came of it.
struct FilterAnswer {
    LayerPtr features; ///< that were looked at
    FilterOutcome outcome;
    map::MapFilterPtr onMap; ///< null when nothing matches
};

/// Looks for the features that a condition is true for, on a thread of its own; the newest request wins. GUI thread;
/// never blocks, but for the destructor, which stops the work.
class FilterJob : public QObject {
    Q_OBJECT

public:
    explicit FilterJob(QObject* parent = nullptr);
    ~FilterJob() override;

    void start(const FilterRequest& request);
    /// Answers by stopped() when something was under way.
    void cancel();
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

Q_SIGNALS:
    void progressed(double fraction);
    void finished(const merestone::viewer::FilterAnswer& answer);
    void failed(const QString& reason); ///< the condition is none, and why, in one line
    void stopped();

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_newest = 0;
    bool m_busy = false;
};

} // namespace merestone::viewer
