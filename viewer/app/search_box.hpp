// SPDX-License-Identifier: MIT
#pragma once

#include "models/search_map.hpp"

#include <QLineEdit>
#include <QListWidget>
#include <QThreadPool>
#include <QTimer>

#include <stop_token>

namespace merestone::viewer {

/// Finds addresses, names and references while one types, off the GUI thread. Down goes to the list, Enter takes the
/// first, Escape closes it.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchBox(QWidget* parent = nullptr);
    ~SearchBox() override;

    void setScene(map::ScenePtr scene) { m_scene = std::move(scene); }
    [[nodiscard]] const QListWidget& list() const noexcept { return *m_list; }

Q_SIGNALS:
    void found(std::size_t layer, std::size_t row); ///< the user has chosen this feature
    void searched();                                ///< the list holds what was typed

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void showHits(const QString& typed, const std::vector<SearchHit>& hits);
    void take(const QListWidgetItem* item);

    map::ScenePtr m_scene;
    QListWidget* m_list;
    QTimer m_wait;
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace merestone::viewer
