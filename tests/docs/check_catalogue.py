# SPDX-License-Identifier: MIT
"""check_catalogue.py PROGRAM PROJECT: docs/catalogue says what the packs say, and the picture of a rule is of today.

With MERESTONE_UPDATE_DOCS set, the pages are written anew instead.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def listed(program, project, *arguments):
    """What `merestone rules list` prints about the packs of the project alone."""
    environment = {**os.environ, "MERESTONE_PLUGIN_PATH": str(project / "plugins"), "LC_ALL": "C.UTF-8"}
    return subprocess.run([program, "rules", "list", *arguments], env=environment, text=True, check=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout


def picture(program, project):
    """A scene of the rule that the README shows, as `merestone rules show --picture` draws it."""
    environment = {**os.environ, "MERESTONE_PLUGIN_PATH": str(project / "plugins"), "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rule.svg"
        subprocess.run([program, "rules", "show", "sites/off-protected-land", "--picture", str(file)], env=environment,
                       check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        return file.read_text(encoding="utf-8")


def main(program, project):
    rules = json.loads(listed(program, project, "--format", "json"))["rules"]
    pages = {"README.md": listed(program, project, "--format", "markdown")}
    for topic in sorted({rule["topic"] for rule in rules}):
        pages[f"{topic}.md"] = listed(program, project, "--format", "markdown", "--topic", topic)
    pages["off-protected-land.svg"] = picture(program, project)
    folder = project / "docs" / "catalogue"
    there = {page.name for page in folder.iterdir()} if folder.is_dir() else set()
    if "MERESTONE_UPDATE_DOCS" in os.environ:
        folder.mkdir(exist_ok=True)
        for name in there - set(pages):
            (folder / name).unlink()
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8")
        print(f"wrote {len(pages)} pages about {len(rules)} rules")
        return 0
    stale = sorted(name for name in there | set(pages)
                   if name not in there or pages.get(name) != (folder / name).read_text(encoding="utf-8"))
    for name in stale:
        print(f"docs/catalogue/{name} is stale")
    if stale:
        print("run ctest -R docs/catalogue with MERESTONE_UPDATE_DOCS=1 to write the pages anew")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
