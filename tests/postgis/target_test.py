#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Findings into PostGIS: target_test.py PROGRAM SERVER_FOLDER SAMPLE_FOLDER [TEST…]"""
import signal
import subprocess

import database
from database import DatabaseTest, SAMPLE, connect, log_end, log_since, polygon, sql, wait_until, waiting
from osgeo import ogr

WRITER = "PG:service=writer"
TABLES = ["findings_lines", "findings_other", "findings_points", "findings_polygons", "inputs", "rules"]


class TargetTest(DatabaseTest):
    def setUp(self):
        super().setUp()
        self.target = "to_" + self.schema[:50]
        sql(f'DROP SCHEMA IF EXISTS "{self.target}" CASCADE')
        self.addCleanup(sql, f'DROP SCHEMA IF EXISTS "{self.target}" CASCADE')

    def trial(self, sizes, title="Trial"):
        """A plan of plots of which those below 10 m by 10 m conflict."""
        (self.folder / "plots.csv").write_text("reference,shape\n" + "".join(
            f'{name},"{polygon(407100 + 100 * i, 283100, side)}"\n' for i, (name, side) in enumerate(sizes.items())))
        plan = self.plan(["plots: {source: plots.csv, wkt: shape, crs: EPSG:27700, id: reference}"],
                         ['{id: P1.size, for: plots, measure: {size: {area: self}}, require: "size >= 100"}'])
        plan.write_text(plan.read_text().replace("title: Trial}", f"title: {title}}}", 1))
        return plan

    def save(self, plan, to=WRITER):
        return self.run_program("check", plan, "--save", to, "--schema", self.target, "--today", "2026-09-15", "--quiet")

    def saved(self, plan):
        result = self.save(plan)
        self.assertEqual(result.stderr, "")
        self.assertEqual(result.returncode, 1)
        return result

    def subjects(self, role="owner"):
        return [s for (s,) in sql(f'SELECT subject_id FROM "{self.target}".findings_polygons ORDER BY 1', role=role)]

    def tables(self):
        return [t for (t,) in sql("SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY 1", self.target)]


class Written(TargetTest):
    def test_the_same_as_in_the_geopackage(self):
        self.saved(SAMPLE / "plan.yaml")
        subprocess.run([database.PROGRAM, "check", SAMPLE / "plan.yaml", "--today", "2026-09-15", "--quiet", "--save",
                        self.folder], check=False, capture_output=True)
        file = ogr.Open(str(self.folder / "findings.gpkg"))
        server = ogr.Open("PG:service=owner")
        self.assertEqual(self.tables(), TABLES)
        for name in TABLES:
            ours = server.GetLayerByName(f"{self.target}.{name}")
            theirs = file.GetLayerByName(name)
            names = [field.GetName() for field in theirs.schema]
            self.assertEqual([field.GetName() for field in ours.schema], names)
            self.assertEqual([field.GetType() for field in ours.schema], [field.GetType() for field in theirs.schema])
            self.assertEqual(ours.GetFeatureCount(), theirs.GetFeatureCount(), name)
            here = {feature.GetFID(): feature for feature in ours}
            for there in theirs:
                feature = here[there.GetFID()]
                self.assertEqual([feature[n] for n in names], [there[n] for n in names])
                if there.GetGeometryRef() is not None:
                    shape = ogr.ForceToMultiPoint(there.GetGeometryRef().Clone()) if "points" in name \
                        else there.GetGeometryRef()
                    self.assertEqual(feature.GetGeometryRef().ExportToWkb(), shape.ExportToWkb())
                    self.assertEqual(feature.GetGeometryRef().GetSpatialReference().GetAuthorityCode(None), "27700")

    def test_a_new_run_replaces_the_old_one_and_grants_and_views_last(self):
        result = self.saved(self.trial({"A": 5, "B": 6}))
        self.assertIn(f"PG:service=writer, schema {self.target}", result.stdout)
        self.assertEqual(self.subjects(), ["A", "B"])
        sql(f'GRANT USAGE ON SCHEMA "{self.target}" TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA "{self.target}" TO '
            f'reader; CREATE VIEW "{self.target}".mine AS SELECT * FROM "{self.target}".findings_polygons')
        self.saved(self.trial({"A": 50, "B": 6, "C": 2}))
        self.assertEqual(self.subjects("reader"), ["B", "C"])
        self.assertEqual(sql(f'SELECT count(*) FROM "{self.target}".mine'), [(2,)])

    def test_tables_of_other_columns_are_made_anew(self):
        plan = self.trial({"A": 5})
        self.saved(plan)
        sql(f'ALTER TABLE "{self.target}".rules ADD COLUMN more int')
        self.saved(plan)
        self.assertNotIn(("more",), sql("SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass",
                                        f'"{self.target}".rules'))

    def test_texts_stay_texts(self):
        name = "'); DROP SCHEMA public CASCADE; --"
        plan = self.trial({name: 5}, '"O\'Neill\\\\ \\"land\\"; --"')
        self.saved(plan)
        self.assertEqual(self.subjects(), [name])
        self.assertIn("O'Neill\\ \"land\"; --", sql("SELECT obj_description(%s::regclass)", f'"{self.target}".rules')[0][0])

    def test_one_transaction(self):
        plan = self.trial({"A": 5})
        self.saved(plan)
        begin = log_end()
        self.saved(plan)
        log = "".join(log_since(begin))
        work = log[log.rindex("BEGIN"):]  # what comes before is questions
        self.assertEqual(work.count("COMMIT"), 1)
        self.assertEqual(work.count("DELETE"), log.count("DELETE"))
        self.assertLess(work.rindex("INSERT"), work.index("COMMIT"))


class LeftAlone(TargetTest):
    """Whatever goes wrong: the old findings, whole."""

    def test_tables_of_others(self):
        sql(f'CREATE SCHEMA "{self.target}" AUTHORIZATION writer')
        sql(f'CREATE TABLE "{self.target}".rules (mine text)', role="writer")
        self.fails(self.save(self.trial({"A": 5})), "table rules", "--schema")
        self.assertEqual(self.tables(), ["rules"])

    def test_no_right_to_make_a_schema(self):
        self.fails(self.save(self.trial({"A": 5}), "PG:service=nobody"), "CREATE SCHEMA")
        self.assertEqual(self.tables(), [])

    def test_no_right_in_the_schema(self):
        sql(f'CREATE SCHEMA "{self.target}"; GRANT USAGE ON SCHEMA "{self.target}" TO writer')
        begin = log_end()
        self.fails(self.save(self.trial({"A": 5})), "GRANT USAGE, CREATE ON SCHEMA")
        self.assertNotIn("INSERT", "".join(log_since(begin)))

    def test_grants_on_one_schema_are_enough(self):
        sql(f'CREATE SCHEMA "{self.target}"; GRANT USAGE, CREATE ON SCHEMA "{self.target}" TO nobody')
        result = self.save(self.trial({"A": 5}), "PG:service=nobody")
        self.assertEqual((result.returncode, result.stderr), (1, ""))

    def test_no_right_to_the_tables(self):
        self.saved(self.trial({"A": 5}))
        sql(f'GRANT USAGE, CREATE ON SCHEMA "{self.target}" TO nobody')
        self.fails(self.save(self.trial({"B": 5}), "PG:service=nobody"), "permission denied", "untouched")
        self.assertEqual(self.subjects(), ["A"])

    def test_a_server_that_cannot_be_reached(self):
        self.fails(self.save(self.trial({"A": 5}), "PG:service=wrong_password"), "password authentication failed")
        self.fails(self.save(self.trial({"A": 5}), "PG:password=n0t-the-one"), "PG:service=NAME")

    def test_a_folder_of_plans(self):
        (self.folder / "one").mkdir()
        (self.folder / "two").mkdir()
        plan = self.trial({"A": 5})
        for folder in ("one", "two"):
            for name in ("plan.yaml", "area.csv", "plots.csv"):
                (self.folder / folder / name).write_text((self.folder / name).read_text())
        plan.unlink()
        self.fails(self.save(self.folder), "one by one")

    def stopped_while_writing(self):
        """The program, with the first tables replaced, waits for the last, which this test has locked."""
        self.saved(self.trial({"A": 5, "B": 6}))
        holder = connect()
        holder.autocommit = False
        self.addCleanup(holder.close)
        holder.cursor().execute(f'LOCK TABLE "{self.target}".inputs IN EXCLUSIVE MODE')
        running = self.start_program("check", self.trial({"C": 5}), "--save", WRITER, "--schema", self.target)
        self.addCleanup(running.kill)
        return running, wait_until(waiting, "the program writes")

    def test_a_lost_connection(self):
        running, servers = self.stopped_while_writing()
        for pid in servers:
            sql("SELECT pg_terminate_backend(%s)", pid)
        out, err = running.communicate(timeout=database.PATIENCE)
        self.assertEqual(running.returncode, 2, out)
        self.one_line(err, "untouched")
        self.assertEqual(out, "")
        self.assertEqual(self.subjects(), ["A", "B"])

    def test_a_killed_program(self):
        running, servers = self.stopped_while_writing()
        running.send_signal(signal.SIGKILL)
        running.communicate(timeout=database.PATIENCE)
        for pid in servers:
            sql("SELECT pg_terminate_backend(%s)", pid)
        self.assertEqual(self.subjects(), ["A", "B"])

    def test_two_at_a_time(self):
        running, _ = self.stopped_while_writing()
        second = self.start_program("check", self.folder / "plan.yaml", "--save", WRITER, "--schema", self.target)
        self.addCleanup(second.kill)
        blocked = wait_until(lambda: len(waiting()) == 2 and waiting(), "both wait")
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'owner' AND state = "
            "'idle in transaction' AND pid <> ALL(%s)", blocked)  # lets the lock go
        for program in (running, second):
            _, err = program.communicate(timeout=database.PATIENCE)
            self.assertEqual((program.returncode, err), (1, ""))
        self.assertEqual(self.subjects(), ["C"])


if __name__ == "__main__":
    database.main()
