#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The algorithms in QGIS itself, without a screen: toolbox_test.py PROGRAM PLUGIN_FOLDER SAMPLE_FOLDER"""
import json
import os
import sys
import tempfile
import threading
import unittest
from pathlib import Path

PROGRAM, PLUGINS, SAMPLE = sys.argv[1], sys.argv[2], Path(sys.argv[3])
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.TemporaryDirectory(prefix="merestone-qgis-")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = os.environ["HOME"] = HOME.name  # no settings of whoever runs this
try:
    from qgis.core import (QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject,
                           QgsVectorLayer)
except ImportError:
    print("skipped: QGIS and its Python module are not installed")
    sys.exit(77)

sys.path[:0] = [PLUGINS, "/usr/share/qgis/python/plugins"]
APPLICATION = QgsApplication([], False)
APPLICATION.initQgis()
from processing.core.Processing import Processing  # noqa: E402 - needs the application
from processing.core.ProcessingConfig import ProcessingConfig  # noqa: E402

Processing.initialize()
import merestone  # noqa: E402

PLUGIN = merestone.classFactory(None)
PLUGIN.initProcessing()


class Feedback(QgsProcessingFeedback):
    """Keeps what is said."""

    def __init__(self):
        super().__init__(False)
        self.said = []
        self.stages = []

    def setProgressText(self, text):  # noqa: N802
        self.stages.append(text)

    def pushInfo(self, text):  # noqa: N802
        self.said.append(text)

    pushConsoleInfo = pushWarning = pushInfo


class Toolbox(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="merestone-out-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.feedback = Feedback()
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        ProcessingConfig.setSettingValue("MERESTONE_PROGRAM", PROGRAM)

    def run_algorithm(self, name, **parameters):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("merestone:" + name)
        self.assertIsNotNone(algorithm, name)
        good, reason = algorithm.checkParameterValues(parameters, self.context)
        self.assertTrue(good, reason)
        results, good = algorithm.run(parameters, self.context, self.feedback, {}, False)
        self.assertTrue(good)
        return results

    def fails(self, name, *parts, **parameters):
        """With one line."""
        with self.assertRaises(QgsProcessingException) as caught:
            self.run_algorithm(name, **parameters)
        text = str(caught.exception)
        self.assertNotIn("\n", text)
        for part in parts:
            self.assertIn(part, text)

    def check(self, **parameters):
        return self.run_algorithm("checkplan", PLAN=str(SAMPLE / "plan.yaml"), TODAY="2026-09-15",
                                  OUTPUT=str(self.folder / "out"), **parameters)

    def test_every_algorithm_explains_itself(self):
        provider = QgsApplication.processingRegistry().providerById("merestone")
        self.assertEqual(sorted(a.name() for a in provider.algorithms()), ["checkplan", "exportplan", "inspectlayer"])
        self.assertFalse(provider.icon().isNull())
        for algorithm in provider.algorithms():
            self.assertTrue(algorithm.displayName() and algorithm.shortDescription())
            self.assertFalse(algorithm.icon().isNull())
            for parameter in algorithm.parameterDefinitions():
                self.assertTrue(parameter.description(), parameter.name())
            self.assertIn("<h3>Outputs</h3>", algorithm.shortHelpString())

    def test_check_loads_findings_with_their_styles(self):
        results = self.check()
        self.assertEqual(results["STATUS"], 1)
        loaded = self.context.layersToLoadOnCompletion()
        self.assertGreaterEqual(len(loaded), 3)
        count = 0
        for source, details in loaded.items():
            layer = QgsVectorLayer(source, details.name, "ogr")
            count += layer.featureCount()
            self.assertTrue(layer.isValid() and layer.featureCount() > 0, source)
            if layer.isSpatial():
                self.assertEqual(layer.renderer().type(), "RuleRenderer")
                self.assertEqual(layer.crs().authid(), "EPSG:27700")
        self.assertEqual(count, results["COUNT"])
        self.assertIn("There are policy conflicts.", self.feedback.said)
        self.assertTrue(any("reading" in stage for stage in self.feedback.stages), self.feedback.stages)
        self.assertGreater(self.feedback.progress(), 0)

    def test_check_of_one_rule(self):
        everything = self.check()["COUNT"]
        plan = json.loads((SAMPLE / "findings.json").read_text()) if (SAMPLE / "findings.json").exists() else None
        rule = plan["rules"][0]["id"] if plan else "BHS-G1.few-buildings"
        self.assertLess(self.check(RULE=rule)["COUNT"], everything)

    def test_export(self):
        results = self.run_algorithm("exportplan", PLAN=str(SAMPLE / "plan.yaml"), FORMATS=[0, 3],
                                     OUTPUT=str(self.folder / "out"))
        self.assertTrue(Path(results["PROJECT"]).is_file())
        self.assertTrue((self.folder / "out" / "csv").is_dir())
        self.assertFalse((self.folder / "out" / "geojson").exists())
        project = QgsProject()
        self.assertTrue(project.read(results["PROJECT"]))
        self.assertTrue(all(layer.isValid() for layer in project.mapLayers().values()))

    def test_inspect(self):
        layer = QgsVectorLayer(f"{SAMPLE / 'plan.gpkg'}|layername=site_allocations", "sites", "ogr")
        results = self.run_algorithm("inspectlayer", INPUT=layer, OUTPUT=str(self.folder / "report.json"))
        report = json.loads(Path(results["OUTPUT"]).read_text())
        self.assertEqual(report["layer"], "site_allocations")
        self.assertEqual(results["FEATURES"], layer.featureCount())
        self.assertEqual(results["FAULTS"], len(report["notes"]))

    def test_what_goes_wrong_is_one_line(self):
        out = str(self.folder / "out")
        self.fails("checkplan", "no_such.yaml", PLAN=str(self.folder / "no_such.yaml"), OUTPUT=out)
        self.fails("checkplan", "NOPE", PLAN=str(SAMPLE / "plan.yaml"), POLICY="NOPE", OUTPUT=out)
        self.fails("inspectlayer", "save it first", INPUT=QgsVectorLayer("Point?crs=EPSG:27700", "made", "memory"),
                   OUTPUT=str(self.folder / "report.json"))
        (self.folder / "mine").mkdir()
        (self.folder / "mine" / "letter.txt").write_text("mine")
        self.fails("exportplan", "mine", PLAN=str(SAMPLE / "plan.yaml"), OUTPUT=str(self.folder / "mine"))
        self.assertEqual((self.folder / "mine" / "letter.txt").read_text(), "mine")
        ProcessingConfig.setSettingValue("MERESTONE_PROGRAM", str(self.folder / "mine" / "letter.txt"))
        self.fails("checkplan", "letter.txt: no program", "Providers", PLAN=str(SAMPLE / "plan.yaml"), OUTPUT=out)

    def test_cancelled(self):
        """A program that never ends by itself, ended by the button."""
        program = self.folder / "program"
        program.write_text(f"#!/bin/sh\necho progress: 1 waiting >&2\necho $$ > '{self.folder}/pid'\nexec sleep 600\n")
        program.chmod(0o755)
        ProcessingConfig.setSettingValue("MERESTONE_PROGRAM", str(program))
        cancelled = threading.Event()
        feedback = self.feedback

        def cancel():
            while "waiting" not in feedback.stages:
                cancelled.wait(0.01)
            feedback.cancel()

        watcher = threading.Thread(target=cancel)
        watcher.start()
        self.assertEqual(self.run_algorithm("checkplan", PLAN=str(SAMPLE / "plan.yaml"), OUTPUT=str(self.folder / "o")), {})
        watcher.join()
        with self.assertRaises(ProcessLookupError):
            os.kill(int((self.folder / "pid").read_text()), 0)


if __name__ == "__main__":
    outcome = unittest.main(argv=[sys.argv[0], "-v", *sys.argv[4:]], exit=False).result
    PLUGIN.unload()
    sys.stdout.flush()
    os._exit(0 if outcome.wasSuccessful() else 1)  # QGIS does not always end well without a screen
