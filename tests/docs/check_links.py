# SPDX-License-Identifier: MIT
"""check_links.py PROJECT: every relative link in the documentation leads to a file, and to a heading of it."""
import re
import sys
from pathlib import Path

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)


def anchors(document):
    """Names of a document's headings as GitHub makes them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
            for heading in HEADING.findall(document.read_text(encoding="utf-8"))}


def main(project):
    wrong = 0
    for document in [project / "README.md", *sorted((project / "docs").rglob("*.md"))]:
        for link in LINK.findall(document.read_text(encoding="utf-8")):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (document.parent / path) if path else document
            if not target.exists():
                print(f"{document}: {link} leads nowhere")
                wrong += 1
            elif anchor and anchor not in anchors(target):
                print(f"{document}: there is no heading for {link}")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
