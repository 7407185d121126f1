#include "calendars/read_years.hpp"

#include <fmt/format.h>

#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"

namespace calendars {

namespace {

constexpr int year_min = 2020, year_max = 2100;
constexpr std::size_t text_bytes_max = 100'000, rows_max = 400, years_max = 5, name_bytes_max = 90;

std::unexpected<base::Error> bad(std::string message, std::string field = "text") {
    return base::fail("bad_calendar", std::move(message), "全国年节及纪念日放假办法", std::move(field));
}

base::Result<void> check_text(std::string_view text) {
    if (base::is_blank(text)) return base::fail("missing_field", "请填写放假安排", {}, "text");
    if (text.size() > text_bytes_max) return base::fail("text_too_long", "内容过长", {}, "text");
    if (!base::is_valid_utf8(text)) return base::fail("bad_encoding", "内容不是 UTF-8 文字", {}, "text");
    return {};
}

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(by, from), text.size());
        parts.push_back(trimmed(text.substr(from, to - from)));
        from = to + 1;
    }
    return parts;
}

// A day of the year of the notice, or of the last days of the year before.
base::Result<base::Date> day_of(std::string_view text, int year, const std::string& place) {
    const auto day = base::Date::parse(text);
    if (!day) return bad(fmt::format("{}：日期“{}”不正确，应当写作 2027-02-06", place, text));
    const bool before = day->year() == year - 1 && day->month() == 12;
    if (day->year() != year && !before)
        return bad(fmt::format("{}：{}不在{}年之内", place, day->chinese(), year));
    return *day;
}

class YearBuilder {
  public:
    explicit YearBuilder(int year) : year_(year) {}

    base::Result<void> rest(std::string_view text, std::string_view name, const std::string& place) {
        const base::Date day = TRY(take(text, place));
        if (name.empty() || name.size() > name_bytes_max)
            return bad(fmt::format("{}：请写明是什么节日", place));
        if (names_.empty() || names_.back() != name) {
            names_.emplace_back(name);
            days_.emplace_back();
        }
        days_.back().push_back(day.str());
        return {};
    }
    base::Result<void> work(std::string_view text, const std::string& place) {
        const base::Date day = TRY(take(text, place));
        if (!day.is_weekend()) return bad(fmt::format("{}：调休上班日{}不是周末", place, day.chinese()));
        work_.push_back(day.str());
        return {};
    }
    base::Result<base::Value> finish() {
        if (names_.empty()) return bad(fmt::format("{}年没有放假日，不能作为正式安排", year_));
        base::List off;
        for (std::size_t i = 0; i < names_.size(); ++i)
            off.push_back(base::Object{
                {"name", names_[i]          },
                {"days", std::move(days_[i])}
            });
        return base::Object{
            {"status", "final"         },
            {"off",    std::move(off)  },
            {"work",   std::move(work_)}
        };
    }

  private:
    base::Result<base::Date> take(std::string_view text, const std::string& place) {
        const base::Date day = TRY(day_of(text, year_, place));
        if (!seen_.insert(day).second) return bad(fmt::format("{}：{}重复", place, day.chinese()));
        return day;
    }
    int year_;
    std::set<base::Date> seen_;
    std::vector<std::string> names_;
    std::vector<base::List> days_;
    base::List work_;
};

base::Result<void> read_row(YearBuilder& year, std::string_view line, const std::string& place) {
    const auto cells = split(line, ',');
    const std::string_view kind = cells.size() > 1 ? cells[1] : "";
    const std::string_view name = cells.size() > 2 ? cells[2] : "";
    if (cells.size() > 3) return bad(fmt::format("{}：每行应当是“日期,休或者班,名称”", place));
    if (kind == "休" || kind == "放假") return year.rest(cells[0], name, place);
    if (kind == "班" || kind == "上班") return year.work(cells[0], place);
    return bad(fmt::format("{}：“{}”应当是“休”或者“班”", place, kind));
}

base::Result<int> year_of(std::string_view text) {
    int year = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || year < year_min || year > year_max)
        return bad(fmt::format("年份“{}”不正确，应当在{}至{}之间", text, year_min, year_max));
    return year;
}

base::Result<base::Value> year_of_yaml(int number, const base::Value& content) {
    if (content.as_object() == nullptr) return bad(fmt::format("{}年的内容不正确", number));
    if (content.text("status") != "final")
        return bad(fmt::format("{}年的 status 应当是 final：只导入已经公布的正式安排", number));
    YearBuilder year(number);
    for (std::size_t i = 0; i < content.list("off").size(); ++i) {
        const base::Value& holiday = content.list("off")[i];
        for (const base::Value& day : holiday.list("days"))
            TRY(year.rest(day.as_string() ? *day.as_string() : "", holiday.text("name"),
                          fmt::format("{}年 off 第{}项", number, i + 1)));
    }
    for (std::size_t i = 0; i < content.list("work").size(); ++i) {
        const base::Value& day = content.list("work")[i];
        TRY(year.work(day.as_string() ? *day.as_string() : "",
                      fmt::format("{}年 work 第{}项", number, i + 1)));
    }
    return year.finish();
}

}  // namespace

base::Result<base::Value> years_of_rows(std::string_view text, int year) {
    TRY(check_text(text));
    if (year < year_min || year > year_max)
        return base::fail("out_of_range", fmt::format("年份应当在{}至{}之间", year_min, year_max), {},
                          "year");
    YearBuilder builder(year);
    const auto lines = split(text, '\n');
    if (lines.size() > rows_max) return bad(fmt::format("行数超过{}行", rows_max));
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!lines[i].empty()) TRY(read_row(builder, lines[i], fmt::format("第{}行", i + 1)));
    base::Object years;
    years.set(std::to_string(year), TRY(builder.finish()));
    return years;
}

base::Result<base::Value> years_of_yaml(std::string_view text, const ReadYaml& read_yaml) {
    TRY(check_text(text));
    const auto read = read_yaml(text, "放假安排");
    if (!read) return bad(read.error().message);
    const base::Value& given = read->has("years") ? (*read)["years"] : *read;
    if (given.object().empty()) return bad("没有年份");
    if (given.object().size() > years_max) return bad(fmt::format("一次最多导入{}年", years_max));
    base::Object years;
    for (const auto& [name, content] : given.object()) {
        const int number = TRY(year_of(name));
        years.set(name, TRY(year_of_yaml(number, content)));
    }
    return years;
}

}  // namespace calendars
