// SPDX-License-Identifier: MIT
#include "app/program_run.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcessEnvironment>

namespace merestone::viewer {

namespace {

constexpr int kEndMs = 3000; ///< the program gives itself less than a second
constexpr QByteArrayView kProgress = "progress: ";
constexpr QByteArrayView kComplaint = "merestone: ";

} // namespace

QString merestoneProgram() {
    const QString beside = QCoreApplication::applicationDirPath() + QLatin1String("/merestone");
    for (const QString& program : {beside, QStringLiteral(MERESTONE_BUILT_PROGRAM)}) {
        if (const QFileInfo file(program); file.isFile() && file.isExecutable()) {
            return program;
        }
    }
    return {};
}

ProgramRun::ProgramRun(QObject* parent) : QObject(parent) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MERESTONE_PROGRESS"), QStringLiteral("lines"));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardError, this, &ProgramRun::readErrors);
    connect(&m_process, &QProcess::finished, this, &ProgramRun::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) { // everything else ends in finished()
            Q_EMIT failed(
                {tr("%1: cannot be started: %2; install it again").arg(m_process.program(), m_process.errorString())});
        }
    });
}

ProgramRun::~ProgramRun() {
    m_process.disconnect(this);
    if (isRunning()) {
        m_process.terminate();
        if (!m_process.waitForFinished(kEndMs)) {
            m_process.kill();
            m_process.waitForFinished(kEndMs);
        }
    }
}

void ProgramRun::start(const QStringList& arguments) {
    m_partial.clear();
    m_lines.clear();
    m_stopped = false;
    const QString program = merestoneProgram();
    if (program.isEmpty()) {
        Q_EMIT failed({tr("The program merestone, which writes this, is not beside the viewer; install it again.")});
        return;
    }
    m_process.start(program, arguments);
}

void ProgramRun::stop() {
    if (isRunning()) {
        m_stopped = true;
        m_process.terminate();
    }
}

void ProgramRun::readErrors() {
    m_partial += m_process.readAllStandardError();
    for (qsizetype end = m_partial.indexOf('\n'); end >= 0; end = m_partial.indexOf('\n')) {
        takeLine(m_partial.left(end));
        m_partial.remove(0, end + 1);
    }
}

void ProgramRun::takeLine(const QByteArray& line) {
    if (line.startsWith(kProgress)) {
        const QByteArray rest = line.mid(kProgress.size());
        const qsizetype space = rest.indexOf(' ');
        Q_EMIT progressed(rest.left(space).toInt(), QString::fromUtf8(rest.mid(space + 1)));
    } else if (!line.isEmpty()) {
        m_lines << QString::fromUtf8(line.startsWith(kComplaint) ? line.mid(kComplaint.size()) : line);
    }
}

void ProgramRun::ended(int exitCode, QProcess::ExitStatus status) {
    readErrors();
    takeLine(m_partial);
    if (status == QProcess::NormalExit && exitCode == 0) {
        Q_EMIT finished(QString::fromUtf8(m_process.readAllStandardOutput()), m_lines);
    } else if (m_stopped) {
        Q_EMIT failed({});
    } else if (m_lines.isEmpty()) {
        Q_EMIT failed({tr("The program merestone ended without a word (status %1).").arg(exitCode)});
    } else {
        Q_EMIT failed(m_lines);
    }
}

} // namespace merestone::viewer
