// SPDX-License-Identifier: MIT
#include "app/search_box.hpp"

#include <QKeyEvent>

namespace merestone::viewer {

namespace {

enum Role { LayerRole = Qt::UserRole + 1, RowRole };
constexpr std::size_t kMostHits = 30;
constexpr int kTypingMs = 120;

} // namespace

SearchBox::SearchBox(QWidget* parent) : QLineEdit(parent), m_list(new QListWidget(this)) {
    setPlaceholderText(tr("Find an address, name or reference"));
    setAccessibleName(tr("Find an address, name or reference on the map"));
    setClearButtonEnabled(true);
    setMinimumWidth(220);
    setMaximumWidth(340);
    m_list->setWindowFlags(Qt::ToolTip); // above the map, and the typing goes on
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("What was found"));
    m_list->hide();
    m_pool.setMaxThreadCount(1);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kTypingMs);
    connect(&m_wait, &QTimer::timeout, this, &SearchBox::search);
    connect(this, &QLineEdit::textEdited, this, [this] { m_wait.start(); });
    connect(m_list, &QListWidget::itemClicked, this, &SearchBox::take);
    installEventFilter(this);
}

SearchBox::~SearchBox() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void SearchBox::search() {
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (m_scene == nullptr || text().trimmed().isEmpty()) {
        m_list->hide();
        return;
    }
    m_pool.start([this, scene = m_scene, typed = text(), stop = m_stop.get_token()] {
        const std::vector<SearchHit> hits = searchMap(*scene, typed, kMostHits, stop);
        if (!stop.stop_requested()) {
            QMetaObject::invokeMethod(
                this, [this, typed, hits] { showHits(typed, hits); }, Qt::QueuedConnection);
        }
    });
}

void SearchBox::showHits(const QString& typed, const std::vector<SearchHit>& hits) {
    if (typed != text()) {
        return;
    }
    m_list->clear();
    for (const SearchHit& hit : hits) {
        auto* item = new QListWidgetItem(tr("%1 — %2").arg(hit.text, hit.layer), m_list);
        item->setData(LayerRole, static_cast<qulonglong>(hit.feature.layer));
        item->setData(RowRole, static_cast<qulonglong>(hit.feature.row));
    }
    if (hits.empty()) {
        auto* nothing = new QListWidgetItem(tr("Nothing found"), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(hits.empty() ? -1 : 0);
    constexpr int kMostRows = 12;
    const int rows = std::min(m_list->count(), kMostRows);
    m_list->resize(std::max(width(), 380), rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    m_list->move(mapToGlobal(QPoint(0, height())));
    m_list->show();
    Q_EMIT searched();
}

void SearchBox::take(const QListWidgetItem* item) {
    if (item != nullptr && item->data(LayerRole).isValid()) {
        m_list->hide();
        Q_EMIT found(item->data(LayerRole).toULongLong(), item->data(RowRole).toULongLong());
    }
}

void SearchBox::keyPressEvent(QKeyEvent* event) {
    const int row = m_list->currentRow();
    switch (event->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
        break;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(row - 1, 0));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentItem());
        break;
    case Qt::Key_Escape:
        m_list->hide();
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) {
        m_list->hide();
    }
    return QLineEdit::eventFilter(watched, event);
}

} // namespace merestone::viewer
