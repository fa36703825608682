# SPDX-License-Identifier: MIT
import os

from qgis.core import (QgsProcessingOutputFile, QgsProcessingParameterBoolean, QgsProcessingParameterEnum,
                       QgsProcessingParameterFolderDestination)

from .algorithm import Algorithm
from .program import run

FORMATS = {"gpkg": "GeoPackage and QGIS project", "shapefile": "Shapefiles", "geojson": "GeoJSON", "csv": "CSV",
           "planning-data": "planning.data.gov.uk"}


class ExportPlan(Algorithm):
    NAME = "exportplan"
    TITLE = "Export plan"
    SHORT = "Writes a plan's layers and findings for others"
    HELP = """<p>Checks a plan and writes its layers and findings into a folder: a GeoPackage with styles and a QGIS project, and
the same as shapefiles, GeoJSON, CSV and the three tables of planning.data.gov.uk. export-report.txt says what each format
lost.</p>
<h3>Parameters</h3>
<p><b>Plan file</b>: the plan's YAML file; its data lie beside it.</p>
<p><b>Formats</b>: those to write.</p>
<p><b>Whole layers</b>: reference layers whole and not only what lies within reach of the neighbourhood.</p>
<h3>Outputs</h3>
<p><b>Folder</b>: is exchanged as a whole when the new one is complete; one that holds files that are not from an export is
left alone. <b>Project</b>: the QGIS project in it.</p>"""

    def initAlgorithm(self, _configuration=None):  # noqa: N802
        self.add_plan_parameters()
        self.addParameter(QgsProcessingParameterEnum("FORMATS", "Formats", list(FORMATS.values()), True, [0]))
        self.addParameter(QgsProcessingParameterBoolean("ALL", "Whole layers", False))
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", "Folder to write"))
        self.addOutput(QgsProcessingOutputFile("PROJECT", "QGIS project"))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        folder = self.parameterAsString(parameters, "OUTPUT", context)
        names = list(FORMATS)
        formats = [names[i] for i in self.parameterAsEnums(parameters, "FORMATS", context)]
        arguments = ["export", *self.plan_arguments(parameters, context), "--to", folder]
        arguments += ["--format", ",".join(formats)] if formats else []
        if self.parameterAsBoolean(parameters, "ALL", context):
            arguments.append("--all")
        if run(arguments, feedback) is None:
            return {}
        project = os.path.join(folder, "plan.qgz")
        return {"OUTPUT": folder, "PROJECT": project if os.path.exists(project) else ""}
