// SPDX-License-Identifier: MIT
#pragma once

#include "submission/submission_tables.hpp"
#include "submission/table_builder.hpp"

#include <string>

namespace merestone {

/// Whether a cell of a table says nothing yet: "", "TBC", "TBA" or "?".
[[nodiscard]] bool isOpen(const std::string& text);

/// What the makers of tables have in common.
class TableMaker {
public:
    TableMaker(const SubmissionFacts& facts, SubmissionTables& tables) : m_facts(facts), m_tables(tables) {}

protected:
    void finish(TableBuilder& table) { m_tables.layers.push_back(table.build()); }
    /// Notes why a field of a row has no value, see SubmissionTables::problems.
    void problem(const std::string& layer, const std::string& id, const std::string& why,
                 const std::string& field = "");
    /// Files of a kind that can be opened.
    [[nodiscard]] std::size_t filesOf(ItemKind kind) const;
    [[nodiscard]] bool mapIsReadable() const;

    const SubmissionFacts& m_facts;
    SubmissionTables& m_tables;
};

void makeDocumentTables(const SubmissionFacts& facts, SubmissionTables& tables);  ///< package, documents, periods
void makePolicyTables(const SubmissionFacts& facts, SubmissionTables& tables);    ///< policy_headings … stated_homes
void makeProcedureTables(const SubmissionFacts& facts, SubmissionTables& tables); ///< consultations … responses

} // namespace merestone
