# SPDX-License-Identifier: MIT
"""What the tests with a database share: connections, the program, its server's log, plans to try."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

try:
    import psycopg2
    from osgeo import ogr

    ogr.UseExceptions()
except ImportError as missing:
    print(f"{missing}: skipped")
    sys.exit(77)

PROGRAM, FOLDER, SAMPLE = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
if not (FOLDER / "server.json").exists():
    print("there is no server: skipped")
    sys.exit(77)
SERVER = json.loads((FOLDER / "server.json").read_text())
os.environ["PGSERVICEFILE"] = str(FOLDER / "services.conf")
PATIENCE = 60  # seconds until a test gives up on another process; none waits for that long when all is well

AREA = "POLYGON((407000 283000,408000 283000,408000 284000,407000 284000,407000 283000))"


def connect(role="owner"):
    connection = psycopg2.connect(service=role)
    connection.autocommit = True
    return connection


def sql(text, *values, role="owner"):
    """Runs statements; the rows of the last, if it gives any."""
    connection = connect(role)
    try:
        cursor = connection.cursor()
        cursor.execute(text, values or None)
        return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def wait_until(condition, what):
    for _ in range(PATIENCE * 20):
        result = condition()
        if result:
            return result
        time.sleep(0.05)
    raise AssertionError(f"waited in vain until {what}")


def waiting():
    """The server processes of the program that wait for a lock that a test holds."""
    return [pid for (pid,) in sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'merestone' AND "
                                  "wait_event_type = 'Lock'")]


def polygon(x, y, side=10.0):
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


class DatabaseTest(unittest.TestCase):
    """A folder for plans, a schema for tables, and the program."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="merestone-plan-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.schema = self.id().rsplit(".", 1)[-1].lower()[:40]
        sql(f'DROP SCHEMA IF EXISTS "{self.schema}" CASCADE; CREATE SCHEMA "{self.schema}"; '
            f'GRANT USAGE ON SCHEMA "{self.schema}" TO reader; '
            f'ALTER DEFAULT PRIVILEGES IN SCHEMA "{self.schema}" GRANT SELECT ON TABLES TO reader')
        self.addCleanup(sql, f'DROP SCHEMA "{self.schema}" CASCADE')

    def table(self, name, columns, rows=None):
        name = name.replace('"', '""')
        sql(f'CREATE TABLE "{self.schema}"."{name}" ({columns})')
        if rows:
            sql(f'INSERT INTO "{self.schema}"."{name}" {rows}')

    def arguments(self, *arguments):
        return [PROGRAM, *map(str, arguments)]

    def run_program(self, *arguments, **environment):
        result = subprocess.run(self.arguments(*arguments), cwd=self.folder, text=True, stdin=subprocess.DEVNULL,
                                capture_output=True, env={**os.environ, **environment}, timeout=PATIENCE)
        self.no_password_in(result.stdout + result.stderr)
        return result

    def start_program(self, *arguments):
        return subprocess.Popen(self.arguments(*arguments), cwd=self.folder, text=True, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def no_password_in(self, text):
        for password in [*SERVER["passwords"].values(), "n0t-the-one"]:
            self.assertNotIn(password, text)

    def fails(self, result, *parts):
        """One line on standard error and status 2."""
        self.assertEqual(result.returncode, 2, result.stdout + result.stderr)
        self.one_line(result.stderr, *parts)

    def one_line(self, text, *parts):
        self.assertRegex(text, r"\Amerestone: [^\n]+\n\Z")
        for part in parts:
            self.assertIn(part, text)
        self.no_password_in(text)

    def plan(self, layers, rules, name="plan.yaml"):
        """A plan of one square kilometre; `layers` and `rules` are YAML in flow style, one a line."""
        (self.folder / "area.csv").write_text(f'name,shape\nEast End,"{AREA}"\n')
        text = ("merestone: 1\nplan: {title: Trial}\nlayers:\n"
                "  area: {source: area.csv, wkt: shape, crs: EPSG:27700, role: neighbourhood_area}\n"
                + "".join(f"  {line}\n" for line in layers)
                + "policies:\n  - id: P1\n    title: Trial\n    rules:\n"
                + "".join(f"      - {line}\n" for line in rules))
        path = self.folder / name
        path.write_text(text)
        return path

    def check(self, plan, *options):
        """The result as JSON; the run must end with findings or none, not with an error."""
        result = self.run_program("check", plan, "--format", "json", "--list-all", "--today", "2026-09-15", *options)
        self.assertIn(result.returncode, (0, 1, 3), result.stderr)
        return json.loads(result.stdout)

    def to_geopackage(self, name):
        """The table as a GeoPackage beside the plan, read with GDAL's own means."""
        subprocess.run(["ogr2ogr", "-f", "GPKG", self.folder / f"{name}.gpkg", "PG:service=owner",
                        f"{self.schema}.{name}", "-nln", name, "-preserve_fid"],
                       check=True, capture_output=True)
        return self.folder / f"{name}.gpkg"


def log_since(position):
    """What the server has been asked by the program since then."""
    with open(SERVER["log"], encoding="utf-8", errors="replace") as log:
        log.seek(position)
        return [line for line in log if line.startswith("merestone ")]


def log_end():
    return os.path.getsize(SERVER["log"])


def main():
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[4:]])
