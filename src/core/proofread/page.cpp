#include "proofread/page.hpp"

#include <algorithm>
#include <array>

#include "proofread/figures.hpp"

namespace proofread {

namespace {

constexpr std::size_t title_within = 8;
constexpr std::size_t label_letters_max = 22;

Cell cell_of(LettersView line, std::size_t number, std::size_t begin, std::size_t end) {
    while (begin < end && is_space(line[begin])) ++begin;
    while (end > begin && is_space(line[end - 1])) --end;
    Cell cell;
    cell.line = number;
    cell.begin = begin;
    cell.end = end;
    cell.text = Letters(line.substr(begin, end - begin));
    return cell;
}

// "| a | b |": the cells between the bars; a word processor gives tabs instead.
std::vector<Cell> cells_of(LettersView line, std::size_t number) {
    std::vector<Cell> cells;
    if (line.empty() || line.front() != U'|') return cells;
    std::size_t begin = 1;
    for (std::size_t at = 1; at < line.size(); ++at)
        if (line[at] == U'|') {
            cells.push_back(cell_of(line, number, begin, at));
            begin = at + 1;
        }
    if (begin < line.size() && !trimmed(line.substr(begin)).empty())
        cells.push_back(cell_of(line, number, begin, line.size()));
    return cells;
}

bool ends_as_title(LettersView words) {
    for (const LettersView end :
         {U"书", U"录", U"表", U"单", U"证", U"函", U"公告", U"摘要", U"报告", U"封条", U"目录"})
        if (words.ends_with(end)) return true;
    return false;
}

bool is_known_title(const Letters& words, const Knowledge& knowledge) {
    return std::ranges::any_of(knowledge.titles,
                               [&](const std::string& title) { return letters_of(title) == words; });
}

void read_title(Page& page, const Knowledge& knowledge) {
    if (!page.source->title.empty()) page.title = without_spaces(letters_of(page.source->title));
    const std::size_t count = std::min(page.lines.size(), title_within);
    for (const bool known : {true, false})
        for (std::size_t i = 0; i < count; ++i) {
            const Letters words = without_spaces(page.lines[i]);
            const bool fits = !page.title.empty() ? words == page.title
                              : known             ? is_known_title(words, knowledge)
                                      : words.size() <= 30 && words.size() > 2 && ends_as_title(words);
            if (!fits) continue;
            page.title = words;
            page.title_line = i;
            return;
        }
}

// 临东市监罚催〔2024〕  号: a draft whose serial is not given yet has no number.
bool is_blank_number(LettersView number) {
    const auto close = number.find_last_of(U"〕])）】］");
    const auto end = number.find(U'号', close == nowhere ? 0 : close);
    return close != nowhere && end != nowhere && trimmed(number.substr(close + 1, end - close - 1)).empty();
}

// The number under the title, where it stands alone on its line.
void read_number(Page& page) {
    page.number = letters_of(page.source->number);
    if (is_blank_number(page.number)) page.number.clear();
    if (!page.number.empty()) return;
    for (const NumberMark& mark : page.numbers)
        if (mark.line < title_within && trimmed(page.lines[mark.line]) == mark.text) {
            page.number = mark.text;
            return;
        }
}

// The day beside the seal, or alone on one of the last lines.
void read_day(Page& page) {
    page.day = page.source->day;
    if (page.day) return;
    for (auto mark = page.days.rbegin(); mark != page.days.rend(); ++mark) {
        const LettersView line = trimmed(page.lines[mark->line]);
        const bool alone = line.size() == mark->end - mark->begin;
        if (mark->date && (alone || has(line, U"印章") || has(line, U"公章"))) {
            page.day = mark->date;
            return;
        }
    }
}

bool is_label_letter(char32_t letter) {
    return is_han(letter) || letter == U'（' || letter == U'）' || letter == U'、' || letter == U'(' ||
           letter == U')' || letter == U'/';
}

// "住址：某路1号　电话：…": every label of a stretch with what follows it up to the next space or the end.
void read_labels(Page& page, const Cell& part) {
    const LettersView line = page.lines[part.line];
    for (std::size_t at = part.begin; at < part.end; ++at) {
        if (line[at] != U'：' && line[at] != U':') continue;
        std::size_t begin = at;
        while (begin > part.begin && is_label_letter(line[begin - 1])) --begin;
        if (begin == at || at - begin > label_letters_max) continue;
        if (begin > part.begin && !is_space(line[begin - 1])) continue;
        std::size_t end = at + 1;
        while (end < part.end && !is_space(line[end]) && line[end] != U'；' && line[end] != U'。') ++end;
        if (end == at + 1) continue;
        Labelled found;
        found.line = part.line;
        found.begin = at + 1;
        found.end = end;
        found.label = Letters(line.substr(begin, at - begin));
        found.value = Letters(line.substr(at + 1, end - at - 1));
        found.starts_line = begin == part.begin;
        page.labelled.push_back(std::move(found));
    }
}

// A cell may hold several lines: "a / b".
std::vector<Cell> parts_of(LettersView line, const Cell& cell) {
    std::vector<Cell> parts;
    std::size_t begin = cell.begin;
    for (std::size_t at = cell.begin; at + 2 < cell.end; ++at)
        if (line.substr(at, 3) == U" / ") {
            parts.push_back(cell_of(line, cell.line, begin, at));
            begin = at + 3;
        }
    parts.push_back(cell_of(line, cell.line, begin, cell.end));
    return parts;
}

// In a table a label stands left of its value.
void read_pairs(Page& page, const std::vector<Cell>& cells) {
    if (cells.size() > 4 || cells.size() % 2 != 0) return;
    for (std::size_t i = 0; i + 1 < cells.size(); i += 2) {
        if (cells[i].text.empty() || cells[i].text.size() > label_letters_max) continue;
        const std::vector<Cell> parts = parts_of(page.lines[cells[i].line], cells[i + 1]);
        Labelled found;
        static_cast<Spot&>(found) = parts.front();
        found.label = without_spaces(cells[i].text);
        found.value = parts.front().text;
        found.starts_line = true;
        if (!found.value.empty()) page.labelled.push_back(std::move(found));
    }
}

void read_line(Page& page, std::size_t number) {
    const LettersView line = page.lines[number];
    std::ranges::move(amounts_in(line, number), std::back_inserter(page.amounts));
    std::ranges::move(days_in(line, number), std::back_inserter(page.days));
    std::ranges::move(numbers_in(line, number), std::back_inserter(page.numbers));
    page.rows.push_back(cells_of(line, number));
    const std::vector<Cell> cells = page.rows.back();
    if (cells.empty()) {
        read_labels(page, cell_of(line, number, 0, line.size()));
        return;
    }
    read_pairs(page, cells);
    for (const Cell& cell : cells)
        for (const Cell& part : parts_of(line, cell)) read_labels(page, part);
}

}  // namespace

Page read_page(const Source& source, std::size_t index, const Knowledge& knowledge) {
    Page page;
    page.source = &source;
    page.index = index;
    for (const std::string& paragraph : source.paragraphs) {
        page.lines.push_back(letters_of(paragraph));
        if (page.lines.back().size() > paragraph_characters_max)
            page.lines.back().resize(paragraph_characters_max);
    }
    for (std::size_t i = 0; i < page.lines.size(); ++i) read_line(page, i);
    read_title(page, knowledge);
    read_number(page);
    read_day(page);
    return page;
}

}  // namespace proofread
