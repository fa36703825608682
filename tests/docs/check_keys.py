# SPDX-License-Identifier: MIT
"""check_keys.py PROJECT: every key that the readers of plan, pack and scene files know stands in the reference."""
import re
import sys
from pathlib import Path

READ = re.compile(r'\.(?:find|text|placed|word|flag|date|map|list|quantity)\("([a-z_]+)"|\bread\w+\(\w+, "([a-z_]+)"')
LISTED = re.compile(r"checkKeys\([^{;]*\{([^}]*)\}")
CODE = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)
FEWEST = 50  # fewer would mean that this test no longer sees how keys are read


def main(project):
    keys = set()
    for source in [*project.glob("engine/plan/*.cpp"), *project.glob("engine/rules/scene_*.cpp")]:
        text = source.read_text(encoding="utf-8")
        keys.update(a or b for a, b in READ.findall(text))
        for names in LISTED.findall(text):
            keys.update(re.findall(r'"([a-z_]+)"', names))
    if len(keys) < FEWEST:
        print(f"only {len(keys)} keys were found in the readers")
        return 1
    code = ""
    for name in ("plan-file.md", "rule-writing.md"):
        code += " ".join(CODE.findall((project / "docs" / name).read_text(encoding="utf-8")))
    missing = sorted(key for key in keys if not re.search(rf"\b{key}\b", code))
    for key in missing:
        print(f"the key '{key}' is described neither in docs/plan-file.md nor in docs/rule-writing.md")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
