#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Layers out of PostGIS: source_test.py PROGRAM SERVER_FOLDER SAMPLE_FOLDER [TEST…]"""
import re
import signal
import subprocess

import database
from database import DatabaseTest, SAMPLE, log_end, log_since, polygon, sql, wait_until, waiting

READER = "PG:service=reader"
NEAR_HOMES = ('{id: P1.near, for: homes, measure: {way: {distance: parks}}, require: "way <= 300"}')
BIG_ENOUGH = '{id: P1.size, for: plots, measure: {size: {area: self}}, require: "size >= 50"}'


def rows_of(run, rule):
    return [(f["subject"]["id"], f["verdict"], f["measured"]) for f in run["findings"] if f["rule"] == rule]


class SameAnswers(DatabaseTest):
    """The whole sample from the database, read by a role that may do nothing but read."""

    def in_database(self):
        """The sample's plan with each file's layers in the database."""
        text = (SAMPLE / "plan.yaml").read_text()
        tables = {}

        def moved(match):
            source, layer = match.group(1), match.group(2)
            if source.endswith(".csv"):
                return match.group(0)
            name = layer or source.split(".")[0]
            tables[name] = (source, layer)
            return f'{{source: "{READER}", layer: {self.schema}.{name}'

        text = re.sub(r"\{source: ([\w.]+)(?:, layer: (\w+))?", moved, text)
        for name, (source, layer) in tables.items():
            subprocess.run(["ogr2ogr", "-f", "PostgreSQL", "PG:service=owner", SAMPLE / source, *([layer] if layer else []),
                            "-nln", f"{self.schema}.{name}", "-preserve_fid", "-lco", "LAUNDER=NO", "-nlt",
                            "PROMOTE_TO_MULTI"], check=True, capture_output=True)
        (self.folder / "plan.yaml").write_text(text)
        (self.folder / "listed_buildings.csv").write_bytes((SAMPLE / "listed_buildings.csv").read_bytes())
        return self.folder / "plan.yaml"

    def test_sample(self):
        from_files = self.check(SAMPLE / "plan.yaml")
        from_database = self.check(self.in_database())
        self.assertGreater(len(from_files["findings"]), 100)
        for part in ("summary", "rules"):
            self.assertEqual(from_database[part], from_files[part])
        self.assertEqual([f["key"] for f in from_database["findings"]], [f["key"] for f in from_files["findings"]])
        for database_finding, file_finding in zip(from_database["findings"], from_files["findings"]):
            self.assertEqual(database_finding, file_finding)
        drivers = {i["source"] for i in from_database["run"]["inputs"]}
        self.assertIn(READER, drivers)

    def test_twice_alike_on_many_threads(self):
        plan = self.in_database()
        runs = [self.run_program("check", plan, "--format", "json", "--reproducible", "--today", "2026-09-15", "--jobs", n)
                for n in (1, 2, 8)]
        self.assertEqual({run.stdout for run in runs}, {runs[0].stdout})


class OnlyWhatIsNeeded(DatabaseTest):
    """Windows, conditions and columns are the server's work."""

    def setUp(self):
        super().setUp()
        self.table("homes", "pid int PRIMARY KEY, kind text, note text, geom geometry(Polygon,27700)",
                   "SELECT i, CASE WHEN i % 3 = 0 THEN 'flat' ELSE 'house' END, repeat('x', 200), ST_MakeEnvelope("
                   "400000 + 40 * (i % 500), 276000 + 40 * (i / 500), 400010 + 40 * (i % 500), 276010 + 40 * (i / 500), "
                   "27700) FROM generate_series(0, 249999) i")
        sql(f"CREATE INDEX ON {self.schema}.homes USING gist(geom); ANALYZE {self.schema}.homes")
        self.table("parks", "name text PRIMARY KEY, geom geometry(Polygon,27700)",
                   f"VALUES ('Calthorpe', ST_GeomFromText('{polygon(407300, 283300, 200)}', 27700))")
        layers = [f'homes: {{source: "{READER}", layer: {self.schema}.homes, where: "kind = \'flat\' AND pid > 9", id: pid}}',
                  f'parks: {{source: "{READER}", layer: {self.schema}.parks, id: name, complete: true}}']
        self.plan_file = self.plan(layers, [NEAR_HOMES])

    def query_on_homes(self):
        begin = log_end()
        run = self.check(self.plan_file)
        asked = [line for line in log_since(begin) if "CURSOR" in line and f'"{self.schema}"."homes"' in line]
        window = [line for line in asked if "ST_MakeEnvelope" in line]
        queries = {re.search(r"CURSOR for (SELECT.*)", line).group(1) for line in window}
        self.assertEqual(len(queries), 1, asked)  # GDAL asks once for the columns, and once for the rows
        return run, queries.pop()

    def test_window_condition_and_columns_go_to_the_server(self):
        run, query = self.query_on_homes()
        self.assertRegex(query, r'"geom" && ST_MakeEnvelope\(40\d{4}.* OR "geom" IS NULL')
        self.assertIn("\"kind\" IN ('flat', '')", query)
        self.assertIn('"pid" > 9', query)
        self.assertNotIn("note", query)
        plan = "\n".join(row for (row,) in sql("SET jit = off; EXPLAIN " + query))
        self.assertIn("Index Cond: (geom &&", plan)
        self.assertNotIn("Seq Scan", plan)
        inside = sql(f"SELECT pid FROM {self.schema}.homes WHERE kind = 'flat' AND pid > 9 AND "
                     f"ST_Contains(ST_GeomFromText('{database.AREA}', 27700), geom)")
        checked = {subject for subject, _, _ in rows_of(run, "P1.near")}
        self.assertGreater(len(inside), 100)
        self.assertLessEqual({str(pid) for (pid,) in inside}, checked)

    def test_nothing_is_changed_and_nothing_could_be(self):
        begin = log_end()
        self.check(self.plan_file)
        log = "".join(log_since(begin))
        self.assertIn("default_transaction_read_only = on", log)
        self.assertNotRegex(log, r"(?i)\b(insert|update|delete|create|drop|alter)\b")

    def test_a_condition_that_the_server_cannot_take_is_decided_here(self):
        sql(f"CREATE TYPE {self.schema}.mood AS ENUM ('glad', 'sad')")
        self.table("plots", f"id int PRIMARY KEY, mood {self.schema}.mood, open boolean, tags jsonb, geom geometry(Polygon,27700)",
                   f"VALUES (1, 'glad', true, '{{}}', ST_GeomFromText('{polygon(407100, 283100)}', 27700)), "
                   f"(2, 'sad', true, '[1]', ST_GeomFromText('{polygon(407200, 283100)}', 27700)), "
                   f"(3, 'glad', false, null, ST_GeomFromText('{polygon(407300, 283100)}', 27700))")
        plan = self.plan([f'plots: {{source: "{READER}", layer: {self.schema}.plots, where: "mood = \'glad\' AND open = 1"}}'],
                         [BIG_ENOUGH])
        self.assertEqual(rows_of(self.check(plan), "P1.size"), [("1", "pass", 100.0)])


class NothingIsLost(DatabaseTest):
    """Shapes that are null or empty may lie anywhere: no window leaves them out."""

    def make(self, null, empty):
        self.table("plots", "id int PRIMARY KEY, geom geometry(Polygon,27700)",
                   "SELECT i, ST_MakeEnvelope(400000 + i, 280000, 400005 + i, 280005, 27700) FROM generate_series(1, 20000) i")
        sql(f"INSERT INTO {self.schema}.plots VALUES (20001, ST_GeomFromText('{polygon(407100, 283100)}', 27700))")
        if null:
            sql(f"INSERT INTO {self.schema}.plots VALUES (20002, NULL)")
        if empty:
            sql(f"INSERT INTO {self.schema}.plots VALUES (20003, ST_GeomFromText('POLYGON EMPTY', 27700))")
        sql(f"CREATE INDEX ON {self.schema}.plots USING gist(geom)")
        sql(f"ANALYZE {self.schema}.plots")

    def both(self):
        self.to_geopackage("plots")
        one = self.plan([f'plots: {{source: "{READER}", layer: {self.schema}.plots}}'], [BIG_ENOUGH])
        from_database = rows_of(self.check(one), "P1.size")
        other = self.plan(["plots: {source: plots.gpkg}"], [BIG_ENOUGH], "files.yaml")
        self.assertEqual(from_database, rows_of(self.check(other), "P1.size"))
        return from_database

    def test_null(self):
        self.make(True, False)
        self.assertEqual([(i, v) for i, v, _ in self.both()], [("20001", "pass"), ("20002", "cannot_tell")])

    def test_empty(self):
        self.make(False, True)
        self.assertEqual([(i, v) for i, v, _ in self.both()], [("20001", "pass"), ("20003", "cannot_tell")])

    def test_both_in_a_view(self):
        self.make(True, True)
        sql(f"CREATE VIEW {self.schema}.seen AS SELECT id AS number, geom FROM {self.schema}.plots")
        sql(f"GRANT SELECT ON {self.schema}.seen TO reader")
        plan = self.plan([f'plots: {{source: "{READER}", layer: {self.schema}.seen, id: number}}'], [BIG_ENOUGH])
        self.assertEqual([(i, v) for i, v, _ in rows_of(self.check(plan), "P1.size")],
                         [("20001", "pass"), ("20002", "cannot_tell"), ("20003", "cannot_tell")])


class ManyKindsOfTables(DatabaseTest):
    def verdicts(self, layer, options="", rule=BIG_ENOUGH):
        plan = self.plan([f'plots: {{source: "{READER}", layer: "{layer}"{options}}}'], [rule])
        return rows_of(self.check(plan), "P1.size")

    def two(self, transform="27700"):
        return [f"ST_Transform(ST_GeomFromText('{polygon(407100 + 100 * i, 283100, 5 + 5 * i)}', 27700), {transform})"
                for i in range(2)]

    def test_keys(self):
        small, large = self.two()
        for name, key, values in (("by_number", "plot bigint PRIMARY KEY", ("11", "12")),
                                  ("by_text", "plot text PRIMARY KEY", ("'A/1'", "'A/2'")),
                                  ("by_uuid", "plot uuid PRIMARY KEY", ("'00000000-0000-0000-0000-000000000001'",
                                                                       "'00000000-0000-0000-0000-000000000002'")),
                                  ("by_two", "plot text, part int, PRIMARY KEY (part, plot)", ("'A', 1", "'A2', 2")),
                                  ("by_none", "plot text", ("'B'", "'C'"))):
            with self.subTest(name):
                self.table(name, key + ", geom geometry(Polygon,27700)", f"VALUES ({values[0]}, {small}), ({values[1]}, {large})")
                self.assertEqual(self.verdicts(f"{self.schema}.{name}", ", id: plot"),
                                 [(values[0].split(",")[0].strip("'"), "fail", 25.0),
                                  (values[1].split(",")[0].strip("'"), "pass", 100.0)])

    def test_a_key_that_is_a_number_names_the_feature_and_is_an_attribute(self):
        small, large = self.two()
        self.table("plots", "plot int PRIMARY KEY, geom geometry(Polygon,27700)", f"VALUES (7, {small}), (8, {large})")
        self.assertEqual(self.verdicts(f"{self.schema}.plots", ', where: "plot >= 8"'), [("8", "pass", 100.0)])

    def test_no_key_and_no_id_is_told(self):
        small, large = self.two()
        self.table("plots", "plot text, geom geometry(Polygon,27700)", f"VALUES ('b', {small}), ('a', {large})")
        plan = self.plan([f'plots: {{source: "{READER}", layer: {self.schema}.plots}}'], [BIG_ENOUGH])
        result = self.run_program("inspect", plan)
        self.assertIn("set `id:` to a column that names them", " ".join(result.stdout.split()))

    def test_views_names_and_several_shapes(self):
        small, large = self.two()
        self.table('Plots of "Land"', '"Plot No" int PRIMARY KEY, footprint geometry(Polygon,27700), "Centre" geometry(Point,27700)',
                   f"VALUES (1, {small}, ST_Centroid({small})), (2, {large}, ST_Centroid({large}))")
        name = f'{self.schema}.Plots of "Land"(footprint)'.replace('"', '\\"')
        self.assertEqual(self.verdicts(name, ', id: "Plot No"'), [("1", "fail", 25.0), ("2", "pass", 100.0)])
        sql(f'CREATE MATERIALIZED VIEW {self.schema}.kept AS SELECT "Plot No" AS plot, footprint FROM '
            f'{self.schema}."Plots of ""Land"""; GRANT SELECT ON {self.schema}.kept TO reader')
        self.assertEqual(self.verdicts(f"{self.schema}.kept", ", id: plot"), [("1", "fail", 25.0), ("2", "pass", 100.0)])

    def test_other_crs(self):
        for name, column in (("degrees", "geometry(Polygon,4326)"), ("globe", "geography(Polygon,4326)")):
            small, large = self.two("4326")
            self.table(name, f"id int PRIMARY KEY, geom {column}", f"VALUES (1, {small}), (2, {large})")
            sql(f"CREATE INDEX ON {self.schema}.{name} USING gist(geom)")
            found = self.verdicts(f"{self.schema}.{name}")
            self.assertEqual([(i, v) for i, v, _ in found], [("1", "fail"), ("2", "pass")])
            self.assertAlmostEqual(found[1][2], 100.0, 1)

    def test_a_table_without_shapes(self):
        self.table("plots", "id int PRIMARY KEY, easting float, northing float", "VALUES (1, 407100, 283100)")
        rule = '{id: P1.size, for: plots, measure: {way: {distance: area}}, require: "way <= 5"}'
        self.assertEqual(self.verdicts(f"{self.schema}.plots", ", crs: EPSG:27700", rule), [("1", "pass", 0.0)])


class WhatGoesWrong(DatabaseTest):
    def setUp(self):
        super().setUp()
        self.table("plots", "id int PRIMARY KEY, geom geometry(Polygon,27700)",
                   "SELECT i, ST_MakeEnvelope(407000 + i % 100 * 10, 283000 + i / 100 * 10, 407005 + i % 100 * 10, "
                   "283005 + i / 100 * 10, 27700) FROM generate_series(0, 4999) i")

    def plots(self, source=READER, layer="plots"):
        return self.plan([f'plots: {{source: "{source}", layer: {self.schema}.{layer}}}'], [BIG_ENOUGH])

    def test_connections(self):
        self.fails(self.run_program("check", self.plots("PG:service=no_such")), "no_such", "~/.pg_service.conf")
        self.fails(self.run_program("check", self.plots("PG:service=wrong_password")), "password authentication failed")
        self.fails(self.run_program("check", self.plots("PG:host=here user=me password=hunter2")), "PG:…", "PG:service=NAME")
        environment = {"PGHOST": database.SERVER["home"], "PGUSER": "reader", "PGDATABASE": "council",
                       "PGPASSWORD": database.SERVER["passwords"]["reader"]}
        result = self.run_program("check", self.plots("PG:"), "--format", "json", **environment)
        self.assertEqual(result.returncode, 1, result.stderr)

    def test_no_password_is_shown(self):
        result = self.run_program("inspect", "PG:host=here user=me password=hunter2")
        self.assertEqual(result.returncode, 2)
        self.assertNotIn("hunter2", result.stdout + result.stderr)
        result = self.run_program("check", self.plots("PG:host=here user=me password=hunter2"), "--format", "json")
        self.assertNotIn("hunter2", result.stdout + result.stderr)

    def test_tables(self):
        self.fails(self.run_program("check", self.plots(layer="plot")), f"did you mean '{self.schema}.plots'")
        sql(f"REVOKE SELECT ON {self.schema}.plots FROM reader")
        self.fails(self.run_program("check", self.plots()), "permission denied")

    def stopped_in_the_middle(self):
        """A view whose 3000th row waits for a lock that this test holds; the first rows have been read by then."""
        holder = database.connect()
        cursor = holder.cursor()
        cursor.execute("SELECT pg_advisory_lock(4711)")
        sql(f"CREATE FUNCTION {self.schema}.pause(id int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF id = 3000 THEN "
            "PERFORM pg_advisory_lock_shared(4711); END IF; RETURN id; END $$; "
            f"CREATE VIEW {self.schema}.slow AS SELECT {self.schema}.pause(id) AS id, geom FROM "
            f"(SELECT * FROM {self.schema}.plots ORDER BY id) AS sorted; GRANT SELECT ON {self.schema}.slow TO reader")
        self.addCleanup(holder.close)
        running = self.start_program("check", self.plots(layer="slow"), "--save", self.folder / "out")
        self.addCleanup(running.kill)
        return running, wait_until(waiting, "the program reads")

    def test_a_lost_connection_is_told(self):
        running, servers = self.stopped_in_the_middle()
        for pid in servers:
            sql("SELECT pg_terminate_backend(%s)", pid)
        out, err = running.communicate(timeout=database.PATIENCE)
        self.assertEqual(running.returncode, 2, out)
        self.one_line(err, "reading from the database failed", "layer 'plots'")
        self.assertEqual(out, "")
        self.assertEqual([p.name for p in (self.folder / "out").iterdir()], [])

    def test_it_can_be_stopped_while_the_server_is_busy(self):
        running, servers = self.stopped_in_the_middle()
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=database.PATIENCE)
        self.assertNotEqual(running.returncode, 0)
        for pid in servers:
            sql("SELECT pg_terminate_backend(%s)", pid)


if __name__ == "__main__":
    database.main()
