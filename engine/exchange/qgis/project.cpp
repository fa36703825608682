// SPDX-License-Identifier: MIT
#include "exchange/qgis/project.hpp"

#include "base/text.hpp"
#include "exchange/export/zip_file.hpp"
#include "exchange/qgis/crs_xml.hpp"
#include "exchange/qgis/layout.hpp"
#include "exchange/qgis/project_layers.hpp"
#include "exchange/style/qml.hpp"

namespace merestone {

namespace {

void addBox(const XmlElement& parent, const Box& box) {
    const XmlElement extent = parent.add("extent");
    const Box shown = box.empty() ? Box{0, 0, 0, 0} : box;
    extent.add("xmin", shortest(shown.minX));
    extent.add("ymin", shortest(shown.minY));
    extent.add("xmax", shortest(shown.maxX));
    extent.add("ymax", shortest(shown.maxY));
}

class Project {
public:
    Project(const ExportContent& content, const std::string& package)
        : m_content(content), m_package(package), m_groups(projectGroups(content)), m_order(drawingOrder(m_groups)),
          m_crs(content.plan.crs), m_box(mapBox(content)) {}

    std::string text() {
        const XmlDocument document("qgis");
        const XmlElement root = document.root();
        const std::string title = qgisPlainText(m_content.plan.summary.title);
        root.set({{"projectname", title}, {"version", kQgisVersion}});
        root.add("homePath").set("path", "");
        root.add("title", title);
        m_crs.add(root.add("projectCrs"));
        addTree(root);
        addCanvas(root);
        const XmlElement layers = root.add("projectlayers");
        for (const ProjectLayer* layer : m_order) {
            addLayer(layers, *layer);
        }
        addProperties(root);
        addThemes(root);
        addMetadata(root);
        addLayout(root.add("Layouts"), m_content, m_order, m_box);
        return document.text(kQgisDocumentType);
    }

private:
    std::string source(const ProjectLayer& layer) const {
        return "./" + m_package + "|layername=" + layer.table->name +
               (layer.filter.empty() ? "" : "|subset=" + layer.filter);
    }

    void addTree(const XmlElement& root) const {
        const XmlElement tree = root.add("layer-tree-group");
        for (const ProjectGroup& group : m_groups) {
            const XmlElement branch = tree.add("layer-tree-group");
            branch.set({{"name", qgisPlainText(group.name)},
                        {"checked", group.visible ? "Qt::Checked" : "Qt::Unchecked"},
                        {"expanded", "0"}});
            for (const ProjectLayer& layer : group.layers) {
                branch.add("layer-tree-layer")
                    .set({{"id", layer.id},
                          {"name", qgisPlainText(layer.name)},
                          {"source", source(layer)},
                          {"providerKey", "ogr"},
                          {"checked", layer.visible ? "Qt::Checked" : "Qt::Unchecked"},
                          {"expanded", "0"}});
            }
        }
        const XmlElement order = tree.add("custom-order");
        order.set("enabled", "1");
        for (const ProjectLayer* layer : m_order) {
            order.add("item", layer->id);
        }
    }

    void addCanvas(const XmlElement& root) const {
        const XmlElement canvas = root.add("mapcanvas");
        canvas.set({{"name", "theMapCanvas"}, {"annotationsVisible", "1"}});
        canvas.add("units", "meters");
        addBox(canvas, m_box);
        canvas.add("rotation", "0");
        m_crs.add(canvas.add("destinationsrs"));
    }

    void addLayer(const XmlElement& layers, const ProjectLayer& layer) const {
        static constexpr const char* kTypes[] = {"No geometry", "Point", "Line", "Polygon"}; // in the order of Shape
        const XmlElement element = layers.add("maplayer");
        element.set({{"type", "vector"},
                     {"geometry", kTypes[static_cast<std::size_t>(layer.table->shape)]},
                     {"hasScaleBasedVisibilityFlag", "0"},
                     {"simplifyDrawingHints", "1"},
                     {"simplifyDrawingTol", "1"},
                     {"simplifyLocal", "1"},
                     {"simplifyMaxScale", "1"},
                     {"readOnly", "0"}});
        addBox(element, layer.box);
        element.add("id", layer.id);
        element.add("datasource", source(layer));
        element.add("layername", qgisPlainText(layer.name));
        m_crs.add(element.add("srs"));
        addLayerMetadata(element, *layer.table);
        element.add("provider", "ogr").set("encoding", "UTF-8");
        if (layer.table->shape != Shape::none) {
            addQmlStyle(element, layer.style);
        }
    }

    void addLayerMetadata(const XmlElement& layer, const ExportTable& table) const {
        const XmlElement metadata = layer.add("resourceMetadata");
        metadata.add("identifier", table.name);
        metadata.add("language", "ENG");
        metadata.add("type", "dataset");
        metadata.add("title", table.title);
        metadata.add("abstract", table.description);
        if (!table.licence.empty()) {
            metadata.add("license", table.licence);
        }
        m_crs.add(metadata.add("crs"));
    }

    void addProperties(const XmlElement& root) const {
        const XmlElement properties = root.add("properties");
        const auto add = [&properties](const char* group, const char* key, const char* type, const char* value) {
            properties.add(group).add(key, value).set("type", type);
        };
        add("Paths", "Absolute", "bool", "false");
        // Findings are measured on the plane: with an ellipsoid $area would give other figures than they do.
        add("Measure", "Ellipsoid", "QString", "NONE");
        add("SpatialRefSys", "ProjectionsEnabled", "int", "1");
        const XmlElement units = properties.add("Measurement");
        units.add("DistanceUnits", "meters").set("type", "QString");
        units.add("AreaUnits", "m2").set("type", "QString");
    }

    void addTheme(const XmlElement& themes, const char* name, bool ProjectLayer::*shown) const {
        const XmlElement theme = themes.add("visibility-preset");
        theme.set({{"name", name}, {"has-expanded-info", "0"}});
        for (const ProjectLayer* layer : m_order) {
            if (layer->*shown) {
                theme.add("layer").set({{"id", layer->id}, {"visible", "1"}, {"style", "default"}});
            }
        }
    }

    void addThemes(const XmlElement& root) const {
        const XmlElement themes = root.add("visibility-presets");
        addTheme(themes, kThemeOfAll, &ProjectLayer::visible);
        addTheme(themes, "Open", &ProjectLayer::open);
        addTheme(themes, "Waived", &ProjectLayer::waived);
    }

    void addMetadata(const XmlElement& root) const {
        const PlanSummary& plan = m_content.plan.summary;
        const XmlElement metadata = root.add("projectMetadata");
        metadata.add("language", "ENG");
        metadata.add("type", "dataset");
        metadata.add("title", plan.title);
        metadata.add("abstract", "The layers of the plan and the findings of its check by Merestone. Licence: " +
                                     (plan.licence.empty() ? std::string("not stated") : plan.licence));
        metadata.add("author", plan.qualifyingBody);
    }

    const ExportContent& m_content;
    const std::string& m_package;
    std::vector<ProjectGroup> m_groups;
    std::vector<const ProjectLayer*> m_order;
    CrsXml m_crs;
    Box m_box;
};

} // namespace

std::string projectText(const ExportContent& content, const std::string& package) {
    return Project(content, package).text();
}

void writeProject(const std::filesystem::path& file, const ExportContent& content, const std::string& package) {
    ZipFile zip(file);
    zip.add(file.stem().string() + ".qgs", projectText(content, package));
    zip.close();
}

} // namespace merestone
