// SPDX-License-Identifier: MIT
#include "commands/recovery_copy.hpp"

#include "base/text.hpp"
#include "commands/changes_json.hpp"
#include "geometry/wkb.hpp"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace merestone::viewer {

namespace {

QString stateFolder() {
    const QString named = qEnvironmentVariable("XDG_STATE_HOME");
    const QString base = QDir::isAbsolutePath(named) ? named : QDir::homePath() + QStringLiteral("/.local/state");
    return base + QStringLiteral("/merestone/recovery");
}

bool writeWhole(const QString& file, const QByteArray& bytes) {
    QSaveFile saved(file); // written beside, brought to the disk, renamed
    return saved.open(QIODevice::WriteOnly) && saved.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           saved.write(bytes) == bytes.size() && saved.commit();
}

std::optional<EditDocument::Changes> readCopy(const QString& file, const QString& plan, ValueChanges& values) {
    constexpr qint64 kMostBytes = 512LL * 1024 * 1024;
    QFile copy(file);
    if (!copy.open(QIODevice::ReadOnly) || copy.size() > kMostBytes) {
        return {};
    }
    const QByteArray bytes = copy.readAll();
    std::optional<EditDocument::Changes> changes = changesFromJson(bytes, plan);
    values = changes ? valuesFromJson(bytes) : ValueChanges();
    copy.close();
    if (!changes) { // whatever it is, it is not lost
        const QString aside = file + QStringLiteral(".unreadable");
        QFile::remove(aside);
        QFile::rename(file, aside);
    }
    return changes && (!changes->empty() || !values.empty()) ? changes : std::nullopt;
}

} // namespace

RecoveryCopy::RecoveryCopy(EditDocument& document) : m_document(document) {
    m_writer.setMaxThreadCount(1);
    connect(&document, &EditDocument::modifiedChanged, this, &RecoveryCopy::keep);
}

RecoveryCopy::~RecoveryCopy() {
    m_writer.waitForDone();
}

QString RecoveryCopy::fileFor(const QString& planFile) {
    const QByteArray hash = QCryptographicHash::hash(planFile.toUtf8(), QCryptographicHash::Sha256);
    constexpr int kEnough = 32; // hexadecimal digits
    return stateFolder() + QLatin1Char('/') + QString::fromLatin1(hash.toHex().left(kEnough)) + QStringLiteral(".json");
}

void RecoveryCopy::begin(const QString& planFile) {
    m_writer.waitForDone(); // a few milliseconds, and only when another plan is opened
    m_lock.reset();
    m_found.reset();
    m_foundValues.clear();
    m_hasFailed = false;
    m_plan = planFile;
    if (planFile.isEmpty()) {
        return;
    }
    QDir().mkpath(stateFolder());
    QFile::setPermissions(stateFolder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto lock = std::make_unique<QLockFile>(fileFor(planFile) + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // a lock is stale when its program has ended, however old it is
    if (lock->tryLock()) {
        m_lock = std::move(lock);
        m_found = readCopy(fileFor(planFile), planFile, m_foundValues);
    }
}

void RecoveryCopy::decided() {
    m_found.reset();
    m_foundValues.clear();
    keep();
}

void RecoveryCopy::keep() {
    if (m_lock == nullptr || m_found) {
        return;
    }
    const EditDocument::Changes changes = m_document.unsaved();
    const ValueChanges values = m_document.values().unsaved();
    const QByteArray bytes = changes.empty() && values.empty() ? QByteArray() : changesToJson(m_plan, changes, values);
    ++m_writing;
    m_writer.start([this, file = fileFor(m_plan), bytes] {
        const bool done = bytes.isEmpty() ? !QFile::exists(file) || QFile::remove(file) : writeWhole(file, bytes);
        QMetaObject::invokeMethod(
            this, [this, done] { finish(done); }, Qt::QueuedConnection);
    });
}

void RecoveryCopy::finish(bool done) {
    --m_writing;
    if (done && m_writing == 0) {
        Q_EMIT written();
    } else if (!done && !m_hasFailed) {
        m_hasFailed = true;
        Q_EMIT failed(tr("No recovery copy of unsaved drawings can be kept in %1; save often.").arg(stateFolder()));
    }
}

namespace {

/// Whether a feature is already what a change makes of it.
bool holds(const Layer& features, std::size_t row, const FeatureChange& change) {
    if (!change.wkb.empty() && toWkb(features.geometry(), row) != change.wkb) {
        return false;
    }
    return std::all_of(change.values.begin(), change.values.end(), [&](const auto& value) {
        const Column* column = features.column(value.first);
        return column == nullptr || column->text(row) == value.second;
    });
}

bool hasSameId(const Layer& features, std::size_t row, const FeatureChange& change) {
    return std::any_of(change.values.begin(), change.values.end(), [&](const auto& value) {
        return lowered(value.first) == lowered(features.idField()) && value.second == features.id(row);
    });
}

/// The changes of one layer that its file does not hold yet, as they can be made now.
std::vector<FeatureChange> stillToMake(EditDocument& document, const QString& layer,
                                       const std::vector<FeatureChange>& changes, std::size_t& lost) {
    using Kind = FeatureChange::Kind;
    const LayerPtr features = document.features(layer);
    std::vector<FeatureChange> wanted;
    for (const FeatureChange& change : changes) {
        const std::optional<std::size_t> row = document.rowOf(layer, change.fid);
        if (change.kind == Kind::removed) {
            if (row) {
                wanted.push_back(change);
            }
        } else if (!row) {
            lost += change.kind == Kind::modified ? 1 : 0;
            if (change.kind == Kind::added) {
                wanted.push_back(change);
            }
        } else if (holds(*features, *row, change)) {
            continue; // it was saved, and the program was killed before it knew
        } else if (change.kind == Kind::modified || hasSameId(*features, *row, change)) {
            wanted.push_back({Kind::modified, change.fid, change.wkb, change.values});
        } else { // its number has been given to another feature since
            wanted.push_back(document.newFeature(layer, change.wkb, change.values));
        }
    }
    return wanted;
}

} // namespace

QString recover(EditDocument& document, const EditDocument::Changes& changes) {
    std::size_t lost = 0;
    QStringList reasons;
    EditDocument::Changes wanted;
    for (const auto& [layer, ofLayer] : changes) {
        if (QString reason = document.whyNot(layer); !reason.isEmpty()) {
            reasons << reason;
            continue;
        }
        if (std::vector<FeatureChange> rest = stillToMake(document, layer, ofLayer, lost); !rest.empty()) {
            wanted.emplace(layer, std::move(rest));
        }
    }
    if (!wanted.empty()) {
        document.stack().beginMacro(RecoveryCopy::tr("Recover unsaved drawings"));
        for (const auto& [layer, rest] : wanted) {
            if (QString reason = document.changeAll(layer, rest, RecoveryCopy::tr("Recover '%1'").arg(layer));
                !reason.isEmpty()) {
                reasons << reason;
            }
        }
        document.stack().endMacro();
    }
    if (lost > 0) {
        reasons << RecoveryCopy::tr("%n changed feature(s) are not in the files any more.", nullptr,
                                    static_cast<int>(lost));
    }
    return reasons.join(QLatin1Char(' '));
}

} // namespace merestone::viewer
