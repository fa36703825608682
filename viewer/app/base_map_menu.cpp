// SPDX-License-Identifier: MIT
#include "app/base_map_menu.hpp"

#include "app/base_map_dialog.hpp"
#include "base_map/base_map.hpp"

#include <QAction>
#include <QActionGroup>
#include <QCryptographicHash>
#include <QMenu>
#include <QMetaObject>
#include <QSettings>
#include <QWidget>

#include <exception>

namespace merestone::viewer {

namespace {

using map::SceneBackdrop;

/// Where the settings of a plan lie: its path may hold anything, also slashes.
QString keyOf(const QString& planFile) {
    const QByteArray digest = QCryptographicHash::hash(planFile.toUtf8(), QCryptographicHash::Sha1);
    return QStringLiteral("baseMaps/") + QString::fromLatin1(digest.toHex());
}

} // namespace

BaseMapMenu::BaseMapMenu(QWidget* window) : QObject(window), m_window(window) {
    m_pool.setMaxThreadCount(1);
}

BaseMapMenu::~BaseMapMenu() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void BaseMapMenu::fill(QMenu& menu) {
    connect(menu.addAction(tr("&Choose a picture…")), &QAction::triggered, this, &BaseMapMenu::ask);
    connect(menu.addAction(tr("&None")), &QAction::triggered, this, &BaseMapMenu::drop);
    menu.addSeparator();
    m_strengths = new QActionGroup(this);
    const auto add = [&](const QString& text, double strength) {
        QAction* action = m_strengths->addAction(text);
        action->setCheckable(true);
        action->setData(strength);
        connect(action, &QAction::triggered, this, [this, strength] { setStrength(strength); });
    };
    add(tr("&Faint"), SceneBackdrop::kFaint);
    add(tr("&Medium"), SceneBackdrop::kMedium);
    add(tr("&Strong"), SceneBackdrop::kStrong);
    menu.addActions(m_strengths->actions());
    checkStrength();
}

void BaseMapMenu::checkStrength() {
    for (QAction* action : m_strengths == nullptr ? QList<QAction*>() : m_strengths->actions()) {
        action->setChecked(action->data().toDouble() == m_backdrop.strength);
    }
}

void BaseMapMenu::ask() {
    if (m_scene == nullptr) {
        Q_EMIT problem(tr("Open a plan first; then a picture can lie beneath it."));
        return;
    }
    BaseMapDialog dialog(m_file, m_backdrop.licence, m_window);
    if (dialog.exec() == QDialog::Accepted) {
        open(dialog.file(), dialog.licence());
    }
}

void BaseMapMenu::setPlan(const QString& planFile, const map::ScenePtr& scene, bool isRemembered) {
    m_scene = scene;
    if (planFile == m_plan || scene == nullptr) {
        return;
    }
    m_stop.request_stop();
    ++m_newest;
    m_busy = false;
    m_plan = planFile;
    m_remembers = isRemembered;
    m_file.clear();
    m_backdrop = {};
    const QSettings settings;
    const QString key = keyOf(planFile);
    const QString file = isRemembered ? settings.value(key + QStringLiteral("/file")).toString() : QString();
    if (!file.isEmpty()) {
        m_backdrop.strength = settings.value(key + QStringLiteral("/strength"), m_backdrop.strength).toDouble();
        open(file, settings.value(key + QStringLiteral("/licence")).toString());
    }
    checkStrength();
    Q_EMIT changed();
}

void BaseMapMenu::open(const QString& file, const QString& licence) {
    if (m_scene == nullptr) {
        return;
    }
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_busy = true;
    m_pool.start([this, file, licence, number = ++m_newest, scene = m_scene, stop = m_stop.get_token()] {
        std::shared_ptr<const map::Backdrop> source;
        QString failure;
        try {
            source = map::openBaseMap(file.toStdString(), scene->crsName.toStdString(), scene->bounds(), stop);
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, number, file, licence, source, failure] {
                if (number != m_newest) {
                    return; // another was chosen meanwhile
                }
                m_busy = false;
                if (!failure.isEmpty()) {
                    Q_EMIT problem(failure);
                    return;
                }
                m_file = file;
                m_backdrop.source = source;
                m_backdrop.licence = licence;
                remember();
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

void BaseMapMenu::drop() {
    m_stop.request_stop();
    ++m_newest;
    m_busy = false;
    m_file.clear();
    m_backdrop.source = nullptr;
    m_backdrop.licence.clear();
    remember();
    Q_EMIT changed();
}

void BaseMapMenu::setStrength(double strength) {
    m_backdrop.strength = strength;
    checkStrength();
    remember();
    Q_EMIT changed();
}

void BaseMapMenu::remember() const {
    if (!m_remembers || m_plan.isEmpty()) {
        return;
    }
    QSettings settings;
    const QString key = keyOf(m_plan);
    if (m_file.isEmpty()) {
        settings.remove(key);
        return;
    }
    settings.setValue(key + QStringLiteral("/file"), m_file);
    settings.setValue(key + QStringLiteral("/licence"), m_backdrop.licence);
    settings.setValue(key + QStringLiteral("/strength"), m_backdrop.strength);
}

map::ScenePtr BaseMapMenu::applied(const map::ScenePtr& scene) const {
    return scene == nullptr || m_backdrop.source == nullptr ? scene : map::withBackdrop(*scene, m_backdrop);
}

} // namespace merestone::viewer
