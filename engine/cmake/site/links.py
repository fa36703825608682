# SPDX-License-Identifier: MIT
"""Makes the pages fit for a site: what MkDocs does not take as GitHub does."""
import os
import re

LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
MARKED_FENCE = re.compile(r"^```(\w+) [^\n`]+$", re.MULTILINE)  # ```sh runnable: the marks are for our own tests


def on_page_markdown(markdown, page, config, files):
    """Links to folders and to files outside of docs/ become plain text, unless a folder has a page of its own."""
    here = os.path.dirname(page.file.src_path)

    def settled(match):
        text, target = match.groups()
        path, _, anchor = target.partition("#")
        if ":" in target or not path:
            return match.group(0)
        inside = os.path.normpath(os.path.join(here, path))
        if files.get_file_from_path(inside):
            return match.group(0)
        if files.get_file_from_path(os.path.join(inside, "README.md")):
            return f"[{text}]({path.rstrip('/')}/README.md{'#' + anchor if anchor else ''})"
        outside = inside.startswith("..")
        folder = os.path.isdir(os.path.join(config["docs_dir"], inside))
        return text if outside or folder else match.group(0)  # what is left is broken, and MkDocs says so

    return MARKED_FENCE.sub(r"```\1", LINK.sub(settled, markdown))
