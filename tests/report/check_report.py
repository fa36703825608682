#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Looks at an HTML report without any code of Merestone.

check_report.py REPORT.html FINDINGS.json     every finding and rule is there; the page is well made and asks for nothing
check_report.py --same A.html B.html          both hold the same elements and attributes, whatever their texts
"""
import base64
import collections
import hashlib
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "img", "br", "input", "link", "hr"}
SVG_EMPTY = {"circle"}
ADDRESSES = {"src", "href", "action", "formaction", "poster", "data", "background", "srcset", "xlink:href"}


class Page(HTMLParser):
    """What a browser would find: elements with their attributes, ids, links, keys of rows, headings."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self.ids = []
        self.problems = []
        self.headings = []
        self.rows = {}
        self.raw = collections.defaultdict(str)  # texts of style and script
        self.text = []
        self._open = []
        self._row = None
        self.feed(text)
        self.close()
        if self._open:
            self.problems.append(f"left open: {self._open}")

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(attrs)))
        named = dict(attrs)
        if len(named) != len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        if "id" in named:
            self.ids.append(named["id"])
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "tr" and "row" in (named.get("class") or "").split():
            self._row = named["id"]
            self.rows[self._row] = ["", named]
        if tag not in VOID and tag not in SVG_EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag in VOID or tag in SVG_EMPTY:
            return
        if not self._open or self._open[-1] != tag:
            self.problems.append(f"</{tag}> closes {self._open[-1:] or 'nothing'}")
            return
        self._open.pop()
        if tag == "tr":
            self._row = None

    def handle_data(self, data):
        if self._open and self._open[-1] in ("style", "script"):
            self.raw[self._open[-1]] += data
            return
        self.text.append(data)
        if self._row is not None and "th" in self._open:
            self.rows[self._row][0] += data


def blocks(page, tag):
    return [dict(attrs) for name, attrs in page.elements if name == tag]


def check_safety(page):
    """Nothing is asked for, nothing can run but the page's own script."""
    problems = []
    policy = next((meta.get("content", "") for meta in blocks(page, "meta")
                   if meta.get("http-equiv") == "Content-Security-Policy"), "")
    for directive in ("default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"):
        if directive not in policy:
            problems.append(f"the security policy lacks {directive}")
    if "unsafe" in policy or "http" in policy:
        problems.append("the security policy allows too much")
    for kind in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[kind].encode()).digest()).decode()
        if page.raw[kind] and f"'sha256-{digest}'" not in policy:
            problems.append(f"the security policy does not name the {kind} of the page")
    for tag, attrs in page.elements:
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                problems.append(f"<{tag} {name}>")
            if name in ADDRESSES and not (value or "").startswith(("#", "data:image/png;base64,")):
                if tag != "a" or not re.match(r"https?://", value or ""):
                    problems.append(f"<{tag} {name}> leads to {value!r:.80}")
        if tag in ("iframe", "object", "embed", "base", "link", "video", "audio"):
            problems.append(f"<{tag}>")
    return problems


def check_form(page):
    """What a reader with a screen reader or a keyboard relies on."""
    problems = list(page.problems)
    twice = [name for name, count in collections.Counter(page.ids).items() if count > 1]
    if twice:
        problems.append(f"ids twice: {twice[:3]}")
    known = set(page.ids)
    for link in blocks(page, "a"):
        if link.get("href", "").startswith("#") and link["href"][1:] not in known:
            problems.append(f"a link leads to {link['href']}, which is not there")
    if page.headings[:1] != [1] or page.headings.count(1) != 1:
        problems.append("the page needs one h1, first")
    for before, after in zip(page.headings, page.headings[1:]):
        if after > before + 1:
            problems.append(f"h{after} follows h{before}")
            break
    problems += ["a picture without alt text" for image in blocks(page, "img") if not image.get("alt")]
    if not any(dict(attrs).get("lang") for tag, attrs in page.elements if tag == "html"):
        problems.append("the page does not say its language")
    landmarks = [tag for tag, _ in page.elements if tag in ("header", "nav", "main", "footer")]
    if landmarks != ["header", "nav", "main", "footer"]:
        problems.append(f"landmarks: {landmarks}")
    return problems


def visible(text):
    return re.sub(r"\s+", " ", text).strip()


def check_content(page, run):
    """Every finding has a row with its key, verdict and policy, and no row is without one; every rule is named."""
    problems = []
    findings = {visible(finding["key"]): finding for finding in run["findings"]}
    keys = [visible(key) for key, _ in page.rows.values()]
    if sorted(keys) != sorted(visible(finding["key"]) for finding in run["findings"]):
        problems.append(f"{len(keys)} rows are not the {len(run['findings'])} findings")
    for key, attrs in page.rows.values():
        finding = findings.get(visible(key), {})
        if (attrs.get("data-verdict"), attrs.get("data-policy")) != (finding.get("verdict"), finding.get("policy")):
            problems.append(f"{key:.80} has another verdict or policy in the page")
    everything = visible(" ".join(page.text))
    problems += [f"rule {rule['id']} is not in the page" for rule in run["rules"] if rule["id"] not in everything]
    waived = sum(1 for finding in run["findings"] if finding["waived"])
    problems += [f"the waiver's reason {finding['waived']['reason']!r} is not in the page"
                 for finding in run["findings"] if finding["waived"] and visible(finding["waived"]["reason"]) not in everything]
    expected = f"{run['summary']['fail']}" + (f" ({waived} waived)" if waived else "")
    if not re.search(r"policy conflict\s+" + re.escape(expected) + r"\s+The plan", everything):
        problems.append(f"the summary does not tell {expected} policy conflicts")
    for word in ("illegal", "refused"):
        if word in everything.lower():
            problems.append(f"the page says '{word}'")
    return problems


def shape(page):
    return collections.Counter((tag, tuple(name for name, _ in attrs)) for tag, attrs in page.elements)


def read(path):
    return Page(Path(path).read_text(encoding="utf-8"))


def main(arguments):
    if arguments[:1] == ["--same"]:
        one, other = shape(read(arguments[1])), shape(read(arguments[2]))
        problems = [f"{element}: {one[element]} and {other[element]} times"
                    for element in sorted(one.keys() | other.keys(), key=str) if one[element] != other[element]]
    else:
        page = read(arguments[0])
        problems = check_safety(page) + check_form(page)
        if len(arguments) > 1:
            problems += check_content(page, json.loads(Path(arguments[1]).read_text(encoding="utf-8")))
    for problem in problems[:20]:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
