// SPDX-License-Identifier: MIT
#pragma once

#include "commands/edit_document.hpp"

#include <QLockFile>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace merestone::viewer {

/// Keeps what is not saved of a plan on the disk, so that it outlives a program that is killed: after each change it is
/// written whole, beside the old copy, which it then replaces; when nothing is unsaved the copy is removed. The files
/// are in the folder `merestone/recovery` of the user's state folder (XDG_STATE_HOME), named after the plan's path.
/// Two programs with one plan do not disturb each other: the second one keeps no copy. Writing happens on a thread of
/// its own. GUI thread.
class RecoveryCopy : public QObject {
    Q_OBJECT

public:
    explicit RecoveryCopy(EditDocument& document);
    /// Waits until the last change is on the disk.
    ~RecoveryCopy() override;

    /// From now on for this plan; an empty path is none. Nothing is written until decided() when a copy is there.
    void begin(const QString& planFile);
    /// What a program that did not end well has left of this plan.
    [[nodiscard]] const std::optional<EditDocument::Changes>& found() const noexcept { return m_found; }
    /// Values that were found with it.
    [[nodiscard]] const ValueChanges& foundValues() const noexcept { return m_foundValues; }
    /// What was found has been taken over, or is not wanted.
    void decided();
    /// Where the copy of a plan is, or would be.
    [[nodiscard]] static QString fileFor(const QString& planFile);

Q_SIGNALS:
    void written();                     ///< the disk holds what the document held when it last changed
    void failed(const QString& reason); ///< it cannot be kept; told once for a plan

private:
    void keep();
    void finish(bool done);

    EditDocument& m_document;
    QThreadPool m_writer; ///< one thread, so that the newest copy is the last that is written
    QString m_plan;
    std::unique_ptr<QLockFile> m_lock; ///< held while a copy may be written
    std::optional<EditDocument::Changes> m_found;
    ValueChanges m_foundValues; ///< none when nothing was found
    int m_writing = 0;          ///< copies that are on their way to the disk
    bool m_hasFailed = false;
};

/// Puts changes that were found into the document as one step that can be undone. Those that the files hold already
/// are left out. Says how many could not be placed any more; empty when all could.
QString recover(EditDocument& document, const EditDocument::Changes& changes);

} // namespace merestone::viewer
