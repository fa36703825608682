// SPDX-License-Identifier: MIT
#include "exchange/comparison_html.hpp"

#include "base/text.hpp"
#include "exchange/comparison_words.hpp"
#include "exchange/wording.hpp"
#include "exchange/xml_text.hpp"

#include <filesystem>

namespace merestone {

namespace {

// No source is allowed but the page's own style: what slipped through the escaping could still do nothing.
constexpr const char* kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { font: 1rem/1.5 sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 70rem; padding: 1rem; }
h1 { line-height: 1.2; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { border: 1px solid #767676; padding: 0.4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f0f0; }
ul { margin: 0; padding-left: 1.2rem; }
@media (max-width: 40rem) { thead { display: none; } tr, td { display: block; } tr { margin-bottom: 1rem; } }
@media print { body { max-width: none; padding: 0; } tr { break-inside: avoid; } }
</style>
)";

class Page {
public:
    explicit Page(std::ostream& out) : m_out(out) {}

    /// An element that holds text alone. `element` is a word of ours, never data.
    void text(const char* element, const std::string& content) {
        m_out << '<' << element << '>' << xmlText(printable(content)) << "</" << element << ">\n";
    }
    void raw(const char* markup) { m_out << markup; }
    void row(const std::vector<std::string>& cells) {
        m_out << "<tr>";
        for (const std::string& cell : cells) {
            m_out << "<td>" << cell << "</td>";
        }
        m_out << "</tr>\n";
    }
    void header(const std::string& caption, const std::vector<const char*>& columns) {
        m_out << "<table>\n<caption>" << xmlText(printable(caption)) << "</caption>\n<thead><tr>";
        for (const char* column : columns) {
            m_out << "<th scope=\"col\">" << column << "</th>";
        }
        m_out << "</tr></thead>\n<tbody>\n";
    }
    void endTable() { m_out << "</tbody>\n</table>\n"; }

private:
    std::ostream& m_out;
};

std::string cell(const std::string& text) {
    return xmlText(printable(text));
}

std::string list(const std::vector<Difference>& differences) {
    std::string html = "<ul>";
    for (const Difference& difference : differences) {
        html += "<li>" + cell(differenceText(difference)) + "</li>";
    }
    return html + "</ul>";
}

std::string sentenceOf(const Finding& finding) {
    std::string text(verdictWords(finding.verdict));
    text += finding.waived ? " (waived): " : ": ";
    return text + (finding.message.empty() ? featureText(finding.subject) : finding.message);
}

std::string whereOf(const Finding& finding) {
    std::string text = featureText(finding.subject);
    if (finding.other) {
        text += " and " + featureText(*finding.other);
    }
    const std::string place = placeText(finding);
    return place.empty() ? text : text + ", " + place;
}

void writeKind(Page& page, const RunComparison& comparison, ChangeKind kind) {
    const auto count = comparison.counts.find(kind);
    if (count == comparison.counts.end() || count->second == 0) {
        return;
    }
    page.header(std::string(changeHeading(kind)) + " (" + std::to_string(count->second) + ")",
                {"Rule", "What", "Where", "What changed"});
    for (const FindingChange& change : comparison.changes) {
        if (change.kind == kind) {
            const Finding& finding = change.latest();
            page.row({cell(finding.rule), cell(sentenceOf(finding)), cell(whereOf(finding)),
                      change.differences.empty() ? "" : list(change.differences)});
        }
    }
    page.endTable();
}

void writeRules(Page& page, const RunComparison& comparison) {
    if (comparison.rules.empty()) {
        return;
    }
    page.header("Rules", {"Rule", "Title", "What changed"});
    for (const RuleChange& change : comparison.rules) {
        const RuleResult& rule = change.latest();
        const std::string what = change.before == nullptr  ? "only in the later run"
                                 : change.after == nullptr ? "only in the earlier run"
                                                           : list(change.differences);
        page.row({cell(rule.id), cell(rule.title), what});
    }
    page.endTable();
}

void writePlan(Page& page, const std::string& which, const RunResult& run) {
    const std::string stage = run.plan.stage.empty() ? "" : ", " + run.plan.stage;
    page.text("p", which + ": " + run.plan.title + stage + " (" +
                       std::filesystem::path(run.plan.file).filename().string() + "), " +
                       counted(summarise(run).waived, "conflict waived", "conflicts waived"));
}

} // namespace

void writeComparisonHtml(std::ostream& out, const RunResult& before, const RunResult& after,
                         const RunComparison& comparison) {
    Page page(out);
    page.raw(kHead);
    page.text("title", "What has changed: " + after.plan.title);
    page.raw("</head>\n<body>\n<main>\n");
    page.text("h1", "What has changed: " + after.plan.title);
    writePlan(page, "Before", before);
    writePlan(page, "After", after);
    page.text("p", changeCounts(comparison) + ".");
    for (const ChangeKind kind : kChangeOrder) {
        writeKind(page, comparison, kind);
    }
    writeRules(page, comparison);
    for (const std::string& note : comparison.notes) {
        page.text("p", "Note: " + note + ".");
    }
    page.raw("</main>\n</body>\n</html>\n");
}

} // namespace merestone
