// SPDX-License-Identifier: MIT
#include "submission/table_maker.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

/// Something that a package must or may hold.
struct PackageItem {
    ItemKind kind;
    const char* title;
    const char* law;
    bool required;
};

constexpr std::array kPackage{
    PackageItem{ItemKind::area, "a map or statement that identifies the area (area.gpkg)", "reg 15(1)(a)", true},
    PackageItem{ItemKind::consultation, "the consultation statement (consultation….pdf)", "reg 15(1)(b)", true},
    PackageItem{ItemKind::plan, "the plan itself (plan.pdf)", "reg 15(1)(c)", true},
    PackageItem{ItemKind::basicConditions, "the basic conditions statement (basic-conditions….pdf)", "reg 15(1)(d)",
                true},
    PackageItem{ItemKind::screening, "the SEA report, or the reasons why none is needed (sea….pdf, screening….pdf)",
                "reg 15(1)(e)", true},
    PackageItem{ItemKind::modification, "the modification statement (modification….pdf)", "reg 15(1)(f)", false},
    PackageItem{ItemKind::habitats, "the habitats assessment screening (habitats….pdf)", "reg 32, Schedule 2", false},
};

class DocumentTables : public TableMaker {
public:
    using TableMaker::TableMaker;

    void run() {
        makePackage();
        makeDocuments();
        makePeriods();
    }

private:
    /// What stands in the place of a file and is none; empty when there is a file, or nothing.
    [[nodiscard]] std::string obstacle(ItemKind kind) const {
        const std::vector<const FolderItem*> found = m_facts.folder.of(kind);
        return filesOf(kind) > 0 || found.empty() ? "" : found.front()->name + " " + found.front()->problem;
    }

    /// Whether a plan has been made already: then its modification needs a statement.
    [[nodiscard]] bool isModification() const { return findEvent(m_facts.events, "made") != nullptr; }

    void makePackage() {
        TableBuilder table("package", {{"item"}, {"title"}, {"law"}, {"required", false}, {"files", false}}, "title");
        for (const PackageItem& item : kPackage) {
            const bool required = item.required || (item.kind == ItemKind::modification && isModification());
            table.add({std::string(itemName(item.kind)), std::string(item.title), std::string(item.law),
                       numberCell(required ? 1.0 : 0.0),
                       obstacle(item.kind).empty() ? numberCell(filesOf(item.kind)) : Cell{}});
            problem("package", itemName(item.kind), obstacle(item.kind));
        }
        finish(table);
    }

    void makeDocuments() {
        TableBuilder table("documents",
                           {{"file"},
                            {"kind"},
                            {"readable", false},
                            {"pages", false},
                            {"periods", false},
                            {"title_period", false},
                            {"text"}},
                           "");
        for (const SubmittedDocument& document : m_facts.documents) {
            const bool readable = document.content.problem.empty();
            const bool isPlan = document.item.kind == ItemKind::plan;
            const bool onTitle = !document.periods.empty() && document.periods.front().page == 1;
            table.add({document.item.name, std::string(itemName(document.item.kind)), readable ? Cell{1.0} : Cell{},
                       readable ? numberCell(document.content.pages) : Cell{},
                       readable ? numberCell(document.periods.size()) : Cell{},
                       readable && isPlan ? Cell{onTitle ? 1.0 : 0.0} : Cell{}, textCell(document.content.text)});
            problem("documents", document.item.name, document.content.problem);
        }
        finish(table);
    }

    void makePeriods() {
        TableBuilder table("periods",
                           {{"place"},
                            {"document"},
                            {"page", false},
                            {"period_from", false},
                            {"period_to", false},
                            {"plan_from", false},
                            {"plan_to", false},
                            {"plan_document"}},
                           "");
        const auto& own = m_facts.titlePeriod;
        for (const SubmittedDocument& document : m_facts.documents) {
            for (const StatedPeriod& period : document.periods) {
                const std::string place = document.item.name + ", page " + std::to_string(period.page) + ": " +
                                          std::to_string(period.from) + "-" + std::to_string(period.to);
                table.add({place, document.item.name, numberCell(period.page), numberCell(period.from),
                           numberCell(period.to), own ? numberCell(own->from) : Cell{},
                           own ? numberCell(own->to) : Cell{}, textCell(m_facts.planDocument)});
                problem("periods", place, own ? "" : "the plan itself states no period to compare with");
            }
        }
        finish(table);
    }
};

} // namespace

void makeDocumentTables(const SubmissionFacts& facts, SubmissionTables& tables) {
    DocumentTables(facts, tables).run();
}

} // namespace merestone
