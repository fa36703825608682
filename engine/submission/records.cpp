// SPDX-License-Identifier: MIT
#include "submission/records.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "layers/read_layer.hpp"
#include "plan/dates.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace merestone {

namespace {

constexpr std::size_t kMostRows = 100'000;

struct Day {
    double number = 0.0;
    std::string text;
};

std::optional<int> wholeNumber(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string twoDigits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "1/9/2026", day first as in Britain, as an ISO date; other texts as they are.
std::string isoOf(const std::string& text) {
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string::npos ? first : text.find('/', first + 1);
    if (second == std::string::npos) {
        return text;
    }
    const auto day = wholeNumber(text.substr(0, first));
    const auto month = wholeNumber(text.substr(first + 1, second - first - 1));
    return day && month ? text.substr(second + 1) + "-" + twoDigits(*month) + "-" + twoDigits(*day) : text;
}

std::optional<Day> dayOf(const std::string& text) {
    const std::string iso = isoOf(text);
    if (!isIsoDate(iso)) {
        return std::nullopt;
    }
    const auto number = [&iso](std::size_t at, std::size_t length) { return *wholeNumber(iso.substr(at, length)); };
    const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    return Day{static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count()), iso};
}

/// "Regulation 14", "Reg. 14" and "reg14" are one.
std::string eventName(const std::string& text) {
    std::string name;
    for (const char c : lowered(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            name += c;
        } else if (c == ' ' || c == '-' || c == '_') {
            name += '_';
        }
    }
    for (const std::string_view front : {"regulation_", "regulation", "reg_"}) {
        if (name.starts_with(front)) {
            return "reg" + name.substr(front.size());
        }
    }
    return name;
}

void take(ProcedureEvent& event, const std::string& text, std::optional<double>& day, std::string& dayText) {
    if (text.empty()) {
        return;
    }
    if (const std::optional<Day> known = dayOf(text)) {
        day = known->number;
        dayText = known->text;
    } else {
        event.problem = "'" + printable(text) + "' is no date; write it as 2026-09-01";
    }
}

} // namespace

Records readRecords(const FolderItem& item, const RunContext& context) {
    Records records;
    records.problem = item.problem;
    if (!records.problem.empty()) {
        return records;
    }
    try {
        LayerRequest request;
        request.name = item.name;
        request.source = item.path.string();
        request.baseDirectory = item.path.parent_path();
        request.allColumns = true;
        request.needsGeometry = false;
        const LayerPtr table = readLayer(request, context);
        if (table->size() > kMostRows) {
            records.problem = "has more than 100,000 rows; keep those of this plan";
            return records;
        }
        for (std::size_t row = 0; row < table->size(); ++row) {
            std::map<std::string, std::string> values;
            for (const Column& column : table->columns()) {
                if (std::string text = column.text(row); !text.empty()) {
                    values[lowered(column.name)] = std::move(text);
                }
            }
            records.rows.push_back(std::move(values));
        }
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            throw;
        }
        records.problem = std::string("cannot be read: ") + error.what();
    }
    return records;
}

std::string valueOf(const std::map<std::string, std::string>& row, const std::string& column) {
    const auto found = row.find(column);
    return found == row.end() ? std::string() : found->second;
}

std::vector<ProcedureEvent> readEvents(const Records& records) {
    std::vector<ProcedureEvent> events;
    for (const auto& row : records.rows) {
        ProcedureEvent event;
        event.name = eventName(valueOf(row, "event"));
        const std::string date = valueOf(row, "date");
        const std::string from = valueOf(row, "from");
        const std::string to = valueOf(row, "to");
        take(event, from.empty() ? date : from, event.from, event.fromText);
        take(event, to.empty() ? date : to, event.to, event.toText);
        if (!event.name.empty()) {
            events.push_back(std::move(event));
        }
    }
    return events;
}

const ProcedureEvent* findEvent(const std::vector<ProcedureEvent>& events, const std::string& name) {
    const auto found =
        std::find_if(events.begin(), events.end(), [&](const ProcedureEvent& event) { return event.name == name; });
    return found == events.end() ? nullptr : &*found;
}

} // namespace merestone
