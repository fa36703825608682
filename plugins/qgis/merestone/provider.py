# SPDX-License-Identifier: MIT
"""The group "Merestone" of the Processing toolbox, with its one setting."""
import os

from processing.core.ProcessingConfig import ProcessingConfig, Setting
from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .check_plan import CheckPlan
from .export_plan import ExportPlan
from .inspect_layer import InspectLayer
from .program import SETTING

ICON = os.path.join(os.path.dirname(__file__), "icon.svg")


class MerestoneProvider(QgsProcessingProvider):
    def id(self):
        return "merestone"

    def name(self):
        return "Merestone"

    def longName(self):  # noqa: N802
        return "Merestone (neighbourhood plans)"

    def icon(self):
        return QIcon(ICON)

    def load(self):
        ProcessingConfig.settingIcons[self.name()] = self.icon()
        ProcessingConfig.addSetting(Setting(self.name(), SETTING, "Program merestone (empty: the installed one)", "",
                                            valuetype=Setting.FILE))
        ProcessingConfig.readSettings()
        self.refreshAlgorithms()
        return True

    def unload(self):
        ProcessingConfig.removeSetting(SETTING)

    def loadAlgorithms(self):  # noqa: N802
        for algorithm in (CheckPlan, InspectLayer, ExportPlan):
            self.addAlgorithm(algorithm())
