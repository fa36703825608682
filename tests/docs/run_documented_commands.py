# SPDX-License-Identifier: MIT
"""Runs the commands that a document shows.

    run_documented_commands.py PROGRAM PROJECT DOCUMENT

In DOCUMENT (Markdown), fenced blocks are marked after their language:

    file=NAME            written to the scratch folder before anything runs
    sh runnable          run by bash, with PROGRAM on the PATH; must end with status 0
    sh runnable status=1 … with this status
    sh by=FILE           not run here: each line must stand in the script FILE of the project, which a test runs
    text output          each line, in this order, in what the block before it printed ("…" lines stand for any)

A block of shell commands without a mark is a mistake: nobody would notice when it stops working.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FENCE = re.compile(r"^```(\S+)?[ \t]*(.*)\n((?:.*\n)*?)^```[ \t]*$", re.MULTILINE)


def blocks(document):
    """(line, language, marks, text) of each fenced block; marks without a value are True."""
    text = document.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        marks = dict((mark.split("=", 1) + [True])[:2] for mark in match[2].split())
        yield line, match[1] or "", marks, match[3]


def run(commands, status, program, folder):
    """Runs commands in a folder and gives what they printed, or raises AssertionError."""
    environment = {**os.environ, "PATH": f"{Path(program).resolve().parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", commands], cwd=folder, env=environment, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != status:
        raise AssertionError(f"ended with {done.returncode}, not {status}:\n{commands}\n{done.stdout}")
    return done.stdout


def expect_lines(shown, printed):
    """Every line shown stands in what was printed, in that order."""
    rest = printed.splitlines()
    for line in shown.splitlines():
        if line.strip() in ("", "…"):
            continue
        if line not in rest:
            raise AssertionError(f"'{line}' was not printed (in this place):\n{printed}")
        rest = rest[rest.index(line) + 1:]


def check(program, project, document):
    """Runs a document; returns how many of its blocks were looked at."""
    looked_at, printed = 0, ""
    with tempfile.TemporaryDirectory() as folder:
        for _, _, marks, text in blocks(document):
            if "file" in marks:
                target = Path(folder) / marks["file"]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
        for line, language, marks, text in blocks(document):
            try:
                if "runnable" in marks:
                    printed = run(text, int(marks.get("status", 0)), program, folder)
                elif "by" in marks:
                    script = (project / marks["by"]).read_text(encoding="utf-8")
                    for command in text.splitlines():
                        assert command in script, f"'{command}' does not stand in {marks['by']}"
                elif "output" in marks:
                    expect_lines(text, printed)
                elif language in ("sh", "bash", "console", "shell"):
                    raise AssertionError("commands without a mark: say 'runnable' or 'by=FILE'")
                else:
                    continue
                looked_at += 1
            except AssertionError as error:
                sys.exit(f"{document}:{line}: {error}")
    return looked_at


if __name__ == "__main__":
    document_path = Path(sys.argv[3])
    print(f"{check(sys.argv[1], Path(sys.argv[2]), document_path)} blocks of {document_path.name} hold")
