// SPDX-License-Identifier: MIT
#include "exchange/export/export_texts.hpp"

#include "base/text.hpp"
#include "exchange/wording.hpp"

#include <algorithm>
#include <map>

namespace merestone {

namespace {

constexpr const char* kNoLicence = "not stated; ask whoever made the data before you pass it on";

std::string stated(const std::string& licence) {
    return licence.empty() ? kNoLicence : printable(licence);
}

std::string sizeText(const ExportTable& table) {
    static const std::map<Shape, const char*> kWords{
        {Shape::none, "rows"}, {Shape::point, "points"}, {Shape::line, "lines"}, {Shape::polygon, "polygons"}};
    return std::to_string(table.rows.size()) + " " + kWords.at(table.shape);
}

std::string heading(const std::string& text) {
    return text + "\n" + std::string(text.size(), '-') + "\n";
}

std::string lossLine(const ExportLoss& loss) {
    std::string line = "  " + printable(loss.table);
    line += loss.field.empty() ? "" : ", " + printable(loss.field);
    line += loss.count == 0 ? ": " : ": " + std::to_string(loss.count) + " × ";
    return line + printable(loss.what) + "\n";
}

} // namespace

std::string licenceText(const Plan& plan, const ExportTable& table) {
    std::string text = printable(table.title) + "\n";
    text += "Licence and attribution: " + stated(table.licence) + "\n";
    text += "From the plan: " + printable(plan.summary.title) + "\n";
    text += "Licence of the plan: " + stated(plan.summary.licence) + "\n";
    text += "Coordinate reference system: " + plan.crs + "\n";
    return text + (plan.synthetic ? "The data are made up.\n" : "");
}

std::string licenceText(const ExportContent& content) {
    std::string text = "The plan and its findings: " + stated(content.plan.summary.licence) + "\n";
    for (const ExportTable& table : content.tables) {
        if (!table.planLayer.empty()) {
            text += printable(table.title) + " (" + table.name + "): " + stated(table.licence) + "\n";
        }
    }
    return text;
}

std::string readmeText(const ExportContent& content, const ExportReport& report) {
    std::string text = printable(content.plan.summary.title) + "\n\n";
    if (content.plan.synthetic) {
        text += "The data are made up.\n\n";
    }
    text +=
        "Exported by Merestone, with the findings of its check. Keep the files of this folder together and move the\n"
        "folder as you like: the project and the styles name nothing outside it.\n\n";
    text += heading("Files");
    std::map<std::string, std::size_t> formats;
    for (const ExportedFile& file : report.files) {
        if (file.path.find('/') == std::string::npos) {
            text += "  " + file.path + " (" + file.format + ")\n";
        } else {
            ++formats[file.path.substr(0, file.path.find('/'))];
        }
    }
    for (const auto& [folder, count] : formats) {
        text += "  " + folder + "/: " + counted(count, "file", "files") + "\n";
    }
    text += "\n" + heading("Tables");
    for (const ExportTable& table : content.tables) {
        text += "  " + table.name + ": " + printable(table.title) + ", " + sizeText(table) + "\n";
    }
    text += "\nCoordinate reference system: " + content.plan.crs +
            ", except GeoJSON and planning data (WGS 84, longitude "
            "before latitude).\nWhat each format could not hold: " +
            std::string(kReportFile) + ".\n\n";
    return text + heading("Licence and attribution") + licenceText(content);
}

std::string lossText(const ExportContent& content, const ExportReport& report) {
    std::string text = "What was lost on the way, format by format\n" + printable(content.plan.summary.title) + "\n\n";
    std::vector<std::string> formats{"reading"};
    for (const ExportedFile& file : report.files) {
        if (file.format != "text" && std::find(formats.begin(), formats.end(), file.format) == formats.end()) {
            formats.push_back(file.format);
        }
    }
    for (const std::string& format : formats) {
        text += heading(format == "reading" ? "Before writing: what reading the sources changed" : format);
        bool any = false;
        for (const ExportLoss& loss : report.losses) {
            if (loss.format == format) {
                text += lossLine(loss);
                any = true;
            }
        }
        text += any ? "\n" : "  nothing\n\n";
    }
    if (!report.renamed.empty()) {
        text += heading("Fields that have another name in a format");
        for (const RenamedField& field : report.renamed) {
            text += "  " + field.format + ", " + printable(field.table) + ": " + printable(field.field) + " -> " +
                    field.name + "\n";
        }
    }
    return text;
}

} // namespace merestone
