#include "changes.hpp"

#include <algorithm>
#include <chrono>

namespace proofread_test {

Make in(std::string title, Change change) {
    return [title = std::move(title), change = std::move(change)](File& file) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < file.sources.size(); ++i) {
            if (!title.empty() && file.sources[i].paragraphs.size() > 1 && file.sources[i].title != title &&
                file.sources[i].paragraphs.front() != title)
                continue;
            for (std::string& paragraph : file.sources[i].paragraphs)
                if (change(paragraph)) return i;
        }
        return {};
    };
}

Change swap_words(std::string from, std::string to) {
    return [from = std::move(from), to = std::move(to)](std::string& paragraph) {
        const auto at = paragraph.find(from);
        if (at == std::string::npos) return false;
        paragraph.replace(at, from.size(), to);
        return true;
    };
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

Change wrong_digit(std::string words, std::size_t from_end) {
    return [words = std::move(words), from_end](std::string& paragraph) {
        for (auto at = paragraph.find(words); at != std::string::npos; at = paragraph.find(words, at + 1)) {
            const std::size_t begin = at + words.size();
            std::size_t end = begin;
            while (end < paragraph.size() && is_digit(paragraph[end])) ++end;
            if (end - begin < from_end || end == begin) continue;
            char& digit = paragraph[end - from_end];
            digit = digit == '9' ? '8' : static_cast<char>(digit + 1);
            return true;
        }
        return false;
    };
}

Change wrong_end(std::string words, std::string end_mark) {
    return [words = std::move(words), end_mark = std::move(end_mark)](std::string& paragraph) {
        if (!paragraph.starts_with(words)) return false;
        const auto end = end_mark.empty() ? paragraph.size() : paragraph.find(end_mark, words.size());
        if (end == std::string::npos || end <= words.size() || paragraph[end - 1] < 0) return false;
        char& last = paragraph[end - 1];
        last = last == '3' ? '4' : '3';
        return true;
    };
}

Change only_where(std::string words, Change change) {
    return [words = std::move(words), change = std::move(change)](std::string& paragraph) {
        return paragraph.contains(words) && change(paragraph);
    };
}

Change seal_year(int by) {
    return [by](std::string& paragraph) {
        const auto seal = paragraph.find("（印章）");
        if (seal == std::string::npos) return false;
        const auto year = paragraph.find_first_of("0123456789", seal);
        if (year == std::string::npos) return false;
        paragraph.replace(year, 4, std::to_string(std::stoi(paragraph.substr(year, 4)) + by));
        return true;
    };
}

Change thirteenth_month() {
    return [](std::string& paragraph) {
        const auto year = paragraph.find("年");
        if (year == std::string::npos || year < 4 || !is_digit(paragraph[year - 1])) return false;
        const std::size_t begin = year + std::string_view("年").size();
        std::size_t end = begin;
        while (end < paragraph.size() && is_digit(paragraph[end])) ++end;
        if (end == begin || !paragraph.substr(end).starts_with("月")) return false;
        const auto day = paragraph.find("日", end);
        if (day == std::string::npos || day - end > 6) return false;
        paragraph.replace(begin, end - begin, "13");
        return true;
    };
}

Change wrong_weekday() {
    return [](std::string& paragraph) {
        if (paragraph.size() < 40) return false;
        const auto year = paragraph.find("年");
        if (year == std::string::npos || year < 4 || !is_digit(paragraph[year - 1])) return false;
        const auto month = paragraph.find("月", year), day = paragraph.find("日", year);
        if (month == std::string::npos || day == std::string::npos || day - year > 14 || month > day)
            return false;
        const std::chrono::year_month_day ymd{
            std::chrono::year(std::stoi(paragraph.substr(year - 4, 4))),
            std::chrono::month(static_cast<unsigned>(std::stoi(paragraph.substr(year + 3)))),
            std::chrono::day(static_cast<unsigned>(std::stoi(paragraph.substr(month + 3))))};
        const auto right = std::chrono::weekday(std::chrono::sys_days(ymd)).c_encoding();
        constexpr const char* names[] = {"一", "二", "三", "四",
                                         "五", "六", "日"};  // each a day after its place
        paragraph.insert(day + std::string_view("日").size(),
                         std::string("（星期") + names[(right + 1) % 7] + "）");
        return true;
    };
}

Change later_day(std::string words) {
    return [words = std::move(words)](std::string& paragraph) {
        const auto at = paragraph.find(words);
        if (at == std::string::npos) return false;
        const auto year = paragraph.find("年", at), month = paragraph.find("月", at),
                   day = paragraph.find("日", month);
        if (day == std::string::npos || year > at + words.size() + 5 || day - year > 14) return false;
        const std::chrono::year_month_day ymd{
            std::chrono::year(std::stoi(paragraph.substr(year - 4, 4))),
            std::chrono::month(static_cast<unsigned>(std::stoi(paragraph.substr(year + 3)))),
            std::chrono::day(static_cast<unsigned>(std::stoi(paragraph.substr(month + 3))))};
        if (!ymd.ok()) return false;
        const std::string there = base::Date(ymd).plus_days(10).chinese();
        paragraph.replace(year - 4, day + 3 - (year - 4), there);
        return true;
    };
}

Change misspelt(std::string begins) {
    return [begins = std::move(begins)](std::string& paragraph) {
        if (!paragraph.starts_with(begins) || paragraph.size() < begins.size() + 18) return false;
        const std::size_t at = begins.size() + 9;
        if (paragraph[at] >= 0) return false;
        paragraph.replace(at, 3, paragraph.substr(at, 3) == "禾" ? "和" : "禾");
        return true;
    };
}

Change remove_all(std::vector<std::string> lines_with) {
    return [lines_with = std::move(lines_with)](std::string& paragraph) {
        const bool all = std::ranges::all_of(
            lines_with, [&](const std::string& word) { return paragraph.contains(word); });
        if (all) paragraph.clear();
        return all;
    };
}

}  // namespace proofread_test
