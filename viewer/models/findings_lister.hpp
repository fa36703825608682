// SPDX-License-Identifier: MIT
#pragma once

#include "models/findings_list.hpp"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace merestone::viewer {

/// Makes lists of findings: a short one at once, a long one on a thread of its own; the newest request wins. GUI
/// thread; never blocks, but for the destructor, which stops the work.
class FindingsLister : public QObject {
    Q_OBJECT

public:
    /// Of more findings than these, lists are not made at once.
    static constexpr std::size_t kMostAtOnce = 2000;

    explicit FindingsLister(QObject* parent = nullptr);
    ~FindingsLister() override;

    /// Answers by listed(). Null: no list. The plan tells rules with the same title apart; it may be null.
    void want(const RunPtr& run, const std::shared_ptr<const Plan>& plan, const FindingsChoice& choice);
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

Q_SIGNALS:
    void listed(const merestone::viewer::FindingsListPtr& list); ///< null: there is nothing to list

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_newest = 0;
    bool m_busy = false;
};

} // namespace merestone::viewer
