# SPDX-License-Identifier: MIT
import os

from qgis.core import (QgsProcessingContext, QgsProcessingOutputFile, QgsProcessingOutputNumber,
                       QgsProcessingParameterBoolean, QgsProcessingParameterEnum, QgsProcessingParameterFolderDestination,
                       QgsProcessingParameterString, QgsVectorLayer)

from .algorithm import Algorithm
from .program import STATUSES, run

TABLES = {"findings_points": "Findings: points", "findings_lines": "Findings: lines",
          "findings_polygons": "Findings: areas", "findings_other": "Findings without a place"}
SCOPES = ["area", "everything"]


class CheckPlan(Algorithm):
    NAME = "checkplan"
    TITLE = "Check plan"
    SHORT = "Checks a plan's policies against its layers and loads the findings"
    HELP = """<p>Checks the policies of a neighbourhood plan against its layers and loads what it finds: policy conflicts, what
is borderline, what cannot be told, what needs judgement, with the place of each and a sentence that says what is wrong.</p>
<h3>Parameters</h3>
<p><b>Plan file</b>: the plan's YAML file; its data lie beside it.</p>
<p><b>What to check</b>: what lies in the neighbourhood area, or everything in the layers.</p>
<p><b>Policy</b> and <b>rule</b>: only this one, by its id; empty: all.</p>
<h3>Outputs</h3>
<p><b>Findings</b>: a folder with findings.gpkg, whose layers bring their styles along. An earlier findings.gpkg in it is
replaced when the new one is complete.</p>
<p><b>Findings of each kind</b> that are not empty are loaded. <b>Status</b>: 0 nothing conflicts, 1 policy conflicts, 3 a must
rule could not be decided. <b>Findings</b>: how many there are.</p>"""

    def initAlgorithm(self, _configuration=None):  # noqa: N802
        self.add_plan_parameters()
        self.addParameter(QgsProcessingParameterEnum("SCOPE", "What to check", ["What lies in the neighbourhood area",
                                                                               "Everything in the layers"], False, 0))
        self.addParameter(QgsProcessingParameterString("POLICY", "Only this policy (its id)", optional=True))
        self.addParameter(QgsProcessingParameterString("RULE", "Only this rule (its id)", optional=True))
        self.advanced(QgsProcessingParameterBoolean("LIST_ALL", "A finding for each subject that passes, too", False))
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", "Folder for the findings"))
        self.addOutput(QgsProcessingOutputFile("FINDINGS", "Findings"))
        self.addOutput(QgsProcessingOutputNumber("STATUS", "Status"))
        self.addOutput(QgsProcessingOutputNumber("COUNT", "Number of findings"))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        folder = self.parameterAsString(parameters, "OUTPUT", context)
        arguments = ["check", *self.plan_arguments(parameters, context), "--save", folder, "--max-findings", "0", "--scope",
                     SCOPES[self.parameterAsEnum(parameters, "SCOPE", context)]]
        for option, name in (("--policy", "POLICY"), ("--rule", "RULE")):
            value = self.parameterAsString(parameters, name, context).strip()
            arguments += [option, value] if value else []
        if self.parameterAsBoolean(parameters, "LIST_ALL", context):
            arguments.append("--list-all")
        status = run(arguments, feedback)
        if status is None:
            return {}
        feedback.pushInfo(STATUSES[status])
        file = os.path.join(folder, "findings.gpkg")
        return {"OUTPUT": folder, "FINDINGS": file, "STATUS": status, "COUNT": self.load(file, context)}

    @staticmethod
    def load(file, context):
        """The tables that hold something, on their way into the project; how many findings there are."""
        count = 0
        for table, title in TABLES.items():
            source = f"{file}|layername={table}"
            layer = QgsVectorLayer(source, title, "ogr")
            if layer.isValid() and layer.featureCount() > 0:
                count += layer.featureCount()
                context.addLayerToLoadOnCompletion(source, QgsProcessingContext.LayerDetails(title, context.project(), table))
        return count
