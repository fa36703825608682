# SPDX-License-Identifier: MIT
"""Checks JSON documents against a schema with python3-jsonschema: validate_schema.py SCHEMA DOCUMENT...

Exit status 0: all are valid, 1: one is not, 77: jsonschema is not installed.
"""
import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator, RefResolver
except ImportError:
    sys.exit(77)


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    beside = {}  # schemas refer to those that lie beside them by their file names
    for path in Path(sys.argv[1]).parent.glob("*.schema.json"):
        beside[path.name] = json.loads(path.read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, resolver=RefResolver(schema.get("$id", ""), schema, store=beside))
    wrong = 0
    for name in sys.argv[2:]:
        with open(name, encoding="utf-8") as file:
            document = json.load(file, parse_constant=refuse_constant)
        for error in validator.iter_errors(document):
            wrong = 1
            print(f"{name}: {error.json_path}: {error.message[:200]}")
    return wrong


sys.exit(main())
