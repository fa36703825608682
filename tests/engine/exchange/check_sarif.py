# SPDX-License-Identifier: MIT
"""check_sarif.py FILE: whether a file is what OASIS SARIF 2.1.0 asks of a log file.

What the standard requires of the objects that Merestone writes, as assertions with the number of their section:
properties that must be there, those that may be there (a schema that is closed, as the standard's own), types, values to choose
from, and what refers to what. Status 1 and a line for each breach.
"""
import json
import re
import sys

LEVELS = {"none", "note", "warning", "error"}
KINDS = {"pass", "open", "informational", "notApplicable", "review", "fail"}
STATES = {"new", "unchanged", "updated", "absent"}
URI_REFERENCE = re.compile(r"^(?:[A-Za-z0-9\-._~/!$&'()*+,;=:@?#]|%[0-9A-Fa-f]{2})*$")
SEMVER = re.compile(r"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$")
# section: (required, allowed besides)
OBJECTS = {
    "3.13 sarifLog": ({"version", "runs"}, {"$schema", "inlineExternalProperties", "properties"}),
    "3.14 run": ({"tool"}, {"externalPropertyFileReferences", "automationDetails", "runAggregates", "baselineGuid", "language",
                            "taxonomies", "translations", "policies", "invocations", "conversion",
                            "versionControlProvenance", "originalUriBaseIds", "artifacts", "specialLocations",
                            "logicalLocations", "addresses", "threadFlowLocations", "graphs", "webRequests", "webResponses",
                            "results", "defaultEncoding", "defaultSourceLanguage", "newlineSequences", "columnKind",
                            "redactionTokens", "properties"}),
    "3.18 tool": ({"driver"}, {"extensions", "properties"}),
    "3.19 toolComponent": ({"name"}, {"guid", "fullName", "semanticVersion", "version", "rules", "informationUri",
                                      "organization", "properties"}),
    "3.49 reportingDescriptor": ({"id"}, {"name", "guid", "shortDescription", "fullDescription", "defaultConfiguration", "help",
                                          "helpUri", "messageStrings", "relationships", "properties"}),
    "3.20 invocation": ({"executionSuccessful"}, {"toolExecutionNotifications", "toolConfigurationNotifications",
                                                  "exitCode", "properties"}),
    "3.58 notification": ({"message"}, {"descriptor", "associatedRule", "level", "locations", "properties"}),
    "3.24 artifact": (set(), {"location", "hashes", "length", "mimeType", "roles", "description", "properties"}),
    "3.4 artifactLocation": (set(), {"uri", "uriBaseId", "index", "description", "properties"}),
    "3.27 result": ({"message"}, {"ruleId", "ruleIndex", "rule", "kind", "level", "analysisTarget", "locations", "guid",
                                  "correlationGuid", "occurrenceCount", "partialFingerprints", "fingerprints",
                                  "relatedLocations", "suppressions", "baselineState", "rank", "properties"}),
    "3.28 location": (set(), {"id", "physicalLocation", "logicalLocations", "message", "properties"}),
    "3.29 physicalLocation": ({"artifactLocation"}, {"region", "contextRegion", "properties"}),
    "3.33 logicalLocation": (set(), {"index", "name", "fullyQualifiedName", "decoratedName", "kind", "parentIndex", "properties"}),
    "3.35 suppression": ({"kind"}, {"guid", "status", "justification", "location", "properties"}),
    "3.11 message": ({"text"}, {"markdown", "id", "arguments", "properties"}),
}
breaches = []


def need(holds, section, text):
    if not holds:
        breaches.append(f"{section}: {text}")


def shape(section, value):
    """An object with the properties that its section knows, and no text that is empty where one is required."""
    required, besides = OBJECTS[section]
    if not isinstance(value, dict):
        breaches.append(f"{section}: {value!r} is no object")
        return {}
    need(required <= value.keys(), section, f"lacks {sorted(required - value.keys())}")
    need(value.keys() <= required | besides, section, f"has {sorted(value.keys() - required - besides)}")
    need(isinstance(value.get("properties", {}), dict), "3.8", "a property bag is an object")
    return value


def message(value):
    text = shape("3.11 message", value).get("text", "")
    need(isinstance(text, str) and text, "3.11.8", "a message has a text")
    plain = re.sub(r"\\[\\\[\]]", "", text)
    need("[" not in plain and "]" not in plain, "3.11.6", f"brackets would be a link: {text!r}")
    need(re.search(r"(?<!\{)(\{\{)*\{\d+\}", text) is None, "3.11.5", f"a placeholder without arguments: {text!r}")


def artifact_location(value, artifacts):
    value = shape("3.4 artifactLocation", value)
    need("uri" in value or "index" in value, "3.4.2", "neither uri nor index")
    need(URI_REFERENCE.match(value.get("uri", "")), "3.4.3", f"{value.get('uri')!r} is no URI reference")
    need(not value.get("uri", "").startswith("/"), "3.10.2", "a path from the root of one machine")
    if "index" in value:
        index = value["index"]
        need(isinstance(index, int) and 0 <= index < len(artifacts), "3.4.5", f"no artifact {index}")
        if isinstance(index, int) and 0 <= index < len(artifacts):
            need(artifacts[index]["location"]["uri"] == value["uri"], "3.4.5", "index and uri are of two artifacts")


def rule_reference(section, rule_id, index, rules):
    if index is not None:
        need(isinstance(index, int) and 0 <= index < len(rules), section, f"no rule {index}")
        need(rules[index]["id"] == rule_id, section, f"rule {index} is not {rule_id!r}")


def result(value, rules, artifacts):
    value = shape("3.27 result", value)
    message(value.get("message", {}))
    kind, level = value.get("kind", "fail"), value.get("level", "warning")
    need(kind in KINDS, "3.27.9", f"kind {kind!r}")
    need(level in LEVELS, "3.27.10", f"level {level!r}")
    need(kind == "fail" or level == "none", "3.27.10", f"kind {kind!r} with level {level!r}")
    need(isinstance(value.get("ruleId"), str), "3.27.5", "no ruleId")
    rule_reference("3.27.6", value.get("ruleId"), value.get("ruleIndex"), rules)
    need(value.get("baselineState", "new") in STATES, "3.27.24", "baselineState")
    for name, fingerprint in value.get("partialFingerprints", {}).items():
        need(isinstance(fingerprint, str) and fingerprint, "3.27.17", name)
        need(re.search(r"/v\d+$", name), "3.27.17", f"{name!r} has no version")
    for location in value.get("locations", []):
        shape("3.28 location", location)
        if "physicalLocation" in location:
            artifact_location(shape("3.29 physicalLocation", location["physicalLocation"])["artifactLocation"], artifacts)
        for logical in location.get("logicalLocations", []):
            need(all(isinstance(text, str) for text in shape("3.33 logicalLocation", logical).values()), "3.33", "texts")
    for suppression in value.get("suppressions", []):
        shape("3.35 suppression", suppression)
        need(suppression.get("kind") in {"inSource", "external"}, "3.35.3", "kind")
        need(suppression.get("status", "accepted") in {"accepted", "underReview", "rejected"}, "3.35.4", "status")


def run(value):
    value = shape("3.14 run", value)
    driver = shape("3.19 toolComponent", shape("3.18 tool", value.get("tool", {})).get("driver", {}))
    need(driver.get("name"), "3.19.8", "the tool has no name")
    need(SEMVER.match(driver.get("semanticVersion", "0.0.0")), "3.19.12", "semanticVersion")
    rules, artifacts = driver.get("rules", []), value.get("artifacts", [])
    for rule in rules:
        shape("3.49 reportingDescriptor", rule)
        for text in ("shortDescription", "fullDescription"):
            if text in rule:
                message(rule[text])
        need(rule.get("defaultConfiguration", {}).get("level", "warning") in LEVELS, "3.50.3", "level")
    ids = [rule.get("id") for rule in rules]
    need(len(ids) == len(set(ids)), "3.49.3", "two rules have one id")
    for artifact in artifacts:
        artifact_location(shape("3.24 artifact", artifact).get("location", {}), [])
        for algorithm, digest in artifact.get("hashes", {}).items():
            need(algorithm != "sha-256" or re.fullmatch("[0-9a-f]{64}", digest), "3.24.11", digest)
    for invocation in value.get("invocations", []):
        need(isinstance(shape("3.20 invocation", invocation).get("executionSuccessful"), bool), "3.20.14", "no flag")
        for notification in invocation.get("toolExecutionNotifications", []):
            shape("3.58 notification", notification)
            message(notification.get("message", {}))
            need(notification.get("level", "warning") in LEVELS, "3.58.6", "level")
            if "associatedRule" in notification:
                rule = notification["associatedRule"]
                rule_reference("3.58.4", rule.get("id"), rule.get("index"), rules)
    need(value.get("columnKind", "utf16CodeUnits") in {"utf16CodeUnits", "unicodeCodePoints"}, "3.14.27", "columnKind")
    results = value.get("results")
    need(isinstance(results, list), "3.14.23", "results must be there when the tool looked")
    for one in results or []:
        result(one, rules, artifacts)
    for property_name, section in (("suppressions", "3.27.23"), ("baselineState", "3.27.24")):
        having = sum(property_name in one for one in results or [])
        need(having in (0, len(results or [])), section, f"{property_name} on some results only")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        log = shape("3.13 sarifLog", json.load(file))
    need(log.get("version") == "2.1.0", "3.13.2", "version")
    need(re.match(r"https://\S+sarif-schema-2\.1\.0\.json$", log.get("$schema", "")), "3.13.3", "$schema")
    need(isinstance(log.get("runs"), list), "3.13.4", "runs")
    for one in log.get("runs", []):
        run(one)
    print("\n".join(breaches))
    return 1 if breaches else 0


sys.exit(main())
