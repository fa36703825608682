# SPDX-License-Identifier: MIT
"""What QGIS starts and stops: it registers the provider, and nothing else."""
from qgis.core import QgsApplication

from .provider import MerestoneProvider


class MerestonePlugin:
    def __init__(self):
        self.provider = None

    def initProcessing(self):  # noqa: N802 - QGIS's name, which qgis_process calls too
        if self.provider is None:
            self.provider = MerestoneProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):  # noqa: N802
        self.initProcessing()

    def unload(self):
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
