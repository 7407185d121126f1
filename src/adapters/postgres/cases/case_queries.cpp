#include "postgres/cases/case_queries.hpp"

#include <algorithm>
#include <charconv>

#include "postgres/alarms/warning_rows.hpp"
#include "postgres/cases/projection.hpp"

namespace postgres {
namespace {

constexpr int page_max = 200;

// The place in a list after which a page begins: the due day of the next clock and the number,
// "2026-06-08,990101-…".
struct Cursor {
    std::string due = "-infinity";
    std::string no;
};

base::Result<Cursor> read_cursor(std::string_view text) {
    if (text.empty()) return Cursor{};
    const auto comma = text.find(',');
    Cursor cursor{.due = std::string(text.substr(0, comma)), .no = {}};
    if (comma == std::string_view::npos || (cursor.due != "infinity" && !base::Date::parse(cursor.due)))
        return base::fail("bad_input", "翻页位置 after 不正确", "", "after");
    cursor.no = text.substr(comma + 1);
    return cursor;
}

std::string_view list_query(ports::CaseFilter::List list) {
    if (list == ports::CaseFilter::List::mine) return "cases/list_mine";
    if (list == ports::CaseFilter::List::unit) return "cases/list_unit";
    return "cases/list_found";
}

std::string_view decisions_query(const Context& context) {
    if (!context.r2.empty()) return "cases/decisions_province";
    if (!context.r4.empty()) return "cases/decisions_city";
    return "cases/decisions_agency";
}

// The place among decisions after which a page begins: "2026-06-08,990101-2026-000001,0".
struct DecisionCursor {
    std::string day, no;
    int position = -1;
};

base::Result<DecisionCursor> read_decision_cursor(const ports::DecisionFilter& filter) {
    DecisionCursor cursor{.day = filter.from.str(), .no = {}};
    if (filter.after.empty()) return cursor;
    const std::string_view text = filter.after;
    const auto first = text.find(','), last = text.rfind(',');
    const auto day = base::Date::parse(text.substr(0, std::min(first, text.size())));
    const auto position = last == first ? std::string_view() : text.substr(last + 1);
    const auto [end, error] =
        std::from_chars(position.data(), position.data() + position.size(), cursor.position);
    const bool is_whole = error == std::errc() && end == position.data() + position.size();
    if (!day || !is_whole) return base::fail("bad_input", "翻页位置 after 不正确", "", "after");
    cursor.day = day->str();
    cursor.no = text.substr(first + 1, last - first - 1);
    return cursor;
}

base::Result<ports::CaseListItem> read_item(const Row& row) {
    ports::CaseListItem item{.no = row.text("no"),
                             .cause = row.text("cause"),
                             .party = row.text("party"),
                             .state = row.text("state"),
                             .state_label = row.text("state_label"),
                             .handlers = row.texts("handler_names"),
                             .next_clock = {},
                             .waiting_for_me = row.truth("waiting"),
                             .registered_on = row.date_or_none("registered_on"),
                             .updated_at = row.instant("updated_at")};
    if (!row.is_null("next_clock")) item.next_clock = TRY(clock_from(row.value("next_clock")));
    return item;
}

bool narrows(const ports::CaseFilter& filter) {
    return !filter.state.empty() || !filter.text.empty() || !filter.field.empty() || !filter.unit.empty() ||
           !filter.agency.empty() || filter.due_until;
}

std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> all;
    for (const char byte : text) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
        if (!continues || all.empty()) all.emplace_back();
        all.back() += byte;
    }
    return all;
}

bool is_of_a_number(std::string_view text) {
    return text.find_first_not_of("0123456789-") == std::string_view::npos;
}

// As case_words in the database takes a text apart: a number or its last six digits is one word.
base::Result<std::vector<std::string>> words_of(const std::string& text) {
    if (is_of_a_number(text) && text.size() >= 6) return std::vector{text};
    const std::vector<std::string> letters = characters(text);
    if (letters.size() < 2) return base::fail("text_too_short", "请至少输入两个字", {}, "q");
    std::vector<std::string> words;
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) words.push_back(letters[i] + letters[i + 1]);
    return words;
}

// Cases are looked up that hold every pair of characters. Those of an agency are few enough to be looked
// through for a single character or a part of a number, which are no words of the index.
base::Result<std::vector<std::string>> words_for(const Context& context, const std::string& text) {
    if (text.empty()) return std::vector<std::string>();
    const bool of_an_agency = context.r2.empty() && context.r4.empty();
    if (of_an_agency && (is_of_a_number(text) || characters(text).size() < 2))
        return std::vector<std::string>();
    return words_of(text);
}

}  // namespace

base::Result<ports::CaseListPage> CaseQueries::list(const identity::Viewer& viewer,
                                                    const ports::CaseFilter& filter, base::Date) {
    const auto context = Context::of(viewer);
    const auto cursor = TRY(read_cursor(filter.after));
    const int limit = std::clamp(filter.limit, 1, page_max);
    const bool all = filter.list == ports::CaseFilter::List::all;
    Params params(filter.state, filter.text, cursor.due, cursor.no, limit + 1, filter.field, filter.unit,
                  filter.agency, filter.due_until ? filter.due_until->str() : "infinity");
    if (all) params.add(TRY(words_for(context, filter.text)));
    std::vector<Step> steps;
    if (!all && narrows(filter)) steps.push_back({"session/plan_each_time"});
    steps.push_back({"alarms/warnings"});
    steps.push_back({list_query(filter.list), std::move(params)});
    const auto answers = TRY(app_.read(context, steps));
    const Rows& rows = answers.back();
    ports::CaseListPage page;
    page.own_warnings = read_warnings(answers[answers.size() - 2]);
    for (const auto row : rows) {
        if (static_cast<int>(page.cases.size()) == limit) {
            const auto last = rows[limit - 1];
            page.next = last.text("next_due") + "," + last.text("no");
            break;
        }
        page.cases.push_back(TRY(read_item(row)));
    }
    return page;
}

base::Result<ports::DecisionPage> CaseQueries::decisions(const identity::Viewer& viewer,
                                                         const ports::DecisionFilter& filter) {
    const auto context = Context::of(viewer);
    const auto cursor = TRY(read_decision_cursor(filter));
    const auto rows =
        TRY(app_.read(context, decisions_query(context),
                      Params(cursor.day, filter.until, cursor.no, cursor.position, filter.limit + 1)));
    ports::DecisionPage page;
    for (const auto row : rows) {
        if (static_cast<int>(page.decisions.size()) == filter.limit) {
            const auto last = rows[filter.limit - 1];
            page.next = last.text("decided_on") + "," + last.text("case_no") + "," + last.text("position");
            break;
        }
        page.decisions.push_back(
            {.case_no = row.text("case_no"), .agency = row.text("region"), .decision = read_decision(row)});
    }
    return page;
}

base::Result<std::vector<ports::ClockItem>> CaseQueries::clocks_due(const identity::Viewer& viewer,
                                                                    base::Date until) {
    const auto rows = TRY(app_.read(Context::of(viewer), "cases/clocks_due", Params(until)));
    std::vector<ports::ClockItem> items;
    for (const auto row : rows)
        items.push_back(
            {.case_no = row.text("case_no"), .cause = row.text("cause"), .clock = read_clock(row)});
    return items;
}

base::Result<std::vector<ports::DutyItem>> CaseQueries::duties(const identity::Viewer& viewer,
                                                               const std::vector<std::string>& roles,
                                                               int limit) {
    std::vector<ports::DutyItem> items;
    for (const auto row : TRY(app_.read(Context::of(viewer), "cases/duties", Params(roles, limit))))
        items.push_back({.case_no = row.text("case_no"),
                         .cause = row.text("cause"),
                         .party = row.text("party"),
                         .task = read_task(row)});
    return items;
}

}  // namespace postgres
