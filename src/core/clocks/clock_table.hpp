#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/value.hpp"
#include "calendar/period.hpp"

namespace clocks {

// Who must act before the clock ends; it decides what an unused end is called (acts.md §2.1, row "status").
enum class Duty {
    agency,  // 机关的义务: missed
    party,   // 当事人的义务: missed
    right,   // 当事人的权利: over
    waiting  // 等待期间: over
};

// One row of catalogue/procedure/clocks.yaml: what the law says about one period, between two dates.
struct Row {
    std::string code;    // CASE_DECIDE
    std::string title;   // 办案期限
    std::string basis;   // 程序规定 第六十四条第一款
    std::string anchor;  // 立案之日
    calendar::Period period;
    bool roll = true;  // false: the last day stays where it falls (SEIZE, REF_*)
    Duty duty = Duty::agency;
    std::vector<std::string> pauses;  // kinds of time not counted
    std::optional<calendar::Period>
        extension;  // how much one extension adds; absent: none, or only up to a named day
    std::string extension_basis;
    std::vector<int> warn_after;   // warning days: n-th working day after the anchor
    std::vector<int> warn_before;  // or natural days before the last day
    std::string source;            // the text it was read in
    std::string note;
    bool unverified = false;         // number not read in a text of the law
    bool for_running_cases = false;  // the law says so; otherwise a case keeps what it began under
    base::Date in_force_from;
    std::optional<base::Date> in_force_until;

    bool in_force_on(base::Date day) const {
        return in_force_from <= day && (!in_force_until || day <= *in_force_until);
    }
};

// 期间界限: a length of time a guard asks for, without a clock that runs.
struct Limit {
    std::string code;
    std::string title;
    std::string basis;
    calendar::Period period;
    base::Date after(base::Date day) const;
};

class ClockTable {
  public:
    static base::Result<ClockTable> from(const base::Value& content);  // catalogue/procedure/clocks.yaml

    // The rows of a code, newest first; empty when the code is unknown.
    const std::vector<Row>& versions(std::string_view code) const;
    // The row in force on that day, or nothing: no text is held for it.
    const Row* find(std::string_view code, base::Date on) const;
    std::vector<std::string> codes() const;  // in the order of the file
    // The period of that code in force on that day, or the newest where none is held.
    calendar::Period period(std::string_view code, base::Date on) const;
    const std::vector<Limit>& limits() const { return limits_; }
    base::Date limit(std::string_view code, base::Date from) const;  // its last day, counted from there

    // For the proof: the same table with one period or limit longer or shorter by that many of its units.
    // period_names: every code, "code/extension" for what an extension adds, every limit.
    std::vector<std::string> period_names() const;
    ClockTable shifted(std::string_view name, int units) const;

  private:
    std::vector<std::string> order_;
    std::vector<Limit> limits_;
    std::unordered_map<std::string, std::vector<Row>> rows_;
};

}  // namespace clocks
