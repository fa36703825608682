# SPDX-License-Identifier: MIT
"""An export opened in QGIS itself, without a screen, after its folder has been moved.

Usage: check_in_qgis.py EXPORT [PICTURE.png]"""
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.core import (Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsExpression, QgsExpressionContext,
                           QgsExpressionContextUtils, QgsFeatureRequest, QgsLayoutExporter, QgsLayoutItemLabel,
                           QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemScaleBar, QgsProject, QgsVectorLayer,
                           QgsWkbTypes)
except ImportError:
    print("skipped: QGIS and its Python module are not installed")
    sys.exit(77)

from exported import Complaints, Export

complaints = Complaints()


def check_layer(layer, tables):
    complaints.expect(layer.isValid(), f"{layer.name()}: cannot be read from {layer.source()}")
    table = layer.source().split("layername=")[1].split("|")[0]
    complaints.expect(table in tables, f"{layer.name()}: no table {table}")
    complaints.equal(layer.crs().authid() if layer.isSpatial() else "EPSG:27700", "EPSG:27700", f"{layer.name()}: CRS")
    if "|subset=" not in layer.source():
        complaints.equal(layer.featureCount(), tables[table], f"{layer.name()}: features")
    else:
        complaints.expect(layer.featureCount() > 0, f"{layer.name()}: holds nothing")
    if not layer.isSpatial():
        return
    if table.startswith("findings_"):
        complaints.equal(layer.renderer().type(), "RuleRenderer", f"{layer.name()}: renderer")
        complaints.expect(layer.labelsEnabled(), f"{layer.name()}: no labels")
        check_every_feature_is_drawn(layer)
    if layer.mapTipTemplate():
        check_tip(layer)


def check_every_feature_is_drawn(layer):
    """No rule of the style is broken, and each feature meets one."""
    words = {"fail": "Policy conflict", "borderline": "Borderline", "cannot_tell": "Cannot tell",
             "needs_judgement": "Needs judgement"}
    root = layer.renderer().rootRule()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFields(layer.fields())
    for feature in layer.getFeatures(QgsFeatureRequest().setLimit(200)):
        context.setFeature(feature)
        met = [rule.label() for rule in root.children()
               if not rule.isElse() and QgsExpression(rule.filterExpression()).evaluate(context)]
        expected = "Waived" if feature["waived"] else words[feature["verdict"]]
        complaints.equal(met, [expected], f"{layer.name()}: how {feature['key']} is drawn")
    for rule in root.children():
        if not rule.isElse():
            expression = QgsExpression(rule.filterExpression())
            complaints.expect(not expression.hasParserError(), f"{layer.name()}: {rule.filterExpression()}")
            context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
            context.setFields(layer.fields())
            for feature in layer.getFeatures(QgsFeatureRequest().setLimit(5)):
                context.setFeature(feature)
                expression.evaluate(context)
                complaints.expect(not expression.hasEvalError(), f"{layer.name()}: {expression.evalErrorString()}")


def check_tip(layer):
    """What stands in fields stays text in the HTML of a map tip."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFields(layer.fields())
    for feature in layer.getFeatures(QgsFeatureRequest().setLimit(50)):
        context.setFeature(feature)
        html = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        complaints.expect("[%" not in layer.mapTipTemplate() or html != layer.mapTipTemplate(),
                          f"{layer.name()}: the map tip is not filled in")
        plain = html
        for tag in ("<b>", "</b>", "<div>", "</div>"):
            plain = plain.replace(tag, "")
        complaints.expect("<" not in plain and ">" not in plain, f"{layer.name()}: map tip {html!r}")


def check_project(folder, tables, picture):
    project = QgsProject.instance()
    complaints.expect(project.read(str(folder / "plan.qgz")), f"the project cannot be read: {project.error()}")
    layers = list(project.mapLayers().values())
    complaints.expect(len(layers) >= len(tables), f"{len(layers)} layers for {len(tables)} tables")
    for layer in layers:
        complaints.expect(str(folder) in layer.source(), f"{layer.name()}: {layer.source()} lies elsewhere")
        check_layer(layer, tables)
    complaints.equal(project.crs().authid(), "EPSG:27700", "CRS of the project")
    complaints.equal(project.ellipsoid(), "NONE", "ellipsoid")
    complaints.expect(project.title(), "no title")
    complaints.equal(project.filePathStorage(), Qgis.FilePathType.Relative if hasattr(Qgis, "FilePathType") else 1,
                     "kind of paths")
    themes = project.mapThemeCollection()
    complaints.equal(sorted(themes.mapThemes()), ["All", "Open", "Waived"], "themes")
    for theme in themes.mapThemes():
        shown = {layer.name() for layer in themes.mapThemeVisibleLayers(theme)}
        complaints.expect(shown, f"theme {theme} shows nothing")
        complaints.expect(theme != "Open" or not any("waived" in name for name in shown), "Open shows waived findings")
        complaints.expect(theme != "Waived" or not any(", open" in name for name in shown), "Waived shows open findings")
    root = project.layerTreeRoot()
    complaints.expect(root.hasCustomLayerOrder(), "the order of drawing is not set")
    drawn = {layer.id() for layer in layers if layer.isSpatial()}
    complaints.equal({layer.id() for layer in root.customLayerOrder()}, drawn, "layers in the order of drawing")
    complaints.expect(len(root.findGroups()) >= 3, "no groups")
    for node in root.findLayers():
        complaints.expect(node.layer() is not None, f"{node.name()}: a layer of the tree is missing")
    check_layout(project, picture)


def check_layout(project, picture):
    layouts = project.layoutManager().printLayouts()
    complaints.equal([each.name() for each in layouts], ["Policies map"], "layouts")
    for layout in layouts:
        kinds = {kind: [each for each in layout.items() if isinstance(each, kind)]
                 for kind in (QgsLayoutItemMap, QgsLayoutItemLegend, QgsLayoutItemScaleBar, QgsLayoutItemLabel)}
        for kind, least in ((QgsLayoutItemMap, 1), (QgsLayoutItemLegend, 1), (QgsLayoutItemScaleBar, 1),
                            (QgsLayoutItemLabel, 3)):
            complaints.expect(len(kinds[kind]) >= least, f"the layout has {len(kinds[kind])} of {kind.__name__}")
        for page in range(layout.pageCollection().pageCount()):
            size = layout.pageCollection().page(page).pageSize()
            complaints.equal((size.width(), size.height()), (420.0, 297.0), "page")
        for label in kinds[QgsLayoutItemLabel]:
            complaints.expect("[%" not in label.currentText() and label.currentText().strip(),
                              f"label {label.currentText()!r}")
        complaints.expect(any("icence" in label.currentText() for label in kinds[QgsLayoutItemLabel]), "no licence")
        for item in kinds[QgsLayoutItemMap]:
            complaints.expect(item.extent().width() > 0 and item.followVisibilityPreset(), "the map is empty")
        for item in kinds[QgsLayoutItemScaleBar]:
            complaints.expect(item.linkedMap() is not None, "the scale bar belongs to no map")
        if picture:
            settings = QgsLayoutExporter.ImageExportSettings()
            settings.dpi = 96
            result = QgsLayoutExporter(layout).exportToImage(picture, settings)
            complaints.equal(result, QgsLayoutExporter.Success, "printing the layout")


def check_styles(folder, export):
    """The style that a layer gets by itself, from the GeoPackage and beside a shapefile; and that .qml and .sld load."""
    for table in export.of("style"):
        fresh = QgsVectorLayer(f"{folder}/plan.gpkg|layername={table}", table, "ogr")
        complaints.expect(fresh.isValid(), f"{table}: cannot be opened")
        text, found = fresh.loadDefaultStyle()
        complaints.expect(found, f"{table}: no style of its own: {text}")
        expected = "RuleRenderer" if table.startswith("findings_") else "singleSymbol"
        complaints.equal(fresh.renderer().type(), expected, f"{table}: style in the GeoPackage")
        for suffix in ("qml", "sld"):
            again = QgsVectorLayer(f"{folder}/plan.gpkg|layername={table}", table, "ogr")
            load = again.loadNamedStyle if suffix == "qml" else again.loadSldStyle
            text, good = load(f"{folder}/styles/{table}.{suffix}")
            complaints.expect(good, f"{table}.{suffix}: {text}")
        colour = fresh.renderer().symbols(_context(fresh))[0].color().name()
        shape = folder / "shapefile" / f"{table}.shp"
        if shape.exists():
            layer = QgsVectorLayer(str(shape), table, "ogr")  # QGIS takes the .qml beside it
            complaints.expect(layer.isValid(), f"{shape.name}: cannot be opened")
            complaints.equal(layer.renderer().type(), expected, f"{shape.name}: style")
            complaints.equal(layer.crs().authid(), "EPSG:27700", f"{shape.name}: CRS")
            complaints.equal(layer.renderer().symbols(_context(layer))[0].color().name(), colour, f"{shape.name}: colour")
            if layer.labelsEnabled():
                label = layer.labeling().settings().fieldName
                complaints.expect(layer.fields().indexOf(label) >= 0, f"{shape.name}: labels by {label}")


def _context(layer):
    from qgis.core import QgsRenderContext
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    return context


def main():
    application = QgsApplication([], False)
    application.initQgis()
    with tempfile.TemporaryDirectory() as elsewhere:
        folder = Path(elsewhere) / "moved to another place"
        shutil.copytree(sys.argv[1], folder)
        export = Export(folder)
        from osgeo import ogr
        package = ogr.Open(str(folder / "plan.gpkg"))
        tables = {package.GetLayer(i).GetName(): package.GetLayer(i).GetFeatureCount()
                  for i in range(package.GetLayerCount()) if package.GetLayer(i).GetName() != "layer_styles"}
        check_project(folder, tables, sys.argv[2] if len(sys.argv) > 2 else None)
        check_styles(folder, export)
        QgsProject.instance().clear()
    complaints.finish()  # at once: taking QGIS apart from Python is known to crash


main()
