# SPDX-License-Identifier: MIT
"""What the checks of exports share: an export as its own list of files describes it, and complaints."""
import csv
import json
import os
import re
import sys
from pathlib import Path

csv.field_size_limit(1 << 28)


class Complaints:
    """Collects what is wrong; the check ends with status 1 when there is anything."""

    def __init__(self):
        self.texts = []
        self.looked_at = 0

    def expect(self, good, text):
        self.looked_at += 1
        if not good:
            self.texts.append(text)

    def equal(self, found, expected, what):
        self.expect(found == expected, f"{what}: {found!r} instead of {expected!r}")

    def finish(self):
        for text in self.texts[:40]:
            print(text)
        print(f"{self.looked_at} comparisons, {len(self.texts)} wrong")
        sys.stdout.flush()
        os._exit(1 if self.texts or self.looked_at == 0 else 0)


class Export:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.manifest = json.loads((self.folder / "export.json").read_text("utf-8"))
        self.files = self.manifest["files"]

    def of(self, kind):
        """Files of a format, by table."""
        return {each["table"]: self.folder / each["path"] for each in self.files
                if each["format"] == kind and "table" in each}

    def renamed(self, kind, table):
        return {each["field"]: each["name"] for each in self.manifest["renamed"]
                if each["format"] == kind and each["table"] == table}

    def lost(self, kind, table, field):
        return " ".join(each["what"] for each in self.manifest["losses"]
                        if each["format"] == kind and each["table"] == table and each["field"] == field)


def plan_layers(plan):
    """The layers of a plan whose maps stand on one line each: name, and its keys as texts."""
    layers = {}
    for line in Path(plan).read_text("utf-8").splitlines():
        match = re.fullmatch(r"  (\w+):\s+\{(source: .*)\}", line)
        if match:
            pairs = re.findall(r"(\w+): (\"[^\"]*\"|[^,]+)", match[2])
            layers[match[1]] = {key: value.strip().strip('"') for key, value in pairs}
    return layers
