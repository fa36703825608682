// SPDX-License-Identifier: MIT
#include "submission/table_maker.hpp"

#include "base/text.hpp"

namespace merestone {

namespace {

std::optional<double> difference(const std::optional<double>& from, const std::optional<double>& to) {
    return from && to ? std::optional(*to - *from) : std::nullopt;
}

bool isYes(const std::string& text) {
    const std::string word = lowered(text);
    return word == "yes" || word == "y" || word == "true" || word == "1" || word == "x";
}

class ProcedureTables : public TableMaker {
public:
    using TableMaker::TableMaker;

    void run() {
        makeConsultations();
        makeSequence();
        makeSchedule1();
        makeForum();
        makeResponses();
    }

private:
    void makeConsultations() {
        TableBuilder table("consultations", {{"stage"}, {"title"}, {"days", false}, {"from_date"}, {"to_date"}},
                           "title");
        const std::string why = m_facts.dates ? m_facts.dates->problem : "dates.csv is not there";
        for (const char* stage : {"reg14", "reg16"}) {
            const ProcedureEvent* event = findEvent(m_facts.events, stage);
            const bool isFirst = std::string_view(stage) == "reg14";
            if (event == nullptr && !isFirst) {
                continue; // it follows the submission
            }
            const std::string title = isFirst ? "the Regulation 14 consultation" : "the Regulation 16 publicity";
            if (event == nullptr) {
                table.add({std::string(stage), title, {}, {}, {}});
                problem("consultations", stage,
                        (why.empty() ? "dates.csv has no row for " + std::string(stage) : why) +
                            "; write event, from and to");
                continue;
            }
            table.add({std::string(stage), title, numberCell(difference(event->from, event->to)),
                       textCell(event->fromText), textCell(event->toText)});
            problem("consultations", stage,
                    event->problem.empty() ? "its first or its last day is missing" : event->problem);
        }
        finish(table);
    }

    /// Steps that must follow one another, those that are known to have been taken.
    void makeSequence() {
        TableBuilder table("sequence", {{"step"}, {"earlier"}, {"later"}, {"days_between", false}}, "step");
        const auto add = [&](const char* earlier, const char* later, const char* step, bool always) {
            const ProcedureEvent* first = findEvent(m_facts.events, earlier);
            const ProcedureEvent* second = findEvent(m_facts.events, later);
            if (!always && (first == nullptr || second == nullptr)) {
                return;
            }
            const std::optional<double> days =
                first != nullptr && second != nullptr ? difference(first->to, second->from) : std::nullopt;
            table.add({std::string(step), std::string(earlier), std::string(later), numberCell(days)});
            problem("sequence", step,
                    "dates.csv has no date for " + std::string(first == nullptr || !first->to ? earlier : later));
        };
        add("reg14", "reg15", "submission after the Regulation 14 consultation", true);
        add("sea_screening", "reg15", "SEA screening decision before the submission", true);
        add("reg15", "reg16", "Regulation 16 publicity after the submission", false);
        add("area_designated", "reg14", "designation of the area before the Regulation 14 consultation", false);
        finish(table);
    }

    void makeSchedule1() {
        TableBuilder table("schedule1", {{"body"}, {"consulted", false}, {"reason"}}, "body");
        if (m_facts.schedule1) {
            for (const auto& row : m_facts.schedule1->rows) {
                const std::string body = valueOf(row, "body");
                const std::string ticked = valueOf(row, "consulted");
                table.add({body.empty() ? "row " + std::to_string(table.size() + 1) : body,
                           ticked.empty() ? Cell{} : numberCell(isYes(ticked) ? 1.0 : 0.0),
                           textCell(valueOf(row, "reason"))});
            }
        }
        if (table.size() == 0) {
            table.add({std::string("Schedule 1 bodies"), {}, {}});
            problem("schedule1", "Schedule 1 bodies",
                    !m_facts.schedule1                   ? "schedule1.csv is not there; list body, consulted and reason"
                    : m_facts.schedule1->problem.empty() ? "schedule1.csv has no rows; list body, consulted and reason"
                                                         : m_facts.schedule1->problem);
        }
        finish(table);
    }

    void makeForum() {
        if (!m_facts.forum) {
            m_tables.notSubmitted.emplace_back("forum");
            return;
        }
        TableBuilder table("forum", {{"id"}, {"members", false}, {"constitutions", false}, {"days_since", false}}, "");
        const ProcedureEvent* designated = findEvent(m_facts.events, "forum_designated");
        const ProcedureEvent* submitted = findEvent(m_facts.events, "reg15");
        const bool known = m_facts.forum->problem.empty();
        table.add({std::string("neighbourhood forum"), known ? numberCell(m_facts.forum->rows.size()) : Cell{},
                   numberCell(filesOf(ItemKind::constitution)),
                   designated != nullptr && submitted != nullptr
                       ? numberCell(difference(designated->from, submitted->from))
                       : Cell{}});
        problem("forum", "neighbourhood forum",
                known ? "dates.csv has no date for forum_designated or reg15" : m_facts.forum->problem);
        finish(table);
    }

    /// Issues that the consultation raised. An answer that is still open, as "TBC", is none.
    void makeResponses() {
        if (!m_facts.responses) {
            m_tables.notSubmitted.emplace_back("responses");
            return;
        }
        TableBuilder table("responses", {{"number"}, {"issue"}, {"response"}, {"answered", false}}, "issue");
        for (const auto& row : m_facts.responses->rows) {
            const std::string number = valueOf(row, "number");
            const std::string issue = valueOf(row, "issue");
            const std::string response = valueOf(row, "response");
            const std::string id = number.empty() ? "row " + std::to_string(table.size() + 1) : number;
            table.add({id, textCell(issue), textCell(response),
                       issue.empty() ? Cell{} : numberCell(isOpen(response) ? 0.0 : 1.0)});
            problem("responses", id, issue.empty() ? "responses.csv does not say what the issue is" : "", "answered");
        }
        if (table.size() == 0) {
            table.add({std::string("responses.csv"), {}, {}, {}});
            problem("responses", "responses.csv",
                    m_facts.responses->problem.empty() ? "it has no rows; list number, issue and response"
                                                       : m_facts.responses->problem);
        }
        finish(table);
    }
};

} // namespace

void makeProcedureTables(const SubmissionFacts& facts, SubmissionTables& tables) {
    ProcedureTables(facts, tables).run();
}

} // namespace merestone
