// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace merestone::viewer {

/// The program `merestone` that was installed or built with this one; never one from PATH. Empty when it is not there.
[[nodiscard]] QString merestoneProgram();

/// One run of the program `merestone`, for what it does and the viewer does not: it writes the same files as in a
/// script, and work that is stopped takes nothing of the viewer with it. GUI thread; never blocks, but for the
/// destructor, which stops the run and waits for its end.
class ProgramRun : public QObject {
    Q_OBJECT

public:
    explicit ProgramRun(QObject* parent = nullptr);
    ~ProgramRun() override;

    /// Starts it with arguments as they are: no shell reads them. Answers by finished() or failed(). One at a time.
    void start(const QStringList& arguments);
    /// Asks the program to end. It undoes what it began; failed() follows, or finished() when it was done already.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void progressed(int percent, const QString& stage);
    /// `told`: what it wrote to standard output; `remarks`: to standard error, a line each.
    void finished(const QString& told, const QStringList& remarks);
    /// Each reason is one line that names file, place and remedy; none at all: it was stopped.
    void failed(const QStringList& reasons);

private:
    void readErrors();
    void takeLine(const QByteArray& line);
    void ended(int exitCode, QProcess::ExitStatus status);

    QProcess m_process;
    QByteArray m_partial; ///< of a line of standard error that has not ended yet
    QStringList m_lines;
    bool m_stopped = false;
};

} // namespace merestone::viewer
