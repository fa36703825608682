# SPDX-License-Identifier: MIT
"""What the algorithms have in common."""
from qgis.core import (QgsProcessing, QgsProcessingAlgorithm, QgsProcessingParameterBoolean,
                       QgsProcessingParameterDefinition, QgsProcessingParameterFile, QgsProcessingParameterString)
from qgis.PyQt.QtGui import QIcon

PLAN = "PLAN"
OUTSIDE = "ALLOW_OUTSIDE"
TODAY = "TODAY"


class Algorithm(QgsProcessingAlgorithm):
    """Subclasses set NAME (stable), TITLE, SHORT and HELP."""

    NAME = TITLE = SHORT = HELP = ""

    def name(self):
        return self.NAME

    def displayName(self):  # noqa: N802 - QGIS's names
        return self.TITLE

    def shortDescription(self):  # noqa: N802
        return self.SHORT

    def shortHelpString(self):  # noqa: N802
        return self.HELP

    def tags(self):
        return ["planning", "neighbourhood plan", "policy", "conflict", "merestone"]

    def icon(self):
        provider = self.provider()
        return provider.icon() if provider else QIcon()

    def createInstance(self):  # noqa: N802
        return type(self)()

    def advanced(self, parameter):
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
        self.addParameter(parameter)

    def add_plan_parameters(self):
        self.addParameter(QgsProcessingParameterFile(PLAN, "Plan file", fileFilter="Plan files (*.yaml *.yml)"))
        self.advanced(QgsProcessingParameterBoolean(OUTSIDE, "Let the plan name data outside its own folder", False))
        self.advanced(QgsProcessingParameterString(TODAY, "Date that waivers are judged by (2026-09-01; empty: today)",
                                                   optional=True))

    def plan_arguments(self, parameters, context):
        arguments = [self.parameterAsFile(parameters, PLAN, context)]
        if self.parameterAsBoolean(parameters, OUTSIDE, context):
            arguments.append("--allow-outside")
        today = self.parameterAsString(parameters, TODAY, context).strip()
        return arguments + (["--today", today] if today else [])


VECTOR = QgsProcessing.TypeVector
