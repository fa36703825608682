# SPDX-License-Identifier: MIT
import json
import os
import tempfile

from qgis.core import (QgsProcessingException, QgsProcessingOutputNumber, QgsProcessingParameterFileDestination,
                       QgsProcessingParameterVectorLayer, QgsProviderRegistry)

from .algorithm import VECTOR, Algorithm
from .program import run


class InspectLayer(Algorithm):
    NAME = "inspectlayer"
    TITLE = "Inspect layer"
    SHORT = "Says what is in a layer's file and what is wrong with it"
    HELP = """<p>Reads a layer's file as a check of a plan would, and says what is in it and what is wrong with it: shapes that are
not valid and where, missing shapes, CRS that cannot be right, empty and repeated identifiers, texts in the wrong encoding.</p>
<h3>Parameters</h3>
<p><b>Layer</b>: one that lies in a file. A temporary layer has to be saved first; filters and edits that are not saved do
not count, as the file itself is read.</p>
<h3>Outputs</h3>
<p><b>Report</b>: everything, as JSON. <b>Faults</b>: how many kinds of faults and remarks there are; the log lists them.</p>"""

    def initAlgorithm(self, _configuration=None):  # noqa: N802
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", "Layer", [VECTOR]))
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", "Report", "JSON files (*.json)"))
        self.addOutput(QgsProcessingOutputNumber("FAULTS", "Faults and remarks"))
        self.addOutput(QgsProcessingOutputNumber("FEATURES", "Features"))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        uri = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        file = uri.get("path") or ""
        if not os.path.isfile(file):
            raise QgsProcessingException(f"{layer.name()} does not lie in a file; save it first")
        with tempfile.TemporaryDirectory(prefix="merestone-") as folder:
            output = os.path.join(folder, "report.json")
            if run(["inspect", file, "--format", "json", "-o", output], feedback) is None:
                return {}
            with open(output, encoding="utf-8") as stream:
                report = json.load(stream)
        layers = [each for source in report["sources"] for each in source["layers"]]
        named = [each for each in layers if each.get("layer") == uri.get("layerName")]
        chosen = (named or layers)[0]
        for note in chosen["notes"]:
            feedback.pushWarning(note["text"])
        target = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        with open(target, "w", encoding="utf-8") as stream:
            json.dump(chosen, stream, indent=2, ensure_ascii=False)
            stream.write("\n")
        return {"OUTPUT": target, "FAULTS": len(chosen["notes"]), "FEATURES": chosen["features_read"]}
