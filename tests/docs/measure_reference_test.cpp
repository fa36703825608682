// SPDX-License-Identifier: MIT
#include "plan/measure_names.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace merestone {
namespace {

constexpr const char* kBegin = "<!-- measures: from engine/plan/measure_table.cpp -->\n";
constexpr const char* kEnd = "<!-- end of measures -->\n";

std::string code(const std::string& text) {
    return "`" + text + "`";
}

std::string target(const MeasureName& measure) {
    switch (measure.target) {
    case MeasureTarget::subject:
        return code("self");
    case MeasureTarget::layer:
        return "a layer";
    case MeasureTarget::layerOrOther:
        return "a layer or " + code("other");
    }
    return {};
}

/// "`from` (`edge` or `centroid`; default `edge`): where it starts."
std::string option(const MeasureOption& option) {
    std::string notes;
    for (const std::string& word : option.words) {
        notes += (notes.empty() ? "" : ", ") + code(word);
    }
    if (option.required) {
        notes += notes.empty() ? "required" : "; required";
    } else if (!option.defaultText.empty()) {
        notes += (notes.empty() ? "default " : "; default ") + code(option.defaultText);
    }
    return code(option.name) + (notes.empty() ? "" : " (" + notes + ")") + ": " + option.help;
}

std::string row(const MeasureName& measure) {
    std::string unit = measure.unit;
    if (measure.unitVaries) {
        unit = "that of " + code("of");
    }
    std::string options;
    for (const MeasureOption& each : measure.options) {
        options += (options.empty() ? "" : "<br>") + option(each);
    }
    return "| " + code(measure.kind) + " | " + target(measure) + " | " + measure.help + " | " + unit + " | " + options +
           " |\n";
}

std::string reference() {
    std::string table = "| kind | target | what it gives | unit | options |\n|---|---|---|---|---|\n";
    for (const MeasureName& measure : measureNames()) {
        table += row(measure);
    }
    return table;
}

TEST(MeasureReference, IsTheTableThatThePlanReaderUses) {
    std::ifstream file(MERESTONE_RULE_WRITING);
    ASSERT_TRUE(file) << MERESTONE_RULE_WRITING;
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const std::size_t begin = text.find(kBegin);
    const std::size_t end = text.find(kEnd);
    ASSERT_NE(begin, std::string::npos);
    ASSERT_NE(end, std::string::npos);
    const std::size_t start = begin + std::string(kBegin).size();
    if (std::getenv("MERESTONE_UPDATE_DOCS") != nullptr) {
        std::ofstream(MERESTONE_RULE_WRITING) << text.substr(0, start) << reference() << text.substr(end);
        GTEST_SKIP() << "wrote the table anew";
    }
    EXPECT_EQ(text.substr(start, end - start), reference())
        << "run test_measure_reference with MERESTONE_UPDATE_DOCS=1 to write the table of docs/rule-writing.md anew";
}

} // namespace
} // namespace merestone
