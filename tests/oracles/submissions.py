#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What the two sample submissions must give, told by hand from their texts; areas and distances worked out with OGR alone.

    submissions.py FOLDER             compares with sample_data/submission_*/expected_findings.json
    submissions.py FOLDER --write     writes those files

FOLDER is what sample_data/generate_submissions made. The comments say what in the texts decides."""

import argparse
import json
import math
import sys
from pathlib import Path

from osgeo import ogr

ogr.UseExceptions()
SAMPLES = Path(__file__).resolve().parent.parent.parent / "sample_data"
PERSON = ["map", "consultation", "conformity", "sustainability", "environment", "special", "rights", "new-condition"]
TOLERANCE_M2, SHARE = 1.0, 0.001


class Expected:
    """Rules with the verdict of each of their subjects."""

    def __init__(self):
        self.rules, self.findings = {}, []

    def rule(self, name, passes=0, others=(), left_out=0):
        """others: (subject, verdict, measured, unit) of each that does not pass."""
        counts = {"pass": passes, "not_applicable": left_out}
        for subject, verdict, measured, unit in others:
            counts[verdict] = counts.get(verdict, 0) + 1
            self.findings.append({"rule": name, "subject": subject, "other": None, "verdict": verdict,
                                  "measured": measured, "unit": unit})
        order = ["fail", "borderline", "cannot_tell", "needs_judgement", "not_run", "pass", "not_applicable"]
        counts = {verdict: n for verdict, n in counts.items() if n}
        self.rules[name] = {"verdict": min(counts, key=order.index) if counts else "not_applicable", "counts": counts}


def fail(subject, measured=None, unit=""):
    return subject, "fail", measured, unit


def judge(subject, measured=None, unit=""):
    return subject, "needs_judgement", measured, unit


def unknown(subject, measured=None, unit=""):
    return subject, "cannot_tell", measured, unit


def shapes(file, layer):
    source = ogr.Open(str(file))
    return {f["reference"]: f.GetGeometryRef().Clone() for f in source.GetLayerByName(layer)}


def furthest(one, other):
    """Hausdorff distance of two outlines: reached at a corner of one of them, as far as their straight edges go."""
    def corners(shape):
        ring = shape.GetGeometryRef(0)
        return [ring.GetPoint_2D(i) for i in range(ring.GetPointCount())]

    def away(point, shape):
        place = ogr.Geometry(ogr.wkbPoint)
        place.AddPoint_2D(*point)
        return place.Distance(shape.GetBoundary())
    return max(max(away(p, b) for p in corners(a)) for a, b in ((one, other), (other, one)))


def same_for_both(expected):
    for name in PERSON:
        expected.rule(f"person.judge-{name}", others=[judge("plan")])
    for name in ("one-boundary", "one-piece", "valid-geometry"):
        expected.rule(f"area.{name}", passes=1)
    # area, designated, other areas and two layers of policies.gpkg
    expected.rule("area.map-readable", passes=5)
    expected.rule("area.british-grid", passes=5)
    # both were submitted after 17 August 2026
    expected.rule("wording.nppf-2024-paragraphs")


def good(expected):
    same_for_both(expected)
    expected.rule("package.item-present", passes=5, left_out=2)  # modification and habitats are not required
    expected.rule("package.one-plan", passes=1, left_out=6)
    expected.rule("package.habitats-present", passes=1, left_out=6)
    expected.rule("package.readable", passes=6)
    expected.rule("dates.six-weeks", passes=2)  # 2 March to 20 April, 21 September to 2 November
    expected.rule("dates.in-order", passes=4)
    expected.rule("dates.bodies-consulted", passes=6)
    expected.rule("dates.forum-members", passes=1)  # 23
    expected.rule("dates.forum-in-force", passes=1)
    expected.rule("documents.period-on-title", passes=1, left_out=5)
    expected.rule("documents.one-period", passes=3)  # plan, basic conditions, consultation
    for name in ("no-draft-marks", "licence-line", "consultation-headings", "conditions-named", "screening-bodies"):
        expected.rule(f"documents.{name}", passes=1, left_out=5)
    expected.rule("documents.in-conformity-table", passes=3)
    expected.rule("documents.issue-answered", passes=3)
    # introduction and policies, H1, GS1, M1: all there, all on the page that is given
    expected.rule("documents.contents-heading-exists", passes=5)
    expected.rule("documents.contents-page-right", passes=5)
    expected.rule("documents.policy-in-contents", passes=3)
    expected.rule("area.designated-boundary", passes=1)
    expected.rule("area.clear-of-other-areas", passes=1)
    expected.rule("map.unique-policies", passes=3)
    expected.rule("map.drawn-on-map", passes=2, left_out=1)  # M1 speaks of a table only
    for name in ("site-complete", "unique-sites", "site-drawn"):
        expected.rule(f"map.{name}", passes=2)
    for name in ("names-a-policy", "valid-geometry", "inside-area"):
        expected.rule(f"map.{name}", passes=3)
    for name in ("no-excluded-development", "vague-words", "figure-with-unit", "no-building-regulations",
                 "no-absolute-bar", "no-blanket-ban", "no-mast-distance", "distance-kind", "policy-references",
                 "map-references", "table-references", "nppf-2026-paragraphs", "within-period", "within-area"):
        expected.rule(f"wording.{name}", passes=3)
    expected.rule("wording.green-space-wording", passes=1, left_out=2)
    expected.rule("wording.repeats-national-policy", passes=2, others=[judge("GS1", 1)])  # very special circumstances
    expected.rule("map.capacities-add-up", passes=1)  # 120 = 60 + 60


def faulty(expected, folder):
    same_for_both(expected)
    plan_documents(expected)
    area_and_map(expected, folder)
    # Six policies with H2 twice; a policy that is not named passes.
    def wording(name, *others):
        expected.rule(f"wording.{name}", passes=6 - len(others), others=others)
    wording("no-excluded-development", judge("W1", 1))  # gravel extraction
    wording("vague-words", fail("H1", 1))  # high quality
    wording("figure-with-unit", fail("H1", 1))  # at least 35
    wording("no-building-regulations", fail("H2", 1))  # EPC band B
    wording("no-absolute-bar", judge("H1", 1))
    wording("no-blanket-ban", fail("T1", 1))  # no further takeaways
    wording("no-mast-distance", fail("T1", 1))
    wording("distance-kind", fail("T1", 2))  # to schools, of masts
    wording("policy-references", fail("H1", 1))  # H9
    wording("map-references", fail("H2", 1))  # map 7
    wording("table-references", unknown("H2", 0))  # the plan has no caption of any table
    wording("nppf-2026-paragraphs", fail("H1", 1))  # paragraph 130
    wording("within-period", fail("H2", 1))  # 2045
    wording("within-area", judge("W1", 1))
    wording("repeats-national-policy", judge("H2", 1))  # isolated homes in the countryside
    expected.rule("wording.green-space-wording", others=[fail("GS1", 1)], left_out=5)


def plan_documents(expected):
    expected.rule("package.item-present", passes=4, left_out=2, others=[fail("sea", 0)])
    expected.rule("package.one-plan", passes=1, left_out=6)
    expected.rule("package.habitats-present", left_out=6, others=[judge("habitats", 0)])
    expected.rule("package.readable", passes=3)
    expected.rule("dates.six-weeks", others=[fail("reg14", 41, "days")])  # 2 March to 12 April
    expected.rule("dates.in-order", passes=2,
                  others=[fail("SEA screening decision before the submission", -9, "days")])
    expected.rule("dates.bodies-consulted", passes=2, others=[fail("Natural England"), unknown("Historic England")])
    expected.rule("dates.forum-members", others=[fail("neighbourhood forum", 19)])
    # 2 May 2020 to 1 September 2026: six years, two of them leap years (2024; 2020 after February counts none), and 122
    expected.rule("dates.forum-in-force", others=[fail("neighbourhood forum", 6 * 365 + 1 + 122, "days")])
    expected.rule("documents.period-on-title", passes=1, left_out=2)
    expected.rule("documents.one-period", passes=1, others=[fail("basic-conditions.pdf, page 1: 2023-2040", 2023)])
    expected.rule("documents.no-draft-marks", left_out=2, others=[fail("plan.pdf", 2)])  # (draft), Submission Version
    expected.rule("documents.licence-line", left_out=2, others=[judge("plan.pdf", 0)])
    expected.rule("documents.consultation-headings", left_out=2, others=[fail("consultation-statement.pdf", 0)])
    expected.rule("documents.conditions-named", left_out=2, others=[fail("basic-conditions.pdf", 0)])
    expected.rule("documents.screening-bodies", left_out=3)
    expected.rule("documents.in-conformity-table", passes=4, others=[fail("W1", 0)])
    expected.rule("documents.issue-answered", passes=1, others=[fail("2", 0), fail("3", 0)])  # empty, TBC
    # six lines; E1 is nowhere, H2 is announced for page 4 and stands on 3, the printed numbers are those of the file
    expected.rule("documents.contents-heading-exists", passes=5, others=[fail("Policy E1: Workshops", 0)])
    expected.rule("documents.contents-page-right", passes=4, left_out=1,
                  others=[fail("Policy H2: Homes for older people", 1)])
    expected.rule("documents.policy-in-contents", passes=3, others=[fail("T1", 0), fail("W1", 0)])


def area_and_map(expected, folder):
    area = shapes(folder / "area.gpkg", "neighbourhood_area")["N1"]
    designated = shapes(folder / "designated.gpkg", "designated_area")["N1"]
    neighbour = shapes(folder / "other-areas.gpkg", "other_neighbourhood_areas")["N2"]
    green = shapes(folder / "policies.gpkg", "local_green_spaces")["G1"]
    changed = area.SymDifference(designated).GetArea()
    shared = area.Intersection(neighbour).GetArea()
    outside = green.Difference(area).GetArea()
    assert changed > SHARE * area.GetArea() and furthest(area, designated) > 5 and min(shared, outside) > TOLERANCE_M2
    expected.rule("area.designated-boundary", others=[fail("plan", changed, "m2")])
    expected.rule("area.clear-of-other-areas", others=[fail("plan", shared, "m2")])
    expected.rule("map.unique-policies", passes=4, others=[fail("H2", 2)])
    # H1 has two sites; H2 and GS1 say they are mapped and have nothing; T1 and W1 speak of no map
    expected.rule("map.drawn-on-map", passes=1, left_out=2, others=[fail("GS1", 0), fail("H2", 0)])
    expected.rule("map.names-a-policy", passes=2, others=[fail("local_green_spaces/G1", 0),
                                                          fail("site_allocations/S3", 0)])
    expected.rule("map.site-complete", passes=3, others=[fail("S1", 2)])  # area TBC, no timing
    expected.rule("map.unique-sites", passes=2, others=[fail("S2", 2), fail("S2", 2)])
    expected.rule("map.site-drawn", passes=3, others=[fail("S9", 0)])
    # S1 60, S2 60 (counted once), S9 10
    expected.rule("map.capacities-add-up", others=[fail("plan.pdf, page 3: 150 homes", 130)])
    expected.rule("map.valid-geometry", passes=4)
    expected.rule("map.inside-area", passes=3, others=[fail("local_green_spaces/G1", outside, "m2")])


def as_text(expected):
    rules = ",\n".join(f"  {json.dumps(name)}: {json.dumps(rule)}" for name, rule in sorted(expected.rules.items()))
    findings = sorted(expected.findings, key=lambda f: (f["rule"], f["subject"]))
    lines = ",\n".join(f"  {json.dumps(finding)}" for finding in findings)
    return f'{{\n "rules": {{\n{rules}\n }},\n "findings": [\n{lines}\n ]\n}}\n'


def agree(wanted, got):
    """The same JSON, figures to a millionth."""
    def plain(text):
        value = json.loads(text)
        figures = [finding.pop("measured") for finding in value["findings"]]
        return value, [math.nan if f is None else f for f in figures]
    (one, a), (other, b) = plain(wanted), plain(got)
    return one == other and all(math.isclose(x, y, rel_tol=1e-6) or (x != x and y != y) for x, y in zip(a, b))


def main():
    parser = argparse.ArgumentParser(description="Expected findings of the sample submissions.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    status = 0
    for name in ("submission_good", "submission_faulty"):
        expected = Expected()
        if name == "submission_good":
            good(expected)
        else:
            faulty(expected, arguments.folder / name)
        file = SAMPLES / name / "expected_findings.json"
        if arguments.write:
            file.write_text(as_text(expected), encoding="utf-8")
        elif not agree(file.read_text(encoding="utf-8"), as_text(expected)):
            print(f"{file} is not what {Path(__file__).name} works out")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
