# SPDX-License-Identifier: MIT
"""Running a program and seeing what it took."""
import os
import shutil
import subprocess
import sys
import time


def measure(command, allowed=(0,), environment=None):
    """Wall seconds and resource usage of a program; ends with its message if its status is not an allowed one."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                               env={**os.environ, **(environment or {})})
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {message.decode(errors='replace')}")
    return seconds, usage


def peak_mebibytes(usage):
    return usage.ru_maxrss / 1024


def stage_plan(plan, city):
    """Puts a plan beside a city's data, where its sources are looked for; returns its new path."""
    target = city / plan.name
    shutil.copyfile(plan, target)
    return target
