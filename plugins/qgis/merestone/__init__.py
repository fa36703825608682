# SPDX-License-Identifier: MIT
"""Merestone in QGIS: algorithms for Processing that run the installed program."""


def classFactory(_interface):  # noqa: N802 - QGIS asks for this name
    from .plugin import MerestonePlugin
    return MerestonePlugin()
