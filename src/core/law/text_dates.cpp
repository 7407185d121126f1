#include "law/text_dates.hpp"

#include <charconv>

namespace law {

namespace {

using base::Date;

// The whole number that ends at `end`; where it begins goes into `begin`.
std::optional<int> number_before(std::string_view text, std::size_t end, std::size_t& begin) {
    begin = end;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
    int number = 0;
    const auto read = std::from_chars(text.data() + begin, text.data() + end, number);
    return begin < end && read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

// "2021年1月22日" whose 年 stands at `year_at`.
std::optional<Date> day_around(std::string_view text, std::size_t year_at, std::size_t& begin,
                               std::size_t& end) {
    constexpr std::string_view year_word = "年", month_word = "月", day_word = "日";
    const auto year = number_before(text, year_at, begin);
    const auto month_at = text.find(month_word, year_at);
    const auto day_at = month_at == std::string_view::npos ? month_at : text.find(day_word, month_at);
    if (!year || day_at == std::string_view::npos) return {};
    std::size_t month_begin = 0, day_begin = 0;
    const auto month = number_before(text, month_at, month_begin);
    const auto day = number_before(text, day_at, day_begin);
    if (!month || !day || month_begin != year_at + year_word.size() ||
        day_begin != month_at + month_word.size())
        return {};
    const auto ymd = std::chrono::year(*year) / *month / *day;
    end = day_at + day_word.size();
    return ymd.ok() ? std::optional(Date(ymd)) : std::nullopt;
}

struct Found {
    Date day;
    bool opens_force = false;  // 自…起施行
};

std::vector<Found> days_in(std::string_view text) {
    std::vector<Found> days;
    constexpr std::string_view year_word = "年";
    for (auto at = text.find(year_word); at != std::string_view::npos; at = text.find(year_word, at + 1)) {
        std::size_t begin = 0, end = 0;
        const auto day = day_around(text, at, begin, end);
        if (!day) continue;
        const std::string_view before = text.substr(0, begin), behind = text.substr(end);
        const bool opens = (before.ends_with("自") && behind.starts_with("起施行")) ||
                           behind.starts_with("施行") || behind.starts_with(" 施行") ||
                           (before.ends_with("自") && behind.starts_with("起实施")) ||
                           (before.ends_with("自") && behind.starts_with("起生效"));
        days.push_back({*day, opens});
    }
    return days;
}

void read_head(LawText& text) {
    for (const std::string& line : text.history)
        for (const Found& found : days_in(line)) {
            auto& day = found.opens_force ? text.printed_from : text.issued;
            if (!day || *day < found.day) day = found.day;
        }
}

bool is_in_force_at_once(std::string_view text) {
    for (const std::string_view words :
         {"自公布之日起施行", "自发布之日起施行", "自发布之日起生效", "自公布之日起实施", "自发布之日起实施"})
        if (text.find(words) != std::string_view::npos) return true;
    return false;
}

// The last articles say from when the text is in force; later amendments leave those words as they were.
void read_articles(LawText& text) {
    for (auto article = text.articles.rbegin(); article != text.articles.rend(); ++article)
        for (const Paragraph& paragraph : article->paragraphs) {
            if (text.printed_from) return;
            for (const Found& found : days_in(paragraph.text))
                if (found.opens_force && !text.printed_from) text.printed_from = found.day;
            if (!text.printed_from && is_in_force_at_once(paragraph.text)) text.printed_from = text.issued;
        }
}

void read_comments(LawText& text, const std::vector<Line>& lines) {
    constexpr std::string_view name = "EFFECTIVE_FROM:";
    for (const Line& line : lines) {
        const auto at = line.kind == Line::Kind::info ? line.text.find(name) : std::string::npos;
        if (at == std::string::npos) continue;
        std::string_view rest = std::string_view(line.text).substr(at + name.size());
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        if (const auto day = Date::parse(rest.substr(0, 10))) text.printed_from = *day;
    }
}

}  // namespace

void read_dates(LawText& text, const std::vector<Line>& lines) {
    read_head(text);
    read_comments(text, lines);
    read_articles(text);
}

}  // namespace law
