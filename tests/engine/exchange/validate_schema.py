# SPDX-License-Identifier: MIT
"""Checks JSON documents against a schema with python3-jsonschema: validate_schema.py SCHEMA DOCUMENT...

Exit status 0: all are valid, 1: one is not, 77: jsonschema is not installed.
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit(77)


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    wrong = 0
    for name in sys.argv[2:]:
        with open(name, encoding="utf-8") as file:
            document = json.load(file, parse_constant=refuse_constant)
        for error in validator.iter_errors(document):
            wrong = 1
            print(f"{name}: {error.json_path}: {error.message[:200]}")
    return wrong


sys.exit(main())
