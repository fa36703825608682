// SPDX-License-Identifier: MIT
#include "catalogue/scene_picture.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "catalogue/scene_drawing.hpp"
#include "catalogue/text_table.hpp"
#include "exchange/wording.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"
#include "rules/scene_files.hpp"
#include "rules/scene_run.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

constexpr double kWidth = 800;
constexpr double kMargin = 20;
constexpr double kMapHeight = 460;
constexpr double kLineHeight = 19;
constexpr std::size_t kLetters = 104; ///< that fit in a line of the smaller type
constexpr std::size_t kMostVerdicts = 10;
constexpr double kLetterWidth = 7.2;

struct FoundCase {
    SceneFile file;
    std::size_t number = 0;
};

bool expects(const SceneCase& scene, Verdict verdict) {
    return std::any_of(scene.expectations.begin(), scene.expectations.end(),
                       [verdict](const SceneExpectation& expected) { return expected.verdict == verdict; });
}

/// 0 for the best picture.
int rank(const SceneCase& scene) {
    return expects(scene, Verdict::fail) ? 0 : expects(scene, Verdict::needsJudgement) ? 1 : 2;
}

FoundCase findCase(const RuleEntry& entry, const std::string& name) {
    std::optional<FoundCase> best;
    std::vector<std::string> names;
    for (const ScenePath& path : findSceneFiles({entry.pack->file.parent_path()})) {
        const std::optional<SceneFile> file = readScenes(path);
        if (!file || file->rule.text != entry.id) {
            continue;
        }
        for (std::size_t i = 0; i < file->cases.size(); ++i) {
            const SceneCase& scene = file->cases[i];
            names.push_back(scene.name);
            const bool wanted = name.empty() || scene.name == name;
            if (wanted && (!best || rank(scene) < rank(best->file.cases[best->number]))) {
                best = FoundCase{*file, i};
            }
        }
    }
    if (!best) {
        throw Error(ErrorCode::usage, "rule '" + entry.id + "' has no scene" +
                                          (name.empty() ? "" : " '" + printable(name) + "'" + didYouMean(name, names)) +
                                          "; merestone rules show " + entry.id + " names its scenes");
    }
    return *best;
}

Shape shapeOf(const Layer& layer) {
    for (std::size_t row = 0; row < layer.size(); ++row) {
        if (layer.geometry().shape(row) != Shape::none) {
            return layer.geometry().shape(row);
        }
    }
    return Shape::none;
}

/// "✗ B: policy conflict. 150 m measured, at most 100 m required, 50 m too high"; says the verdict in words too.
std::string verdictLine(const Finding& finding) {
    const std::string figure = figureText(finding);
    std::string who = finding.subject.layer == "plan" ? "the plan" : finding.subject.id;
    if (finding.other && finding.key.find(finding.other->id) != std::string::npos) {
        who += " and " + finding.other->id;
    }
    std::string text = who + ": " + std::string(verdictWords(finding.verdict));
    text += figure.empty() ? "" : ". " + figure;
    return finding.reason.empty() ? text : text + " (" + finding.reason + ")";
}

class Picture {
public:
    Picture(std::ostream& out, const PicturedScene& scene) : m_out(out), m_svg(out), m_scene(scene) {
        for (const LayerPtr& layer : scene.layers) {
            for (std::size_t row = 0; row < layer->size(); ++row) {
                m_box.extend(layer->geometry().box(row));
            }
            m_targets += isTarget(*layer) ? 1 : 0;
        }
        for (const Finding& finding : scene.findings) {
            if (showsDefect(finding) && !finding.evidenceWkb.empty()) {
                appendWkb(m_evidence, finding.evidenceWkb, false);
                m_box.extend(m_evidence.box(m_evidence.size() - 1));
            }
        }
        prepareTexts();
    }

    void write() {
        const double mapTop = kMargin + kLineHeight * static_cast<double>(m_heading.size()) + 14;
        const DrawingFrame frame(m_box, kMargin, mapTop, kWidth - 2 * kMargin, kMapHeight);
        const double below = mapTop + frame.height() + 40;
        const double legendRows = static_cast<double>(m_scene.layers.size() + (m_evidence.size() > 0 ? 1 : 0));
        const double textTop = below + legendRows * kLineHeight + 12;
        const double height = textTop + kLineHeight * static_cast<double>(m_verdicts.size()) + kMargin;
        m_out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- SPDX-License-Identifier: MIT -->\n";
        m_svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                           {"viewBox", "0 0 " + svgNumber(kWidth) + " " + svgNumber(height)},
                           {"width", svgNumber(kWidth)},
                           {"height", svgNumber(height)},
                           {"role", "img"},
                           {"aria-labelledby", "title desc"},
                           {"font-family", "sans-serif"},
                           {"font-size", "13"}});
        m_svg.text("title", {{"id", "title"}}, m_scene.title + " (" + m_scene.rule + ")");
        m_svg.text("desc", {{"id", "desc"}}, description());
        m_svg.open("defs", {});
        writePatterns(m_svg, m_targets);
        m_svg.close();
        m_svg.element("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", "#fff"}});
        writeLines(m_heading, kMargin + 4, true);
        writeMap(frame, mapTop);
        writeScale(frame, mapTop + frame.height() + 18);
        writeLegend(below);
        writeLines(m_verdicts, textTop, false);
        m_svg.close();
    }

private:
    static bool showsDefect(const Finding& finding) {
        return finding.verdict == Verdict::fail || finding.verdict == Verdict::borderline ||
               finding.verdict == Verdict::needsJudgement;
    }
    [[nodiscard]] bool isTarget(const Layer& layer) const {
        return layer.name() != m_scene.subjects && layer.name() != m_scene.areaLayer;
    }

    void prepareTexts() {
        for (const std::string& line : wrappedLines(printable(m_scene.title), kLetters - 20)) {
            m_heading.push_back(line);
        }
        m_titleLines = m_heading.size();
        for (const std::string& line : wrappedLines(printable("Scene: " + m_scene.name), kLetters)) {
            m_heading.push_back(line);
        }
        std::size_t shown = 0;
        for (const Finding& finding : m_scene.findings) {
            if (++shown > kMostVerdicts) {
                m_verdicts.push_back("… and " + std::to_string(m_scene.findings.size() - kMostVerdicts) + " more");
                break;
            }
            for (const std::string& line : wrappedLines(printable(verdictLine(finding)), kLetters)) {
                m_verdicts.push_back(line);
            }
        }
    }

    [[nodiscard]] std::string description() const {
        std::string text = "Scene: " + m_scene.name + ".";
        for (const LayerPtr& layer : m_scene.layers) {
            text += " " + layerWords(*layer) + ".";
        }
        for (const std::string& verdict : m_verdicts) {
            text += " " + verdict + ".";
        }
        return text;
    }

    [[nodiscard]] std::string layerWords(const Layer& layer) const {
        std::string text = layer.name();
        text += layer.name() == m_scene.subjects ? ", what is checked" : "";
        text += layer.name() == m_scene.areaLayer ? ", the neighbourhood area" : "";
        std::string without;
        for (std::size_t row = 0; row < layer.size(); ++row) {
            if (layer.geometry().shape(row) == Shape::none) {
                without += (without.empty() ? "" : ", ") + layer.id(row);
            }
        }
        text += layer.size() == 0 ? " (no features)" : "";
        return without.empty() ? text : text + " (without a shape: " + without + ")";
    }

    void writeLines(const std::vector<std::string>& lines, double top, bool heading) {
        double y = top + 13;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool strong = heading && i < m_titleLines;
            m_svg.text("text",
                       {{"x", svgNumber(kMargin)},
                        {"y", svgNumber(y)},
                        {"font-size", strong ? "16" : "13"},
                        {"font-weight", strong ? "bold" : "normal"}},
                       lines[i]);
            y += kLineHeight;
        }
    }

    [[nodiscard]] DrawingStyle styleOf(const Layer& layer, std::size_t target) const {
        if (layer.name() == m_scene.subjects) {
            return {DrawingStyle::Kind::subject, 0};
        }
        return layer.name() == m_scene.areaLayer ? DrawingStyle{DrawingStyle::Kind::area, 0}
                                                 : DrawingStyle{DrawingStyle::Kind::target, target};
    }

    /// Every layer with its style; the area first, the subjects last, so that they lie on top.
    [[nodiscard]] std::vector<std::pair<const Layer*, DrawingStyle>> styledLayers() const {
        std::vector<std::pair<const Layer*, DrawingStyle>> layers;
        std::size_t target = 0;
        for (const LayerPtr& layer : m_scene.layers) {
            layers.emplace_back(layer.get(), styleOf(*layer, target));
            target += isTarget(*layer) ? 1 : 0;
        }
        const auto order = [](DrawingStyle::Kind kind) {
            return kind == DrawingStyle::Kind::area ? 0 : kind == DrawingStyle::Kind::target ? 1 : 2;
        };
        std::stable_sort(layers.begin(), layers.end(), [&order](const auto& a, const auto& b) {
            return order(a.second.kind) < order(b.second.kind);
        });
        return layers;
    }

    void writeMap(const DrawingFrame& frame, double top) {
        m_svg.element("rect", {{"x", svgNumber(kMargin)},
                               {"y", svgNumber(top)},
                               {"width", svgNumber(frame.width())},
                               {"height", svgNumber(frame.height())},
                               {"fill", "none"},
                               {"stroke", "#bbb"}});
        for (const auto& [layer, style] : styledLayers()) {
            for (std::size_t row = 0; row < layer->size(); ++row) {
                drawFeature(m_svg, frame, layer->geometry(), row, style);
            }
        }
        for (std::size_t i = 0; i < m_evidence.size(); ++i) {
            drawFeature(m_svg, frame, m_evidence, i, {DrawingStyle::Kind::evidence, 0});
        }
        const auto layers = styledLayers();
        keepPointsClear(frame);
        for (auto each = layers.rbegin(); each != layers.rend(); ++each) { // subjects first: their labels matter most
            for (std::size_t row = 0; row < each->first->size(); ++row) {
                writeLabel(frame, *each->first, row, each->second.kind == DrawingStyle::Kind::subject);
            }
        }
    }

    /// No label is written over a point.
    void keepPointsClear(const DrawingFrame& frame) {
        constexpr double kSymbol = 5;
        for (const LayerPtr& layer : m_scene.layers) {
            for (std::size_t row = 0; row < layer->size(); ++row) {
                if (layer->geometry().shape(row) == Shape::point) {
                    const Point at = frame.at(centroid(layer->geometry(), row));
                    m_labels.push_back(Box{at.x, at.y, at.x, at.y}.grown(kSymbol));
                }
            }
        }
    }

    /// At the first of a few places round the feature that no other label takes; a crowded one goes without.
    void writeLabel(const DrawingFrame& frame, const Layer& layer, std::size_t row, bool strong) {
        if (layer.geometry().shape(row) == Shape::none) {
            return;
        }
        const std::string id = printable(layer.id(row));
        const double wide = kLetterWidth * static_cast<double>(displayWidth(id));
        const Point at = frame.at(centroid(layer.geometry(), row));
        const bool inside = layer.geometry().shape(row) == Shape::polygon;
        const std::array<Point, 5> shifts{Point{inside ? -wide / 2 : 9, 4}, Point{-9 - wide, 4}, Point{8, -9},
                                          Point{8, 20}, Point{-wide / 2, -14}};
        for (const Point shift : shifts) {
            const Point start{at.x + shift.x, at.y + shift.y};
            const Box box{start.x - 1, start.y - 11, start.x + wide + 1, start.y + 3};
            if (std::any_of(m_labels.begin(), m_labels.end(), [&](const Box& other) { return other.meets(box); })) {
                continue;
            }
            m_labels.push_back(box);
            m_svg.text("text",
                       {{"x", svgNumber(start.x)},
                        {"y", svgNumber(start.y)},
                        {"font-size", "12"},
                        {"font-weight", strong ? "bold" : "normal"},
                        {"stroke", "#fff"},
                        {"stroke-width", "3"},
                        {"paint-order", "stroke"}},
                       id);
            return;
        }
    }

    void writeScale(const DrawingFrame& frame, double y) {
        const double metres = roundLength(frame.width() / frame.pixelsPerMetre() / 4);
        const double right = kMargin + metres * frame.pixelsPerMetre();
        m_svg.element("path", {{"d", "M" + svgNumber(kMargin) + " " + svgNumber(y - 5) + " V" + svgNumber(y) + " H" +
                                         svgNumber(right) + " V" + svgNumber(y - 5)},
                               {"fill", "none"},
                               {"stroke", "#000"},
                               {"stroke-width", "1.5"}});
        const std::string length = metres >= 1000 ? rounded(metres / 1000, 3) + " km" : rounded(metres, 3) + " m";
        m_svg.text("text", {{"x", svgNumber(right + 8)}, {"y", svgNumber(y)}}, length);
    }

    void writeLegend(double top) {
        double y = top;
        const auto line = [&](Shape shape, DrawingStyle style, const std::string& words) {
            drawSwatch(m_svg, kMargin, y, shape, style);
            m_svg.text("text", {{"x", svgNumber(kMargin + 36)}, {"y", svgNumber(y + 12)}}, printable(words));
            y += kLineHeight;
        };
        for (const auto& [layer, style] : styledLayers()) {
            line(shapeOf(*layer), style, layerWords(*layer));
        }
        if (m_evidence.size() > 0) {
            line(m_evidence.shape(0), {DrawingStyle::Kind::evidence, 0}, "evidence of what does not agree");
        }
    }

    std::ostream& m_out;
    SvgWriter m_svg;
    const PicturedScene& m_scene;
    Box m_box;
    PackedGeometry m_evidence;
    std::size_t m_targets = 0;
    std::size_t m_titleLines = 0;
    std::vector<std::string> m_heading;
    std::vector<std::string> m_verdicts;
    std::vector<Box> m_labels; ///< places that are taken
};

} // namespace

PicturedScene runPicturedScene(const RuleEntry& entry, const std::string& name, const std::vector<Pack>& packs,
                               const std::vector<Standards>& standards, const RunContext& context) {
    const FoundCase found = findCase(entry, name);
    const SceneCase& scene = found.file.cases[found.number];
    SceneWorld world = makeSceneWorld(found.file, scene, packs, standards, context);
    PicturedScene picture;
    picture.rule = entry.id;
    picture.title = entry.rule->rule.title;
    picture.name = scene.name;
    picture.subjects = world.plan.policies.back().rules.front().subjects;
    picture.layers = world.layers;
    for (const LayerSpec& layer : world.plan.layers) {
        if (layer.role == "neighbourhood_area" && layer.name != picture.subjects) {
            picture.areaLayer = layer.name;
        }
    }
    const RunResult run = runScene(std::move(world.plan), std::move(world.layers), context);
    std::copy_if(run.findings.begin(), run.findings.end(), std::back_inserter(picture.findings),
                 [](const Finding& finding) { return finding.rule == kSceneRule; });
    std::stable_sort(picture.findings.begin(), picture.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.verdict < b.verdict; });
    return picture;
}

void writeScenePicture(std::ostream& out, const PicturedScene& scene) {
    Picture(out, scene).write();
}

} // namespace merestone
