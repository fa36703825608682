# SPDX-License-Identifier: MIT
"""Runs the program merestone: where it is, its progress, cancelling it, what it complains about."""
import os
import queue
import shutil
import signal
import subprocess
import threading

from processing.core.ProcessingConfig import ProcessingConfig
from qgis.core import QgsProcessingException

SETTING = "MERESTONE_PROGRAM"
COULD_NOT_RUN = 2  # status of the program: usage, plan file, data or output at fault
SECONDS_TO_STOP = 10
STATUSES = {0: "Nothing conflicts.", 1: "There are policy conflicts.",
            3: "Nothing conflicts, but a must rule could not be decided."}


def find_program():
    """The program of the setting, or that beside which this plugin is installed, or that of the PATH."""
    named = (ProcessingConfig.getSetting(SETTING) or "").strip()
    if named:
        if not os.access(named, os.X_OK) or os.path.isdir(named):
            raise QgsProcessingException(f"{named}: no program; correct Settings > Options > Processing > Providers > "
                                         "Merestone")
        return named
    installed = os.path.normpath(os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../../../bin/merestone"))
    program = installed if os.access(installed, os.X_OK) else shutil.which("merestone")
    if program is None:
        raise QgsProcessingException("The program merestone is not installed; install it, or name it in Settings > "
                                     "Options > Processing > Providers > Merestone")
    return program


def _pump(stream, name, lines):
    for line in stream:
        lines.put((name, line.rstrip("\n")))
    lines.put((name, None))


def _stop(process):
    """First as Ctrl-C does, so that it tidies up; then for good."""
    process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _environment():
    environment = dict(os.environ, MERESTONE_PROGRESS="lines")
    for name in ("LD_LIBRARY_PATH", "PYTHONHOME", "PYTHONPATH"):  # QGIS's own, where it brings its libraries along
        environment.pop(name, None)
    return environment


def run(arguments, feedback):
    """Runs the program and shows what it says; gives its status, 0, 1 or 3. Raises QgsProcessingException of one line
    when it could not run, and None is given when it was cancelled."""
    command = [find_program(), *arguments]
    feedback.pushCommandInfo(" ".join(command))
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   encoding="utf-8", errors="replace", env=_environment())
    except OSError as error:
        raise QgsProcessingException(f"{command[0]} cannot be started: {error.strerror}") from error
    with process:  # closes its streams
        complaints = _follow(process, feedback)
    if complaints is None:
        return None
    if process.returncode in STATUSES:
        for complaint in complaints:
            feedback.pushWarning(complaint)
        return process.returncode
    for complaint in complaints[1:]:
        feedback.reportError(complaint)
    raise QgsProcessingException(complaints[0] if complaints else f"merestone ended with status {process.returncode}")


def _follow(process, feedback):
    """What it complains about until it has ended; None when it was cancelled."""
    lines = queue.Queue()
    pumps = [threading.Thread(target=_pump, args=(getattr(process, name), name, lines), daemon=True)
             for name in ("stdout", "stderr")]
    for pump in pumps:
        pump.start()
    complaints = []
    open_streams = len(pumps)
    while open_streams:
        if feedback.isCanceled():
            _stop(process)
            for pump in pumps:
                pump.join()
            return None
        try:
            name, line = lines.get(timeout=0.1)
        except queue.Empty:
            continue
        if line is None:
            open_streams -= 1
        elif name == "stdout":
            feedback.pushConsoleInfo(line)
        elif line.startswith("progress: "):
            _show_progress(line, feedback)
        elif line:
            complaints.append(line.removeprefix("merestone: "))
    return complaints


def _show_progress(line, feedback):
    percent, _, stage = line.removeprefix("progress: ").partition(" ")
    if percent.isdigit():
        feedback.setProgress(float(percent))
    feedback.setProgressText(stage)
